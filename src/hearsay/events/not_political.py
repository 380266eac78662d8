"""Acts that are done, but by nobody and to nobody of politics, or by no will at all.

* Deals, talks and help among firms and private people ("businesses in conflict with any of these": GUIDELINES, "What
  is an event" 1) are business.
* Who is driven out "by high seas" is driven out by nobody.
* "Begged them not to shoot": the deed is what is begged off, and its doer is not who begs.
* "Destroying this committee" and soldiers that "probe" a border arrest, destroy and
  investigate nobody.
* "Attack, bomber and fighter aircraft" are kinds of aircraft; "War on Want" is a name.
"""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.home_affairs import armed
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import Matter
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

_TRADE = frozenset(("BUS", "ELI", "CVL"))
"""Sectors of those who may deal with firms without any office."""
_DEALS = frozenset(("AGREE", "CONSULT", "COOPERATE", "AID", "MOBILIZE"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION"))


def not_political(matcher: Matcher, match: Match, candidate: Candidate, about: Matter) -> bool:
    """True for business, forces of nature, deeds that are begged off and figures of speech for harm and arrest."""
    if about == "sentence":
        return False
    if _of_aircraft(matcher, match) or _in_a_name(matcher, match):
        return True
    return _business(candidate) or _by_nature(matcher, match, candidate) or _no_deed(matcher, match, candidate)


def _of_aircraft(matcher: Matcher, match: Match) -> bool:
    """True for a kind of aircraft: "*attack*, bomber and fighter aircraft"."""
    if match.entry.head != "attack" or match.clause.pos != "noun":
        return False
    aircraft = matcher.lexicon.classes.get("aircraft", frozenset())
    beside = (
        *matcher.reading.children(match.word, "conj", "appos"),
        *matcher.reading.words[match.word + 1 : match.word + 3],
    )
    return any(aircraft.intersection(forms(word)) for word in beside)


def _in_a_name(matcher: Matcher, match: Match) -> bool:
    """True for a noun printed large in a sentence that is not: "the Cessation of *Hostilities*".

    Wars have names too.
    """
    words = matcher.reading.words
    word = words[match.word]
    sentence = matcher.reading.sentence_of(match.word)
    if match.clause.pos != "noun" or not word.text[0].isupper() or word.index == sentence.first:
        return False
    if not words[word.index - 1].text[0].isalnum():
        return False  # "draws us together: *Solidarity* with the victims"
    named = any(w.text[0].isupper() for w in matcher.reading.children(word.index, "amod", "compound", "nmod"))
    if named and match.entry.head in word_set("acts with names"):
        return False
    printed = [w.text for w in words[sentence.first + 1 : sentence.last + 1] if w.upos in ("NOUN", "VERB", "ADJ")]
    return sum(text[0].isupper() for text in printed) * 2 < len(printed)


def _business(candidate: Candidate) -> bool:
    sectors = {s for p in (*candidate.actors, *candidate.recipients) for s in p.actor.sector}
    return candidate.event in _DEALS and "BUS" in sectors and sectors <= _TRADE


def _by_nature(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True for people driven out by a thing that is no act either."""
    if candidate.event != "SANCTION" or "expel" not in candidate.mode or candidate.actors or not match.clause.passive:
        return False
    doers = match.clause.fill("by") or match.clause.fill("agent")
    return bool(doers) and not any(matcher.at(f.word) is not None for f in doers)


def _no_deed(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    reading, clause = matcher.reading, match.clause
    begged = any(w.text.lower() == "to" for w in reading.children(clause.head, "mark"))
    if candidate.event in _DEEDS and candidate.stance.status == "negated" and clause.pos == "verb" and begged:
        return True
    if candidate.event == "ASSAULT" and set(candidate.mode) == {"destroy"} and not candidate.actors:
        return not armed(candidate) and any({"LEG", "PTY"}.intersection(p.actor.sector) for p in candidate.recipients)
    soldiers = bool(candidate.actors) and all("MIL" in p.actor.sector for p in candidate.actors)
    return candidate.event == "ACCUSE" and match.entry.head == "probe" and soldiers and not candidate.recipients
