"""How many were killed, injured, arrested, displaced, or took part: counts in the event's own clause.

Counted are the nouns that fill the right role of a casualty word (``data/casualty_words.tsv``): the object of "kill",
the subject of "were killed" or "died", the noun of "12 dead", what follows "a death toll of". Counts of other acts in
the sentence are left alone.
"""

from __future__ import annotations

from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.quantities import Quantity, quantity_ending
from hearsay.events.surroundings import WIDEST, anchors
from hearsay.events.tables import read_table, word_set
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word
from hearsay.records import Number, NumberKind

_KINDS: dict[str, tuple[NumberKind, ...]] = {
    "ASSAULT": ("killed", "injured", "displaced", "arrested"),
    "COERCE": ("arrested", "killed", "injured", "displaced"),
    "PROTEST": ("participants", "killed", "injured", "arrested"),
    "SANCTION": ("displaced",),
    "MOBILIZE": (),
}
_RISING = word_set("numbers: rising")
_COLLECTIVES = word_set("numbers: collectives")
_DOWN = frozenset(
    ("obj", "obl", "nsubj", "nmod", "xcomp", "advcl", "acl", "conj", "appos", "amod", "dep", "list", "parataxis")
)


@cache
def casualty_words() -> dict[tuple[str, str], tuple[NumberKind, tuple[str, ...]]]:
    """(lemma, part of speech) -> what it counts, and in which roles."""
    return {
        (row["lemma"], row["upos"]): (row["kind"], tuple(row["roles"].split()))  # type: ignore[misc]
        for row in read_table("casualty_words.tsv")
    }


def casualty_entry(word: Word) -> tuple[NumberKind, tuple[str, ...]] | None:
    """What a word counts and in which roles; None for a word that is no casualty word."""
    table = casualty_words()
    return next((table[form, word.upos] for form in forms(word) if (form, word.upos) in table), None)


def count(reading: Reading, candidate: Candidate) -> tuple[Number, ...]:
    """Counts of people in the clause of a candidate, in text order; ``()`` where the text gives none."""
    wanted = _KINDS.get(candidate.event, ())
    if not wanted:
        return ()
    found: dict[tuple[int, int], Number] = {}
    for word in _scope(reading, candidate):
        entry = casualty_entry(word)
        if entry is None or entry[0] not in wanted:
            continue
        for quantity in _counted(reading, word, entry[1]):
            span = reading.span(quantity.first, quantity.last)
            number = Number(
                kind=entry[0], low=quantity.low, best=quantity.best, high=quantity.high, span=span,
                text=reading.document.text[span[0] : span[1]],
            )  # fmt: skip
            found.setdefault(span, number)
    return tuple(found[span] for span in sorted(found))


def _scope(reading: Reading, candidate: Candidate) -> list[Word]:
    """The trigger, the anchors it shares a clause with, and the clauses of result below them ("killing 12")."""
    tops = [a.word for a in anchors(reading, candidate) if not a.fronted]
    seen: set[int] = set()
    stack = list(dict.fromkeys((*tops, candidate.clause)))
    while stack and len(seen) < WIDEST:
        here = stack.pop()
        if here in seen:
            continue
        seen.add(here)
        for child in reading.children(here):
            if child.relation in _DOWN and not _other_act(reading, child):
                stack.append(child.index)
    return [reading.words[i] for i in sorted(seen)]


def _other_act(reading: Reading, word: Word) -> bool:
    """A coordinate clause with its own doer, unless it only counts more victims; a clause about a participant."""
    if word.relation == "parataxis" or (word.relation == "conj" and word.upos in ("VERB", "AUX")):
        return casualty_entry(word) is None and reading.child(word.index, "nsubj") is not None
    return False


