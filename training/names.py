"""What counts as a name, from layers that mark something else.

GUM marks mentions, not names: a name is the proper noun at a mention's head with what is joined to it (flat, and for
all but persons compounds, proper modifiers and "X of Y"); titles (``nmod:desc``), articles, possessors, apposition and
coordination stay outside. The Universal NER layer of EWT has names of three types, and nothing says whether any other
proper noun is a name, so there a target is a *set* of allowed tags. Nationalities and creeds are adjectives whose lemma
keeps its capital (*Iraqi*, *Muslim*), and nouns with such a lemma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from training.tokens import DocumentOf, SentenceOf, Token

OPEN = "OPEN"
"""Kind of a stretch that may or may not be a name: days, months, lone titles."""
TYPES = ("PER", "ORG", "LOC", "NORP", "MISC")
TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
PROPER = ("NNP", "NNPS")
_GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_OPEN = ("O", "B-MISC", "I-MISC")
_PEOPLE = re.compile(r"^[A-Z].*(an|ish|sh|ese|i|ist|ite|ch|ek|lim|lem|rab|ino|iss|ew|indu|crat|ic|hia|testant)$")
"""How names of peoples, creeds and parties end: keeps out *Western*, *Recent* and the like."""
Stretch = tuple[int, int, str]


@dataclass(frozen=True)
class Cues:
    """Words that the treebanks themselves tell apart from names."""

    peoples: frozenset[str]
    """Lemmas that occur as capitalised adjectives, so that their plurals are known as peoples."""
    titles: frozenset[str]
    """Words that stand before a name as a title: a mention of one such word is no name."""

    @classmethod
    def of(cls, documents: list[DocumentOf]) -> Cues:
        tokens = [t for d in documents for s in d.sentences for t in s.tokens]
        return cls(
            frozenset(t.lemma for t in tokens if t.upos == "ADJ" and t.xpos == "JJ" and _PEOPLE.search(t.lemma)),
            frozenset(t.form for t in tokens if t.deprel == "nmod:desc"),
        )


def mark_gum(documents: list[DocumentOf], records: Iterable[dict[str, Any]], cues: Cues) -> None:
    """Set the tags of every token of GUM; its entities come from the JSON edition, by character spans."""
    by_id = {record["id"]: record for record in records}
    for document in documents:
        record = by_id[document.id]
        begins = {begin: number for number, (begin, _, _) in enumerate(record["tokens"])}
        ends = {end: number for number, (_, end, _) in enumerate(record["tokens"])}
        first_of = []
        place: dict[int, tuple[SentenceOf, int]] = {}
        for sentence in document.sentences:
            for number in range(len(sentence.tokens)):
                place[len(first_of)] = (sentence, number)
                first_of.append(number)
        found: dict[str, list[Stretch]] = {}
        for entity in record["entities"]:
            first, last = begins.get(entity["span"][0]), ends.get(entity["span"][1])
            if first is None or last is None or entity["pronoun"]:
                continue
            (sentence, begin), (other, end) = place[first], place[last]
            if sentence is not other:
                continue
            name = _name_in(sentence.tokens, begin, end, entity["type"], cues)
            if name:
                found.setdefault(sentence.id, []).append(name)
        for sentence in document.sentences:
            _mark(sentence.tokens, found.get(sentence.id, []), cues)


def mark_ewt(documents: list[DocumentOf], records: Iterable[dict[str, Any]], cues: Cues) -> None:
    """Set the tags of every token of EWT; a sentence without a record allows everything."""
    by_id = {record["id"]: record for record in records}
    for document in documents:
        for sentence in document.sentences:
            record = by_id.get(sentence.id)
            if record is None or len(record["tokens"]) != len(sentence.tokens):
                continue
            begins = {begin: number for number, (begin, _) in enumerate(record["tokens"])}
            ends = {end: number for number, (_, end) in enumerate(record["tokens"])}
            names = []
            for entity in record["entities"]:
                first, last = begins.get(entity["span"][0]), ends.get(entity["span"][1])
                if first is not None and last is not None:
                    names.append((first, last, entity["type"]))
            _mark(sentence.tokens, names, cues)


def _name_in(tokens: list[Token], begin: int, end: int, kind: str, cues: Cues) -> Stretch | None:
    """The name inside a mention, words ``begin`` to ``end``; None when its head is no proper noun."""
    heads = [i for i in range(begin, end + 1) if not begin <= tokens[i].head <= end]
    if len(heads) != 1:
        return None
    head = heads[0]
    type_ = OPEN if kind == "time" else _GUM_TYPES.get(kind, "MISC")
    titled = type_ == "PER" and tokens[head].form in cues.titles
    if tokens[head].xpos not in PROPER or titled:
        flat = [i for i in range(head + 1, end + 1) if tokens[i].head == head and tokens[i].deprel == "flat"]
        if type_ != "PER" or not flat or tokens[flat[0]].xpos not in PROPER:
            return (head, head, OPEN) if titled else None
        return (flat[0], _extend_right(tokens, head, flat[0], end, type_), type_)
    if type_ == "PER" and tokens[head].xpos == "NNPS":
        type_ = "NORP"
    first = head
    while first > begin and _joins_left(tokens, first - 1, first, head, type_):
        first -= 1
    while first < head and tokens[first].deprel == "punct":
        first += 1
    return (first, _extend_right(tokens, head, head, end, type_), type_)


def _joins_left(tokens: list[Token], i: int, first: int, head: int, kind: str) -> bool:
    token = tokens[i]
    if not i <= token.head <= head:
        return False
    if token.xpos == "HYPH" or (token.form in ("/", "&", ".") and token.deprel == "punct"):
        return True
    if token.deprel == "nmod:desc":
        return token.form.rstrip(".") in ("St", "Saint", "Mt", "Mount")
    if token.xpos not in PROPER:
        return token.deprel in ("compound", "nummod") and tokens[first].xpos == "HYPH"
    if kind == "PER":
        return token.deprel == "flat" or (token.deprel == "compound" and len(token.form.rstrip(".")) == 1)
    return token.deprel in ("compound", "amod", "flat", "nummod", "det")


def _extend_right(tokens: list[Token], head: int, last: int, end: int, kind: str) -> int:
    """The last word of a name: flat parts, and proper "of Y" for all but persons."""
    inside = {head, *range(head, last + 1)}
    for i in range(last + 1, end + 1):
        token = tokens[i]
        if token.deprel == "flat" and token.head in inside:
            inside.add(i)
            last = i
        elif token.deprel == "punct" and token.xpos in ("HYPH", "``", "''", "."):
            continue
        elif (
            kind != "PER" and token.form.lower() == "of" and token.deprel == "case" and i == last + 1
            and token.head <= end and tokens[token.head].head in inside and tokens[token.head].xpos in PROPER
        ):  # fmt: skip
            parts = range(i + 1, token.head + 1)
            if all(tokens[p].xpos in (*PROPER, "DT", "HYPH") for p in parts):
                inside.update(parts)
                last = token.head
        elif (
            token.xpos in PROPER and token.deprel in ("compound", "amod") and token.head in range(i, end + 1)
        ) or i <= last:
            continue
        else:
            break
    return last


def _mark(tokens: list[Token], names: list[Stretch], cues: Cues) -> None:
    tags: list[tuple[str, ...] | None] = [None] * len(tokens)
    for first, last, kind in sorted(names, key=lambda n: (n[0] - n[1], n[0])):
        if any(tags[i] for i in range(first, last + 1)):
            continue
        unsure = kind == OPEN or (first == last and kind != "LOC" and tokens[first].form in cues.titles)
        for i in range(first, last + 1):
            tags[i] = _OPEN if unsure else (f"{'B' if i == first else 'I'}-{kind}",)
    for i, token in enumerate(tokens):
        tag = tags[i]
        if tag is None:
            noun = (token.upos == "ADJ" and token.xpos == "JJ") or token.xpos in PROPER
            if noun and token.lemma in cues.peoples and token.form[:1].isupper():
                tag = ("B-NORP",)
            else:
                tag = _OPEN if token.xpos in PROPER else ("O",)
        token.names = tag


def names_in(sentence: SentenceOf) -> list[Stretch]:
    """The sure names of a sentence: first word, last word, type; nationalities left out, as no layer marks them."""
    found: list[Stretch] = []
    for i, token in enumerate(sentence.tokens):
        if len(token.names) != 1 or token.names[0] == "O":
            continue
        place, kind = token.names[0].split("-")
        if place == "I" and found and found[-1][1] == i - 1 and found[-1][2] == kind:
            found[-1] = (found[-1][0], i, kind)
        elif place == "B":
            found.append((i, i, kind))
    return [name for name in found if name[2] != "NORP"]
