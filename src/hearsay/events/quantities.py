"""Counts in words and digits: "at least 30", "between 20 and 30", "2,500", "two hundred", "dozens", "a dozen".

A quantity is read from the words on the left of a noun. ``low <= best <= high``; an open end is None: "at least 30"
is (30, 30, None), "up to 30" (None, 30, 30), "about 30" (None, 30, None), "dozens" (24, None, None), "two" (2, 2, 2).
"More than 100" is read as "at least 100", as event data sets do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hearsay.events.tables import read_table
from hearsay.reading.tree import Reading

_DIGITS = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
_RANGE = re.compile(r"(\d+)[-–](\d+)")
_LONGEST = 16
"""Words of the longest quantity that is read."""
_LONGEST_MODIFIER = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count and the words ``first`` to ``last`` (inclusive) that tell it."""

    low: int | None
    best: int | None
    high: int | None
    first: int
    last: int


@cache
def _table() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["kind"], int(row["value"] or 0)) for row in read_table("number_words.tsv")}


def _value(low: str) -> float | None:
    """A single number word: digits, "twelve", "twenty-one"."""
    if _DIGITS.fullmatch(low):
        return float(low.replace(",", "")) if len(low) < 16 else None
    if "-" in low:
        parts = [_table().get(part, ("", 0)) for part in low.split("-")]
        return float(sum(v for _, v in parts)) if len(parts) == 2 and all(k == "unit" for k, _ in parts) else None
    kind, value = _table().get(low, ("", 0))
    return float(value) if kind == "unit" else None


def quantity_ending(reading: Reading, last: int, first: int) -> Quantity | None:
    """The quantity whose last word is ``last``, read leftwards but not before word ``first``; None for none."""
    first = max(first, last + 1 - _LONGEST)
    low = [reading.words[i].text.lower() for i in range(first, last + 1)]
    at = len(low) - 1
    if at < 0:
        return None
    range_ = _RANGE.fullmatch(low[at])
    if range_ is not None and int(range_[1]) < int(range_[2]):
        return Quantity(int(range_[1]), None, int(range_[2]), last, last)
    begin, number, vague = _run(low, at)
    if begin is None:
        return None
    if number is None:
        return Quantity(vague, None, None, first + begin, last)
    best = round(number)
    spread = _spread(low, begin, best)
    if spread is not None:
        return Quantity(spread[1], None, best, first + spread[0], last)
    kind, begin = _modifier(low, begin)
    lower, upper = (None if kind in ("ceiling", "about") else best), (None if kind in ("floor", "about") else best)
    return Quantity(lower, best, upper, first + begin, last)


def _run(low: list[str], at: int) -> tuple[int | None, float | None, int]:
    """Words that together make one number ending at ``at``: begin, its value (None for "dozens"), lower bound."""
    begin = at + 1
    while begin > 0 and _belongs(low, begin - 1, at):
        begin -= 1
    run = [word for word in low[begin : at + 1] if word not in ("and", "of")]
    if not run:
        return None, None, 0
    kinds = [_table().get(word, ("", 0)) for word in run]
    if any(kind == "vague" for kind, _ in kinds):
        bound = kinds[0][1] if kinds[0][0] != "unit" else 1
        for kind, value in kinds[1:]:
            bound *= value // 2 if kind == "vague" else max(value, 1)
        return begin, None, bound
    total = current = 0.0
    for word, (kind, value) in zip(run, kinds, strict=True):
        if kind != "scale":
            current += _value(word) or (1.0 if word in ("a", "an") else 0.0)
        elif value >= 1000:
            total, current = total + (current or 1.0) * value, 0.0
        else:
            current = (current or 1.0) * value
    return begin, total + current, 0


def _belongs(low: list[str], at: int, end: int) -> bool:
    """Whether word ``at`` continues, leftwards, the number that ends at ``end``."""
    word, following = low[at], low[at + 1] if at < end else ""
    kind = _table().get(word, ("", 0))[0]
    after = _table().get(following, ("", 0))[0]
    if word == "of":
        return after == "vague" and at > 0 and _table().get(low[at - 1], ("", 0))[0] == "vague"
    if word == "and":
        return after == "unit" and at > 0 and _table().get(low[at - 1], ("", 0))[0] == "scale"
    if word in ("a", "an"):
        return after == "scale"
    if kind == "vague":
        return not following or following == "of" or after == "scale"
    if kind == "scale":
        return not following or after in ("scale", "unit") or following == "and"
    return _value(word) is not None and (not following or after == "scale")


def _spread(low: list[str], begin: int, high: int) -> tuple[int, int] | None:
    """ "between 20 and 30", "20 to 30": where it begins, and the lower number."""
    if begin >= 2 and low[begin - 1] in ("and", "to", "or", "-", "–"):
        lower = _value(low[begin - 2])
        if lower is not None and lower < high:
            if begin >= 3 and low[begin - 3] in ("between", "from"):
                return begin - 3, round(lower)
            if low[begin - 1] != "and":
                return begin - 2, round(lower)
    return None


def _modifier(low: list[str], begin: int) -> tuple[str, int]:
    """The phrase before a number that opens it, and where number and phrase begin."""
    for length in range(_LONGEST_MODIFIER, 0, -1):
        if begin >= length:
            kind, _ = _table().get(" ".join(low[begin - length : begin]), ("", 0))
            if kind in ("floor", "ceiling", "about"):
                return kind, begin - length
    return "", begin
