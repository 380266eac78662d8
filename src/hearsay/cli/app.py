"""The commands and their options."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from hearsay import __version__
from hearsay.cli import ask, exchange, ledger
from hearsay.cli.judge import judge
from hearsay.cli.lexicon import lexicon_app
from hearsay.cli.review import group as review_group
from hearsay.cli.run import Frame, exit_statuses, run, screen
from hearsay.cli.serve import serve
from hearsay.cli.steps import (
    CodeFormat,
    CodeStep,
    ExplainFormat,
    ExplainStep,
    QuotesFormat,
    QuotesStep,
    ReadFormat,
    ReadStep,
)
from hearsay.cli.world import group as world_group
from hearsay.export.lines import RecordKind
from hearsay.ingest import MAX_CHARS, Defaults

app = typer.Typer(
    help="Reads news reports and writes down who did what to whom, when and where - according to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(world_group, name="world")
app.add_typer(review_group, name="review")


def main() -> int:
    """Run the command line on the process's arguments; the exit status: 0, 1 (something failed), 2 (usage), 130."""
    try:
        app(prog_name="hearsay")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _date(value: str | None) -> str | None:
    from hearsay.ingest.dates import iso_date

    try:
        return iso_date(value) if value else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _speaker(value: str | None) -> str | None:
    if value is not None and not any(c.isalnum() for c in value):
        raise typer.BadParameter(f"{value!r} names nobody: give a name, or words of one")
    return value


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hearsay {__version__}")
        raise typer.Exit


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles: .txt .md .html .json .jsonl .csv, folders of these, or - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_date, help="Date of publication of articles that do not give theirs."),
]
Outlet = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Outlet of articles that do not name theirs."),
]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.", dir_okay=False),
]
Project = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", file_okay=False, exists=True, help="A project's own tables: lexicon/, ontology/ or world/."
    ),
]
MaxChars = Annotated[int, typer.Option(metavar="N", min=1, help="Longest article to take, in characters.")]


@app.callback()
def _hearsay(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def code(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    project: Project = None,
    format: Annotated[
        CodeFormat | None,
        typer.Option("--format", "-f", help="Form of the output; without it, FILE's suffix says, else table."),
    ] = None,
    records: Annotated[RecordKind, typer.Option("--records", "-r", help="What to write.")] = "events",
    min_confidence: Annotated[
        float, typer.Option(metavar="P", min=0, max=1, help="Leave out events less sure than this, 0 to 1.")
    ] = 0.0,
    output: OutputFile = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work in.")] = 1,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Code articles: who did what to whom, when and where, according to whom."""
    format = format or _by_suffix(output) or "table"
    frame = Frame()
    if format == "json":
        frame = Frame("[\n", ",\n", "\n]\n")
    elif format == "csv":
        from hearsay.export.flat import csv_header

        frame = Frame(csv_header(records))
    step = CodeStep(format, records, screen(), min_confidence)
    defaults = Defaults(published, outlet, max_chars)
    run(paths, defaults, step, output=output, frame=frame, jobs=jobs, project=project)


@app.command()
def add(
    paths: Paths,
    db: ledger.Db = ledger.DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    project: Project = None,
    jobs: ledger.Jobs = 1,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Code articles and store them in a ledger, where accounts of one event come together."""
    ledger.add(paths, Defaults(published, outlet, max_chars), db, jobs, project)


for command in (ask.events, ask.event, ask.actor, ask.network, ask.places, ask.timeline, ask.sql):
    app.command()(command)
app.command("export")(exchange.export)
app.command("import")(exchange.import_)
app.command("compare")(exchange.compare)
app.command("judge")(judge)

app.command("serve")(serve)

for command in (ledger.remove, ledger.recode, ledger.status, ledger.check, ledger.backup):
    app.command()(command)


@app.command()
def explain(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    project: Project = None,
    format: Annotated[
        ExplainFormat, typer.Option("--format", "-f", help="In the terminal, or as a page that stands alone.")
    ] = "text",
    output: OutputFile = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Show for every event the sentence with its words marked, and why it was coded so."""
    frame = Frame(join="\n")
    if format == "html":
        from hearsay.explain import page_head, page_tail

        frame = Frame(page_head(), "\n", page_tail())
    step, defaults = ExplainStep(format, screen()), Defaults(published, outlet, max_chars)
    run(paths, defaults, step, output=output, frame=frame, project=project)


@app.command()
def quotes(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Articles, as for code; with --db the words that a quotation must hold.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", callback=_speaker, help="Only speakers whose name holds these words."),
    ] = None,
    db: Annotated[
        str | None, typer.Option("--db", metavar="LEDGER", help="Search a ledger instead of articles.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="With --db: published from then on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="With --db: published till then.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="With --db: how many to show.")] = 50,
    after: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=1, help="With --db: go on after the last one shown before.")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    format: Annotated[
        QuotesFormat | None,
        typer.Option("--format", "-f", help="Form of the output; without it, FILE's suffix says, else table."),
    ] = None,
    output: OutputFile = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work in.")] = 1,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Show who said what: speakers with their words, through whom, and the sentence."""
    if format is None:
        suffix = _by_suffix(output)
        format = "table" if suffix is None or suffix == "json" else suffix
    if db is not None:
        ask.ledger_quotes(paths or [], db, speaker, since, until, outlet, limit, after, format, output)
        return
    if not paths:
        raise typer.BadParameter("give articles, or a ledger with --db")
    frame = Frame()
    if format == "csv":
        from hearsay.export.flat import csv_header

        frame = Frame(csv_header("reports"))
    step = QuotesStep(format, speaker, screen())
    run(paths, Defaults(published, outlet, max_chars), step, output=output, frame=frame, jobs=jobs)


@app.command()
def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    format: Annotated[
        ReadFormat, typer.Option("--format", "-f", help="A table of words, or CoNLL-U for other programs.")
    ] = "table",
    output: OutputFile = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Show the linguistic reading alone: words, sentences, dependency trees and names."""
    run(paths, Defaults(published, outlet, max_chars), ReadStep(format, screen()), output=output)


@app.command()
def demo() -> None:
    """Code the eight sample reports that come with Hearsay, and say how to go on."""
    from hearsay.cli.demo import show

    show()


@app.command()
def schema(
    record: Annotated[
        str | None,
        typer.Argument(help="event, report, actor, document or coding; all of them without it.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema of the records."""
    import json

    from hearsay.errors import HearsayError
    from hearsay.schema import RECORDS, schema, schema_text

    with exit_statuses():
        if record is None:
            text = json.dumps({name: schema(name) for name in RECORDS}, indent=2, ensure_ascii=False) + "\n"
        elif record in RECORDS:
            text = schema_text(record)
        else:
            raise HearsayError(f"schema: there is no record {record!r}: choose one of {', '.join(RECORDS)}")
        sys.stdout.write(text)


def _by_suffix(output: Path | None) -> CodeFormat | None:
    if output is None:
        return None
    suffixes: dict[str, CodeFormat] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv"}
    return suffixes.get(output.suffix.lower())
