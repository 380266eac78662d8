"""Every "potential ambiguity" that PLOVER's manual settles, type by type, as a sentence of its own."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Event

Expected = set[tuple[str, str]]
"""(type, mode) of all events of the sentence; "" without a mode."""


def events(coder: hearsay.Coder, text: str) -> tuple[Event, ...]:
    return coder.code(hearsay.make_document(text, id="d", published="2024-07-17")).events


def countries(event: Event) -> tuple[set[str | None], set[str | None]]:
    return {a.country for a in event.actor}, {a.country for a in event.recipient}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # AGREE: future cooperation is AGREE alone; future RETREAT and CONCEDE are not.
        ("Russia and the United States will sign an agreement on nuclear weapons.", {("AGREE", "")}),
        ("Israel will withdraw its troops from Lebanon next month.", {("CONCEDE", "")}),
        ("Egypt will ease the restrictions on the opposition next month.", {("CONCEDE", "")}),
        # CONSULT: meetings to come are AGREE; an ambassador called in is told off, not met.
        ("Iran's foreign minister will meet Turkey's president in Ankara on Friday.", {("AGREE", "")}),
        (
            "France summoned the Iranian ambassador over the arrest of a journalist.",
            {("ACCUSE", "disapprove"), ("COERCE", "arrest")},
        ),
        # SUPPORT: verbal only; pardons and regret are CONCEDE, promises to ratify AGREE, joint defence COOPERATE.
        ("Kenya pardoned ten Ugandan prisoners.", {("CONCEDE", "")}),
        ("Kenya released ten Ugandan prisoners.", {("RETREAT", "release")}),
        ("Iran and Iraq exchanged prisoners on Monday.", {("RETREAT", "release")}),
        ("Japan expressed regret over the deaths of South Korean workers.", {("CONCEDE", "")}),
        ("Turkey promised to ratify the treaty with Armenia.", {("AGREE", "")}),
        ("Turkey ratified the treaty with Armenia.", {("SUPPORT", "")}),
        ("India and Japan held joint military exercises.", {("COOPERATE", "")}),
        # CONCEDE: amnesties, acquittals, apologies; announced retreats.
        ("Egypt granted an amnesty to opposition activists.", {("CONCEDE", "")}),
        ("A Turkish court acquitted the Kurdish politician.", {("CONCEDE", "")}),
        ("Japan apologised to South Korea for the occupation.", {("CONCEDE", "")}),
        ("Israel announced it would withdraw its troops from Lebanon.", {("CONCEDE", "")}),
        # COOPERATE and AID: who benefits; agreement to cooperate and promises of aid are AGREE.
        ("France provided military aid to Ukraine.", {("AID", "")}),
        ("France and Germany agreed to cooperate on energy.", {("AGREE", "")}),
        ("Germany promised to send aid to Ukraine.", {("AGREE", "")}),
        ("Germany paid reparations to Namibia.", {("AID", "")}),
        (
            "A French court ordered the Syrian government to pay damages to the family of the journalist.",
            {("SANCTION", "convict")},
        ),
        ("The Paris Club forgave Nigeria's debt.", {("AID", "")}),
        ("Pakistan's military rescued ten hostages near the Afghan border.", {("AID", "")}),
        ("Spanish police freed ten human trafficking victims during an operation in Barcelona.", {("AID", "")}),
        # RETREAT: access and resignations.
        ("The Somali government granted humanitarian workers access to the town.", {("RETREAT", "access")}),
        ("The Ukrainian defence minister resigned on Tuesday.", {("RETREAT", "resign")}),
        # REQUEST: verbal only; withdrawing a demand is CONCEDE; calls for a dismissal are of mode change.
        ("Thousands of Greek workers demonstrated in Athens to demand higher wages.", {("PROTEST", "demo")}),
        ("Iran withdrew its demand for compensation from Iraq.", {("CONCEDE", "")}),
        ("The Turkish opposition called for the dismissal of the interior minister.", {("REQUEST", "change")}),
        # ACCUSE: diplomatic and online protests; an allegation that a court has proven is not coded.
        ("Canada lodged a diplomatic protest with China over human rights.", {("ACCUSE", "disapprove")}),
        ("Iranian opposition leaders protested against the government on Twitter.", {("ACCUSE", "disapprove")}),
        ("Ukraine accused Russia of spreading disinformation about the election.", {("ACCUSE", "allege")}),
        ("A Russian court convicted Alexei Navalny, who was accused of fraud.", {("SANCTION", "convict")}),
        # REJECT: barring is REJECT, withdrawn assistance SANCTION, expelling a group from a country COERCE.
        ("The United States withdrew military aid to Egypt.", {("SANCTION", "withdraw")}),
        ("Hungary barred the human rights group from entering the country.", {("REJECT", "")}),
        ("Hungary expelled the human rights group from the country.", {("COERCE", "deport")}),
        # THREATEN: an arrest in absentia.
        (
            "A Turkish court issued an arrest warrant in absentia for the exiled cleric.",
            {("THREATEN", "arrest")},
        ),
        # PROTEST: what moved the protesters is coded when it happened, what they ask for is not.
        (
            "Villagers in Peru marched to protest the arrest of their mayor.",
            {("PROTEST", "demo"), ("COERCE", "arrest")},
        ),
        # SANCTION: prison makes a COERCE; deported persons are COERCE, diplomats SANCTION; cancelled meetings REJECT.
        (
            "A Russian court convicted the journalist of spying and jailed him for ten years.",
            {("SANCTION", "convict"), ("COERCE", "arrest")},
        ),
        ("France deported two Algerian imams.", {("COERCE", "deport")}),
        ("Iran expelled the British ambassador.", {("SANCTION", "expel")}),
        ("Iran cancelled a meeting with Saudi Arabia.", {("REJECT", "meet")}),
        # MOBILIZE: alone it is no COOPERATE, before an attack no event, for relief AID, of ships weapons.
        ("North Korea held military exercises near the border.", {("MOBILIZE", "troops")}),
        (
            "Opposition leaders in Kenya mobilized supporters to demonstrate against the government.",
            {("PROTEST", "demo")},
        ),
        ("Army units were activated and returned fire on the rebels in Mali.", {("ASSAULT", "firearms")}),
        ("India deployed soldiers to help flood victims in Kerala.", {("AID", "")}),
        ("China deployed warships near Taiwan.", {("MOBILIZE", "weapons")}),
        ("China deployed 5,000 troops near the border with India.", {("MOBILIZE", "troops")}),
        # COERCE: misinformation done; prisoners of war are abducted; emergencies only where they repress.
        ("Russia spread disinformation about the Ukrainian election.", {("COERCE", "misinformation")}),
        ("Russian hackers attacked the website of the Estonian government.", {("COERCE", "cyber")}),
        ("Ukrainian forces captured ten Russian soldiers near Bakhmut.", {("ASSAULT", "abduct")}),
        ("Police in Turkey arrested ten Kurdish activists.", {("COERCE", "arrest")}),
        ("The Philippine government declared a state of emergency after the typhoon.", set()),
        ("The Philippine government declared a state of emergency to stop the protests.", {("COERCE", "martial-law")}),
        # ASSAULT: how it was done.
        ("Kenyan police beat protesters in Nairobi.", {("ASSAULT", "beat")}),
        ("Police in Kenya punched and kicked a protester.", {("ASSAULT", "beat")}),
        ("Police in Kenya beat protesters with clubs.", {("ASSAULT", "beat primitive")}),
        ("A man attacked two Israeli soldiers with a knife.", {("ASSAULT", "primitive")}),
        ("Police in Georgia fired tear gas at protesters.", {("ASSAULT", "crowd-control")}),
        ("Police in Georgia pushed back protesters.", {("COERCE", "restrict")}),
        ("Russian troops destroyed the bridge in Kherson.", {("ASSAULT", "destroy")}),
    ],
)
def test_the_manual_s_distinctions_are_kept(coder: hearsay.Coder, text: str, expected: Expected) -> None:
    assert {(e.event, " ".join(sorted(e.mode))) for e in events(coder, text)} == expected


def test_who_is_driven_to_flee_is_expelled_by_the_cause(coder: hearsay.Coder) -> None:
    """SANCTION expel with the causative agent as actor, not RETREAT by those who flee."""
    expelled = [e for e in events(coder, "Syrian refugees fled the Turkish offensive.") if e.event == "SANCTION"]
    assert [(e.mode, countries(e)) for e in expelled] == [(("expel",), ({"TUR"}, {"SYR"}))]


def test_a_party_that_calls_for_an_end_of_its_war_agrees(coder: hearsay.Coder) -> None:
    """Others who call for it make a REQUEST."""
    own = events(coder, "Sudan's government called for an end to its war with the rebels.")
    assert (own[0].event, countries(own[0])[0]) == ("AGREE", {"SDN"})
    other = events(coder, "France called for an end to the war between Sudan and Chad.")
    assert (other[0].event, other[0].mode, countries(other[0])[0]) == ("REQUEST", ("yield",), {"FRA"})


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Russia spread disinformation about the Ukrainian election.", "misinformation"),
        ("Russian hackers attacked the website of the Estonian government.", "cyber"),
        ("Ukraine accused Russia of spreading disinformation.", "misinformation"),
    ],
)
def test_cyber_and_misinformation_are_contexts_too(coder: hearsay.Coder, text: str, context: str) -> None:
    """The context stands beside the mode, and with other types about the same."""
    assert context in events(coder, text)[0].context
