"""The ledger as one object: open it, add codings, ask it.

    with Ledger.open("hearsay.db") as ledger:
        ledger.add(hearsay.code(text, published="2024-07-15", outlet="Lowland Observer"))
        for event in ledger.events(EventFilter(actor=("IRN",), min_origins=2)):
            print(event.summary)

Every method is one transaction. Methods may be called from several threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from hearsay.ledger import opening
from hearsay.ledger.adding import add_coding, is_stored
from hearsay.ledger.answer import Answer
from hearsay.ledger.asking import count_events, list_among, list_events, load_event
from hearsay.ledger.backup import back_up
from hearsay.ledger.checking import check_ledger
from hearsay.ledger.documents import find_document, load_coding, load_document, load_stored
from hearsay.ledger.facets import facets_among
from hearsay.ledger.filters import EventFilter, Facet, Order, Period
from hearsay.ledger.gauge import Gauge
from hearsay.ledger.judging import judge_pair, list_judgements, undo_judgement
from hearsay.ledger.merging import regroup
from hearsay.ledger.network import edges_among, edges_of
from hearsay.ledger.own_types import meant_by, own_types
from hearsay.ledger.places import spots_among, spots_of
from hearsay.ledger.profiles import find_actors, profile_of
from hearsay.ledger.quoting import list_quotes
from hearsay.ledger.recoding import due, recode_document
from hearsay.ledger.records import (
    ActorProfile,
    Added,
    Bin,
    Edge,
    Fault,
    Judgement,
    LedgerEvent,
    LedgerStatus,
    Outlet,
    Quote,
    Recoded,
    Spot,
    StoredDocument,
    Verdict,
)
from hearsay.ledger.removing import remove_document
from hearsay.ledger.renewing import renew, renew_events
from hearsay.ledger.review_desk import ReviewDesk
from hearsay.ledger.reviewing import forget_judged
from hearsay.ledger.rivals import Comparison, Rival, compare, store_rivals
from hearsay.ledger.sources import outlets_of
from hearsay.ledger.sql import Rows, query
from hearsay.ledger.status import status_of
from hearsay.ledger.timeline import bins_among, bins_of
from hearsay.records import Actor, Coding, Document, Ownership

if TYPE_CHECKING:
    from hearsay.world import World


class Ledger(ReviewDesk):
    """A database of events, each once, with every account of it. Make one with :meth:`open`."""

    def __init__(self, engine: Engine, *, read_only: bool = False, clock: Callable[[], datetime] | None = None):
        self.engine = engine
        self.read_only = read_only
        self._clock = clock or (lambda: datetime.now(UTC))
        self._world: World | None = None
        self._gauge = Gauge()

    @classmethod
    def open(
        cls,
        target: str | Path = "hearsay.db",
        *,
        read_only: bool = False,
        create: bool = True,
        clock: Callable[[], datetime] | None = None,
        patience: float = opening.PATIENCE,
        longest: float | None = None,
    ) -> Self:
        """Open the ledger at a path (SQLite) or a ``postgresql://`` URL; a missing one is made if ``create``.

        Tables of an older version are updated. ``clock`` gives the time that additions are stamped with, ``patience``
        the seconds to wait for another writer, ``longest`` those that a question may take. Raises LedgerError when
        there is no ledger, or the database holds something else; NewerLedgerError for a later version. A question that
        takes longer raises SlowQuestionError.
        """
        if not create and not read_only:
            opening.engine_for(target, read_only=True).dispose()
        engine = opening.engine_for(target, read_only=read_only, patience=patience, longest=longest)
        try:
            with opening.plainly(engine):
                opening.prepare(engine, create=create and not read_only, then=renew_events)
                if not read_only:
                    renew(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, read_only=read_only, clock=clock)

    def close(self) -> None:
        """Give connections back. The ledger is whole at any moment, closed or not."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # -- store --------------------------------------------------------------------------------------------------------

    def add(self, coding: Coding, coder: str = "unknown") -> Added:
        """Store a coding and its document; what is there already changes nothing.

        ``coder`` names the version that made it. Raises ValueError when a span does not quote the text.
        """
        with self._write() as connection:
            return add_coding(
                connection, coding, coder=coder, made=self._now(), ownership=self._ownership(coding.document.outlet)
            )

    def holds(self, document: Document) -> bool:
        """Whether a document is stored already, in this very wording: then it need not be coded."""
        with self._read() as connection:
            return is_stored(connection, document)

    def remove(self, document: str) -> StoredDocument:
        """Remove a document by digest or id, with all that it alone told; what was removed."""
        with self._write() as connection:
            key = find_document(connection, document)
            stored = load_stored(connection, key)
            remove_document(connection, key)
            return stored

    def due(self, coder: str) -> list[int]:
        """Keys of documents that another coder version coded: those that :meth:`recode` would change."""
        with self._read() as connection:
            return due(connection, coder)

    def recode(self, code: Callable[[Document], Coding], coder: str) -> Iterator[Recoded]:
        """Code again, one transaction a document, what another coder version coded; the older codings are kept."""
        for key in self.due(coder):
            yield self.replace_coding(key, code(self.document_to_code(key)), coder)

    def document_to_code(self, key: int) -> Document:
        """A document by its key, as :meth:`due` gives it."""
        with self._read() as connection:
            return load_document(connection, key)

    def replace_coding(self, key: int, coding: Coding, coder: str) -> Recoded:
        """Make a new coding of a document the current one, in one transaction; the older one is kept."""
        with self._write() as connection:
            return recode_document(connection, key, coding, coder=coder, made=self._now())

    def document(self, name: str) -> StoredDocument:
        """A document by digest, the beginning of one, or id."""
        with self._read() as connection:
            return load_stored(connection, find_document(connection, name))

    def coding(self, name: str) -> Coding:
        """The current coding of a document by digest, the beginning of one, or id."""
        with self._read() as connection:
            return load_coding(connection, find_document(connection, name))

    # -- ask ----------------------------------------------------------------------------------------------------------

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
            return Answer(outlets_of(connection, limit))

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

    def take_rivals(self, dataset: str, rows: Iterable[Rival]) -> int:
        """Keep events of another dataset beside the ledger's own, to compare with; how many came."""
        with self._write() as connection:
            return store_rivals(connection, dataset, rows)

    def compare(self, dataset: str, wanted: EventFilter | None = None, limit: int = 50) -> Comparison:
        """What the ledger and an imported dataset have in common, and where they differ; ``limit`` bounds the list."""
        with self._read() as connection:
            return compare(connection, dataset, wanted, limit)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is at one moment, for questions of one's own."""
        with self._read() as connection:
            yield connection

    # -- judge --------------------------------------------------------------------------------------------------------

    def judge(self, subject: str, other: str, verdict: Verdict, judge: str) -> int:
        """Say whether two accounts tell one event. It is obeyed at once; the judgement's number."""
        with self._write() as connection:
            number, keys = judge_pair(connection, subject, other, verdict, judge, self._now())
            regroup(connection, keys)
            return number

    def undo(self, number: int) -> None:
        """Take a judgement back."""
        with self._write() as connection:
            regroup(connection, undo_judgement(connection, number, self._now()))
            forget_judged(connection, number, self._now())

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, those taken back among them."""
        with self._read() as connection:
            return list_judgements(connection)

    # -- keep ---------------------------------------------------------------------------------------------------------

    def status(self) -> LedgerStatus:
        """How much it holds."""
        with self._read() as connection:
            return status_of(connection)

    def check(self) -> tuple[Fault, ...]:
        """What is wrong in it: nothing when all is well."""
        with self._read() as connection:
            return tuple(check_ledger(connection))

    def analyze(self) -> None:
        """Let the database learn how values are spread: worth it after many documents were added."""
        with self._write() as connection:
            opening.analyze(connection)

    def backup(self, target: str | Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy an SQLite ledger to a new file while it is in use."""
        with opening.plainly(self.engine):
            back_up(self.engine, Path(target), progress)

    # -----------------------------------------------------------------------------------------------------------------

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with opening.plainly(self.engine), opening.writing(self.engine) as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with opening.plainly(self.engine), opening.reading(self.engine) as connection:
            yield connection

    def _time(self) -> datetime:
        return self._clock()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _ownership(self, outlet: str | None) -> Ownership | None:
        if outlet is None:
            return None
        if self._world is None:
            from hearsay.world import World

            self._world = World.default()
        found = self._world.outlet(outlet)
        return found.ownership if found else None  # type: ignore[return-value]
