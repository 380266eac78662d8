"""Who said what, for people: a row a report, with its chain, its words and the sentence they stand in."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.cli.screen import Screen
from hearsay.cli.tables import NARROW, heading
from hearsay.export.printable import printable, shortened
from hearsay.export.spoken import chain
from hearsay.records import Document, Report

_TITLES = (("who, through whom", 3), ("words", 6), ("sentence", 6))
_LONGEST = 400
_FAINT = "dim"


def speakers_table(document: Document, reports: Sequence[Report], screen: Screen) -> str:
    """The reports of one document under its heading; empty when there are none."""
    if not reports:
        return ""
    sink = io.StringIO()
    console = Console(file=sink, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
                      color_system="standard" if screen.colour else None, highlight=False)  # fmt: skip
    console.print(heading(document))
    if screen.width < NARROW:
        for report in reports:
            lines = Table.grid(padding=(0, 1))
            lines.add_column(width=10, overflow="fold", style=_FAINT)
            lines.add_column(overflow="fold")
            for title, cell in zip(("who", "words", "sentence"), _row(document, report), strict=True):
                lines.add_row(title, cell)
            lines.add_row("", "")
            console.print(lines)
    else:
        grid = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), leading=0)
        for title, share in _TITLES:
            grid.add_column(title, ratio=share, overflow="fold")
        for report in reports:
            grid.add_row(*_row(document, report))
        console.print(grid)
    console.print()
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _row(document: Document, report: Report) -> tuple[Text, Text, Text]:
    names = [printable(source.name or "unnamed") for source in chain(report)]
    if report.source is not None and report.also:
        names[-1] = ", ".join((names[-1], *(printable(s.name or "unnamed") for s in report.also)))
    who = Text(" → ".join(names) or "not stated", style="" if names else _FAINT)
    words = Text(shortened(" … ".join(report.content_text), _LONGEST))
    cue = " … ".join(report.cue_text)
    words.append("\n" + printable(f"{'not ' if report.negated else ''}{cue or 'no cue'}, {report.kind}"), style=_FAINT)
    begin, end = report.sentence
    return who, words, Text(shortened(document.text[begin:end], _LONGEST), style=_FAINT)
