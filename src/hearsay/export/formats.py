"""The formats that a ledger is exported in, by name, and the writing of one to a file or stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from hearsay.errors import LedgerError
from hearsay.export import annotation, entities, gdelt, graphml, icews, plover, polecat, tabular
from hearsay.export.outgoing import Outgoing, number_of_events, outgoing, own_events
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger

Lines = Callable[[Outgoing], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """How one format is written: what stands before and after, and the lines of each event."""

    about: str
    lines: Callable[[], Lines]
    head: Callable[[], str] = str
    tail: str = ""
    own: bool = True
    """Whether it can carry events of a project's own types; others are left out of it."""


def _one(line: Callable[[Outgoing], str]) -> Callable[[], Lines]:
    return lambda: lambda out: (line(out),)


FORMATS: dict[str, Format] = {
    "plover": Format("PLOVER, JSON Lines", _one(plover.plover_line), own=False),
    "polecat": Format("POLECAT, 40 columns, TSV", _one(polecat.polecat_line), polecat.header, own=False),
    "icews": Format("ICEWS, 20 columns, TSV", _one(icews.icews_line), icews.header, own=False),
    "gdelt": Format("GDELT 2.0 events, 61 columns, TSV without a header", _one(gdelt.event_line), own=False),
    "gdelt-mentions": Format(
        "GDELT 2.0 mentions, 16 columns, TSV without a header", lambda: gdelt.mention_lines, own=False
    ),
    "jsonl": Format("ledger events, JSON Lines", _one(lambda out: out.event.model_dump_json() + "\n")),
    "csv": Format("one row an event", _one(lambda out: tabular.csv_line(out.event)), tabular.csv_header),
    "parquet": Format("one row an event, with types", _one(lambda out: "")),
    "ftm": Format("FollowTheMoney entities, JSON Lines", lambda: entities.entity_lines),
    "annotation": Format("W3C Web Annotation, JSON Lines", lambda: annotation.annotation_lines),
    "graphml": Format("GraphML, actors and events", graphml.graph_lines, graphml.header, graphml.TAIL),
}
"""Formats by the name that ``hearsay export`` takes."""


def export_lines(events: Iterable[Outgoing], name: str) -> Iterator[str]:
    """A format's text, piece by piece. LedgerError for a format that is none, or that is not text."""
    form = _format(name)
    if name == "parquet":
        raise LedgerError("parquet is no text: give a file with --output FILE")
    lines = form.lines()
    if head := form.head():
        yield head
    for out in events:
        yield from lines(out)
    if form.tail:
        yield form.tail


def export(
    ledger: Ledger,
    name: str,
    path: str | Path,
    wanted: EventFilter | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write the events that meet the conditions to a file, in one of :data:`FORMATS`; how many they were.

    The file stands under its name only when it is complete, and shows the ledger as it was at one moment. Events of own
    types are left out of formats that know PLOVER's types alone: :func:`left_out` says how many.
    ``progress`` is called with the number written and that of all. LedgerError when it cannot be written.
    """
    form, path, wanted = _format(name), Path(path), wanted or EventFilter()
    with ledger.reading() as connection:
        total, written = number_of_events(connection, wanted, form.own), 0

        def counted() -> Iterator[Outgoing]:
            nonlocal written
            for out in outgoing(connection, wanted, form.own):
                yield out
                written += 1
                if progress:
                    progress(written, total)

        if name == "parquet":
            return tabular.write_parquet(counted(), path)
        part = path.with_name(path.name + ".part")
        try:
            with part.open("w", encoding="utf-8", newline="") as sink:
                sink.writelines(export_lines(counted(), name))
            part.replace(path)
        except OSError as error:
            raise LedgerError(f"{path}: cannot be written ({error.strerror}): choose another --output") from None
    return written


def left_out(connection: Connection, name: str, wanted: EventFilter) -> dict[str, int]:
    """How many of the events that meet the conditions a format leaves out, by their own type."""
    return {} if _format(name).own else own_events(connection, wanted)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise LedgerError(f"there is no format {name!r}: choose one of {', '.join(FORMATS)}")
    return FORMATS[name]
