"""Average linkage over many items; a function of the set of items, never of their order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

APART = float("-inf")
"""The score of two items that cannot stand in one group."""


def link(size: int, score: Callable[[int, int], float]) -> list[list[int]]:
    """Groups of the items 0 to ``size - 1``, each sorted, the groups by their first item.

    The two groups whose items are on average most alike are joined, again and again, while that average is above zero
    and no pair between them forbids it. ``score(i, j)`` is asked for i < j. Ties go to the earlier items.
    """
    if size < 2:
        return [[item] for item in range(size)]
    # Of two groups their first items name the row and the column where the sum of all their pairs stands; averages
    # stand above the diagonal only, and nowhere for a group that is gone.
    sums = np.zeros((size, size))
    for i in range(size):
        sums[i, i + 1 :] = [score(i, j) for j in range(i + 1, size)]
    means = np.where(np.triu(np.ones((size, size), np.bool_), 1), sums, APART)
    sums += sums.T
    numbers, there = np.ones(size), np.ones(size, np.bool_)
    groups = {item: [item] for item in range(size)}
    while True:
        # The first of the greatest, row by row: of those alike the earlier items.
        a, b = divmod(int(means.argmax()), size)
        if not means[a, b] > 0:
            return [groups[first] for first in sorted(groups)]
        groups[a] = sorted(groups[a] + groups.pop(b))
        numbers[a] += numbers[b]
        there[b] = False
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        fresh = np.where(there, sums[a] / (numbers[a] * numbers), APART)
        means[a, a + 1 :], means[:a, a] = fresh[a + 1 :], fresh[:a]
        means[b], means[:, b] = APART, APART
