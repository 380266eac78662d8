"""Where events happened, each place as precisely as it was told: events without a place count as one of none."""

from __future__ import annotations

from sqlalchemy import Connection, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
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
