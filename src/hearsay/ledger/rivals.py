"""Events of other datasets beside the ledger's own: kept apart, and compared day by day.

They lie in the table ``rival`` and are never merged into events: nobody can say which words they rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, select

from hearsay.errors import NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.own_types import likes_of, meant_by
from hearsay.records import Record

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Rival:
    """One event as another dataset has it."""

    id: str
    day: int
    """Proleptic ordinal."""
    type: str | None
    cameo: str | None
    actor: str | None
    actor_country: str | None
    recipient: str | None
    recipient_country: str | None
    place_country: str | None
    publisher: str | None


class Difference(Record):
    """What ledger and rival have for one day and pair of countries, where it is not the same."""

    kind: Literal["differ", "only ledger", "only rival"]
    date: str
    actor: str | None
    recipient: str | None
    ledger: tuple[str, ...]
    """Types that only the ledger has."""
    rival: tuple[str, ...]
    """Types that only the rival has."""
    events: tuple[str, ...]
    """Ids of the ledger's events behind them."""


class Comparison(Record):
    """How a ledger and another dataset agree: counts are of distinct (day, type, country of either side)."""

    dataset: str
    since: str | None
    until: str | None
    both: int
    differ: int
    """Days and pairs of countries for which each has an event that the other codes as another type."""
    only_ledger: int
    only_rival: int
    differences: tuple[Difference, ...]


def store_rivals(connection: Connection, dataset: str, rows: Iterable[Rival]) -> int:
    """Keep events of a dataset; one that is there already (by id) is replaced. How many rows came."""
    table, source, stored = schema.rival, iter(rows), 0
    while part := list(islice(source, _BATCH)):
        newest = {row.id: row for row in part}
        connection.execute(delete(table).where(table.c.dataset == dataset, table.c.id.in_(newest)))
        connection.execute(insert(table), [{"dataset": dataset, **asdict(row)} for row in newest.values()])
        stored += len(part)
    return stored


def compare(connection: Connection, dataset: str, wanted: EventFilter | None = None, most: int = 50) -> Comparison:
    """Compare the ledger's events with those of an imported dataset, over the days that both reach over.

    Two are the same when day, type and the first country of either side are. An event of a project's own type is
    compared as the type that it is like, and listed by both: ``nationalise (COERCE)``. ``most``
    bounds the differences that are listed, not those that are counted. NotInLedgerError when nothing was imported.
    """
    wanted, rival, event = meant_by(connection, wanted or EventFilter()), schema.rival.c, schema.event.c
    theirs = connection.execute(select(func.min(rival.day), func.max(rival.day)).where(rival.dataset == dataset)).one()
    if theirs[0] is None:
        raise NotInLedgerError(f"{dataset}: nothing imported: run `hearsay import {dataset} FILE` first")
    mine = connection.execute(
        select(func.min(event.day), func.max(event.day)).where(event.day > 0, *conditions(wanted))
    ).one()
    if mine[0] is None:
        raise NotInLedgerError("the ledger holds no dated event that meets the conditions: nothing to compare")
    first, last = max(theirs[0], mine[0]), min(theirs[1], mine[1])
    both = differ = only_ledger = only_rival = 0
    listed: list[Difference] = []
    for day, pair, ours, other in _pairs(connection, dataset, wanted, first, last):
        shared = ours.keys() & other
        left, right = sorted(ours.keys() - shared), sorted(other - shared)
        both += len(shared)
        if not left and not right:
            continue
        kind: Literal["differ", "only ledger", "only rival"]
        if left and right:
            kind, differ = "differ", differ + 1
        elif left:
            kind, only_ledger = "only ledger", only_ledger + len(left)
        else:
            kind, only_rival = "only rival", only_rival + len(right)
        if len(listed) < most:
            listed.append(
                Difference(
                    kind=kind, date=date.fromordinal(day).isoformat(), actor=pair[0], recipient=pair[1],
                    ledger=tuple(dict.fromkeys(name for type in left for name, _ in ours[type])), rival=tuple(right),
                    events=tuple(id for type in left for _, id in ours[type]),
                )
            )  # fmt: skip
    reach = (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()) if first <= last else (None, None)
    return Comparison(
        dataset=dataset, since=reach[0], until=reach[1], both=both, differ=differ, only_ledger=only_ledger,
        only_rival=only_rival, differences=tuple(listed),
    )  # fmt: skip


_Pair = tuple[str | None, str | None]


def _pairs(
    connection: Connection, dataset: str, wanted: EventFilter, first: int, last: int
) -> Iterator[tuple[int, _Pair, dict[str, list[tuple[str, str]]], set[str]]]:
    """Day by day and pair by pair of countries PLOVER's types of the ledger, with names and ids, and of the rival."""
    event, rival = schema.event.c, schema.rival.c
    doer, done_to = schema.event_party.alias("doer"), schema.event_party.alias("done_to")
    mine = connection.execute(
        select(event.day, doer.c.country.label("actor"), done_to.c.country.label("recipient"), event.type, event.id)
        .select_from(schema.event)
        .outerjoin(doer, (doer.c.event == event.key) & (doer.c.side == "actor") & (doer.c.position == 0))
        .outerjoin(done_to, (done_to.c.event == event.key) & (done_to.c.side == "recipient")
                   & (done_to.c.position == 0))
        .where(event.day.between(first, last), *conditions(wanted))
        .order_by(event.day, event.id)
    )  # fmt: skip
    theirs = connection.execute(
        select(rival.day, rival.actor_country, rival.recipient_country, rival.type)
        .where(rival.dataset == dataset, rival.day.between(first, last), rival.type.is_not(None))
        .order_by(rival.day)
    )
    ours: defaultdict[tuple[int, _Pair], defaultdict[str, list[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    likes = likes_of(connection)
    other: defaultdict[tuple[int, _Pair], set[str]] = defaultdict(set)
    for day, actor, recipient, type, id in mine:
        like = likes.get(type, type)
        ours[day, (actor, recipient)][like].append((type if like == type else f"{type} ({like})", id))
    for day, actor, recipient, type in theirs:
        other[day, (actor, recipient)].add(type)
    for place in sorted(ours.keys() | other.keys(), key=lambda place: (place[0], str(place[1]))):
        yield place[0], place[1], dict(ours.get(place, {})), other.get(place, set())
