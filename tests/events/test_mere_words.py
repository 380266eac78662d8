"""Words of acts in phrases that tell none, beside the same words where they do."""

from __future__ import annotations

from typing import get_args

import pytest

import hearsay
from hearsay.events.idle_uses import idle_uses
from hearsay.events.tables import read_table
from hearsay.records import EventType

NEWS = " ".join(
    f"France sold {thing} to Egypt, and ministers of Egypt and France spoke of prices in Paris on Friday."
    for thing in ("wheat", "cars", "trains", "paper", "glass", "steel", "cheese", "shoes", "books", "lamps", "wood")
)


def told(text: str) -> set[tuple[str, str]]:
    coding = hearsay.code(f"{NEWS}\n\n{text}", published="2016-09-07")
    return {(e.event, m.trigger_text) for e in coding.events for m in e.mentions if m.trigger[0] > len(NEWS)}


@pytest.mark.parametrize(
    ("none", "act", "event"),
    [
        (
            "On Friday Turkey insisted that its economy remains strong.",
            "Turkey insisted on the withdrawal of Russian troops.",
            ("REQUEST", "insisted on"),
        ),
        (
            "North Korea is a threat to Japan.",
            "North Korea issued a threat to attack Japan.",
            ("THREATEN", "threat"),
        ),
        (
            "Japan knows the threat that is posed by North Korea.",
            "North Korea repeated its threat to fire missiles at Japan.",
            ("THREATEN", "threat"),
        ),
        (
            "Norway feeds people fleeing for their lives.",
            "Thousands of Syrians fled to Turkey on Friday.",
            ("SANCTION", "fled"),
        ),
        (
            "Supporters of the Kenyan president gathered to sing and clap on Friday.",
            "Protesters gathered outside the parliament of Kenya on Friday against the president.",
            ("PROTEST", "gathered"),
        ),
    ],
)
def test_a_word_tells_an_act_in_one_phrase_and_none_in_the_other(none: str, act: str, event: tuple[str, str]) -> None:
    assert not {type for type, _ in told(none)} & {event[0]}
    assert event in told(act)


@pytest.mark.parametrize(
    ("none", "act", "event"),
    [
        (
            "Suddenly people were fleeing and shouting.",
            "Thousands of Syrians fled to Turkey on Friday.",
            ("SANCTION", "fled"),
        ),
        (
            "With the Iran deal behind him, the French minister went back to work.",
            "France reached a deal with Iran on Friday.",
            ("AGREE", "deal"),
        ),
        (
            "Forty percent of French voters supported the Egyptian president, a poll said.",
            "The French government supported the Egyptian president on Friday.",
            ("SUPPORT", "supported"),
        ),
        (
            'The French minister spoke of the rebels. "Let them fight each other," he said.',
            "The French government let the rebels leave on Friday.",
            ("CONCEDE", "let"),
        ),
    ],
)
def test_what_is_said_in_passing_is_no_act(none: str, act: str, event: tuple[str, str]) -> None:
    assert event[0] not in {type for type, _ in told(none)}
    assert event in told(act)


@pytest.mark.parametrize(
    ("none", "act", "event"),
    [
        (
            "On Friday the mistakes of Turkey begged the question whether its minister was well advised.",
            "On Friday Turkey begged Russia to send wheat.",
            ("REQUEST", "begged"),
        ),
        (
            "On Friday the Turkish minister suspended his campaign against Egypt.",
            "On Friday Turkey suspended its aid to Egypt.",
            ("SANCTION", "suspended"),
        ),
        (
            "On Friday the Turkish police released a video of the Egyptian minister.",
            "On Friday the Turkish police released the Egyptian minister.",
            ("RETREAT", "released"),
        ),
    ],
)
def test_a_listed_use_of_a_verb_tells_no_act(none: str, act: str, event: tuple[str, str]) -> None:
    assert event[0] not in {type for type, _ in told(none)}
    assert event in told(act)


