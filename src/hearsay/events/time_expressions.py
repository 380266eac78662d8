"""Time expressions: which words of a sentence tell a time, and what they say before a publication date is known.

A scan over the words, not the tree, so a wrong arc cannot break "12 June 2004" apart. What looks like a time and is
none is left out: "may" and "march" as verbs, the "second" as an ordinal, people, papers and groups called April,
Sun or Black September, and numbers of things ("2000 people").
"""

from __future__ import annotations

from functools import cache

from hearsay.events.calendar_times import CalendarTimes, named_days
from hearsay.events.relative_times import RelativeTimes
from hearsay.events.time_line import TimeExpression, is_calendar_name, time_words
from hearsay.reading.tree import Reading

__all__ = ["TimeExpression", "is_calendar_name", "time_expressions"]


@cache
def _triggers() -> frozenset[str]:
    """Lower-case words at which an expression can begin or hold its core; a quick way past the rest."""
    words = time_words()
    return frozenset(
        (*words["month"], *words["weekday"], *words["day"], *words["unit"], *words["vague"], *words["part"])
    )


def time_expressions(reading: Reading, first: int, last: int) -> list[TimeExpression]:
    """The expressions among words ``first`` to ``last``, in text order, not overlapping."""
    return _Scan(reading, reading.words[first : last + 1], first).run()


class _Scan(CalendarTimes, RelativeTimes):
    """One pass over the words of a sentence."""

    def run(self) -> list[TimeExpression]:
        """The expressions in text order."""
        found: list[TimeExpression] = []
        at, cores = 0, _triggers()
        while at < len(self.words):
            low = self.low[at]
            expression = None
            if (
                low[:1].isdigit()
                or low in named_days()
                or low.rstrip(".").removesuffix("s") in cores
                or low.rstrip(".") in cores
            ):
                begin = found[-1].last + 1 - self.offset if found else 0
                expression = self.named(at) or self.calendar(at, begin) or self.relative(at, begin)
            if expression is not None:
                found.append(expression)
                at = expression.last + 1 - self.offset
            else:
                at += 1
        return found
