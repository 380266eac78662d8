"""Words of an act used where nothing political is done: what a candidate really is, by the field's own rules.

* A politician who "attacks" somebody with no weapon, place or toll speaks: ACCUSE, not ASSAULT.
* Their fights and battles with each other are contests for votes.
* A war bears the name of the country that suffers it.
* A candidate's rally is a meeting with supporters, no PROTEST (PLOVER: "against the recipient").
* Help, permission and future cooperation need somebody who gives them: "it would help people", "which allowed them".
* In a contest for votes people attack, battle and challenge each other in words and at the polls.
* "The critics are to blame" blames them; they blame nobody.
* Reporters' questions, speeches to an audience and names in quotation marks are no acts.
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.gatherings import private
from hearsay.events.home_affairs import AT_HOME, TAKING, armed, believed_at_home, half_told, named_after, of_one_country
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import Matter
from hearsay.events.mere_words import mere_words
from hearsay.events.not_political import not_political
from hearsay.events.participants import political
from hearsay.events.tables import word_set
from hearsay.events.unreal import merely_thought

_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "CRM", "SPY", "SEP", "PRM", "RAD"))
_GIVEN = frozenset(("AID", "CONCEDE", "COOPERATE"))
_QUOTES = frozenset(('"', "\u201c", "``", "''", "\u2018"))
_WILLED = frozenset(("COERCE", "AGREE"))
"""Types that only somebody with a will does."""
_STRUGGLES = frozenset(("fight", "battle", "combat"))
"""Verbs of force that may be about anything: "fought the release of the video"."""
_ASKING = frozenset(("ask", "question", "press", "quiz", "grill", "challenge"))


def plausible(matcher: Matcher, match: Match, candidate: Candidate, about: Matter) -> Candidate | None:
    """The candidate, as what it is, or None when it only looks like an act. ``about``: what the article is about."""
    if merely_thought(matcher, match, candidate) or private(candidate) or mere_words(matcher, match, candidate, about):
        return None
    if not_political(matcher, match, candidate, about):
        return None
    if about not in ("force", "sentence") and half_told(match, candidate):
        return None
    found = _as_it_is(matcher, match, candidate, about)
    if found is not None and about in AT_HOME and not believed_at_home(matcher, match, found):
        return None
    return found


def _as_it_is(matcher: Matcher, match: Match, candidate: Candidate, about: Matter) -> Candidate | None:
    head = match.entry.head
    if candidate.event == "REQUEST" and match.entry.id.startswith("call-for"):
        candidate = replace(candidate, recipients=tuple(p for p in candidate.recipients if _asked(matcher, match, p)))
    if candidate.event == "ASSAULT" and head in word_set("verbal attacks") | word_set("contests"):
        verbal = head in word_set("verbal attacks")
        if _in_words(matcher, match, candidate, about):
            return replace(candidate, event="ACCUSE", mode=("disapprove",), cameo="111") if verbal else None
        if about == "contest" and not armed(candidate) and not candidate.mode:
            return None
    if candidate.event == "MOBILIZE":
        candidate = replace(candidate, recipients=tuple(p for p in candidate.recipients if not _own(candidate, p)))
    if candidate.event == "ASSAULT" and _by_media(candidate):
        return None
    struggle = candidate.event == "ASSAULT" and head in _STRUGGLES and about != "force"
    if struggle and match.clause.fill("patient") and len(candidate.actors) + len(candidate.recipients) < 2:
        return None
    if head == "challenge" and candidate.event == "ACCUSE" and _for_office(matcher, candidate):
        return None
    if head == "blame" and match.clause.pos == "verb" and _to_blame(matcher, match):
        return None
    if head in _ASKING and (_by_media(candidate) or ("investigate" in candidate.mode and not _any_power(candidate))):
        return None
    if candidate.event == "ASSAULT" and head in word_set("contests") and _in_business(candidate):
        return None
    if head == "warn" and about not in ("force", "sentence") and of_one_country(candidate):
        return None
    if candidate.event == "COERCE" and head in TAKING and _of_land(matcher, candidate):
        return replace(candidate, event="ASSAULT", mode=(), cameo="192")
    if candidate.event in _WILLED and not candidate.actors and _by_a_thing(match):
        return None
    if head == "call" and candidate.event == "CONSULT" and _quoted_name(matcher, match):
        return None
    if head in ("speak", "talk") and candidate.event == "CONSULT" and _to_an_audience(match, candidate):
        return None
    if ("speaker",) in match.entry.actors and candidate.stance.status == "negated":
        return None
    if candidate.event == "COOPERATE" and len(candidate.actors) + len(candidate.recipients) < 2:
        return None
    if candidate.event == "ASSAULT" and head == "war" and named_after(match):
        return replace(candidate, actors=(), recipients=candidate.recipients or candidate.actors)
    if candidate.event == "SUPPORT" and head == "proud" and not candidate.recipients:
        return None
    meets = about == "contest" or _lone_people(matcher, candidate)
    if candidate.event == "PROTEST" and head == "rally" and meets and not _against(matcher, match):
        return None
    if candidate.event in _GIVEN and match.clause.pos == "verb" and not candidate.actors and not match.clause.passive:
        return None
    if candidate.event == "CONCEDE" and head in word_set("permissions") and not candidate.actors:
        return None
    if candidate.event == "AGREE" and match.entry.event != "AGREE" and not _known(candidate):
        return None
    return candidate


def _in_words(matcher: Matcher, match: Match, candidate: Candidate, about: Matter) -> bool:
    """True when people who bear no arms attack somebody, and no tool, place or victim's fate is told.

    In a contest parties and campaigns do so too, and wherever they like.
    """
    if any(_ARMED.intersection(p.actor.sector) for p in candidate.actors):
        return False
    if match.clause.fill("as") and candidate.actors and not armed(candidate):
        return True  # "pounded him *as* a con artist"
    parties = bool(candidate.actors) and all(political(p.actor) for p in candidate.actors)
    if not candidate.mode and ((about == "contest" and candidate.actors) or (about == "home" and parties)):
        return True
    told = any(match.clause.fill(role) for role in ("with", "in", "at", "near"))
    return _lone_people(matcher, candidate) and not told


def _own(candidate: Candidate, where: Participant) -> bool:
    """True for a place of their own country to which forces are moved."""
    land = not where.actor.sector and where.actor.country is not None
    return land and any(p.actor.country == where.actor.country for p in candidate.actors)


def _asked(matcher: Matcher, match: Match, asked: Participant) -> bool:
    """False for who stands below a mere thing in what is called for: "tariffs on goods from *China*"."""
    words = matcher.reading.words
    word = words[asked.last]
    while word.relation == "conj":
        word = words[word.head]
    above = words[word.head] if word.head >= 0 else None
    if above is None or above.index in (match.word, match.clause.head):
        return True
    if word.deprel == "obl:agent":
        return above.relation != "acl"
    return above.upos != "NOUN" or matcher.at(above.index) is not None or word.relation != "nmod"


def _of_land(matcher: Matcher, candidate: Candidate) -> bool:
    """True when what is taken is a place: "*seized* Crimea"."""
    return bool(candidate.recipients) and all(
        not p.actor.sector or (p.member is not None and matcher.cast.members[p.member].kind in ("country", "place"))
        for p in candidate.recipients
    )


def _to_an_audience(match: Match, candidate: Candidate) -> bool:
    """True for who speaks to people or firms, not with them or with somebody of power: that is a speech."""
    others = candidate.actors[1:]
    if "phone" in candidate.mode and any(match.clause.fill(role) for role in ("by", "on", "over")):
        return False
    return not match.clause.fill("with") and not any(political(p.actor) for p in others)


def _by_a_thing(match: Match) -> bool:
    """True for an active verb whose subject is there but nobody: "the decline is *forcing* states to act"."""
    clause = match.clause
    roles = {role for roles in match.entry.actors for role in roles}
    return clause.pos == "verb" and not clause.passive and bool(clause.fill("agent")) and "agent" in roles


def _quoted_name(matcher: Matcher, match: Match) -> bool:
    """ "Called them \"lone wolves\"", with the name in quotation marks right behind the object."""
    words = matcher.reading.words
    after = [w.text for f in match.clause.fill("patient") for w in words[f.word + 1 : f.word + 8]]
    return any(text in _QUOTES for text in after) or words[min(match.last + 1, len(words) - 1)].text in _QUOTES


def _for_office(matcher: Matcher, candidate: Candidate) -> bool:
    """One politician challenges another: for a seat, not in words."""
    members = [p.member for p in candidate.recipients]
    return bool(members) and all(m is not None and matcher.cast.members[m].kind == "person" for m in members)


def _to_blame(matcher: Matcher, match: Match) -> bool:
    """ "They are to blame", with nobody whom they would blame."""
    marks = matcher.reading.children(match.clause.head, "mark")
    return not match.clause.fill("patient") and any(w.text.lower() == "to" for w in marks)


def _by_media(candidate: Candidate) -> bool:
    """True when only media do it: their questions are reports, and their attacks are words."""
    actors = [p.actor for p in candidate.actors]
    return bool(actors) and all("JRN" in a.sector and "GOV" not in a.sector for a in actors)


def _any_power(candidate: Candidate) -> bool:
    """True when somebody with power asks: the questions of others are no inquiries."""
    return any(political(p.actor) for p in candidate.actors)


def _in_business(candidate: Candidate) -> bool:
    """True for feuds of firms and media with others, without arms."""
    trades = any({"BUS", "JRN"}.intersection(p.actor.sector) for p in (*candidate.actors, *candidate.recipients))
    return trades and not candidate.mode and not armed(candidate)


def _against(matcher: Matcher, match: Match) -> bool:
    """True when a rally is told to be against something: "an anti-war rally", "rallied against the law"."""
    if any(match.clause.fill(role) for role in ("against", "over", "outside")):
        return True
    return any(w.text.lower().startswith("anti") for w in matcher.reading.children(match.word, "amod", "compound"))


def _lone_people(matcher: Matcher, candidate: Candidate) -> bool:
    """True when every actor is a named person in politics or public life."""
    members = [p.member for p in candidate.actors]
    return bool(members) and all(
        m is not None and matcher.cast.members[m].kind == "person" and matcher.cast.members[m].actor.country is not None
        for m in members
    )


def _known(candidate: Candidate) -> bool:
    return any(p.actor.country is not None or political(p.actor) for p in candidate.actors)
