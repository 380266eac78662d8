"""Events in memory as columns of small numbers, for counting values among many of them.

A row of an event never changes and its key is never given out twice, so what was read once stays good: a question reads
only those events that were not asked about before. A million mentions take about 30 MB.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import COUNTRY, conditions, day_of, lists_of
from hearsay.ledger.filters import EventFilter, Facet
from hearsay.ledger.loading import batches

Numbers = NDArray[np.int32]

_FEW = 5_000
"""Events up to which they are read one by one, beyond the whole stretch of keys that they are in."""

ORDER: tuple[Facet, ...] = (
    "type", "status", "quad", "actor", "recipient", "place", "outlet", "ownership", "origins",
)  # fmt: skip
_LISTED = {"actor", "recipient", "party", "counterpart", "outlet", "origin", "ownership"}
_SIDES: dict[str, tuple[Facet, ...]] = {
    "actor": ("actor",), "recipient": ("recipient",), "party": ("actor", "recipient"),
    "counterpart": ("actor", "recipient"),
}  # fmt: skip
_TESTED = {"type", "status", "quad", "since", "until", "min_origins", "max_origins"}
"""Conditions that the columns can tell."""

_SINGLE: tuple[Facet, ...] = ("type", "status", "quad", "place", "origins")


@dataclass(slots=True)
class _Values:
    """The values of one facet: which places (of events) have which, as codes; and what the codes mean."""

    events: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    codes: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    meanings: list[Any] = field(default_factory=list)
    code_of: dict[Any, int] = field(default_factory=dict)

    def take(self, pairs: Sequence[tuple[int, Any]]) -> None:
        """Take in pairs of an event's place and a value."""
        for _, value in pairs:
            if value not in self.code_of:
                self.code_of[value] = len(self.meanings)
                self.meanings.append(value)
        self.events = np.append(self.events, np.array([place for place, _ in pairs], np.int32))
        self.codes = np.append(self.codes, np.array([self.code_of[value] for _, value in pairs], np.int32))

    def grouped(self, meaning_of: Mapping[Any, Any], chosen: NDArray[np.bool_]) -> _Values:
        """The chosen events with the meanings of these values, each once for an event; values without one left out."""
        meanings = sorted({meaning for meaning in meaning_of.values() if meaning is not None})
        codes = [meanings.index(found) if (found := meaning_of.get(old)) is not None else -1 for old in self.meanings]
        new = np.array([*codes, -1], np.int64)[self.codes]
        found = _Values(meanings=meanings)
        for code in range(len(meanings)):
            told = np.zeros(len(chosen), np.bool_)
            told[self.events[new == code]] = True
            events = np.flatnonzero(told & chosen).astype(np.int32)
            found.events = np.append(found.events, events)
            found.codes = np.append(found.codes, np.full(len(events), code, np.int32))
        return found

    def most(self, chosen: NDArray[np.bool_], limit: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values among the chosen events, equally frequent ones in their order."""
        counts = np.bincount(self.codes[chosen[self.events]], minlength=len(self.meanings))
        found = sorted((-int(counts[code]), self.meanings[code]) for code in np.flatnonzero(counts))
        return tuple((str(value), -number) for number, value in found[:limit])


class Gauge:
    """Counts values of facets among the events of one ledger; may be asked from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: tuple[int, int] | None = None
        """The ledger's when all its events were read; ``_standing`` tells which places are those of its events."""
        self._forget()

    def facets(
        self, connection: Connection, wanted: EventFilter, limit: int
    ) -> dict[Facet, tuple[tuple[str, int], ...]]:
        """For each facet its most frequent values with the number of events, the most frequent first."""
        outlet, event, tally = schema.outlet, schema.event, schema.tally
        given_out = select(tally.c.value).where(tally.c.name == "last event").scalar_subquery()
        number, last = connection.execute(select(func.count(), given_out).select_from(event)).one()
        owners = {row.name: row.ownership for row in connection.execute(select(outlet.c.name, outlet.c.ownership))}
        with self._lock:
            if self._size > 2 * self._most + 20_000:
                # Mostly events that were grouped anew since: their places are given back.
                self._forget()
            chosen = self._meeting(connection, wanted, (number, last))
            found = {facet: values.most(chosen, limit) for facet, values in self._values.items()}
            found["ownership"] = self._values["outlet"].grouped(owners, chosen).most(chosen, limit)
        return {facet: found[facet] for facet in ORDER}

    def _meeting(self, connection: Connection, wanted: EventFilter, state: tuple[int, int]) -> NDArray[np.bool_]:
        """The places of the events that meet the conditions. ``state`` is another one after every change of events."""
        asked = [name for name, field in EventFilter.model_fields.items() if getattr(wanted, name) != field.default]
        if not _TESTED.union(_LISTED).issuperset(asked):
            return self._chosen(connection, _keys(connection, *conditions(wanted)))
        if _LISTED.isdisjoint(asked) and state != self._state:
            self._standing, self._state = self._chosen(connection, _keys(connection)), state
        complete = state == self._state
        # With all events at hand countries too are told by the columns.
        told = [name for name in _SIDES if complete and self._known(getattr(wanted, name))]
        left = wanted.model_copy(update=dict.fromkeys(told, ()))
        lists = [np.array(connection.execute(found).scalars().all(), np.int64) for found in lists_of(left)]
        if lists:
            chosen = self._chosen(connection, reduce(np.intersect1d, lists[1:], np.unique(lists[0])))
        else:
            chosen = np.append(self._standing, np.zeros(self._size - len(self._standing), np.bool_))
        for test in (*self._tests(wanted), *(self._countries(wanted) if complete else ())):
            chosen &= test
        return chosen

    @staticmethod
    def _known(values: tuple[str, ...]) -> bool:
        return all(COUNTRY.fullmatch(value) for value in values)

    def _countries(self, wanted: EventFilter) -> Iterator[NDArray[np.bool_]]:
        """The conditions that name nothing but countries, each as the places that meet it."""
        for name, sides in _SIDES.items():
            countries: tuple[str, ...] = getattr(wanted, name)
            if countries and self._known(countries):
                found = np.zeros(self._size, np.bool_)
                for side in sides:
                    values = self._values[side]
                    codes = [values.code_of[value] for value in countries if value in values.code_of]
                    found[values.events[np.isin(values.codes, codes)]] = True
                yield found

    def _tests(self, wanted: EventFilter) -> Iterator[NDArray[np.bool_]]:
        """The conditions that the columns alone can tell, each as the places that meet it."""
        asked: tuple[tuple[Facet, tuple[Any, ...]], ...] = (
            ("type", wanted.type), ("status", wanted.status), ("quad", wanted.quad),
        )  # fmt: skip
        for facet, among in asked:
            if among:
                values = self._values[facet]
                codes = [values.code_of[value] for value in among if value in values.code_of]
                yield np.isin(values.codes, codes)
        origins = self._values["origins"]
        number = np.array([*origins.meanings, 0], np.int32)[origins.codes]
        if wanted.min_origins:
            yield number >= wanted.min_origins
        if wanted.max_origins is not None:
            yield number <= wanted.max_origins
        if wanted.since:
            yield self._day >= day_of(wanted.since)
        if wanted.until:
            yield self._day <= day_of(wanted.until, last=True)

    def _forget(self) -> None:
        self._size = self._most = 0
        self._day = np.empty(0, np.int32)
        self._state = None
        self._standing = np.zeros(0, np.bool_)
        self._place_of = np.full(1024, -1, np.int32)
        self._values: dict[Facet, _Values] = {facet: _Values() for facet in ORDER if facet != "ownership"}

    def _chosen(self, connection: Connection, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which places in the columns are those of some events; events that have none yet are read."""
        if len(keys):
            self._make_room(int(keys.max()))
            missing = keys[self._place_of[keys] < 0]
            if len(missing):
                self._read(connection, missing)
        self._most = max(self._most, len(keys))
        chosen = np.zeros(self._size, np.bool_)
        chosen[self._place_of[keys]] = True
        return chosen

    def _make_room(self, last: int) -> None:
        if last >= len(self._place_of):
            more = max(last + 1, 2 * len(self._place_of)) - len(self._place_of)
            self._place_of = np.append(self._place_of, np.full(more, -1, np.int32))

    def _read(self, connection: Connection, missing: NDArray[np.int64]) -> None:
        told: dict[Facet, list[tuple[int, Any]]] = {facet: [] for facet in self._values}
        days: list[int] = []
        for chosen in _parts(missing):
            new: dict[int, int] = {}
            for row in connection.execute(_events(chosen)):
                key, values = row[0], row[2:]
                self._make_room(key)
                if self._place_of[key] >= 0:
                    continue
                days.append(row[1])
                new[key] = self._place_of[key] = self._size
                self._size += 1
                for facet, value in zip(_SINGLE, values, strict=True):
                    if value is not None:
                        told[facet].append((new[key], value))
            for facet, several in (("actor", _sides(chosen, "actor")), ("recipient", _sides(chosen, "recipient")),
                                   ("outlet", _outlets(chosen))):  # fmt: skip
                told[facet] += [(new[row[0]], row[1]) for row in connection.execute(several) if row[0] in new]
        self._day = np.append(self._day, np.array(days, np.int32))
        for facet, pairs in told.items():
            self._values[facet].take(pairs)


def _keys(connection: Connection, *conditions: ColumnElement[bool]) -> NDArray[np.int64]:
    return np.array(connection.execute(select(schema.event.c.key).where(*conditions)).scalars().all(), np.int64)


Chosen = Callable[[ColumnElement[int]], ColumnElement[bool]]


def _parts(keys: NDArray[np.int64]) -> Iterator[Chosen]:
    """Conditions on a column of event keys that together choose all of these, and perhaps some between."""
    if len(keys) > _FEW:
        first, last = int(keys.min()), int(keys.max())
        yield lambda column: and_(column >= first, column <= last)
        return
    for part in batches([int(key) for key in keys]):
        yield partial(_among, part)


def _among(part: Sequence[int], column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.in_(part)


def _events(chosen: Chosen) -> Select[Any]:
    event = schema.event
    return select(event.c.key, event.c.day, event.c.type, event.c.status, event.c.quad_code, event.c.place_country,
                  event.c.origins).where(chosen(event.c.key))  # fmt: skip


def _sides(chosen: Chosen, side: str) -> Select[Any]:
    party = schema.event_party
    return (
        select(party.c.event, party.c.country)
        .where(chosen(party.c.event), party.c.side == side, party.c.country.is_not(None))
        .distinct()
        .order_by(party.c.event, party.c.country)
    )


def _outlets(chosen: Chosen) -> Select[Any]:
    told, outlet = schema.event_outlet, schema.outlet
    return (
        select(told.c.event, outlet.c.name)
        .join(outlet, outlet.c.key == told.c.outlet)
        .where(chosen(told.c.event))
        .order_by(told.c.event, told.c.outlet)
    )
