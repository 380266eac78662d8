"""Which of the events in memory meet the conditions of a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection

from hearsay.ledger.conditions import COUNTRY, EXACTLY, PLACE_OF_COUNTRY, conditions, day_of, named, outlets_meant
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.holding import Chosen, Holding, Numbers, keys_of

_ASKED = ("origin", "reviewed", "rejected")
"""Conditions that the columns cannot tell: the database is asked for them."""


def meeting(connection: Connection, held: Holding, standing: Chosen, wanted: EventFilter) -> Chosen:
    """The places of the standing events that meet all conditions. LedgerError for a date that is none."""
    chosen = standing.copy()
    for test in (*_values(connection, held, wanted), *_numbers(held, wanted), *_parties(connection, held, wanted),
                 *_tellers(connection, held, wanted)):  # fmt: skip
        chosen &= test
    asked = EventFilter.model_validate({name: getattr(wanted, name) for name in _ASKED})
    if asked != EventFilter():
        chosen &= held.chosen(connection, keys_of(connection, *conditions(asked)))
    return chosen


def _values(connection: Connection, held: Holding, wanted: EventFilter) -> Iterator[Chosen]:
    for name, values in (("type", wanted.type), ("status", wanted.status)):
        if values:
            yield held.coded[name].among(frozenset(values).__contains__)
    if wanted.quad:
        yield np.isin(held.numbers["quad"], wanted.quad)
    for name, words in (("mode", wanted.mode), ("context", wanted.context)):
        if words:
            yield held.coded[name].among(_one_of(words))
    if wanted.place:
        yield held.coded["place"].among(_placed(wanted.place, _folding(connection)))
    if wanted.precision:
        yield held.coded["place"].among(lambda place: (place[2] or "unknown") in wanted.precision)


def _numbers(held: Holding, wanted: EventFilter) -> Iterator[Chosen]:
    numbers = held.numbers
    if wanted.since:
        yield numbers["day"] >= day_of(wanted.since)
    if wanted.until:
        yield numbers["day"] <= day_of(wanted.until, last=True)
    if wanted.min_origins:
        yield numbers["origins"] >= wanted.min_origins
    if wanted.max_origins is not None:
        yield numbers["origins"] <= wanted.max_origins
    if wanted.min_reports:
        yield numbers["reports"] >= wanted.min_reports
    if wanted.min_confidence:
        yield numbers["confidence"] >= wanted.min_confidence
    if wanted.denied is not None:
        yield (numbers["denials"] > 0) == wanted.denied


def _parties(connection: Connection, held: Holding, wanted: EventFilter) -> Iterator[Chosen]:
    for values, sides in ((wanted.actor, (0,)), (wanted.recipient, (1,)), (wanted.party, (0, 1)),
                          (wanted.counterpart, (0, 1))):  # fmt: skip
        if not values:
            continue
        countries = {value for value in values if COUNTRY.fullmatch(value)}
        identities = {value.removeprefix(EXACTLY) for value in values if value not in countries}
        for words in values:
            if words not in countries and not words.startswith(EXACTLY):
                identities.update(connection.execute(named(words)).scalars().all())
        meant = held.countries.among(countries.__contains__) | held.identities.among(identities.__contains__)
        event, side, _, actor, _ = held.parties.T
        rows = meant[actor]
        if len(sides) == 1:
            rows &= side == sides[0]
        yield _places(held, event[rows])


def _tellers(connection: Connection, held: Holding, wanted: EventFilter) -> Iterator[Chosen]:
    if wanted.outlet or wanted.ownership:
        keys = connection.execute(outlets_meant(wanted)).scalars().all()
        event, outlet, _ = held.told.T
        yield _places(held, event[np.isin(outlet, keys)])


def _places(held: Holding, places: Numbers) -> Chosen:
    found = np.zeros(len(held), np.bool_)
    found[places] = True
    return found


def _one_of(words: Collection[str]) -> Callable[[Any], bool]:
    """Whether one of the words stands in a value that holds several, with blanks between."""
    return lambda found: any(f" {word} " in f" {found} " for word in words)


def _placed(values: Collection[str], fold: Callable[[str], str]) -> Callable[[Any], bool]:
    """Whether a place is one of those asked for: by country, by name and country, or by words of its name."""

    def test(place: tuple[str | None, str | None, str | None, int | None]) -> bool:
        name, country = place[:2]
        for value in values:
            if COUNTRY.fullmatch(value):
                found = country == value
            elif exact := PLACE_OF_COUNTRY.fullmatch(value):
                found = (name, country) == exact.groups()
            else:
                found = name is not None and fold(value) in fold(name)
            if found:
                return True
        return False

    return test


def _folding(connection: Connection) -> Callable[[str], str]:
    """Small letters as the database makes them: SQLite knows those of ASCII only."""
    return _ascii_lower if connection.dialect.name == "sqlite" else str.lower


def _ascii_lower(words: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in words)
