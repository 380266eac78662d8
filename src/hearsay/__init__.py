"""Hearsay reads news reports and writes down who did what to whom, when and where - according to whom.

    >>> import hearsay
    >>> coding = hearsay.code("Iran condemned the strike on Monday.", published="2024-07-15")

``code`` gives everything said about one article, ``quotes`` who said what in it, ``read`` the linguistic reading
alone, ``resolve`` who some words mean; :class:`Coder` is what they share, for programs that code many articles.
:class:`Ledger` keeps codings and merges what they tell into events. The command line says the same.

Everything is loaded when it is first used, so that ``import hearsay`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from hearsay.errors import HearsayError, IngestError, LedgerError, LexiconError, ReaderError, WorldError
    from hearsay.ingest import make_document, read_documents
    from hearsay.ledger.filters import EventFilter
    from hearsay.ledger.ledger import Ledger
    from hearsay.pipeline import Coder
    from hearsay.reading.tree import Reading
    from hearsay.records import (
        Actor,
        CastMember,
        Coding,
        Document,
        Event,
        Mention,
        Note,
        Number,
        Place,
        Region,
        Report,
        Source,
    )

__version__ = "0.1.0"

_HOMES = {
    "hearsay.errors": ("HearsayError", "IngestError", "LedgerError", "LexiconError", "ReaderError", "WorldError"),
    "hearsay.ingest": ("make_document", "read_documents"),
    "hearsay.ledger.filters": ("EventFilter",),
    "hearsay.ledger.ledger": ("Ledger",),
    "hearsay.pipeline": ("Coder",),
    "hearsay.reading.tree": ("Reading",),
    "hearsay.records": ("Actor", "CastMember", "Coding", "Document", "Event", "Mention", "Note", "Number", "Place",
                        "Region", "Report", "Source"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "CastMember",
    "Coder",
    "Coding",
    "Document",
    "Event",
    "EventFilter",
    "HearsayError",
    "IngestError",
    "Ledger",
    "LedgerError",
    "LexiconError",
    "Mention",
    "Note",
    "Number",
    "Place",
    "ReaderError",
    "Reading",
    "Region",
    "Report",
    "Source",
    "WorldError",
    "__version__",
    "code",
    "make_document",
    "quotes",
    "read",
    "read_documents",
    "resolve",
]

_coder: list[Coder] = []
_loading = Lock()


def code(
    text: str,
    published: str | date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Coding:
    """Code one article: its actors, events and reports, with spans that index ``text`` as given.

    ``published`` (a date, or a string such as "2024-07-15") settles "on Monday" and who held which office;
    ``outlet`` heads every source chain. Raises :class:`IngestError` when the text is empty, too long or no text.
    """
    return shared_coder().code(_document(text, published, outlet, title, url, id))


def quotes(
    text: str,
    published: str | date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    *,
    speaker: str | None = None,
) -> tuple[Report, ...]:
    """Who said what in one article: its reports in text order, each with source, chain, words and sentence.

    ``speaker`` keeps those of speakers whose name, or whose words in the text, hold it ("Lopez"). Raises
    :class:`IngestError` as :func:`code` does.
    """
    from hearsay.export.spoken import spoken_by

    return spoken_by(code(text, published, outlet, title, url, id).reports, speaker)


def read(
    text: str,
    published: str | date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """The linguistic reading of one article: words, sentences, dependency trees and names."""
    return shared_coder().read(_document(text, published, outlet, title, url, id))


def resolve(words: str, on: str | date | None = None, context: str | None = None) -> Actor | None:
    """Who some words mean on a day: ``resolve("the Iranian foreign minister", on="2024-08-25")``.

    ``context`` is a text around them, for its countries. None when nobody is known by these words.
    """
    from hearsay.actors import resolve as resolve_words
    from hearsay.ingest.dates import iso_date

    return resolve_words(words, on=iso_date(on) if on else None, context=context)


def shared_coder() -> Coder:
    """The coder behind :func:`code` and :func:`read`: made once, on first use, and shared between threads."""
    with _loading:
        if not _coder:
            from hearsay.pipeline import Coder

            _coder.append(Coder())
        return _coder[0]


def _document(
    text: str, published: str | date | None, outlet: str | None, title: str | None, url: str | None, id: str | None
) -> Document:
    from hearsay.ingest import make_document

    return make_document(text, id=id, title=title, published=published, outlet=outlet, url=url)


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'hearsay' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
