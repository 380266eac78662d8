"""What speaks against a word's being an act of the day, each by a name of its own.

None of these rules an act out: people do act through what is theirs, and passives hide who did it. But each of them
stands oftener with figures of speech, policies, habits and wishes than with acts, and together they tell acts from
mere words (:mod:`hearsay.events.credence` weighs them).
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match
from hearsay.events.participants import Found, political
from hearsay.reading.tree import Reading, Word

_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "CRM", "SPY", "SEP", "PRM", "RAD"))
_ASIDE = frozenset(("advcl", "conj"))
_CONDITIONAL = frozenset(("if", "unless", "whether"))
_ASKING = frozenset(("how", "why", "what", "when", "where"))
_NAMED_SIDES = ("agent", "by", "poss", "mod", "of", "between", "against", "on", "with", "to", "undergoer")
_DEPTH = 12

NAMES = (
    "possible", "planned", "negated", "told by others", "one country", "no country", "nobody",
    "thing as doer", "doer through a thing", "no doer in sight", "passive without doer", "unknown doer",
    "apolitical doer", "thing as object", "apolitical recipient", "unarmed", "armed",
    "purpose", "participle aside", "present tense", "relative clause", "condition", "indirect question",
    "bare noun", "noun without sides", "noun without doer",
)  # fmt: skip
"""Every name that :func:`doubts` gives, in the order of the table of weights."""


def doubts(reading: Reading, match: Match, candidate: Candidate, actors: Found) -> tuple[str, ...]:
    """Names of what holds of a candidate, in a fixed order; ``actors`` are its doers with the ways that lead there."""
    found = {
        *_standing(candidate),
        *_parties(candidate),
        *(_nominal(match, candidate) if match.clause.pos == "noun" else _verbal(reading, match, candidate, actors)),
        *_position(reading, reading.words[match.clause.head], candidate),
    }
    return tuple(name for name in NAMES if name in found)


def _standing(candidate: Candidate) -> Iterator[str]:
    if candidate.stance.status != "actual":
        yield candidate.stance.status
    if candidate.stance.sources:
        yield "told by others"


def _parties(candidate: Candidate) -> Iterator[str]:
    everyone = [p.actor for p in (*candidate.actors, *candidate.recipients)]
    countries = {actor.country for actor in everyone} - {None}
    if len(countries) < 2:
        yield "one country" if countries else "no country" if everyone else "nobody"
    if candidate.actors and not any(a.actor.country or a.actor.sector for a in candidate.actors):
        yield "unknown doer"
    if candidate.actors and not any(political(p.actor) for p in candidate.actors):
        yield "apolitical doer"
    if candidate.recipients and not any(political(p.actor) for p in candidate.recipients):
        yield "apolitical recipient"
    if candidate.event == "ASSAULT":
        yield "armed" if any(_ARMED.intersection(actor.sector) for actor in everyone) else "unarmed"


def _verbal(reading: Reading, match: Match, candidate: Candidate, actors: Found) -> Iterator[str]:
    """Of verbs and adjectives: an act has somebody who does it, and is done to somebody."""
    clause, entry = match.clause, match.entry
    if clause.passive:
        if not candidate.actors:
            yield "passive without doer"
    elif not clause.fill("agent"):
        if not candidate.actors:
            yield "no doer in sight"
    elif any("agent" in roles for roles in entry.actors):
        if not candidate.actors:
            yield "thing as doer"
        elif actors and all("/" in via and not via.endswith("/of") for _, via in actors):
            yield "doer through a thing"
    if not candidate.recipients and clause.fill("patient") and any("patient" in roles for roles in entry.recipients):
        yield "thing as object"


def _nominal(match: Match, candidate: Candidate) -> Iterator[str]:
    clause = match.clause
    if clause.light is None:
        yield "bare noun"
        if not any(role in clause.roles for role in _NAMED_SIDES):
            yield "noun without sides"
    if not candidate.actors and not (clause.light is not None and candidate.recipients):
        yield "noun without doer"


def _position(reading: Reading, head: Word, candidate: Candidate) -> Iterator[str]:
    """Where the clause stands: purposes, asides, conditions, questions and the timeless present tell less of a day."""
    below = reading.children(head.index)
    marks = {w.text.lower() for w in below if w.relation == "mark"}
    helped = any(w.relation in ("aux", "cop") for w in below)
    if "to" in marks and (head.relation == "advcl" or (head.relation != "xcomp" and not candidate.actors)):
        yield "purpose"
    if head.xpos == "VBG" and not helped and head.relation in _ASIDE:
        yield "participle aside"
    if head.xpos in ("VBP", "VBZ") and not helped:
        yield "present tense"
    if head.deprel == "acl:relcl":
        yield "relative clause"
    if any(w.text.lower() in _ASKING for w in below if w.relation in ("advmod", "obj", "mark")):
        yield "indirect question"
    here: Word | None = head
    for _ in range(_DEPTH):
        if here is None:
            return
        if any(w.text.lower() in _CONDITIONAL for w in reading.children(here.index, "mark", "advmod")):
            yield "condition"
            return
        if here.relation in ("parataxis", "root"):
            return
        here = reading.head(here.index)
