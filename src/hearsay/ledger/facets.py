"""The most frequent values among some of the events in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.filters import Facet
from hearsay.ledger.holding import Chosen, Holding

Found = tuple[tuple[str, int], ...]


def facets_among(held: Holding, chosen: Chosen, connection: Connection, limit: int) -> dict[Facet, Found]:
    """For each facet its most frequent values with the number of events, equally frequent ones in their order."""
    told = held.told[chosen[held.told[:, 0]]]
    names, owners = _outlets(connection, told[:, 1])

    def among(side: int) -> Found:
        events, sides, _, actors, first = held.parties.T
        found = held.countries.codes[actors[(first == 1) & (sides == side) & chosen[events]]]
        return _most(np.bincount(found), held.countries.meanings, limit)

    def shared(name: str) -> Found:
        return _most(np.bincount(held.coded[name].codes[chosen]), held.coded[name].meanings, limit)

    def counted(name: str) -> Found:
        counts = np.bincount(held.numbers[name][chosen])
        return _most(counts, range(len(counts)), limit)

    owned = sorted({owner for owner in owners if owner})
    by_owner = [_number(told[:, 0], np.array([owner == one for owner in owners])[told[:, 1]], chosen) for one in owned]
    return {
        "type": shared("type"), "status": shared("status"), "quad": counted("quad"), "actor": among(0),
        "recipient": among(1), "place": shared("country"), "outlet": _most(np.bincount(told[:, 1]), names, limit),
        "ownership": _most(np.array(by_owner, np.int64), owned, limit), "origins": counted("origins"),
    }  # fmt: skip


def _outlets(connection: Connection, keys: NDArray[np.int32]) -> tuple[list[str | None], list[str | None]]:
    """Names and owners of outlets, by their keys."""
    outlet = schema.outlet.c
    last = int(keys.max(initial=0))
    names: list[str | None] = [None] * (last + 1)
    owners: list[str | None] = [None] * (last + 1)
    for row in connection.execute(select(outlet.key, outlet.name, outlet.ownership).where(outlet.key <= last)):
        names[row.key], owners[row.key] = row.name, row.ownership
    return names, owners


def _number(events: NDArray[np.int32], rows: NDArray[np.bool_], chosen: Chosen) -> int:
    """How many events are in some of the rows."""
    found = np.zeros(len(chosen), np.bool_)
    found[events[rows]] = True
    return int(found.sum())


def _most(counts: NDArray[np.int64], meanings: Sequence[Any], limit: int) -> Found:
    """The values counted most, with their number."""
    found = sorted((-int(counts[c]), meanings[c]) for c in np.flatnonzero(counts).tolist() if meanings[c] is not None)
    return tuple((str(value), -number) for number, value in found[:limit])
