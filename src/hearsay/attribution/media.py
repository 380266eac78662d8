"""Media that relay what somebody says: told, speaking to, carried by, quoted by; and who is cited by a medium."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hearsay.attribution.findings import Finding, Form
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.speakers import agent
from hearsay.reading.tree import Reading, Word

_SPEAKING = frozenset(("speak", "talk", "tell", "write"))
_LISTENERS = frozenset(("reporter", "journalist", "correspondent", "press", "newsman", "pressman"))
"""They hear what is said, and are no medium that relays it."""
_SINGLE = frozenset(
    ("broadcaster", "newspaper", "paper", "daily", "weekly", "magazine", "channel", "station", "tabloid", "newswire")
)
"""With "the" they point at one medium, though nothing else names it: "told the broadcaster"."""
_NEAR = 20
"""How many words after the cue the carried statement may stand."""


def media_told(reading: Reading, verb: int, is_medium: Callable[[int], bool]) -> tuple[int, ...]:
    """Media that relay what ``verb`` reports: "told Reuters", "in an interview with ABC", "speaking to City Online"."""
    found: list[int] = []
    head = reading.head(verb)
    holders = [
        verb,
        *([head.index] if head is not None and head.lemma in ("quote", "cite") else []),
        *(c.index for c in reading.children(verb, "advcl", "xcomp") if c.lemma in _SPEAKING),
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
                    named = (modifier, *reading.children(modifier.index, "compound"))  # "with the BBC broadcast here"
                    found += [word.index for word in named if is_medium(word.index)][:1]
    return tuple(found)


def _particular(reading: Reading, word: Word) -> bool:
    """Whether a medium is told apart from others: "Reuters", "state television", not "the press", "reporters here"."""
    if word.upos == "NOUN" and word.lemma in _LISTENERS:
        return False
    if word.lemma in _SINGLE and any(d.text.lower() == "the" for d in reading.children(word.index, "det")):
        return True
    return word.upos == "PROPN" or reading.child(word.index, "amod", "compound", "nmod", "appos", "flat") is not None


def media_carrying(
    reading: Reading, verb: int, source: int | None, is_medium: Callable[[int], bool]
) -> tuple[int, ...]:
    """Media that carried or quoted it: "in a statement carried by IRNA", "the ministry, quoted by IRNA, said"."""
    found: list[int] = []
    sentence = reading.sentence_of(verb)
    last = min(sentence.last, verb + _NEAR)
    for index in range(sentence.first, last + 1):
        noun = reading.words[index]
        fronted = index < verb and noun.relation == "obl" and noun.head == verb
        if index != source and not (noun.lemma in word_class("utterance") and (index > verb or fronted)):
            continue
        for clause in reading.children(index, "acl"):
            by = agent(reading, clause.index)
            if clause.lemma in word_class("carrying") and clause.xpos in ("VBN", "VBD") and by is not None:
                found += [by.index] if is_medium(by.index) else []
            elif index == source and clause.deprel == "acl:relcl" and clause.lemma in _SPEAKING:
                told = reading.children(clause.index, "obj", "iobj", "obl")
                found += [c.index for c in told if is_medium(c.index) and c.upos == "PROPN"]
    return tuple(found)


def cite(
    reading: Reading, findings: Sequence[Finding], speaks: Sequence[bool], is_medium: Callable[[int], bool]
) -> list[Finding]:
    """ "Xinhua reported, citing the ministry, that ...": the ministry is the speaker, and Xinhua relays it."""
    result = list(findings)
    for word in reading.words:
        participle = word.xpos == "VBG" or word.deprel == "acl:relcl"
        if word.lemma not in ("cite", "quote") or word.upos != "VERB" or not participle:
            continue
        cited = reading.child(word.index, "obj")
        sentence = reading.sentence_of(word.index)
        reports = [
            (abs(f.anchor - word.index), number)
            for number, f in enumerate(result)
            if f.anchor != word.index and sentence.first <= f.anchor <= sentence.last
            and f.source is not None and is_medium(f.source)
        ]  # fmt: skip
        if cited is not None and not speaks[cited.index] and reports:
            # "IRNA reported, citing the ministry's website": where the agency has it from, no report of its own.
            result = [f for f in result if f.anchor != word.index or f.source is None or not is_medium(f.source)]
            continue
        if cited is None or not speaks[cited.index] or not reports or is_medium(cited.index):
            continue
        number = min(reports)[1]
        report = result[number]
        content = report.content - set(reading.subtree(word.index))
        told = {c.index for c in reading.children(cited.index, "acl") if c.deprel == "acl:relcl"}
        if any(f.anchor in told and f.strong for f in result):
            # "..., the radio said, quoting a colonel who said ...": through the radio only what the colonel said.
            result = [replace(f, via=(report.source,)) if f.anchor in told and f.source != report.source
                      and report.source is not None else f for f in result if f.anchor != word.index]  # fmt: skip
            continue
        if report.source is None or report.via or not (content or "quote" in report.frames):
            continue
        form: Form = "around" if content else "none"
        result[number] = replace(report, source=cited.index, via=(report.source,), content=content, form=form)
        result = [f for f in result if f.anchor != word.index]
    return result


def looks_like_medium(word: Word) -> bool:
    """Whether a common noun names a kind of medium ("state television", "the agency")."""
    return word.lemma.lower() in word_class("medium")
