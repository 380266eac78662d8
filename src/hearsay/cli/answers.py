"""Answers of a ledger as text: tables for people, lines of JSON, one JSON list, CSV."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.cli.screen import Screen
from hearsay.explain.wording import counted
from hearsay.export.printable import printable, shortened
from hearsay.export.tabular import csv_header, csv_line
from hearsay.ledger.columns import chain_text
from hearsay.ledger.records import Bin, Edge, LedgerEvent, Quote, Spot
from hearsay.records import Actor, Record

AnswerFormat = Literal["table", "jsonl", "json", "csv"]

_HEADINGS: dict[type[Record], tuple[tuple[str, int], ...]] = {
    LedgerEvent: (("when", 10), ("who", 5), ("did what", 4), ("to whom", 5), ("where", 3), ("says who", 5),
                  ("id", 14)),
    Quote: (("when", 10), ("who, through whom", 3), ("words", 7), ("outlet", 2)),
    Edge: (("who", 5), ("to whom", 5), ("events", 8), ("1 / 2 / 3 / 4", 13), ("scale", 8), ("origins", 8)),
    Spot: (("where", 5), ("known to", 10), ("events", 8), ("1 / 2 / 3 / 4", 15), ("origins", 8), ("denied", 8)),
    Bin: (("from", 10), ("events", 8), ("1 / 2 / 3 / 4", 15), ("reports", 8), ("origins", 8)),
}  # fmt: skip
"""Titles of columns; a number of eight or more is a fixed width, a smaller one a share of what is left."""
_LONGEST = 300


def answer_text(records: Sequence[Record], kind: type[Record], form: AnswerFormat, screen: Screen) -> str:
    """Records of one kind in a form; an empty table says so."""
    match form:
        case "jsonl":
            return "".join(record.model_dump_json() + "\n" for record in records)
        case "json":
            listed = [record.model_dump(mode="json") for record in records]
            return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
        case "csv":
            return csv_header(kind) + "".join(csv_line(record) for record in records)
        case "table":
            rows = [_ROWS[kind](record) for record in records]
            return grid(_HEADINGS[kind], rows, screen) if rows else "nothing meets these conditions\n"


def grid(headings: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], screen: Screen) -> str:
    """A table in the width of the screen; cells may have several lines."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1))
    for title, width in headings:
        if width >= 8:
            table.add_column(title, width=width, overflow="fold")
        else:
            table.add_column(title, ratio=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text("\n".join(printable(line) for line in cell.split("\n"))) for cell in row))
    return rendered(table, screen)


def rendered(what: Any, screen: Screen) -> str:
    """Something rich can show, as text without blanks at the ends of lines."""
    sink = io.StringIO()
    console = Console(file=sink, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
                      color_system="standard" if screen.colour else None, highlight=False)  # fmt: skip
    console.print(what)
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def people(actors: Iterable[Actor]) -> str:
    """Actors one a line, with country and sectors."""
    return "\n".join(" ".join(filter(None, (who.name or "unnamed", who.country, *who.sector))) for who in actors)


def story(event: LedgerEvent) -> Iterator[str]:
    """An event in full, line by line: what, who says so, which figures differ, every account with its words."""
    what = " ".join((event.event, *event.mode))
    yield f"{event.id}  {event.date or 'no date'}  {what}  ({event.status})"
    yield f"  who: {_inline(event.actor)}"
    yield f"  to whom: {_inline(event.recipient)}"
    if event.place:
        yield f"  where: {' '.join(filter(None, (event.place.name, event.place.country)))}"
    for kind, (low, best, high) in event.numbers.items():
        yield f"  {kind}: {_figure(low, best, high)}"
    counts = ((event.reports, "report"), (event.outlets, "outlet"), (event.origin_count, "origin"))
    yield f"  {event.summary} - {', '.join(counted(number, noun) for number, noun in counts)}"
    for origin in event.origins:
        owned = f" ({origin.ownership})" if origin.ownership else ""
        yield f"  origin: {origin.name}{owned}: {origin.status}, in {', '.join(origin.accounts)}"
    for figure in event.figures:
        yield f"  {figure.kind} {_figure(figure.low, figure.best, figure.high)} according to {figure.origin}"
    for told in event.accounts:
        copied = f", copies {told.copy_of[:12]}" if told.copy_of else ""
        yield f"  {told.id}  {told.published or 'no date'}  {told.outlet or told.document}: {told.status}{copied}"
        for mention in told.mentions:
            chain = chain_text(mention.chain)
            yield f"    “{shortened(mention.sentence_text, _LONGEST)}”{f' - {chain}' if chain else ''}"
    for joining in event.joinings:
        yield f"  {joining.first} = {joining.second}: {joining.score:.2f}"
    for relation, other in event.related:
        yield f"  {relation}: {other}"


def _inline(actors: Iterable[Actor]) -> str:
    return people(actors).replace("\n", ", ") or "not said"


def _figure(low: int | None, best: int | None, high: int | None) -> str:
    if low == best == high and best is not None:
        return str(best)
    bounds = f"{'?' if low is None else low}-{'?' if high is None else high}"
    return bounds if best is None else f"{best} ({bounds})"


def _event(event: LedgerEvent) -> tuple[str, ...]:
    place = event.place
    counts = f"{counted(event.reports, 'report')}, {counted(event.origin_count, 'origin')}"
    return (
        event.date or "", people(event.actor), " ".join((event.event, *event.mode))
        + ("" if event.status == "actual" else f"\n{event.status}"), people(event.recipient),
        " ".join(filter(None, (place.name, place.country))) if place else "", f"{event.summary}\n{counts}", event.id,
    )  # fmt: skip


def _quote(quote: Quote) -> tuple[str, ...]:
    words = shortened(" … ".join(quote.content_text), _LONGEST)
    return (
        quote.published or "", chain_text(quote.chain).replace(" > ", " → ") or "not stated",
        f"{'did not say: ' if quote.negated else ''}{words}", quote.outlet or quote.document,
    )  # fmt: skip


def _edge(edge: Edge) -> tuple[str, ...]:
    return (
        people((edge.actor,)), people((edge.recipient,)), str(edge.events), " / ".join(map(str, edge.quads)),
        f"{edge.scale:.1f}", str(edge.origins),
    )  # fmt: skip


def _spot(spot: Spot) -> tuple[str, ...]:
    where = " ".join(filter(None, (spot.name, spot.country))) or "not told"
    return (
        where, "" if spot.name is None else f"the {spot.precision}" if spot.precision != "unknown" else "its name",
        str(spot.events), " / ".join(map(str, spot.quads)), str(spot.origins), str(spot.denied),
    )  # fmt: skip


def _bin(part: Bin) -> tuple[str, ...]:
    return (part.begin, str(part.events), " / ".join(map(str, part.quads)), str(part.reports), str(part.origins))


_ROWS: dict[type[Record], Callable[[Any], tuple[str, ...]]] = {
    LedgerEvent: _event,
    Quote: _quote,
    Edge: _edge,
    Spot: _spot,
    Bin: _bin,
}
