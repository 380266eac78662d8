"""Ctrl-C stops between two pieces of output, never inside one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """While it is open, Ctrl-C raises KeyboardInterrupt, but inside ``held()`` only when that is done."""

    def __init__(self) -> None:
        self._holding = False
        self._asked = False

    @contextmanager
    def open(self) -> Iterator[Interrupts]:
        """Signals can be handled in the main thread alone; elsewhere nothing changes."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        before = signal.signal(signal.SIGINT, self._hear)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held(self) -> Iterator[None]:
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            if self._asked:
                self._asked = False
                raise KeyboardInterrupt

    def _hear(self, signum: int, frame: FrameType | None) -> None:
        if self._holding:
            self._asked = True
        else:
            raise KeyboardInterrupt
