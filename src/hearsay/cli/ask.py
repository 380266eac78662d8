"""The commands that ask a ledger: events, event, actor, quotes (with --db), network, places, timeline, sql."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hearsay.cli.filtering import filtering
from hearsay.cli.ledger import DEFAULT, Db
from hearsay.cli.output import Output
from hearsay.cli.run import exit_statuses, screen
from hearsay.errors import HearsayError
from hearsay.export.printable import printable
from hearsay.ledger.filters import EventFilter, Order, Period

if TYPE_CHECKING:
    from hearsay.ledger.ledger import Ledger
    from hearsay.ledger.sql import Rows

AnswerFormat = Literal["table", "jsonl", "json", "csv"]
Picture = Literal["table", "jsonl", "json", "csv", "png", "svg"]

OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.", dir_okay=False),
]
Form = Annotated[AnswerFormat, typer.Option("--format", "-f", help="Form of the output.")]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")]
After = Annotated[str | None, typer.Option(metavar="ID", help="Go on after the last one shown before.")]


@contextmanager
def asked(db: str) -> Iterator[Ledger]:
    """A ledger opened for questions; errors become exit statuses."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Ledger.open(db, read_only=True) as ledger:
        yield ledger


def _write(text: str, output: Path | None) -> None:
    with Output(output) as sink:
        sink.write(text)


@filtering
def events(
    wanted: EventFilter,
    db: Db = DEFAULT,
    order: Annotated[Order, typer.Option(help="What comes first; - for the highest.")] = "-date",
    limit: Limit = 50,
    after: After = None,
    format: Form = "table",
    output: OutputFile = None,
) -> None:
    """List the events that meet all conditions: each once, with how many reports and independent origins it has."""
    from hearsay.cli.answers import answer_text
    from hearsay.ledger.records import LedgerEvent

    with asked(db) as ledger:
        found = ledger.events(wanted, order=order, limit=limit, after=after)
        _write(answer_text(found, LedgerEvent, format, screen()), output)
        if format == "table" and found.after:
            sys.stderr.write(f"hearsay: there may be more: --after {found.after}\n")


def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="The event's id, or that of any account of it.")],
    db: Db = DEFAULT,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="Form of the output.")] = "text",
    output: OutputFile = None,
) -> None:
    """Show one event with every account, its words, who vouches for it, who denies it and which numbers differ."""
    from hearsay.cli.answers import story

    with asked(db) as ledger:
        found = ledger.event(id)
        text = found.model_dump_json(indent=2) + "\n" if format == "json" else _lines(story(found))
        _write(text, output)


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of a name, or an id.")],
    db: Db = DEFAULT,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="Form of the output.")] = "text",
) -> None:
    """Show an actor over time: names and roles, how much it did, suffered and said, and with whom."""
    from hearsay.cli.answers import people

    with asked(db) as ledger:
        found = ledger.actor(name)
        if format == "json":
            _write(found.model_dump_json(indent=2) + "\n", None)
            return
        lines = [f"{found.name or found.identity}  {found.country or ''}  {found.identity}"]
        lines += [f"  {people((state,))}{f', {state.role}' if state.role else ''}" for state in found.states]
        lines.append(f"  seen {found.first} to {found.last}" if found.first else "  seen on days unknown")
        lines.append(f"  did {found.did}, suffered {found.suffered}, quoted {found.quotes} times")
        lines += [
            f"  {edge.events} x {edge.actor.name or 'unnamed'} -> {edge.recipient.name or 'unnamed'}"
            for edge in found.partners
        ]
        lines += [
            f"  spoken of by {speaker.name or 'somebody unnamed'}: {speaker.quotes}" for speaker in found.spoken_of
        ]
        _write(_lines(lines), None)


def ledger_quotes(
    words: list[str],
    db: str,
    speaker: str | None,
    since: str | None,
    until: str | None,
    outlet: str | None,
    limit: int,
    after: int | None,
    format: AnswerFormat,
    output: Path | None,
) -> None:
    """Print the quotations of a ledger that hold all the words."""
    from hearsay.cli.answers import answer_text
    from hearsay.ledger.records import Quote

    # An argument of several words was one in quotation marks on the command line: they stand together.
    phrase = " ".join(f'"{word}"' if " " in word else word for word in words) or None
    with asked(db) as ledger:
        found = ledger.quotes(
            phrase, speaker=speaker, since=since, until=until, outlet=outlet, limit=limit, after=after
        )
        _write(answer_text(found, Quote, format, screen()), output)
        if format == "table" and found.after:
            sys.stderr.write(f"hearsay: there may be more: --after {found.after}\n")


