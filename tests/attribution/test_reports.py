"""Reports of every kind, whole."""

from __future__ import annotations

import pytest

from hearsay.attribution import Attribution
from hearsay.reading.tree import Reading
from hearsay.records import Coding

Articles = dict[str, tuple[Reading, Attribution]]

EXPECTED: dict[str, list[tuple[str | None, str, tuple[str, ...], str, str]]] = {
    "direct": [("Maria Lopez", "said", ('"We want peace,"', '"We will not give up."'), "direct", "assertion")],
    "inverted": [("Jon Berg, a police spokesman", "said", ('"The bridge is closed,"',), "direct", "assertion")],
    "mixed": [
        ("The minister", "called", ('the raid "a grave mistake"',), "mixed", "assertion"),
        ("The minister", "said", ('the army "must leave the city"',), "mixed", "assertion"),
    ],
    "indirect": [("The mayor", "said", ("ten people died in the fire",), "indirect", "assertion")],
    "according": [("the governor", "according to", ("Rebels hold the port",), "indirect", "assertion")],
    "parenthetical": [("the governor", "said", ("The port", "is in rebel hands"), "indirect", "assertion")],
    "colon": [("The general", "blunt", ('"Nobody will pass this bridge."',), "direct", "assertion")],
    "paragraphs": [
        ("Anna Weber", "said", ('"The harvest is lost,"',), "direct", "assertion"),
        ("she", "added", ('"We have no seed left.', '"We need help now,"'), "direct", "assertion"),
    ],
    "block": [
        (
            "the envoy",
            "said",
            ("We made good progress today.", "All sides want the guns to fall silent."),
            "direct",
            "assertion",
        )
    ],
    "resumed": [
        ("Paul Meyer", "described", ("the night",), "indirect", "assertion"),
        ("Paul Meyer", "", ('"The walls shook and the lights went out."',), "direct", "assertion"),
    ],
    "praise": [("The president", "thanked", ("the sailors for their courage",), "indirect", "assertion")],
    "demand": [("The union", "called for", ("new elections",), "indirect", "demand")],
    "belief": [("Analysts", "believe", ("the deal will fail",), "indirect", "belief")],
    "noun": [("Officials", "rejected", ("claims that the vote was rigged",), "indirect", "denial")],
    "passive": [(None, "are believed", ("The rebels", "to hold the airport"), "indirect", "belief")],
    "adding": [
        ("The judge", "said", ("the trial would go on",), "indirect", "assertion"),
        ("The judge", "adding", ("the court had all the evidence",), "indirect", "assertion"),
    ],
    "scare": [],
    "label": [("Marco Silva", ":", ("the city needs a new bridge",), "indirect", "assertion")],
    "self": [("the general", "said", ('"I think the war is over,"',), "direct", "assertion")],
    "clear": [("The president", "made clear", ("he would stay",), "indirect", "assertion")],
    "eager": [("The prime minister", "is eager", ("to sign the deal",), "indirect", "belief")],
    "feeling": [("His campaign", "hopes", ("to win the north",), "indirect", "belief")],
    "poll": [("One poll", "shows", ("Cruz 16 points ahead of Trump",), "indirect", "assertion")],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_report_has_its_source_cue_and_content(name: str, articles: Articles) -> None:
    _, attribution = articles[name]
    found = [(r.source_text, " ".join(r.cue_text), r.content_text, r.kind, r.cue_class) for r in attribution.reports]
    assert found == EXPECTED[name]


def test_ids_count_in_text_order_and_spans_quote_the_text(articles: Articles) -> None:
    for name, (reading, attribution) in articles.items():
        Coding(document=reading.document, reports=attribution.reports).check()
        assert [r.id for r in attribution.reports] == [f"{name}#r{i + 1}" for i in range(len(attribution.reports))]


def test_a_negated_report_says_so(articles: Articles) -> None:
    assert [(r.negated, r.cue_text) for r in articles["negated"][1].reports] == [(True, ("did not say",))]
    assert [r.negated for r in articles["indirect"][1].reports] == [False]


def test_a_pronoun_speaks_for_the_person_it_stands_for(articles: Articles) -> None:
    _, last = articles["paragraphs"][1].reports
    assert last.source is not None
    assert (last.source.name, last.source_text) == ("Anna Weber", "she")
