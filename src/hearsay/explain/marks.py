"""Spans of several kinds laid over a stretch of text, cut where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from hearsay.records import Span

Role = Literal["trigger", "actor", "recipient", "source", "date", "place", "number"]
ORDER: tuple[Role, ...] = ("trigger", "actor", "recipient", "source", "place", "date", "number")
"""Where spans overlap, the first of these is shown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the part it plays, and the number of the event it belongs to."""

    role: Role
    span: Span
    event: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks. ``last`` is true where its foremost mark ends."""

    text: str
    marks: tuple[Mark, ...]
    last: bool

    @property
    def mark(self) -> Mark | None:
        """The foremost mark."""
        return self.marks[0] if self.marks else None


def pieces(text: str, window: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """``text[window]`` in pieces: put together they are that text again, whatever the marks."""
    begin, end = window
    inside = sorted(
        {m for m in marks if m.span[0] < end and m.span[1] > begin},
        key=lambda m: (ORDER.index(m.role), m.span, m.event),
    )
    cuts = {begin, end}
    for mark in inside:
        cuts.update((max(mark.span[0], begin), min(mark.span[1], end)))
    places = sorted(cuts)
    made = []
    for left, right in pairwise(places):
        over = tuple(m for m in inside if m.span[0] <= left and m.span[1] >= right)
        made.append(Piece(text[left:right], over, bool(over) and min(over[0].span[1], end) == right))
    return tuple(made)
