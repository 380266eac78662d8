"""Who takes part in an act as the rest of the article tells (GUIDELINES, "Who": "unless the text names it elsewhere").

Only where the article leaves no choice: one doer of all its violence, one foe of who threatens, one target of two
joined acts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading

_AGAINST = frozenset(("THREATEN", "SANCTION", "ACCUSE", "REJECT", "COERCE"))
"""Types of acts against somebody beside which a threat or a sanction is against the same."""
_HOSTILE = frozenset(("THREATEN", "SANCTION", "ASSAULT", "COERCE", "ACCUSE", "REJECT", "MOBILIZE"))
_FORCES = frozenset(("GOV", "MIL", "COP", "REB", "UAF", "PRM", "CRM", "SPY", "SEP"))
_POWERS = frozenset(("GOV", "MIL", "REB", "PRM", "SEP"))


def told_elsewhere(
    reading: Reading, candidates: Sequence[Candidate], events: Mapping[int, int], known: Collection[int]
) -> list[Candidate]:
    """Candidates with sides filled in from other acts.

    ``events`` gives the event of a trigger, as first merged; ``known`` the events whose doer is known.
    """
    named = {trigger for trigger, number in events.items() if number in known}
    joined = [_joined_target(reading, _by_blows(reading, c, candidates), candidates) for c in candidates]
    filled = [_sole_doer(reading, _sole_foe(reading, c, joined), joined, named) for c in joined]
    doers = {
        events[c.trigger]: c.actors
        for c, before in zip(filled, joined, strict=True)
        if c.actors and not before.actors and c.trigger in events
    }
    filled = [
        c if c.actors or events.get(c.trigger, -1) not in doers else replace(c, actors=doers[events[c.trigger]])
        for c in filled
    ]
    return [_armed_blamed(reading, c, filled) for c in filled]


def _sole_doer(
    reading: Reading, candidate: Candidate, candidates: Sequence[Candidate], named: Collection[int]
) -> Candidate:
    """ "The bombing", "the violence" in an article in which one side alone does violence, on the same people."""
    noun = reading.words[candidate.trigger].upos == "NOUN"
    if candidate.event != "ASSAULT" or candidate.actors or candidate.trigger in named or not noun:
        return candidate
    others = [c for c in candidates if c.event == "ASSAULT" and any(p.actor.country for p in c.actors)]
    doers = {frozenset((p.actor.country, p.actor.name) for p in c.actors) for c in others}
    if len(doers) != 1 or not all(_may_be_one(candidate, c) for c in others) or _one_man(reading, candidate, others):
        return candidate
    found = tuple(replace(p, first=candidate.trigger, last=candidate.trigger) for p in others[0].actors)
    own = {p.actor.country for p in candidate.recipients}
    able = any(_FORCES.intersection(p.actor.sector) for p in found)
    states = any(p.actor.country in own and {"GOV", "MIL"}.intersection(p.actor.sector) for p in found)
    if shared(found, candidate.recipients) or not able or states:
        return candidate
    step = f"{reading.words[candidate.trigger].text} -sole doer-> {reading.words[others[0].trigger].text}"
    return replace(candidate, actors=found, path=(*candidate.path, step))


def _by_blows(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """ "Two strikes *destroyed* a bridge" in an article that has told of one side's strikes alone so far."""
    if candidate.event != "ASSAULT" or candidate.actors:
        return candidate
    clause = reading.words[candidate.clause]
    first = clause.head if clause.relation in ("conj", "parataxis") else clause.index
    subjects = reading.children(clause.index, "nsubj") or reading.children(first, "nsubj")
    blow = next((w.lemma for w in subjects if w.lemma in word_set("blows")), None)
    if blow is None:
        return candidate
    before = [c for c in candidates if c.event == "ASSAULT" and c.actors and c.trigger < candidate.trigger]
    others = [c for c in before if reading.words[c.trigger].lemma == blow]
    if len({frozenset(p.actor.name for p in c.actors) for c in others}) != 1:
        return candidate
    found = tuple(replace(p, first=candidate.trigger, last=candidate.trigger) for p in others[0].actors)
    step = f"{clause.text} -by whose {blow}-> {reading.words[others[0].trigger].text}"
    return replace(candidate, actors=found, path=(*candidate.path, step))


def _one_man(reading: Reading, candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether it befell somebody named, and no other act of force did: "an attempt on Mr Diallo's life" is no riot."""
    names = [reading.name_of(p.first) for p in candidate.recipients]
    persons = bool(names) and all(name is not None and name.type == "PER" for name in names)
    return persons and not any(shared(candidate.recipients, c.recipients) for c in others)


def _may_be_one(a: Candidate, b: Candidate) -> bool:
    """Whether nothing known of two acts of force tells them apart."""
    struck = [{p.actor.country for p in c.recipients} - {None} for c in (a, b)]
    where = [c.place.country for c in (a, b) if c.place is not None and c.place.country is not None]
    days = [c.when.date for c in (a, b) if c.when.date is not None]
    apart = len(days) == 2 and not (days[0].startswith(days[1]) or days[1].startswith(days[0]))
    return not apart and (not all(struck) or struck[0] == struck[1]) and len(set(where)) < 2


def _sole_foe(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """ "The North said it would attack": a threat is against the one foe that whoever threatens has in the article."""
    if candidate.event != "THREATEN" or candidate.recipients or not candidate.actors:
        return candidate
    mine = {p.actor.country for p in candidate.actors}
    foes: dict[str, tuple[bool, int, Participant]] = {}
    for other in candidates:
        for near, far in ((other.actors, other.recipients), (other.recipients, other.actors)):
            if other.event in _HOSTILE and mine & {p.actor.country for p in near}:
                for p in far:
                    thing = (p.actor.name or "").rpartition(" ")[2] in word_set("things of war")
                    if p.actor.country not in (None, *mine) and _POWERS.intersection(p.actor.sector) and not thing:
                        here = ("GOV" not in p.actor.sector, abs(other.trigger - candidate.trigger), p)
                        known = foes.get(p.actor.country or "", here)
                        foes[p.actor.country or ""] = min(known, here, key=lambda f: f[:2])
    if len(foes) != 1:
        return candidate
    foe = next(iter(foes.values()))[2]
    step = f"{reading.words[candidate.trigger].text} -sole foe-> {foe.actor.name}"
    addressed = (replace(foe, first=candidate.trigger, last=candidate.trigger),)
    return replace(candidate, recipients=addressed, path=(*candidate.path, step))


def _joined_target(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """ "Imposed sanctions on *the junta* and threatened war": joined acts against whom one of them names."""
    if candidate.recipients or candidate.event not in ("THREATEN", "SANCTION") or not candidate.actors:
        return candidate
    for other in candidates:
        linked = _joined(reading, candidate.clause, other.clause) or _joined(reading, other.clause, candidate.clause)
        if other.event in _AGAINST and other.recipients and linked and shared(other.actors, candidate.actors):
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
    recipients = tuple(
        replace(p, actor=armed[p.member]) if p.member is not None and p.member in armed else p
        for p in candidate.recipients
    )
    return candidate if recipients == candidate.recipients else replace(candidate, recipients=recipients)


def shared(left: Sequence[Participant], right: Sequence[Participant]) -> bool:
    """Whether some member of the cast is on both sides."""
    members = {p.member for p in right if p.member is not None}
    return any(p.member in members for p in left if p.member is not None)
