"""What goes to standard error: one line for each problem, and how the work comes along."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hearsay.ingest import Incoming, Problem

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 2.0
"""Seconds before a progress bar shows: short work is over before it could be read."""


class Messages:
    """Prints problems, remembers whether any was an error, and shows a bar on a terminal that shows nothing else."""

    def __init__(self, *, bar: bool = False, total_bytes: int | None = None) -> None:
        self.failed = False
        self.done = 0
        self._bar_wanted = bar and sys.stderr.isatty()
        self._total = total_bytes
        self._begun = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def problem(self, problem: Problem) -> None:
        self.failed = self.failed or problem.level == "error"
        self.say(problem.line())

    def say(self, line: str) -> None:
        """One line, whole, above the bar if there is one."""
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            sys.stderr.write(f"hearsay: {line}\n")
            sys.stderr.flush()

    def coded(self, incoming: Incoming) -> None:
        """One more document is done."""
        self.done += 1
        if self._bar_wanted and self._bar is None and time.monotonic() - self._begun > _PATIENCE:
            self._show()
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=incoming.read_bytes, documents=self.done)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("coding"),
            BarColumn(),
            TextColumn("{task.fields[documents]} documents"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("coding", total=self._total, documents=self.done)
        self._bar.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None