def test_each_listed_use_asks_for_something_that_can_be_told() -> None:
    uses = [use for rows in idle_uses().values() for use in rows]
    assert {use.voice for use in uses} <= {"", "passive"}
    assert {use.missing for use in uses} <= {"", "actors", "recipients"}
    assert {use.event for use in uses} <= {"", *get_args(EventType)}
    assert all(use.role or not use.words for use in uses)


def test_a_side_of_a_deal_is_not_who_is_opposed() -> None:
    opposed = hearsay.code("The French government opposed the Iran deal on Friday.", published="2016-09-07").events
    assert [(e.event, [a.country for a in e.actor], e.recipient) for e in opposed] == [("REJECT", ["FRA"], ())]


def test_who_is_challenged_for_a_seat_is_asked_for_nothing() -> None:
    seat = "The Kenyan senator challenged the president when she ran in Kenya for a second term."
    assert "REQUEST" not in {type for type, _ in told(seat)}
    assert ("REQUEST", "challenged") in told("The Kenyan president challenged Uganda to open its archives.")


def test_what_is_called_a_name_is_accused_of_nothing() -> None:
    assert told("The Kenyan president called it shameful.") == set()
    assert ("ACCUSE", "called") in told("The Kenyan president called Uganda a bully.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Asked how the talks would end, the Kenyan president laughed.", "REQUEST"),
        ("The Kenyan president has accepted himself as he is.", "AGREE"),
        ("The Kenyan senator suspended her campaign in February.", "RETREAT"),
        ("The Kenyan senator stressed the need to build more roads.", "REQUEST"),
        ("The Kenyan president declined a request for an interview.", "REJECT"),
        ("The Kenyan president declined to say when he would meet the Ugandan one.", "REJECT"),
        ("The Kenyan army released a video of the camp.", "RETREAT"),
        ("Despite criticism, the Kenyan president kept his word.", "ACCUSE"),
        ("Under the law of Kenya visitors are required to show a card.", "REQUEST"),
        ("Has the Kenyan president called for an inquiry?", "REQUEST"),
        ("The Kenyan museum shows how a naval battle is painted.", "ASSAULT"),
        ("In the past Kenyan farmers have been forced to turn to their neighbours.", "COERCE"),
        ("The Nairobi Panthers are set to host Barcelona on Sunday.", "AGREE"),
        ("Veto power keeps the Security Council from acting.", "REJECT"),
    ],
)
def test_ways_of_speaking_are_no_acts(text: str, event: str) -> None:
    assert event not in {type for type, _ in told(text)}


def test_what_is_called_for_is_asked_of_nobody_who_stands_below_a_mere_thing() -> None:
    coding = hearsay.code(
        "The Kenyan president called for higher tariffs on goods from Uganda.", published="2016-09-07"
    )
    assert [(e.event, e.recipient) for e in coding.events] == [("REQUEST", ())]


def test_who_pounds_somebody_as_something_does_so_in_words() -> None:
    spoken = hearsay.code("A Kenyan senator pounded the Ugandan president as a fraud.", published="2016-09-07")
    shelled = hearsay.code("Kenyan troops pounded the Ugandan town.", published="2016-09-07")
    assert [e.event for e in (*spoken.events, *shelled.events)] == ["ACCUSE", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenyan executives met bankers of a Ugandan company in Nairobi.", "CONSULT"),
        ("Villagers in Kenya were driven from their homes by high seas.", "SANCTION"),
        ("A Kenyan mother begged soldiers not to shoot her son.", "ASSAULT"),
        ("The Kenyan senate held the former minister in contempt.", "COERCE"),
        ("The Kenyan military has been probing along the border.", "ACCUSE"),
    ],
)
def test_what_is_done_by_nobody_of_politics_is_no_event(text: str, event: str) -> None:
    assert event not in {type for type, _ in told(text)}


def test_each_set_of_words_has_a_name_of_its_own() -> None:
    names = [row["set"] for row in read_table("word_sets.tsv")]
    assert sorted(set(names)) == sorted(names)
