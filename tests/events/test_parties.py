"""Who takes part where the clause names him out of his usual place."""

from __future__ import annotations

from pathlib import Path

import pytest

import hearsay

_TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "parties.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
][1:]

_CASES = [
    ("Kenyan police used tear gas against protesters.", "ASSAULT", ["KEN"], ["KEN"]),
    ("Iran threatened to hold a strike unless Israel left the town.", "THREATEN", ["IRN"], ["ISR"]),
    ("The journalist was barred from entering Israel.", "REJECT", ["ISR"], None),
    ("Japan pledged $200 million in aid to Jordan.", "AGREE", ["JPN"], ["JOR"]),
    ("The minister was prevented from boarding a jet to Rome by British Airways.", "COERCE", ["GBR"], None),
    ("The Afghan Taliban claimed responsibility for a raid.", "ASSAULT", ["AFG"], []),
    ("Iranian workers went on strike against pension reform.", "PROTEST", ["IRN"], []),
    ("Iran described Turkey as a dictatorship.", "ACCUSE", ["IRN"], ["TUR"]),
    ("India has revoked the special status of Kashmir.", "COERCE", ["IND"], None),
    ("Park vowed to make North Korea pay.", "THREATEN", [None], ["PRK"]),
    ("Ghana says it is ready to withdraw its soldiers from Togo.", "AGREE", ["GHA"], ["TGO"]),
    ("Japan protested to China over the entry of two ships into its waters.", "ACCUSE", ["JPN"], ["CHN"]),
    ("Turkey and Qatar joined Jordan in urging Israel to halt the strikes.", "REQUEST", ["TUR", "QAT", "JOR"], ["ISR"]),
    ("Chad, along with its neighbours Niger and Mali, accused France of theft.", "ACCUSE", ["TCD", "NER", "MLI"], None),
    ("Bulgaria, together with Romania, demanded that Austria lift its veto.", "REQUEST", ["BGR", "ROU"], ["AUT"]),
    ("Bulgaria, along with its partners, asked Austria to lift its veto.", "REQUEST", ["BGR"], ["AUT"]),
    (
        "Kenyan forces accused Ugandan troops of looting and the Rwandan government of starving civilians.",
        "ACCUSE",
        ["KEN"],
        ["UGA", "RWA"],
    ),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), _CASES)
def test_the_parties_are_found(
    text: str, event: str, actor: list[str | None], recipient: list[str | None] | None
) -> None:
    events = hearsay.code(text, published="2016-09-07").events
    assert [e.event for e in events] == [event]
    assert [a.country for a in events[0].actor] == actor
    if recipient is not None:
        assert [a.country for a in events[0].recipient] == recipient


def test_a_relative_clause_has_its_own_doer() -> None:
    text = "Ecuador's Congress impeached President Guillermo Lasso, whom lawmakers accused of embezzlement."
    events = hearsay.code(text, published="2023-05-09").events
    assert "lawmakers" in {a.name for e in events for a in e.actor}


def test_who_stands_behind_the_arrest_that_is_condemned() -> None:
    text = "Brazil joined Argentina in condemning the arrest of the Bolivian senator by military police."
    events = hearsay.code(text, published="2016-09-07").events
    told = {e.event: ([a.name for a in e.actor], [a.name for a in e.recipient]) for e in events}
    assert told["COERCE"] == (["military police"], ["Bolivian senator"])
    assert told["ACCUSE"][0] == ["Brazil", "Argentina"]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), _TABLE)
def test_the_parties_of_the_table_are_found(
    coder: hearsay.Coder, text: str, event: str, actor: str, recipient: str
) -> None:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-11-20", outlet="Reuters"))
    told = {
        (e.event, " ".join(str(a.country) for a in e.actor), " ".join(str(a.country) for a in e.recipient))
        for e in coding.events
    }
    assert (event, actor, recipient) in told


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("North Korea carried out a nuclear test on Friday. Japan condemned Friday's test.", ["PRK"]),
        ("Egypt withdrew its troops from Yemen on Monday. Saudi Arabia criticised the withdrawal.", ["EGY"]),
        ("Saudi Arabia executed 12 men. Germany condemned the executions. Sweden criticised the move.", ["SAU"]),
    ],
)
def test_who_is_blamed_is_who_did_what_is_blamed(coder: hearsay.Coder, text: str, recipient: list[str]) -> None:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-11-20", outlet="Reuters"))
    blamed = [e for e in coding.events if e.event == "ACCUSE"]
    assert [[a.country for a in e.recipient] for e in blamed] == [recipient] * len(blamed) != []


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        (
            "Chilean prosecutors charged two officers, Ariel Quiroga and Luis Soto, with fraud.",
            "ACCUSE",
            ["Chilean prosecutors"],
            ["Ariel Quiroga", "Luis Soto"],
        ),
        (
            "The three countries, Mali, Niger and Burkina Faso, accused France of arming rebels.",
            "ACCUSE",
            ["Mali", "Niger", "Burkina Faso"],
            ["France"],
        ),
        (
            "Egypt warned its neighbours Libya and Sudan against sheltering the group.",
            "THREATEN",
            ["Egypt"],
            ["Libya", "Sudan"],
        ),
    ],
)
def test_several_are_who_they_are_said_to_be(
    coder: hearsay.Coder, text: str, event: str, actor: list[str], recipient: list[str]
) -> None:
    coding = coder.code(hearsay.make_document(text, id="d", published="2024-11-20", outlet="Reuters"))
    told = [(e.event, [a.name for a in e.actor], [a.name for a in e.recipient]) for e in coding.events]
    assert told == [(event, actor, recipient)]