@filtering
def network(
    wanted: EventFilter, db: Db = DEFAULT, limit: Limit = 200, format: Form = "table", output: OutputFile = None
) -> None:
    """Show who did how much to whom, by quad class: 1 and 2 cooperation, 3 and 4 conflict, in words and deeds."""
    from hearsay.cli.answers import answer_text
    from hearsay.ledger.records import Edge

    with asked(db) as ledger:
        _write(answer_text(ledger.network(wanted, limit), Edge, format, screen()), output)


@filtering
def places(
    wanted: EventFilter, db: Db = DEFAULT, limit: Limit = 200, format: Form = "table", output: OutputFile = None
) -> None:
    """Show where events happened, each place as precisely as it was told: a city, a region, a country, or nowhere."""
    from hearsay.cli.answers import answer_text
    from hearsay.ledger.records import Spot

    with asked(db) as ledger:
        _write(answer_text(ledger.places(wanted, limit), Spot, format, screen()), output)


@filtering
def timeline(
    wanted: EventFilter,
    db: Db = DEFAULT,
    by: Annotated[Period, typer.Option(help="Length of a stretch of time.")] = "month",
    format: Annotated[
        Picture | None, typer.Option("--format", "-f", help="Form of the output; else FILE's suffix says, else table.")
    ] = None,
    output: OutputFile = None,
) -> None:
    """Show how many events there were over time, by quad class; also as a picture (.png, .svg)."""
    from hearsay.cli.answers import answer_text
    from hearsay.ledger.records import Bin

    with asked(db) as ledger:
        found = ledger.timeline(wanted, by)
        form = format or _by_suffix(output)
        if form == "png" or form == "svg":
            from hearsay.export.picture import draw_timeline

            if output is None:
                raise HearsayError(f"timeline: a picture needs a file: --output FILE.{form}")
            draw_timeline(found, output, form)
            return
        _write(answer_text(found, Bin, form, screen()), output)


def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT over the ledger's tables.")],
    db: Db = DEFAULT,
    parquet: Annotated[
        list[str] | None, typer.Option(metavar="NAME=FILE", help="A Parquet file as a table of that name.")
    ] = None,
    format: Form = "table",
    output: OutputFile = None,
) -> None:
    """Ask a ledger (and Parquet files) in SQL, with DuckDB: it reads these and nothing else, and writes nothing."""
    from hearsay.ledger.sql import query

    files: dict[str, Path] = {}
    for pair in parquet or ():
        name, mark, path = pair.partition("=")
        if not mark:
            raise typer.BadParameter(f"{pair!r}: write NAME=FILE, as events=events.parquet")
        files[name] = Path(path)
    if files and not Path(db).exists() and "://" not in db:
        with exit_statuses():
            _write(_rows(query(None, statement, files), format), output)
        return
    with asked(db) as ledger:
        _write(_rows(ledger.sql(statement, files), format), output)


def _rows(rows: Rows, form: AnswerFormat) -> str:
    import csv
    import io

    from hearsay.cli.answers import grid
    from hearsay.export.flat import harmless
    from hearsay.ledger.sql import cell_text, json_value

    if form == "table":
        cells = [[cell_text(value) for value in row] for row in rows]
        return grid([(name, 1) for name in rows.columns], cells, screen()) if cells else "no rows\n"
    if form == "csv":
        sink = io.StringIO()
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([harmless(cell_text(value)) for value in row] for row in rows)
        return sink.getvalue()
    records = [{name: json_value(value) for name, value in zip(rows.columns, row, strict=True)} for row in rows]
    if form == "json":
        return json.dumps(records, indent=2, ensure_ascii=False) + "\n"
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _by_suffix(output: Path | None) -> Picture:
    suffixes: dict[str, Picture] = {
        ".png": "png", ".svg": "svg", ".jsonl": "jsonl", ".json": "json", ".csv": "csv",
    }  # fmt: skip
    return suffixes.get(output.suffix.lower(), "table") if output else "table"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line[: len(line) - len(line.lstrip())]}{printable(line.strip())}\n" for line in lines)
