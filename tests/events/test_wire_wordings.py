"""Wordings of wire services that hide the doer, the verb or the act, and what only looks like an act."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Event

Short = tuple[str, str, list[str | None], list[str | None]]


def told(coder: hearsay.Coder, text: str) -> list[Short]:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-07-15", outlet="Gulf Sentinel"))
    return [short(event) for event in coding.events]


def short(event: Event) -> Short:
    sides = [[a.country for a in side] for side in (event.actor, event.recipient)]
    return (event.event, event.mentions[0].trigger_text, sides[0], sides[1])


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Officers of the Iranian army staged a coup in 1953.", [("COERCE", "coup", ["IRN"], [])]),
        ("Iranian troops pulled out of Iraq on Monday.", [("RETREAT", "pulled out", ["IRN"], ["IRQ"])]),
        ("Iran test-fired a missile on Monday.", [("MOBILIZE", "fired", ["IRN"], [])]),
        ("The African Union suspended Sudan on Monday.", [("SANCTION", "suspended", ["IGO"], ["SDN"])]),
        ("Iran would not take part in talks with Iraq, its minister said.", [("REJECT", "talks", ["IRN"], ["IRQ"])]),
        (
            "Kurdish supporters of the opposition were beaten and detained by Turkish police.",
            [("ASSAULT", "beaten", ["TUR"], ["TUR"]), ("COERCE", "detained", ["TUR"], ["TUR"])],
        ),
        ("The shelling of the Iraqi town by Iranian troops went on.", [("ASSAULT", "shelling", ["IRN"], ["IRQ"])]),
        ("Iran's government would not join talks with Iraq unless it left.", [("REJECT", "talks", ["IRN"], ["IRQ"])]),
        (
            "Germany condemned the use of water cannon by Turkish police.",
            [("ACCUSE", "condemned", ["DEU"], ["TUR"]), ("ASSAULT", "use", ["TUR"], [])],
        ),
        ("China gave Cambodia $50 million.", [("AID", "gave", ["CHN"], ["KHM"])]),
        ("Iran and Iraq held joint naval drills on Monday.", [("COOPERATE", "drills", ["IRN", "IRQ"], [])]),
        ("The Turkish president travelled to Baghdad on Monday.", [("CONSULT", "travelled", ["TUR"], ["IRQ"])]),
        ("The Security Council voted to extend the embargo on Iran.", [("SANCTION", "embargo", ["UNO"], ["IRN"])]),
    ],
)
def test_the_act_is_found(coder: hearsay.Coder, text: str, events: list[Short]) -> None:
    assert told(coder, text) == events


@pytest.mark.parametrize(
    "text",
    [
        "The Iranian minister was born in March in a town in Iraq.",
        "Fishermen armed with knives live on an island of Turkey.",
        "The Iranian minister took the train home on Monday.",
    ],
)
def test_what_only_looks_like_an_act_is_none(coder: hearsay.Coder, text: str) -> None:
    assert told(coder, text) == []


def test_a_mere_back_reference_adds_no_mention(coder: hearsay.Coder) -> None:
    """GUIDELINES: back-references are mentions only when they add a source, date, place or number."""
    text = "Iranian troops bombed a market in Iraq on Monday. The mayor met relatives of the victims of the bombing."
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-07-15"))
    triggers = [m.trigger_text for e in coding.events if e.event == "ASSAULT" for m in e.mentions]
    assert triggers == ["bombed"]
