"""Records of the ledger as flat rows with typed columns: for CSV, Parquet, Arrow and data frames.

Several values in a cell are joined by "; "; "?" stands for what is not known of one of several actors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from hearsay.ledger.records import Bin, Edge, LedgerEvent, Quote, Spot
from hearsay.records import Actor, NumberKind, Record, Source

if TYPE_CHECKING:
    import pyarrow

Cell = str | int | float | bool | None

_ACTOR = ("", "_country", "_sector", "_id")
_NUMBERS: tuple[NumberKind, ...] = ("killed", "injured", "arrested", "displaced", "participants")

COLUMNS: dict[type[Record], dict[str, str]] = {
    LedgerEvent: {
        "id": "string", "event": "string", "mode": "string", "context": "string",
        **{f"{side}{part}": "string" for side in ("actor", "recipient") for part in _ACTOR},
        "date": "string", "date_precision": "string", "published": "string",
        "place": "string", "place_country": "string", "geonames": "int64", "latitude": "double",
        "longitude": "double", "place_precision": "string", "status": "string",
        **{f"{kind}_{bound}": "int64" for kind in _NUMBERS for bound in ("low", "best", "high")},
        "quad_code": "int64", "scale": "double", "cameo": "string", "goldstein": "double", "confidence": "double",
        "reports": "int64", "outlets": "int64", "origin_count": "int64", "denials": "int64", "summary": "string",
    },
    Quote: {
        "document": "string", "published": "string", "outlet": "string", "title": "string", "url": "string",
        **{f"speaker{part}": "string" for part in _ACTOR}, "speaker_text": "string", "chain": "string",
        "cue_class": "string", "kind": "string", "negated": "bool", "content": "string", "content_begin": "int64",
        "content_end": "int64", "sentence": "string",
    },
    Edge: {
        **{f"{side}{part}": "string" for side in ("actor", "recipient") for part in _ACTOR},
        "events": "int64", **{f"quad_{quad}": "int64" for quad in range(1, 5)}, "scale": "double", "origins": "int64",
    },
    Spot: {
        "name": "string", "country": "string", "precision": "string", "geonames": "int64", "latitude": "double",
        "longitude": "double", "events": "int64", **{f"quad_{quad}": "int64" for quad in range(1, 5)},
        "origins": "int64", "denied": "int64",
    },
    Bin: {
        "begin": "string", "events": "int64", **{f"quad_{quad}": "int64" for quad in range(1, 5)},
        "reports": "int64", "origins": "int64",
    },
}  # fmt: skip
"""Columns of each record with their Arrow types."""


def row_of(record: Record) -> tuple[Cell, ...]:
    """The cells of one record, as :data:`COLUMNS` names them."""
    return _ROWS[type(record)](record)


def table_of(records: Sequence[Record], kind: type[Record] | None = None) -> pyarrow.Table:
    """An Arrow table of records of one kind; without any, ``kind`` says which columns, else those of an event."""
    import pyarrow

    columns = COLUMNS[kind or (type(records[0]) if records else LedgerEvent)]
    rows = [row_of(record) for record in records]
    return pyarrow.table(
        [pyarrow.array([row[at] for row in rows], form) for at, form in enumerate(columns.values())],
        names=list(columns),
    )


def chain_text(chain: Iterable[Source]) -> str:
    """A source chain in one cell, outermost first."""
    return " > ".join(source.name or "(unnamed)" for source in chain)


def _event(event: LedgerEvent) -> tuple[Cell, ...]:
    place = event.place
    counts = (event.numbers.get(kind, (None, None, None)) for kind in _NUMBERS)
    return (
        event.id, event.event, "; ".join(event.mode), "; ".join(event.context),
        *_actors(event.actor), *_actors(event.recipient), event.date, event.date_precision, event.published,
        *((place.name or None, place.country, place.geonames, place.latitude, place.longitude, place.precision)
          if place else (None,) * 6),
        event.status, *(number for count in counts for number in count),
        event.quad_code, event.scale, event.cameo, event.goldstein, event.confidence,
        event.reports, event.outlets, event.origin_count, event.denials, event.summary,
    )  # fmt: skip


def _quote(quote: Quote) -> tuple[Cell, ...]:
    speaker = (quote.speaker,) if quote.speaker else ()
    begin, end = min((b for b, _ in quote.content), default=None), max((e for _, e in quote.content), default=None)
    return (
        quote.document, quote.published, quote.outlet, quote.title, quote.url, *_actors(speaker), quote.speaker_text,
        chain_text(quote.chain), quote.cue_class, quote.kind, quote.negated, " ... ".join(quote.content_text),
        begin, end, quote.sentence_text,
    )  # fmt: skip


def _edge(edge: Edge) -> tuple[Cell, ...]:
    return (
        *_actors((edge.actor,)), *_actors((edge.recipient,)), edge.events, *edge.quads, edge.scale, edge.origins,
    )  # fmt: skip


def _spot(spot: Spot) -> tuple[Cell, ...]:
    return (
        spot.name, spot.country, spot.precision, spot.geonames, spot.latitude, spot.longitude, spot.events,
        *spot.quads, spot.origins, spot.denied,
    )  # fmt: skip


def _bin(part: Bin) -> tuple[Cell, ...]:
    return (part.begin, part.events, *part.quads, part.reports, part.origins)


def _actors(actors: tuple[Actor, ...]) -> tuple[str | None, ...]:
    """Names, countries, sectors and ids of the same actors in the same order."""
    if not actors:
        return (None, None, None, None)
    return (
        "; ".join(actor.name or "?" for actor in actors),
        "; ".join(actor.country or "?" for actor in actors),
        "; ".join(" ".join(actor.sector) or "?" for actor in actors),
        "; ".join(actor.id or "?" for actor in actors),
    )


_ROWS: dict[type[Record], Callable[[Any], tuple[Cell, ...]]] = {
    LedgerEvent: _event,
    Quote: _quote,
    Edge: _edge,
    Spot: _spot,
    Bin: _bin,
}
