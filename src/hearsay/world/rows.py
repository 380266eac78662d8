"""What the world room hands out: frozen rows of knowledge, each with the key of the table row behind it.

Sectors are PLOVER's three-letter codes (codebook, "Actors: sectors"), most important first. Countries are ISO 3166-1
alpha-3 (Kosovo KOS, Palestine PSE, Taiwan TWN) or IGO, UNO, EUR, NGO, ISM, IMG, MNC. Dates are ISO and may be partial
(``2011``, ``2011-05``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, person, organisation, armed group, party, news medium, international organisation or region."""

    id: str
    """``IRN``, ``person:masoud-pezeshkian``, ``group:hamas``, ``igo:un-security-council``, ``media:irna`` ..."""
    name: str
    kind: str
    """country, person, organisation, armed-group, party, igo, ngo, media, company, government-body or region"""
    country: str | None
    sectors: tuple[str, ...]
    """Sectors that hold whatever the date. For persons usually empty: ask :meth:`World.roles`."""
    wikidata: str | None
    row: str
    """``table:key`` of the row; :meth:`World.source` gives its source and licence."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office held by a person.

    ``since`` and ``until`` are the printed bounds, None when no source prints them. ``seen_from`` and ``seen_to`` are
    the
    first and last dates on which a source shows the person in office. The term is *known* to cover a date between
    ``since`` (else ``seen_from``) and ``until`` (else ``seen_to``), both included; a partial date stands for its whole
    month or year.
    """

    person: str
    office: str
    """Normalised: head-of-state, head-of-government, foreign-minister, defence-minister, minister, leader ..."""
    title: str
    """As printed: "President", "Acting Foreign Minister"."""
    country: str | None
    sectors: tuple[str, ...]
    since: str | None
    until: str | None
    status: str
    """"" for a plain holder, else elect or acting."""
    seen_from: str | None
    seen_to: str | None
    row: str

    def covers(self, on: str) -> bool:
        """Whether the term is known to cover a date (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``)."""
        begin, end = self.since or self.seen_from, self.until or self.seen_to
        if begin is None or end is None:
            return False
        return _from_day(begin) <= _to_day(on) and _from_day(on) <= _to_day(end)


def _from_day(date: str) -> str:
    """First day that a partial date may mean: "2011" gives "2011-01-01"."""
    return date + "-01-01"[len(date) - 10 :] if len(date) < 10 else date


def _to_day(date: str) -> str:
    """Last day that a partial date may mean, for comparison: "2011-02" gives "2011-02-31"."""
    return date + "-12-31"[len(date) - 10 :] if len(date) < 10 else date


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A title before or beside a name, and the office it names."""

    title: str
    office: str
    sectors: tuple[str, ...]
    status: str
    """"" or what the words add to the title: elect, acting, former, late."""
    row: str


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """A common noun or phrase for people of a sector: "soldier", "riot police", "protesters"."""

    lemma_phrase: str
    sectors: tuple[str, ...]
    kind: str
    """person (one human being), group (several) or body (an institution)"""
    country: str | None
    """What the noun says of the country by itself: NGO for "aid agencies", IGO for "peacekeepers"; else None."""
    row: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city, first-order division or country."""

    geonames: int
    name: str
    country: str | None
    admin1: str | None
    """Name of the first-order division the place lies in."""
    latitude: float | None
    longitude: float | None
    """Degrees, WGS 84; None where the table has no point (divisions)."""
    population: int
    precision: str
    """city, region or country"""
    row: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news medium: the entity it is, who owns it, and whether it mainly relays what others said."""

    entity: Entity
    ownership: str
    """state, public, private, party or unknown"""
    kind: str
    """agency, newspaper, broadcaster or site"""
    domains: tuple[str, ...]
    relays: bool
    """True for media that carry agency copy or others' reports as a rule; agencies themselves are origins: False."""
    row: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a row comes from."""

    source: str
    licence: str
    credit: str
    url: str
    snapshot: str
