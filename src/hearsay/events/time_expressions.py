"""Time expressions: which words of a sentence tell a time, and what they say before a publication date is known.

A scan over the words, not the tree, so a wrong arc cannot break "12 June 2004" apart. What looks like a time and is
none is left out: "may" and "march" as verbs, the "second" as an ordinal, people, papers and groups called April,
Sun or Black September, and numbers of things ("2000 people").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.events.tables import read_table, word_set
from hearsay.reading.tree import Reading, Word


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


_DAY = re.compile(r"([12]?\d|3[01]|0[1-9])(st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ISO = re.compile(r"(1[5-9]\d\d|20\d\d)-(\d\d)-(\d\d)")
_YEARS = re.compile(r"(1[5-9]\d\d|20\d\d)[-–—/](\d\d|\d{4})")
_DECADE = re.compile(r"(1[5-9]\d0|20\d0|\d0)['’]?s")
_EDGES = word_set("time expressions: edges")
_YEAR_BEFORE = word_set("time expressions: year before")
_SPECIAL_DAYS = word_set("time expressions: special days")
"""Words that make a day of the week a day of history or of the church: "Bloody Sunday", "Good Friday"."""
_HEDGES = word_set("time expressions: hedges")
_NOT_A_TIME = frozenset(("PER", "ORG"))


@cache
def _words() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table("time_words.tsv"):
        table.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return table


@cache
def _named_days() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (words, date), the longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("named_days.tsv"):
        words = tuple(row["phrase"].replace("'s", " 's").replace("’s", " ’s").split())
        table.setdefault(words[0], []).append((words, row["date"]))
    return {first: sorted(rows, key=lambda r: -len(r[0])) for first, rows in table.items()}


@cache
def _triggers() -> frozenset[str]:
    """Lower-case words at which an expression can begin or hold its core; a quick way past the rest."""
    words = _words()
    return frozenset(
        (*words["month"], *words["weekday"], *words["day"], *words["unit"], *words["vague"], *words["part"])
    )


def is_calendar_name(word: str) -> bool:
    """A word that names a day of the week or a month, and hardly anything else."""
    low = word.lower()
    return len(low) > 3 and (low in _words()["weekday"] or low in _words()["month"])


def time_expressions(reading: Reading, first: int, last: int) -> list[TimeExpression]:
    """The expressions among words ``first`` to ``last``, in text order, not overlapping."""
    return _Scan(reading, reading.words[first : last + 1], first).run()


class _Scan:
    """One pass over the words of a sentence; ``at`` is a position in it, not in the article."""

    def __init__(self, reading: Reading, words: Sequence[Word], offset: int):
        self._reading, self._words, self._offset = reading, words, offset
        self._low = [w.text.lower() for w in words]

    def run(self) -> list[TimeExpression]:
        found: list[TimeExpression] = []
        at, cores = 0, _triggers()
        while at < len(self._words):
            low = self._low[at]
            expression = None
            if (
                low[:1].isdigit()
                or low in _named_days()
                or low.rstrip(".").removesuffix("s") in cores
                or low.rstrip(".") in cores
            ):
                begin = found[-1].last + 1 - self._offset if found else 0
                expression = self._named(at) or self._calendar(at, begin) or self._relative(at, begin)
            if expression is not None:
                found.append(expression)
                at = expression.last + 1 - self._offset
            else:
                at += 1
        return found

    def _text(self, at: int) -> str:
        return self._low[at] if 0 <= at < len(self._low) else ""

    def _make(self, first: int, last: int, kind: str, value: tuple[int, ...] = (), unit: str = "") -> TimeExpression:
        return TimeExpression(first + self._offset, last + self._offset, kind, value, unit)

    def _in_name(self, at: int) -> bool:
        name = self._reading.name_of(at + self._offset)
        if name is None or name.type not in _NOT_A_TIME:
            return False
        return not all(self._is_calendar_word(i - self._offset) for i in range(name.first, name.last + 1))

    def _is_calendar_word(self, at: int) -> bool:
        return self._number("month", at) > 0 or self._number("weekday", at) >= 0 or self._text(at)[:1].isdigit()

    def _number(self, kind: str, at: int) -> int:
        value = _words()[kind].get(self._text(at).rstrip("."))
        return int(value) if value is not None else -1

    # -- names of days, months, years -----------------------------------------------------------------

    def _named(self, at: int) -> TimeExpression | None:
        for words, day in _named_days().get(self._low[at], ()):
            if tuple(self._low[at : at + len(words)]) == words:
                numbers = tuple(int(n) for n in day.split("-"))
                kind = "date" if len(numbers) == 3 else "yearly"
                return self._make(at, at + len(words) - 1, kind, numbers)
        return None

    def _month(self, at: int) -> int:
        """Number of the month a word names, 0 for none: "May" and "March" must not be verbs."""
        number = self._number("month", at)
        if number < 1:
            return 0
        word, low = self._words[at], self._low[at]
        if word.text[:1].islower() or word.upos in ("AUX", "VERB") or self._in_name(at):
            return 0
        if low in ("mar", "jan", "may") and word.upos not in ("PROPN", "NOUN") and not self._day_beside(at):
            return 0
        return number

    def _day_beside(self, at: int) -> bool:
        return any(_DAY.fullmatch(self._text(i)) for i in (at - 1, at + 1)) or bool(_YEAR.fullmatch(self._text(at + 1)))

    def _day(self, at: int) -> int:
        match = _DAY.fullmatch(self._text(at))
        return int(match[1]) if match else 0

    def _year_after(self, at: int) -> tuple[int, int]:
        """Year after position ``at`` ("June 12, 2004", "June of 2004") and its position; (0, at) for none."""
        for skip in ((), (",",), ("of",)):
            here = at + 1 + len(skip)
            if all(self._text(at + 1 + i) == s for i, s in enumerate(skip)) and _YEAR.fullmatch(self._text(here)):
                return int(self._text(here)), here
        return 0, at

    def _calendar(self, at: int, begin: int) -> TimeExpression | None:
        iso = _ISO.fullmatch(self._low[at])
        if iso:
            return self._make(at, at, "date", (int(iso[1]), int(iso[2]), int(iso[3])))
        years = _YEARS.fullmatch(self._low[at])
        if years:
            return self._make(at, at, "date", (int(years[1]), 0, 0))
        if _DECADE.fullmatch(self._low[at]):
            return self._make(at, at, "vague")
        number = self._number("weekday", at)
        if number >= 0 and self._text(at - 1) in _SPECIAL_DAYS and self._words[at - 1].text[:1].isupper():
            return self._make(at - 1, at, "vague")
        if number >= 0 and self._words[at].text[:1].isupper() and not self._in_name(at):
            return self._weekday(at, begin, number)
        month = self._month(at)
        if month:
            day = self._day(at + 1)
            if day and not self._counts(at + 1):
                return self._full_date(at, at + 1, month, day)
            year, last = self._year_after(at)
            first, shift = self._edge(at, begin), self._shift(at - 1)
            if not year and (of_year := self._shifted_year(at)) is not None:
                return self._make(first, of_year[1], "date-of", (of_year[0], month, 0))
            if shift is not None and not year:
                return self._make(max(at - 1, begin), last, "month-of", (month, shift))
            return self._make(first, last, "date", (year, month, 0))
        day = self._day(at)
        if day:
            skip = 2 if self._text(at + 1) == "of" else 1
            month = self._month(at + skip)
            if month:
                return self._full_date(at, at + skip, month, day)
            if (
                self._low[at][-1].isalpha()
                and self._text(at - 1) == "the"
                and self._text(at - 2) in ("on", "until", "since")
            ):
                head = self._reading.head(at + self._offset)
                if self._words[at].deprel in ("obl", "nmod") or head is None or head.upos == "VERB":
                    return self._make(at, at, "ordinal", (day,))
            return None
        if (
            _YEAR.fullmatch(self._low[at])
            and self._text(at + 1) in ("-", "–", "—")
            and _YEAR.fullmatch(self._text(at + 2))
        ):
            return self._make(at, at + 2, "date", (int(self._low[at]), 0, 0))
        if _YEAR.fullmatch(self._low[at]) and self._is_year(at):
            return self._make(self._edge(at, begin), at, "date", (int(self._low[at]), 0, 0))
        return None

    def _full_date(self, first: int, last: int, month: int, day: int) -> TimeExpression:
        year, end = self._year_after(last)
        if not year and (of_year := self._shifted_year(last)) is not None:
            return self._make(first, of_year[1], "date-of", (of_year[0], month, day))
        return self._make(first, end, "date", (year, month, day))

    def _shifted_year(self, at: int) -> tuple[int, int] | None:
        """The shift and last position of "last year" after position ``at``: "in August of last year"."""
        here = at + 2 if self._text(at + 1) == "of" else at + 1
        shift = self._shift(here)
        return (shift, here + 1) if shift is not None and self._text(here + 1) == "year" else None

    def _counts(self, at: int) -> bool:
        """A number that counts things, as in "In June 12 people died": a bare number before its plural noun."""
        word = self._words[at]
        head = self._reading.head(word.index)
        return (
            word.deprel == "nummod" and head is not None and head.index > word.index and head.xpos == "NNS"
            and self._text(at + 1) != ","
        )  # fmt: skip

    def _is_year(self, at: int) -> bool:
        word = self._words[at]
        if self._in_name(at) or self._text(at - 1) in (
            "$", "£", "€", "resolution", "number", "no.", "flight", "about", "some",
        ):  # fmt: skip
            return False
        head = self._reading.head(word.index)
        counted = word.deprel == "nummod" and head is not None and head.index > word.index
        if (
            counted
            and head is not None
            and head.xpos == "NNS"
            and self._text(at - 1) != "the"
            and not self._possessed(head)
        ):
            return False
        if self._text(at - 1).rstrip(".") in _YEAR_BEFORE or self._text(at - 1) in ("(", ",", "the", "-", "–"):
            return True
        return word.deprel in (
            "compound",
            "nummod",
            "nmod:tmod",
            "nmod:unmarked",
            "obl:tmod",
            "obl:unmarked",
            "nmod",
            "obl",
        )

    def _possessed(self, head: Word) -> bool:
        return self._reading.child(head.index, "nmod:poss", "det") is not None

    def _weekday(self, at: int, begin: int, number: int) -> TimeExpression:
        first, last, shift = at, at, 2
        before = self._shift(at - 1)
        if before is not None and at - 1 >= begin:
            first, shift = at - 1, before
        if self._text(at + 1) in _words()["part"]:
            last = at + 1
        comma = at + 2 if self._text(at + 1) == "," else at + 1
        for here in (comma, comma + 1 if self._text(comma) == "the" else comma):
            month, day = self._month(here), self._day(here)
            if month and self._day(here + 1):
                year, last = self._year_after(here + 1)
                return self._make(at, last, "date", (year, month, self._day(here + 1)))
            if day and self._month(here + 1):
                year, last = self._year_after(here + 1)
                return self._make(at, last, "date", (year, self._month(here + 1), day))
        return self._make(first, last, "weekday", (number, shift))

    def _edge(self, at: int, begin: int) -> int:
        """First position of "early June", "the end of 2008", "mid-June" around a core at ``at``."""
        if at - 1 >= begin and self._text(at - 1) in _EDGES:
            return at - 1
        if at - 2 >= begin and self._text(at - 1) in ("-", "of") and self._text(at - 2) in _EDGES:
            return at - 2
        return at

    def _shift(self, at: int) -> int | None:
        value = _words()["shift"].get(self._text(at))
        return int(value) if value is not None else None

    # -- relative words -------------------------------------------------------------------------------

    def _relative(self, at: int, begin: int) -> TimeExpression | None:
        low = self._low[at]
        if low in _words()["day"]:
            if at and self._words[at].text[:1].isupper() and self._text(at - 1) not in ("“", '"', "‘", "'", "``"):
                return None
            first = at - 1 if at - 1 >= begin and self._text(at - 1) in ("earlier", "later") else at
            last = at + 1 if self._text(at + 1) in _words()["part"] else at
            return self._make(first, last, "day", (self._number("day", at),))
        if low in _words()["vague"]:
            return self._make(at, at, "vague")
        if low in _words()["part"]:
            return self._part(at, begin)
        unit = _words()["unit"].get(low) or _words()["unit"].get(low.removesuffix("s"))
        if unit is None:
            return None
        return self._unit(at, begin, unit)

    def _part(self, at: int, begin: int) -> TimeExpression | None:
        before = self._text(at - 1)
        if at - 1 < begin or before not in ("this", "last", "next", "following", "previous", "same"):
            return None
        if before in ("this", "last"):
            return self._make(at - 1, at, "day", (-1 if before == "last" else 0,))
        return self._make(at - 1, at, "beside", ({"previous": -1, "same": 0}.get(before, 1),))

    def _unit(self, at: int, begin: int, unit: str) -> TimeExpression | None:
        after, before = self._text(at + 1), self._text(at - 1)
        counted = self._quantity(at - 1)
        if after == "ago":
            hedged = counted is None or self._hedged(at - 2, begin)
            first = at - 1 if at - 1 >= begin else at
            return (
                self._make(first, at + 1, "vague")
                if hedged
                else self._make(first, at + 1, "ago", (counted or 0,), unit)
            )
        if counted is not None and unit == "day" and after in ("earlier", "later", "before", "after"):
            days = -counted if after in ("earlier", "before") else counted
            last = at + 1 if after in ("earlier", "later") else at
            return self._make(max(at - 1, begin), last, "beside", (days,))
        if counted is not None and after in ("earlier", "later", "before", "after"):
            return self._make(max(at - 1, begin), at, "vague")
        if (
            unit == "day"
            and before == "the"
            and self._text(at - 2) == "in"
            and self._text(at - 3) in ("later", "earlier")
        ):
            return self._make(max(at - 3, begin), at, "beside", (0,))
        if unit == "day" and before in ("same", "that", "next", "following", "previous"):
            return self._make(at - 1, at, "beside", ({"previous": -1, "same": 0, "that": 0}.get(before, 1),))
        shift = self._shift(at - 1)
        if (
            shift is None
            or at - 1 < begin
            or before in ("past", "previous", "following", "coming")
            or self._low[at].endswith("s")
        ):
            return None
        if self._text(at - 2) == "the" and before == "last":
            return self._make(at - 1, at, "vague")
        if unit not in ("week", "month", "year"):
            return self._make(at - 1, at, "week", (shift,)) if unit == "weekend" else None
        first = at - 2 if at - 2 >= begin and self._text(at - 2) in _EDGES else at - 1
        return self._make(first, at, unit, (shift,))

    def _quantity(self, at: int) -> int | None:
        low = self._text(at)
        if low.isdigit():
            return int(low) if len(low) <= 4 else None
        value = _words()["number"].get(low)
        return int(value) if value is not None else None

    def _hedged(self, at: int, begin: int) -> bool:
        return at >= begin and (
            self._text(at) in _HEDGES or (self._text(at) == "than" and self._text(at - 1) in _HEDGES)
        )
