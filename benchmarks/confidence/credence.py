"""Fit how likely a candidate is an act at all: ``python -m benchmarks.confidence.credence``.

Candidates of the open gold articles and of the ontology's own sentences, before any is left out as too doubtful, are
right when their word is a gold trigger of that type (of a sentence: when the type is its own). A logistic regression
with a ridge is fitted to that; a feature of its own takes up that the sentences' gold names one event each. Every
document is judged by a fit that has not seen it (ten parts). Printed: how well right and wrong ones are told apart
(area under the curve). ``--update`` writes the weights (``src/hearsay/events/data/credence.tsv``).
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.accuracy import matching
from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import Gold, load, scorer
from benchmarks.confidence.__main__ import HERE, PARTS, Array, fit
from hearsay import Coder
from hearsay.actors import find_cast
from hearsay.actors.cast import Cast
from hearsay.attribution import attribute
from hearsay.attribution.stance import Attribution
from hearsay.events.coding import EventCoder, enrich
from hearsay.events.credence import features
from hearsay.events.lexicon import Lexicon
from hearsay.events.merging import merge
from hearsay.reading.tree import Reading
from hearsay.world import World

WEIGHTS = HERE.parent / "src" / "hearsay" / "events" / "data" / "credence.tsv"
RIDGE = 4.0
RARE = 8
"""Features that hold of fewer candidates get no weight."""
_SENTENCE = "sentence alone"

Events = list[dict[str, Any]]
_coder: Coder | None = None


@dataclass(frozen=True)
class Sample:
    document: str
    features: dict[str, float]
    right: bool
    sentence: bool


def candidates(
    reading: Reading, cast: Cast, attribution: Attribution, world: World, lexicon: Lexicon
) -> tuple[Events, dict[int, dict[str, float]]]:
    """Events of all candidates, and each one's features by the offset of its trigger."""
    found = EventCoder(reading, cast, attribution, world, lexicon).found()
    rows = {reading.words[c.trigger].begin: features(reading, c, lexicon.entries.get(c.rule)) for c in found}
    events = merge(reading, cast, enrich(reading, cast, world, found))
    return [event.model_dump(mode="json", by_alias=True) for event in events], rows


def judged(gold: Gold, events: Events, rows: dict[int, dict[str, float]], rule: matching.Rules) -> list[Sample]:
    """Samples of one document of either set."""
    if "event" in gold:
        right = {gold["event"], *(gold.get("event_alternatives") or ())}
        return [
            Sample(gold["id"], rows[m["trigger"][0]], e["event"] in right, True) for e in events for m in e["mentions"]
        ]
    (matched,) = matching.events(rule, {gold["id"]: gold}, events)
    good = {ours[1]["trigger"][0] for theirs, ours in matched.pairs if theirs[0]["event"] == ours[0]["event"]}
    found = [m for e in events for m in e["mentions"]]
    return [Sample(gold["id"], rows[m["trigger"][0]], m["trigger"][0] in good, False) for m in found]


def _start() -> None:
    global _coder
    _coder = Coder()


def _code(gold: Gold) -> tuple[Events, dict[int, dict[str, float]]]:
    assert _coder is not None
    reading = _coder.read(document(gold))
    cast = find_cast(reading, _coder.world)
    return candidates(reading, cast, attribute(reading, cast, _coder.world), _coder.world, _coder.lexicon)


def fitted(samples: list[Sample]) -> tuple[dict[str, float], dict[str, float]]:
    """Weights by feature, and the area under the curve of articles and of sentences, each judged unseen."""
    count: dict[str, int] = {}
    for sample in samples:
        for name, value in sample.features.items():
            count[name] = count.get(name, 0) + bool(value)
    names = [name for name in sorted(count, key=lambda n: (n != "one", n)) if count[name] >= RARE]
    x = np.array([[*(s.features.get(n, 0.0) for n in names), float(s.sentence)] for s in samples])
    y = np.array([float(s.right) for s in samples])
    order = {name: n % PARTS for n, name in enumerate(sorted({s.document for s in samples}))}
    part, p = np.array([order[s.document] for s in samples]), np.zeros(len(y))
    for n in range(PARTS):
        p[part == n] = 1 / (1 + np.exp(-x[part == n] @ fit(x[part != n], y[part != n], RIDGE)))
    alone = np.array([s.sentence for s in samples])
    weights = dict(zip([*names, _SENTENCE], (float(w) for w in fit(x, y, RIDGE)), strict=True))
    return weights, {"articles": area(p[~alone], y[~alone]), "sentences": area(p[alone], y[alone])}


def area(p: Array, y: Array) -> float:
    """Probability that a right one is rated above a wrong one (area under the ROC curve)."""
    right, wrong = p[y == 1][:, None], p[y == 0][None, :]
    return float((right > wrong).mean() + 0.5 * (right == wrong).mean())


def table(weights: dict[str, float]) -> str:
    """The file of weights, without the one of single sentences."""
    head = "# Weights of the credence of a candidate, fitted by python -m benchmarks.confidence.credence --update."
    rows = [f"{name}\t{weight:.3f}" for name, weight in weights.items() if name != _SENTENCE]
    return "\n".join([head, "feature\tweight", *rows]) + "\n"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.confidence.credence", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true", help="write the weights")
    options = parser.parse_args(arguments)
    try:
        sets = load(options.shared)
    except FileNotFoundError as missing:
        print(f"no gold sets ({missing.args[0]} is missing): nothing fitted; --shared names their folder")
        return 0
    documents = [record for s in sets if s.kind in ("events", "gsr") for record in s.gold.values()]
    with multiprocessing.get_context("spawn").Pool(options.jobs, _start) as pool:
        coded = pool.map(_code, documents, chunksize=4)
    rule = matching.rules(scorer(options.shared))
    samples = [s for gold, found in zip(documents, coded, strict=True) for s in judged(gold, *found, rule)]
    weights, areas = fitted(samples)
    print(f"{len(samples)} candidates, {sum(s.right for s in samples)} right")
    print("told apart (area under the curve): " + ", ".join(f"{name} {value:.3f}" for name, value in areas.items()))
    if options.update:
        WEIGHTS.write_text(table(weights), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
