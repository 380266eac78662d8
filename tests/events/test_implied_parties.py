"""Who takes part though no role of the clause names him."""

from __future__ import annotations

import pytest

import hearsay

Countries = list[str | None]

_CASES: list[tuple[str, str, Countries, Countries]] = [
    ("Two Kenyan farmers were killed in a clash with Ugandan soldiers.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Turkey began an offensive aimed at driving out Kurdish militants in Iraq.", "ASSAULT", ["TUR"], ["IRQ"]),
    ("Ethiopia has condemned Egypt's war in Sudan.", "ASSAULT", ["EGY"], ["SDN"]),
    ("Three Kenyan fishermen are held in Ugandan jails.", "COERCE", ["UGA"], ["KEN"]),
    ("The Israel-Lebanon conflict has lasted for years.", "ASSAULT", ["ISR", "LBN"], []),
    ("Iran attacked ships in the Red Sea, and Yemen praised Iran.", "ASSAULT", ["IRN"], [None]),
    ("Three aid groups were forbidden to enter Iran.", "REJECT", ["IRN"], ["NGO"]),
    ("The president of Kenya has imposed sanctions on Uganda, the palace said.", "SANCTION", ["KEN"], ["UGA"]),
    ("Russian aircraft including helicopter gunships killed 46 Afghan civilians.", "ASSAULT", ["RUS"], ["AFG"]),
    (
        "Iran condemned the attack on the town of Basra in Iraq, for which Islamic State has claimed responsibility.",
        "ASSAULT",
        ["IMG"],
        ["IRQ"],
    ),
    ("The army said its battle against Somali militants in Kenya is over.", "ASSAULT", ["KEN"], ["SOM"]),
    ("Turkish soldiers were deployed to the border.", "MOBILIZE", ["TUR"], []),
    ("Iran shored up its ties with Russia and other countries.", "SUPPORT", ["IRN"], ["RUS"]),
    ("We neither engage in torture nor condone it, said British Foreign Secretary Jack Straw.", "ASSAULT", ["GBR"], []),
    ("Two Kenyan farmers were shot and killed by Ugandan police.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Russian airstrikes hit Aleppo. The move was criticised by Turkey.", "ACCUSE", ["TUR"], ["RUS"]),
    ("Turkish lawmakers sent a letter to Iraqi leaders opposing the Iranian blockade.", "ACCUSE", ["TUR"], ["IRN"]),
    ("French Foreign Minister Alain Juppe met his Iranian counterpart.", "CONSULT", ["FRA", "IRN"], []),
    ("Kenyan students marched to demand reforms from President Kenyatta's government.", "PROTEST", ["KEN"], ["KEN"]),
    (
        "Thousands of people blocked streets in Hong Kong in defiance of Chinese authorities.",
        "PROTEST",
        ["HKG"],
        ["CHN"],
    ),
    ("Iraqi Kurds sought refuge in Germany.", "REQUEST", ["IRQ"], ["DEU"]),
    ("Kenya demanded an end to Uganda's attacks on the town.", "REQUEST", ["KEN"], ["UGA"]),
    ("Somali rebels were one of the groups attacked by Ethiopia.", "ASSAULT", ["ETH"], ["SOM"]),
    ("The kidnapped nuns were rescued from Nigerian militants by soldiers from Chad.", "AID", ["TCD"], ["NGA"]),
    ("His deportation shocked Kenya, said Ugandan opposition leader Kizza Besigye.", "COERCE", [], ["UGA"]),
    ("Such attacks could take place by Somali rebels in Kenya.", "ASSAULT", ["SOM"], []),
    ("Kenyan President Uhuru Kenyatta was invited to speak at Columbia University.", "AGREE", [None], ["KEN"]),
    ("This attack only redoubles Turkey's resolve to stand with its Iraqi allies.", "AGREE", ["TUR"], ["IRQ"]),
    ("The Kenyan journalist was held in the US-run detention centre in Cuba.", "COERCE", ["USA"], ["KEN"]),
    ("The court of Kenya granted a request by the Ugandan government.", "REQUEST", ["UGA"], []),
    (
        "We are concerned by the reports and call on Iran to respect the truce, said Turkey.",
        "REQUEST",
        ["TUR"],
        ["IRN"],
    ),
    ("Iraqi forces retook the town with the help of American advisers.", "AID", ["USA"], ["IRQ"]),
    ("Yemen has carried out hundreds of attacks on Saudi soldiers.", "ASSAULT", ["YEM"], ["SAU"]),
    ("Britain mourned the victims of the bombing in Istanbul.", "ASSAULT", [], ["TUR"]),
    ("Kenyan politician Raila Odinga said his imprisonment was unjust.", "COERCE", [], ["KEN"]),
    ("Israeli bulldozers demolished homes in Gaza on Sunday, Palestinian officials said.", "ASSAULT", ["ISR"], ["PSE"]),
    ("The United States began the withdrawal of its troops from Panama.", "RETREAT", ["USA"], ["PAN"]),
    ("Iran fears an Israeli attack.", "ASSAULT", ["ISR"], ["IRN"]),
    ("Cuba has increased security due to fears of a US attack.", "ASSAULT", ["USA"], ["CUB"]),
    ("Irish Foreign Minister Simon Coveney expressed Palestine solidarity.", "SUPPORT", ["IRL"], ["PSE"]),
    ("A French orchestra condemned Russia.", "ACCUSE", ["FRA"], ["RUS"]),
]


