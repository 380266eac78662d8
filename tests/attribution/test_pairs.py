"""Minimal pairs by phenomenon, read by the reader itself: one word changes and the status with it."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.accuracy.probes import chains, measure, probes
from hearsay import Coder

PHENOMENA = {
    "tense", "modality", "conditionals", "negation", "implicatives", "denial", "questions", "counterfactuals",
    "generics", "nominal operators", "plans", "rumours", "chains", "per",
}  # fmt: skip


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[int, int, list[str]]]:
    return measure(Coder(), probes())


def test_there_are_three_hundred_probes_and_none_twice() -> None:
    found = list(probes())
    assert len(found) >= 300
    assert max(Counter((p.text, p.word) for p in found).values()) == 1
    assert {p.phenomenon for p in found} == PHENOMENA | {"single constructions"}


def test_nearly_all_words_stand_as_their_sentences_say(measured: dict[str, tuple[int, int, list[str]]]) -> None:
    right, of = sum(r for r, _, _ in measured.values()), sum(n for _, n, _ in measured.values())
    assert right / of >= 0.95, [line for _, _, wrong in measured.values() for line in wrong]


def test_no_phenomenon_is_left_out(measured: dict[str, tuple[int, int, list[str]]]) -> None:
    assert {name: wrong for name, (right, of, wrong) in measured.items() if right / of < 0.85} == {}


def test_whole_chains_stand_as_their_sentences_say() -> None:
    asking = list(chains())
    found = measure(Coder(), asking)
    assert len(asking) >= 80
    assert max(Counter((p.text, p.word) for p in asking).values()) == 1
    right, of = sum(r for r, _, _ in found.values()), sum(n for _, n, _ in found.values())
    assert right / of >= 0.95, [line for _, _, wrong in found.values() for line in wrong]
