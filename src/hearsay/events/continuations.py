"""A story told on: what goes on in the next sentences was done on the day that opened it.

"The army shelled the village on Thursday. ... Six shells hit a school": the second act carries no time word of its
own, yet the text gives it one, since it tells more of the same. An act told as done, without a date of its own, that
follows within a few sentences on a dated act of its own type takes that act's day, unless the two are of other
countries, or the text sets it off as done before ("had shelled") or as still to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.events.candidate import Candidate, When
from hearsay.events.time_expressions import time_expressions
from hearsay.reading.tree import Reading

_REACH = 3
"""Sentences over which a story is told on without naming its day again."""
_BEFORE = frozenset(("had", "'d", "’d"))
_AHEAD = frozenset(("will", "would", "could", "may", "might", "can", "should", "must"))
_MORE = frozenset(("also", "again", "more", "further", "other", "another", "future", "previous", "earlier", "past"))
"""Words that set an act apart from the one just told."""


def dates_by_continuation(reading: Reading, groups: Sequence[Sequence[Candidate]], dates: Sequence[When]) -> list[When]:
    """``dates`` of the groups, with the day of the act before filled in for those that go on with it."""
    told = sorted(
        (
            (c.trigger, group[0].event, _countries(group), when)
            for group, when in zip(groups, dates, strict=True)
            if when.precision == "day" and when.date is not None
            for c in group
        ),
        key=lambda t: t[0],
    )
    return [
        when if when.date is not None else _continued(reading, group, told) or when
        for group, when in zip(groups, dates, strict=True)
    ]


def _continued(
    reading: Reading, group: Sequence[Candidate], told: Sequence[tuple[int, str, frozenset[str], When]]
) -> When | None:
    mine = _countries(group)
    for c in group:
        if c.stance.status not in ("actual", "negated") or _set_apart(reading, c):
            continue
        sentence, below = reading.sentence_of(c.trigger), set(reading.subtree(c.trigger))
        part = next((when for trigger, _, _, when in told if trigger in below and trigger != c.trigger), None)
        if part is not None and c.event == "ASSAULT":
            return part
        for trigger, event, countries, when in reversed(told):
            if trigger >= c.trigger:
                continue
            before = reading.sentence_of(trigger)
            if sentence.index - before.index > _REACH or before.region != sentence.region:
                break
            if event == c.event:
                if not mine or not countries or mine & countries:
                    return when
                break
    return None


def _set_apart(reading: Reading, c: Candidate) -> bool:
    """Own words of time or order keep an act off the day of the story."""
    around = [*reading.children(c.trigger), *(reading.children(c.clause) if c.clause != c.trigger else ())]
    words = {w.text.lower() for w in around if w.relation in ("aux", "amod", "det", "advmod")}
    if words & (_BEFORE | _AHEAD | _MORE):
        return True
    below = reading.subtree(c.trigger)
    return any(e.kind != "beside" for e in time_expressions(reading, min(below), max(below)))


def _countries(group: Sequence[Candidate]) -> frozenset[str]:
    return frozenset(p.actor.country for c in group for p in (*c.actors, *c.recipients) if p.actor.country is not None)
