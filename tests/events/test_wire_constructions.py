"""Constructions of wire services that tell an act without its usual verb, object or doer beside it."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.events.clauses import Clauses
from hearsay.events.light import LightVerbs
from tests.events.sentences import read, word

Short = tuple[str, str, list[str | None], list[str | None]]


def told(coder: hearsay.Coder, text: str) -> list[Short]:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-07-15", outlet="Gulf Sentinel"))
    return [
        (e.event, m.trigger_text, [a.country for a in e.actor], [a.country for a in e.recipient])
        for e in coding.events
        for m in e.mentions
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The freezing of Russian assets by the European Union", [("SANCTION", "freezing", ["EUR"], ["RUS"])]),
        ("The recall of the French ambassador by Algeria", [("SANCTION", "recall", ["DZA"], [])]),
        ("The imposition of sanctions was long debated.", []),
        ("Fighting resumed between Turkish troops and Kurdish rebels.", [("ASSAULT", "Fighting", ["TUR", "TUR"], [])]),
        (
            "Iran arrested, tried and executed the scientist.",
            [("COERCE", "arrested", ["IRN"], ["IRN"]), ("ASSAULT", "executed", ["IRN"], ["IRN"])],
        ),
        ("Turkish troops seized Mosul.", [("ASSAULT", "seized", ["TUR"], ["IRQ"])]),
        ("The Iraqi town fell to Turkish troops.", [("ASSAULT", "fell", ["TUR"], ["IRQ"])]),
        ("More than 300 Sudanese were expelled from Chad.", [("COERCE", "expelled", ["TCD"], ["SDN"])]),
        ("Turkey condemned the Iranian film.", [("ACCUSE", "condemned", ["TUR"], ["IRN"])]),
        ("Germany unblocked ten billion euros for Hungary.", [("CONCEDE", "unblocked", ["DEU"], ["HUN"])]),
        ("A summit between Iran and Turkey is planned for May.", [("AGREE", "summit", ["IRN", "TUR"], [])]),
        ("Turkey has walked away from the Iranian deal.", [("REJECT", "walked away", ["TUR"], ["IRN"])]),
        ("Ukrainian drones hit a Russian refinery.", [("ASSAULT", "hit", ["UKR"], ["RUS"])]),
    ],
)
def test_the_act_is_found(coder: hearsay.Coder, text: str, events: list[Short]) -> None:
    assert told(coder, text) == events


def test_a_topic_ends_where_a_past_tense_goes_on(coder: hearsay.Coder) -> None:
    text = "The Iranian minister called on Turkey to leave and summoned the Iraqi ambassador."
    assert ("ACCUSE", "summoned", ["IRN"], ["IRQ"]) in told(coder, text)


def test_attack_aircraft_attack_nobody(coder: hearsay.Coder) -> None:
    """In a text that is long enough to be about something."""
    filler = "The Iraqi minister met the Turkish minister in Baghdad, and they discussed the border. " * 15
    text = filler + "Turkish forces carried out ten strikes in Iraq using attack, bomber and fighter aircraft."
    assert [t for _, t, _, _ in told(coder, text) if t == "attack"] == []
    assert [t for _, t, _, _ in told(coder, text) if t == "strikes"] == ["strikes"]


def test_a_noun_has_its_verb_s_roles() -> None:
    reading = read(
        "The/the/DET/DT/2/det storming/storming/NOUN/NN/0/root of/of/ADP/IN/5/case the/the/DET/DT/5/det "
        "embassy/embassy/NOUN/NN/2/nmod by/by/ADP/IN/7/case crowds/crowd/NOUN/NNS/2/nmod"
    )
    clause = Clauses(reading, LightVerbs({})).gerund(word(reading, "storming"))
    roles = {role: [reading.words[f.word].text for f in clause.fill(role)] for role in ("agent", "patient")}
    assert roles == {"agent": ["crowds"], "patient": ["embassy"]}


def test_coordinated_verbs_share_the_object_behind_them() -> None:
    reading = read(
        "Iran/Iran/PROPN/NNP/2/nsubj arrested/arrest/VERB/VBD/0/root and/and/CCONJ/CC/4/cc "
        "freed/free/VERB/VBD/2/conj the/the/DET/DT/6/det man/man/NOUN/NN/2/obj"
    )
    clause = Clauses(reading, LightVerbs({})).at(word(reading, "freed"), "verb")
    assert [reading.words[f.word].text for f in clause.fill("patient")] == ["man"]
