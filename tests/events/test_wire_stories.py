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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shelling by Russian forces killed 28 people in Kharkiv.",
            ("killed", "ASSAULT", ["Russian forces"], ["people"]),
        ),
        (
            "The army chief refused to hold talks with rebel leader Hemedti.",
            ("refused", "REJECT", ["army chief"], ["Hemedti"]),
        ),
        ("Chad closed its border with Sudan on Thursday.", ("closed", "COERCE", ["Chad"], ["Sudan"])),
        (
            "India expelled Pakistani military advisers.",
            ("expelled", "SANCTION", ["India"], ["Pakistani military advisers"]),
        ),
    ],
)
def test_both_sides_of_one_sentence(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_strike_that_a_state_carries_out_is_no_walkout_and_a_drone_no_doer() -> None:
    assert {m[1] for m in told("A strike carried out by Israel killed ten people in Gaza.")} == {"ASSAULT"}
    assert [m[2] for m in told("A drone attack killed three soldiers in Mali.")] == [[]]


def test_no_modal_reaches_over_to_a_finite_verb() -> None:
    text = "The office said Israel would not let it pass and ordered a delegation to raise it with Qatar."
    events = hearsay.code(text, published="2025-02-08").events
    assert [e.status for e in events for m in e.mentions if m.trigger_text == "ordered"] == ["actual"]


def test_a_day_soon_to_come_is_of_the_year_of_the_report() -> None:
    events = hearsay.code("Egypt called an emergency summit for Feb. 27.", published="2025-02-08").events
    assert {e.date for e in events} <= {"2025-02-27", None}
    past = hearsay.code("Gunmen killed two people on Nov. 27 in Mali.", published="2025-02-08").events
    assert [e.date for e in past] == ["2024-11-27"]


def test_the_army_is_that_of_the_forces_just_told_of() -> None:
    text = "Israeli forces shot a woman, the Palestinian health ministry said. The army opened an investigation."
    cast = hearsay.code(text, published="2025-02-08").actors
    assert [m.actor.country for m in cast if m.actor.name == "army"] == ["ISR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pedersen met Sharaa, the leader of the group that toppled Assad, and urged Turkey to lift sanctions.",
            ("urged", "REQUEST", ["Pedersen"], ["Turkey"]),
        ),
        (
            "Israel has carried out hundreds of air strikes on Syrian bases since Assad fled.",
            ("strikes", "ASSAULT", ["Israel"], ["Syrian bases"]),
        ),
        ("Kobakhidze accused the West of dragging Georgia into war.", ("accused", "ACCUSE", ["Kobakhidze"], [])),
        ("Iran sent troops to the border with Turkey.", ("sent", "MOBILIZE", ["Iran"], ["Turkey"])),
        ("Kenya sent troops to the area.", ("sent", "MOBILIZE", ["Kenya"], [])),
        (
            "Netanyahu discussed Syria with U.S. President-elect Donald Trump.",
            ("discussed", "CONSULT", ["Netanyahu", "Donald Trump"], []),
        ),
        ("Britain gave 50 million pounds in aid to Sudan.", ("gave", "AID", ["United Kingdom"], ["Sudan"])),
    ],
)
def test_sides_behind_numbers_relatives_and_names(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_who_blames_does_not_do_what_it_blames_others_for() -> None:
    text = "The Philippines accused China of ramming a boat and firing water cannon, injuring three Filipino sailors."
    assert [m[2] for m in told(text) if m[0] == "injuring"] in ([], [["China"]])


def test_a_western_state_is_no_minister_called_western() -> None:
    cast = hearsay.code("Pedersen urged Western states to lift sanctions. Britain agreed.", published="2024-12-16")
    assert [m.actor.country for m in cast.actors if "Western" in (m.actor.name or "")] == [None, None]


def test_what_follows_a_plan_is_not_planned() -> None:
    text = "The ministers planned to travel to Tbilisi, and Germany called on Georgia to respect the vote."
    events = hearsay.code(text, published="2024-05-14").events
    assert [e.status for e in events for m in e.mentions if m.trigger_text == "called on"] == ["actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighter jets belonging to Myanmar's military bombed a village.",
            ("bombed", "ASSAULT", ["Myanmar's military"], ["village"]),
        ),
        (
            "Rebels stormed a base in Mali, security sources said Monday. "
            '"They came on motorbikes and burned the police station," said a shopkeeper.',
            ("burned", "ASSAULT", ["Rebels"], ["police station"]),
        ),
    ],
)
def test_who_is_meant_across_clauses(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_dated_coup_is_not_the_act_told_before() -> None:
    text = "China closed two crossings in Myanmar. Lawmakers ousted in the 2021 coup urged ASEAN to help."
    assert next(
        sorted(m.trigger_text for m in e.mentions) for e in hearsay.code(text, published="2024-11-23").events
    ) == ["closed"]


def test_he_is_who_says_it() -> None:
    text = "Biden spoke with Volodymyr Zelenskyy, who said he was grateful."
    cast = hearsay.code(text, published="2024-04-24").actors
    assert [m.mention_texts for m in cast if m.actor.name == "Volodymyr Zelenskyy"] == [
        ("Volodymyr Zelenskyy", "who", "he")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "China, Russia and Burkina Faso voted against it.",
            ("voted", "REJECT", ["China", "Russia", "Burkina Faso"], []),
        ),
        (
            "Rama told lawmakers that Albania would not be cowed and thanked Israel.",
            ("thanked", "SUPPORT", ["Rama"], ["Israel"]),
        ),
        (
            "Doctors Without Borders said armed men had stopped one of its ambulances and killed a patient in Haiti.",
            ("killed", "ASSAULT", ["armed men"], ["patient"]),
        ),
        ("Israel struck Iran's nuclear sites.", ("struck", "ASSAULT", ["Israel"], ["Iran's nuclear sites"])),
        ("The U.N. Secretary-General called for talks.", ("called for", "REQUEST", ["U.N. Secretary-General"], [])),
        ("China voted against it. Iran condemned the resolution.", ("condemned", "ACCUSE", ["Iran"], [])),
    ],
)
def test_names_and_lists_are_read_whole(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_where_an_attack_is_claimed_is_not_what_was_attacked() -> None:
    assert all("Telegram" not in m[3] for m in told("A group in Albania claimed the attack on Telegram."))
