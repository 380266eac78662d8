"""Who counts in politics: "every event that has a politically relevant actor" (GUIDELINES, "What is an event" 1)."""

from __future__ import annotations

from hearsay.records import Actor

POLITICAL = frozenset(
    ["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "ELI", "PTY", "OPP", "REB", "UAF", "PRM", "SEP", "RAD", "IGO", "REF"]
)
"""Sectors of those who have or seek power, and of those who flee it."""
_BODIES = frozenset(["UNO", "IGO", "EUR", "IMG", "NGO", "ISM"])


def relevant(actor: Actor) -> bool:
    """An actor of a known country or sector."""
    return bool(actor.country or actor.sector)


def political(actor: Actor) -> bool:
    """An actor that has or seeks power: officials, armed groups, parties, international bodies, refugees."""
    return actor.country in _BODIES or bool(POLITICAL.intersection(actor.sector))
