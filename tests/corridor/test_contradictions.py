"""Counts of one event that cannot all be true, and those that can."""

from __future__ import annotations

import re

import pytest

import hearsay
from hearsay.contradictions import contradictions
from hearsay.ingest import make_document
from hearsay.records import Event, Mention, Note, Number


def notes(text: str) -> tuple[Note, ...]:
    """The notes on one event whose counts are the digits of a text, "at least" leaving the top open."""
    numbers, mentions = [], []
    for found in re.finditer(r"(at least )?(\d+)", text):
        count = int(found[2])
        numbers.append(
            Number(
                kind="killed", low=count, best=count, high=None if found[1] else count, span=found.span(), text=found[0]
            )
        )
        mentions.append(
            Mention(
                document="d",
                trigger=found.span(),
                trigger_text=found[0],
                sentence=(0, len(text)),
                sentence_text=text,
                rule="hand",
            )
        )
    happened = Event(
        id="d-e1", event="ASSAULT", mentions=tuple(mentions), numbers=tuple(numbers), quad_code=4, scale=-9.0
    )
    return contradictions(make_document(text, id="d"), (happened,))


def test_two_counts_of_the_same_people_are_noted_with_both_spans():
    text = "A bomb killed 12 people. The ministry said 15 people were killed."
    assert notes(text) == (
        Note(
            kind="inconsistent-number",
            message="“12” and “15” killed in one event cannot both be true",
            spans=((14, 16), (43, 45)),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people. The ministry said 12 people were killed.",
        "A bomb killed at least 12 people. The ministry said 15 people were killed.",
        "A bomb killed 12 soldiers. The ministry said 15 civilians were killed.",
        "A bomb killed 12 soldiers. The ministry said 15 people were killed.",
        "A bomb killed 12 people. The ministry said 15 others were killed.",
        "A bomb killed 12 people. The number of killed people rose to 15.",
        "A bomb killed 12 people. The ministry had earlier said 15 people were killed.",
        "A bomb killed 30 people. The ministry said 15 people were killed, including children.",
        "A bomb killed 12 people and the ministry said 15 people were killed.",
        "A bomb killed 12 people.",
        "Nobody was killed.",
    ],
)
def test_what_can_be_reconciled_is_left_alone(text: str):
    assert notes(text) == ()


def test_a_rival_count_told_again_is_one_contradiction():
    text = "A bomb killed 12 people. Police said 15 people died. Witnesses said 15 people were killed."
    assert [note.spans for note in notes(text)] == [((14, 16), (37, 39))]


def test_the_coding_of_an_article_carries_the_note():
    text = (
        "A bomb killed 12 people in Kabul on Monday, police said. "
        "The health ministry said the bombing in Kabul killed 15 people."
    )
    coding = hearsay.code(text, published="2024-07-15")
    assert [(note.kind, [text[b:e] for b, e in note.spans]) for note in coding.notes] == [
        ("inconsistent-number", ["12", "15"])
    ]


DAYS = (
    "Gunmen killed Maria Lopez in Bogota on 3 July 2024, police said.\n\nRebels killed Maria Lopez on 5 July 2024.",
    [("inconsistent-date", ["3 July 2024", "5 July 2024"])],
)
DOER = (
    "Israeli forces killed Omar Haddad on Monday. Hamas said Egypt killed Omar Haddad on Monday.",
    [("inconsistent-role", ["Israeli forces", "Egypt"])],
)


@pytest.mark.parametrize(("text", "found"), [DAYS, DOER])
def test_a_person_dies_on_one_day_and_by_one_side(text: str, found: list[tuple[str, list[str]]]) -> None:
    coding = hearsay.code(text, published="2024-07-15")
    assert [(note.kind, [text[b:e] for b, e in note.spans]) for note in coding.notes] == found


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Maria Lopez on 3 July 2024. Her lawyer denied that Maria Lopez was killed on 5 July 2024.",
        "Gunmen killed Maria Lopez on 3 July 2024. Gunmen killed Maria Lopez on Wednesday, 3 July.",
        "Gunmen killed ten farmers on 3 July 2024. Rebels killed ten farmers on 5 July 2024.",
        "Gunmen wounded Maria Lopez on 3 July 2024. Rebels wounded Maria Lopez on 5 July 2024.",
        "Rebels could kill Maria Lopez on 20 July 2024. Soldiers could kill Maria Lopez on 22 July 2024.",
    ],
)
def test_what_may_happen_twice_or_was_denied_is_left_alone(text: str) -> None:
    assert hearsay.code(text, published="2024-07-15").notes == ()
