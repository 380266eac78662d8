"""Calendar arithmetic on partial dates: which day "Friday", "12 June" or "last month" is, seen from a publication date.

A result is ``(iso, precision)``: "2004-06-12" and "day", "2004-06" and "month", "2004" and "year", or ``UNKNOWN``.
"""

from __future__ import annotations

from datetime import date, timedelta

Resolved = tuple[str | None, str]
UNKNOWN: Resolved = (None, "unknown")

_SOON = 60
"""Days by which a day without a year may lie ahead of what is told in the past: "called a summit for Feb. 27"."""
_SLACK = 2
"""Days by which a date without a year may lie after publication and still be taken for the current year: pages are
dated before the last edit."""


def published_day(published: str | None) -> date | None:
    """The publication date; None when it is missing, partial or impossible."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def of_day(day: date) -> Resolved:
    return (day.isoformat(), "day")


def shifted_day(anchor: date, days: int) -> Resolved:
    try:
        return of_day(anchor + timedelta(days=days))
    except OverflowError:
        return UNKNOWN


def weekday(anchor: date, number: int, shift: int | None, future: bool) -> Resolved:
    """The day of the week ``number`` (0 Monday) nearest to the anchor in the direction told.

    ``shift`` is -1 for "last Friday" (before the anchor), 1 for "next Friday" (after it), None or 0 for the bare
    name: on or before the anchor, or on or after it when the act is still to come.
    """
    back = (anchor.weekday() - number) % 7
    if shift == -1:
        return shifted_day(anchor, -(back or 7))
    if shift == 1:
        return shifted_day(anchor, 7 - back)
    if future:
        return shifted_day(anchor, (7 - back) % 7)
    return shifted_day(anchor, -back)


def month(anchor: date, shift: int) -> Resolved:
    index = anchor.year * 12 + anchor.month - 1 + shift
    year, number = divmod(index, 12)
    return (f"{year:04d}-{number + 1:02d}", "month") if 0 < year < 10000 else UNKNOWN


def year(anchor: date, shift: int) -> Resolved:
    number = anchor.year + shift
    return (f"{number:04d}", "year") if 0 < number < 10000 else UNKNOWN


def week(anchor: date, shift: int) -> Resolved:
    """The month that holds the whole week, Monday to Sunday; unknown when it straddles two."""
    try:
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        sunday = monday + timedelta(days=6)
    except OverflowError:
        return UNKNOWN
    return (f"{monday.year:04d}-{monday.month:02d}", "month") if monday.month == sunday.month else UNKNOWN


def ago(anchor: date, number: int, unit: str) -> Resolved:
    """``number`` units before the anchor, as precise as the unit: weeks and months to the month."""
    if unit == "day":
        return shifted_day(anchor, -number)
    if unit in ("week", "fortnight"):
        weeks = number * (2 if unit == "fortnight" else 1)
        try:
            day = anchor - timedelta(weeks=weeks)
        except OverflowError:
            return UNKNOWN
        return (f"{day.year:04d}-{day.month:02d}", "month")
    if unit == "month":
        return month(anchor, -number)
    if unit in ("year", "decade"):
        return year(anchor, -number * (10 if unit == "decade" else 1))
    return UNKNOWN


def calendar_date(anchor: date | None, y: int, m: int, d: int, future: bool) -> Resolved:
    """A date given by numbers, 0 where the text gives none; a missing year is the nearest that fits the tense.

    Impossible days ("31 June") are unknown. Without an anchor only dates with their year are known.
    """
    if not y:
        if anchor is None or not m:
            return UNKNOWN
        y = _year_for(anchor, m, d, future)
    if not date.min.year <= y <= date.max.year:
        return UNKNOWN
    if not m:
        return (f"{y:04d}", "year")
    if not d:
        return (f"{y:04d}-{m:02d}", "month")
    try:
        return of_day(date(y, m, d))
    except ValueError:
        return UNKNOWN


def _days_ahead(anchor: date, m: int, d: int) -> int:
    """How many days a day of the anchor's own year is off; more than a year for days that there are not."""
    try:
        return (date(anchor.year, m, d) - anchor).days
    except ValueError:
        return 400


def _year_for(anchor: date, m: int, d: int, future: bool) -> int:
    if future:
        passed = (m, d or 31) < (anchor.month, anchor.day if d else 1)
        return anchor.year + passed
    if d and (m, d) > (anchor.month, anchor.day) and _days_ahead(anchor, m, d) <= _SOON:
        return anchor.year  # news names the year of a day that is not in its own
    limit = anchor + timedelta(days=_SLACK) if anchor < date.max - timedelta(days=_SLACK) else anchor
    ahead = (m, d or 1) > (limit.month, limit.day) if limit.year == anchor.year else False
    return anchor.year - ahead


def last_month(anchor: date, number: int) -> Resolved:
    """ "last February": the latest such month that was over before the anchor's month began."""
    y = anchor.year - (number >= anchor.month)
    return (f"{y:04d}-{number:02d}", "month") if y >= date.min.year else UNKNOWN


def day_of_month(anchor: date, d: int, future: bool) -> Resolved:
    """ "the 12th": of this month, or of the last (next) one when this month's lies on the wrong side."""
    wrong = d < anchor.day if future else d > anchor.day
    index = anchor.year * 12 + anchor.month - 1 + (wrong if future else -wrong)
    try:
        return of_day(date(index // 12, index % 12 + 1, d))
    except ValueError:
        return UNKNOWN
