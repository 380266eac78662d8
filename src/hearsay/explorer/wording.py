"""Events and actors in plain words."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.events import Lexicon
from hearsay.explain.wording import counted, word
from hearsay.ledger.conditions import EXACTLY
from hearsay.ledger.interning import identity_of
from hearsay.ledger.records import LedgerEvent, Told
from hearsay.merge.agreement import is_plural
from hearsay.merge.naming import in_sentence
from hearsay.records import Actor, Event, Status
from hearsay.world import World

_STANCE = re.compile(r" (?:(?P<say>says?)|deny|denies)$")
_VERB = re.compile(r"(\w+)\*")
_VERBAL = ("ise", "ize", "ify")

_TABLES = {"type": "event", "quad": "quad", "status": "standing", "precision": "precision"}

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
    verb, left = act(event)
    return Sentence(_party(event.actor), verb, _party(event.recipient), manner(event.event, left))


def act(event: LedgerEvent | Told | Event) -> tuple[str, tuple[str, ...]]:
    """What is done, the verb in agreement with who does it, and the modes that the verb does not tell already."""
    mode = next((mode for mode in event.mode if (event.event, mode) in _phrases()), "")
    to, alone = _phrases().get((event.event, mode)) or _own_phrase(event.event)
    many = len(event.actor) > 1 or any(is_plural(actor.name or "") for actor in event.actor)
    return _agreeing(to if event.recipient else alone, many), tuple(other for other in event.mode if other != mode)


@cache
def _own_phrase(type: str) -> tuple[str, str]:
    """For a project's own type: its name as the verb when it is one, else between dashes."""
    shown = " ".join(type.replace("_", " ").split())
    if shown.isalpha() and shown.islower() and _is_verb(shown):
        return f"{shown}*", f"{shown}*"
    return f"\u2013 {shown} \u2013", f"\u2013 {shown}"


def _is_verb(word: str) -> bool:
    return word.endswith(_VERBAL) or bool(Lexicon.default().find(word, "verb"))


def stance(name: str, status: Status) -> str:
    """How an origin tells an event: "says it happened", "deny it"."""
    return _agreeing(word("stance", status), is_plural(name))


def _agreeing(phrase: str, many: bool) -> str:
    return _VERB.sub(lambda found: found[1] if many else third_person(found[1]), phrase)


def third_person(verb: str) -> str:
    """ "attacks", "punishes", "deploys", "carries": what one does."""
    if re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def manner(type: str, modes: Sequence[str]) -> str:
    """How it was done: "with heavy weapons"; empty when no mode says."""
    return ", ".join(word("mode", f"{type}.{mode}").removeprefix(f"{type}.") for mode in modes)


def plain(event: LedgerEvent | Told) -> str:
    """The sentence as text alone, for titles."""
    told = sentence(event)
    words = " ".join((_names(told.actors) or "Somebody", told.verb, _names(told.recipients))).strip()
    return words[:1].upper() + words[1:]


def tone(quad: int) -> str:
    """``cooperation`` or ``conflict``."""
    return "cooperation" if quad <= 2 else "conflict"


def article(name: str) -> str:
    """What stands before a name in a sentence: "the " or nothing."""
    return in_sentence(name).removesuffix(name)


def signed(number: float) -> str:
    """A number of a scale that has two sides, with its sign: "+2.5", "−1.3", "0"."""
    shown = f"{abs(number):.1f}"
    return "0" if shown == "0.0" else ("+" if number > 0 else "\u2212") + shown


def handle(actor: Actor) -> str:
    """What leads to an actor's page, and to none of the same name elsewhere; empty for somebody unnamed."""
    return identity_of(actor) if actor.id or actor.name else ""


def verdict(summary: str) -> tuple[str, tuple[str, ...]]:
    """A summary in two: who says it and who denies it, and in what they differ.

    "2 origins say so; Iran denies it" and "12 to 30 killed".
    """
    parts = summary.split("; ")
    sides = [(part, found) for part in parts[:2] if (found := _STANCE.search(part))]
    told = (f"{part} {'so' if found['say'] else 'it'}" for part, found in sides)
    return "; ".join(told), tuple(parts[len(sides) :])


def vouched(summary: str) -> str:
    """A summary in one: who says it, who denies it, and in what they differ."""
    says, differ = verdict(summary)
    return "; ".join((says, *differ) if says else differ)


def exact(actor: Actor) -> str:
    """The condition that means this actor alone."""
    return f"{EXACTLY}{identity_of(actor)}"


def asked(name: str, value: str) -> str:
    """A condition's value as people say it: words for a code, the name of a country or of an actor."""
    if not value.startswith(EXACTLY):
        return word(_TABLES.get(name, "country"), value)
    identity = value.removeprefix(EXACTLY)
    known = World.default().entity(identity)
    called, _, country = identity.partition("|")
    return known.name if known else f"{called} ({word('country', country)})" if country else called


def _party(actors: Sequence[Actor]) -> Party | None:
    return Party(tuple(actors[:SHOWN]), max(0, len(actors) - SHOWN)) if actors else None


def _names(party: Party | None) -> str:
    if party is None:
        return ""
    names = [in_sentence(actor.name or "somebody") for actor in party.named]
    names += [counted(party.others, "other")] if party.others else []
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@cache
def _phrases() -> dict[tuple[str, str], tuple[str, str]]:
    """By type and mode, with and without a recipient; verbs stand in their plain form before an asterisk."""
    table = files("hearsay.explorer").joinpath("phrases.tsv").read_text("utf-8").splitlines()
    return {(row["type"], row["mode"]): (row["to"], row["alone"]) for row in csv.DictReader(table, delimiter="\t")}
