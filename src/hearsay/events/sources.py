"""Who vouches for a coded mention: the stance's chain, without a speaker who performs the act by saying so."""

from __future__ import annotations

from dataclasses import replace

from hearsay.attribution.stance import Stance
from hearsay.events.candidate import Participant
from hearsay.events.matching import Match
from hearsay.reading.tree import Reading
from hearsay.records import EventType

VERBAL = frozenset(["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])


def is_speaker(stance: Stance, participants: list[Participant]) -> bool:
    """True when the innermost speaker of the words is one of these participants."""
    if not stance.sources:
        return False
    member = stance.speakers[-1] if stance.speakers else None
    last = stance.sources[-1]
    return any(
        (member is not None and p.member == member) or (p.actor.name is not None and p.actor.name == last.name)
        for p in participants
    )


def vouchers(event: EventType, match: Match, reading: Reading, stance: Stance, actors: list[Participant]) -> Stance:
    """The stance with the speaker dropped where the words themselves do what PLOVER names.

    "A speech-act event performed in the quoted words themselves is vouched for by whoever reports the words, not by
    the speaker" (GUIDELINES). A speaker who tells of an earlier speech act of his own stays ("said he had asked").
    """
    if event not in VERBAL or not is_speaker(stance, actors) or told_as_past(match, reading):
        return stance
    return replace(stance, sources=stance.sources[:-1], speakers=stance.speakers[:-1])


def told_as_past(match: Match, reading: Reading) -> bool:
    """True when the speaker recounts the act instead of performing it: a past tense or a perfect."""
    word = reading.words[match.clause.head]
    if word.xpos == "VBD":
        return True
    return any(c.text.lower() in ("had", "have", "has") for c in reading.children(word.index, "aux"))
