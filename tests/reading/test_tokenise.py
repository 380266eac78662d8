"""Words as the English treebanks cut them, each quoting the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.tokenise import words_of


def words(text: str) -> list[str]:
    return [text[begin:end] for begin, end in words_of(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They can't, won't and don't.", "They ca n't , wo n't and do n't ."),
        ("We’ve said it’s Iran’s.", "We ’ve said it ’s Iran ’s ."),
        ("the workers' and Paris's", "the workers ' and Paris 's"),
        ("cannot gonna Da'esh O'Brien", "can not gon na Da'esh O'Brien"),
        ("a well-known, U.S.-led anti-war group", "a well - known , U.S. - led anti-war group"),
        ("Mr. Smith of the U.N. met Gen. J. R. Roe.", "Mr. Smith of the U.N. met Gen. J. R. Roe ."),
        ("He and I. Then No. 10 said no.", "He and I . Then No. 10 said no ."),
        ("It ended.Then 2,400 fled (3.5%).", "It ended . Then 2,400 fled ( 3.5 % ) ."),
        ("$5m, €3.2bn, US$40", "$ 5 m , € 3.2 bn , US$ 40"),
        ("at 10:30 p.m. on 9/11, 12/05/2001", "at 10:30 p.m. on 9/11 , 12/05/2001"),
        ("the 1980s, the ’90s, 4th, F-16", "the 1980s , the ’90s , 4th , F - 16"),
        ("See https://a.org/x?y=1, me@x.org or bbc.co.uk.", "See https://a.org/x?y=1 , me@x.org or bbc.co.uk ."),
        ("“Why?!” he asked—twice… or... so", "“ Why ?! ” he asked — twice … or ... so"),
        ("and/or AT&T #MeToo @bbc :)", "and / or AT&T #MeToo @bbc :)"),
        ("🇬🇧🇫🇷 👩‍👩‍👧!", "🇬🇧 🇫🇷 👩‍👩‍👧 !"),
        ("\u200fمرحبا\u200f a\u200b \ufeffb", "مرحبا a b"),
        ("", ""),
        (" \u200b \u200e\n", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(max_size=300))
def test_words_cover_all_that_shows(text: str) -> None:
    """Words come in order without overlap, hold no white space at their edges, and leave no letter or digit out."""
    spans = list(words_of(text, 0, len(text)))
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert not any(text[a:b] != text[a:b].strip() for a, b in spans)
    covered = {i for a, b in spans for i in range(a, b)}
    assert not any(char.isalnum() for i, char in enumerate(text) if i not in covered)


def test_long_run_without_spaces_is_cut_in_linear_time() -> None:
    """Neither letters nor marks without end slow the rules down."""
    for text in ("a" * 100_000, "a." * 50_000, "1," * 50_000, "-" * 100_000, "a-" * 50_000, "x@" * 50_000):
        spans = list(words_of(text, 0, len(text)))
        assert (spans[0][0], spans[-1][1]) == (0, len(text))
