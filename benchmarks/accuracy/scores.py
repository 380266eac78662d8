"""Scores with their uncertainty: the scorer's own counts, document by document, and a bootstrap over documents.

The scoring program comes with the gold sets and is run as it is; what it prints for one document are counts, and
counts add up over documents. So each document is scored once, the figures are those of the sums, and their 95%
intervals come from drawing documents with replacement (percentile bootstrap, Efron and Tibshirani 1993), which is
right for mentions that stand or fall together with their article.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import runpy
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.accuracy.sets import Gold, GoldSet

DRAWS = 1000
SEED = 20240715

_ROW = re.compile(r"^\s*(.+?)\s+P\s+[\d.]+\s+R\s+[\d.]+\s+F1\s+[\d.]+\s+\((\d+) right, (\d+) predicted, (\d+) gold\)$")
_SHARE = re.compile(r"^\s*(.+?)\s+[\d.]+\s+\((\d+) of (\d+)\)$")


@dataclass(frozen=True)
class Figure:
    """One number of the table: an F1 with its precision and recall, or a share; each with counts and interval."""

    name: str
    value: float
    low: float
    high: float
    right: int
    predicted: int | None
    """How many were coded; None for a share."""
    gold: int
    documents: int

    @property
    def precision(self) -> float | None:
        return None if self.predicted is None else _ratio(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        return None if self.predicted is None else _ratio(self.right, self.gold)


def _ratio(right: float, of: float) -> float:
    return right / of if of else 0.0


def score(gold: GoldSet, predicted: list[Gold], scorer: Path) -> list[Figure]:
    """All figures of a set, in the scorer's order."""
    program = runpy.run_path(str(scorer), run_name="scorer")[f"score_{gold.kind}"]
    by_document: dict[str, list[Gold]] = {name: [] for name in gold.gold}
    for line in predicted:
        names = {m["document"] for m in line["mentions"]} if gold.kind != "reports" else {line["document"]}
        for name in names & by_document.keys():
            by_document[name].append(line)
    tables: list[dict[str, tuple[int, ...]]] = []
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = Path(folder, "gold.jsonl"), Path(folder, "ours.jsonl")
        for name, record in gold.gold.items():
            theirs.write_text(json.dumps(record), "utf-8")
            ours.write_text("".join(json.dumps(line) + "\n" for line in by_document[name]), "utf-8")
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                program(str(theirs), str(ours))
            tables.append(dict(parse(printed.getvalue())))
    return [_figure(name, np.array([table[name] for table in tables])) for name in tables[0]]


def parse(printed: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Name and counts of each row the scorer prints: (right, predicted, gold) or, of a share, (right, of)."""
    for line in printed.splitlines():
        if found := _ROW.match(line):
            yield found[1], tuple(int(count) for count in found.groups()[1:])
        elif found := _SHARE.match(line):
            # "source" is also the name of a level: a share of an article's mentions says that it is one
            name = found[1] if found[1].startswith(("recall", "precision")) else f"accuracy of {found[1]}"
            yield name, (int(found[2]), int(found[3]))


def _figure(name: str, counts: np.ndarray) -> Figure:
    """Sum the counts of all documents, and of as many drawn with replacement, many times."""
    draws = np.random.default_rng(SEED).integers(0, len(counts), size=(DRAWS, len(counts)))
    sums = counts[draws].sum(axis=1)
    right, rest = sums[:, 0], sums[:, 1:].sum(axis=1)
    # F1 is 2 right / (predicted + gold); a share is right / of: the same formula with a single count below.
    factor = 2 if counts.shape[1] == 3 else 1
    values = factor * right / np.maximum(rest, 1)
    low, high = (float(v) for v in np.percentile(values, [2.5, 97.5]))
    total = [int(count) for count in counts.sum(axis=0)]
    predicted = total[1] if factor == 2 else None
    return Figure(
        name, _ratio(factor * total[0], sum(total[1:])), low, high, total[0], predicted, total[-1], len(counts)
    )
