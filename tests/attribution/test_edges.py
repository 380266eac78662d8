"""Where reported words begin and end, and whose they are, when the tree or the marks lead astray."""

from __future__ import annotations

import pytest

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.world import World
from tests.attribution.conftest import blocks, reading_of

EDGES = {says["article"]: (says["text"], rows) for says, rows in blocks("edges.conllu", "article")}
EXPECTED = {
    "title": [("The author", "said", "the dam was unsafe", "")],
    "after-colon": [("she", "said", "“Nobody will pay for this,”", "")],
    "ended": [("the army", "said", "Troops will answer any raid “with full force”", "")],
    "parted": [("Petrov, one of the founders", "then said", "the party was finished", "")],
    "counted": [("one of the miners", "said", "“We walked for days,”", "")],
    "opened": [("Keller", "Said", "“We have lost.”", "")],
    "both-said": [("He", "saying", "the bridge was safe", ""), ("He", "warning", "the road was mined", "")],
    "own-belief": [("Officials", "said", "they believe the rebels left", "")],
    "weekday": [("The navy", "said", "its boats had left", "")],
    "listeners": [("Captain Diaz", "told", "“We hold the hill,”", "")],
    "named-listener": [("Captain Diaz", "told", "“We hold the hill,”", "Reuters")],
    "only-seems": [("She", "admit", "the vote was rigged", "")],
    "held": [(None, "is seen", "The treaty … as a threat", "")],
    "described": [("Police", "said", "the bomb killed Reza Karimi", "")],
    "before-speaker": [("the premier", "said", "“We made a promise. … “Nobody will stop us,”", "")],
    "goes-on": [("the pilot", "said", "“We leave at dawn,” … “The weather is good.”", "")],
    "imagined": [("He", "agreed", "a president should say that the war is lost", "")],
    "label-in-quotes": [("KELLER", ":", "We lost the vote.", "")],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_reported_words_end_where_they_should(name: str, world: World) -> None:
    reading = reading_of(*EDGES[name], name)
    reports = attribute(reading, find_cast(reading, world), world).reports
    found = [
        (r.source_text, " ".join(r.cue_text), " … ".join(r.content_text), "|".join(v.name or "" for v in r.via))
        for r in reports
    ]
    assert found == EXPECTED[name]


def test_every_written_edge_is_asked_about() -> None:
    assert list(EDGES) == list(EXPECTED)
