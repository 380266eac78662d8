"""Every lexicon entry is coded from its own example sentence, read by the packaged reader."""

from __future__ import annotations

import pytest

from hearsay.events.lexicon import Lexicon
from hearsay.lexicon import check
from hearsay.lexicon.checking import Finding
from hearsay.records import EventType


@pytest.fixture(scope="module")
def errors() -> list[Finding]:
    return [finding for finding in check() if finding.level == "error"]


def test_every_example_of_the_packaged_lexicon_yields_its_event(errors: list[Finding]) -> None:
    assert [str(error) for error in errors] == []


@pytest.mark.parametrize("event", EventType.__args__)  # type: ignore[attr-defined]
def test_every_type_has_examples(event: str) -> None:
    assert sum(e.event == event and e.example is not None for e in Lexicon.default().entries.values()) >= 20
