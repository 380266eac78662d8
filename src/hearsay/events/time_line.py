"""The words of one sentence as the readers of time see them, and what they read: time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.events.tables import read_table, word_set
from hearsay.reading.tree import Reading, Word

_EDGES = word_set("time expressions: edges")
_NOT_A_TIME = frozenset(("PER", "ORG"))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words ``first`` to ``last`` (inclusive, article indices) that tell a time.

    ``kind`` says how to read ``value``:
    date (year, month, day; 0 where not told), weekday (number, shift; 2 for the bare name), day (offset in days),
    week/month/year (shift), ago (number of units; ``unit``), ordinal (day of the month), yearly (month, day),
    month-of (month, shift; "last June"), date-of (shift of the year, month, day; "12 June last year"),
    beside (days from the time of the matrix or the sentence before), vague (no ISO date).
    """

    first: int
    last: int
    kind: str
    value: tuple[int, ...] = ()
    unit: str = ""


@cache
def time_words() -> dict[str, dict[str, str]]:
    """``data/time_words.tsv`` as kind -> word -> value."""
    table: dict[str, dict[str, str]] = {}
    for row in read_table("time_words.tsv"):
        table.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return table


def is_calendar_name(word: str) -> bool:
    """A word that names a day of the week or a month, and hardly anything else."""
    low = word.lower()
    return len(low) > 3 and (low in time_words()["weekday"] or low in time_words()["month"])


class Line:
    """Words of a sentence with look-ups by position: ``at`` counts from the first word given, not of the article."""

    def __init__(self, reading: Reading, words: Sequence[Word], offset: int):
        self.reading, self.words, self.offset = reading, words, offset
        self.low = [w.text.lower() for w in words]

    def text(self, at: int) -> str:
        """The lower-case word at a position; "" outside the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def make(self, first: int, last: int, kind: str, value: tuple[int, ...] = (), unit: str = "") -> TimeExpression:
        return TimeExpression(first + self.offset, last + self.offset, kind, value, unit)

    def in_name(self, at: int) -> bool:
        """Whether a word belongs to the name of a person or body that is more than a date ("Sunday Times")."""
        name = self.reading.name_of(at + self.offset)
        if name is None or name.type not in _NOT_A_TIME:
            return False
        return not all(self._is_calendar_word(i - self.offset) for i in range(name.first, name.last + 1))

    def _is_calendar_word(self, at: int) -> bool:
        return self.number("month", at) > 0 or self.number("weekday", at) >= 0 or self.text(at)[:1].isdigit()

    def number(self, kind: str, at: int) -> int:
        """The value of a time word of this kind; -1 for another word."""
        value = time_words()[kind].get(self.text(at).rstrip("."))
        return int(value) if value is not None else -1

    def shift(self, at: int) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next"; None for another word."""
        value = time_words()["shift"].get(self.text(at))
        return int(value) if value is not None else None

    def edge(self, at: int, begin: int) -> int:
        """First position of "early June", "the end of 2008", "mid-June" around a core at ``at``."""
        if at - 1 >= begin and self.text(at - 1) in _EDGES:
            return at - 1
        if at - 2 >= begin and self.text(at - 1) in ("-", "of") and self.text(at - 2) in _EDGES:
            return at - 2
        return at
