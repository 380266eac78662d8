"""Answers from columns in memory, once they were read: what counts or sorts many events takes some milliseconds so.

A process that asks once is quicker with the database alone, so that only :meth:`Gauge.load` reads them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from sqlalchemy import Connection, func, select

from hearsay.ledger import schema
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.holding import Chosen, Holding, keys_of
from hearsay.ledger.meeting import meeting

T = TypeVar("T")

_SPARE = 20_000
"""Places of events that are no more, up to which they are left in the columns."""


class Gauge:
    """The events of one ledger in memory; may be asked from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held = Holding()
        self._state: tuple[int, int] | None = None
        """The ledger's when the columns were last brought up to date; None before they are first read."""
        self._standing: Chosen = np.zeros(0, np.bool_)
        """Which places are those of the ledger's events."""

    def load(self, connection: Connection, wanted: EventFilter, answer: Callable[[Holding, Chosen], T]) -> T:
        """What is made of the columns and of the places in them that meet the conditions; they are read if need be."""
        tally = schema.tally
        given_out = select(tally.c.value).where(tally.c.name == "last event").scalar_subquery()
        # It is another one after every change of events.
        number, last = connection.execute(select(func.count(), given_out).select_from(schema.event)).one()
        with self._lock:
            if self._state != (number, last):
                self._standing = self._held.chosen(connection, keys_of(connection))
                if len(self._held) > 2 * number + _SPARE:
                    self._held.drop(self._standing)
                    self._standing = np.ones(len(self._held), np.bool_)
                self._state = (number, last)
            return answer(self._held, meeting(connection, self._held, self._standing, wanted))

    def ask(
        self, connection: Connection, wanted: EventFilter, answer: Callable[[Holding, Chosen], T],
        otherwise: Callable[[], T],
    ) -> T:  # fmt: skip
        """The same where the columns were read before; what the database says by itself where they were not."""
        return otherwise() if self._state is None else self.load(connection, wanted, answer)
