"""What the article commits itself to, word by word: who vouches for a stretch of text, and how firmly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hearsay.records import Note, Report, Source, Status


@dataclass(frozen=True, slots=True)
class Stance:
    """How the article stands to what a word tells.

    ``sources`` is the chain beside the outlet, outermost first; ``()`` means the outlet itself vouches.
    ``speakers`` gives, link by link, the index of the source in ``Cast.members`` (None when not in the cast):
    a speech act done *by* the last speaker in these very words is vouched for by the links before
    (GUIDELINES, "According to whom").
    """

    status: Status = "actual"
    sources: tuple[Source, ...] = ()
    speakers: tuple[int | None, ...] = ()
    steps: tuple[str, ...] = ()
    """Each operator passed on the way down, in plain words: "said -> reported by IRNA", "could -> possible"."""


@dataclass(frozen=True)
class Attribution:
    """All reports of an article and the stance at each of its words.

    ``stance(word)`` is asked for an event's trigger. Operators strictly above the trigger and its own
    auxiliaries, negation and modality count; the trigger's effect on *its* complement does not.
    """

    reports: tuple[Report, ...]
    stance: Callable[[int], Stance]
    notes: tuple[Note, ...] = ()
