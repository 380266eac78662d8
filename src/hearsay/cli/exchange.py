"""The commands that exchange events with other programs: export, import, compare."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from hearsay.cli.ask import AnswerFormat, OutputFile, asked
from hearsay.cli.filtering import filtering
from hearsay.cli.ledger import DEFAULT, Db
from hearsay.cli.messages import Messages
from hearsay.cli.output import Output
from hearsay.cli.run import FAILED, exit_statuses, screen
from hearsay.cli.updating import Updating
from hearsay.ledger.filters import EventFilter

FormatName = Literal[
    "plover", "polecat", "icews", "gdelt", "gdelt-mentions", "jsonl", "csv", "parquet", "ftm", "annotation", "graphml"
]
Dataset = Literal["polecat", "gdelt", "icews"]


@filtering
def export(
    wanted: EventFilter,
    format: Annotated[FormatName, typer.Argument(metavar="FORMAT", help="Name of the format (docs/formats.md).")],
    db: Db = DEFAULT,
    output: OutputFile = None,
) -> None:
    """Write the events that meet all conditions in the format of another program."""
    from rich.console import Console
    from rich.progress import track

    from hearsay.export.formats import FORMATS, export_lines, left_out
    from hearsay.export.formats import export as write
    from hearsay.export.outgoing import number_of_events, outgoing

    with asked(db) as ledger:
        with ledger.reading() as connection:
            gone = left_out(connection, format, wanted)
        if gone:
            types = ", ".join(f"{type} {number}" for type, number in gone.items())
            sys.stderr.write(f"hearsay: {format} holds PLOVER's types alone; left out of a project's own: {types}\n")
        own = FORMATS[format].own
        if output is not None and (format == "parquet" or not sys.stderr.isatty()):
            written = write(ledger, format, output, wanted)
            sys.stderr.write(f"hearsay: {written} events written to {output}\n")
            return
        with ledger.reading() as connection, Output(output) as sink:
            events = outgoing(connection, wanted, own)
            if output is not None:
                total = number_of_events(connection, wanted, own)
                events = iter(track(events, "exporting", total=total, console=Console(stderr=True), transient=True))
            for piece in export_lines(events, format):
                sink.write(piece)


def import_(
    dataset: Annotated[Dataset, typer.Argument(metavar="DATASET", help="polecat, gdelt or icews.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Its files, tab-separated.")],
    db: Db = DEFAULT,
) -> None:
    """Keep events of another dataset beside the ledger's own, to compare with; malformed rows are named."""
    from hearsay.export.foreign import read_rivals
    from hearsay.ledger.ledger import Ledger

    messages = Messages()

    def problem(line: str) -> None:
        messages.failed = True
        messages.say(line)

    with exit_statuses(), Updating(db) as progress, Ledger.open(db, create=False, progress=progress) as ledger:
        for file in files:
            taken = ledger.take_rivals(dataset, read_rivals(dataset, file, problem))
            sys.stdout.write(f"{file}: {taken} events of {dataset}\n")
    if messages.failed:
        raise typer.Exit(FAILED)


@filtering
def compare(
    wanted: EventFilter,
    dataset: Annotated[Dataset, typer.Argument(metavar="DATASET", help="polecat, gdelt or icews, as imported.")],
    db: Db = DEFAULT,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="How many differences to list.")] = 50,
    format: Annotated[AnswerFormat, typer.Option("--format", "-f", help="Form of the output.")] = "table",
    output: OutputFile = None,
) -> None:
    """Say which events the ledger and an imported dataset share, which only one has, and where their codes differ."""
    from hearsay.cli.answers import grid

    with asked(db) as ledger:
        found = ledger.compare(dataset, wanted, limit)
    with Output(output) as sink:
        if format in ("json", "jsonl"):
            sink.write(found.model_dump_json(indent=2 if format == "json" else None) + "\n")
            return
        sink.write(
            f"{found.since or 'no day'} to {found.until or 'no day'}: both have {found.both}, "
            f"coded otherwise {found.differ}, only the ledger {found.only_ledger}, only {dataset} {found.only_rival}\n"
        )
        rows = [
            (row.date, row.actor or "?", row.recipient or "?", ", ".join(row.ledger), ", ".join(row.rival), row.kind)
            for row in found.differences
        ]
        headings = (("when", 10), ("who", 8), ("to whom", 8), ("ledger", 1), (dataset, 1), ("", 12))
        if rows:
            sink.write(grid(headings, rows, screen()))
