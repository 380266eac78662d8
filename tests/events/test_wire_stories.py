"""Short wire reports, whole: sides that a sentence leaves to the one before, and acts that are not the next one's."""

from __future__ import annotations

import pytest

import hearsay

Told = tuple[str, str, list[str | None], list[str | None]]


def told(text: str) -> list[Told]:
    return [
        (m.trigger_text, e.event, [a.name for a in e.actor], [a.name for a in e.recipient])
        for e in hearsay.code(text, published="2023-08-26", outlet="Reuters").events
        for m in e.mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Niger's junta ordered the French ambassador to leave. He refused to meet the minister. "
            "France rejected the demand.",
            ("rejected", "REJECT", ["France"], ["Niger's junta"]),
        ),
        (
            "Gustavo Petro promised to end a conflict which has killed 450,000 people.",
            ("killed", "ASSAULT", [], ["people"]),
        ),
        ("The rebels ended their siege of Tibu.", ("ended", "RETREAT", ["rebels"], [])),
    ],
)
def test_who_did_it_stands_elsewhere(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_medium_that_relays_is_not_who_criticises() -> None:
    text = 'LONDON (Reuters) - The White House urged Beijing to stop its "provocative" military activity.'
    assert told(text) == [("urged", "REQUEST", ["United States"], ["China"])]


def test_the_dead_of_a_day_are_not_those_of_the_whole_war() -> None:
    text = (
        "At least 30 people were killed in Tibu on Friday. About 20 people were injured. "
        "The war has killed 450,000 people."
    )
    assert [[(n.kind, n.best) for n in e.numbers] for e in hearsay.code(text, published="2023-08-26").events] == [
        [("killed", 30), ("injured", 20)],
        [("killed", 450000)],
    ]
