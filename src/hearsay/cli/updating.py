"""How far a ledger of an earlier version has been brought up to date, while a command waits for it."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 2.0
"""Seconds before anything is said: small ledgers are done by then."""


class Updating:
    """Called with the number of events that are summed up anew, and of all: 0 of 0 while tables are changed.

    After two seconds it says so: with a bar on a terminal, else in a line.
    """

    def __init__(self, db: str) -> None:
        self._db = db
        self._begun = time.monotonic()
        self._said = False
        self._timer: threading.Timer | None = None
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def __call__(self, done: int, total: int) -> None:
        if not total:
            # A single statement may take minutes, so that nothing else would come by to say it.
            self._timer = threading.Timer(_PATIENCE, self._say, ("it is brought up to date", None))
            self._timer.daemon = True
            self._timer.start()
            return
        self._stop_timer()
        if not self._said and time.monotonic() - self._begun > _PATIENCE:
            self._say(f"its {total} events are summed up anew", total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description="events")
            if done == total:
                self._end()

    def _say(self, what: str, total: int | None) -> None:
        self._said = True
        sys.stderr.write(f"hearsay: {self._db} is from an earlier version: {what} first; Ctrl-C leaves it as it was\n")
        if sys.stderr.isatty():
            self._show(total)

    def _show(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("tables" if total is None else "events", total=total)
        self._bar.start()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None

    def _end(self) -> None:
        self._stop_timer()
        if self._bar is not None:
            self._bar.stop()
