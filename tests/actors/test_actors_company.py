"""Who somebody is by the company they are told in: relatives, tags behind lawmakers, judges from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

import hearsay
from hearsay.records import Document
from hearsay.world import World

Told = list[tuple[str, str | None, tuple[str, ...]]]


def members(text: str, published: str = "2024-06-20", outlet: str | None = None) -> Told:
    coding = hearsay.code(text, published=published, outlet=outlet)
    return [(m.actor.name or "", m.actor.country, tuple(m.actor.sector)) for m in coding.actors]


_KIN: list[tuple[str, tuple[str, str, tuple[str, ...]]]] = [
    (
        "Zimbabwe's ruling party dismissed Robert Mugabe. His wife Ruva was expelled from the party.",
        ("Ruva", "ZWE", ("CVL",)),
    ),
    (
        "Soldiers freed 13 Israeli hostages. Relatives of the hostages thanked the army.",
        ("Relatives of the hostages", "ISR", ("CVL",)),
    ),
]


@pytest.mark.parametrize(("text", "kin"), _KIN)
def test_relatives_are_of_the_country_of_whom_they_belong_to(text: str, kin: tuple[str, str, tuple[str, ...]]) -> None:
    assert kin in members(text)


def test_a_given_name_and_a_family_make_a_known_relative() -> None:
    text = "Protesters stormed the house of President Gotabaya Rajapaksa. His brother Mahinda had resigned in May."
    coding = hearsay.code(text, published="2022-07-09")
    assert {m.actor.id for m in coding.actors if m.actor.name == "Mahinda"} == {"person:mahinda-rajapaksa"}


_TAGGED = [
    "Sen. Ada Quillby (D-Mass.) condemned Libya.",
    "Rep. Ada Quillby, R-Tex., condemned Libya.",
    "Sens. Ada Quillby (Fla.) condemned Libya.",
]


@pytest.mark.parametrize("text", _TAGGED)
def test_a_tag_behind_a_lawmaker_tells_the_country_and_names_nobody(text: str) -> None:
    assert members(text) == [("Ada Quillby", "USA", ("LEG",)), ("Libya", "LBY", ("GOV",))]


def test_a_bracket_behind_anybody_else_is_no_tag() -> None:
    assert ("Ada Quillby", "KEN", ("COP",)) in members("Kenyan police chief Ada Quillby (37) condemned Libya.")


@pytest.mark.parametrize("noun", ["Analysts", "Experts", "Observers", "Critics"])
def test_who_judges_from_outside_is_of_no_country_that_stands_near(noun: str) -> None:
    text = f"Kenya's army shelled Mombasa on Monday. {noun} condemned the attack."
    assert [country for name, country, _ in members(text) if name == noun] == [None]


def test_opposition_parties_are_of_the_country_told_of() -> None:
    text = "Chad's army dissolved parliament in Ndjamena. Opposition parties condemned the army."
    assert ("Opposition parties", "TCD", ("OPP", "PTY")) in members(text)


def test_the_council_is_the_one_called_so_before_a_front_named_later() -> None:
    text = (
        "Chad's army said a military council would rule. Rebels from the Northern Unity Front rejected the council, "
        "and France condemned the council."
    )
    coding = hearsay.code(text, published="2021-04-20")
    named = [m for m in coding.actors if "council" in (m.actor.name or "")]
    assert [(m.actor.name, len(m.mentions)) for m in named] == [("military council", 3)]


def test_an_officer_beside_a_president_is_of_the_same_country() -> None:
    text = "Bolivian President Evo Morales flew to Mexico after the army chief, General Ugo Pallares, criticised him."
    assert ("Ugo Pallares", "BOL", ("MIL",)) in members(text, "2019-11-11")


def test_short_titles_are_no_part_of_a_name() -> None:
    text = "Syrian Pres. Bashar al-Assad met Sens. Ada Quillby and Oda Marn in Damascus."
    names = [name for name, _, _ in members(text, "2016-06-20")]
    assert [n for n in names if "Assad" in n or "Quillby" in n] == ["Bashar al-Assad", "Ada Quillby"]


OWN = """\
name\tcountry\toffice\ttitle\tsince\tuntil
Ada Quillby\tMCO\thead-of-government\tPrime Minister\t2010-01-01\t2012-01-01
Oda Marn\tFIN\thead-of-government\tPrime Minister\t2010-01-01\t2012-01-01
"""


@pytest.mark.parametrize(("name", "sectors"), [("Ada Quillby", ("GOV",)), ("Oda Marn", ("ELI",))])
def test_a_title_left_long_ago_is_a_courtesy_where_another_is_known_to_bear_it(
    tmp_path: Path, name: str, sectors: tuple[str, ...]
) -> None:
    (tmp_path / "people.tsv").write_text(OWN, "utf-8")
    coder = hearsay.Coder(world=World.load(tmp_path))
    document = Document(id="one", digest="", text=f"Prime Minister {name} offered to resign.", published="2020-06-20")
    coding = coder.code(document)
    assert [(m.actor.name, tuple(m.actor.sector)) for m in coding.actors] == [(name, sectors)]


_NAMESAKES = [
    (
        "Voters in Ohio, Texas and Georgia chose delegates. Trump thanked officials in Georgia.",
        set(),
    ),
    (
        "Voters in Tbilisi, Georgia chose a parliament. Georgia thanked Ohio and Texas for observers.",
        {"GEO"},
    ),
]


@pytest.mark.parametrize(("text", "countries"), _NAMESAKES)
def test_georgia_among_american_states_is_no_country(text: str, countries: set[str]) -> None:
    found = {country for _, country, _ in members(text)}
    assert found & {"GEO"} == countries


def test_where_a_family_is_from_is_not_whose_official_somebody_is() -> None:
    text = (
        "The United States raised wages. American mayors met in Ohio and the US Senate voted. "
        "Labor Secretary Ugo Pallares, the son of Dominican immigrants, praised the United States."
    )
    assert [country for name, country, _ in members(text) if name == "Ugo Pallares"] == ["USA"]


def test_a_nationality_before_staff_is_not_that_of_whom_they_serve() -> None:
    text = "Filipino Quillby staffers cooked dinners in Nevada. Ada Quillby, an American senator, thanked them."
    assert [country for name, country, _ in members(text) if name == "Ada Quillby"] == ["USA"]


def test_an_american_title_tells_the_country_in_a_story_from_elsewhere() -> None:
    text = (
        "Libya accused the United States of spying. Libyan officials in Tripoli asked Libya's courts to act. "
        "Deputy Secretary of State Ugo Pallares rejected the accusation."
    )
    assert ("Ugo Pallares", "USA", ("GOV",)) in members(text)


def test_leaders_of_the_last_century_are_known() -> None:
    text = "President Truman sent aid from America to Britain and Russia. Joseph Stalin met Winston Churchill."
    people = [
        m.actor for m in hearsay.code(text, published="2016-06-20").actors if (m.actor.id or "").startswith("person:")
    ]
    assert [(actor.id, actor.country) for actor in people] == [
        ("person:harry-s-truman", "USA"),
        ("person:joseph-stalin", "RUS"),
        ("person:winston-churchill", "GBR"),
    ]


def test_a_deputy_of_somebody_is_no_member_of_parliament() -> None:
    text = "Kenyan army chief Ugo Pallares dismissed his deputy, Ada Quillby. A deputy in Nairobi thanked him."
    found = members(text)
    assert ("Ada Quillby", "KEN", ("MIL",)) in found
    assert [sectors for name, _, sectors in found if name == "deputy"] == [("LEG",)]


def test_nationalities_in_a_row_each_have_their_minister() -> None:
    text = "The French, German and British foreign ministers met in Geneva."
    assert sorted(country or "" for _, country, sectors in members(text) if sectors == ("GOV",)) == [
        "DEU",
        "FRA",
        "GBR",
    ]


def test_soldiers_on_both_sides_are_of_both_states() -> None:
    text = "Armenia accused Azerbaijan of shelling its towns. Armenia fought Azerbaijan. Soldiers on both sides died."
    assert [country for name, country, _ in members(text) if name == "Soldiers"] == ["ARM", "AZE"]


def test_an_embassy_is_of_who_keeps_it_and_so_are_its_people() -> None:
    text = "Libya thanked Ada Quillby, the former head of mission at the U.S. Embassy in Tripoli."
    assert [country for name, country, _ in members(text) if name == "Ada Quillby"] == ["USA"]


def test_a_ministry_under_somebody_is_still_that_ministry() -> None:
    text = "Rebels in Benghazi, Libya, attacked. The Quillby-run State Department condemned the attack."
    assert ("Quillby-run State Department", "USA", ("GOV",)) in members(text)


def test_an_aide_is_of_the_camp_of_whom_he_serves() -> None:
    text = "Riot police arrested opposition leader Ugo Pallares in Kenya. His aide Ada Quillby was fined."
    assert [sectors for name, _, sectors in members(text) if name == "Ada Quillby"] == [("OPP",)]


def test_student_leaders_are_of_the_country_told_of() -> None:
    text = "Bangladesh's army met protesters in Dhaka. Student leaders condemned the army."
    assert ("Student leaders", "BGD", ("EDU",)) in members(text)


def test_a_country_of_a_part_of_the_world_is_not_the_province_of_that_name() -> None:
    text = "Soldiers in Niger detained the president. France cut aid to the Sahel country."
    assert "BFA" not in {country for _, country, _ in members(text)}
