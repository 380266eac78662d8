"""Media that relay what somebody says: told, speaking to, carried by, quoted by; and who is cited by a medium."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hearsay.attribution.findings import Finding
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.speakers import agent
from hearsay.reading.tree import Reading, Word

_NEAR = 8
"""How many words after the cue the carried statement may stand."""


def media_told(reading: Reading, verb: int, is_medium: Callable[[int], bool]) -> tuple[int, ...]:
    """Media that relay what ``verb`` reports: "told Reuters", "in an interview with ABC", "speaking to City Online"."""
    found: list[int] = []
    holders = [
        verb,
        *(c.index for c in reading.children(verb, "advcl", "xcomp") if c.lemma in ("speak", "talk", "write")),
    ]
    for holder in holders:
        for child in reading.children(holder, "obj", "iobj", "obl", "nsubj"):
            if child.deprel == "obl:agent" or (child.relation == "nsubj" and child.index < holder):
                continue
            case = reading.child(child.index, "case")
            if child.relation == "obl" and (
                case is None or case.lemma not in ("to", "with", "on", "in", "by", "at", "for")
            ):
                continue
            if is_medium(child.index) and _particular(reading, child):
                found.append(child.index)
            elif child.lemma in ("interview", "statement", "remark", "comment", "talk", "email", "article"):
                for modifier in reading.children(child.index, "nmod", "compound"):
                    if is_medium(modifier.index):
                        found.append(modifier.index)
    return tuple(found)


def _particular(reading: Reading, word: Word) -> bool:
    """Whether a medium is told apart from others: "Reuters", "state television", not "the press"."""
    return word.upos == "PROPN" or reading.child(word.index, "amod", "compound", "nmod", "appos", "flat") is not None


def media_carrying(
    reading: Reading, verb: int, source: int | None, is_medium: Callable[[int], bool]
) -> tuple[int, ...]:
    """Media that carried or quoted it: "in a statement carried by IRNA", "the ministry, quoted by IRNA, said"."""
    found: list[int] = []
    last = min(reading.sentence_of(verb).last, verb + _NEAR)
    for index in (*(() if source is None else (source,)), *range(verb + 1, last + 1)):
        noun = reading.words[index]
        if noun.upos not in ("NOUN", "PROPN", "PRON") or (
            index != source and noun.lemma not in word_class("utterance")
        ):
            continue
        for clause in reading.children(index, "acl"):
            by = agent(reading, clause.index)
            if clause.lemma in word_class("carrying") and clause.xpos == "VBN" and by is not None:
                found += [by.index] if is_medium(by.index) else []
    return tuple(found)


def cite(
    reading: Reading, findings: Sequence[Finding], speaks: Sequence[bool], is_medium: Callable[[int], bool]
) -> list[Finding]:
    """ "Xinhua reported, citing the ministry, that ...": the ministry is the speaker, and Xinhua relays it."""
    result = list(findings)
    for place, citing in enumerate(findings):
        word = reading.words[citing.anchor]
        if word.lemma not in ("cite", "quote") or word.xpos != "VBG" or citing.pos != "VERB":
            continue
        cited = reading.child(word.index, "obj")
        sentence = reading.sentence_of(word.index)
        reports = [
            (abs(f.anchor - word.index), number)
            for number, f in enumerate(findings)
            if number != place and sentence.first <= f.anchor <= sentence.last
            and f.source is not None and is_medium(f.source)
        ]  # fmt: skip
        if cited is None or not speaks[cited.index] or not reports or is_medium(cited.index):
            continue
        number = min(reports)[1]
        report = result[number]
        assert report.source is not None
        content = report.content - set(reading.subtree(word.index))
        if report.via or not content:
            continue
        result[number] = replace(report, source=cited.index, via=(report.source,), content=content, form="around")
        result[place] = replace(citing, content=frozenset(), form="none", frames=frozenset())
    return [f for f in result if f.content or f.frames]


def looks_like_medium(word: Word) -> bool:
    """Whether a common noun names a kind of medium ("state television", "the agency")."""
    return word.lemma.lower() in word_class("medium")
