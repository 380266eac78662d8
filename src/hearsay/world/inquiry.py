"""Questions that a person asks of the knowledge: who is this, and who held an office on a day."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.errors import WorldError
from hearsay.world.rows import Entity, Provenance, Term
from hearsay.world.world import World


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something known by a name, with all terms in office, the latest first."""

    entity: Entity
    terms: tuple[Term, ...]
    on: tuple[Term, ...]
    """The terms known to cover the day that was asked for, the most telling first; empty without a day."""
    sources: tuple[Provenance, ...]
    """Where its rows come from."""


def show(name: str, on: str | None = None, world: World | None = None) -> tuple[Known, ...]:
    """Everything known by a name or, for persons, a surname: a project's own rows first, then the most prominent.

    ``on`` is an ISO date. ``()`` when nothing is known by it.
    """
    world = world or World.default()
    found = {e.id: e for e in (*world.entities(name), *world.surname(name))}
    if not found:
        found = {e.id: e for e in (world.entity(name),) if e is not None}
    return tuple(_known(world, entity, on) for entity in found.values())


def office(country: str, office: str, on: str, world: World | None = None) -> tuple[Known, ...]:
    """Who is known to have held a country's office on an ISO date; ``()`` when nobody is: unknown is a value.

    ``office`` is an office's key (``foreign-minister``) or a title (``"foreign minister"``). Two answers mean that
    sources disagree, or that the day is shared. Raises WorldError for a country or an office that does not exist.
    """
    from difflib import get_close_matches

    world = world or World.default()
    entity = world.entity(country.upper())
    code = country.upper() if entity is not None else next((e.id for e in world.entities(country)), country)
    if world.entity(code) is None:
        raise WorldError(f"country {country!r} is not known; write an ISO 3166-1 alpha-3 code such as IRN")
    keys = world.offices(code)
    key = office.strip().casefold().replace(" ", "-")
    title = world.office(office) if key not in keys else None
    key = title.office if title is not None else key
    if key not in keys and key not in world.offices():
        near = get_close_matches(key, world.offices(), 3) or keys[:8]
        raise WorldError(f"there is no office {office!r}; write one such as {', '.join(near)}")
    found = {person.id: person for person, _ in world.holders(code, key, on)}
    return tuple(
        Known(known.entity, known.terms, held, known.sources)
        for known in (_known(world, person, on) for person in found.values())
        if (held := tuple(t for t in known.on if (t.country, t.office) == (code, key)))
    )


def _known(world: World, entity: Entity, on: str | None) -> Known:
    terms = world.terms(entity.id)
    names = dict.fromkeys(world.sources_of(entity.id))
    sources = tuple(found for name in names if (found := world.source(name)) is not None)
    return Known(entity, terms, world.roles(entity.id, on), sources)
