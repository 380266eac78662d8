"""A gold record as the coder gets it: its text and what a reader would know of it, never its annotation."""

from __future__ import annotations

import hashlib

from benchmarks.accuracy.sets import Gold
from hearsay.records import Document, Region


def document(gold: Gold) -> Document:
    """The document of a gold record of any set; spans of what is coded index ``gold["text"]`` unchanged."""
    text, title = gold["text"], gold.get("title")
    outlet = gold.get("outlet") or {"name": gold.get("publisher")}
    return Document(
        id=gold["id"],
        digest=hashlib.sha256(f"{title or ''}\n{text}".encode()).hexdigest(),
        text=text,
        title=title,
        published=gold.get("published") or gold.get("date"),
        outlet=outlet["name"],
        url=gold.get("url"),
        regions=(Region(kind="body", span=(0, len(text))),),
    )
