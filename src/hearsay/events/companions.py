"""Acts that are told beside another and are no events of their own, and what a party to a war asks for.

PLOVER manual, "Potential ambiguities": of MOBILIZE in the context of an ASSAULT only the ASSAULT is coded, of an
allegation beside a formal conviction only the conviction; parties to a conflict who call for its end show their own
intent, which is AGREE and no REQUEST.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.matching import Match, Matcher
from hearsay.reading.tree import Reading

_STEPS = 3


def without_companions(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without forces that only got ready for the attack told next, and without charges just proven."""
    kept = []
    for candidate in candidates:
        sentence = reading.sentence_of(candidate.trigger).index
        near = [c for c in candidates if reading.sentence_of(c.trigger).index == sentence and c is not candidate]
        if candidate.event == "MOBILIZE" and any(_follows(reading, candidate, c) for c in near):
            continue
        if candidate.event == "ACCUSE" and "allege" in candidate.mode and any(_proves(candidate, c) for c in near):
            continue
        kept.append(candidate)
    return kept


def _follows(reading: Reading, moved: Candidate, attack: Candidate) -> bool:
    """ "were activated *and returned fire*": an attack joined to the move, without a subject of its own."""
    word = reading.words[attack.clause]
    joined = word.relation == "conj" and word.head == moved.clause
    return attack.event == "ASSAULT" and joined and not reading.children(attack.clause, "nsubj")


def _proves(charge: Candidate, verdict: Candidate) -> bool:
    if verdict.event != "SANCTION" or "convict" not in verdict.mode:
        return False
    guilty = {p.member for p in verdict.recipients if p.member is not None}
    return bool(guilty.intersection(p.member for p in charge.recipients))


def ends_own_war(war: Match, sides: Sequence[Participant], callers: Sequence[Participant]) -> bool:
    """True when who calls for an end of fighting is a side of it: named among its sides, or left out of them."""
    others = any(war.clause.fill(role) for role in ("agent", "poss", "mod", "between"))
    one_sided = bool(war.clause.fill("with")) and not others
    return bool(callers) and (one_sided or bool(_names(sides) & _names(callers)))


def fighting(matcher: Matcher, match: Match) -> Match | None:
    """The fighting whose end a request asks for: "called for an end to the *war*"."""
    stop = matcher.lexicon.classes.get("stop", frozenset())
    for index in matcher.topic_words(match.clause, match.entry):
        if not stop & matcher.labels(index):
            continue
        level = [index]
        for _ in range(_STEPS):
            level = [w.index for i in level for w in matcher.reading.children(i, "nmod", "obj", "obl", "compound")]
            for inner in level:
                act = matcher.at(inner)
                if act is not None and act.entry.event == "ASSAULT":
                    return act
    return None


def _names(parties: Sequence[Participant]) -> set[tuple[str, ...]]:
    """What makes two participants one party: the member itself, or a country's government and forces."""
    found: set[tuple[str, ...]] = set()
    for party in parties:
        if party.member is not None:
            found.add(("member", str(party.member)))
        if party.actor.country and {"GOV", "MIL"} & set(party.actor.sector[:1]):
            found.add(("state", party.actor.country))
    return found
