"""The two lexicons: complete rows, and an error that tells what to mend."""

from __future__ import annotations

import pytest

from hearsay.attribution import lexicon
from hearsay.attribution.lexicon import default_words, word_class
from hearsay.errors import LexiconError


def test_every_frame_in_the_data_is_explained() -> None:
    words = default_words()
    frames = {f for entries in words.cues.values() for e in entries for f in e.frames}
    known = {"clause", "inf", "obj", "quote", "small", "as", "addressee"}
    prepositions = {
        "about", "against", "around", "at", "behind", "between", "by", "for", "in", "of", "on", "out", "over", "to",
        "toward", "towards", "upon", "with",
    }  # fmt: skip
    assert frames - known - prepositions == set()


def test_inflected_forms_lead_to_their_verbs() -> None:
    words = default_words()
    found = [words.lemma("?", form, "VERB") for form in ("said", "denies", "vowed", "planning", "admitted", "urging")]
    assert found == ["say", "deny", "vow", "plan", "admit", "urge"]


def test_closed_classes_are_not_empty() -> None:
    assert all(
        word_class(name) for name in ("medium", "document", "light", "time", "occasion", "telling", "study", "feeling")
    )


def test_a_broken_row_names_file_line_and_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {"cues.tsv": [(7, ["say", "VERB", "claim", "clause", "strong"])]}
    monkeypatch.setattr(lexicon, "_rows", lambda name, columns: rows.get(name, []))
    with pytest.raises(LexiconError, match=r"cues\.tsv line 7: write the class as one of assertion"):
        lexicon.default_words.__wrapped__()
