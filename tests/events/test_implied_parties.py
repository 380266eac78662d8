"""Who takes part though no role of the clause names him."""

from __future__ import annotations

import pytest

import hearsay

Countries = list[str | None]

_CASES: list[tuple[str, str, Countries, Countries]] = [
    ("Two Kenyan farmers were killed in a clash with Ugandan soldiers.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Kenya began an offensive meant to crush Somali militants in Uganda.", "ASSAULT", ["KEN"], ["SOM"]),
    ("Ethiopia has condemned Egypt's war in Sudan.", "ASSAULT", ["EGY"], ["SDN"]),
    ("Three Kenyan fishermen are held in Ugandan jails.", "COERCE", ["UGA"], ["KEN"]),
    ("The Israel-Lebanon conflict has lasted for years.", "ASSAULT", ["ISR", "LBN"], []),
    ("Kenya attacked ships off the coast, and Uganda praised Kenya.", "ASSAULT", ["KEN"], [None]),
    ("Three aid groups were forbidden to enter Iran.", "REJECT", ["IRN"], ["NGO"]),
    ("The president of Kenya imposed sanctions on Uganda, the palace said.", "SANCTION", ["KEN"], ["UGA"]),
    ("Kenyan jets including two bombers killed nine Somali herders.", "ASSAULT", ["KEN"], ["SOM"]),
    (
        "Iran condemned the attack on the town of Basra in Iraq, for which Islamic State has claimed responsibility.",
        "ASSAULT",
        ["IMG"],
        ["IRQ"],
    ),
    ("The army said its battle against Somali militants in Kenya is over.", "ASSAULT", ["KEN"], ["SOM"]),
    ("Turkish soldiers were deployed to the border.", "MOBILIZE", ["TUR"], []),
    ("Kenya shored up its ties with Uganda and other states.", "SUPPORT", ["KEN"], ["UGA"]),
    ("We neither use torture nor excuse it, said Kenyan Foreign Minister Amina Mohamed.", "ASSAULT", ["KEN"], []),
    ("Two Kenyan farmers were shot and killed by Ugandan police.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Russian airstrikes hit Aleppo. The move was criticised by Turkey.", "ACCUSE", ["TUR"], ["RUS"]),
    ("Turkish lawmakers sent a letter to Iraqi leaders opposing the Iranian blockade.", "ACCUSE", ["TUR"], ["IRN"]),
    ("French Foreign Minister Alain Juppe met his Iranian counterpart.", "CONSULT", ["FRA", "IRN"], []),
    ("Kenyan students marched to demand reforms from President Kenyatta's government.", "PROTEST", ["KEN"], ["KEN"]),
    ("Hundreds of farmers marched in Kenya in defiance of Ugandan officials.", "PROTEST", ["KEN"], ["UGA"]),
    ("Ugandan farmers sought refuge in Kenya.", "REQUEST", ["UGA"], ["KEN"]),
    ("Kenya demanded an end to Uganda's attacks on the town.", "REQUEST", ["KEN"], ["UGA"]),
    ("Somali rebels were one of the groups attacked by Ethiopia.", "ASSAULT", ["ETH"], ["SOM"]),
    ("The kidnapped nuns were rescued from Nigerian militants by soldiers from Chad.", "AID", ["TCD"], ["NGA"]),
    ("His deportation shocked Kenya, said Ugandan opposition leader Kizza Besigye.", "COERCE", [], ["UGA"]),
    ("New raids may occur by Somali rebels in Kenya.", "ASSAULT", ["SOM"], []),
    ("Kenyan President Uhuru Kenyatta was invited to speak at Columbia University.", "AGREE", [None], ["KEN"]),
    ("The flood has firmed up Kenya's resolve to stand with its Ugandan allies.", "AGREE", ["KEN"], ["UGA"]),
    ("A Kenyan reporter was held at a Saudi-run prison camp in Yemen.", "COERCE", ["SAU"], ["KEN"]),
    ("The court of Kenya granted a request by the Ugandan government.", "REQUEST", ["UGA"], []),
    (
        "We are concerned by the reports and call on Iran to respect the truce, said Turkey.",
        "REQUEST",
        ["TUR"],
        ["IRN"],
    ),
    ("Iraqi forces retook the town with the help of American advisers.", "AID", ["USA"], ["IRQ"]),
    ("Uganda has carried out dozens of raids on Kenyan soldiers.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Britain mourned the victims of the bombing in Istanbul.", "ASSAULT", [], ["TUR"]),
    ("Kenyan politician Raila Odinga said his imprisonment was unjust.", "COERCE", [], ["KEN"]),
    ("Israeli bulldozers razed two houses in Hebron, Palestinian police said.", "ASSAULT", ["ISR"], ["PSE"]),
    ("The United States began the withdrawal of its troops from Panama.", "RETREAT", ["USA"], ["PAN"]),
    ("Iran fears an Israeli attack.", "ASSAULT", ["ISR"], ["IRN"]),
    ("A Somali activist was detained in Uganda at the behest of Kenya.", "COERCE", ["KEN"], ["SOM"]),
    ("Kenya closed the bridge for fear of Ugandan attacks.", "ASSAULT", ["UGA"], ["KEN"]),
    ("Irish Foreign Minister Simon Coveney expressed Palestine solidarity.", "SUPPORT", ["IRL"], ["PSE"]),
    ("Kenya called for joint efforts to end Uganda's attacks on the town.", "REQUEST", ["KEN"], []),
    ("Kenya demanded the release of Ugandan fishermen.", "REQUEST", ["KEN"], []),
    ("Kenya demanded Uganda's release of the fishermen.", "REQUEST", ["KEN"], ["UGA"]),
    ("Kenya demanded the resignation of the Ugandan president.", "REQUEST", ["KEN"], ["UGA"]),
    (
        "Ugandan police arrested two Kenyan farmers in May. The farmers were freed on Monday.",
        "RETREAT",
        ["UGA"],
        ["KEN"],
    ),
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
    text = "Kenyan security forces used tear gas to disperse protesters in Nairobi."
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
        "A bomb killed some 40 people in Nairobi. Another 70 were injured in the blast. "
        "The attack happened at the Transport Ministry of Kenya."
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
    text = "In a speech after a visit to Kenya, Iranian Foreign Minister Javad Zarif warned the United States."
    visits = [e for e in hearsay.code(text, published="2017-05-02").events if "visit" in e.mode]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in visits] == [(["IRN"], ["KEN"])]


