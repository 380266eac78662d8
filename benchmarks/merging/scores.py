"""Scores of a clustering: B-cubed (Bagga and Baldwin 1998) and pairwise precision, recall, F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """Mean over the items of the share of an item's cluster that belongs there; both label the same items."""
    sizes_gold, sizes_found = Counter(gold.values()), Counter(found.values())
    both = Counter((gold[item], found[item]) for item in gold)
    precision = sum(both[gold[i], found[i]] / sizes_found[found[i]] for i in gold) / len(gold)
    recall = sum(both[gold[i], found[i]] / sizes_gold[gold[i]] for i in gold) / len(gold)
    return Score(precision, recall)


def pairwise(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """Share of the joined pairs that are right, and of the right pairs that are joined."""
    right = _pairs(Counter((gold[item], found[item]) for item in gold).values())
    joined, wanted = _pairs(Counter(found.values()).values()), _pairs(Counter(gold.values()).values())
    return Score(right / joined if joined else 1.0, right / wanted if wanted else 1.0)


def _pairs(sizes: Sequence[int] | object) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)  # type: ignore[attr-defined]
