"""Which words around a trigger can name its place: names below a preposition of place, in the event's own clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.surroundings import anchors, case_of, event_nouns
from hearsay.events.tables import read_table, word_set
from hearsay.events.time_expressions import is_calendar_name
from hearsay.reading.tree import Reading, Word

_SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
"""Types done in words: what stands in their objects is where other things happened."""
_VISITS = frozenset(("CONSULT", "AGREE"))
_ELSEWHERE = word_set("where: elsewhere")
_FRAME = 8
"""Words in which a place set before a sentence is looked for."""
_STRUCK = frozenset(("on", "against"))
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"))
_COMING = word_set("where: coming")
_MEETING = frozenset(("in", "at", "near", "outside", "inside", "within"))
_BESIDE = frozenset(("margin", "sideline", "fringe"))
"""Where one meets beside a meeting: "on the sidelines of the summit in Doha"."""
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name in the text: its words, how far from the trigger, how well its preposition fits."""

    first: int
    last: int
    step: int
    fit: int
    party: bool
    """True for a participant that is itself a place ("shelled Grozny")."""


@cache
def place_words() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table("place_words.tsv"):
        table.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return table


@cache
def regions() -> dict[str, tuple[str | None, str]]:
    return {row["name"].casefold(): (row["country"] or None, row["precision"]) for row in read_table("regions.tsv")}


def place_names(reading: Reading, candidate: Candidate) -> Iterator[PlaceName]:
    """Names in place position around the trigger, each once; none for a talk by telephone."""
    if "phone" in candidate.mode:
        return
    seen: set[int] = set()
    struck = (
        {i for p in candidate.recipients for i in range(p.first, p.last + 1)} if candidate.event == "ASSAULT" else set()
    )
    chain = anchors(reading, candidate)
    for anchor in chain:
        for word, fit in _positions(reading, candidate, anchor.word):
            if word.index in seen:
                continue
            seen.add(word.index)
            if (
                _is_party(candidate, word.index)
                and fit < 3
                and word.index not in struck
                and candidate.event not in _VISITS
            ):
                continue
            name = name_at(reading, word) or _known_by_place(reading, candidate, word)
            if name is not None:
                yield PlaceName(*name, anchor.step + anchor.shared, fit, _is_party(candidate, word.index))
    for word, fit in _framed(reading, candidate):
        name = name_at(reading, word)
        if name is not None and word.index not in seen:
            yield PlaceName(*name, len(chain) + 1, fit, False)


def _known_by_place(reading: Reading, candidate: Candidate, word: Word) -> tuple[int, int] | None:
    """ "the Dunblane massacre": the name before a noun of force, where no one is meant by it, is of a place."""
    name = reading.name_of(word.index)
    if candidate.event != "ASSAULT" or word.relation != "compound" or word.index + 1 != candidate.trigger:
        return None
    if name is None or name.type != "MISC" or name.first != name.last or is_calendar_name(word.text):
        return None
    return (word.index, word.index) if word.upos == "PROPN" and word.text.istitle() else None


def _is_party(candidate: Candidate, index: int) -> bool:
    return any(p.first <= index <= p.last for p in (*candidate.actors, *candidate.recipients))


def _framed(reading: Reading, candidate: Candidate) -> Iterator[tuple[Word, int]]:
    """ "In Quito, police said that a judge had been shot": a place set before all of a sentence."""
    if candidate.event in _SPOKEN:
        return
    sentence = reading.sentence_of(candidate.trigger)
    if reading.words[sentence.first].text.lower() not in ("in", "at", "near", "across", "meanwhile", "elsewhere"):
        return
    for word in reading.sentence_words(sentence)[: _FRAME + 1]:
        if word.text == ",":
            if word.index > sentence.first + 1:
                return
        elif word.relation == "obl" and case_of(reading, word.index) in ("in", "at", "near", "across"):
            yield word, 1


def _positions(reading: Reading, candidate: Candidate, top: int) -> Iterator[tuple[Word, int]]:
    """Nouns below a word that can name its place, with the fit of their position (3 best)."""
    stack = [(child, 0) for child in reading.children(top)]
    event_noun = reading.words[top].upos in ("NOUN", "PROPN")
    while stack:
        word, depth = stack.pop()
        if word.relation in _CLAUSES and not (word.relation == "conj" and word.upos == "PROPN"):
            continue
        fit = _fit(reading, candidate, word, top, depth, event_noun)
        if fit:
            yield word, fit
        if depth < _DEPTH and _leads_on(reading, candidate, word):
            stack += [(child, depth + 1) for child in reading.children(word.index)]


