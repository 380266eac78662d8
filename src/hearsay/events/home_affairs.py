"""What counts as an act in the home affairs of one country, and in a contest for votes.

There most words of conflict and cooperation are about policies and polls, so an act needs more: somebody of standing
who does it and, where it is done to somebody, who that is. Private persons' views, agreement in opinion, states that
are "captured", rivals that are "beaten" and wars that are only named are none.
"""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import Matter
from hearsay.events.participants import political
from hearsay.events.sources import VERBAL
from hearsay.events.tables import word_set
from hearsay.records import Actor

AT_HOME: frozenset[Matter] = frozenset(("contest", "home"))
_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "CRM", "SPY", "SEP", "PRM", "RAD"))
_GIVEN = frozenset(("AID", "CONCEDE", "COOPERATE"))
_ON_SOMEBODY = frozenset(("ACCUSE", "SUPPORT", "AID", "SANCTION", "COERCE", "THREATEN"))
"""Types that are done to somebody."""
TAKING = frozenset(("seize", "capture", "take", "grab"))


def believed_at_home(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """False for what is no act in an article about home affairs or a contest for votes."""
    if not candidate.actors and not candidate.recipients:
        return False
    if candidate.event == "ASSAULT" and match.entry.head == "war" and named_after(match):
        return False
    if _polled(matcher, candidate):
        return False
    return not _private(matcher, match, candidate) and not _of_votes(match, candidate)


def half_told(match: Match, candidate: Candidate) -> bool:
    """True for a noun in passing that leaves out a side: "after the *criticism*", "the Iran *deal*"."""
    if match.clause.pos != "noun" or match.clause.light is not None:
        return False
    if candidate.event in ("ACCUSE", "SUPPORT"):
        if match.clause.fill("by") or match.clause.fill("from"):
            return False
        return not (candidate.actors and candidate.recipients)
    mutual = {"with", "between"}.intersection(role for roles in match.entry.actors for role in roles)
    return candidate.event == "AGREE" and bool(mutual) and len(candidate.actors) + len(candidate.recipients) < 2


def _polled(matcher: Matcher, candidate: Candidate) -> bool:
    """True for what a share of those asked thinks or votes: "28 percent of *voters* supported him"."""
    words = matcher.reading.words
    if candidate.event not in ("SUPPORT", "REJECT", "ACCUSE") or not candidate.actors:
        return False
    heads = [words[p.last] for p in candidate.actors]
    above = [words[w.head].lemma.lower() if w.head >= 0 else "" for w in heads]
    polled, shares = word_set("those polled"), word_set("shares")
    return all(w.lemma.lower() in polled or up in shares for w, up in zip(heads, above, strict=True))


def _private(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True where nobody or somebody of no standing speaks, or somebody only comes to an office of his own country."""
    actors = [p.actor for p in candidate.actors]
    if candidate.event in VERBAL | _GIVEN and not any(a.country or a.sector for a in actors):
        return True
    if candidate.event in _ON_SOMEBODY and not candidate.recipients:
        return True  # what is said or done about things is policy
    if candidate.event == "COOPERATE" and not all(a.country or a.sector for a in actors):
        return True
    if match.entry.head == "agree" and _of_opinion(matcher, match, candidate):
        return True
    if candidate.event == "SUPPORT" and actors and all(set(a.sector) == {"CVL"} for a in actors):
        return True
    if match.entry.head == "invite" and not any(political(p.actor) for p in candidate.recipients):
        return True
    if candidate.event == "REQUEST" and candidate.recipients and _audience(matcher, candidate):
        return True
    if candidate.event == "CONSULT" and match.entry.head in word_set("comings"):
        return of_one_country(candidate)
    return False


def _audience(matcher: Matcher, candidate: Candidate) -> bool:
    """True when those asked are only those who listen: "asked the *crowd* to welcome the governor"."""
    heads = [matcher.reading.words[p.last].lemma.lower() for p in candidate.recipients]
    return all(head in ("crowd", "audience", "viewer", "reader", "listener", "fan") for head in heads)


def _of_votes(match: Match, candidate: Candidate) -> bool:
    """True for force that is none: by votes politicians beat and damage each other, capture states, take control."""
    if armed(candidate):
        return False
    head = match.entry.head
    if (candidate.event == "COERCE" and head in TAKING) or match.entry.id.startswith("territory-"):
        return True
    if candidate.event == "PROTEST" and head == "turn":
        return True
    modes = {"destroy", "beat"} if head == "beat" else {"destroy"}
    by_politics = bool(candidate.actors) and all(_public(p.actor) for p in candidate.actors)
    return candidate.event == "ASSAULT" and by_politics and set(candidate.mode) <= modes


def _public(actor: Actor) -> bool:
    """Somebody in politics, or of a known country and no other calling."""
    return political(actor) or (actor.country is not None and not actor.sector)


def _of_opinion(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """ "Agreed that taxes are high", "we don't always agree": of one mind, without a deal."""
    reading, clause = matcher.reading, match.clause
    told = [f.word for role in ("comp", "to", "on", "with", "purpose") for f in clause.fill(role)]
    finite = [i for i in (f.word for f in clause.fill("comp")) if reading.children(i, "nsubj", "nsubj:pass")]
    return bool(finite) or (not told and len(candidate.actors) < 2)


def of_one_country(candidate: Candidate) -> bool:
    """True when all that are known in an act are of one country."""
    return len({p.actor.country for p in (*candidate.actors, *candidate.recipients)} - {None}) < 2


def armed(candidate: Candidate) -> bool:
    """True when a side bears arms."""
    return any(_ARMED.intersection(p.actor.sector) for p in (*candidate.actors, *candidate.recipients))


def named_after(match: Match) -> bool:
    """True for "the Iraq war": named after where it was fought, not after who began it."""
    return len(match.clause.fill("mod")) == 1 and not any(
        match.clause.fill(role) for role in ("agent", "poss", "with", "between", "against", "on", "of", "by")
    )
