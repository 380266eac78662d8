"""Fit the confidence of codings and say how well it holds: ``python -m benchmarks.confidence``.

A coded mention of the open gold articles and sentences is right when type, actor countries and recipient countries
are. A logistic regression with a ridge is fitted to that; a feature of its own takes up how much seldomer a coding of
the single sentences counts as right, where the gold names one event. Every article is rated by a fit that has not seen
it (ten parts, whole documents). Printed: expected calibration error and Brier score, and precision at coverage.
``--update`` writes the weights (``src/hearsay/events/data/confidence.tsv``), ``benchmarks/results/confidence.json``
and the reliability plot ``confidence.svg`` (which needs matplotlib).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from benchmarks.accuracy.sets import load, scorer
from benchmarks.accuracy.table import write_json
from benchmarks.confidence.samples import Sample, samples

HERE = Path(__file__).resolve().parent.parent
WEIGHTS = HERE.parent / "src" / "hearsay" / "events" / "data" / "confidence.tsv"
PARTS = 10
BINS = 10
RIDGE = 4.0
COVERAGES = (0.25, 0.5, 0.75, 1.0)
_SENTENCE = "sentence alone"

Array = np.ndarray


def fit(x: Array, y: Array, ridge: float = RIDGE, steps: int = 50) -> Array:
    """Weights of a logistic regression by Newton's method; the first column, the constant, is not shrunk."""
    weights = np.zeros(x.shape[1])
    shrink = np.full(x.shape[1], ridge)
    shrink[0] = 1e-6
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + shrink * weights
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(shrink), gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def matrix(found: list[Sample], names: list[str]) -> Array:
    """A row a sample, a column a feature; the last column marks single sentences."""
    return np.array([[*(s.features[n] for n in names), float(s.sentence)] for s in found])


def held_out(x: Array, y: Array, documents: list[str]) -> Array:
    """Each sample's probability by a fit on the other parts; a document is in one part."""
    order = {name: n % PARTS for n, name in enumerate(sorted(set(documents)))}
    part = np.array([order[d] for d in documents])
    p = np.zeros(len(y))
    for n in range(PARTS):
        p[part == n] = 1 / (1 + np.exp(-x[part == n] @ fit(x[part != n], y[part != n])))
    return p


def bins(p: Array, y: Array, count: int = BINS) -> list[tuple[float, float, int]]:
    """(mean probability, share right, how many) of equally large parts from the least to the most sure."""
    order = np.argsort(p, kind="stable")
    return [(float(p[i].mean()), float(y[i].mean()), len(i)) for i in np.array_split(order, count) if len(i)]


def calibration_error(p: Array, y: Array) -> float:
    """Expected calibration error over equally large bins (Guo and others 2017, with bins by mass)."""
    return sum(n * abs(mean - share) for mean, share, n in bins(p, y)) / len(y)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true", help="write weights, figures and plot")
    options = parser.parse_args(arguments)
    try:
        sets = load(options.shared)
    except FileNotFoundError as missing:
        print(f"no gold sets ({missing.args[0]} is missing): nothing fitted; --shared names their folder")
        return 0
    found = samples({gold.name: gold.gold for gold in sets}, scorer(options.shared), options.jobs)
    names = list(found[0].features)
    x, y = matrix(found, names), np.array([float(s.right) for s in found])
    alone = np.array([s.sentence for s in found])
    p = held_out(x, y, [s.document for s in found])
    rows = {
        "mentions of articles": (p[~alone], y[~alone]),
        "events of articles": by_event([s for s in found if not s.sentence], p[~alone]),
        "sentences": (p[alone], y[alone]),
    }
    figures = {name: figure(*row) for name, row in rows.items()}
    for name, row in figures.items():
        print(f"{name}: " + "  ".join(f"{key} {value:.3f}" for key, value in row.items()))
    weights = dict(zip([*names, _SENTENCE], fit(x, y), strict=True))
    for name, weight in weights.items():
        print(f"  {weight:7.3f} {name}")
    if options.update:
        lines = [
            "# Weights of the confidence of a coding, fitted by python -m benchmarks.confidence --update.",
            "feature\tweight",
            *(f"{name}\t{weight:.4f}" for name, weight in weights.items() if name != _SENTENCE),
        ]
        WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
        write_json(HERE / "results" / "confidence.json", {name: round_all(row) for name, row in figures.items()})
        from benchmarks.confidence.plot import reliability

        reliability(HERE / "results" / "confidence.svg", {name: bins(*row) for name, row in rows.items()})
    return 0


def by_event(found: list[Sample], p: Array) -> tuple[Array, Array]:
    """Events: as sure as the best mention, right when a mention is."""
    sure: dict[str, float] = {}
    right: dict[str, bool] = {}
    for sample, value in zip(found, p, strict=True):
        sure[sample.event] = max(sure.get(sample.event, 0.0), float(value))
        right[sample.event] = right.get(sample.event, False) or sample.right
    return np.array(list(sure.values())), np.array([float(r) for r in right.values()])


def figure(p: Array, y: Array) -> dict[str, float]:
    """The figures of one set: how many, share right, calibration error, Brier score, precision of the surest."""
    order = np.argsort(-p, kind="stable")
    precision = {f"precision of the surest {c:.0%}": float(y[order[: round(c * len(y))]].mean()) for c in COVERAGES}
    brier, plain = float(((p - y) ** 2).mean()), float(((y.mean() - y) ** 2).mean())
    return {"samples": len(y), "calibration error": calibration_error(p, y), "Brier score": brier,
            "Brier score of the base rate": plain, **precision}  # fmt: skip


def round_all(row: dict[str, float]) -> dict[str, float]:
    return {key: round(value, 3) for key, value in row.items()}


if __name__ == "__main__":
    sys.exit(main())
