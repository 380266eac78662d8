"""Who does what to whom: pairs of actors over the events that meet some conditions."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.holding import Chosen, Holding, most_frequent
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


def edges_among(held: Holding, chosen: Chosen, connection: Connection, limit: int) -> tuple[Edge, ...]:
    """The same from the columns in memory."""
    event, side, position, actor, _ = held.parties[chosen[held.parties[:, 0]]].T
    doing = side == 0
    mutual = held.coded["type"].among(frozenset(_MUTUAL).__contains__)[event] & doing
    doers, targets = np.flatnonzero(doing), np.flatnonzero(~doing)
    one, other = _joined(event, doers, targets)
    met, with_whom = _joined(event, np.flatnonzero(mutual), np.flatnonzero(mutual))
    ordered = position[met] < position[with_whom]
    one, other = np.append(one, met[ordered]), np.append(other, with_whom[ordered])
    rank = held.ranks[held.identities.codes[actor]].astype(np.int64)
    unlike = rank[one] != rank[other]
    one, other = one[unlike], other[unlike]
    order, begins = most_frequent(rank[one] * len(held.ranks) + rank[other], limit)
    if not len(order):
        return ()
    told, ones, others = event[one[order]], actor[one[order]], actor[other[order]]
    quads = [np.add.reduceat((held.numbers["quad"][told] == quad).astype(int), begins) for quad in (1, 2, 3, 4)]
    events = np.diff(np.append(begins, len(order)))
    scale = np.add.reduceat(held.numbers["scale"][told], begins) / events
    origins = np.maximum.reduceat(held.numbers["origins"][told], begins)
    doer, target = np.minimum.reduceat(ones, begins).tolist(), np.minimum.reduceat(others, begins).tolist()
    actors = _actors(connection, {*doer, *target})
    return tuple(
        Edge(actor=actors[a], recipient=actors[b], events=n, quads=found, scale=round(mean, 3), origins=most)
        for a, b, n, found, mean, most in zip(
            doer, target, events.tolist(), zip(*(quad.tolist() for quad in quads), strict=True), scale.tolist(),
            origins.tolist(), strict=True,
        )
    )  # fmt: skip


def _joined(
    event: NDArray[np.int32], left: NDArray[np.intp], right: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs of a row of the left and one of the right that are of one event; both are sorted by event."""
    begin = np.searchsorted(event[right], event[left], "left")
    number = np.searchsorted(event[right], event[left], "right") - begin
    before = np.repeat(np.cumsum(number) - number, number)
    return np.repeat(left, number), right[np.repeat(begin, number) + np.arange(len(before)) - before]


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
