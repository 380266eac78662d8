"""How far people agree, and how sure one may be of a share: numbers alone, of any values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Z = 1.959963984540054
"""Of the normal distribution, for two sides of 95%."""


def alpha_of(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 when all agree, 0 when values fall as by chance.

    A unit holds the values that people gave it; those with fewer than two cannot be paired and do not count. None when
    nothing can be paired, or all values are one: then nothing varies that could be agreed on.
    (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, nominal data, any number of observers.)
    """
    values: Counter[Hashable] = Counter()
    matching = 0.0
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        values.update(counts)
        matching += sum(count * (count - 1) for count in counts.values()) / (len(unit) - 1)
    n = values.total()
    by_chance = sum(count * (count - 1) for count in values.values())
    if n < 2 or by_chance == n * (n - 1):
        return None
    return 1 - (n - 1) * (n - matching) / (n * (n - 1) - by_chance)


def agreed_share(units: Iterable[Sequence[Hashable]]) -> float | None:
    """The share of pairs of values, within units, that are the same."""
    same = pairs = 0
    for unit in units:
        pairs += len(unit) * (len(unit) - 1) // 2
        same += sum(count * (count - 1) // 2 for count in Counter(unit).values())
    return same / pairs if pairs else None


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of a share at 95% (E. B. Wilson 1927, without correction); (0, 1) when nothing is known."""
    if of == 0:
        return 0.0, 1.0
    share = right / of
    middle = share + Z * Z / (2 * of)
    reach = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)
