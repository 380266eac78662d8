"""A story told on: what goes on in the next sentences was done on the day that opened it.

"The army shelled the village on Thursday. ... Six shells hit a school": the second act carries no time word of its
own, yet the text gives it one, since it tells more of the same. An act told as done that follows within a few
sentences on an act of its own type takes that act's day, unless the two are of other countries, or the text sets
it off as done before ("had shelled"), as still to come, or as one more ("also").
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.events.candidate import Candidate, When
from hearsay.events.days import published_day
from hearsay.events.time_expressions import time_expressions
from hearsay.reading.tree import Reading

_REACH = 3
"""Sentences over which a story is told on without naming its day again."""
_NEWS = 31
"""Days before publication within which an act is news."""
_BEFORE = frozenset(("had", "'d", "’d", "has", "have", "'ve", "’ve"))
_AHEAD = frozenset(("will", "would", "could", "may", "might", "can", "should", "must"))
_MORE = frozenset(("also", "again", "more", "further", "other", "another", "future", "previous", "earlier", "past"))
"""Words that set an act apart from the one just told."""


def carried_on(
    reading: Reading, groups: Sequence[Sequence[Candidate]], days: Sequence[When | None]
) -> list[When | None]:
    """``days``, None for groups without one, with that of the act before filled in for those that go on with it."""
    told = sorted(
        (
            (c.trigger, group[0].event, _countries(group), day)
            for group, day in zip(groups, days, strict=True)
            if day is not None and _news(reading, day)
            for c in group
        ),
        key=lambda t: t[0],
    )
    return [day if day is not None else _before(reading, group, told) for group, day in zip(groups, days, strict=True)]


def _before(
    reading: Reading, group: Sequence[Candidate], told: Sequence[tuple[int, str, frozenset[str], When]]
) -> When | None:
    mine = _countries(group)
    if any(_set_apart(reading, c) for c in group):
        return None  # one event: what sets off one mention of it sets off the others
    for c in group:
        if c.stance.status not in ("actual", "negated"):
            continue
        sentence, below = reading.sentence_of(c.trigger), set(reading.subtree(c.trigger))
        if c.event == "ASSAULT":
            whole = next((day for at, _, _, day in told if at in below and at != c.trigger), None)
            if whole is not None:
                return whole
        for trigger, event, countries, day in reversed(told):
            if trigger >= c.trigger:
                continue
            earlier = reading.sentence_of(trigger)
            if sentence.index - earlier.index > _REACH or earlier.region != sentence.region:
                break
            if event == c.event:
                if not mine or not countries or mine & countries:
                    return day
                break
    return None


def _news(reading: Reading, day: When) -> bool:
    published, told = published_day(reading.document.published), published_day(day.date)
    return published is None or told is None or abs((published - told).days) <= _NEWS


def _set_apart(reading: Reading, c: Candidate) -> bool:
    """Own words of time or order keep an act off the day of the story."""
    around = [*reading.children(c.trigger), *(reading.children(c.clause) if c.clause != c.trigger else ())]
    words = {w.text.lower() for w in around if w.relation in ("aux", "amod", "det", "advmod")}
    if words & (_BEFORE | _AHEAD | _MORE) or _at_all_times(reading, c):
        return True
    beside = [w.index for w in around if w.relation in ("obl", "nmod")]
    near = {w.text.lower() for i in beside for w in (reading.words[i], *reading.children(i, "amod"))}
    if near & _MORE:  # "used it in the *past*", "in 44 *previous* incidents"
        return True
    below = reading.subtree(c.trigger)
    return any(e.kind != "beside" for e in time_expressions(reading, min(below), max(below)))


def _at_all_times(reading: Reading, c: Candidate) -> bool:
    """True for a habit: "the rebels *use* such shells as a weapon", "when *fighting* with rebels"."""
    word = reading.words[c.trigger]
    helpers = {w.text.lower() for w in reading.children(c.trigger, "aux", "aux:pass", "mark", "advmod")}
    if word.xpos == "VBG":
        return "when" in helpers
    return word.xpos in ("VBP", "VBZ") and not helpers & {"do", "does", "did"}


def _countries(group: Sequence[Candidate]) -> frozenset[str]:
    return frozenset(p.actor.country for c in group for p in (*c.actors, *c.recipients) if p.actor.country is not None)
