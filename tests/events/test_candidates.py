"""Invariants of coding: pure, in text order, spans and participants that the article holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events import Lexicon, code_events
from hearsay.events.coding import find_candidates
from hearsay.ingest import make_document
from hearsay.reading.reader import NeuralReader
from hearsay.world import World

SENTENCES = (
    "Iran condemned the Israeli attack on Gaza.",
    "The rebels released five hostages, officials said.",
    '"We will not negotiate with them," President Emmanuel Macron said.',
    "Turkey and Syria agreed to a ceasefire after talks in Geneva.",
    "Police arrested dozens of protesters who blocked roads in Lagos.",
    "It may not rain.",
    "!!! ...",
)


@pytest.fixture(scope="module")
def reader() -> NeuralReader:
    return NeuralReader.load()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_coding_is_pure_and_its_candidates_lie_in_the_text(reader: NeuralReader, sentences: list[str]) -> None:
    """Twice the same article gives the same events; triggers come in text order and inside their clause's sentence."""
    world, lexicon = World.default(), Lexicon.default()
    reading = reader.read(make_document(" ".join(sentences), id="d", published="2024-07-15"))
    cast = find_cast(reading, world)
    attribution = attribute(reading, cast, world)
    candidates = find_candidates(reading, cast, attribution, world, lexicon)
    assert [c.trigger for c in candidates] == sorted(c.trigger for c in candidates)
    for candidate in candidates:
        assert candidate.first <= candidate.trigger <= candidate.last
        assert reading.sentence_of(candidate.trigger) == reading.sentence_of(candidate.clause)
        assert 0 < candidate.confidence <= 1
        assert candidate.rule in lexicon.entries or candidate.rule == "obligation"
    first = code_events(reading, cast, attribution, world, lexicon)
    assert first == code_events(reading, cast, attribution, world, lexicon)
    assert sum(len(e.mentions) for e in first) == len(candidates)


def test_the_same_event_in_a_longer_text_keeps_its_words(reader: NeuralReader) -> None:
    """A mention quotes its trigger and sentence from the article."""
    text = "Iran condemned the Israeli attack on Gaza."
    world = World.default()
    reading = reader.read(make_document(text, id="d"))
    cast = find_cast(reading, world)
    events = code_events(reading, cast, attribute(reading, cast, world), world, Lexicon.default())
    assert [(e.event, m.trigger_text, m.sentence_text) for e in events for m in e.mentions] == [
        ("ACCUSE", "condemned", text),
        ("ASSAULT", "attack", text),
    ]
