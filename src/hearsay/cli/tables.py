"""Codings as tables for people: one heading and one table a document, in the width of the terminal."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from hearsay.cli.screen import Screen
from hearsay.export.lines import RecordKind
from hearsay.export.printable import printable, shortened
from hearsay.records import Actor, CastMember, Coding, Document, Event, OwnEvent, Report, Source

NARROW = 72
"""Below this many columns a record is a few lines instead of a row."""

_COOPERATION, _CONFLICT, _FAINT = "cyan", "yellow", "dim"
_CONFLICTS = (3, 4)
_MOST_CHAINS = 3

_HEADINGS: dict[RecordKind, tuple[tuple[str, int], ...]] = {
    "events": (("when", 10), ("who", 6), ("did what", 5), ("to whom", 5), ("where", 4), ("according to whom", 5),
               ("status", 8)),
    "reports": (("who", 4), ("how", 2), ("what", 9), ("kind", 8), ("relayed by", 3)),
    "actors": (("who", 4), ("country", 7), ("sector", 2), ("role", 3), ("mentions", 8), ("words", 4)),
    "own": (("when", 10), ("who", 6), ("did what", 5), ("to whom", 5), ("where", 4), ("according to whom", 5),
            ("status", 8)),
    "documents": (("id", 3), ("date", 10), ("outlet", 2), ("title", 4), ("characters", 10)),
}  # fmt: skip
"""Titles of columns; a number of eight or more is a fixed width, a smaller one a share of what is left."""


def table(coding: Coding, kind: RecordKind, screen: Screen) -> str:
    """The records of one kind of one document, under its heading, as text for the screen."""
    sink = io.StringIO()
    console = Console(file=sink, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
                      color_system="standard" if screen.colour else None, highlight=False)  # fmt: skip
    rows = list(_rows(coding, kind))
    console.print(heading(coding.document))
    if not rows:
        console.print(Text(f"no {kind}", style=_FAINT))
    elif screen.width < NARROW:
        for row in rows:
            console.print(_stacked(kind, row))
    else:
        console.print(_grid(kind, rows))
    console.print()
    # A line that ends in blanks, as rich leaves them, reads badly in files and pages.
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def heading(document: Document) -> Text:
    """Title, outlet and date of a document."""
    text = Text(printable(document.title or document.id), style="bold")
    for part in (document.outlet, document.published or "no date"):
        if part:
            text.append(f"  {printable(part)}", style="not bold dim")
    return text


def _rows(coding: Coding, kind: RecordKind) -> Iterable[tuple[Text, ...]]:
    match kind:
        case "events":
            return (_event(event, coding.document) for event in coding.events)
        case "reports":
            return (_report(report) for report in coding.reports)
        case "actors":
            return (_member(member) for member in coding.actors)
        case "documents":
            return (_document(coding.document),)
        case "own":
            return (_told(event, Text(event.event), coding.document) for event in coding.own)


def _event(event: Event, document: Document) -> tuple[Text, ...]:
    what = Text(event.event, style=_CONFLICT if event.quad_code in _CONFLICTS else _COOPERATION)
    if event.mode:
        what.append(" " + ", ".join(event.mode), style="default")
    return _told(event, what, document)


def _told(event: Event | OwnEvent, what: Text, document: Document) -> tuple[Text, ...]:
    what.append(f"\n“{shortened(event.mentions[0].trigger_text, 30)}”", style=_FAINT)
    for number in event.numbers:
        what.append(f"\n{shortened(number.text, 24)} {number.kind}", style=_FAINT)
    where = Text(printable(event.place.name) if event.place else "")
    if event.place and event.place.country:
        where.append(f" {event.place.country}", style=_FAINT)
    return (
        Text(event.date or ""), _actors(event.actor), what, _actors(event.recipient), where,
        _chains(event, document), _status(event),
    )  # fmt: skip


def _actors(actors: Iterable[Actor]) -> Text:
    return Text("\n").join(_actor(actor) for actor in actors)


def _actor(actor: Actor) -> Text:
    text = Text(printable(actor.name or "unnamed"))
    codes = " ".join((actor.country or "", *actor.sector)).strip()
    return text.append(f" {codes}", style=_FAINT) if codes else text


def _chains(event: Event | OwnEvent, document: Document) -> Text:
    """Each source chain of an event once, outermost first; the outlet where nobody else vouches."""
    chains = list(dict.fromkeys(_chain(mention.sources, document) for mention in event.mentions))
    shown = Text("\n").join(Text(chain) for chain in chains[:_MOST_CHAINS])
    if len(chains) > _MOST_CHAINS:
        shown.append(f"\nand {len(chains) - _MOST_CHAINS} more", style=_FAINT)
    return shown


def _chain(sources: tuple[Source, ...], document: Document) -> str:
    if not sources:
        return printable(document.outlet or "the report itself")
    return " → ".join(printable(source.name or "unnamed") for source in sources)


def _status(event: Event | OwnEvent) -> Text:
    text = Text(event.status)
    others = Counter(mention.status for mention in event.mentions if mention.status != event.status)
    for status, count in others.items():
        text.append(f"\n{status} ×{count}", style=_FAINT)
    return text


def _report(report: Report) -> tuple[Text, ...]:
    names = [printable(s.name or "unnamed") for s in ((report.source, *report.also) if report.source else ())]
    cue = " … ".join(report.cue_text)
    return (
        Text(", ".join(names) or "not stated", style="" if names else _FAINT),
        Text(printable(("not " if report.negated else "") + cue)),
        Text(shortened(" … ".join(report.content_text), 240)),
        Text(report.kind),
        Text(" → ".join(printable(source.name or "unnamed") for source in report.via)),
    )


def _member(member: CastMember) -> tuple[Text, ...]:
    actor = member.actor
    others = [text for text in dict.fromkeys(member.mention_texts) if text != actor.name]
    return (
        Text(printable(actor.name or "unnamed")), Text(actor.country or ""), Text(" ".join(actor.sector)),
        Text(printable(actor.role or "")), Text(str(len(member.mentions))), Text(shortened(", ".join(others), 100)),
    )  # fmt: skip


def _document(document: Document) -> tuple[Text, ...]:
    return (
        Text(printable(document.id)), Text(document.published or ""), Text(printable(document.outlet or "")),
        Text(printable(document.title or "")), Text(f"{len(document.text):,}"),
    )  # fmt: skip


def _grid(kind: RecordKind, rows: Iterable[tuple[Text, ...]]) -> RenderableType:
    grid = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), leading=0)
    for title, size in _HEADINGS[kind]:
        if size >= 7:
            grid.add_column(title, width=size, no_wrap=True)
        else:
            grid.add_column(title, ratio=size, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return grid


def _stacked(kind: RecordKind, row: tuple[Text, ...]) -> RenderableType:
    """A record as one line a field, for narrow terminals."""
    lines = Table.grid(padding=(0, 1))
    lines.add_column(width=10, overflow="fold", style=_FAINT)
    lines.add_column(overflow="fold")
    for (title, _), cell in zip(_HEADINGS[kind], row, strict=True):
        if cell.plain:
            lines.add_row("according" if title == "according to whom" else title, cell)
    lines.add_row("", "")
    return lines
