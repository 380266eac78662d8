"""What PLOVER codes takes an actor who has or seeks power; words among others are coded in political texts."""

from __future__ import annotations

import hearsay

_FILLER = "The garden has long paths, old trees and a small pond with fish that the children like to feed. "


def _types(text: str) -> list[str]:
    return [event.event for event in hearsay.code(text, published="2024-07-15").events]


def test_private_praise_in_a_long_text_is_no_event() -> None:
    assert _types(_FILLER * 12 + "A German teacher praised a French actress.") == []


def test_a_government_makes_the_same_praise_an_event() -> None:
    assert _types(_FILLER * 12 + "The German government praised a French actress.") == ["SUPPORT"]


def test_a_short_text_is_believed() -> None:
    assert _types("A German teacher praised a French actress.") == ["SUPPORT"]
