"""The events of a ledger in memory, as columns of small numbers: 50 MB for a million mentions.

A row of an event never changes and its key is never given out twice, so what was read once stays good.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, case, select

from hearsay.ledger import schema
from hearsay.ledger.loading import batches, fetched

Numbers = NDArray[np.int32]
Chosen = NDArray[np.bool_]

_FEW = 5_000
"""Events up to which they are read one by one, beyond by the stretches of keys that they are in."""
_PART = 10_000
"""Keys of such a stretch: what is read at once stays small."""

_NUMBERS: dict[str, type] = {
    "key": np.int64, "day": np.int32, "published": np.int32, "quad": np.int8, "origins": np.int32, "reports": np.int32,
    "outlets": np.int32, "denials": np.int32, "confidence": np.float64, "scale": np.float64, "latitude": np.float64,
    "longitude": np.float64,
}  # fmt: skip
_CODED = ("type", "status", "mode", "context", "country", "place")


@dataclass(slots=True)
class Coded:
    """A column of values that many events share: each one's code, and what the codes mean."""

    codes: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    meanings: list[Any] = field(default_factory=list)
    code_of: dict[Any, int] = field(default_factory=dict)

    def encode(self, values: Iterable[Hashable]) -> Numbers:
        """The codes of some values; new ones are given out."""
        code_of = self.code_of
        codes = np.array([code_of.setdefault(value, len(code_of)) for value in values], np.int32)
        self.meanings.extend(list(code_of)[len(self.meanings) :])
        return codes

    def take(self, values: Iterable[Hashable]) -> None:
        """Take the values of further rows in."""
        self.codes = np.append(self.codes, self.encode(values))

    def among(self, test: Callable[[Any], bool]) -> Chosen:
        """Which rows have a value that passes a test."""
        return np.array([test(meaning) for meaning in self.meanings], np.bool_)[self.codes]


class Holding:
    """Columns with one place for each event that was read, those that are no more among them."""

    def __init__(self) -> None:
        self.numbers: dict[str, NDArray[Any]] = {name: np.empty(0, kind) for name, kind in _NUMBERS.items()}
        """``published`` and ``day`` are ordinals, 0 where none is known."""
        self.coded = {name: Coded() for name in _CODED}
        """``place`` means name, country, precision and GeoNames number of one."""
        self.parties = np.empty((0, 5), np.int32)
        """By event, side and position: the event's place, 1 for recipients, position, the actor's key, and 1 where its
        country stands on this side for the first time."""
        self.told = np.empty((0, 3), np.int32)
        """The event's place, the key of an outlet that tells it, and 1 where nobody published it on an earlier day."""
        self.identities, self.countries = Coded(), Coded()
        """Of the actors, by their keys."""
        self._ranks: Numbers = np.empty(0, np.int32)
        self._place_of = np.full(1024, -1, np.int32)

    def __len__(self) -> int:
        return len(self.numbers["key"])

    @property
    def ranks(self) -> Numbers:
        """For each code of an identity, which one it is by alphabet."""
        meanings = self.identities.meanings
        if len(self._ranks) < len(meanings):
            self._ranks = np.empty(len(meanings), np.int32)
            self._ranks[sorted(range(len(meanings)), key=lambda code: meanings[code] or "")] = np.arange(len(meanings))
        return self._ranks

    def chosen(self, connection: Connection, keys: NDArray[np.int64]) -> Chosen:
        """Which places are those of some events; events that have none yet are read."""
        if len(keys) and (last := int(keys.max())) >= len(self._place_of):
            more = max(last + 1, 2 * len(self._place_of)) - len(self._place_of)
            self._place_of = np.append(self._place_of, np.full(more, -1, np.int32))
        missing = keys[self._place_of[keys] < 0]
        if len(missing):
            self._read(connection, np.sort(missing))
        found = np.zeros(len(self), np.bool_)
        found[self._place_of[keys]] = True
        return found

    def drop(self, kept: Chosen) -> None:
        """Give the places of all other events back."""
        places = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
        for name, column in self.numbers.items():
            self.numbers[name] = column[kept]
        for coded in self.coded.values():
            coded.codes = coded.codes[kept]
        self.parties, self.told = (_moved(rows, places) for rows in (self.parties, self.told))
        self._place_of[:] = -1
        self._place_of[self.numbers["key"]] = np.arange(len(self))

    def _read(self, connection: Connection, missing: NDArray[np.int64]) -> None:
        """Read events; nothing is taken in before all is read, so that a question cut short leaves no half."""
        wanted = set(missing.tolist()) if len(missing) <= _FEW else None
        events, parties, told = [], [], []
        for among in _parts(missing):
            rows = fetched(connection, _events(among))
            events.append(self._columns([
                row for row in rows if self._place_of[row[0]] < 0 and (wanted is None or row[0] in wanted)
            ]))  # fmt: skip
            parties.append(_table(fetched(connection, _parties(among)), 4))
            told.append(_table(fetched(connection, _outlets(among)), 3))
        self._take_actors(connection)
        held = len(self)
        for name, column in self.numbers.items():
            self.numbers[name] = np.concatenate((column, *(part[name] for part in events)))
        for name, coded in self.coded.items():
            coded.codes = np.concatenate((coded.codes, *(part[name] for part in events)))
        self._place_of[self.numbers["key"][held:]] = np.arange(held, len(self))
        rows_of_parties = _moved(np.concatenate(parties), self._place_of, held)
        rows_of_parties = np.column_stack((rows_of_parties, self._first(rows_of_parties)))
        self.parties = np.append(self.parties, rows_of_parties, axis=0)
        self.told = np.append(self.told, _moved(np.concatenate(told), self._place_of, held), axis=0)

    def _first(self, parties: NDArray[np.int32]) -> NDArray[np.bool_]:
        sides, countries = parties[:, 0].astype(np.int64) * 2 + parties[:, 1], self.countries
        _, first = np.unique(sides * len(countries.meanings) + countries.codes[parties[:, 3]], return_index=True)
        found = np.zeros(len(parties), np.bool_)
        found[first] = True
        return found

    def _columns(self, rows: Sequence[Sequence[Any]]) -> dict[str, NDArray[Any]]:
        """Rows of events as numbers and codes, by name."""
        columns = dict(zip(_COLUMNS, zip(*rows, strict=True) if rows else ((),) * len(_COLUMNS), strict=True))
        days = {day: date.fromisoformat(day).toordinal() if day else 0 for day in set(columns["published"])}
        columns["published"] = tuple(days[day] for day in columns["published"])
        columns["place"] = tuple(zip(*(columns[name] for name in _PLACE), strict=True))
        return {name: np.array(columns[name], kind) for name, kind in _NUMBERS.items()} | {
            name: self.coded[name].encode(columns[name]) for name in _CODED
        }

    def _take_actors(self, connection: Connection) -> None:
        """Take in actors that came since, by their keys; a key that none has means neither identity nor country."""
        actor, known = schema.actor.c, len(self.identities.codes)
        query = select(actor.key, actor.identity, actor.country).where(actor.key >= known).order_by(actor.key)
        found = {key: (identity, country) for key, identity, country in fetched(connection, query)}
        both = [found.get(key, (None, None)) for key in range(known, max(found, default=-1) + 1)]
        self.identities.take(identity for identity, _ in both)
        self.countries.take(country for _, country in both)


