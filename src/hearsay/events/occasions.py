"""What was said at a meeting of known day and place was said on that day, at that place.

"The two leaders spoke on Monday. ... The guest thanked Iran": the thanks carry no time word of their own, yet the text
gives them one. A speech act told as done, without its own setting, whose doers all took part in a meeting, call or
visit of one known setting, takes that, when the text tells it after the meeting and not as something done before
("had thanked").
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import TypeVar

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate
from hearsay.events.likeness import kinship
from hearsay.events.surroundings import opacity
from hearsay.reading.tree import Reading

Setting = TypeVar("Setting")
"""A day or a place: what a meeting lends to what was said there."""
_SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_ABOVE = 6
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))


def of_the_occasion(
    reading: Reading,
    cast: Cast,
    groups: Sequence[Sequence[Candidate]],
    known: Sequence[Setting | None],
    name: Callable[[Setting], Hashable],
) -> list[Setting | None]:
    """``known``, a setting or None for each group, with the meeting's filled in for what was said there.

    Settings of one ``name`` are the same: a day told twice is one day.
    """
    meetings = [
        (group, setting)
        for group, setting in zip(groups, known, strict=True)
        if group[0].event == "CONSULT" and setting is not None and any(c.stance.status == "actual" for c in group)
    ]
    if not meetings:
        return list(known)
    return [
        setting if setting is not None else _occasion(reading, cast, group, meetings, name)
        for group, setting in zip(groups, known, strict=True)
    ]


def _told_before(reading: Reading, c: Candidate) -> bool:
    """The perfect, or what praise and blame are for ("thanked France for pressing Colombia"): of another day."""
    if any(w.text.lower() in _PERFECT for w in reading.children(c.trigger, "aux")):
        return True
    return any(w.upos == "VERB" and opacity(w) in ("judge", "ask") for w in islice(reading.ancestors(c.clause), _ABOVE))


def _occasion(
    reading: Reading,
    cast: Cast,
    group: Sequence[Candidate],
    meetings: Sequence[tuple[Sequence[Candidate], Setting]],
    name: Callable[[Setting], Hashable],
) -> Setting | None:
    first = group[0]
    if first.event not in _SPOKEN or first.stance.status != "actual" or not any(c.actors for c in group):
        return None
    if _told_before(reading, first):
        return None
    settings: dict[Hashable, Setting] = {}
    for meeting, setting in meetings:
        parties = [p for c in meeting for p in (*c.actors, *c.recipients)]
        there = all(any(kinship(cast, actor, party) == 2 for party in parties) for c in group for actor in c.actors)
        if there and meeting[0].trigger < first.trigger:
            settings.setdefault(name(setting), setting)
    return next(iter(settings.values())) if len(settings) == 1 else None
