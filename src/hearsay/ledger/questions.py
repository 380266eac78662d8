"""The methods of a ledger that answer questions. See docs/ledger.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from hearsay.ledger.answer import Answer
from hearsay.ledger.asking import count_events, list_among, list_events, load_event
from hearsay.ledger.facets import facets_among
from hearsay.ledger.filters import EventFilter, Facet, Order, Period
from hearsay.ledger.gauge import Gauge
from hearsay.ledger.network import edges_among, edges_of
from hearsay.ledger.own_types import meant_by, own_types
from hearsay.ledger.places import spots_among, spots_of
from hearsay.ledger.profiles import find_actors, profile_of
from hearsay.ledger.quoting import list_quotes
from hearsay.ledger.records import ActorProfile, Bin, Edge, LedgerEvent, Outlet, Quote, Spot
from hearsay.ledger.rivals import Comparison, compare
from hearsay.ledger.sources import counts_among, counts_of, outlets_of
from hearsay.ledger.sql import Rows, query
from hearsay.ledger.timeline import bins_among, bins_of
from hearsay.records import Actor


class Questions:
    """What a ledger can be asked."""

    _gauge: Gauge

    if TYPE_CHECKING:

        def _read(self) -> AbstractContextManager[Connection]: ...

    def events(
        self, wanted: EventFilter | None = None, order: Order = "-date", limit: int = 50, after: str | None = None
    ) -> Answer[LedgerEvent]:
        """Events that meet all conditions, a page of them. ``after`` is that of the answer before, or an event's id."""
        with self._read() as connection:
            asked = meant_by(connection, wanted or EventFilter())
            return Answer(*self._gauge.ask(
                connection, asked, lambda held, chosen: list_among(held, chosen, connection, order, limit, after),
                lambda: list_events(connection, asked, order, limit, after),
            ))  # fmt: skip

    def count(self, wanted: EventFilter | None = None) -> int:
        """How many events meet all conditions."""
        with self._read() as connection:
            asked = meant_by(connection, wanted or EventFilter())
            return self._gauge.ask(
                connection, asked, lambda _, chosen: int(chosen.sum()), lambda: count_events(connection, asked)
            )

    def event(self, id: str) -> LedgerEvent:
        """An event with its accounts, origins, figures and joinings; the id of any of its accounts leads to it."""
        with self._read() as connection:
            return load_event(connection, id)

    def facets(self, wanted: EventFilter | None = None, limit: int = 12) -> dict[Facet, tuple[tuple[str, int], ...]]:
        """For each facet its most frequent values among the events that meet all conditions.

        The first time all events are read into memory; questions about many events are quicker from then on.
        """
        with self._read() as connection:
            return self._gauge.load(
                connection, meant_by(connection, wanted or EventFilter()),
                lambda held, chosen: facets_among(held, chosen, connection, limit),
            )  # fmt: skip

    def own_types(self) -> dict[str, int]:
        """How many events there are of each event type that a project defined for itself."""
        with self._read() as connection:
            return own_types(connection)

    def sources(self, limit: int = 200) -> Answer[Outlet]:
        """Outlets: how many events each tells, first or alone, and whom it relays; those with most articles first."""
        with self._read() as connection:
            counts = self._gauge.ask(connection, EventFilter(), counts_among, lambda: counts_of(connection))
            return Answer(outlets_of(connection, counts, limit))

    def actor(self, name: str) -> ActorProfile:
        """An actor by knowledge id, identity, or words of a name; of several the one in most events."""
        with self._read() as connection:
            return profile_of(connection, name)

    def actors(self, words: str, limit: int = 20) -> Answer[Actor]:
        """Actors whose name holds these words, those in most events first."""
        with self._read() as connection:
            return Answer(find_actors(connection, words, limit))

    def quotes(
        self,
        words: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        limit: int = 50,
        after: int | None = None,
    ) -> Answer[Quote]:
        """Quotations that hold all the words, newest first; ``after`` is the number of the last one of a page."""
        with self._read() as connection:
            found = list_quotes(connection, words, speaker, since, until, outlet, limit, after)
        return Answer(found, str(found[-1].number) if len(found) == limit else None)

    def network(self, wanted: EventFilter | None = None, limit: int = 200) -> Answer[Edge]:
        """Who does what to whom: pairs of actors with their events by quad class, the most frequent pairs first."""
        with self._read() as connection:
            asked = meant_by(connection, wanted or EventFilter())
            return Answer(self._gauge.ask(
                connection, asked, lambda held, chosen: edges_among(held, chosen, connection, limit),
                lambda: edges_of(connection, asked, limit),
            ))  # fmt: skip

    def places(self, wanted: EventFilter | None = None, limit: int = 200) -> Answer[Spot]:
        """Where events happened, each place as precisely as it was told, those of most events first."""
        with self._read() as connection:
            asked = meant_by(connection, wanted or EventFilter())
            return Answer(self._gauge.ask(
                connection, asked, lambda held, chosen: spots_among(held, chosen, limit),
                lambda: spots_of(connection, asked, limit),
            ))  # fmt: skip

    def timeline(self, wanted: EventFilter | None = None, by: Period = "month") -> Answer[Bin]:
        """Events by day, week, month or year, quad class by quad class; times without events are left out."""
        with self._read() as connection:
            asked = meant_by(connection, wanted or EventFilter())
            return Answer(self._gauge.ask(
                connection, asked, lambda held, chosen: bins_among(held, chosen, by),
                lambda: bins_of(connection, asked, by),
            ))  # fmt: skip

    def sql(self, statement: str, parquet: Mapping[str, Path] | None = None) -> Rows:
        """One SELECT in DuckDB over the ledger's tables and Parquet files, each a table by its name here.

        Nothing else can be read or written by it.
        """
        with self._read() as connection:
            return query(connection, statement, parquet)

    def compare(self, dataset: str, wanted: EventFilter | None = None, limit: int = 50) -> Comparison:
        """What the ledger and an imported dataset have in common, and where they differ; ``limit`` bounds the list."""
        with self._read() as connection:
            return compare(connection, dataset, wanted, limit)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is at one moment, for questions of one's own."""
        with self._read() as connection:
            yield connection
