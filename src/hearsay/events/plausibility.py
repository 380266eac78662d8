"""Words of an act used where nothing political is done: what a candidate really is, by the field's own rules.

* A politician who "attacks" somebody with no weapon, place or toll speaks: ACCUSE, not ASSAULT.
* Their fights and battles with each other are contests for votes.
* A war bears the name of the country that suffers it.
* A candidate's rally is a meeting with supporters, no PROTEST (PLOVER: "against the recipient").
* Help, permission and future cooperation need somebody who gives them: "it would help people", "which allowed them".
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.events.participants import political
from hearsay.events.tables import word_set

_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "CRM", "SPY", "SEP", "PRM", "RAD"))
_GIVEN = frozenset(("AID", "CONCEDE", "COOPERATE"))


def plausible(matcher: Matcher, match: Match, candidate: Candidate) -> Candidate | None:
    """The candidate, as what it is, or None when it only looks like an act."""
    head = match.entry.head
    if candidate.event == "ASSAULT" and head in word_set("verbal attacks") and _in_words(matcher, match, candidate):
        mode, cameo = ("disapprove",), "111"
        return replace(candidate, event="ACCUSE", mode=mode, cameo=cameo)
    if candidate.event == "ASSAULT" and head in word_set("contests") and _in_words(matcher, match, candidate):
        return None
    if candidate.event == "ASSAULT" and head == "war" and _named_after(match):
        return replace(candidate, actors=(), recipients=candidate.recipients or candidate.actors)
    if candidate.event == "SUPPORT" and head == "proud" and not candidate.recipients:
        return None
    if candidate.event == "PROTEST" and head == "rally" and _lone_people(matcher, candidate):
        return None
    if candidate.event in _GIVEN and match.clause.pos == "verb" and not candidate.actors and not match.clause.passive:
        return None
    if candidate.event == "CONCEDE" and head in word_set("permissions") and not candidate.actors:
        return None
    if candidate.event == "AGREE" and match.entry.event != "AGREE" and not _known(candidate):
        return None
    return candidate


def _in_words(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True when people who bear no arms attack somebody, and no tool, place or victim's fate is told."""
    armed = any(_ARMED.intersection(p.actor.sector) for p in candidate.actors)
    told = any(match.clause.fill(role) for role in ("with", "in", "at", "near", "from"))
    return _lone_people(matcher, candidate) and not armed and not told


def _named_after(match: Match) -> bool:
    """True for "the Iraq war": named after where it was fought, not after who began it."""
    return len(match.clause.fill("mod")) == 1 and not any(
        match.clause.fill(role) for role in ("agent", "poss", "with", "between", "against", "on", "of", "by")
    )


def _lone_people(matcher: Matcher, candidate: Candidate) -> bool:
    """True when every actor is a named person in politics or public life."""
    members = [p.member for p in candidate.actors]
    return bool(members) and all(
        m is not None and matcher.cast.members[m].kind == "person" and matcher.cast.members[m].actor.country is not None
        for m in members
    )


def _known(candidate: Candidate) -> bool:
    return any(p.actor.country is not None or political(p.actor) for p in candidate.actors)
