"""What the place of an event says of who took part: whom a visit was to, and of which country bystanders are."""

from __future__ import annotations

from dataclasses import replace

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate, Participant
from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading
from hearsay.records import Actor

_LOCAL = frozenset(["ASSAULT", "COERCE", "AID", "PROTEST", "SANCTION", "RETREAT"])
_LOCAL_DOERS = frozenset(["ASSAULT", "PROTEST"])
"""Types done by nameless crowds and gunmen where they are (GUIDELINES, "Who": the country they operate in)."""
_UNARMED = frozenset(["PSE", "VAT", "AND", "CRI", "ISL", "LIE", "PAN", "MUS", "WSM", "VUT", "TUV"])
"""States without armed forces of their own: their fighting is the government's."""
_BOMBARDMENT = frozenset(["aerial", "heavy-weapons", "drone"])
_LOCAL_KINDS = frozenset(["group", "unknown"])


def placed(reading: Reading, cast: Cast, candidate: Candidate) -> Candidate:
    """The candidate with a host taken from the place, and bystanders of no known country taken to be of the place.

    Without a place, victims of force and those protested against take the country that the words around tell of.
    """
    place = candidate.place
    if place is None or place.country is None:
        near = cast.near(candidate.trigger) or cast.dominant_country
        if candidate.event in _LOCAL_DOERS and near is not None:
            return replace(candidate, recipients=tuple(_local(cast, p, near) for p in candidate.recipients))
        return candidate
    if "visit" in candidate.mode and not candidate.recipients:
        words = reading.words_in(place.span)
        if words and all(p.actor.country != place.country for p in candidate.actors):
            host = Actor(name=place.name, country=place.country, sector=(), id=None, role=None)
            return replace(candidate, recipients=(Participant(host, None, words[0].index, words[-1].index),))
    if candidate.event == "ASSAULT":
        struck = tuple(_foreign(cast, candidate, p, place.country) for p in candidate.recipients)
        candidate = replace(candidate, recipients=struck)
    if candidate.event in _LOCAL_DOERS:
        candidate = replace(candidate, actors=tuple(_local(cast, p, place.country) for p in candidate.actors))
    if candidate.event in _LOCAL and any(p.actor.country is None for p in candidate.recipients):
        return replace(candidate, recipients=tuple(_local(cast, p, place.country) for p in candidate.recipients))
    return candidate


def _foreign(cast: Cast, candidate: Candidate, participant: Participant, country: str) -> Participant:
    """Bystanders taken to be of a state that struck abroad are of where it struck: "Israeli air strike in *Gaza*"."""
    index = participant.member
    strikers = {
        p.actor.country for p in candidate.actors if p.member is not None and cast.members[p.member].kind == "country"
    }
    if participant.actor.country not in strikers or (
        index is not None and cast.members[index].kind not in _LOCAL_KINDS
    ):
        return participant
    within = [m for i in range(participant.first, participant.last + 1) for m in cast.at(i) if m.member != index]
    if within:
        return participant
    return replace(participant, actor=participant.actor.model_copy(update={"country": country}))


def armed(cast: Cast, candidate: Candidate) -> Candidate:
    """The candidate with a state that uses force taken as its military (GUIDELINES, "Who is who")."""
    if candidate.event != "ASSAULT":
        return candidate
    candidate = replace(candidate, recipients=tuple(_carrying(p) for p in candidate.recipients))
    if "torture" in candidate.mode:
        return candidate
    by_air = bool(_BOMBARDMENT.intersection(candidate.mode))
    actors = tuple(_military(cast, p, by_air) for p in candidate.actors)
    if "crowd-control" in candidate.mode or _crowd(candidate):
        actors = tuple(_riot_police(p) for p in actors)
    return replace(candidate, actors=actors)


def _crowd(candidate: Candidate) -> bool:
    """True for a clash in which one side is people without arms."""
    return len(candidate.actors) > 1 and any(p.actor.sector[:1] == ("CVL",) for p in candidate.actors)


def _carrying(participant: Participant) -> Participant:
    """A flight, a bus or a convoy that is attacked is who travels in it."""
    if participant.actor.sector or not _travels(participant):
        return participant
    return replace(participant, actor=participant.actor.model_copy(update={"sector": ("CVL",)}))


def _riot_police(participant: Participant) -> Participant:
    """Security forces that hold back a crowd do the work of police (PLOVER, COP: "protective agencies")."""
    if "security" not in (participant.actor.name or "").casefold() or participant.actor.sector != ("MIL",):
        return participant
    return replace(participant, actor=participant.actor.model_copy(update={"sector": ("COP",)}))


def _military(cast: Cast, participant: Participant, by_air: bool) -> Participant:
    if participant.member is None or participant.actor.sector != ("GOV",):
        return participant
    member = cast.members[participant.member]
    rules = by_air and (participant.actor.name or "").casefold().split()[-1:] in (["regime"], ["government"])
    if (member.kind != "country" and not rules) or participant.actor.country in _UNARMED:
        return participant
    return replace(participant, actor=participant.actor.model_copy(update={"sector": ("MIL",)}))


def _local(cast: Cast, participant: Participant, country: str) -> Participant:
    if participant.actor.country is not None or _travels(participant) or _flown(participant):
        return participant
    if participant.member is not None and cast.members[participant.member].kind not in _LOCAL_KINDS:
        return participant
    return replace(participant, actor=participant.actor.model_copy(update={"country": country}))


def _flown(participant: Participant) -> bool:
    """ "Drones hit the town": nobody says whose they are."""
    words = (participant.actor.name or "").casefold().split()
    return participant.actor.sector == ("MIL",) and bool(word_set("arms that come from afar").intersection(words[-1:]))


def _travels(participant: Participant) -> bool:
    """Ships, flights and convoys are of no country because they are attacked there."""
    words = (participant.actor.name or "").casefold().split()
    return bool(word_set("travelling things").intersection((*words[-1:], *(w.removesuffix("s") for w in words[-1:]))))
