"""Events and actors in plain words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.explain.wording import counted, word
from hearsay.ledger.records import LedgerEvent, Told
from hearsay.records import Actor, EventType

SHOWN = 2
"""How many of one side a sentence names; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a sentence: who is named, and how many more there are."""

    named: tuple[Actor, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Who does what to whom."""

    actors: Party | None
    verb: str
    recipients: Party | None
    manner: str


def sentence(event: LedgerEvent | Told) -> Sentence:
    """The event's sentence; a side that nobody fills is None."""
    to, alone = _phrases()[event.event]
    return Sentence(
        _party(event.actor), to if event.recipient else alone, _party(event.recipient), manner(event.event, event.mode)
    )


def manner(type: EventType, modes: Sequence[str]) -> str:
    """How it was done: "with heavy weapons"; empty when no mode says."""
    return ", ".join(word("mode", f"{type}.{mode}").removeprefix(f"{type}.") for mode in modes)


def plain(event: LedgerEvent | Told) -> str:
    """The sentence as text alone, for titles."""
    told = sentence(event)
    return " ".join((_names(told.actors) or "Somebody", told.verb, _names(told.recipients))).strip()


def tone(quad: int) -> str:
    """``cooperation`` or ``conflict``."""
    return "cooperation" if quad <= 2 else "conflict"


def handle(actor: Actor) -> str:
    """What leads to an actor's page: its knowledge id, else its name."""
    return actor.id or actor.name or ""


def _party(actors: Sequence[Actor]) -> Party | None:
    return Party(tuple(actors[:SHOWN]), max(0, len(actors) - SHOWN)) if actors else None


def _names(party: Party | None) -> str:
    if party is None:
        return ""
    names = [actor.name or "somebody" for actor in party.named]
    return " and ".join((", ".join(names), *([counted(party.others, "other")] if party.others else [])))


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    table = files("hearsay.explorer").joinpath("phrases.tsv").read_text("utf-8").splitlines()
    return {row["type"]: (row["to"], row["alone"]) for row in csv.DictReader(table, delimiter="\t")}
