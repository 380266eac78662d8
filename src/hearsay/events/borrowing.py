"""Whom a speech act is about when it names only an act: "criticised the attack" is said of whoever attacked.

Coding runs twice: the first merging finds which mentions tell one act, and so who did it; the second has the borrowed
participants (GUIDELINES, "Who": a passive's or a noun's doer is who the text names elsewhere).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.events.candidate import Candidate, Participant
from hearsay.reading.tree import Reading
from hearsay.records import Event


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
    filled = []
    for candidate in candidates:
        if not candidate.recipients:
            for word in about.get(candidate.trigger, ()):
                found = [p for p in doers.get(by_word.get(word, -1), ()) if p not in candidate.actors]
                if found:
                    here = tuple(replace(p, first=word, last=word) for p in found)
                    step = f"{reading.words[candidate.trigger].text} -about-> {reading.words[word].text}"
                    candidate = replace(candidate, recipients=here, path=(*candidate.path, step))
                    break
        filled.append(candidate)
    return filled
