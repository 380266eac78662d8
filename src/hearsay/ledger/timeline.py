"""Events over time, by quad class."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter, Period
from hearsay.ledger.records import Bin


def bins_of(connection: Connection, wanted: EventFilter, by: Period) -> tuple[Bin, ...]:
    """Events by the stretch that their first day is in, in order; weeks begin on Monday. Undated ones are left out."""
    event = schema.event
    quads = [func.sum(case((event.c.quad_code == quad, 1), else_=0)) for quad in (1, 2, 3, 4)]
    query = (
        select(event.c.day, func.count(), *quads, func.sum(event.c.reports), func.sum(event.c.origins))
        .where(event.c.day > 0, *conditions(wanted))
        .group_by(event.c.day)
    )
    sums: dict[date, list[int]] = {}
    for day, *numbers in connection.execute(query):
        total = sums.setdefault(start_of(date.fromordinal(day), by), [0] * 7)
        for place, number in enumerate(numbers):
            total[place] += int(number)
    return tuple(
        Bin(begin=begin.isoformat(), events=n[0], quads=(n[1], n[2], n[3], n[4]), reports=n[5], origins=n[6])
        for begin, n in sorted(sums.items())
    )


def start_of(day: date, by: Period) -> date:
    """The first day of the stretch that a day is in."""
    match by:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
