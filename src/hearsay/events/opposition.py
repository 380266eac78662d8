"""Whom a protest is against when only a prefix says so, and who protests when only a country is named.

"Anti-government protests in Egypt" are by protesters of Egypt, against its government (PLOVER manual, PROTEST:
the recipient is the target of the protest).
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate, Participant
from hearsay.reading.tree import Reading, Word
from hearsay.records import Actor
from hearsay.world import World

_PREFIX = "anti-"
_RULERS = frozenset(["government", "regime", "state", "junta"])


def opposed(reading: Reading, cast: Cast, world: World, candidate: Candidate) -> Candidate:
    """A PROTEST with its country turned into that country's protesters, and its target read off "anti-...".

    A government takes the country of the protesters; where they have none, that of the place (:mod:`.placing`).
    """
    if candidate.event != "PROTEST":
        return candidate
    candidate = replace(candidate, actors=tuple(_crowd(cast, p, candidate) for p in candidate.actors))
    if candidate.recipients:
        return candidate
    for index in reading.subtree(candidate.trigger):
        word = reading.words[index]
        target = _target(word)
        if target is None or index > candidate.trigger or word.relation not in ("amod", "compound"):
            continue
        if target in _RULERS:
            country = next((p.actor.country for p in candidate.actors if p.actor.country is not None), None)
        else:
            places = [p.country for p in world.places(target) if p.precision == "country"]
            country = world.nationality(target) or (places[0] if places else None)
            if country is None:
                continue
        actor = Actor(name=target, country=country, sector=("GOV",), id=None, role=None)
        return replace(candidate, recipients=(Participant(actor, None, word.index, word.index),))
    return candidate


def _crowd(cast: Cast, participant: Participant, candidate: Candidate) -> Participant:
    """A state does not protest in the street; its people do."""
    if participant.member is None or cast.members[participant.member].kind != "country" or candidate.mode != ("demo",):
        return participant
    actor = Actor(name="protesters", country=participant.actor.country, sector=("CVL", "OPP"), id=None, role=None)
    return replace(participant, actor=actor, member=None)


def _target(word: Word) -> str | None:
    low = word.text.lower()
    return word.text[len(_PREFIX) :] if low.startswith(_PREFIX) and len(low) > len(_PREFIX) else None
