"""Agreement and intervals give the values that were published with worked examples."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.agreement import agreed_share, alpha_of, wilson


def units(*observers: str) -> list[list[str]]:
    """One observer a line, one unit a word; a point is a missing value."""
    columns = zip(*(line.split() for line in observers), strict=True)
    return [[value for value in column if value != "."] for column in columns]


@pytest.mark.parametrize(
    ("observers", "alpha"),
    [
        # Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": B binary, C nominal with two observers,
        # D any number of observers with missing data.
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."),
         0.743),
        # Three coders and fifteen units, the example of the encyclopedias.
        ((". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"), 0.691),
    ],
    ids=["binary", "nominal", "missing data", "three coders"],
)  # fmt: skip
def test_alpha_of_published_examples(observers: tuple[str, ...], alpha: float):
    assert alpha_of(units(*observers)) == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize(
    "nothing", [[], [["a"], ["b"]], [["a", "a"], ["a", "a"]]], ids=["empty", "unpaired", "one value"]
)
def test_alpha_is_undefined_where_nothing_varies(nothing: list[list[str]]):
    assert alpha_of(nothing) is None


def by_pairs(units: list[list[str]]) -> float | None:
    """Alpha from its definition: disagreement within units over disagreement of all pairs of pairable values."""
    paired = [unit for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    within = sum(sum(a != b for a, b in itertools.permutations(u, 2)) / (len(u) - 1) for u in paired)
    among = sum(a != b for a, b in itertools.permutations(values, 2))
    return 1 - (within / len(values)) / (among / (len(values) * (len(values) - 1))) if among else None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=8))
def test_alpha_is_what_its_definition_says(units: list[list[str]]):
    assert alpha_of(units) == (None if (wanted := by_pairs(units)) is None else pytest.approx(wanted))


def test_the_share_of_pairs_that_agree():
    assert agreed_share([["a", "a"], ["a", "b"], ["a"], ["c", "c", "b"]]) == pytest.approx(2 / 5)
    assert agreed_share([["a"]]) is None


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_of_published_examples(right: int, of: int, low: float, high: float):
    assert wilson(right, of) == pytest.approx((low, high), abs=0.00005)


def test_nothing_seen_says_nothing():
    assert wilson(0, 0) == (0.0, 1.0)
