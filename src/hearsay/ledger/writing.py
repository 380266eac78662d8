"""The rows of an event: written from its accounts, dropped when these are grouped anew."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import prod

from sqlalchemy import Connection, bindparam, case, delete, func, insert, select, update

from hearsay.events.scales import goldstein, plover_scale, quad_code
from hearsay.ledger import schema
from hearsay.ledger.interning import identity_of, intern_actors, state_of
from hearsay.ledger.loading import BATCH, batches
from hearsay.ledger.tallying import give_out
from hearsay.merge.account import Account
from hearsay.merge.origins import Vouching, origins
from hearsay.merge.retelling import is_summary
from hearsay.merge.summing import Summary, precision_of, sum_up
from hearsay.records import Ownership

Member = tuple[int, Account]


def write_events(connection: Connection, groups: Sequence[Sequence[Member]]) -> None:
    """Write the event of each group of accounts, which come by rank and are in no event."""
    told = _told(connection, [key for members in groups for key, _ in members])
    summed = sum_up_all(connection, groups)
    summaries, vouching = [summary for summary, _ in summed], [found for _, found in summed]
    if not summaries:
        return
    last = give_out(connection, "last event", len(groups))
    events = [last + number for number in range(1, len(groups) + 1)]
    rows = [
        {"key": key, **_row(summary, members, told)}
        for key, summary, members in zip(events, summaries, groups, strict=True)
    ]
    connection.execute(insert(schema.event), rows)
    _write_parties(connection, list(zip(events, summaries, strict=True)))
    _write_origins(connection, list(zip(events, vouching, strict=True)))
    connection.execute(
        update(schema.account).where(schema.account.c.key == bindparam("account")).values(event=bindparam("of")),
        [{"account": key, "of": event} for event, members in zip(events, groups, strict=True) for key, _ in members],
    )
    _note_outlets(connection, events)


def sum_up_all(
    connection: Connection, groups: Sequence[Sequence[Member]]
) -> list[tuple[Summary, tuple[Vouching, ...]]]:
    """What the event of each group of accounts, which come by rank, has to say, and who vouches for it."""
    copy_of, outlets = _printings(connection, [account for members in groups for _, account in members])
    found = []
    for members in groups:
        accounts = [account for _, account in members]
        vouching = origins(accounts, copy_of, outlets)
        found.append((sum_up(accounts, vouching), vouching))
    return found


def _note_outlets(connection: Connection, events: Collection[int]) -> None:
    """Which outlets tell these events, and who of them published first."""
    event, account, document, outlet = schema.event, schema.account, schema.document, schema.outlet
    first = func.max(case((document.c.published == event.c.published, 1), else_=0)) == 1
    for part in batches(events):
        connection.execute(
            insert(schema.event_outlet).from_select(
                ["event", "outlet", "first"],
                select(event.c.key, outlet.c.key, first)
                .select_from(event)
                .join(account, account.c.event == event.c.key)
                .join(document, document.c.key == account.c.document)
                .join(outlet, outlet.c.name == document.c.outlet)
                .where(event.c.key.in_(part))
                .group_by(event.c.key, outlet.c.key),
            )
        )


def drop_events(connection: Connection, events: Collection[int]) -> None:
    """Drop the rows of events whose accounts have left them."""
    for part in batches(events):
        for table in (schema.event_party, schema.event_origin, schema.event_outlet):
            connection.execute(delete(table).where(table.c.event.in_(part)))
        connection.execute(delete(schema.event).where(schema.event.c.key.in_(part)))


def _printings(
    connection: Connection, accounts: Iterable[Account]
) -> tuple[dict[str, str], dict[str, tuple[str | None, Ownership | None]]]:
    """For the documents of some accounts: the first of each one's copy group, and the outlets of all of these."""
    document = schema.document
    first = document.alias()
    copy_of: dict[str, str] = {}
    outlets: dict[str, tuple[str | None, Ownership | None]] = {}
    digests = sorted({account.document for account in accounts})
    for begin in range(0, len(digests), BATCH):
        rows = connection.execute(
            select(document.c.digest, first.c.digest, first.c.outlet, first.c.ownership)
            .join(first, first.c.key == document.c.copy_group)
            .where(document.c.digest.in_(digests[begin : begin + BATCH]))
        )
        for digest, original, outlet, ownership in rows:
            copy_of[digest] = original
            outlets[original] = (outlet, ownership)
    return copy_of, outlets


def _told(connection: Connection, accounts: Collection[int]) -> dict[int, tuple[float, str | None]]:
    """Confidence and date of each account."""
    account = schema.account
    return {
        row.key: (row.confidence, row.date)
        for part in batches(accounts)
        for row in connection.execute(
            select(account.c.key, account.c.confidence, account.c.date).where(account.c.key.in_(part))
        )
    }


def _row(
    summary: Summary, members: Sequence[Member], told: Mapping[int, tuple[float, str | None]]
) -> dict[str, object]:
    first, dated, place = summary.first, summary.dated, summary.place
    # Each account is read apart; that all of them are wrong is as likely as that each one is.
    doubt = prod(1 - told[key][0] for key, _ in members)
    date = next((told[key][1] for key, account in members if dated is not None and account.id == dated.id), None)
    return {
        "id": first.id, "type": summary.event, "mode": " ".join(summary.mode), "context": " ".join(summary.context),
        "status": summary.status, "date": date,
        "date_precision": precision_of(dated) if dated else "unknown",
        "begin_day": dated.begin.toordinal() if dated and dated.begin else None,
        "end_day": dated.end.toordinal() if dated and dated.end else None,
        "day": _day(summary), "many": is_summary(first),
        "published": first.published.isoformat() if first.published else None,
        "place": place.name if place else None, "place_country": place.country if place else None,
        "geonames": place.geonames if place else None, "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None, "place_precision": place.precision if place else None,
        "quad_code": quad_code(summary.like), "scale": plover_scale(summary.like, summary.mode),
        "cameo": summary.cameo, "goldstein": goldstein(summary.cameo), "confidence": round(1 - doubt, 4),
        "reports": summary.reports, "outlets": summary.outlets, "origins": summary.origins,
        "denials": summary.denials, "numbers": json.dumps(summary.numbers), "summary": summary.words,
    }  # fmt: skip


def _day(summary: Summary) -> int:
    dated, published = summary.dated, summary.first.published
    if dated is not None and dated.begin is not None:
        return dated.begin.toordinal()
    return published.toordinal() if published else 0


def _write_parties(connection: Connection, events: Sequence[tuple[int, Summary]]) -> None:
    actors = intern_actors(
        connection, (actor for _, summary in events for actor in (*summary.actors, *summary.recipients))
    )
    rows = [
        {
            "event": event, "side": side, "position": position, "actor": actors[state_of(actor)],
            "identity": identity_of(actor), "country": actor.country,
        }
        for event, summary in events
        for side, members in (("actor", summary.actors), ("recipient", summary.recipients))
        for position, actor in enumerate(members)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.event_party), rows)


def _write_origins(connection: Connection, events: Sequence[tuple[int, Sequence[Vouching]]]) -> None:
    actors = intern_actors(connection, (origin.actor for _, found in events for origin in found if origin.actor))
    rows = [
        {
            "event": event, "position": position, "identity": origin.identity, "name": origin.name,
            "actor": actors[state_of(origin.actor)] if origin.actor else None, "ownership": origin.ownership,
            "status": origin.status, "accounts": json.dumps(origin.accounts),
        }
        for event, found in events
        for position, origin in enumerate(found)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.event_origin), rows)
