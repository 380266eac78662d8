"""Records as flat rows for spreadsheets and statistics: one row a record, made to be read rather than read back.

Several values in a cell are joined by "; ", the links of a source chain by " > ", outermost first. Of an event's
mentions the first gives trigger and sentence; the chains of all of them are given, "-" being the outlet itself.
A cell that a spreadsheet would take for a formula gets an apostrophe in front: article text may be hostile.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from hearsay.export.lines import RecordKind
from hearsay.records import Actor, CastMember, Coding, Document, Event, Number, OwnEvent, Report, Source, Span

Cell = str | int | float | None

COLUMNS: dict[RecordKind, tuple[str, ...]] = {
    "events": (
        "id", "document", "published", "outlet", "event", "mode", "context",
        "actor", "actor_country", "actor_sector", "recipient", "recipient_country", "recipient_sector",
        "date", "date_precision", "place", "place_country", "latitude", "longitude", "place_precision",
        "status", "killed", "injured", "arrested", "displaced", "participants",
        "quad_code", "scale", "cameo", "goldstein", "confidence",
        "sources", "mentions", "trigger", "trigger_begin", "trigger_end", "sentence", "rule",
    ),
    "reports": (
        "id", "document", "published", "outlet", "source", "source_country", "source_sector", "source_text",
        "source_begin", "source_end", "with", "via", "cue", "cue_class", "kind", "negated", "region",
        "content", "content_begin", "content_end", "sentence",
    ),
    "actors": ("document", "name", "country", "sector", "role", "id", "wikidata", "mentions", "mention_texts", "rows"),
    "own": (
        "id", "document", "published", "outlet", "event", "like",
        "actor", "actor_country", "actor_sector", "recipient", "recipient_country", "recipient_sector",
        "date", "date_precision", "place", "place_country", "latitude", "longitude", "place_precision",
        "status", "killed", "injured", "arrested", "displaced", "participants", "confidence",
        "sources", "mentions", "trigger", "trigger_begin", "trigger_end", "sentence", "rule",
    ),
    "documents": ("id", "digest", "title", "published", "outlet", "url", "language", "characters", "text"),
}  # fmt: skip


def csv_header(kind: RecordKind) -> str:
    """The first line of a table."""
    return ",".join(COLUMNS[kind]) + "\n"


def csv_rows(coding: Coding, kind: RecordKind) -> str:
    """The rows of one kind of record, without the header; lines end in a line feed."""
    match kind:
        case "events":
            rows: Iterable[tuple[Cell, ...]] = (_event(coding.document, event) for event in coding.events)
        case "reports":
            rows = (_report(coding.document, report) for report in coding.reports)
        case "actors":
            rows = (_member(member) for member in coding.actors)
        case "documents":
            rows = (_document(coding.document),)
        case "own":
            rows = (_own(coding.document, event) for event in coding.own)
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return sink.getvalue()


def _event(document: Document, event: Event) -> tuple[Cell, ...]:
    return (
        event.id, document.id, document.published, document.outlet,
        event.event, "; ".join(event.mode), "; ".join(event.context),
        *_told(event),
        event.quad_code, event.scale, event.cameo, event.goldstein, event.confidence,
        *_where_told(event),
    )  # fmt: skip


def _own(document: Document, event: OwnEvent) -> tuple[Cell, ...]:
    return (
        event.id, document.id, document.published, document.outlet, event.event, event.like,
        *_told(event), event.confidence, *_where_told(event),
    )  # fmt: skip


def _told(event: Event | OwnEvent) -> tuple[Cell, ...]:
    """Who, to whom, when, where, whether and how many."""
    place = event.place
    return (
        *_actors(event.actor), *_actors(event.recipient),
        event.date, event.date_precision,
        *((place.name, place.country, place.latitude, place.longitude, place.precision) if place else (None,) * 5),
        event.status,
        *(_count(event.numbers, kind) for kind in ("killed", "injured", "arrested", "displaced", "participants")),
    )  # fmt: skip


def _where_told(event: Event | OwnEvent) -> tuple[Cell, ...]:
    """According to whom, and the words of the first mention."""
    first = event.mentions[0]
    chains = dict.fromkeys(_chain(mention.sources) or "-" for mention in event.mentions)
    return (
        "; ".join(chains), len(event.mentions), first.trigger_text, *first.trigger, first.sentence_text, first.rule,
    )  # fmt: skip


def _report(document: Document, report: Report) -> tuple[Cell, ...]:
    source = report.source
    return (
        report.id, report.document, document.published, document.outlet,
        *((source.name, source.country, "; ".join(source.sector)) if source else (None,) * 3), report.source_text,
        *(report.source_span or (None, None)),
        "; ".join(actor.name or "" for actor in report.also), _chain(report.via),
        " ... ".join(report.cue_text), report.cue_class, report.kind, str(report.negated).lower(), report.region,
        " ... ".join(report.content_text), *_hull(report.content), document.text[slice(*report.sentence)],
    )  # fmt: skip


def _member(member: CastMember) -> tuple[Cell, ...]:
    actor = member.actor
    return (
        member.document, actor.name, actor.country, "; ".join(actor.sector), actor.role, actor.id, actor.wikidata,
        len(member.mentions), "; ".join(dict.fromkeys(member.mention_texts)), "; ".join(member.rows),
    )  # fmt: skip


def _document(document: Document) -> tuple[Cell, ...]:
    return (
        document.id, document.digest, document.title, document.published, document.outlet, document.url,
        document.language, len(document.text), document.text,
    )  # fmt: skip


def _actors(actors: tuple[Actor, ...]) -> tuple[str, str, str]:
    """Names, countries and sectors of the same actors in the same order; "?" for what is not known."""
    return (
        "; ".join(actor.name or "?" for actor in actors),
        "; ".join(actor.country or "?" for actor in actors),
        "; ".join(" ".join(actor.sector) or "?" for actor in actors),
    )


def _chain(sources: tuple[Source, ...]) -> str:
    return " > ".join(source.name or "(unnamed)" for source in sources)


def _count(numbers: tuple[Number, ...], kind: str) -> str | None:
    """The best figures of a kind, a range where there is none: "12", "30-", "10-20"."""
    found = [n for n in numbers if n.kind == kind]
    return "; ".join(str(n.best) if n.best is not None else f"{_open(n.low)}-{_open(n.high)}" for n in found) or None


def _open(number: int | None) -> str:
    return "" if number is None else str(number)


def _hull(spans: tuple[Span, ...]) -> tuple[Cell, Cell]:
    return (min(begin for begin, _ in spans), max(end for _, end in spans)) if spans else (None, None)


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe in front where a spreadsheet would take it for a formula."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell != "-":
        return "'" + cell
    return cell