def test_officials_of_one_state_and_soldiers_of_another_do_not_do_one_act() -> None:
    text = "U.S. officials used force. Iraqi forces used force in the town."
    doers = [{a.country for a in e.actor} for e in hearsay.code(text, published="2009-05-11").events]
    assert {"USA", "IRQ"} not in doers


def test_joined_acts_on_others_are_two() -> None:
    text = "Uganda has carried out raids on boats and bombarded Kenyan soldiers."
    attacks = [e for e in hearsay.code(text, published="2024-07-15").events if e.event == "ASSAULT"]
    assert [([a.country for a in e.actor], [r.country for r in e.recipient]) for e in attacks] == [
        (["UGA"], [None]),
        (["UGA"], ["KEN"]),
    ]


def test_we_are_who_speaks_and_who_is_spoken_to() -> None:
    text = (
        "Irish Prime Minister Bertie Ahern met US President George Bush. “Mr. President, I thank you. "
        "We cooperate on trade and fishing,” Ahern said."
    )
    found = [e for e in hearsay.code(text, published="2008-03-17").events if e.event == "COOPERATE"]
    assert [sorted(a.country or "" for a in e.actor) for e in found] == [["IRL", "USA"]]


def test_who_dies_of_bombings_that_strike_a_house_suffers_them_too() -> None:
    text = "Three bombings struck a government building in Nairobi, killing some 40 people."
    found = [e for e in hearsay.code(text, published="2009-10-26").events if e.event == "ASSAULT"]
    assert [sorted(r.sector for r in e.recipient) for e in found] == [[("CVL",), ("GOV",)]]


def test_who_ends_this_violence_need_not_do_it() -> None:
    text = "Daesh attacked families in Nairobi. Norway helps Kenya to end this violence."
    attacks = [e for e in hearsay.code(text, published="2016-07-03").events if e.event == "ASSAULT"]
    assert all(a.country != "NOR" for e in attacks for a in e.actor)


def test_an_act_does_not_fall_on_its_own_doer() -> None:
    text = "Iran has attacked Turkey for its war at sea."
    assert all(
        {a.country for a in e.actor}.isdisjoint(r.country for r in e.recipient)
        for e in hearsay.code(text, published="2017-05-02").events
    )


def test_strikes_are_of_whoever_was_told_to_conduct_them() -> None:
    text = "Kenyan jets conducted ten strikes on Uganda. One strike destroyed a Ugandan base."
    events = hearsay.code(text, published="2024-05-05").events
    doers = [[a.country for a in e.actor] for e in events if "destroyed" in {m.trigger_text for m in e.mentions}]
    assert doers == [["KEN"]]
