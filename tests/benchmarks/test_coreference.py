"""The measures of coreference, on the worked example of Pradhan and others (ACL 2014) and on what must hold."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.conll import MEASURES, _best_pairing

KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("measure", "recall", "precision"), [("MUC", 2 / 5, 2 / 5), ("B3", 5 / 12, 0.5), ("CEAF-e", 0.65, 1.3 / 3)]
)
def test_the_worked_example_comes_out_as_printed(measure: str, recall: float, precision: float) -> None:
    counts = MEASURES[measure](KEY, RESPONSE)
    assert (counts.r, counts.p) == (pytest.approx(recall), pytest.approx(precision))


@pytest.mark.parametrize("measure", MEASURES)
def test_a_response_like_the_key_is_perfect_and_an_empty_one_worth_nothing(measure: str) -> None:
    assert MEASURES[measure](KEY, KEY).f1 == pytest.approx(1.0)
    assert MEASURES[measure](KEY, []).f1 == 0.0


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=1,
                                                   max_size=5)))  # fmt: skip
def test_the_best_pairing_is_the_best_of_all(rows: list[list[float]]) -> None:
    worth = np.array(rows)
    short, long = sorted(worth.shape)
    table = worth if worth.shape[0] == short else worth.T
    best = max(sum(table[i, j] for i, j in enumerate(choice)) for choice in itertools.permutations(range(long), short))
    assert _best_pairing(worth) == pytest.approx(best)
