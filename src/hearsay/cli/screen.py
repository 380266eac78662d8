"""What the terminal can show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """Width in characters and whether there are colours: worker processes cannot ask the terminal themselves."""

    width: int
    colour: bool
