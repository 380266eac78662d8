"""One mention a telling: what two words of one sentence tell of the same act is kept once."""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.reading.tree import Reading

Pair = tuple[Match | None, Candidate]


def prune(reading: Reading, matcher: Matcher, pairs: list[Pair]) -> list[Candidate]:
    """Candidates without those that only repeat another of the same sentence.

    "The airstrike killed eight" is one mention at *airstrike*; "killed in a bombing" one at *killed*;
    "condemned and denounced", "killed and injured" one at the first verb.
    """
    dropped: set[int] = set()
    by_word = {c.trigger: c for _, c in pairs}
    for match, candidate in pairs:
        if match is None or candidate.trigger in dropped:
            continue
        word = reading.words[candidate.trigger]
        if word.relation == "conj" and word.head in by_word and word.head not in dropped:
            first = by_word[word.head]
            if first.event == candidate.event and _same(first, candidate):
                dropped.add(candidate.trigger)
                continue
        if candidate.event != "ASSAULT" or match.clause.pos != "verb":
            continue
        for role in ("agent", "in", "by", "during", "after", "with", "patient"):
            for filler in match.clause.fill(role):
                other = by_word.get(filler.word)
                if other is None or other.event != "ASSAULT" or other.trigger in dropped:
                    continue
                if role == "after":
                    continue
                keep_noun = role == "agent" or bool(other.actors)
                dropped.add(candidate.trigger if keep_noun else other.trigger)
    return [c for _, c in pairs if c.trigger not in dropped]


def _same(first: Candidate, second: Candidate) -> bool:
    def keys(candidate: Candidate) -> tuple[set[object], set[object]]:
        def side(participants: object) -> set[object]:
            return {p.member if p.member is not None else (p.first, p.last) for p in participants}  # type: ignore[attr-defined]

        return side(candidate.actors), side(candidate.recipients)

    (a1, r1), (a2, r2) = keys(first), keys(second)
    return (a1 == a2 or not a2) and (r1 == r2 or not r2 or not r1)
