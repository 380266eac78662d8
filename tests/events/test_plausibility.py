"""Words of force and help that are used where nothing of the kind is done."""

from __future__ import annotations

import pytest

import hearsay


@pytest.fixture(scope="module")
def coder() -> hearsay.Coder:
    return hearsay.Coder()


def types(coder: hearsay.Coder, text: str) -> set[str]:
    return {e.event for e in coder.code(hearsay.make_document(text, id="d", published="2016-09-07")).events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump attacked Hillary Clinton.", {"ACCUSE"}),
        ("Israel attacked Iran.", {"ASSAULT"}),
        ("Hillary Clinton held a rally in Cleveland.", set()),
        ("Students held a rally against the government in Cairo.", {"PROTEST"}),
        ("The law would help people save money.", set()),
        ("Germany would help Turkey.", {"AGREE"}),
        ("Angela Merkel occupies a key position in Berlin.", set()),
        ("Israel occupied the Egyptian town.", {"ASSAULT"}),
    ],
)
def test_a_word_of_force_or_help_is_what_it_is_used_for(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    assert types(coder, text) == expected
