"""Heads from scores: always one tree a sentence."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.decode import best_tree, heads_of


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for node in range(len(heads)):
        steps = 0
        while node != -1 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != -1:
            return False
    return True


def scores_of(seed: int, words: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)


@given(st.integers(0, 10_000), st.integers(1, 5))
@settings(max_examples=60)
def test_the_best_tree_is_the_best_of_all_trees(seed: int, words: int) -> None:
    scores = scores_of(seed, words)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))

    trees = [heads for heads in product(range(-1, words), repeat=words) if is_tree(list(heads))]
    found = tuple(best_tree(scores).tolist())
    assert is_tree(list(found))
    assert total(found) >= max(total(heads) for heads in trees) - 1e-4


@given(st.integers(0, 10_000), st.lists(st.integers(1, 12), min_size=1, max_size=6))
@settings(max_examples=60)
def test_every_sentence_of_a_window_is_a_tree_of_its_own(seed: int, sizes: list[int]) -> None:
    starts = np.cumsum([0, *sizes[:-1]])
    heads, shares = heads_of(scores_of(seed, sum(sizes)), starts)
    for start, size in zip(starts.tolist(), sizes, strict=True):
        part = heads[start : start + size]
        assert is_tree([-1 if head < 0 else int(head) - start for head in part])
    assert ((shares > 0) & (shares <= 1)).all()
