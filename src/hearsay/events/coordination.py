"""What is coordinated with a word, and what a relative clause is about beside the name it hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading, Word

_LONGEST = 8
"""Names of a list that are followed where each hangs on the one before it."""
_COMPANY = (["along", "with"], ["together", "with"], ["as", "well"])
"""Prepositions of who does or suffers the same."""


def joint(reading: Reading, pronoun: int, antecedent: int) -> Iterator[int]:
    """What a clause behind a comma is about beside the name it hangs on: "*Oman* and Qatar, which mediated"."""
    word = reading.words[antecedent]
    if word.relation != "conj" or word.upos != "PROPN" or reading.words[pronoun - 1].text != ",":
        return
    verb = reading.head(pronoun)
    told = (verb, *reading.children(verb.index, "aux", "cop")) if verb is not None else ()
    if any(w.xpos == "VBZ" or w.text.lower() == "was" for w in told):
        return
    if reading.words[word.head].upos == "PROPN":
        yield from (i for i in coordinated(reading, word.head) if i != antecedent)


def coordinated(reading: Reading, index: int) -> Iterator[int]:
    """A word and what is coordinated with it: "Bosnia and Slovenia", "Bosnia, together with Slovenia,"."""
    yield index
    for word in reading.children(index, "conj", "nmod", "advmod"):
        if word.relation != "conj":
            if word.index > index:
                yield from _in_company(reading, word)
        elif word.upos not in ("VERB", "AUX"):
            yield from coordinated(reading, word.index)  # a reader hangs the third on the second now and then


def _in_company(reading: Reading, word: Word) -> Iterator[int]:
    """Who is named as doing the same: "along with *Slovenia*"; "along with its allies" names nobody."""
    cases = [c.text.lower() for c in reading.children(word.index, "case")]
    others = [word] if cases == ["alongside"] or cases[:2] in _COMPANY else []
    if word.text.lower() in ("together", "along") and not cases:
        below = reading.children(word.index, "obl", "nmod")
        others = [c for c in below if any(w.text.lower() == "with" for w in reading.children(c.index))]
    for other in others:
        names = reading.children(other.index, "appos")
        if other.upos == "PROPN" or not (names or reading.children(other.index, "nmod:poss")):
            yield other.index
        for name in names if other.upos == "NOUN" else ():
            yield from coordinated(reading, name.index)


def spelled_out(reading: Reading, index: int) -> list[int]:
    """The names that say who several are: "two officers, *Soto* and *Vidal*", "its neighbours *Libya* and *Sudan*".

    Empty where a comma may part one more of a list: "the rebels, Turkey and Qatar".
    """
    word = reading.words[index]
    first = reading.child(index, "appos") if word.xpos == "NNS" else None
    if first is None or first.upos != "PROPN" or first.index < index:
        return []
    begin = min(reading.subtree(first.index))
    counted = reading.children(index, "nummod") or word.lemma.lower() in word_set("kinds of states")
    if any(w.text == "," for w in reading.words[begin - 1 : begin + 1]) and not counted:
        return []
    names, level = [first.index], [first.index]
    for _ in range(_LONGEST):
        level = [c.index for i in level for c in reading.children(i, "conj") if c.upos == "PROPN"]
        names += level
    return names if len(names) > 1 else []


def second_accused(reading: Reading, objects: Iterable[int], verb: int) -> list[int]:
    """Who else is accused where the verb is not said again: "accused the army of theft and *the rebels* of murder"."""
    charges = [c for i in (*objects, verb) for c in reading.children(i, "nmod", "obl", "advcl", "acl")]
    found = []
    for charge in charges:
        if not any(w.text.lower() == "of" for w in reading.children(charge.index, "case", "mark")):
            continue
        for other in reading.children(charge.index, "conj"):
            below = reading.children(other.index, "acl", "nmod", "advcl")
            told = any(w.text.lower() == "of" for c in below for w in reading.children(c.index, "mark"))
            if other.upos in ("NOUN", "PROPN") and told:
                found.append(other.index)
    return found
