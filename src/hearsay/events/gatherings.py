"""Meetings and visits that are no consultation: with the press, and of private people.

PLOVER's CONSULT is between those who act for somebody: an interview is a report, and a migrant's arrival no visit.
"""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.events.candidate import Candidate
from hearsay.records import Actor

_PRIVATE = frozenset(("CVL", "REF"))


def private(candidate: Candidate) -> bool:
    """True for a CONSULT in which a side is the press, or in which nobody but private people visits."""
    if candidate.event != "CONSULT":
        return False
    actors = [participant.actor for participant in candidate.actors]
    recipients = [participant.actor for participant in candidate.recipients]
    if "visit" in candidate.mode:
        return _all(actors, _PRIVATE) or _press(recipients)
    return _press(actors[1:]) or _press(recipients) or (len(actors) == 2 and _press(actors[:1]))


def _press(actors: Iterable[Actor]) -> bool:
    """True for media and their people alone, those of a state aside: it may be its envoy."""
    return _all(actors, frozenset(("JRN",)))


def _all(actors: Iterable[Actor], sectors: frozenset[str]) -> bool:
    found = [actor.sector for actor in actors]
    return bool(found) and all(sector and set(sector) <= sectors for sector in found)
