"""Paragraphs and regions: where no sentence may cross."""

from hearsay.reading.layout import READ_AT_MOST, lay_out, paragraphs
from hearsay.reading.model import WEIGHTS
from hearsay.reading.pieces import Pieces
from hearsay.records import Document, Region


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraphs(text, 0, len(text))]


def test_blank_lines_and_line_ends_part_paragraphs() -> None:
    assert split("One.\n\nTwo.\nThree.\r\n \nFour") == ["One.", "Two.", "Three.\r", "Four"]


def test_wrapped_lines_are_one_paragraph() -> None:
    line = "The minister said on Monday that the talks in Geneva had"
    assert split(f"{line}\n{line}\n{line}\nended.") == [f"{line}\n{line}\n{line}\nended."]


def test_a_line_that_goes_on_in_small_letters_is_no_new_paragraph() -> None:
    assert split("Talks ended,\nofficials said.\nThe End") == ["Talks ended,\nofficials said.", "The End"]


def test_regions_give_their_kind_and_end_paragraphs() -> None:
    text = "Talks end Photo: AFP They said so."
    regions = (("headline", (0, 9)), ("credit", (10, 20)), ("body", (21, 34)))
    document = Document(
        id="1", digest="", text=text, regions=tuple(Region(kind=kind, span=span) for kind, span in regions)
    )
    layout = lay_out(document, Pieces.load(WEIGHTS / "vocabulary.txt"))
    assert [(" ".join(layout.texts[a:b]), kind) for a, b, kind in layout.paragraphs] == [
        ("Talks end", "headline"),
        ("Photo : AFP", "credit"),
        ("They said so .", "body"),
    ]


def test_only_the_first_part_of_an_endless_text_is_read() -> None:
    document = Document(id="1", digest="", text="word " * (READ_AT_MOST // 5 + 1000))
    assert lay_out(document, Pieces.load(WEIGHTS / "vocabulary.txt")).ends[-1] <= READ_AT_MOST
