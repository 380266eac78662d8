"""Names from tags, and from proper nouns that no tag touches."""

from hearsay.reading.names import names_of
from hearsay.reading.tree import Name, Word


def sentence(*rows: tuple[str, str, int, str]) -> list[Word]:
    return [Word(i, 9 * i, 9 * i + len(t), t, "X", x, t, h, d) for i, (t, x, h, d) in enumerate(rows)]


def test_tags_decide_and_a_stray_inside_tag_starts_a_name() -> None:
    words = sentence(("Boris", "NNP", -1, "root"), ("Johnson", "NNP", 0, "flat"), ("Iran", "NNP", 0, "obj"))
    assert names_of(words, ["B-PER", "I-PER", "I-LOC"], [0.9, 0.7, 0.6]) == (
        Name(0, 1, "PER", 0.8),
        Name(2, 2, "LOC", 0.6),
    )


def test_a_joined_run_of_proper_nouns_without_tags_is_a_name_of_unknown_type() -> None:
    words = sentence(
        ("the", "DT", 3, "det"),
        ("Tigray", "NNP", 3, "compound"),
        ("Relief", "NNP", 3, "compound"),
        ("Society", "NNP", -1, "root"),
        ("on", "IN", 5, "case"),
        ("Monday", "NNP", 3, "nmod"),
    )
    assert names_of(words, ["O"] * 6, [1.0] * 6) == (Name(1, 3, "MISC", 0.5),)


def test_a_title_before_a_name_is_no_name() -> None:
    words = sentence(("President", "NNP", 1, "nmod:desc"), ("Obama", "NNP", -1, "root"))
    assert names_of(words, ["O", "B-PER"], [1.0, 1.0]) == (Name(1, 1, "PER", 1.0),)
    assert names_of(words, ["O", "O"], [1.0, 1.0]) == (Name(1, 1, "MISC", 0.5),)
