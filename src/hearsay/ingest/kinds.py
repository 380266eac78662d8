"""What a file is: by its suffix, or by its first bytes when it has none (standard input, pipes)."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from hearsay.errors import IngestError
from hearsay.ingest.decode import decode
from hearsay.ingest.drafts import COLUMNS

Kind = Literal["text", "markdown", "page", "json lines", "json", "csv"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
}

_PAGE = re.compile(r"<(!doctype html|html|head|body|article|main|div|!--|\?xml|meta|p>|p\s)", re.IGNORECASE)


def kind_of(path: PurePath) -> Kind | None:
    """The kind a suffix stands for; None without one. Raises IngestError for a suffix that is not read."""
    suffix = path.suffix.lower()
    if not suffix:
        return None
    try:
        return SUFFIXES[suffix]
    except KeyError:
        readable = " ".join(SUFFIXES)
        raise IngestError(f"files ending in {suffix} are not read: convert to one of {readable}") from None


def sniff(head: bytes) -> Kind:
    """The kind that the first bytes of a stream show; plain text when they show none."""
    try:
        text = decode(head)[0].lstrip()
    except IngestError:
        return "text"
    first, _, rest = text.partition("\n")
    if first.startswith("{"):
        # One object a line is JSON Lines; an object that goes on below its first line is one document.
        return "json" if rest and not first.rstrip().endswith("}") else "json lines"
    if re.match(r"\[\s*(\{|$)", first):
        return "json"
    if _PAGE.match(text):
        return "page"
    cells = {cell.strip().strip('"').lower() for cell in re.split(r"[,;\t]", first)}
    if "text" in cells and len(cells & set(COLUMNS)) >= 2:
        return "csv"
    return "text"
