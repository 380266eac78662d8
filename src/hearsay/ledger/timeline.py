"""Events over time, by quad class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
from sqlalchemy import Connection, case, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter, Period
from hearsay.ledger.holding import Chosen, Holding
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
    return _bins(((row[0], row[1:]) for row in connection.execute(query)), by)


def bins_among(held: Holding, chosen: Chosen, by: Period) -> tuple[Bin, ...]:
    """The same from the columns in memory."""
    numbers = {name: held.numbers[name][chosen & (held.numbers["day"] > 0)] for name in _SUMMED}
    first = int(numbers["day"].min(initial=date.max.toordinal()))
    days = numbers["day"] - first
    events = np.bincount(days)
    quads = [np.bincount(days[numbers["quad"] == quad], minlength=len(events)) for quad in (1, 2, 3, 4)]
    sums = [np.bincount(days, numbers[name]).astype(int) for name in ("reports", "origins")]
    told = np.flatnonzero(events)
    columns = np.stack([events, *quads, *sums], axis=1)[told]
    return _bins(zip((told + first).tolist(), columns.tolist(), strict=True), by)


_SUMMED = ("day", "quad", "reports", "origins")


def _bins(days: Iterable[tuple[int, Sequence[int]]], by: Period) -> tuple[Bin, ...]:
    """Days with their sums (events, four quad classes, reports, origins) as stretches."""
    sums: dict[date, list[int]] = {}
    for day, numbers in days:
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
