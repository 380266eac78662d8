"""Word pieces and shapes."""

import pytest

from hearsay.reading.model import WEIGHTS
from hearsay.reading.pieces import MOST_PIECES, SHAPES, Pieces, plain, shape_of


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces.load(WEIGHTS / "vocabulary.txt")


def spelt(pieces: Pieces, word: str) -> list[str]:
    vocabulary = (WEIGHTS / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    return [vocabulary[number] for number in pieces.of(word)]


def test_longest_pieces_first_without_case_and_accents(pieces: Pieces) -> None:
    assert spelt(pieces, "Siphoned") == ["sip", "##hone", "##d"]
    assert spelt(pieces, "Séoul") == ["seoul"]
    assert spelt(pieces, "U.S.") == ["u", ".", "s", "."]


def test_curly_marks_are_read_as_plain_ones(pieces: Pieces) -> None:
    assert pieces.of("n’t") == pieces.of("n't")
    assert pieces.of("“") == pieces.of('"')
    assert plain("it’s") == "it's"


def test_every_word_has_pieces_but_not_too_many(pieces: Pieces) -> None:
    assert all(1 <= len(pieces.of(word)) <= MOST_PIECES for word in ("", "\u200b", "汉字", "x" * 5000, "/" * 500))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", "lower"),
        ("Iran", "title"),
        ("UN", "upper"),
        ("McCain", "mixed"),
        ("A", "letter"),
        ("2,400", "digits"),
        ("F16", "alphanumeric"),
        ("…", "other"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape
