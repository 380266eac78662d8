"""How likely a candidate is an act that PLOVER names at all, and how likely it must be to be coded.

A logistic regression over the entry's record, the type, the :mod:`.doubts` and how far the word reads like an act
where it stands (``Reading.acts``: a head on the reader, trained on other texts than the regression), fitted on the open
gold articles and the ontology's own sentences (``python -m benchmarks.confidence.credence --update`` writes
``data/credence.tsv``). What it must reach depends on what the article is about (:mod:`.matter`):
``data/credence_needed.tsv``. In a text of one sentence or two a candidate that stands beside a much likelier one of its
sentence gives way to it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.lexicon import Entry, Lexicon
from hearsay.events.matter import Matter
from hearsay.events.tables import read_table
from hearsay.reading.tree import Reading

READS = "reads like an act"
_MOST = 5.0
_OUTSHONE, _BY, _BRIEF = 0.7, 0.15, 2
"""In a text of so few sentences a candidate less likely than this gives way to one of its sentence that is likelier by
so much."""


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("credence.tsv")}


@cache
def _needed() -> dict[str, float]:
    return {row["matter"]: float(row["credence"]) for row in read_table("credence_needed.tsv")}


def features(reading: Reading, candidate: Candidate, entry: Entry | None) -> dict[str, float]:
    """What speaks for and against a candidate, by name."""
    prior = min(max(entry.prior if entry else 0.5, 0.05), 0.95)
    sides = len(candidate.actors) > 1 or bool(candidate.actors and candidate.recipients)
    found = {"one": 1.0, "prior": math.log(prior / (1 - prior)), "both sides": float(sides)}
    found[f"type {candidate.event}"] = 1.0
    found[f"a {entry.pos if entry else 'verb'}"] = 1.0
    found.update(dict.fromkeys(candidate.doubts, 1.0))
    found[READS] = likeness_to_acts(reading, candidate.trigger)
    return found


def likeness_to_acts(reading: Reading, index: int) -> float:
    """How far a word reads like an act: log odds within :data:`_MOST`; 0 where the reader does not say."""
    return min(max(reading.acts[index], -_MOST), _MOST) if reading.acts else 0.0


def unlike(reading: Reading, index: int) -> tuple[str, ...]:
    """ "Reads like no act", for a word that the reader takes rather for none."""
    return ("reads like no act",) if likeness_to_acts(reading, index) < 0 else ()


def probability(found: dict[str, float]) -> float:
    """The fitted probability of features."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))))


def unbelieved(
    reading: Reading, lexicon: Lexicon, about: Matter, candidates: Sequence[Candidate]
) -> dict[int, tuple[float, float]]:
    """Triggers of the candidates that are too doubtful, with their credence and what was needed."""
    likely = {c.trigger: probability(features(reading, c, lexicon.entries.get(c.rule))) for c in candidates}
    known = {c.trigger for c in candidates if _certain(reading, c)}
    needed = _needed()[about]
    best: dict[int, float] = {}
    for trigger, value in likely.items():
        sentence = reading.sentence_of(trigger).index
        best[sentence] = max(best.get(sentence, 0.0), value)
    found = {}
    brief = about == "sentence" and len(reading.sentences) <= _BRIEF
    for trigger, value in likely.items():
        bar = needed
        if brief and value < _OUTSHONE and trigger not in known:
            bar = max(bar, best[reading.sentence_of(trigger).index] - _BY)
        if value < bar:
            found[trigger] = (value, bar)
    return found


def _certain(reading: Reading, candidate: Candidate) -> bool:
    """What stands beside others whatever they are: who is killed, and "*the* arrest of the mayor", named as known."""
    known = any(w.text.lower() == "the" for w in reading.children(candidate.trigger, "det"))
    return (known and bool(candidate.actors or candidate.recipients)) or _harm(candidate)


def _harm(candidate: Candidate) -> bool:
    return candidate.event == "ASSAULT" and candidate.stance.status == "actual" and bool(candidate.recipients)
