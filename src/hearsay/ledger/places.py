"""Where events happened, each place as precisely as it was told: events without a place count as one of none."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import Connection, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.holding import Chosen, Holding
from hearsay.ledger.records import Spot


def spots_of(connection: Connection, wanted: EventFilter, limit: int) -> tuple[Spot, ...]:
    """The places of the events that meet all conditions, those of most events first."""
    event = schema.event
    where = (event.c.place, event.c.place_country, event.c.place_precision, event.c.geonames)
    quads = [func.sum(case((event.c.quad_code == quad, 1), else_=0)).label(f"quad{quad}") for quad in (1, 2, 3, 4)]
    number = func.count().label("events")
    rows = connection.execute(
        select(
            *where, func.min(event.c.latitude).label("latitude"), func.min(event.c.longitude).label("longitude"),
            number, *quads, func.max(event.c.origins).label("origins"),
            func.sum(case((event.c.denials > 0, 1), else_=0)).label("denied"),
        )
        .where(*conditions(wanted))
        .group_by(*where)
        .order_by(number.desc(), *(column.is_(None) for column in where), *where)
        .limit(limit)
    )  # fmt: skip
    return tuple(
        Spot(
            name=row.place, country=row.place_country, precision=row.place_precision or "unknown",
            geonames=row.geonames, latitude=row.latitude, longitude=row.longitude, events=row.events,
            quads=(row.quad1, row.quad2, row.quad3, row.quad4), origins=row.origins, denied=row.denied,
        )
        for row in rows
    )  # fmt: skip


def spots_among(held: Holding, chosen: Chosen, limit: int) -> tuple[Spot, ...]:
    """The same from the columns in memory."""
    places, numbers = held.coded["place"], {name: held.numbers[name][chosen] for name in _SUMMED}
    codes, size = places.codes[chosen], len(places.meanings)
    events = np.bincount(codes, minlength=size)
    quads = [np.bincount(codes[numbers["quad"] == quad], minlength=size) for quad in (1, 2, 3, 4)]
    denied = np.bincount(codes[numbers["denials"] > 0], minlength=size)
    origins, points = np.zeros(size, np.int32), np.full((2, size), np.nan)
    np.maximum.at(origins, codes, numbers["origins"])
    for point, name in zip(points, ("latitude", "longitude"), strict=True):
        np.fmin.at(point, codes, numbers[name])
    told: list[int] = np.flatnonzero(events).tolist()
    told.sort(key=lambda code: (-int(events[code]), *_order(places.meanings[code])))
    return tuple(
        Spot(
            name=name, country=country, precision=precision or "unknown", geonames=geonames,
            latitude=_known(points[0, code]), longitude=_known(points[1, code]), events=int(events[code]),
            quads=(int(quads[0][code]), int(quads[1][code]), int(quads[2][code]), int(quads[3][code])),
            origins=int(origins[code]), denied=int(denied[code]),
        )
        for code in told[:limit]
        for name, country, precision, geonames in (places.meanings[code],)
    )  # fmt: skip


_SUMMED = ("quad", "denials", "origins", "latitude", "longitude")


def _order(place: tuple[Any, ...]) -> tuple[Any, ...]:
    """As the database orders places: those of which less is known later."""
    return (*(part is None for part in place), *place)


def _known(degrees: float) -> float | None:
    return None if np.isnan(degrees) else float(degrees)
