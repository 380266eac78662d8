"""Whom a speech act is about when it names only an act: "criticised the attack" is said of whoever attacked.

Coding runs twice: the first merging finds which mentions tell one act, and so who did it; the second has the borrowed
participants (GUIDELINES, "Who": a passive's or a noun's doer is who the text names elsewhere).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.elsewhere import shared, told_elsewhere
from hearsay.events.tables import word_set
from hearsay.events.time_line import is_calendar_name
from hearsay.reading.tree import Reading
from hearsay.records import Event

_POINTING = frozenset(("the", "this", "that", "these", "such"))
_POWERS = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "PTY"))
"""Sectors of those who ban and forbid."""
_RULED = frozenset(("COERCE", "SANCTION", "CONCEDE"))
_FAR = 12
"""Sentences back to an act whose kind the noun names: "criticised the ban"."""
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
    return told_elsewhere(reading, filled, by_word, frozenset(doers))


def _kinds(noun: str) -> frozenset[str]:
    """The types of act that a noun names: "the prohibition" is of a REJECT or a COERCE."""
    sets = {
        "names of force": ("ASSAULT",),
        "names of prohibitions": ("REJECT", "COERCE", "SANCTION"),
        "names of repression": ("COERCE", "ASSAULT"),
        "names of requests": ("REQUEST",),
        "names of threats": ("THREATEN",),
        "names of accusations": ("ACCUSE",),
        "names of agreements": ("AGREE",),
        "names of tests": ("MOBILIZE",),
        "names of withdrawals": ("RETREAT",),
        "names of visits": ("CONSULT",),
    }
    return frozenset(kind for name, kinds in sets.items() if noun in word_set(name) for kind in kinds)


def _let_go(reading: Reading, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """ "The police arrested him in May. He was *released* on Monday": whoever holds somebody lets them go."""
    if candidate.event != "RETREAT" or "release" not in candidate.mode or candidate.actors:
        return candidate
    here = reading.sentence_of(candidate.trigger).index
    for earlier in reversed(before):
        near = 0 <= here - reading.sentence_of(earlier.trigger).index <= _REACH
        held = earlier.event == "COERCE" and near and shared(earlier.recipients, candidate.recipients)
        if held and earlier.actors:
            word = candidate.trigger
            doers = tuple(replace(p, first=word, last=word) for p in earlier.actors)
            step = f"{reading.words[word].text} -by who held-> {reading.words[earlier.trigger].text}"
            return replace(candidate, actors=doers, path=(*candidate.path, step))
    return candidate


def _remark(candidate: Candidate) -> bool:
    """True for praise and blame in words."""
    return candidate.event == "SUPPORT" or (candidate.event == "ACCUSE" and "disapprove" in candidate.mode)


def _pointing_back(
    reading: Reading, candidate: Candidate, candidates: Sequence[Candidate], about: tuple[int, ...]
) -> Candidate:
    """ "Rights groups criticised *the ban*": said of whoever did what was told just before."""
    for word in about:
        noun = reading.words[word]
        kinds = _kinds(noun.lemma.lower())
        determiners = {w.text.lower() for w in reading.children(word, "det")}
        dated = any(is_calendar_name(w.text) for w in reading.children(word, "nmod:poss"))  # "*Friday's* test"
        pointing = bool(determiners & _POINTING) or dated
        if not (kinds or noun.lemma.lower() in word_set("names of acts told")) or not pointing:
            continue
        here = reading.sentence_of(word).index
        before = [c for c in candidates if c.trigger < min(word, candidate.trigger) and c.actors]
        for earlier in reversed(before):
            told = here - reading.sentence_of(earlier.trigger).index
            if told > (_FAR if kinds else _REACH):
                break
            if told > _REACH and earlier.event not in kinds:
                continue
            if not kinds and _remark(candidate) and _remark(earlier):
                continue  # others' words on an act are not what is criticised
            if "AGREE" in kinds and earlier.stance.status != "actual":
                continue
            if noun.lemma.lower() in word_set("names of rules") and earlier.event not in _RULED:
                continue  # "opposed the measure": nobody's thanks or talks
            if len(kinds) == 1 and earlier.event not in kinds:
                continue  # "condemned the use of tear gas", "rejected the demand"
            doers = [p for p in earlier.actors if p.actor.country is not None]
            if "REJECT" in kinds and not any(_POWERS.intersection(p.actor.sector) for p in doers):
                continue
            if doers and not shared(doers, candidate.actors):
                found = tuple(replace(p, first=word, last=word) for p in doers)
                step = f"{reading.words[candidate.trigger].text} -about-> {noun.text}"
                return replace(candidate, recipients=found, path=(*candidate.path, step))
    return candidate
