"""Figures of speech, private life and the press beside the political acts that the same words tell."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

import hearsay
from hearsay.events.lexicon import Lexicon

ROWS = files("hearsay.events").joinpath("data/lexicon/figures.tsv").read_text("utf-8").splitlines()
FIGURES = list(csv.DictReader((row for row in ROWS if not row.startswith("#")), delimiter="\t"))


def acts(coder: hearsay.Coder, text: str) -> set[tuple[str, str]]:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-05-05"))
    return {(m.rule, e.event) for e in coding.events for m in e.mentions}


@pytest.mark.parametrize("row", FIGURES, ids=[row["id"] for row in FIGURES])
def test_a_figure_of_speech_tells_no_act_of_its_word(coder: hearsay.Coder, row: dict[str, str]) -> None:
    entries = Lexicon.default().entries
    word = row["predicate"].split()[0]
    assert [act for act in acts(coder, row["example"]) if entries[act[0]].predicate[0] == word] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke with a newspaper's senior writer on the plane.", set()),
        ("Iran's minister spoke with Turkey's minister on the plane.", {"CONSULT"}),
        ("Migrants are travelling to Germany on false passports.", set()),
        ("Iran's president travelled to Germany.", {"CONSULT"}),
        ("US strikes destroyed two rebel weapons caches.", {"ASSAULT"}),
        ("The rebels destroyed their weapons.", {"RETREAT"}),
        ("The coalition has taken back 30 percent of the territory.", {"ASSAULT"}),
        ("Britain stands by Iraq.", {"SUPPORT"}),
        ("Al-Qaida remains committed to attacking the United States.", {"THREATEN"}),
        ("Iran remains committed to helping Turkey.", {"AGREE"}),
        ("The court executed the Turkish minister.", {"ASSAULT"}),
        ("The firm designed and executed a campaign.", set()),
        ("Iran called on Turkey to leave.", {"REQUEST"}),
        ("Nobody called on the governor.", set()),
    ],
)
def test_the_same_words_tell_acts_where_somebody_acts(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    assert {event for _, event in acts(coder, text)} == expected


def test_what_was_destroyed_is_no_tool_of_the_attack(coder: hearsay.Coder) -> None:
    text = "Turkish jets destroyed a drone factory and two bombs in Syria."
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-05-05"))
    assert [event.mode for event in coding.events] == [("aerial",)]
