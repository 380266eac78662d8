"""Where a document is made: checked, dated, numbered by its content, cut into regions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from hearsay.errors import IngestError
from hearsay.ingest.dates import iso_date
from hearsay.ingest.heading import stated_date, stated_title
from hearsay.ingest.regions import find_regions
from hearsay.records import Document, Region

MAX_CHARS = 2_000_000
"""Longest document read, in characters: some four hundred newspaper pages. Longer input is several documents."""


def make_document(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    regions: Sequence[Region] | None = None,
    markdown: bool = False,
    max_chars: int = MAX_CHARS,
) -> Document:
    """A document of one article's text, which is kept exactly as it is: all spans index it.

    ``published`` may be a date or a string in any common form (see :func:`~hearsay.ingest.dates.iso_date`). Without
    ``id`` the first 16 digits of the digest serve. Regions are found by rule unless they are given; a title or date
    that is not given is taken from the text's own headline or dateline.
    Raises IngestError for text that is empty, too long, not a string or not valid Unicode, and for an impossible date.
    """
    if not isinstance(text, str):
        raise IngestError(f"text must be a string, not {type(text).__name__}: decode it first")
    if not text.strip():
        raise IngestError("the text is empty: nothing to code")
    if len(text) > max_chars:
        raise IngestError(
            f"{len(text):,} characters, more than the {max_chars:,} of one document: "
            "split it into articles, or raise the limit with --max-chars (max_chars in Python)"
        )
    title, outlet, url = (" ".join(value.split()) or None if value else None for value in (title, outlet, url))
    if any(whole_characters(value) is not value for value in (text, id or "", title or "", outlet or "", url or "")):
        raise IngestError("half of a surrogate pair, which is no character: decode again, or replace it by U+FFFD")
    try:
        day = iso_date(published) if published else None
    except ValueError as error:
        raise IngestError(f"published: {error}") from None
    regions = tuple(regions) if regions is not None else find_regions(text, title=title, markdown=markdown)
    title = title or stated_title(text, regions)
    digest = text_digest(title, text)
    return Document(
        id=id or digest[:16],
        digest=digest,
        text=text,
        title=title,
        published=day or stated_date(text, regions),
        outlet=outlet,
        url=url,
        regions=regions,
    )


def whole_characters(text: str) -> str:
    """The text itself, or a copy with each lone surrogate, which no encoding can write, as U+FFFD: same length."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def text_digest(title: str | None, text: str) -> str:
    """SHA-256 of title and text, hexadecimal."""
    return hashlib.sha256(f"{title or ''}\n{text}".encode()).hexdigest()
