"""Order-free clustering of mentions by average linkage.

The two clusters whose mentions are on average most alike are joined, again and again, while that average is above
zero and no pair between them forbids it. Ties go to the earlier mentions, so the result depends on the set of
mentions only, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable

from hearsay.events.likeness import VETO


def cluster(size: int, score: Callable[[int, int], float]) -> list[list[int]]:
    """Groups of the items 0 to ``size - 1``, each sorted, the groups by their first item.

    ``score(i, j)`` for i < j is positive for items that belong together; minus infinity keeps them apart for good.
    """
    groups = [[i] for i in range(size)]
    total = {(i, j): score(i, j) for i in range(size) for j in range(i + 1, size)}
    while len(groups) > 1:
        best: tuple[float, int, int] | None = None
        for a in range(len(groups)):
            for b in range(a + 1, len(groups)):
                link = total[groups[a][0], groups[b][0]] / (len(groups[a]) * len(groups[b]))
                if link > 0 and (best is None or link > best[0]):
                    best = (link, a, b)
        if best is None:
            break
        _, a, b = best
        _join(groups, total, a, b)
    return groups


def _join(groups: list[list[int]], total: dict[tuple[int, int], float], a: int, b: int) -> None:
    """Join group ``b`` into group ``a``; sums of pairs are kept under the groups' first items."""
    kept, gone = groups[a][0], groups[b][0]
    for group in groups:
        other = group[0]
        if other in (kept, gone):
            continue
        key, old = _key(kept, other), _key(gone, other)
        total[key] = VETO if VETO in (total[key], total[old]) else total[key] + total[old]
    groups[a] = sorted(groups[a] + groups[b])
    del groups[b]


def _key(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