_PLACE = ("name", "country", "precision", "geonames")
_COLUMNS = (
    "key", "day", "published", "type", "mode", "context", "status", "name", "country", "precision", "geonames",
    "latitude", "longitude", "quad", "scale", "confidence", "reports", "outlets", "origins", "denials",
)  # fmt: skip
Among = Callable[[ColumnElement[int]], ColumnElement[bool]]


def keys_of(connection: Connection, *conditions: ColumnElement[bool]) -> NDArray[np.int64]:
    """The keys of the events that meet some conditions."""
    return _table(fetched(connection, select(schema.event.c.key).where(*conditions)), 1, np.int64)[:, 0]


def _parts(keys: NDArray[np.int64]) -> Iterator[Among]:
    """Conditions on a column of event keys that together choose all of these, and perhaps some between; in order."""
    if len(keys) <= _FEW:
        for part in batches([int(key) for key in keys]):
            yield partial(_one_of, part)
        return
    for begin in range(0, len(keys), _PART):
        last = min(begin + _PART, len(keys)) - 1
        yield partial(_between, int(keys[begin]), int(keys[last]))


def _one_of(keys: Sequence[int], column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.in_(keys)


def _between(first: int, last: int, column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.between(first, last)


def _events(among: Among) -> Select[Any]:
    event = schema.event.c
    return select(
        event.key, event.day, event.published, event.type, event.mode, event.context, event.status, event.place,
        event.place_country, event.place_precision, event.geonames, event.latitude, event.longitude, event.quad_code,
        event.scale, event.confidence, event.reports, event.outlets, event.origins, event.denials,
    ).where(among(event.key)).order_by(event.key)  # fmt: skip


def _parties(among: Among) -> Select[Any]:
    party = schema.event_party.c
    side = case((party.side == "recipient", 1), else_=0)
    return select(party.event, side, party.position, party.actor).where(among(party.event)).order_by(
        party.event, party.side, party.position
    )  # fmt: skip


def _outlets(among: Among) -> Select[Any]:
    told = schema.event_outlet.c
    first = case((told.first, 1), else_=0)
    return select(told.event, told.outlet, first).where(among(told.event)).order_by(told.event, told.outlet)


def _table(rows: Sequence[Sequence[int]], width: int, kind: type = np.int32) -> NDArray[Any]:
    return np.array(rows, kind).reshape(-1, width)


def _moved(rows: NDArray[np.int32], places: Numbers, first: int = 0) -> NDArray[np.int32]:
    """Rows that begin with an event, as rows that begin with its place; those of places before the first left out."""
    moved = rows.copy()
    moved[:, 0] = places[rows[:, 0]]
    return moved[moved[:, 0] >= first]


def most_frequent(values: NDArray[np.int64], limit: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows by value, those of the most frequent values first, equally frequent ones in their order; and where each of
    at most ``limit`` values begins among them."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])) if len(order) else order
    counts = np.diff(np.append(begins, len(order)))
    least = np.partition(counts, len(counts) - limit)[len(counts) - limit] if len(counts) > limit else 0
    above, equal = np.flatnonzero(counts > least), np.flatnonzero(counts == least)
    chosen = np.append(above[np.argsort(-counts[above], kind="stable")], equal[: max(0, limit - len(above))])
    numbers = counts[chosen]
    ends = np.cumsum(numbers)
    rows = np.repeat(begins[chosen] - (ends - numbers), numbers) + np.arange(int(numbers.sum()))
    return order[rows], ends - numbers
