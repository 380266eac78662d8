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
    sums = {(i, j): score(i, j) for i in range(size) for j in range(i + 1, size)}
    heap = [(-value, i, j, 1, 1) for (i, j), value in sums.items() if value > 0]
    heapq.heapify(heap)
    while heap:
        _, a, b, mine, yours = heapq.heappop(heap)
        if a not in groups or b not in groups or (len(groups[a]), len(groups[b])) != (mine, yours):
            continue
        groups[a] = sorted(groups[a] + groups.pop(b))
        for other in groups:
            if other == a:
                continue
            kept, gone = (min(a, other), max(a, other)), (min(b, other), max(b, other))
            sums[kept] += sums.pop(gone)
            value = sums[kept] / (len(groups[a]) * len(groups[other]))
            if value > 0:
                heapq.heappush(heap, (-value, *kept, len(groups[kept[0]]), len(groups[kept[1]])))
    return [groups[first] for first in sorted(groups)]
