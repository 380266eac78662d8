"""What went wrong with one input, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for standard error: where, what, and what to do.

    An *error* means that something asked for was not done (a document skipped, a date ignored): the command ends
    with status 1. A *warning* means that it was done on an assumption the reader should know.
    """

    level: Level
    where: str
    """The file, with line or record number when it holds several: ``articles.jsonl:17``."""
    message: str
    """What is wrong and the remedy, on one line."""

    def line(self) -> str:
        """The problem as one printable line, whatever the file was called."""
        text = f"{self.level}: {self.where}: {self.message}"
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
