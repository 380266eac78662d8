"""Who is at home: a meeting in one party's country is a visit by the others (GUIDELINES, "Talks")."""

from __future__ import annotations

from dataclasses import replace

from hearsay.events.candidate import Candidate

_ELSEWHERE = frozenset(("phone", "third-party", "multilateral"))
"""Modes of a meeting that is nobody's visit."""


def received(candidate: Candidate) -> Candidate:
    """A visit to a town or a palace is received by the state in which it lies (GUIDELINES: "host is recipient")."""
    place = candidate.place
    if candidate.event != "CONSULT" or "visit" not in candidate.mode or place is None or place.country is None:
        return candidate
    hosts = tuple(
        replace(host, actor=host.actor.model_copy(update={"sector": ("GOV",)}))
        if host.member is None and host.actor.name == place.name and not host.actor.sector
        else host
        for host in candidate.recipients
    )
    return replace(candidate, recipients=hosts)


def hosted(candidate: Candidate) -> Candidate:
    """A CONSULT with its visitors as actors and its hosts as recipients, when its place tells them apart."""
    place = candidate.place
    if candidate.event != "CONSULT" or place is None or place.country is None or _ELSEWHERE & set(candidate.mode):
        return candidate
    parties = (*candidate.actors, *candidate.recipients)
    hosts = tuple(p for p in parties if p.actor.country == place.country)
    visitors = tuple(p for p in parties if p.actor.country not in (place.country, None))
    if not hosts or not visitors or len(hosts) + len(visitors) < len(parties):
        return candidate
    mode = candidate.mode if "visit" in candidate.mode else (*candidate.mode, "visit")
    return replace(candidate, mode=mode, actors=visitors, recipients=hosts)
