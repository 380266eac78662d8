"""What the ledger says about outlets: whom each relays, and how often it is first, alone or contradicted."""

from __future__ import annotations

from collections import Counter

import numpy as np
from sqlalchemy import Connection, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.holding import Chosen, Holding
from hearsay.ledger.records import Outlet

_RELAYED = 5


Counts = dict[int, dict[str, int]]
"""By the key of an outlet: its events, and those that it tells first, alone, or that somebody denies."""


def outlets_of(connection: Connection, counts: Counts, limit: int) -> tuple[Outlet, ...]:
    """Outlets, those with most articles first."""
    document, outlet = schema.document, schema.outlet
    number = func.count().label("articles")
    rows = connection.execute(
        select(outlet.c.key, outlet.c.name, outlet.c.ownership, number)
        .join(document, document.c.outlet == outlet.c.name)
        .where(document.c.superseded.is_(None))
        .group_by(outlet.c.key, outlet.c.name, outlet.c.ownership)
        .order_by(number.desc(), outlet.c.name)
        .limit(limit)
    ).all()
    keys = [row.key for row in rows]
    relays = _relays(connection, keys)
    return tuple(
        Outlet(
            name=row.name, ownership=row.ownership, articles=row.articles,
            **counts.get(row.key, {"events": 0, "first": 0, "alone": 0, "contradicted": 0}),
            relays=tuple(relays.get(row.key, Counter()).most_common(_RELAYED)),
        )
        for row in rows
    )  # fmt: skip


def counts_among(held: Holding, chosen: Chosen) -> Counts:
    """What each outlet tells, from the columns in memory."""
    events, outlets, first = held.told[chosen[held.told[:, 0]]].T
    alone, denied = held.numbers["outlets"][events] == 1, held.numbers["denials"][events] > 0
    size = int(outlets.max(initial=0)) + 1
    columns = [np.bincount(outlets[rows], minlength=size).tolist() for rows in (slice(None), first == 1, alone, denied)]
    return {
        key: dict(zip(("events", "first", "alone", "contradicted"), counts, strict=True))
        for key, counts in enumerate(zip(*columns, strict=True))
        if counts[0]
    }


def counts_of(connection: Connection) -> Counts:
    """The same from the database alone."""
    told, event = schema.event_outlet, schema.event
    # An expression, so that events are gone through in the order of their keys, and not outlet by outlet.
    outlet = (told.c.outlet + 0).label("outlet")
    rows = connection.execute(
        select(
            outlet, func.count().label("events"),
            func.sum(case((told.c.first, 1), else_=0)).label("first"),
            func.sum(case((event.c.outlets == 1, 1), else_=0)).label("alone"),
            func.sum(case((event.c.denials > 0, 1), else_=0)).label("contradicted"),
        )
        .join(event, event.c.key == told.c.event)
        .group_by(outlet)
    )  # fmt: skip
    return {
        row.outlet: {"events": row.events, "first": int(row.first), "alone": int(row.alone),
                     "contradicted": int(row.contradicted)}
        for row in rows
    }  # fmt: skip


def _relays(connection: Connection, outlets: list[int]) -> dict[int, Counter[str]]:
    relay = schema.relay
    found: dict[int, Counter[str]] = {}
    rows = connection.execute(
        select(relay).where(relay.c.outlet.in_(outlets), relay.c.mentions > 0).order_by(relay.c.outlet, relay.c.name)
    )
    for row in rows:
        found.setdefault(row.outlet, Counter())[row.name] = row.mentions
    return found