@pytest.mark.parametrize(("text", "event", "actors", "recipients"), _CASES)
def test_the_sentence_tells_who_takes_part(text: str, event: str, actors: Countries, recipients: Countries) -> None:
    found = [e for e in hearsay.code(text, published="2017-05-02").events if e.event == event]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in found] == [(actors, recipients)]


def test_an_institution_of_a_nationality_is_not_its_government() -> None:
    event = hearsay.code("A French orchestra condemned Russia.", published="2017-05-02").events[0]
    assert [(a.name, a.sector) for a in event.actor] == [("French orchestra", ("CVL",))]


def test_security_forces_before_a_crowd_are_police() -> None:
    text = "Kenyan security forces fired into the air to disperse protesters in Nairobi."
    events = [e for e in hearsay.code(text, published="2017-05-02").events if "crowd-control" in e.mode]
    assert [[(a.country, a.sector) for a in e.actor] for e in events] == [[("KEN", ("COP",))]]


def test_thanks_go_to_the_you_of_the_sentence() -> None:
    text = (
        "Irish Prime Minister Enda Kenny told President Barack Obama: “I am grateful for the honour you have done us.”"
    )
    thanks = [e for e in hearsay.code(text, published="2014-03-17").events if e.event == "SUPPORT"]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in thanks] == [(["IRL"], ["USA"])]


def test_a_ministry_that_is_struck_stands_beside_the_people_who_died() -> None:
    text = (
        "At least 30 people were killed on Sunday in Baghdad. Over 500 were hurt in the attack. "
        "The attack occurred at the Justice Ministry of Iraq."
    )
    events = [e for e in hearsay.code(text, published="2009-10-26").events if e.event == "ASSAULT"]
    assert [sorted(r.sector for r in e.recipient) for e in events] == [[("CVL",), ("GOV",)]]


def test_torture_is_the_government_s_and_no_battle() -> None:
    event = hearsay.code("Turkey tortured prisoners.", published="2017-05-02").events[0]
    assert [(a.country, a.sector) for a in event.actor] == [("TUR", ("GOV",))]


def test_a_people_s_cause_is_the_people_s() -> None:
    event = hearsay.code("Iran supports the Palestinian cause.", published="2017-05-02").events[0]
    assert [(r.country, r.sector) for r in event.recipient] == [("PSE", ("CVL",))]


def test_a_visit_is_by_whoever_speaks_after_it() -> None:
    text = "In remarks made after a visit to Kenya, Iranian Foreign Minister Javad Zarif warned the United States."
    visits = [e for e in hearsay.code(text, published="2017-05-02").events if "visit" in e.mode]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in visits] == [(["IRN"], ["KEN"])]


def test_officials_of_one_state_and_soldiers_of_another_do_not_do_one_act() -> None:
    text = "U.S. officials used force. Iraqi forces used force in the town."
    doers = [{a.country for a in e.actor} for e in hearsay.code(text, published="2009-05-11").events]
    assert {"USA", "IRQ"} not in doers


def test_joined_acts_on_others_are_two() -> None:
    text = "Yemen has carried out attacks on ships in the Red Sea and bombarded Saudi soldiers."
    attacks = [e for e in hearsay.code(text, published="2024-07-15").events if e.event == "ASSAULT"]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in attacks] == [
        (["YEM"], [None]),
        (["YEM"], ["SAU"]),
    ]


def test_we_are_who_speaks_and_who_is_spoken_to() -> None:
    text = (
        "Irish Prime Minister Bertie Ahern met US President George Bush. “Mr. President, I am confident of the future. "
        "We are cooperating to build peace,” Ahern said."
    )
    found = [e for e in hearsay.code(text, published="2008-03-17").events if e.event == "COOPERATE"]
    assert [sorted(a.country or "" for a in e.actor) for e in found] == [["IRL", "USA"]]


def test_who_dies_of_bombings_that_strike_a_house_suffers_them_too() -> None:
    text = "Twin bombings struck two government buildings in Baghdad, killing about 100 people."
    found = [e for e in hearsay.code(text, published="2009-10-26").events if e.event == "ASSAULT"]
    assert [sorted(r.sector for r in e.recipient) for e in found] == [[("CVL",), ("GOV",)]]


def test_who_ends_this_violence_need_not_do_it() -> None:
    text = "Daesh attacked families in Baghdad. Britain stands by Iraq to end this violence."
    attacks = [e for e in hearsay.code(text, published="2016-07-03").events if e.event == "ASSAULT"]
    assert all(a.country != "GBR" for e in attacks for a in e.actor)


def test_an_act_does_not_fall_on_its_own_doer() -> None:
    text = "Iran has attacked Turkey over its war in the north."
    assert all(
        {a.country for a in e.actor}.isdisjoint(r.country for r in e.recipient)
        for e in hearsay.code(text, published="2017-05-02").events
    )
