"""The publishing outlet or body as an actor."""

from __future__ import annotations

from hearsay.actors.sectors import STATE
from hearsay.reading.tree import Reading
from hearsay.records import Actor
from hearsay.world import World

_OFFICIAL = frozenset(("government", "department", "ministry", "command", "embassy", "office", "army"))


def outlet_actor(reading: Reading, world: World) -> Actor | None:
    """The outlet by its entry among the media, else by any entry, else by the country and institution in its name."""
    name = reading.document.outlet
    if not name:
        return None
    outlet = world.outlet(name)
    if outlet is not None:
        e = outlet.entity
        return Actor(name=e.name, country=e.country, sector=e.sectors, id=e.id, wikidata=e.wikidata)
    for entity in world.entities(name)[:1]:
        return Actor(name=name, country=entity.country, sector=entity.sectors, id=entity.id, wikidata=entity.wikidata)
    agent = world.agent(name)
    sectors = agent.sectors if agent is not None else ()
    words = name.split()
    for begin in range(len(words)):
        for end in range(len(words), begin, -1):
            for entity in world.entities(" ".join(words[begin:end]))[:1]:
                if entity.kind == "igo" and entity.country is not None:
                    return Actor(name=name, country=entity.country, sector=entity.sectors)
    for begin in range(len(words)):
        for end in range(len(words), begin, -1):
            part = " ".join(words[begin:end])
            country = world.nationality(part) or next(
                (e.country for e in world.entities(part) if e.kind == "country"), None
            )
            if country is not None:
                return Actor(name=name, country=country, sector=sectors or (("GOV",) if _official(words) else ()))
    return Actor(name=name, sector=sectors)


def official(actor: Actor | None) -> bool:
    """Whether an outlet is an official body rather than a news medium: its bare "we" and "the minister" are its own."""
    return actor is not None and bool(STATE.intersection(actor.sector)) and "JRN" not in actor.sector


def _official(words: list[str]) -> bool:
    return any(w.casefold() in _OFFICIAL for w in words)
