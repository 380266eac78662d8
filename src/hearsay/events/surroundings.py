"""What stands around a trigger: the words whose times, places and tools are the event's own.

From the trigger upwards, :func:`anchors` lists the words to which a time or place of the event can be attached, the
nearest first, and stops where another act begins: at the verb that only tells, judges or asks for the act, at a
condition or purpose, at a clause about one of its participants (house principle 3: act and place from one clause).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.tables import read_table, word_set
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word

_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"))
_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "PRON"))
_SHARED_MARKS = frozenset(("when", "while", "as", "whereupon", "by", "in"))
"""Conjunctions of clauses that tell of the same time: "was killed on Monday when gunmen attacked"."""
_VERBAL_ACTS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_RESULTS = frozenset(("kill", "die", "injure", "wound", "hurt", "damage", "destroy", "evacuate", "flee", "displace"))
_CONTAINERS = word_set("surroundings: containers")
"""Nouns that only count or group the act: "a series of attacks on Monday"."""
WIDEST = 200
"""Words that are looked at around one trigger: a page without full stops must not cost the square of its length."""
_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that times and places of the event may depend on. ``step`` grows with the distance from the trigger."""

    word: int
    step: int
    shared: bool = False
    """True where the word is another act that the event shares its time with (coordination, participles)."""
    fronted: bool = False
    """True where only what stands before the word's subject is shared: "On Friday, A left and B came"."""


@cache
def opaque_verbs() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in read_table("opaque_verbs.tsv")}


def opacity(verb: Word) -> str | None:
    """The class of a verb whose time does not pass to what it names; None for other verbs."""
    table = opaque_verbs()
    return next((table[form] for form in forms(verb) if form in table), None)


@cache
def event_nouns() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_table("event_nouns.tsv"))


def anchors(reading: Reading, candidate: Candidate) -> list[Anchor]:
    """Anchors of a candidate, the trigger first."""
    found = [Anchor(candidate.trigger, 0)]
    here, shared, fronted = reading.words[candidate.trigger], False, False
    for step in range(1, _LIMIT):
        head = reading.head(here.index)
        if head is None:
            break
        if not shared and candidate.clause != here.index and _reaches(reading, here, candidate.clause):
            found.append(Anchor(head.index, step, shared))
            here = head
            continue
        passed = _passes(reading, candidate, here, head)
        if passed is None:
            break
        if here.relation == "conj" and not _same_subject(reading, here):
            if reading.child(here.index, "aux") is not None:
                break
            fronted = True
        shared = shared or passed
        found.append(Anchor(head.index, step, shared, fronted))
        here = head
    return found


def _reaches(reading: Reading, here: Word, clause: int) -> bool:
    """The candidate's clause head lies above: a light verb, or the verb whose participant the trigger noun is."""
    for steps, ancestor in enumerate(reading.ancestors(here.index)):
        if ancestor.index == clause:
            return True
        if steps > 1:
            break
    return False


def _passes(reading: Reading, candidate: Candidate, here: Word, head: Word) -> bool | None:
    """Whether the way up from ``here`` to ``head`` stays with the event: None when not, else whether it is shared."""
    relation = here.relation
    kind = opacity(head) if head.upos == "VERB" else None
    if relation in ("aux", "cop", "mark", "case"):
        return False
    if relation == "ccomp" or (kind == "tell" and relation in ("parataxis", "advcl", "xcomp")):
        return True if _own_words(reading, candidate, head) else None
    if relation == "xcomp":
        return None if kind in ("ask", "think", "judge") else False
    if relation == "conj":
        return True
    if relation == "advcl":
        return True if _same_time(reading, here) or _result_of(reading, here, head) else None
    if relation == "acl":
        if _about_event(reading, here, head):
            return False
        return True if _told_on(reading, here, head) else None
    if here.upos in _NOMINAL and relation in ("obl", "obj", "nsubj", "iobj", "nmod", "compound", "amod"):
        if kind is not None or head.index == candidate.clause:
            return None if head.index != candidate.clause else False
        if head.upos in ("VERB", "AUX"):
            return relation == "obl"
        contained = relation == "nmod" and head.lemma.lower() in _CONTAINERS
        return False if contained or relation in ("compound", "amod") else None
    return None


def _own_words(reading: Reading, candidate: Candidate, verb: Word) -> bool:
    """A speech act done in the very words reported: the speaker acts, so the day of speaking is the day of the act."""
    if candidate.event not in _VERBAL_ACTS or not candidate.actors:
        return False
    subject = reading.child(verb.index, "nsubj")
    if subject is None:
        return False
    for actor in candidate.actors:
        if actor.first <= subject.index <= actor.last:
            return True
        word = reading.words[actor.first].text.lower()
        if word in ("i", "we") or (word in ("he", "she", "they", "it") and subject.text.lower() == word):
            return True
    return False


def _same_subject(reading: Reading, here: Word) -> bool:
    return reading.child(here.index, "nsubj") is None


def _same_time(reading: Reading, here: Word) -> bool:
    """Participles ("killing five") and clauses with "when", "while", "as" share the time of their matrix."""
    marks = [
        w.text.lower()
        for w in reading.children(here.index)
        if w.relation == "mark" or w.text.lower() in ("when", "while")
    ]
    if marks:
        return all(m in _SHARED_MARKS for m in marks)
    return here.xpos in ("VBG", "VBN") or here.upos != "VERB"


def _result_of(reading: Reading, here: Word, head: Word) -> bool:
    """ "were killed on Sunday after bombs went off": the deaths are the act's, and so is their day."""
    return any(f in _RESULTS for f in forms(head)) and any(
        w.text.lower() == "after" for w in reading.children(here.index, "mark")
    )


def _about_event(reading: Reading, here: Word, head: Word) -> bool:
    """A clause whose subject is the event it hangs on: "a bombing that killed five", "an attack targeting a mosque"."""
    if head.lemma.lower() not in event_nouns() or here.xpos == "VBN":
        return False
    subject = reading.child(here.index, "nsubj")
    return subject is None or subject.text.lower() in ("that", "which")


def _told_on(reading: Reading, here: Word, head: Word) -> bool:
    """A clause that carries the story on: "freed on May 9 by marines, who fooled the pirates"."""
    comma = any(w.text == "," for w in reading.words[head.index + 1 : here.index])
    return here.deprel == "acl:relcl" and comma and here.xpos == "VBD" and head.relation in ("obl", "obj")


def own_words(reading: Reading, index: int) -> Iterator[Word]:
    """Words below ``index`` that belong to its own clause: subordinate and coordinate clauses are left out."""
    stack, seen = [index], 0
    while stack and seen < WIDEST:
        here = stack.pop()
        seen += 1
        yield reading.words[here]
        for child in reading.children(here):
            if child.relation in _CLAUSES or (child.relation == "conj" and child.upos in ("VERB", "AUX")):
                continue
            stack.append(child.index)


def below(reading: Reading, index: int) -> list[int]:
    """A word and the words below it in text order, at most :data:`WIDEST` of them."""
    found: list[int] = []
    stack = [index]
    while stack and len(found) < WIDEST:
        here = stack.pop()
        found.append(here)
        stack.extend(child.index for child in reversed(reading.children(here)))
    return sorted(found)


def case_of(reading: Reading, index: int) -> str:
    """The preposition of a noun, lower-case; "" for none."""
    case = reading.child(index, "case")
    return case.text.lower() if case is not None else ""
