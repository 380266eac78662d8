"""One coded mention before merging: what the lexicon found at one trigger word."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.attribution.stance import Stance
from hearsay.records import Actor, EventType, Number, Place, Span


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role of the event, with the words that fill the role."""

    actor: Actor
    member: int | None
    """Index in ``Cast.members``; None for a described participant that is no cast member."""
    first: int
    last: int
    """Words of its span, inclusive."""


@dataclass(frozen=True, slots=True)
class When:
    date: str | None = None
    precision: str = "unknown"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with its type and participants.

    ``first``/``last`` are the words of the trigger span (a verb and its particle when adjacent).
    ``clause`` is the head word of the clause in which participants, place, date and numbers are looked for.
    """

    trigger: int
    first: int
    last: int
    event: EventType
    mode: tuple[str, ...]
    cameo: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    stance: Stance
    clause: int
    rule: str
    path: tuple[str, ...]
    confidence: float
    doubts: tuple[str, ...] = ()
    """What speaks against its being an act at all (:mod:`hearsay.events.doubts`)."""
    context: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    place: Place | None = None
    numbers: tuple[Number, ...] = ()
