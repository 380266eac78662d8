"""A small coder for tests of everything around coding: quick, without a model, picklable.

It knows one rule: ``NAME said NAME met NAME`` in a sentence is a CONSULT that the first name vouches for, and
``NAME attacked NAME`` an ASSAULT. "(FAILS)" in the text makes it raise, "(DIES)" ends its process.
"""

from __future__ import annotations

import os
import re
import time

from hearsay.errors import ReaderError
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Actor, CastMember, Coding, Document, Event, Mention, Note, Report, Source

SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
MET = re.compile(
    r"(?:(?P<source>[A-Z]\w+) (?P<cue>said) )?(?P<actor>[A-Z]\w+) (?P<trigger>met|attacked) (?P<recipient>[A-Z]\w+)"
)
KNOWN = {"Iran": ("IRN", ("GOV",)), "Oman": ("OMN", ("GOV",)), "IRNA": ("IRN", ("JRN", "GOV"))}


class SmallCoder:
    """Codes by a regular expression."""

    def __init__(self, patience: float = 0.0) -> None:
        self.patience = patience

    def read(self, document: Document) -> Reading:
        return reading_of(document)

    def code(self, document: Document) -> Coding:
        time.sleep(self.patience)
        if "(FAILS)" in document.text:
            raise RuntimeError("no tree for\nthis text")
        if "(DIES)" in document.text:
            os._exit(9)
        return coding_of(document)


def slow_coder() -> SmallCoder:
    return SmallCoder(patience=0.15)


def no_coder() -> SmallCoder:
    raise ReaderError("the weights are missing: install hearsay again")


def coding_of(document: Document) -> Coding:
    text = document.text
    events, reports, members = [], [], {}
    for sentence in SENTENCE.finditer(text):
        begin = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        for found in MET.finditer(text, begin, sentence.end()):
            number = len(events) + 1
            source = _source(found) if found["source"] else None
            for role in ("source", "actor", "recipient"):
                if found[role]:
                    members.setdefault(found[role], []).append(found.span(role))
            events.append(_event(document, found, f"{document.id}-e{number}", (begin, sentence.end()), source))
            if source:
                reports.append(_report(document, found, f"{document.id}-r{number}", (begin, sentence.end()), source))
    cast = tuple(
        CastMember(document=document.id, actor=_actor(name), mentions=tuple(spans), mention_texts=(name,) * len(spans),
                   rows=(f"names:{name}",) if name in KNOWN else ())
        for name, spans in members.items()
    )  # fmt: skip
    notes = (Note(kind="doubt", message="short text", spans=()),) if len(text) < 20 else ()
    coding = Coding(document=document, actors=cast, events=tuple(events), reports=tuple(reports), notes=notes)
    coding.check()
    return coding


def _actor(name: str) -> Actor:
    country, sector = KNOWN.get(name, (None, ()))
    return Actor(name=name, country=country, sector=sector)


def _source(found: re.Match[str]) -> Source:
    return Source(**_actor(found["source"]).model_dump(), span=found.span("source"), text=found["source"])


def _event(
    document: Document, found: re.Match[str], id: str, sentence: tuple[int, int], source: Source | None
) -> Event:
    attack = found["trigger"] == "attacked"
    actors = [_actor(found["actor"])] + ([] if attack else [_actor(found["recipient"])])
    return Event(
        id=id,
        event="ASSAULT" if attack else "CONSULT",
        mode=("aerial",) if attack else (),
        actor=tuple(actors),
        recipient=(_actor(found["recipient"]),) if attack else (),
        date=document.published,
        date_precision="day" if document.published else "unknown",
        quad_code=4 if attack else 1,
        scale=-9.5 if attack else 2.5,
        cameo="195" if attack else "040",
        confidence=0.75,
        mentions=(
            Mention(
                document=document.id,
                trigger=found.span("trigger"),
                trigger_text=found["trigger"],
                actor=(found.span("actor"),) + (() if attack else (found.span("recipient"),)),
                actor_text=(found["actor"],) + (() if attack else (found["recipient"],)),
                recipient=(found.span("recipient"),) if attack else (),
                recipient_text=(found["recipient"],) if attack else (),
                sources=(source,) if source else (),
                sentence=sentence,
                sentence_text=document.text[slice(*sentence)],
                rule="small.v",
                path=(f"{found['trigger']} -nsubj-> {found['actor']}",),
                confidence=0.75,
            ),
        ),
    )


def _report(document: Document, found: re.Match[str], id: str, sentence: tuple[int, int], source: Source) -> Report:
    content = (found.start("actor"), found.end("recipient"))
    return Report(
        id=id, document=document.id, source=source, source_span=source.span, source_text=source.text,
        cue=(found.span("cue"),), cue_text=(found["cue"],), content=(content,),
        content_text=(document.text[slice(*content)],), kind="indirect", sentence=sentence,
    )  # fmt: skip


def reading_of(document: Document) -> Reading:
    """Words by white space, each hanging on the first of its sentence."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    for found in SENTENCE.finditer(document.text):
        first = len(words)
        for token in re.compile(r"\w+|[^\w\s]").finditer(document.text, *found.span()):
            root = len(words) == first
            words.append(Word(len(words), token.start(), token.end(), token[0], "PROPN" if token[0].istitle() else "X",
                              "NNP" if token[0].istitle() else "XX", token[0].lower(), ROOT if root else first,
                              "root" if root else "dep"))  # fmt: skip
        if len(words) > first:
            sentences.append(
                Sentence(len(sentences), first, len(words) - 1, words[first].begin, words[-1].end, 0, "body")
            )
    names = tuple(Name(w.index, w.index, "LOC") for w in words if w.text in KNOWN)
    reading = Reading(document, tuple(words), tuple(sentences), names)
    reading.check()
    return reading
