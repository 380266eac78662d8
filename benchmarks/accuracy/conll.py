"""The measures of coreference that CoNLL-2012 averages: MUC, B3 and CEAF-e.

After Vilain and others (MUC-6, 1995), Bagga and Baldwin (1998), Luo (2005), for predicted mentions as Pradhan and
others (ACL 2014, "Scoring Coreference Partitions of Predicted Mentions") define them. An entity is a set of mentions;
mentions are whatever hashes. The task leaves singletons out of key and response.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Entities = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numerators and denominators of recall and precision; those of several documents add up."""

    recall: float = 0.0
    key: float = 0.0
    precision: float = 0.0
    response: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.recall + other.recall,
            self.key + other.key,
            self.precision + other.precision,
            self.response + other.response,
        )

    @property
    def r(self) -> float:
        return self.recall / self.key if self.key else 0.0

    @property
    def p(self) -> float:
        return self.precision / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0


def muc(key: Entities, response: Entities) -> Counts:
    """Links: how many of those that hold each entity together the other side has."""
    return Counts(*_links(key, response), *_links(response, key))


def _links(these: Entities, those: Entities) -> tuple[float, float]:
    owner = {mention: n for n, entity in enumerate(those) for mention in entity}
    kept = total = 0
    for entity in these:
        parts = {owner.get(mention, ("alone", mention)) for mention in entity}
        kept += len(entity) - len(parts)
        total += len(entity) - 1
    return kept, total


def b_cubed(key: Entities, response: Entities) -> Counts:
    """Mentions: for each the share of its entity that the other side has together with it."""
    return Counts(*_shares(key, response), *_shares(response, key))


def _shares(these: Entities, those: Entities) -> tuple[float, float]:
    shared = sum(len(a & b) ** 2 / len(a) for a in these for b in those)
    return shared, sum(len(entity) for entity in these)


def ceaf_e(key: Entities, response: Entities) -> Counts:
    """Entities: the likeness 2|K & R| / (|K| + |R|) of the best pairing of one with one."""
    if not key or not response:
        return Counts(0.0, len(key), 0.0, len(response))
    likeness = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key])
    best = _best_pairing(likeness)
    return Counts(best, len(key), best, len(response))


def _best_pairing(worth: NDArray[np.float64]) -> float:
    """The greatest sum of a one-to-one pairing of rows and columns (Kuhn 1955, with potentials)."""
    cost = -worth if worth.shape[0] <= worth.shape[1] else -worth.T
    rows, columns = cost.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, way = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while taken[column]:
            used[column] = True
            slack = cost[taken[column] - 1] - u[taken[column]] - v[1:]
            better = ~used[1:] & (slack < least[1:])
            least[1:][better], way[1:][better] = slack[better], column
            column_next = int(np.argmin(np.where(used[1:], np.inf, least[1:]))) + 1
            step = least[column_next]
            u[taken[used]] += step
            v[used] -= step
            least[~used] -= step
            column = column_next
        while column:
            taken[column] = taken[way[column]]
            column = int(way[column])
    return float(-sum(cost[taken[c] - 1, c - 1] for c in range(1, columns + 1) if taken[c]))


MEASURES: dict[str, Callable[[Entities, Entities], Counts]] = {"MUC": muc, "B3": b_cubed, "CEAF-e": ceaf_e}