def _fit(reading: Reading, candidate: Candidate, word: Word, top: int, depth: int, event_noun: bool) -> int:
    if word.upos not in ("PROPN", "NOUN"):
        return 0
    head = reading.words[top]
    case = case_of(reading, word.index)
    if word.relation in ("obl", "nmod") and word.deprel != "nmod:poss":
        if case == "from" and candidate.event != "RETREAT":
            return 0
        if case in place_words()["at"]:
            return int(place_words()["at"][case])
        if case in place_words()["to"] and depth == 0 and candidate.event in _VISITS:
            return int(place_words()["to"][case])
        if case in _STRUCK and depth == 0 and candidate.event == "ASSAULT":
            return 1
        if case == "of" and depth == 0 and candidate.event == "ASSAULT":
            return 1
        if case == "of" and reading.words[word.head].lemma.lower() in place_words()["area"]:
            return 3
        return 0
    if word.relation == "compound" and depth == 0 and event_noun:
        return 0 if _is_party(candidate, word.index) else 2
    if word.deprel == "nmod:poss" and reading.words[word.head].lemma.lower() in place_words()["area"]:
        return 2
    if word.relation == "obj" and depth == 0 and head.lemma in _COMING:
        return 2
    if word.relation == "obj" and depth == 0 and candidate.event == "ASSAULT":
        return 1
    if word.relation == "conj" and word.upos == "PROPN" and depth > 0:
        return 1
    return 1 if word.relation == "appos" and word.upos == "PROPN" and depth > 0 else 0


def _leads_on(reading: Reading, candidate: Candidate, word: Word) -> bool:
    """Whether a noun's place is the act's: "attacked a station in Baghdad", not "the president of Iraq"."""
    if word.relation in ("obj", "obl", "nmod", "nsubj", "compound", "appos", "conj", "flat") and not (
        word.deprel == "obl:agent" and _is_party(candidate, word.index)
    ):
        if word.relation == "nsubj" and word.deprel != "nsubj:pass":
            return False
        if candidate.event in _SPOKEN and word.relation not in ("compound", "appos", "conj"):
            return case_of(reading, word.index) in place_words()["at"] and word.relation in ("obl", "nmod")
        name = reading.name_of(word.index)
        case = case_of(reading, word.index)
        if candidate.event == "CONSULT":
            beside = {word.lemma.lower(), reading.words[word.head].lemma.lower()} & _BESIDE
            return name is not None or case in _MEETING or bool(beside)
        if word.deprel == "obl:agent":
            return name is None or name.type != "PER"
        if case in ("on", "against", "at") and candidate.event in ("ASSAULT", "PROTEST", "COERCE"):
            return True
        return case not in _ELSEWHERE and (name is None or name.type != "PER")
    return False


def name_at(reading: Reading, word: Word) -> tuple[int, int] | None:
    """Words of the place name that a noun carries or heads: "Basra", "the city of Basra" gives "Basra"."""
    name = reading.name_of(word.index)
    if name is None and word.lemma.lower() in place_words()["area"]:
        for relation in ("compound", "appos", "amod", "nmod:poss"):
            for child in reading.children(word.index, relation):
                if child.upos == "PROPN" or reading.name_of(child.index) is not None:
                    return name_at(reading, child)
        return None
    if name is not None and word.index < name.last and reading.words[name.last].text.lower() in event_nouns():
        return word.index, word.index
    if name is not None:
        if not (
            name.type == "LOC"
            or (name.type in ("ORG", "MISC") and is_site(reading, name.first, name.last))
            or (name.type == "NORP" and reading.words[word.head].lemma.lower() in place_words()["area"])
        ):
            return None
        return _without_days(reading, name.first, name.last)
    if word.upos != "PROPN":
        return None
    first = last = word.index
    while (
        first - 1 >= 0
        and reading.words[first - 1].upos == "PROPN"
        and reading.words[first - 1].head in (word.index, first)
    ):
        first -= 1
    while (
        last + 1 < len(reading.words)
        and reading.words[last + 1].head == word.index
        and reading.words[last + 1].relation == "flat"
    ):
        last += 1
    return _without_days(reading, first, last)


def _without_days(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """ "Baghdad Saturday" is Baghdad: names of days at the end are no part of a place."""
    while last > first and is_calendar_name(reading.words[last].text):
        last -= 1
    return first, last


def is_site(reading: Reading, first: int, last: int) -> bool:
    words = [reading.words[i].text.lower() for i in range(first, last + 1)]
    return any(word in place_words()["site"] for word in words) or reading.text(first, last).casefold() in regions()
