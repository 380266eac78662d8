"""The standing of one word a sentence, phenomenon by phenomenon."""

from __future__ import annotations

import pytest

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.world import World
from tests.attribution.conftest import blocks, reading_of

PROBES = list(blocks("probes.conllu", "phenomenon"))


@pytest.mark.parametrize(("says", "rows"), PROBES, ids=[says["phenomenon"] for says, _ in PROBES])
def test_a_word_stands_as_its_sentence_says(says: dict[str, str], rows: str, world: World) -> None:
    reading = reading_of(says["text"], rows)
    word = next(w for w in reading.words if w.text == says["word"])
    stance = attribute(reading, find_cast(reading, world), world).stance(word.index)
    names = "|".join((s.name or "?").split()[-1] for s in stance.sources)
    assert (stance.status, names) == (says["status"], says["source"]), stance.steps


def test_there_is_a_probe_for_every_status() -> None:
    assert {says["status"] for says, _ in PROBES} == {"actual", "planned", "possible", "negated"}
    assert len({says["phenomenon"] for says, _ in PROBES}) == len(PROBES)


def test_each_step_down_the_tree_is_told_in_plain_words(world: World) -> None:
    says, rows = next(p for p in PROBES if p[0]["phenomenon"] == "nested")
    reading = reading_of(says["text"], rows)
    word = next(w for w in reading.words if w.text == "shelled")
    stance = attribute(reading, find_cast(reading, world), world).stance(word.index)
    assert stance.steps == ("denied -> told by minister", "denied -> negated")
    assert len(stance.speakers) == len(stance.sources) == 2
