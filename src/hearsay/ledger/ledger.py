"""The ledger as one object: open it, add codings, ask it.

    with Ledger.open("hearsay.db") as ledger:
        ledger.add(hearsay.code(text, published="2024-07-15", outlet="Lowland Observer"))
        for event in ledger.events(EventFilter(actor=("IRN",), min_origins=2)):
            print(event.summary)

Every method is one transaction. Methods may be called from several threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from hearsay.ledger import opening
from hearsay.ledger.adding import add_coding, is_stored
from hearsay.ledger.backup import back_up
from hearsay.ledger.checking import check_ledger
from hearsay.ledger.documents import find_document, load_coding, load_document, load_stored
from hearsay.ledger.gauge import Gauge
from hearsay.ledger.judging import judge_pair, list_judgements, undo_judgement
from hearsay.ledger.merging import regroup
from hearsay.ledger.opening import Progress
from hearsay.ledger.questions import Questions
from hearsay.ledger.recoding import due, recode_document
from hearsay.ledger.records import (
    Added,
    Fault,
    Judgement,
    LedgerStatus,
    Recoded,
    StoredDocument,
    Verdict,
)
from hearsay.ledger.removing import remove_document
from hearsay.ledger.renewing import renew, renew_events
from hearsay.ledger.review_desk import ReviewDesk
from hearsay.ledger.reviewing import forget_judged
from hearsay.ledger.rivals import Rival, store_rivals
from hearsay.ledger.status import status_of
from hearsay.records import Coding, Document, Ownership

if TYPE_CHECKING:
    from hearsay.world import World


class Ledger(Questions, ReviewDesk):
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
        progress: Progress | None = None,
    ) -> Self:
        """Open the ledger at a path (SQLite) or a ``postgresql://`` URL; a missing one is made if ``create``.

        A ledger of an older version is brought up to date, of which ``progress`` is told. ``clock`` gives the time that
        additions are stamped with, ``patience`` the seconds to wait for another writer, ``longest`` those that a
        question may take. Raises LedgerError when there is no ledger, or the database holds something else;
        NewerLedgerError for a later version. A question that takes longer raises SlowQuestionError.
        """
        if not create and not read_only:
            opening.engine_for(target, read_only=True).dispose()
        engine = opening.engine_for(target, read_only=read_only, patience=patience, longest=longest)
        try:
            with opening.plainly(engine):
                opening.prepare(engine, create=create and not read_only, progress=progress, then=renew_events)
                if not read_only:
                    renew(engine, progress)
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

    def take_rivals(self, dataset: str, rows: Iterable[Rival]) -> int:
        """Keep events of another dataset beside the ledger's own, to compare with; how many came."""
        with self._write() as connection:
            return store_rivals(connection, dataset, rows)

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
