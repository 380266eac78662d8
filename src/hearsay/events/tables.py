"""The data files of this room: TSV with a header, read once. A line that begins with ``#`` is a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of ``data/NAME`` as column -> cell; cells are stripped, missing trailing cells are empty."""
    text = (files("hearsay.events") / "data" / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        cells += [""] * (len(header) - len(cells))
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def word_set(name: str) -> frozenset[str]:
    """A closed set of words by the name it has in ``data/word_sets.tsv``."""
    return next(frozenset(row["words"].split("|")) for row in read_table("word_sets.tsv") if row["set"] == name)
