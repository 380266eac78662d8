"""Whose the army, the country and they are in short wire reports: what a bare noun takes from the words around it."""

from __future__ import annotations

import pytest

import hearsay

Told = list[tuple[str, str | None]]


def members(text: str, outlet: str | None = None) -> Told:
    return [
        (m.actor.name or "", m.actor.country) for m in hearsay.code(text, published="2024-06-20", outlet=outlet).actors
    ]


_BARE: list[tuple[str, str, str]] = [
    (
        "CAIRO - Sudan's army shelled Omdurman on Monday. The army struck the city again. Residents fled.",
        "Residents",
        "SDN",
    ),
    ("Kenyan police fired at a crowd. President Ruto sent soldiers. The US embassy was shocked.", "soldiers", "KEN"),
    ("Farmers met police in Brussels on Monday. Officers arrested one.", "Officers", "BEL"),
    ("Supporters of the coup in Niger rallied near a French military base.", "Supporters", "NER"),
    ("A Chinese ship sailed in the South China Sea. The Philippines sent soldiers.", "soldiers", "PHL"),
]


@pytest.mark.parametrize(("text", "word", "country"), _BARE)
def test_bare_people_and_forces_are_of_the_country_told_of(text: str, word: str, country: str) -> None:
    found = [c for name, c in members(text, "Reuters") if name.casefold().endswith(word.casefold())]
    assert found == [country]


def actor_and_recipient(text: str) -> list[tuple[str, Told, Told]]:
    return [
        (e.event, [(a.name or "", a.country) for a in e.actor], [(a.name or "", a.country) for a in e.recipient])
        for e in hearsay.code(text, published="2024-06-20").events
    ]


_SIDES: list[tuple[str, tuple[str, list[str | None], list[str | None]]]] = [
    ("The Kenyan president criticised what he called the failure of Turkish policy.", ("ACCUSE", ["KEN"], ["TUR"])),
    (
        "A Chinese ship fired a water cannon at a Philippine boat. Japan condemned the use of water cannon.",
        ("ACCUSE", ["JPN"], ["CHN"]),
    ),
    (
        "Israel has refused to let Kenyan officials enter. They left. Norway criticised the refusal.",
        ("ACCUSE", ["NOR"], ["ISR"]),
    ),
    (
        "Russia has a base in Armenia. Armenia and Azerbaijan fought in May. Both armies accused each other of lying.",
        ("ACCUSE", ["ARM", "AZE"], []),
    ),
    ("Georgia held an election. The United States suspended aid to the country.", ("SANCTION", ["USA"], ["GEO"])),
    ("Congo has cut ties with Rwanda and accused it of lying.", ("ACCUSE", ["COD"], ["RWA"])),
    ("Ecowas, a West African bloc, threatened Niger with war.", ("THREATEN", ["IGO"], ["NER"])),
    ("Turkey imposed sanctions on Syria and threatened to use force.", ("THREATEN", ["TUR"], ["SYR"])),
    ("Kenyan police fired tear gas to disperse Ugandan protesters.", ("ASSAULT", ["KEN"], ["UGA"])),
    (
        "Norway said on Monday that its ships had been seized in the Gulf, and appealed to Russia for help.",
        ("REQUEST", ["NOR"], ["RUS"]),
    ),
    (
        "Prime Minister Nikol Pashinyan spoke by telephone with Emmanuel Macron.",
        ("CONSULT", ["ARM", "FRA"], []),
    ),
]


@pytest.mark.parametrize(("text", "expected"), _SIDES)
def test_who_does_it_to_whom(text: str, expected: tuple[str, list[str | None], list[str | None]]) -> None:
    told = [(e, [c for _, c in a], [c for _, c in r]) for e, a, r in actor_and_recipient(text)]
    assert expected in told


def test_an_ally_is_not_who_has_it() -> None:
    told = members("Washington said that it would defend its ally.")
    assert told == [("United States", "USA"), ("its ally", None)]


def test_a_new_group_is_not_the_movement_named_before() -> None:
    told = members("The Red Cross left Mali. A lawyers' group said the army had lied.")
    assert [name for name, _ in told if name.endswith("group")] == ["lawyers' group"]


