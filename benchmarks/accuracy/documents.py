"""A gold record as the coder gets it: its text and what a reader would know of it, never its annotation."""

from __future__ import annotations

from benchmarks.accuracy.sets import Gold
from hearsay.ingest import make_document
from hearsay.records import Document


def document(gold: Gold) -> Document:
    """The document of a gold record of any set, made as ``hearsay code`` makes it from a line of JSON."""
    outlet = gold.get("outlet") or {"name": gold.get("publisher")}
    return make_document(
        gold["text"],
        id=gold["id"],
        title=gold.get("title"),
        published=gold.get("published") or gold.get("date"),
        outlet=outlet["name"],
        url=gold.get("url"),
    )
