"""``hearsay lexicon``: check a project's tables, see which words are missing, ask why a sentence is coded so."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hearsay.cli.run import FAILED, exit_statuses
from hearsay.export.printable import printable
from hearsay.ingest import Defaults, Problem, read_incoming

if TYPE_CHECKING:
    from hearsay.lexicon import Coverage, Tried
    from hearsay.pipeline import Coder
    from hearsay.records import Document

lexicon_app = typer.Typer(
    help="Look after the lexicon: check tables, find missing words, ask why.", no_args_is_help=True
)

Form = Literal["text", "json"]
Project = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="A project's folder with lexicon/, ontology/ or world/ in it."),
]
Format = Annotated[Form, typer.Option("--format", "-f", help="For the eye, or for other programs.")]


@lexicon_app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="A project, or a folder of tables; the packaged lexicon without it."),
    ] = None,
    format: Format = "text",
) -> None:
    """Find every mistake in lexicon tables, and code each entry's example sentence."""
    from hearsay.lexicon import check as check_tables

    with exit_statuses():
        findings = check_tables(folder, progress=_Bar("examples").moved)
        if format == "json":
            sys.stdout.write(json.dumps([asdict(f) for f in findings], indent=2, ensure_ascii=False) + "\n")
        else:
            errors = sum(f.level == "error" for f in findings)
            lines = [*(printable(str(f)) for f in findings), f"{errors} errors, {len(findings) - errors} notes"]
            sys.stdout.write("\n".join(lines) + "\n")
        if any(f.level == "error" for f in findings):
            raise typer.Exit(FAILED)


@lexicon_app.command()
def coverage(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Articles, as for hearsay code.", show_default=False)
    ],
    project: Project = None,
    most: Annotated[int, typer.Option(metavar="N", min=0, help="Missing predicates to show.")] = 30,
    never: Annotated[bool, typer.Option("--never", help="List the entries that held nowhere, too.")] = False,
    format: Format = "text",
) -> None:
    """Count the predicates of political actors' clauses: entries, listed as no event, or missing."""
    from hearsay.lexicon import coverage as count

    failed: list[Problem] = []

    def documents() -> Iterable[Document]:
        bar = _Bar("articles")
        for number, item in enumerate(read_incoming(paths, Defaults()), 1):
            if isinstance(item, Problem):
                sys.stderr.write(f"hearsay: {item.line()}\n")
                failed.extend([item] if item.level == "error" else [])
                continue
            yield item.document
            bar.moved(number, None)

    with exit_statuses():
        found = count(documents(), _coder(project))
        if format == "json":
            sys.stdout.write(json.dumps(asdict(found), indent=2, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(_coverage_text(found, most, never))
        if failed:
            raise typer.Exit(FAILED)


@lexicon_app.command()
def why(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, in quotation marks.")],
    project: Project = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was published, for who held which office.")
    ] = None,
    format: Format = "text",
) -> None:
    """Show which entries were tried at each word of a sentence, what failed, and which won."""
    from hearsay.ingest.dates import iso_date
    from hearsay.lexicon import why as explain

    try:
        day = iso_date(published) if published else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None
    with exit_statuses():
        tried = explain(sentence, _coder(project), day)
        if format == "json":
            sys.stdout.write(json.dumps([asdict(t) for t in tried], indent=2, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write("\n".join(_why_text(t) for t in tried) or "no word of it is in the lexicon\n")


def _coder(project: Path | None) -> Coder:
    from hearsay.cli import work

    return work.load_coder() if project is None else work.load_project(project)


def _coverage_text(found: Coverage, most: int, never: bool) -> str:
    total = max(found.count(), 1)
    lines = [f"{found.documents} articles, {found.count()} clauses with a political actor"]
    for state, words in (("entry", "an entry"), ("listed", "listed as no event"), ("missing", "missing")):
        number = found.count(state)  # type: ignore[arg-type]
        lines.append(f"{number:7} {number / total:6.1%}  {words}")
    missing = found.missing()
    lines += [f"{p.count:7}         {printable(p.words)} ({p.pos})" for p in missing[:most]]
    if len(missing) > most:
        lines.append(f"                and {len(missing) - most} more")
    lines.append(f"{len(found.never):7}         entries held nowhere" + ("" if never else "; --never lists them"))
    lines += [f"                {id}" for id in found.never] if never else []
    return "\n".join(lines) + "\n"


def _why_text(tried: Tried) -> str:
    roles = ", ".join(f"{role} {word}" for role, word in tried.roles)
    lines = [f"{tried.word}: {tried.outcome}", *([f"    roles: {roles}"] if roles else [])]
    absent = 0
    for entry in tried.entries:
        if any(f.startswith("words: ") for f in entry.failed):
            absent += 1
            continue
        verdict = f"failed: {' '.join(entry.failed)}" if entry.failed else "won" if entry.won else "held, but later"
        lines.append(f"    {entry.entry} {entry.event}: {verdict}")
    if absent:
        lines.append(f"    {absent} more whose words are not all there")
    return "\n".join(line[:4] + printable(line[4:]) for line in lines) + "\n"


class _Bar:
    """A line on standard error for work over two seconds, where a terminal shows it."""

    def __init__(self, what: str) -> None:
        import time

        self._what, self._clock, self._begun = what, time.monotonic, time.monotonic()

    def moved(self, done: int, total: int | None) -> None:
        if sys.stderr.isatty() and self._clock() - self._begun > 2:
            end = "\n" if done == total else "\r"
            sys.stderr.write(f"{done}{f' of {total}' if total else ''} {self._what}{end}")
            sys.stderr.flush()
