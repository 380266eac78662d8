"""Acts that are only thought, forbidden or played: they did not happen, and nobody is told to have meant them."""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.events.sources import VERBAL

_SOME_DAY = frozenset(("potential", "possible", "future", "hypothetical", "imaginary", "simulated"))
_PLAYED = frozenset(("simulate", "rehearse", "practice", "practise", "imagine"))


def merely_thought(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True for what somebody may do some day, nobody being named, or might do to himself: "potential *aggression*"."""
    reading, clause = matcher.reading, match.clause
    if candidate.stance.status == "possible" and clause.pos == "verb":
        asked = any(w.text.lower() in ("how", "why") for w in reading.children(clause.head, "advmod", "mark"))
        if asked or not candidate.actors:
            return True
    if candidate.event == "CONCEDE" and clause.pos == "verb" and _told_to(matcher, match):
        return True
    active = not clause.passive and not candidate.actors
    denied = candidate.stance.status == "negated" and clause.pos == "verb" and (candidate.event in VERBAL or active)
    if denied and (not candidate.actors or _forbidden(matcher, match)):
        return True
    if candidate.event == "SUPPORT" and clause.pos == "noun" and clause.light is None and not candidate.actors:
        return True
    if candidate.event not in ("ASSAULT", "COERCE") or "suicide-attack" in candidate.mode:
        return False
    if clause.pos == "noun":
        word = reading.words[match.word]
        played = word.relation == "obj" and reading.words[word.head].lemma.lower() in _PLAYED
        return played or any(w.lemma.lower() in _SOME_DAY for w in reading.children(match.word, "amod"))
    return any(reading.words[f.word].text.lower().endswith(("self", "selves")) for f in clause.fill("patient"))


def _told_to(matcher: Matcher, match: Match) -> bool:
    """True for "Let them fight": who says so does not do it."""
    reading, head = matcher.reading, match.clause.head
    word = reading.words[head]
    bare = word.xpos == "VB" and word.relation in ("root", "ccomp", "parataxis", "conj")
    return bare and not any(
        c.relation in ("nsubj", "csubj", "aux", "mark") and c.index < head for c in reading.children(head)
    )


def _forbidden(matcher: Matcher, match: Match) -> bool:
    """True for "Don't blame them": who forbids an act does not do it."""
    reading, head = matcher.reading, match.clause.head
    helped = any(w.lemma.lower() == "do" for w in reading.children(head, "aux"))
    return helped and reading.words[head].xpos == "VB" and not reading.children(head, "nsubj", "nsubj:pass", "csubj")
