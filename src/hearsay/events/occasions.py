"""What was said at a dated meeting was said on its day.

"The two leaders spoke on Monday. ... The guest thanked Iran": the thanks carry no time word of their own, yet the text
gives them one. A speech act told as done, without its own date, whose doers all took part in a meeting, call or visit
of one known day, takes that day, when the text tells it after the meeting and not as something done before ("had
thanked").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate, When
from hearsay.events.likeness import kinship
from hearsay.events.surroundings import opacity
from hearsay.reading.tree import Reading

_SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_ABOVE = 6
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))


def dates_by_occasion(
    reading: Reading, cast: Cast, groups: Sequence[Sequence[Candidate]], dates: Sequence[When]
) -> list[When]:
    """``dates`` of the groups, with the day of the meeting filled in for what was said there."""
    meetings = [
        (group, when)
        for group, when in zip(groups, dates, strict=True)
        if group[0].event == "CONSULT" and when.precision == "day" and any(c.stance.status == "actual" for c in group)
    ]
    if not meetings:
        return list(dates)
    return [
        when if when.date is not None else _occasion(reading, cast, group, meetings) or when
        for group, when in zip(groups, dates, strict=True)
    ]


def _told_before(reading: Reading, c: Candidate) -> bool:
    """The perfect, or what praise and blame are for ("thanked France for pressing Colombia"): of another day."""
    if any(w.text.lower() in _PERFECT for w in reading.children(c.trigger, "aux")):
        return True
    return any(
        w.upos == "VERB" and opacity(w) in ("judge", "ask") for w in islice(reading.ancestors(c.clause), _ABOVE)
    )


def _occasion(
    reading: Reading, cast: Cast, group: Sequence[Candidate], meetings: Sequence[tuple[Sequence[Candidate], When]]
) -> When | None:
    first = group[0]
    if first.event not in _SPOKEN or first.stance.status != "actual" or not any(c.actors for c in group):
        return None
    if _told_before(reading, first):
        return None
    days: dict[str | None, When] = {}
    for meeting, when in meetings:
        parties = [p for c in meeting for p in (*c.actors, *c.recipients)]
        there = all(any(kinship(cast, actor, party) == 2 for party in parties) for c in group for actor in c.actors)
        if there and meeting[0].trigger < first.trigger:
            days.setdefault(when.date, when)
    return next(iter(days.values())) if len(days) == 1 else None
