"""Sentences say in plain words who does what to whom, and verbs agree."""

import re
from typing import get_args

import pytest
from fastapi.testclient import TestClient

from hearsay.explain.wording import standing, word
from hearsay.explorer.earth import outlines
from hearsay.explorer.wording import plain, sentence, signed, stance
from hearsay.ledger.records import LedgerEvent
from hearsay.records import Actor, EventType, Status


def event(type: EventType, actors: tuple[str, ...], recipients: tuple[str, ...], *mode: str) -> LedgerEvent:
    sides = [tuple(Actor(name=name) for name in side) for side in (actors, recipients)]
    return LedgerEvent(
        id="a-1", event=type, mode=mode, actor=sides[0], recipient=sides[1], status="actual", quad_code=1, scale=0,
        confidence=1, reports=1, outlets=1, origin_count=1, denials=0, summary="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (event("ASSAULT", ("supporters",), ("police",)), "Supporters attack police"),
        (event("ASSAULT", ("Iran",), ("Iraq",)), "Iran attacks Iraq"),
        (event("CONSULT", ("Iran", "Oman"), ()), "Iran and Oman meet or talk"),
        (event("CONSULT", ("Iran",), ("Oman",), "visit"), "Iran visits Oman"),
        (event("ACCUSE", ("Houthis",), ("Iran",), "allege"), "The Houthis accuse or charge Iran"),
        (event("REQUEST", ("residents",), ("mayor",), "meet"), "Residents ask for talks with the mayor"),
        (event("RETREAT", (), ("hostages",), "release"), "Somebody frees hostages"),
        (event("PROTEST", ("the United Nations",), ()), "The United Nations protests"),
    ],
)
def test_a_verb_agrees_and_tells_the_mode(told: LedgerEvent, words: str):
    assert plain(told) == words


@pytest.mark.parametrize(
    ("number", "words"), [(2.45, "+2.5"), (-1.26, "\u22121.3"), (0.0, "0"), (-0.04, "0"), (0.05, "+0.1")]
)
def test_numbers_of_two_sides_have_their_sign(number: float, words: str):
    assert signed(number) == words


def test_what_the_verb_tells_is_not_told_again():
    told = sentence(event("ASSAULT", ("Iran",), ("Iraq",), "abduct", "drone"))
    assert (told.verb, told.manner) == ("kidnaps", "by drone")
    assert sentence(event("COERCE", ("Iran",), (), "arrest")).manner == ""


@pytest.mark.parametrize("type", get_args(EventType))
def test_each_type_has_words_for_one_and_for_many(type: EventType):
    for recipients in ((), ("Iraq",)):
        one, many = (plain(event(type, (who,), recipients)) for who in ("Iran", "rebels"))
        assert one.removeprefix("Iran") != many.removeprefix("Rebels")
        assert "*" not in one + many


def test_every_country_of_the_map_has_a_name():
    assert [code for code in outlines() if word("country", code) == code] == []
    assert word("country", "KOS") == "Kosovo"


def test_those_who_deny_agree_with_their_verb():
    assert (stance("Iran", "negated"), stance("Russian officials", "negated")) == ("denies it", "deny it")


@pytest.mark.parametrize("status", get_args(Status))
def test_each_status_has_words(status: Status):
    assert status == "planned" or status == "possible" or word("standing", status) != status
    assert stance("Iran", status) != stance("officials", status) != status


def test_a_country_is_not_said_twice():
    assert standing(Actor(name="Iran", country="IRN", sector=("GOV",))) == "government"
    assert standing(Actor(name="Araghchi", country="IRN", role="foreign minister")) == "Iran, foreign minister"


@pytest.mark.parametrize(
    "page", ["/", "/events", "/events/{strike}", "/articles/strike", "/actors/Iran", "/network", "/map?precision=city"]
)
def test_no_country_is_called_by_its_code(client: TestClient, strike: str, page: str):
    text = client.get(page.format(strike=strike)).text
    words = re.findall(r">([^<>]+)<|(?:title|aria-label)=\"([^\"]*)\"", text[text.index("<main") :])
    spoken = {word for pair in words for word in re.findall(r"\b[A-Z]{3}\b", " ".join(pair))}
    assert spoken & set(outlines()) == set()
