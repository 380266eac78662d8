"""Times told by the calendar: "12 June 2004", "Friday", "in 2003", "October 7", "9/11"."""

from __future__ import annotations

import re
from functools import cache

from hearsay.events.tables import read_table, word_set
from hearsay.events.time_line import Line, TimeExpression, time_words
from hearsay.reading.tree import Word

_DAY = re.compile(r"([12]?\d|3[01]|0[1-9])(st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ISO = re.compile(r"(1[5-9]\d\d|20\d\d)-(\d\d)-(\d\d)")
_YEARS = re.compile(r"(1[5-9]\d\d|20\d\d)[-–—/](\d\d|\d{4})")
_DECADE = re.compile(r"(1[5-9]\d0|20\d0|\d0)['’]?s")
_YEAR_BEFORE = word_set("time expressions: year before")
_SPECIAL_DAYS = word_set("time expressions: special days")
"""Words that make a day of the week a day of history or of the church: "Bloody Sunday", "Good Friday"."""


@cache
def named_days() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (words, date), the longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("named_days.tsv"):
        words = tuple(row["phrase"].replace("'s", " 's").replace("’s", " ’s").split())
        table.setdefault(words[0], []).append((words, row["date"]))
    return {first: sorted(rows, key=lambda r: -len(r[0])) for first, rows in table.items()}


class CalendarTimes(Line):
    """Reads expressions that name a day, a month or a year."""

    def named(self, at: int) -> TimeExpression | None:
        """A day known by name that begins at a position: "9/11", "New Year's Eve"."""
        for words, day in named_days().get(self.low[at], ()):
            if tuple(self.low[at : at + len(words)]) == words:
                numbers = tuple(int(n) for n in day.split("-"))
                kind = "date" if len(numbers) == 3 else "yearly"
                return self.make(at, at + len(words) - 1, kind, numbers)
        return None

    def _month(self, at: int) -> int:
        """Number of the month a word names, 0 for none: "May" and "March" must not be verbs."""
        number = self.number("month", at)
        if number < 1:
            return 0
        word, low = self.words[at], self.low[at]
        if word.text[:1].islower() or word.upos in ("AUX", "VERB") or self.in_name(at):
            return 0
        if low in ("mar", "jan", "may") and word.upos not in ("PROPN", "NOUN") and not self._day_beside(at):
            return 0
        return number

    def _day_beside(self, at: int) -> bool:
        return any(_DAY.fullmatch(self.text(i)) for i in (at - 1, at + 1)) or bool(_YEAR.fullmatch(self.text(at + 1)))

    def _day(self, at: int) -> int:
        match = _DAY.fullmatch(self.text(at))
        return int(match[1]) if match else 0

    def _year_after(self, at: int) -> tuple[int, int]:
        """Year after position ``at`` ("June 12, 2004", "June of 2004") and its position; (0, at) for none."""
        for skip in ((), (",",), ("of",)):
            here = at + 1 + len(skip)
            if all(self.text(at + 1 + i) == s for i, s in enumerate(skip)) and _YEAR.fullmatch(self.text(here)):
                return int(self.text(here)), here
        return 0, at

    def calendar(self, at: int, begin: int) -> TimeExpression | None:
        """The date whose core stands at a position; words before ``begin`` belong to the expression before."""
        iso = _ISO.fullmatch(self.low[at])
        if iso:
            return self.make(at, at, "date", (int(iso[1]), int(iso[2]), int(iso[3])))
        years = _YEARS.fullmatch(self.low[at])
        if years:
            return self.make(at, at, "date", (int(years[1]), 0, 0))
        if _DECADE.fullmatch(self.low[at]):
            return self.make(at, at, "vague")
        number = self.number("weekday", at)
        if number >= 0 and self.text(at - 1) in _SPECIAL_DAYS and self.words[at - 1].text[:1].isupper():
            return self.make(at - 1, at, "vague")
        if number >= 0 and self.words[at].text[:1].isupper() and not self.in_name(at):
            return self._weekday(at, begin, number)
        month = self._month(at)
        if month:
            day = self._day(at + 1)
            if day and not self._counts(at + 1):
                return self._full_date(at, at + 1, month, day)
            year, last = self._year_after(at)
            first, shift = self.edge(at, begin), self.shift(at - 1)
            if not year and (of_year := self._shifted_year(at)) is not None:
                return self.make(first, of_year[1], "date-of", (of_year[0], month, 0))
            if shift is not None and not year:
                return self.make(max(at - 1, begin), last, "month-of", (month, shift))
            return self.make(first, last, "date", (year, month, 0))
        day = self._day(at)
        if day:
            skip = 2 if self.text(at + 1) == "of" else 1
            month = self._month(at + skip)
            if month:
                return self._full_date(at, at + skip, month, day)
            if (
                self.low[at][-1].isalpha()
                and self.text(at - 1) == "the"
                and self.text(at - 2) in ("on", "until", "since")
            ):
                head = self.reading.head(at + self.offset)
                if self.words[at].deprel in ("obl", "nmod") or head is None or head.upos == "VERB":
                    return self.make(at, at, "ordinal", (day,))
            return None
        if (
            _YEAR.fullmatch(self.low[at])
            and self.text(at + 1) in ("-", "–", "—")
            and _YEAR.fullmatch(self.text(at + 2))
        ):
            return self.make(at, at + 2, "date", (int(self.low[at]), 0, 0))
        if _YEAR.fullmatch(self.low[at]) and self._is_year(at):
            return self.make(self.edge(at, begin), at, "date", (int(self.low[at]), 0, 0))
        return None

    def _full_date(self, first: int, last: int, month: int, day: int) -> TimeExpression:
        year, end = self._year_after(last)
        if not year and (of_year := self._shifted_year(last)) is not None:
            return self.make(first, of_year[1], "date-of", (of_year[0], month, day))
        return self.make(first, end, "date", (year, month, day))

    def _shifted_year(self, at: int) -> tuple[int, int] | None:
        """The shift and last position of "last year" after position ``at``: "in August of last year"."""
        here = at + 2 if self.text(at + 1) == "of" else at + 1
        shift = self.shift(here)
        return (shift, here + 1) if shift is not None and self.text(here + 1) == "year" else None

    def _counts(self, at: int) -> bool:
        """A number that counts things, as in "In June 12 people died": a bare number before its plural noun."""
        word = self.words[at]
        head = self.reading.head(word.index)
        return (
            word.deprel == "nummod" and head is not None and head.index > word.index and head.xpos == "NNS"
            and self.text(at + 1) != ","
        )  # fmt: skip

    def _is_year(self, at: int) -> bool:
        word = self.words[at]
        if self.in_name(at) or self.text(at - 1) in (
            "$", "£", "€", "resolution", "number", "no.", "flight", "about", "some",
        ):  # fmt: skip
            return False
        head = self.reading.head(word.index)
        counted = word.deprel == "nummod" and head is not None and head.index > word.index
        if (
            counted
            and head is not None
            and head.xpos == "NNS"
            and self.text(at - 1) != "the"
            and not self._possessed(head)
        ):
            return False
        if self.text(at - 1).rstrip(".") in _YEAR_BEFORE or self.text(at - 1) in ("(", ",", "the", "-", "–"):
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
        return self.reading.child(head.index, "nmod:poss", "det") is not None

    def _weekday(self, at: int, begin: int, number: int) -> TimeExpression:
        first, last, shift = at, at, 2
        before = self.shift(at - 1)
        if before is not None and at - 1 >= begin:
            first, shift = at - 1, before
        if self.text(at + 1) in time_words()["part"]:
            last = at + 1
        comma = at + 2 if self.text(at + 1) == "," else at + 1
        for here in (comma, comma + 1 if self.text(comma) == "the" else comma):
            month, day = self._month(here), self._day(here)
            if month and self._day(here + 1):
                year, last = self._year_after(here + 1)
                return self.make(at, last, "date", (year, month, self._day(here + 1)))
            if day and self._month(here + 1):
                year, last = self._year_after(here + 1)
                return self.make(at, last, "date", (year, self._month(here + 1), day))
        return self.make(first, last, "weekday", (number, shift))