def test_part_of_them_are_others_than_who_detains_them() -> None:
    told = actor_and_recipient("Police in Nairobi met demonstrators. Officers detained three of them.")
    assert ("COERCE", [("Officers", "KEN")], [("demonstrators", "KEN")]) in told


def test_the_rebels_are_the_movement_named() -> None:
    told = members(
        "Colombia and the National Liberation Army (ELN) met. The rebels promised to stop kidnapping people."
    )
    assert [name for name, _ in told if "rebels" in name] == []


def test_drones_are_nobody_s_by_themselves() -> None:
    told = actor_and_recipient("The Armenian town of Jermuk was hit by drones.")
    assert [(event, doers) for event, doers, _ in told] == [("ASSAULT", [])]


def test_a_lawmaker_among_lawmakers_of_one_country_is_of_that_country() -> None:
    text = (
        "Irish lawmaker Ann Doyle praised Israel. Israel won the contest in Israel, and Israel celebrated. "
        "Lawmaker Tom Byrne said he was shocked."
    )
    assert ("Tom Byrne", "IRL") in members(text)


def test_the_judges_are_of_the_court_named_last() -> None:
    text = "The International Criminal Court accused President Vladimir Putin of Russia. The judges issued a warrant."
    assert ("judges", "IGO") in members(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "By Ana Reyes in Niamey\n\nNiger's junta expelled the French ambassador. French firms closed. "
            "Police beat a driver.",
            "Police",
            "NER",
        ),
        ("The United States, which has about 900 troops in Syria, blamed Iran.", "troops", "USA"),
        ("A protest was held in Chad. The French ambassador left. Officers arrested one.", "Officers", "TCD"),
    ],
)
def test_what_a_state_keeps_abroad_does_not_say_where_the_story_is(text: str, name: str, country: str) -> None:
    assert [c for n, c in members(text) if n.endswith(name)] == [country]


def speakers(text: str) -> list[tuple[str | None, str]]:
    return [(r.source.name if r.source else None, r.content_text[0]) for r in hearsay.code(text).reports]


def test_who_tells_one_sentence_goes_on_to_tell_the_next() -> None:
    told = speakers("The ministry said the move answered acts of the French government. It said the envoy had left.")
    assert told == [
        ("ministry", "the move answered acts of the French government"),
        ("ministry", "the envoy had left"),
    ]


def test_he_in_indirect_speech_is_not_who_tells_of_him() -> None:
    text = "Gustavo Petro met farmers. He may lift the ban if they agree, said Otto Patino, a negotiator."
    cast = hearsay.code(text, published="2025-01-17").actors
    assert [m.mention_texts for m in cast if m.actor.name == "Otto Patino"] == [("Otto Patino",)]


def test_a_reflexive_is_the_noun_it_stands_by() -> None:
    text = "The army chief met William Ruto. Gustavo Petro, himself a former rebel, promised peace."
    cast = hearsay.code(text, published="2025-01-17").actors
    assert [m.mention_texts for m in cast if m.actor.name == "Gustavo Petro"] == [("Gustavo Petro", "himself")]


def test_a_group_called_by_what_it_stands_for_is_the_group_named_before() -> None:
    text = (
        "Colombia's president suspended peace talks with the National Liberation Army on Friday. "
        "He accused the leftist guerrilla group of war crimes."
    )
    accused = [e.recipient for e in hearsay.code(text, published="2025-01-17").events if e.event == "ACCUSE"]
    assert [[a.name for a in recipient] for recipient in accused] == [["National Liberation Army"]]


def test_a_bare_body_in_a_headline_is_the_one_that_the_report_names() -> None:
    text = "Court in The Hague issues arrest warrant\n\nThe International Criminal Court issued a warrant on Friday."
    assert members(text) == [("International Criminal Court", "IGO")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Colombia's government met the National Liberation Army in Havana.", "COL"),
        ("The National Liberation Army fought in Tetovo, Macedonia said.", "MKD"),
    ],
)
def test_movements_of_one_name_are_told_apart_by_the_states_named(text: str, country: str) -> None:
    assert [c for name, c in members(text) if name.startswith("National Liberation Army")] == [country]
