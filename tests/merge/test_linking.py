"""Average linkage, against its definition followed step by step."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.merge.linking import APART, link


def by_definition(size: int, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    groups = [[item] for item in range(size)]
    while True:
        means = [
            (sum(scores[min(a, b), max(a, b)] for a in one for b in other) / (len(one) * len(other)), -i, -j)
            for (i, one), (j, other) in combinations(enumerate(groups), 2)
        ]
        best = max(means, default=(0.0, 0, 0))
        if best[0] <= 0:
            return groups
        one, other = groups[-best[1]], groups[-best[2]]
        groups.remove(other)
        groups[groups.index(one)] = sorted(one + other)


@given(st.data())
def test_the_two_groups_most_alike_on_average_are_joined_first(data: st.DataObject) -> None:
    size = data.draw(st.integers(0, 9))
    value = st.one_of(st.integers(-8, 8).map(float), st.just(APART))
    scores = {pair: data.draw(value) for pair in combinations(range(size), 2)}
    assert link(size, lambda i, j: scores[i, j]) == by_definition(size, scores)
