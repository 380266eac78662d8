"""The ledger that an application shows: opened when first asked, opened anew when another file took its place, and
what takes long to ask kept until the ledger changes."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from hearsay.errors import LedgerError, OlderLedgerError, SlowQuestionError
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.opening import UNHURRIED, Progress, Watch, plainly

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds to wait for another program that keeps the whole ledger to itself."""
LONGEST = 10.0
"""Seconds that a question may take."""
QUICK = 0.1
"""Seconds of making an answer up to which it is made while the reader waits."""
SHARE = 20
"""An answer is made anew after so many times what making it takes: that much of a processor's time goes there."""
_KEPT = 64
"""Answers kept besides those that were made aside, which every reader needs."""


@dataclass(frozen=True, slots=True)
class _Answer:
    value: Any
    ledger: Ledger
    state: str
    made: float
    took: float


class Shelf:
    """The ledger at a path or URL. It is called for the ledger to read; :meth:`kept` for answers that take long."""

    def __init__(self, target: str | Path, *, read_only: bool = False, longest: float = LONGEST):
        self.target = str(target)
        self.read_only = read_only
        self.longest = longest
        self._ledger: Ledger | None = None
        self._written: Ledger | None = None
        self._watch: Watch | None = None
        self._file: tuple[int, int] | None = None
        self._lock = threading.Lock()
        self._over = False
        self._aside: set[threading.Thread] = set()
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._needed: set[Hashable] = set()
        self._due: dict[Hashable, Callable[[], object]] = {}
        self._renewing = False

    def __call__(self) -> Ledger:
        """The ledger, open for reading. LedgerError when there is none; for a file that vanished, too."""
        with self._lock:
            return self._open()

    def writing(self) -> Ledger:
        """The ledger, open for writing. LedgerError when this explorer only shows it."""
        if self.read_only:
            raise LedgerError("This explorer only shows the ledger: serve it without --read-only to change it")
        with self._lock:
            self._open()
            if self._written is None:
                self._written = Ledger.open(self.target, create=False, patience=self.longest)
            return self._written

    def begin(self) -> None:
        """Be ready for readers, again after the end, too. A ledger of an earlier version is brought up to date.

        That may take minutes, so it is never done while a reader waits; what else is wrong with the ledger, readers
        are told.
        """
        self._over = False
        with suppress(LedgerError):
            self.update()

    def update(
        self, told: Callable[[], AbstractContextManager[object]] = nullcontext, progress: Progress | None = None
    ) -> None:
        """Bring a ledger of an earlier version up to date; nothing to do for others.

        Where its tables are older, that is within what ``told`` gives; ``progress`` is told of events summed up anew.
        OlderLedgerError when this explorer may not change it.
        """
        if "://" not in self.target and self._found() is None:
            return
        within: Callable[[], AbstractContextManager[object]] = nullcontext
        try:
            self._readable().close()
        except OlderLedgerError:
            if self.read_only:
                raise
            within = told
        if not self.read_only:
            with within():
                Ledger.open(self.target, patience=PATIENCE, progress=progress).close()

    def close(self) -> None:
        """Give the ledger back; whoever still asks is refused. Questions asked aside are awaited for a while."""
        self._over = True
        for thread in list(self._aside):
            thread.join(self.longest)
        with self._lock:
            self._close()

    def aside(self, work: Callable[[], None]) -> None:
        """Do something beside answering readers: its questions may take as long as they do."""

        def done() -> None:
            UNHURRIED.set(True)
            try:
                work()
            finally:
                self._aside.discard(thread)

        thread = threading.Thread(target=done, daemon=True)
        self._aside.add(thread)
        thread.start()

    def kept(self, name: Hashable, make: Callable[[Ledger], T]) -> T:
        """The answer of this name, made anew when the ledger has changed.

        While one that takes longer than ``QUICK`` is made anew, readers get the one before: it is as old as its making
        takes, and nobody waits.
        """
        ledger = self()
        with plainly(ledger.engine):
            state = self._state(ledger)
        held = self._answers.get(name)
        if held is not None and held.ledger is ledger:
            if held.state == state:
                return self._used(name, held, make)
            if held.took > QUICK:
                if time.monotonic() - held.made > SHARE * held.took:
                    self._renew_aside(name, make, ledger)
                return self._used(name, held, make)
        making = self._making.setdefault(name, threading.Lock())
        if not making.acquire(timeout=-1 if UNHURRIED.get() else self.longest):
            raise SlowQuestionError("This is being counted, for the first time since the start: it takes a while yet")
        try:
            held = self._answers.get(name)
            if held is not None and held.ledger is ledger and held.state == state:
                return self._used(name, held, make)
            return self._make(name, make, ledger)
        finally:
            making.release()

    def _open(self) -> Ledger:
        if self._over:
            raise LedgerError("This explorer is being ended")
        file = self._found()
        if self._ledger is not None and file == self._file:
            return self._ledger
        self._close()
        if "://" not in self.target and file is None:
            raise LedgerError(
                f"{self.target}: there is no ledger here: make one with `hearsay add PATH... --db {self.target}`"
            )
        ledger = self._readable()
        self._ledger, self._file = ledger, file
        return ledger

    def _readable(self) -> Ledger:
        return Ledger.open(self.target, read_only=True, create=False, patience=PATIENCE, longest=self.longest)

    def _found(self) -> tuple[int, int] | None:
        """Which file stands at the path: another one of the same name is another ledger."""
        if "://" in self.target:
            return None
        try:
            found = Path(self.target).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _close(self) -> None:
        if self._watch is not None:
            self._watch.close()
        for ledger in (self._ledger, self._written):
            if ledger is not None:
                ledger.close()
        self._ledger = self._written = self._watch = self._file = None
        self._answers.clear()

    def _state(self, ledger: Ledger) -> str:
        with self._lock:
            if ledger is not self._ledger:
                return ""
            if self._watch is None:
                self._watch = Watch(ledger.engine)
            watch = self._watch
        return watch()

    def _make(self, name: Hashable, make: Callable[[Ledger], T], ledger: Ledger) -> T:
        # The state is asked before: a change while the answer is made leads to making it once more.
        state = self._state(ledger)
        begun = time.monotonic()
        value = make(ledger)
        ended = time.monotonic()
        with self._lock:
            if UNHURRIED.get() and name not in self._due:
                self._needed.add(name)
            self._answers[name] = _Answer(value, ledger, state, ended, ended - begun)
            others = [kept for kept in self._answers if kept not in self._needed]
            for dropped in others[:-_KEPT]:
                del self._answers[dropped]
                self._making.pop(dropped, None)
        return value

    def _renew_aside(self, name: Hashable, make: Callable[[Ledger], Any], ledger: Ledger) -> None:
        """Have an answer made anew, one after another."""
        with self._lock:
            self._due.setdefault(name, lambda: self._make(name, make, ledger))
            if self._renewing:
                return
            self._renewing = True
        self.aside(self._renew)

    def _renew(self) -> None:
        while True:
            with self._lock:
                if not self._due or self._over:
                    self._due.clear()
                    self._renewing = False
                    return
                name, work = next(iter(self._due.items()))
            try:
                work()
            except LedgerError:
                # The next reader is told, or gets it.
                self._answers.pop(name, None)
            finally:
                with self._lock:
                    self._due.pop(name, None)

    def _used(self, name: Hashable, held: _Answer, make: Callable[[Ledger], T]) -> T:
        with suppress(KeyError):
            self._answers.move_to_end(name)
        value: T = held.value
        return value
