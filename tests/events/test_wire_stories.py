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
        (
            "A Kosovo police officer was killed when armed Serbs attacked a patrol.",
            ("killed", "ASSAULT", ["Serbs"], ["Kosovo police officer"]),
        ),
        (
            "Kiev agreed to a ceasefire. Saudi Arabia would keep hosting meetings. The UN welcomed the agreement.",
            ("welcomed", "SUPPORT", ["UN"], ["Ukraine"]),
        ),
        (
            "Police opened fire on protesters in Kenya.",
            ("opened fire on", "ASSAULT", ["Police"], ["protesters"]),
        ),
        (
            "Iran cracked down on Kenyan protesters.",
            ("cracked down on", "COERCE", ["Iran"], ["Kenyan protesters"]),
        ),
        ("Iran halted its attacks on Turkey.", ("halted", "RETREAT", ["Iran"], ["Turkey"])),
        (
            "The African Union suspended Niger's membership.",
            ("suspended", "SANCTION", ["African Union"], ["Niger"]),
        ),
        (
            "Russia and the United States met in Riyadh. The sides agreed on a truce.",
            ("agreed", "AGREE", ["Russia", "United States"], []),
        ),
        ("The United States imposed sanctions on Moscow.", ("sanctions", "SANCTION", ["United States"], ["Russia"])),
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


def test_what_befell_somebody_named_years_ago_is_not_what_the_police_do_now() -> None:
    text = "Tundu Lissu survived an assassination attempt in 2017. Riot police beat protesters in Tanzania on Friday."
    assert [m for m in told(text) if m[0] == "attempt"] == [("attempt", "ASSAULT", [], ["Tundu Lissu"])]


def test_who_strikes_to_halt_a_crackdown_did_not_crack_down() -> None:
    text = "NATO bombed Serbia to halt a crackdown on Albanian separatists."
    assert [m[2] for m in told(text) if m[0] == "crackdown"] in ([], [[]])
