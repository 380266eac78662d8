"""What the head for acts adds to the rules: ``python -m benchmarks.confidence.acts``.

Candidates of the open articles, of the ontology's sentences and of the hand-read samples are ranked by the credence
fitted without and with how far the word reads like an act (``Reading.acts``). Articles and sentences are judged by fits
that have not seen them; to the hand-read ones nothing was fitted. Shown are the areas under both curves and the 95%
interval of their difference when documents are drawn anew. The head itself saw none of
the three. ``--update`` writes ``benchmarks/results/acts.json``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from pathlib import Path

import numpy as np

from benchmarks.accuracy import matching
from benchmarks.accuracy.sets import load, scorer
from benchmarks.accuracy.table import write_json
from benchmarks.confidence.__main__ import HERE, PARTS, Array, fit
from benchmarks.confidence.credence import RARE, RIDGE, Sample, area, judged
from benchmarks.confidence.credence import _code as coded_candidates
from benchmarks.confidence.credence import _start as start
from benchmarks.handread.__main__ import verdicts
from hearsay.events.credence import READS

RESULT = HERE / "results" / "acts.json"
DRAWS = 1000


def ranked(samples: list[Sample], others: list[Sample], without: str | None) -> tuple[Array, Array]:
    """Scores of samples by fits that have not seen their document, and of others by the fit to all samples."""
    count: dict[str, int] = {}
    for sample in samples:
        for name, value in sample.features.items():
            count[name] = count.get(name, 0) + bool(value)
    names = [name for name in sorted(count, key=lambda n: (n != "one", n)) if count[name] >= RARE and name != without]

    def matrix(rows: list[Sample]) -> Array:
        return np.array([[*(s.features.get(n, 0.0) for n in names), float(s.sentence)] for s in rows])

    x, y = matrix(samples), np.array([float(s.right) for s in samples])
    order = {name: n % PARTS for n, name in enumerate(sorted({s.document for s in samples}))}
    part, found = np.array([order[s.document] for s in samples]), np.zeros(len(y))
    for n in range(PARTS):
        found[part == n] = x[part == n] @ fit(x[part != n], y[part != n], RIDGE)
    return found, matrix(others) @ fit(x, y, RIDGE)


def compared(rows: list[Sample], without: Array, with_it: Array) -> dict[str, float | int]:
    """Both areas, and the interval of their difference over documents drawn anew."""
    y = np.array([float(s.right) for s in rows])
    places: dict[str, list[int]] = {}
    for i, sample in enumerate(rows):
        places.setdefault(sample.document, []).append(i)
    documents, random, gains = sorted(places), np.random.default_rng(1), []
    for _ in range(DRAWS):
        drawn = np.concatenate([places[documents[i]] for i in random.integers(0, len(documents), len(documents))])
        if 0 < y[drawn].mean() < 1:
            gains.append(area(with_it[drawn], y[drawn]) - area(without[drawn], y[drawn]))
    low, high = np.percentile(gains, [2.5, 97.5])
    return {"candidates": len(rows), "rules": round(area(without, y), 3), "rules and head": round(area(with_it, y), 3),
            "gain, low": round(float(low), 3), "gain, high": round(float(high), 3)}  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.confidence.acts", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true", help="write benchmarks/results/acts.json")
    options = parser.parse_args(arguments)
    try:
        sets = load(options.shared)
    except FileNotFoundError as missing:
        print(f"no gold sets ({missing.args[0]} is missing): nothing compared; --shared names their folder")
        return 0
    gold = [record for s in sets if s.kind in ("events", "gsr") for record in s.gold.values()]
    read = {(row["document"], int(row["begin"]), row["event"]): row["verdict"] for row in verdicts()}
    news = [r for s in sets if s.name == "polnear dev" for r in s.gold.values() if r["id"] in {key[0] for key in read}]
    with multiprocessing.get_context("spawn").Pool(options.jobs, start) as pool:
        found = pool.map(coded_candidates, [*gold, *news], chunksize=4)
    rule = matching.rules(scorer(options.shared))
    samples = [s for one, pair in zip(gold, found, strict=False) for s in judged(one, *pair, rule)]
    handread = [
        Sample(record["id"], rows[begin], verdict != "no event", False)
        for record, (events, rows) in zip(news, found[len(gold) :], strict=True)
        for begin, event in sorted({(m["trigger"][0], e["event"]) for e in events for m in e["mentions"]})
        if (verdict := read.get((record["id"], begin, event))) is not None
    ]
    without, with_it = ranked(samples, handread, READS), ranked(samples, handread, None)
    figures = {}
    for name, alone in (("articles", False), ("sentences", True)):
        kept = np.array([s.sentence == alone for s in samples])
        figures[name] = compared([s for s in samples if s.sentence == alone], without[0][kept], with_it[0][kept])
    figures["hand-read: any act"] = compared(handread, without[1], with_it[1])
    for name, row in figures.items():
        print(f"{name}: " + "  ".join(f"{key} {value}" for key, value in row.items()))
    if options.update:
        write_json(RESULT, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
