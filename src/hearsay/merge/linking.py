"""Average linkage over many items, in n squared log n steps; a function of the set of items, never of their order."""

from __future__ import annotations

import heapq
from collections.abc import Callable

APART = float("-inf")
"""The score of two items that cannot stand in one group."""


def link(size: int, score: Callable[[int, int], float]) -> list[list[int]]:
    """Groups of the items 0 to ``size - 1``, each sorted, the groups by their first item.

    The two groups whose items are on average most alike are joined, again and again, while that average is above zero
    and no pair between them forbids it. ``score(i, j)`` is asked for i < j. Ties go to the earlier items.
    """
    groups = {item: [item] for item in range(size)}
    # Of two groups their first items name the row and the place in it where the sum of all their pairs stands.
    sums = [[0.0] * size for _ in range(size)]
    heap = []
    for i in range(size):
        row = sums[i]
        for j in range(i + 1, size):
            row[j] = sums[j][i] = value = score(i, j)
            if value > 0:
                heap.append((-value, i, j, 1, 1))
    heapq.heapify(heap)
    while heap:
        _, a, b, mine, yours = heapq.heappop(heap)
        if a not in groups or b not in groups or (len(groups[a]), len(groups[b])) != (mine, yours):
            continue
        groups[a] = sorted(groups[a] + groups.pop(b))
        kept, gone, number = sums[a], sums[b], len(groups[a])
        for other, members in groups.items():
            if other == a:
                continue
            kept[other] = sums[other][a] = total = kept[other] + gone[other]
            if total > 0:
                value = total / (number * len(members))
                first, second = (number, len(members)) if a < other else (len(members), number)
                heapq.heappush(heap, (-value, min(a, other), max(a, other), first, second))
    return [groups[first] for first in sorted(groups)]
