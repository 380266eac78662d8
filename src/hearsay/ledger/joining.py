"""Pairs of accounts that look like one event, and why.

Most features of a pair have the same weight wherever they hold: they are kept once, as a reason that many pairs share.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from hearsay.ledger import schema
from hearsay.ledger.interning import intern_reasons
from hearsay.ledger.loading import batches, fetched
from hearsay.ledger.records import Joining
from hearsay.merge.comparing import Likeness, weights

_NAME = "hearsay links"
_REMEMBERED = 4_000
"""Accounts whose pairs are kept with a connection."""


def keep_joinings(connection: Connection, alike: Sequence[tuple[int, int, Likeness]]) -> None:
    """Keep pairs of accounts, the lower key first, with what makes them alike."""
    told = [_split(likeness) for _, _, likeness in alike]
    reasons = intern_reasons(connection, (reason for reason, _ in told))
    rows = [
        {
            "first": first, "second": second, "score": round(likeness.score, 4), "reason": reasons[reason],
            "weights": measured,
        }
        for (first, second, likeness), (reason, measured) in zip(alike, told, strict=True)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.joining), rows)
    links = _links(connection)
    for first, second, likeness in alike:
        for one, other in ((first, second), (second, first)):
            if one in links:
                links[one][other] = round(likeness.score, 4)


def forget_joinings(connection: Connection, keys: Collection[int]) -> None:
    """Drop all pairs that some accounts are in."""
    pairs = schema.joining
    for part in batches(keys):
        connection.execute(delete(pairs).where(or_(pairs.c.first.in_(part), pairs.c.second.in_(part))))
    _links(connection).clear()


def links_of(connection: Connection, keys: Collection[int]) -> dict[int, Mapping[int, float]]:
    """The accounts that each is like, with the score of each pair.

    They are kept: only this module changes them, and a transaction that writes is the only one while it lasts.
    """
    links = _links(connection)
    if len(links) > _REMEMBERED:
        links.clear()
    pairs = schema.joining
    for part in batches({key for key in keys if key not in links}):
        links.update((key, {}) for key in part)
        for one, other in ((pairs.c.first, pairs.c.second), (pairs.c.second, pairs.c.first)):
            for key, like, score in fetched(connection, select(one, other, pairs.c.score).where(one.in_(part))):
                links[key][like] = score
    return {key: links[key] for key in keys}


def _links(connection: Connection) -> dict[int, dict[int, float]]:
    """What is kept with a connection: for one transaction, on SQLite for as long as no other connection wrote."""
    links: dict[int, dict[int, float]]
    if connection.dialect.name == "sqlite":
        state: object = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    else:
        # The object that stands for the transaction: kept too, so that no other one takes its identity.
        state = connection.get_transaction()
    known, links = connection.info.get(_NAME, (None, {}))
    if known is None or (known is not state and known != state):
        links = {}
        connection.info[_NAME] = (state, links)
    return links


def joinings_of(connection: Connection, event: int) -> tuple[Joining, ...]:
    """The pairs among an event's accounts, by their ids."""
    pairs, reason = schema.joining, schema.reason
    first, second = schema.account.alias(), schema.account.alias()
    rows = connection.execute(
        select(first.c.id, second.c.id, pairs.c.score, reason.c.features, pairs.c.weights)
        .join(first, first.c.key == pairs.c.first)
        .join(second, second.c.key == pairs.c.second)
        .join(reason, reason.c.key == pairs.c.reason)
        .where(first.c.event == event, second.c.event == event)
    )
    found = sorted((*sorted((row[0], row[1])), *row[2:]) for row in rows)
    return tuple(
        Joining(first=one, second=other, score=score, features=tuple(_joined(features, measured)))
        for one, other, score, features, measured in found
    )


def _split(likeness: Likeness) -> tuple[str, str]:
    """The features as JSON without the weights that are the pair's own, and these."""
    usual = weights()
    pairs = [(name, weight) for name, weight in likeness.features if weight]
    own = [weight for name, weight in pairs if weight != usual.get(name)]
    told = [[name, weight if weight == usual.get(name) else None] for name, weight in pairs]
    return json.dumps(told, separators=(",", ":")), " ".join(f"{weight:g}" for weight in own)


def _joined(features: str, measured: str) -> Iterator[tuple[str, float]]:
    own = iter(measured.split())
    for name, weight in json.loads(features):
        yield name, float(next(own)) if weight is None else weight
