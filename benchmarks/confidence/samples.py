"""Coded mentions of the open gold sets with what speaks for them, and whether they are right."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy import matching
from benchmarks.accuracy.documents import document
from benchmarks.accuracy.gsr_errors import verdict
from benchmarks.accuracy.sets import Gold
from hearsay import Coder
from hearsay.events.confidence import features

_coder: Coder | None = None


@dataclass(frozen=True)
class Sample:
    """One coded mention. ``sentence``: of the ontology's single sentences, with no article around."""

    document: str
    event: str
    features: dict[str, float]
    right: bool
    sentence: bool


def _start() -> None:
    global _coder
    _coder = Coder()


def _code(gold: Gold) -> tuple[list[dict[str, Any]], list[list[dict[str, float]]]]:
    """Events as JSON, and the features of each one's mentions."""
    assert _coder is not None
    made = document(gold)
    reading = _coder.read(made)
    begins = {word.begin: word for word in reading.words}
    coding = _coder.code(made)
    found = [[features(reading, begins, _coder.lexicon, e, m) for m in e.mentions] for e in coding.events]
    return [e.model_dump(mode="json", by_alias=True) for e in coding.events], found


def samples(sets: dict[str, dict[str, Gold]], scorer: Path, jobs: int) -> list[Sample]:
    """All coded mentions of the gold articles and sentences, judged by the scorer's own rules."""
    rule = matching.rules(scorer)
    articles, sentences = sets["articles"], sets["plover sentences"]
    with multiprocessing.get_context("spawn").Pool(jobs, _start) as pool:
        coded = pool.map(_code, [*articles.values(), *sentences.values()], chunksize=4)
    found: list[Sample] = []
    for (name, gold), (events, rows) in zip([*articles.items(), *sentences.items()], coded, strict=True):
        if name in articles:
            (matched,) = matching.events(rule, {name: gold}, events)
            right = {
                (ours[0]["id"], tuple(ours[1]["trigger"]))
                for theirs, ours in matched.pairs
                if theirs[0]["event"] == ours[0]["event"] and rule["countries"](theirs[0]) == rule["countries"](ours[0])
            }
            for event, each in zip(events, rows, strict=True):
                for mention, row in zip(event["mentions"], each, strict=True):
                    ok = (event["id"], tuple(mention["trigger"])) in right
                    found.append(Sample(name, event["id"], row, ok, False))
        else:
            for event, each in zip(events, rows, strict=True):
                ok = verdict(gold, [event], set(rule["SYMMETRIC"])) == "RIGHT"  # type: ignore[call-overload]
                found.append(Sample(name, event["id"], each[0], ok, True))
    return found
