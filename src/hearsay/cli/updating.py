"""How far a ledger of an earlier version has been brought up to date, while a command waits for it."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 2.0
"""Seconds before anything is said: small ledgers are done by then."""


class Updating:
    """Called with the number of events that are summed up anew, and of all; a bar on a terminal, else a line."""

    def __init__(self, db: str) -> None:
        self._db = db
        self._begun = time.monotonic()
        self._said = False
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        if not self._said and time.monotonic() - self._begun > _PATIENCE:
            self._said = True
            sys.stderr.write(
                f"hearsay: {self._db} is from an earlier version: its {total} events are summed up anew first; Ctrl-C "
                "leaves it as it was\n"
            )
            if sys.stderr.isatty():
                self._show(total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done)
            if done == total:
                self._bar.stop()

    def _show(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

        self._bar = Progress(
            BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True
        )
        self._task = self._bar.add_task("", total=total)
        self._bar.start()