def _counted(reading: Reading, word: Word, roles: tuple[str, ...]) -> list[Quantity]:
    found: list[Quantity] = []
    passive = reading.child(word.index, "nsubj:pass", "aux:pass") is not None
    for role in roles:
        relation, _, condition = role.partition(":")
        if role == "self":
            found += _of_noun(reading, word)
        elif role == "of":
            for noun in reading.children(word.index, "nmod"):
                found += _of_noun(reading, noun)
        elif role == "raised":
            found += _raised(reading, word)
        elif role == "level":
            found += _level(reading, word)
        elif condition == "lost":
            head = reading.head(word.index)
            if head is not None and head.lemma.lower() in ("lose", "claim", "cost"):
                found += _of_noun(reading, word)
        elif condition == "life":
            continue
        elif relation == "amod":
            head = reading.head(word.index)
            if head is not None and word.deprel == "amod":
                found += _of_noun(reading, head)
        else:
            for noun in reading.children(word.index, role):
                if role == "nsubj" and noun.deprel != "nsubj":
                    continue
                if role == "obj" and passive:
                    continue
                found += _of_noun(reading, noun)
            if role == "obj" and not passive and not found:
                found += _behind_modifier(reading, word)
    if not found and word.xpos == "VBN" and word.deprel == "acl" and "nsubj:pass" in roles:
        head = reading.head(word.index)
        if head is not None:
            found += _of_noun(reading, head)
    return found


def _raised(reading: Reading, word: Word) -> list[Quantity]:
    """ "shot dead 12 people", "12 people were found dead": whom the verb is about."""
    head = reading.head(word.index)
    if head is None or head.upos != "VERB":
        return []
    return [q for noun in reading.children(head.index, "obj", "nsubj:pass") for q in _of_noun(reading, noun)]


def _level(reading: Reading, word: Word) -> list[Quantity]:
    """ "the death toll rose to 41", "reached 41"."""
    head = reading.head(word.index)
    if head is None or head.lemma.lower() not in _RISING or word.relation != "nsubj":
        return []
    return [q for noun in reading.children(head.index, "obl", "obj") for q in _of_noun(reading, noun)]


def _behind_modifier(reading: Reading, verb: Word) -> list[Quantity]:
    """ "killed at least 30 soldiers": "at" belongs to the number, whatever the tree makes of it."""
    found = []
    for noun in reading.children(verb.index, "obl"):
        case = reading.child(noun.index, "case")
        if case is None:
            continue
        further = next((w for w in reading.children(noun.index, "conj") if w.upos == "NUM"), None)
        quantity = _quantity(reading, further) if further is not None else _quantity(reading, noun)
        if quantity is not None and quantity.first <= case.index <= quantity.last:
            found.append(quantity)
    return found


def _of_noun(reading: Reading, noun: Word) -> list[Quantity]:
    """The quantity of a noun and of the nouns coordinated with it."""
    quantities = []
    for word in (noun, *reading.children(noun.index, "conj")):
        if word.upos in ("VERB", "AUX"):
            continue
        quantity = _quantity(reading, word)
        if quantity is not None:
            quantities.append(quantity)
    return quantities


def _counts(reading: Reading, first: int, last: int) -> bool:
    """ "tens of thousands": two number words with "of" between them are one number."""
    whole = quantity_ending(reading, last, first)
    return whole is not None and whole.first == first


def _quantity(reading: Reading, noun: Word) -> Quantity | None:
    sentence = reading.sentence_of(noun.index)
    last = noun.index
    while (
        last + 2 <= sentence.last and reading.words[last + 1].text.lower() == "of" and _counts(reading, last, last + 2)
    ):
        last += 2
    bare = quantity_ending(reading, last, sentence.first)
    if bare is not None:
        return bare
    numeral = reading.child(noun.index, "nummod")
    if numeral is not None and numeral.index < noun.index:
        for last in range(noun.index - 1, numeral.index - 1, -1):
            quantity = quantity_ending(reading, last, sentence.first)
            if quantity is not None:
                return quantity
        return None
    for child in reading.children(noun.index, "amod", "compound", "nmod"):
        if child.index == noun.index - 1 and child.upos in ("ADJ", "NOUN", "NUM"):
            quantity = quantity_ending(reading, child.index, sentence.first)
            if quantity is not None:
                return quantity
    determiner = reading.child(noun.index, "det")
    if determiner is not None and determiner.text.lower() in ("a", "an") and noun.xpos == "NN":
        single = noun.lemma.lower() not in _COLLECTIVES and noun.upos == "NOUN"
        return Quantity(1, 1, 1, determiner.index, determiner.index) if single else None
    return None
