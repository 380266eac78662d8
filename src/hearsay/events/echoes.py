"""Back-references: "victims of *the attack*", "the day after *the bombing*" tell the act no second time.

GUIDELINES: back-references are mentions only when they add a source, date, place or number. So a definite noun goes
that only says what something else belongs to, where the same kind of act is told elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Matcher
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

_ADDED = frozenset(["in", "on", "at", "by", "against", "between", "near", "during", "comp", "agent", "undergoer"])
"""Roles that add something to a noun: a doer, a day, a place."""
_KNOWN = frozenset(["the", "this", "these", "that", "those"])


def without_echoes(matcher: Matcher, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that only refer back to an act told elsewhere, in text order."""
    back = {c.trigger for c in candidates if _refers_back(matcher, c)}
    told = {c.event for c in candidates if c.trigger not in back}
    return [c for c in candidates if c.trigger not in back or c.event not in told]


def _refers_back(matcher: Matcher, candidate: Candidate) -> bool:
    reading = matcher.reading
    word = reading.words[candidate.trigger]
    if word.upos != "NOUN" or word.relation not in ("nmod", "obl", "nsubj") or word.head < 0:
        return False
    clause = matcher.clauses.at(word.index, "noun")
    known = any(c.text.lower() in _KNOWN for c in reading.children(word.index, "det"))
    owned = "poss" in clause.roles and word.relation != "nsubj"
    if not (known or owned) or clause.light is not None or _ADDED & clause.roles.keys():
        return False
    if any(c.relation in ("nummod", "acl", "appos", "conj") for c in reading.children(word.index)):
        return False
    if word.relation == "nsubj":  # "*the attack* was the second of its kind"
        return bool(reading.children(word.head, "cop")) and "mod" not in clause.roles
    if word.relation == "obl":
        return matcher.clauses.preposition(word.index) == "since"
    holder = forms(reading.words[word.head])
    if word_set("echoes: what an act told before has").intersection(holder):
        return True
    return known and bool(matcher.lexicon.classes.get("people", frozenset()).intersection(holder))
