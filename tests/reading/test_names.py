"""Names from tags, from proper nouns and from capitals."""

import numpy as np

from hearsay.reading.names import TYPES, Stretch, Tags, names_of
from hearsay.reading.tree import Name, Word

TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))


def sentence(*rows: tuple[str, str, str, int, str]) -> list[Word]:
    return [Word(i, 9 * i, 9 * i + len(t), t, u, x, t, h, d) for i, (t, u, x, h, d) in enumerate(rows)]


def scores(*chosen: str) -> np.ndarray:
    return np.array([[4.0 if tag == c else 0.0 for tag in TAGS] for c in chosen], np.float32)


def spans(*chosen: str) -> list[tuple[int, int, str]]:
    found = Tags(TAGS).stretches(scores(*chosen), 0)
    return [(s.first, s.last, TYPES[int(s.shares.argmax())]) for s in found]


def test_tags_of_differing_types_make_one_name_of_the_likelier_type() -> None:
    assert spans("B-LOC", "I-ORG", "I-ORG", "O", "B-PER", "B-PER") == [(0, 2, "ORG"), (4, 4, "PER"), (5, 5, "PER")]


def test_an_inside_tag_after_nothing_starts_a_name() -> None:
    assert spans("O", "I-LOC", "I-LOC") == [(1, 2, "LOC")]
    assert spans("O", "O") == []


def test_the_other_places_of_the_same_words_help_to_find_the_type() -> None:
    words = sentence(*(("Tigray", "PROPN", "NNP", -1, "root"),) * 3)
    sure, unsure = np.array([0, 0, 0.9, 0, 0.1], np.float32), np.array([0, 0.5, 0.4, 0, 0.1], np.float32)
    given = [Stretch(0, 0, unsure), Stretch(1, 1, sure), Stretch(2, 2, sure)]
    names = names_of(words, [(0, 3)], given)
    assert [(n.first, n.last, n.type) for n in names] == [(0, 0, "LOC"), (1, 1, "LOC"), (2, 2, "LOC")]


def test_a_joined_run_of_proper_nouns_without_tags_is_a_name_of_unknown_type() -> None:
    words = sentence(
        ("the", "DET", "DT", 3, "det"),
        ("Tigray", "PROPN", "NNP", 3, "compound"),
        ("Relief", "PROPN", "NNP", 3, "compound"),
        ("Society", "PROPN", "NNP", -1, "root"),
        ("on", "ADP", "IN", 5, "case"),
        ("Monday", "PROPN", "NNP", 3, "nmod"),
    )
    assert names_of(words, [(0, 6)], []) == (Name(1, 3, "MISC", 0.5),)


def test_capitals_inside_a_sentence_are_a_name_of_unknown_type() -> None:
    words = sentence(
        ("Members", "NOUN", "NNS", 2, "nsubj"),
        ("of", "ADP", "IN", 3, "case"),
        ("praised", "VERB", "VBD", -1, "root"),
        ("Constitution", "NOUN", "NN", 2, "obj"),
    )
    assert names_of(words, [(0, 4)], []) == (Name(3, 3, "MISC", 0.3),)


def test_a_title_before_a_name_is_no_name() -> None:
    words = sentence(("President", "PROPN", "NNP", 1, "nmod:desc"), ("Obama", "PROPN", "NNP", -1, "root"))
    assert names_of(words, [(0, 2)], []) == (Name(1, 1, "MISC", 0.5),)
