"""Which words tell of one act, and which documents of one story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.merge.linking import APART, link
from hearsay.merge.story import MOST, stories, story_alike, story_of
from hearsay.merge.wording import figures, meanings, root, stem


def relation(one: str, other: str) -> str:
    (stems, roots, families), (others, other_roots, other_families) = meanings([one]), meanings([other])
    return "same" if stems & others else "kin" if roots & other_roots or families & other_families else "unlike"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("attacked", "attacks", "same"), ("struck", "strikes", "same"), ("shot", "shooting", "same"),
        ("carried out an attack", "attack", "same"), ("convicted", "conviction", "kin"), ("killed", "slaying", "kin"),
        ("resigned", "resignation", "kin"), ("arrested", "detained", "kin"), ("met", "talks", "kin"),
        ("attacked", "arrested", "unlike"), ("met", "signed", "unlike"), ("carried out", "put down", "unlike"),
    ],
)  # fmt: skip
def test_words_of_one_act(one: str, other: str, found: str) -> None:
    assert relation(one, other) == relation(other, one) == found


@settings(deadline=None)
@given(st.text(st.characters(categories=("Ll", "Lu")), min_size=1, max_size=12))
def test_stems_and_roots_are_prefixes_or_irregular_and_roots_keep_letters(word: str) -> None:
    assert root(stem(word)) in (stem(word), stem(word)[: len(root(stem(word)))])
    assert len(root(stem(word))) >= min(4, len(stem(word))) - 1


def test_numbers_in_digits_and_small_ones_in_words_but_no_years() -> None:
    assert figures(("In 2024 about 1,400 people met five ministers; the two left.",)) == {"1,400", "5"}


KASSEL = "The mayor of Kassel, Anna Weber, met Tom Brand of Lindenwerk on Monday in Hesse."
AGAIN = "In Kassel the head of Lindenwerk, Tom Brand, was received by Anna Weber, says a paper in Hesse."
ELSEWHERE = "The mayor of Lyon, Paul Roche, met Ines Petit of Rhonalia on Monday in France."


def test_reports_of_one_story_share_their_names() -> None:
    one, again, elsewhere = (story_of(text) for text in (KASSEL, AGAIN, ELSEWHERE))
    assert story_alike(one, again) == story_alike(again, one) == 0.9354
    assert story_alike(one, elsewhere) == 0.125
    assert story_alike(one, story_of("It rained in Kassel.")) is None
    assert stories({"a": one, "b": elsewhere, "c": again, "d": ()}) == {"a": 0, "c": 0, "b": 1}


def test_long_documents_keep_the_same_names() -> None:
    text = " ".join(f"they met Name{number}x" for number in range(500))
    assert story_of(text) == tuple(sorted(story_of(text)))
    assert len(story_of(text)) == MOST
    assert story_alike(story_of(text), story_of(f"{text} and Othername")) > 0.9  # type: ignore[operator]


def test_linking_joins_the_most_alike_first_and_obeys_what_is_apart() -> None:
    scores = {(0, 1): 2.0, (0, 2): 1.0, (1, 2): -0.5, (0, 3): 3.0, (1, 3): APART, (2, 3): 0.5}
    assert link(4, lambda i, j: scores[i, j]) == [[0, 2, 3], [1]]
    assert link(0, lambda i, j: 1.0) == []


@settings(deadline=None)
@given(st.integers(0, 9), st.randoms(use_true_random=False))
def test_linking_puts_each_item_in_one_group(size: int, chance) -> None:
    scores = {(i, j): chance.uniform(-1, 1) for i in range(size) for j in range(i + 1, size)}
    assert sorted(item for group in link(size, lambda i, j: scores[i, j]) for item in group) == list(range(size))
