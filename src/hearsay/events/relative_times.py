"""Times told from today: "yesterday", "last month", "two days ago", "the next day", "later in the day"."""

from __future__ import annotations

from hearsay.events.tables import word_set
from hearsay.events.time_line import Line, TimeExpression, time_words

_EDGES = word_set("time expressions: edges")
_HEDGES = word_set("time expressions: hedges")


class RelativeTimes(Line):
    """Reads expressions that count from the day of publication or from a day told before."""

    def relative(self, at: int, begin: int) -> TimeExpression | None:
        """The relative time whose core stands at a position; words before ``begin`` belong to the one before."""
        low = self.low[at]
        if low in time_words()["day"]:
            if at and self.words[at].text[:1].isupper() and self.text(at - 1) not in ("“", '"', "‘", "'", "``"):
                return None
            first = at - 1 if at - 1 >= begin and self.text(at - 1) in ("earlier", "later") else at
            last = at + 1 if self.text(at + 1) in time_words()["part"] else at
            return self.make(first, last, "day", (self.number("day", at),))
        if low in time_words()["vague"]:
            return self.make(at, at, "vague")
        if low in time_words()["part"]:
            return self._part(at, begin)
        unit = time_words()["unit"].get(low) or time_words()["unit"].get(low.removesuffix("s"))
        if unit is None:
            return None
        return self._unit(at, begin, unit)

    def _part(self, at: int, begin: int) -> TimeExpression | None:
        before = self.text(at - 1)
        if at - 1 < begin or before not in ("this", "last", "next", "following", "previous", "same"):
            return None
        if before in ("this", "last"):
            return self.make(at - 1, at, "day", (-1 if before == "last" else 0,))
        return self.make(at - 1, at, "beside", ({"previous": -1, "same": 0}.get(before, 1),))

    def _unit(self, at: int, begin: int, unit: str) -> TimeExpression | None:
        after, before = self.text(at + 1), self.text(at - 1)
        counted = self._quantity(at - 1)
        if after == "ago":
            hedged = counted is None or self._hedged(at - 2, begin)
            first = at - 1 if at - 1 >= begin else at
            return (
                self.make(first, at + 1, "vague") if hedged else self.make(first, at + 1, "ago", (counted or 0,), unit)
            )
        if counted is not None and unit == "day" and after in ("earlier", "later", "before", "after"):
            days = -counted if after in ("earlier", "before") else counted
            last = at + 1 if after in ("earlier", "later") else at
            return self.make(max(at - 1, begin), last, "beside", (days,))
        if counted is not None and after in ("earlier", "later", "before", "after"):
            return self.make(max(at - 1, begin), at, "vague")
        if (
            unit == "day"
            and before == "the"
            and self.text(at - 2) == "in"
            and self.text(at - 3) in ("later", "earlier")
        ):
            return self.make(max(at - 3, begin), at, "beside", (0,))
        if unit == "day" and before in ("same", "that", "next", "following", "previous"):
            return self.make(at - 1, at, "beside", ({"previous": -1, "same": 0, "that": 0}.get(before, 1),))
        shift = self.shift(at - 1)
        if (
            shift is None
            or at - 1 < begin
            or before in ("past", "previous", "following", "coming")
            or self.low[at].endswith("s")
        ):
            return None
        if self.text(at - 2) == "the" and before == "last":
            return self.make(at - 1, at, "vague")
        if unit not in ("week", "month", "year"):
            return self.make(at - 1, at, "week", (shift,)) if unit == "weekend" else None
        first = at - 2 if at - 2 >= begin and self.text(at - 2) in _EDGES else at - 1
        return self.make(first, at, unit, (shift,))

    def _quantity(self, at: int) -> int | None:
        low = self.text(at)
        if low.isdigit():
            return int(low) if len(low) <= 4 else None
        value = time_words()["number"].get(low)
        return int(value) if value is not None else None

    def _hedged(self, at: int, begin: int) -> bool:
        return at >= begin and (self.text(at) in _HEDGES or (self.text(at) == "than" and self.text(at - 1) in _HEDGES))
