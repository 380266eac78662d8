"""The date of publication, as written by people and machines, to ``YYYY-MM-DD``.

The date is taken as written: no time zone is applied, since a newspaper's "15 July" is its own day.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{2}:?\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{4,6}z?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})" + _TIME)
_DAY_MONTH = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]+)\.?,?[\s-]+(\d{4})" + _TIME)
_MONTH_DAY = re.compile(_WEEKDAY + r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})" + _TIME)

FORMS = "2024-07-15, 15 July 2024, July 15, 2024 or 20240715"


def iso_date(value: str | date) -> str:
    """``YYYY-MM-DD`` for a date in any common form.

    Raises ValueError, saying why in a few words, for an impossible date, for a form that is not known, and for
    ``4/5/2024``, which means two different days on two sides of an ocean.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    written = value.strip()
    text = written.lower()
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _checked(written, *map(int, found.groups()))
    if (found := _DAY_MONTH.fullmatch(text)) and found[2] in _MONTHS:
        return _checked(written, int(found[3]), _MONTHS[found[2]], int(found[1]))
    if (found := _MONTH_DAY.fullmatch(text)) and found[1] in _MONTHS:
        return _checked(written, int(found[3]), _MONTHS[found[1]], int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        first, second, year = map(int, found.groups())
        if first <= 12 and second <= 12 and first != second:
            raise ValueError(f"{written!r} can be read two ways: write YYYY-MM-DD")
        return _checked(written, year, *((second, first) if first > 12 else (first, second)))
    raise ValueError(f"{written[:40]!r} is not a date: write it as {FORMS}")


def _checked(written: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise ValueError(f"there is no date {written[:40]!r}") from None
