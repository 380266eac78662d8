"""The events of a question over time, as columns that one can choose among: the brush of pages that ask for a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.explorer import asking
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.conditions import day_of
from hearsay.ledger.filters import EventFilter, Period
from hearsay.ledger.records import Bin
from hearsay.ledger.timeline import start_of

WIDTH, HEIGHT = 1000, 100
"""The drawing's units; it is stretched to whatever room there is."""
_COLUMNS = 75
"""Columns at most, but for years: months of six years, days of ten weeks."""
_LONGEST: tuple[tuple[Period, int], ...] = (("day", _COLUMNS), ("week", 7 * _COLUMNS), ("month", 31 * _COLUMNS))
_BAR, _WIDEST = 0.76, 24.0
"""A bar's share of its column, and what it is at most, in units."""
_STRAY = 0.02
"""A share of events so small that their days, when far off, do not stretch the axis: a war remembered is not news."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One column: cooperation above the line, conflict below; ``chosen`` when the question takes it in.

    Deeds stand next to the line, words beyond them.
    """

    begin: str
    end: str
    words: str
    events: int
    cooperation: int
    conflict: int
    x: float
    width: float
    left: float
    """Where its bar begins, which is ``bar`` wide."""
    bar: float
    up: tuple[float, float]
    """Top and height."""
    down: tuple[float, float]
    deeds_up: tuple[float, float]
    deeds_down: tuple[float, float]
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Brush:
    """The columns in order, without gaps; what lies before and after them; the window now chosen, in units."""

    by: Period
    stretches: tuple[Stretch, ...]
    line: float
    """Where cooperation and conflict part."""
    window: tuple[float, float] | None
    earlier: int
    later: int
    everything: str | None
    """The address without a time, when one is chosen."""


def timeless(wanted: EventFilter) -> EventFilter:
    """The question without its time: whose events by day the brush shows."""
    return wanted.model_copy(update={"since": None, "until": None})


def days_of(shelf: Shelf, wanted: EventFilter) -> tuple[Bin, ...]:
    """The events by day that the brush of a question shows."""
    asked = timeless(wanted)
    return shelf.kept(("days", asked), lambda ledger: ledger.timeline(asked, by="day"))


def brush_of(days: Sequence[Bin], wanted: EventFilter, path: str, recent: int | None = None) -> Brush | None:
    """The brush of a page at ``path`` over events by day, whatever time is asked for. None without a day.

    ``recent`` are the days before the last one that it goes back at most, unless an earlier time is asked for.
    """
    if not days:
        return None
    first, last = _axis(days)
    since = day_of(wanted.since) if wanted.since else 0
    until = day_of(wanted.until, last=True) if wanted.until else date.max.toordinal()
    if recent is not None and (since or until) >= last.toordinal() - recent:
        first = max(first, last - timedelta(days=recent))
    length = (last - first).days + 1
    by: Period = next((period for period, most in _LONGEST if length <= most), "year")
    sums = _sums(days, first, last, by)
    most_up, most_down = max(sum(q[:2]) for q in sums.values()), max(sum(q[2:]) for q in sums.values())
    tallest = max(most_up + most_down, 1)
    line = HEIGHT * most_up / tallest
    wide = WIDTH / len(sums)
    bar = min(wide * _BAR, _WIDEST)
    stretches = []
    for at, (begin, quads) in enumerate(sums.items()):
        end = _next(begin, by) - timedelta(days=1)
        times = {"since": begin.isoformat(), "until": end.isoformat()}
        up, down = sum(quads[:2]), sum(quads[2:])

        def above(number: int) -> tuple[float, float]:
            return round(line - HEIGHT * number / tallest, 2), round(HEIGHT * number / tallest, 2)

        def below(number: int) -> tuple[float, float]:
            return round(line, 2), round(HEIGHT * number / tallest, 2)

        stretches.append(
            Stretch(
                **_named(begin, end, by), events=up + down, cooperation=up, conflict=down,
                x=round(at * wide, 2), width=round(wide, 2),
                left=round((at + 0.5) * wide - bar / 2, 2), bar=round(bar, 2),
                up=above(up), down=below(down), deeds_up=above(quads[1]), deeds_down=below(quads[3]),
                chosen=begin.toordinal() <= until and end.toordinal() >= since,
                address=asking.address(path, asking.pairs(wanted, **times)),
            )
        )  # fmt: skip
    asked = bool(wanted.since or wanted.until)
    return Brush(
        by, tuple(stretches), round(line, 2), _window(stretches) if asked else None,
        sum(part.events for part in days if part.begin < stretches[0].begin),
        sum(part.events for part in days if part.begin > stretches[-1].end),
        asking.address(path, asking.pairs(wanted, since=None, until=None)) if asked else None,
    )  # fmt: skip


def _axis(days: Sequence[Bin]) -> tuple[date, date]:
    """The first and last day of the axis: all of them, but for few that lie far from the rest."""
    first, last = date.fromisoformat(days[0].begin), date.fromisoformat(days[-1].begin)
    total, passed = sum(day.events for day in days), 0
    inner = []
    for day in days:
        passed += day.events
        if _STRAY * total < passed and (passed - day.events) < (1 - _STRAY) * total:
            inner.append(date.fromisoformat(day.begin))
    if inner:
        far = timedelta(days=30 + 2 * (inner[-1] - inner[0]).days)
        first = inner[0] if inner[0] - first > far else first
        last = inner[-1] if last - inner[-1] > far else last
    return first, last


def _sums(days: Sequence[Bin], first: date, last: date, by: Period) -> dict[date, tuple[int, int, int, int]]:
    """Events by quad class by the first day of each stretch, those without events among them."""
    sums = {}
    begin = start_of(first, by)
    while begin <= last:
        sums[begin] = (0, 0, 0, 0)
        begin = _next(begin, by)
    for day in days:
        begin = start_of(date.fromisoformat(day.begin), by)
        if begin in sums:
            one, two, three, four = sums[begin]
            sums[begin] = (one + day.quads[0], two + day.quads[1], three + day.quads[2], four + day.quads[3])
    return sums


def _next(begin: date, by: Period) -> date:
    match by:
        case "day":
            return begin + timedelta(days=1)
        case "week":
            return begin + timedelta(days=7)
        case "month":
            return (begin + timedelta(days=31)).replace(day=1)
        case "year":
            return begin.replace(year=begin.year + 1)


def _named(begin: date, end: date, by: Period) -> dict[str, str]:
    """The days of a stretch, and what to call it."""
    words = {
        "day": begin.isoformat(),
        "week": f"{begin} to {end}",
        "month": begin.isoformat()[:7],
        "year": str(begin.year),
    }
    return {"begin": begin.isoformat(), "end": end.isoformat(), "words": words[by]}


def _window(stretches: Sequence[Stretch]) -> tuple[float, float] | None:
    chosen = [part for part in stretches if part.chosen]
    return (chosen[0].x, chosen[-1].x + chosen[-1].width) if chosen else None
