"""Where pieces of output go: the terminal, a pipe, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from hearsay.errors import HearsayError

_CONTROLS = re.compile("[\x7f-\x9f]")


class Output:
    """Takes text and writes it whole, piece by piece, as UTF-8.

    A file is written as ``NAME.part`` and renamed at the end, so a file of the right name is always complete. After
    Ctrl-C the part stays, with whole records in it. ``join`` stands between pieces, ``head`` and ``tail`` around
    all of them; the tail is written after an interruption too, so that what was done can be read.
    """

    def __init__(self, path: Path | None, *, head: str = "", join: str = "", tail: str = "") -> None:
        self._head, self._join, self._tail = head, join, tail
        self._begun = False
        self._path = path
        # A device or a pipe cannot be renamed into place.
        self._part = path.with_name(path.name + ".part") if path and (path.is_file() or not path.exists()) else None
        try:
            self._stream: BinaryIO = (self._part or path).open("wb") if path else _standard_output()
        except OSError as error:
            raise HearsayError(f"{path}: cannot be written ({error.strerror}): choose another --output") from None
        self._screen = path is None and self._stream.isatty()
        self.pieces = 0

    def write(self, piece: str) -> None:
        """Add one piece; an empty one is left out."""
        if piece:
            before = self._join if self.pieces else ("" if self._begun else self._head)
            self._begun = True
            self.pieces += 1
            self._put(before + piece)

    @property
    def part(self) -> Path | None:
        """Where the output stands while it is not complete."""
        return self._part

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, BrokenPipeError):
            return
        if kind is None or isinstance(error, KeyboardInterrupt):
            self._put(("" if self._begun else self._head) + self._tail)
        if self._path is None:
            return
        self._stream.close()
        if kind is None and self._part:
            os.replace(self._part, self._path)

    def _put(self, text: str) -> None:
        if self._screen:
            # Article text may hold the one-character form of an escape sequence; JSON lets it be written out.
            text = _CONTROLS.sub(lambda c: f"\\u{ord(c[0]):04x}", text)
        self._stream.write(text.encode("utf-8", errors="replace"))
        self._stream.flush()


def _standard_output() -> BinaryIO:
    sys.stdout.flush()
    return sys.stdout.buffer
