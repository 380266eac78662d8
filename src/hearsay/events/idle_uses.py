"""Uses of verbs that tell no act, from ``data/mere_words.tsv``: "suspended his *campaign*", "held in *contempt*"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.events.tables import read_table


@dataclass(frozen=True, slots=True)
class IdleUse:
    """One row: what a use must be like to tell no act; empty fields do not ask."""

    event: str
    voice: str
    missing: str
    role: str
    words: frozenset[str]


@cache
def idle_uses() -> dict[str, tuple[IdleUse, ...]]:
    """Rows by the head of the entries that they are about."""
    found: dict[str, tuple[IdleUse, ...]] = {}
    for row in read_table("mere_words.tsv"):
        use = IdleUse(row["event"], row["voice"], row["missing"], row["role"], frozenset(row["words"].split()))
        for head in row["heads"].split():
            found[head] = (*found.get(head, ()), use)
    return found


def idle(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True for a verb in a use that a row lists."""
    return any(_holds(matcher, match, candidate, use) for use in idle_uses().get(match.entry.head, ()))


def _holds(matcher: Matcher, match: Match, candidate: Candidate, use: IdleUse) -> bool:
    if use.event not in ("", candidate.event) or (use.voice == "passive" and not match.clause.passive):
        return False
    if use.missing and (candidate.actors if use.missing == "actors" else candidate.recipients):
        return False
    filled = match.clause.fill(use.role) if use.role else ()
    if use.words:
        return any(matcher.reading.words[f.word].lemma.lower() in use.words for f in filled)
    return bool(filled) or not use.role
