"""Every lexicon entry is coded from its own example sentence, read by the packaged reader."""

from __future__ import annotations

from collections import defaultdict

import pytest

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events.coding import find_candidates
from hearsay.events.lexicon import Entry, Lexicon
from hearsay.ingest import make_document
from hearsay.reading.reader import NeuralReader
from hearsay.records import EventType
from hearsay.world import World

TOGETHER = 40
"""Examples read as one document, a paragraph each."""
LEAST = 0.9
"""Share of a type's examples that must be coded as that type: short sentences are hard on the reader, and a new
reader's mistakes should not stop work on the lexicon."""


def missed(entries: list[Entry], reader: NeuralReader, world: World) -> list[str]:
    """Entries whose example gives no event of the entry's type."""
    text = "\n\n".join(e.example or "" for e in entries)
    reading = reader.read(make_document(text, id="examples"))
    cast = find_cast(reading, world)
    coded = find_candidates(reading, cast, attribute(reading, cast, world), world, Lexicon.default())
    found, begin = [], 0
    for entry in entries:
        end = begin + len(entry.example or "")
        types = {c.event for c in coded if begin <= reading.words[c.trigger].begin < end}
        if entry.event not in types:
            found.append(f"{entry.id}: {entry.example} -> {sorted(types)}")
        begin = end + 2
    return found


@pytest.fixture(scope="module")
def failures() -> dict[str, list[str]]:
    world, reader = World.default(), NeuralReader.load()
    entries = [e for e in Lexicon.default().entries.values() if e.event and e.example]
    result: dict[str, list[str]] = defaultdict(list)
    for begin in range(0, len(entries), TOGETHER):
        part = entries[begin : begin + TOGETHER]
        for line in missed(part, reader, world):
            result[str(Lexicon.default().entries[line.partition(":")[0]].event)].append(line)
    return result


@pytest.mark.parametrize("event", EventType.__args__)
def test_examples_of_a_type_are_coded_as_that_type(event: str, failures: dict[str, list[str]]) -> None:
    """The examples that fail are listed; they may be a tenth."""
    entries = [e for e in Lexicon.default().entries.values() if e.event == event and e.example]
    assert len(failures[event]) <= (1 - LEAST) * len(entries), "\n".join(failures[event])
