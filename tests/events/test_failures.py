"""Ten kinds of mistake that dictionary coders are known for, each as a sentence of its own."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Coding, Event


def code(coder: hearsay.Coder, text: str) -> Coding:
    return coder.code(hearsay.make_document(text, id="d", published="2016-09-07"))


def short(event: Event) -> tuple[str, set[str | None], set[str | None], str]:
    return (
        event.event,
        {a.country for a in event.actor},
        {a.country for a in event.recipient},
        event.mentions[0].status,
    )


def types(coding: Coding) -> set[str]:
    return {e.event for e in coding.events}


@pytest.mark.parametrize(
    "text",
    [
        "The court is dominated by white, male judges.",
        "The owner of the Boston Celtics is once again sizing up a new coach for the team.",
        "There was a sea of people in the square.",
    ],
)
def test_nothing_is_coded_where_nothing_political_is_done(coder: hearsay.Coder, text: str) -> None:
    """A word that looks like a country, a club or a form of "to be" is no event."""
    assert code(coder, text).events == ()


def test_what_is_ruled_out_is_not_done(coder: hearsay.Coder) -> None:
    """Ruling out force is a REJECT, not force."""
    events = code(coder, "The United States has ruled out an attack on North Korea.").events
    assert [short(e)[:2] for e in events] == [("REJECT", {"USA"})]


def test_refusing_to_concede_is_no_concession(coder: hearsay.Coder) -> None:
    """ "refusing to lift the curfew" is a REJECT over an embedded act that is not coded."""
    events = code(coder, "The Israeli government is refusing to lift the curfew on Palestinians.").events
    assert [(e.event, {a.country for a in e.actor}) for e in events] == [("REJECT", {"ISR"})]


def test_a_place_is_no_perpetrator(coder: hearsay.Coder) -> None:
    """Killed in a blast in Beirut: the doer is unknown, not the quarter's Christians."""
    (event,) = code(coder, "A journalist was killed by a car bomb in mostly Christian eastern Beirut.").events
    assert (event.event, event.actor, [a.name for a in event.recipient]) == ("ASSAULT", (), ["journalist"])


def test_who_tells_is_not_who_acts(coder: hearsay.Coder) -> None:
    """Rebels demobilised, their commanders being the source: RETREAT vouched for by the commanders."""
    events = code(
        coder, "Hundreds of Macedonian rebels have been demobilized, two commanders told the AFP agency."
    ).events
    assert [e.event for e in events] == ["RETREAT"]
    assert events[0].mentions[0].sources


def test_a_quoted_act_is_its_speakers_claim(coder: hearsay.Coder) -> None:
    """Criticism told by an aide in quotation marks stays the critic's act and the aide's claim."""
    coding = code(coder, 'Robby Mook, an aide to Clinton, said that Donald Trump "condemned our generals".')
    (event,) = coding.events
    assert event.event == "ACCUSE"
    assert [a.name for a in event.actor] == ["Donald Trump"]
    assert event.mentions[0].sources[-1].name == "Robby Mook"


def test_where_two_met_is_not_whom_they_met(coder: hearsay.Coder) -> None:
    """A meeting in China of an American and a Russian has two parties and a place."""
    (event,) = code(coder, "Barack Obama and Vladimir Putin met in China.").events
    assert short(event)[:3] == ("CONSULT", {"USA", "RUS"}, set())
    assert event.place is not None
    assert event.place.country == "CHN"


def test_a_threat_is_not_carried_out(coder: hearsay.Coder) -> None:
    """Threatening restrictions is THREATEN, the restrictions are not imposed."""
    events = code(coder, "A French minister threatened to impose restrictions on German goods.").events
    assert [short(e)[:2] for e in events] == [("THREATEN", {"FRA"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey's president will visit Iran next week.", {"AGREE"}),
        ("Iran said it would withdraw its troops from Syria.", {"CONCEDE"}),
        ("Iran promised to help Syria.", {"AGREE"}),
        ("Iran urged Turkey to release the prisoners.", {"REQUEST"}),
        ("France accused Iran of arming the rebels.", {"ACCUSE"}),
        ("Iran condemned the Israeli attack on Gaza.", {"ACCUSE", "ASSAULT"}),
        ("Iran called for an end to the Israeli attacks on Gaza.", {"REQUEST", "ASSAULT"}),
        ("Iran called for talks with Turkey.", {"REQUEST"}),
        ("Police in Barcelona rescued ten hostages.", {"AID"}),
        ("The Paris Club forgave Nigeria's debt.", {"AID"}),
        ("Iran pardoned the Turkish journalist.", {"CONCEDE"}),
        ("Iran released the Turkish journalist.", {"RETREAT"}),
        ("France barred Iranian officials from entering the country.", {"REJECT"}),
        ("Iran expelled the Turkish ambassador.", {"SANCTION"}),
        ("Iran cancelled a meeting with Turkey.", {"REJECT"}),
    ],
)
def test_frames_decide_the_type(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    """Acts to come, asked for, promised, refused or ended take the type that PLOVER's manual gives them."""
    assert types(code(coder, text)) == expected


def test_a_denied_act_is_negated_and_its_denier_the_source(coder: hearsay.Coder) -> None:
    """ "denied that" keeps the act, with status negated and the denier as source; denying is no event of its own."""
    (event,) = code(coder, "Iran denied that its troops attacked the Turkish town.").events
    assert (event.event, event.mentions[0].status) == ("ASSAULT", "negated")
    assert [s.name for s in event.mentions[0].sources] == ["Iran"]


def test_a_speech_act_in_the_words_themselves_is_not_vouched_for_by_its_speaker(coder: hearsay.Coder) -> None:
    """Who condemns by saying so is the actor, not the source (GUIDELINES, "According to whom")."""
    coding = code(coder, '"We condemn the attack on Israel," French President Emmanuel Macron said.')
    accusation = next(e for e in coding.events if e.event == "ACCUSE")
    assert [a.name for a in accusation.actor] == ["Emmanuel Macron"]
    assert accusation.mentions[0].sources == ()


def test_what_is_agreed_is_not_done_though_the_day_stands_between(coder: hearsay.Coder) -> None:
    """ "Agreed on Friday to restore ties" is an agreement, and its topic is no second event."""
    events = code(coder, "Iran agreed on Friday to restore diplomatic relations with Turkey.").events
    assert [short(e) for e in events] == [("AGREE", {"IRN"}, {"TUR"}, "actual")]


def test_the_verb_s_form_outweighs_a_wrong_label_of_its_subject(coder: hearsay.Coder) -> None:
    """ "Had spoken with" is active: the one who speaks takes part."""
    text = "The Kremlin said Putin had spoken by phone with the leaders of Belarus and Kazakhstan."
    events = code(coder, text).events
    assert [short(e)[:2] for e in events] == [("CONSULT", {"RUS", "BLR", "KAZ"})]


@pytest.mark.parametrize(
    "text",
    [
        "Russia threatened no one.",
        "No one was arrested by Iranian police.",
        "None of the soldiers attacked the protesters.",
        "Israel killed no civilians in Gaza.",
    ],
)
def test_what_nobody_did_or_suffered_did_not_happen(coder: hearsay.Coder, text: str) -> None:
    """A negative subject or object negates the act as "not" does."""
    assert [e.mentions[0].status for e in code(coder, text).events] == ["negated"]
