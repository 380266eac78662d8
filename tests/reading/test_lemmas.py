"""Lemmas as edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.lemmas import apply_edit, edit_between


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("Countries", "country", "l-3+y"),
        ("said", "say", "l-2+y"),
        ("was", "be", "=be"),
        ("IRAN", "Iran", "t-0+"),
        ("Iran", "Iran", "k-0+"),
        ("n’t", "not", "l-2+ot"),
    ],
)
def test_edits(form: str, lemma: str, edit: str) -> None:
    assert edit_between(form, lemma) == edit
    assert apply_edit(form, edit) == lemma


WORDS = st.text(st.characters(codec="ascii", categories=("Lu", "Ll")), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_an_edit_makes_the_lemma_again(form: str, lemma: str) -> None:
    assert apply_edit(form, edit_between(form, lemma)) == lemma


@given(WORDS, WORDS, WORDS)
def test_an_edit_of_another_word_never_empties_a_form(form: str, lemma: str, other: str) -> None:
    assert apply_edit(other, edit_between(form, lemma))
