"""Who does what to whom: pairs of actors over the events that meet some conditions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.loading import actor_from, batches
from hearsay.ledger.records import Edge
from hearsay.records import Actor

_MUTUAL = ("CONSULT", "COOPERATE", "AGREE")


def edges_of(connection: Connection, wanted: EventFilter, limit: int) -> tuple[Edge, ...]:
    """The most frequent pairs of doer and recipient, by number of events.

    Those who meet or agree without one being the recipient make a pair as well, in the order of the text.
    """
    rows = connection.execute(_pairs(wanted, limit)).all()
    actors = _actors(connection, {key for row in rows for key in (row.doer, row.target)})
    return tuple(
        Edge(
            actor=actors[row.doer], recipient=actors[row.target], events=row.events,
            quads=(row.quad1, row.quad2, row.quad3, row.quad4), scale=round(row.scale, 3), origins=row.origins,
        )
        for row in rows
    )  # fmt: skip


def _pairs(wanted: EventFilter, limit: int) -> Select[*tuple[Any, ...]]:
    one, other, event = schema.event_party.alias(), schema.event_party.alias(), schema.event
    quads = [func.sum(case((event.c.quad_code == quad, 1), else_=0)).label(f"quad{quad}") for quad in (1, 2, 3, 4)]
    number = func.count().label("events")
    done_to = (one.c.side == "actor") & (other.c.side == "recipient")
    together = (
        event.c.type.in_(_MUTUAL) & (one.c.side == "actor") & (other.c.side == "actor")
        & (one.c.position < other.c.position)
    )  # fmt: skip
    query: Select[*tuple[Any, ...]] = (
        select(
            func.min(one.c.actor).label("doer"), func.min(other.c.actor).label("target"), number, *quads,
            func.avg(event.c.scale).label("scale"), func.max(event.c.origins).label("origins"),
        )
        .select_from(event)
        .join(one, one.c.event == event.c.key)
        .join(other, other.c.event == event.c.key)
        .where(done_to | together, one.c.identity != other.c.identity, *conditions(wanted))
        .group_by(one.c.identity, other.c.identity)
        .order_by(number.desc(), one.c.identity, other.c.identity)
        .limit(limit)
    )  # fmt: skip
    return query


def _actors(connection: Connection, keys: set[int]) -> dict[int, Actor]:
    return {
        row.key: actor_from(row)
        for part in batches(keys)
        for row in connection.execute(select(schema.actor).where(schema.actor.c.key.in_(part)))
    }
