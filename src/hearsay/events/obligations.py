"""Demands that only a modal verb tells: "The minister said Libya *must* hand over the suspects" is his REQUEST.

Of another party that has or seeks power: what must be done in general, what one's own side must do, and the advice of
commentators are views, not demands.
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.actors.cast import Cast
from hearsay.attribution.stance import Attribution, Stance
from hearsay.events.candidate import Candidate, Participant
from hearsay.events.control import external
from hearsay.events.futures import obliged, request_mode
from hearsay.events.lexicon import Entry
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import Matter
from hearsay.events.participants import Casting, political
from hearsay.events.topics import Topics

RULE = "obligation"
_ENTRY = Entry(
    id=RULE,
    predicate=("must",),
    pos="verb",
    actors=(),
    recipients=(("agent",),),
    topic=("comp", "patient"),
    conditions=(),
    event="REQUEST",
    mode=(),
    cameo="100",
    prior=0.5,
    example=None,
    weight=0.0,
)
_OWN = frozenset(("GOV", "MIL"))


class Obligations:
    """Finds demands of one article."""

    def __init__(self, matcher: Matcher, casting: Casting, attribution: Attribution, about: Matter) -> None:
        self._opinions = about == "contest"
        self._matcher, self._casting, self._attribution = matcher, casting, attribution
        self._reading, self._cast = matcher.reading, matcher.cast

    def within(self, indices: range, topics: Topics) -> list[Candidate]:
        """The demands among some words, in text order. In a contest for votes what others should do is opinion."""
        if self._opinions:
            return []
        found = []
        for index in indices:
            if self._reading.words[index].upos not in ("VERB", "ADJ", "NOUN") or not obliged(self._reading, index):
                continue
            subjects, _ = external(self._reading, index)
            if any(self._reading.words[i].text.lower() in ("i", "we") for i in subjects):
                continue
            match = Match(index, _ENTRY, self._matcher.clauses.at(index, "verb"), index, index)
            if topics.above(match):
                continue
            stance = self._attribution.stance(index)
            speaker = self._speaker(stance)
            demand = self._demand(match, stance, speaker) if speaker is not None else None
            if demand is not None:
                found.append(demand)
        return found

    def _speaker(self, stance: Stance) -> Participant | None:
        if not stance.speakers or stance.speakers[-1] is None:
            return None
        member = self._cast.members[stance.speakers[-1]]
        if not political(member.actor):
            return None
        source = stance.sources[-1]
        words = self._reading.words_in(source.span) if source.span else ()
        first = words[0].index if words else member.mentions[0].first
        last = words[-1].index if words else member.mentions[0].last
        return Participant(member.actor, member.index, first, last)

    def _demand(self, match: Match, stance: Stance, speaker: Participant) -> Candidate | None:
        addressed = self._casting.side(match, _ENTRY.recipients, stance)
        targets = [p for p, _ in addressed if p.member != speaker.member]
        if not any(political(p.actor) for p in targets) or self._casting.comments(speaker):
            return None
        if all(_same_side(self._cast, speaker, p) for p in targets):
            return None
        return Candidate(
            trigger=match.word,
            first=match.word,
            last=match.word,
            event="REQUEST",
            mode=request_mode(self._matcher, match, self._matcher.at(match.word)),
            cameo="100",
            actors=(speaker,),
            recipients=tuple(targets),
            stance=replace(stance, status="actual", sources=stance.sources[:-1], speakers=stance.speakers[:-1]),
            clause=match.word,
            rule=RULE,
            path=tuple(
                f"{self._reading.words[match.word].text} -{via}-> {self._reading.words[p.last].text}"
                for p, via in addressed
            ),
            confidence=0.5,
        )


def _same_side(cast: Cast, speaker: Participant, target: Participant) -> bool:
    """True when an official speaks of his own state: "the country must be strong", "we, the government, should"."""
    mine, other = speaker.actor, target.actor
    if mine.country is None or mine.country != other.country:
        return False
    kind = cast.members[target.member].kind if target.member is not None else ""
    return kind == "country" or (bool(_OWN & set(mine.sector)) and kind == "org" and other.sector[:1] == ("GOV",))
