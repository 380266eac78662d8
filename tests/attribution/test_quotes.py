"""Quotation marks of every style, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.attribution.quotes import find_quotations

CASES = [
    ('"A b," he said. "C d."', ['"A b,"', '"C d."']),
    ("“A b,” he said.", ["“A b,”"]),
    ("„Guten Tag“, sagte er. «Oui», dit-il.", ["„Guten Tag“", "«Oui»"]),
    ("''A b,'' she said.", ["''A b,''"]),
    ("‘I don’t know,’ she said of the boys’ game.", ["‘I don’t know,’"]),
    ("a 'quasi-state of war' in the workers' union of the '90s", ["'quasi-state of war'"]),
    ('He is 5\'10" tall and said "no way" to it.', ['"no way"']),
    ("“They are “very much” alive,” he said.", ["“They are “very much” alive,”"]),
    ('He said "never closed. Then the next sentence.', ['"never closed.']),
    ("Closed” but never opened.", []),
    ("It's the dogs' dinner, isn't it?", []),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_marks_are_matched(text: str, found: list[str]) -> None:
    assert [text[q.begin : q.end] for q in find_quotations(text, [(0, len(text))])] == found


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_the_mark_again() -> None:
    text = "“One.\n\n“Two,” he said.\n\nThree."
    quotations = find_quotations(text, [(0, len(text))])
    assert [(text[q.begin : q.end], q.continued, q.closed) for q in quotations] == [
        ("“One.", False, False),
        ("“Two,”", True, True),
    ]


def test_five_hundred_paragraphs_are_one_quotation_each() -> None:
    text = "\n\n".join(["“Word after word."] * 499 + ["“The end,” he said."])
    quotations = find_quotations(text, [(0, len(text))])
    assert len(quotations) == 500
    assert all(q.continued for q in quotations[1:])


def test_no_quotation_leaves_its_region() -> None:
    text = '"Open here\nand "closed" there.'
    regions = [(0, 11), (11, len(text))]
    spans = [(q.begin, q.end) for q in find_quotations(text, regions)]
    assert spans == [(0, 10), (15, 23)]


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»`5", max_size=80), st.integers(0, 80))
def test_quotations_are_in_order_apart_and_inside_their_regions(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    regions = [(0, cut), (cut, len(text))]
    last = 0
    for quotation in find_quotations(text, regions):
        assert last <= quotation.begin < quotation.end <= len(text)
        assert any(b <= quotation.begin and quotation.end <= e for b, e in regions)
        assert not text[quotation.begin : quotation.end].strip("\n").count("\n")
        last = quotation.end
