"""Whom a speech act is about when it names only an act: "criticised the attack" is said of whoever attacked.

Coding runs twice: the first merging finds which mentions tell one act, and so who did it; the second has the borrowed
participants (GUIDELINES, "Who": a passive's or a noun's doer is who the text names elsewhere).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading
from hearsay.records import Event

_POINTING = frozenset(("the", "this", "that", "these", "such"))
_AGAINST = frozenset(("THREATEN", "SANCTION", "ACCUSE", "REJECT", "COERCE"))
"""Types of acts against somebody beside which a threat or a sanction is against the same."""
_FORCE_REACH = 8
_REACH = 3
"""Sentences back to the act that "the move" points at."""


def borrow(
    reading: Reading, candidates: Sequence[Candidate], events: Sequence[Event], about: Mapping[int, tuple[int, ...]]
) -> list[Candidate]:
    """Candidates with recipients filled in from the acts they are about.

    ``about`` gives for a trigger the words of the acts that stand where its recipient would.
    """
    record_of: dict[tuple[int, str], int] = {}
    for number, event in enumerate(events):
        for mention in event.mentions:
            record_of[mention.trigger[0], event.event] = number
    doers: dict[int, tuple[Participant, ...]] = {}
    by_word: dict[int, int] = {}
    for candidate in candidates:
        number = record_of.get((reading.words[candidate.first].begin, candidate.event), -1)
        if number >= 0:
            by_word[candidate.trigger] = number
            if candidate.actors and number not in doers:
                doers[number] = candidate.actors
    filled: list[Candidate] = []
    for candidate in candidates:
        if not candidate.recipients:
            for word in about.get(candidate.trigger, ()):
                found = [p for p in doers.get(by_word.get(word, -1), ()) if p not in candidate.actors]
                if found:
                    here = tuple(replace(p, first=word, last=word) for p in found)
                    step = f"{reading.words[candidate.trigger].text} -about-> {reading.words[word].text}"
                    candidate = replace(candidate, recipients=here, path=(*candidate.path, step))
                    break
            else:
                candidate = _pointing_back(reading, candidate, candidates, about.get(candidate.trigger, ()))
        filled.append(_let_go(reading, candidate, filled))
    return [_armed_blamed(reading, _joined_target(reading, c, filled), filled) for c in filled]


def _joined_target(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """ "Imposed sanctions on *the junta* and threatened war": joined acts of one doer against whom one of them names."""
    if candidate.recipients or candidate.event not in ("THREATEN", "SANCTION") or not candidate.actors:
        return candidate
    for other in candidates:
        linked = _joined(reading, candidate.clause, other.clause) or _joined(reading, other.clause, candidate.clause)
        if other.event in _AGAINST and other.recipients and linked and _shared(other.actors, candidate.actors):
            here = tuple(replace(p, first=candidate.trigger, last=candidate.trigger) for p in other.recipients)
            step = f"{reading.words[candidate.trigger].text} -joined to-> {reading.words[other.trigger].text}"
            return replace(candidate, recipients=here, path=(*candidate.path, step))
    return candidate


def _joined(reading: Reading, second: int, first: int) -> bool:
    """Whether a clause goes on after another with the same subject."""
    word = reading.words[second]
    return word.relation == "conj" and word.head == first and not reading.children(second, "nsubj")


def _armed_blamed(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """ "Accused *Russia* of shelling the town": who is blamed for force is the army that used it."""
    if candidate.event != "ACCUSE":
        return candidate
    inside = set(reading.subtree(candidate.clause))
    armed = {
        p.member: p.actor
        for c in candidates
        if c.event == "ASSAULT" and c.trigger in inside and c.trigger > candidate.trigger
        for p in c.actors
        if p.member is not None and p.actor.sector[:1] == ("MIL",)
    }
    recipients = tuple(replace(p, actor=armed.get(p.member, p.actor)) for p in candidate.recipients)
    return candidate if recipients == candidate.recipients else replace(candidate, recipients=recipients)


def _let_go(reading: Reading, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """ "The police arrested him in May. He was *released* on Monday": whoever holds somebody lets them go."""
    if candidate.event != "RETREAT" or "release" not in candidate.mode or candidate.actors:
        return candidate
    here = reading.sentence_of(candidate.trigger).index
    for earlier in reversed(before):
        near = 0 <= here - reading.sentence_of(earlier.trigger).index <= _REACH
        held = earlier.event == "COERCE" and near and _shared(earlier.recipients, candidate.recipients)
        if held and earlier.actors:
            word = candidate.trigger
            doers = tuple(replace(p, first=word, last=word) for p in earlier.actors)
            step = f"{reading.words[word].text} -by who held-> {reading.words[earlier.trigger].text}"
            return replace(candidate, actors=doers, path=(*candidate.path, step))
    return candidate


def _pointing_back(
    reading: Reading, candidate: Candidate, candidates: Sequence[Candidate], about: tuple[int, ...]
) -> Candidate:
    """ "Rights groups criticised *the ban*": said of whoever did what was told just before."""
    for word in about:
        noun = reading.words[word]
        used = noun.lemma.lower() == "use"
        determiners = {w.text.lower() for w in reading.children(word, "det")}
        if not (used or noun.lemma.lower() in word_set("names of acts told")) or not determiners & _POINTING:
            continue
        here = reading.sentence_of(word).index
        before = [c for c in candidates if c.trigger < min(word, candidate.trigger) and c.actors]
        for earlier in reversed(before):
            told = here - reading.sentence_of(earlier.trigger).index
            if told > (_FORCE_REACH if used else _REACH):
                break
            if used and earlier.event != "ASSAULT":
                continue  # "condemned the use of tear gas"
            doers = [p for p in earlier.actors if p.actor.country is not None]
            if doers and not _shared(doers, candidate.actors):
                found = tuple(replace(p, first=word, last=word) for p in doers)
                step = f"{reading.words[candidate.trigger].text} -about-> {noun.text}"
                return replace(candidate, recipients=found, path=(*candidate.path, step))
    return candidate


def _shared(left: Sequence[Participant], right: Sequence[Participant]) -> bool:
    members = {p.member for p in right if p.member is not None}
    return any(p.member in members for p in left if p.member is not None)
