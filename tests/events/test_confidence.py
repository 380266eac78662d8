"""Confidence: a fitted probability, the same for the same coding, higher where more is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay import Coder, Event, make_document
from hearsay.events.confidence import features, probability
from hearsay.events.tables import read_table


def event(coder: Coder, text: str) -> Event:
    return coder.code(make_document(text, id="d", published="2024-07-17")).events[0]


def test_an_event_is_as_sure_as_its_best_mention(coder: Coder) -> None:
    found = event(coder, "Iran condemned Turkey. Iran condemned Turkey again, the agency IRNA said.")
    assert found.confidence == max(m.confidence for m in found.mentions)


def test_known_sides_make_a_coding_surer_than_unknown_ones(coder: Coder) -> None:
    known = event(coder, "Iran condemned Turkey.")
    unknown = event(coder, "The minister condemned the company.")
    assert 0 < unknown.confidence < known.confidence < 1


def test_every_feature_has_a_weight_and_every_weight_a_feature(coder: Coder) -> None:
    reading = coder.read(make_document("Iran condemned Turkey.", id="d"))
    begins = {word.begin: word for word in reading.words}
    told = event(coder, "Iran condemned Turkey.")
    found = features(reading, begins, coder.lexicon, told, told.mentions[0])
    assert set(found) == {row["feature"] for row in read_table("confidence.tsv")}


@given(st.dictionaries(st.sampled_from(["one", "prior", "both sides", "no actor"]), st.floats(-10, 10)))
def test_a_probability_lies_between_0_and_1(found: dict[str, float]) -> None:
    assert 0 <= probability(found) <= 1
