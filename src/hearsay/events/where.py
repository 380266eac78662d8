"""Where an event happened: the place named in its own clause, resolved against the world's places.

Preferred is the nearest place to the trigger and, equally near, the narrower one. None when the clause names none:
neither the dateline nor the actors' country is a place of the event (GUIDELINES, "When, where, whether").
Ambiguous names go to the country that the words beside them name, else that of a participant, else the article's
dominant country, else the most populous place.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate
from hearsay.events.place_names import PlaceName, is_site, name_at, place_names, place_words, regions
from hearsay.reading.tree import Reading, Word
from hearsay.records import Place
from hearsay.world import Place as Known
from hearsay.world import World

_BREADTH = {"unknown": 0, "city": 0, "region": 1, "country": 2}
_LARGE, _VERY_LARGE = 50_000, 1_000_000
"""Inhabitants from which a town is meant rather than the division around it, and rather than one elsewhere."""


def locate(reading: Reading, cast: Cast, world: World, candidate: Candidate) -> Place | None:
    """The place of a candidate, or None when its clause names none."""
    best: tuple[tuple[int, int, int, int], Place] | None = None
    for found in place_names(reading, candidate):
        place = _resolve(reading, cast, world, candidate, found)
        if place is not None and not (place.precision == "country" and found.fit < 2 and found.party):
            rank = (found.step, _BREADTH[place.precision], -found.fit, found.first)
            if best is None or rank < best[0]:
                best = (rank, place)
    return None if best is None else best[1]


def _resolve(reading: Reading, cast: Cast, world: World, candidate: Candidate, found: PlaceName) -> Place | None:
    first, last, part = found.first, found.last, False
    while (
        first < last
        and reading.text(first, last).casefold() not in regions()
        and reading.words[first].text.lower() in place_words()["side"]
        and not world.places(reading.text(first, last))
    ):
        first, part = first + 1, True
    text = reading.text(first, last)
    beside = _country_beside(reading, world, first, last)
    region = regions().get(text.casefold())
    if region is not None:
        return _record(reading, first, last, text, region[0] or beside, None, region[1])
    known = world.places(text)
    seat = world.seat(text)
    wanted = [c for c in (beside, seat) if c] + _countries(candidate) + [c for c in (cast.dominant_country,) if c]
    place = _choose(known, wanted, beside)
    if place is not None:
        before = reading.words[first - 1] if first else None
        part = part or (
            before is not None
            and before.text.lower() in place_words()["side"]
            and before.head in range(first, last + 1)
        )
        if part and place.precision == "country" and before is not None:
            begin = first - 1 if first > found.first or before.text.lower() in place_words()["side"] else first
            return _record(reading, begin, last, reading.text(begin, last), place.country, None, "region")
        return _record(reading, first, last, text, place.country, place, place.precision)
    if known and seat is None:
        return None
    name = reading.name_of(first)
    if (
        seat is not None
        or is_site(reading, first, last)
        or (name is not None and name.type in ("LOC", "MISC") and found.fit >= 2)
    ):
        country = beside or seat or (cast.dominant_country if name is None or name.type != "MISC" else None)
        return _record(reading, found.first, last, reading.text(found.first, last), country, None, "unknown")
    return None


def _choose(known: tuple[Known, ...], wanted: list[str], beside: str | None) -> Known | None:
    """The place whose country ranks first among those wanted; else the most populous, a country before a town."""
    if not known:
        return None
    if beside is not None and not any(p.country == beside for p in known):
        return None
    for place in known:
        if place.precision == "country":
            towns = [p for p in known if p.country == beside and p.precision != "country"] if beside else []
            return _same_country_town(known, place) or (towns[0] if towns else place)
    for country in wanted:
        here = [place for place in known if place.country == country]
        if here:
            return _region_or_town(here)
    return _region_or_town(known)


def _region_or_town(known: Sequence[Known]) -> Known:
    """The first-order division of a name ("Florida") before towns that share it, unless a large one is its seat."""
    region = next((p for p in known if p.precision == "region"), None)
    town = next((p for p in known if p.precision != "region"), None)
    if region is None or town is None:
        return known[0]
    if town.country == region.country and town.admin1 == region.admin1 and town.population >= _LARGE:
        return town
    elsewhere = town.country != region.country and town.population >= _LARGE  # Gaza is no province of Mozambique
    return town if elsewhere or town.population >= _VERY_LARGE else region


def _same_country_town(known: tuple[Known, ...], country: Known) -> Known | None:
    """Gaza is a town and a name of its country: the narrower reading of the same ground."""
    for place in known:
        if place.precision != "country" and place.country == country.country and place.name != country.name:
            return place
    return None


def _country_beside(reading: Reading, world: World, first: int, last: int) -> str | None:
    """The country in "Basra, Iraq", "the Iraqi city of Basra", "Wadi Halfa in Sudan"."""
    for word in reading.children(last):
        if word.relation in ("appos", "nmod", "obl", "conj", "list") and word.index > last and word.relation != "conj":
            country = _as_country(reading, world, word)
            if country is not None:
                return country
    inside = range(first, last + 1)
    for index in inside:
        head = reading.head(index)
        if head is None or head.index in inside:
            continue
        if head.lemma.lower() in place_words()["area"]:
            for word in reading.children(head.index, "amod", "nmod:poss", "compound"):
                if word.index not in inside:
                    country = world.nationality(word.text) or _as_country(reading, world, word)
                    if country is not None:
                        return country
    if last + 2 < len(reading.words) and reading.words[last + 1].text == ",":
        return _as_country(reading, world, reading.words[last + 2])
    return None


def _as_country(reading: Reading, world: World, word: Word) -> str | None:
    inner = name_at(reading, word)
    if inner is None:
        return None
    text = reading.text(*inner)
    for place in world.places(text):
        if place.precision in ("country", "region"):
            return place.country
    return None


def _countries(candidate: Candidate) -> list[str]:
    """Countries of the participants, recipients first: an act happens where its victims are."""
    codes = [p.actor.country for p in (*candidate.recipients, *candidate.actors)]
    return list(dict.fromkeys(c for c in codes if c is not None and len(c) == 3))


def _record(
    reading: Reading, first: int, last: int, name: str, country: str | None, known: Known | None, precision: str
) -> Place:
    if name[:4].lower() == "the ":
        first, name = first + 1, name[4:]
    span = reading.span(first, last)
    return Place(
        name=name,
        country=country,
        geonames=known.geonames if known is not None and known.geonames > 0 else None,
        latitude=known.latitude if known is not None else None,
        longitude=known.longitude if known is not None else None,
        precision=precision,
        span=span,
        text=reading.document.text[span[0] : span[1]],
    )
