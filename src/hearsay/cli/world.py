"""``hearsay world``: who is known, who held an office on a day, and rows of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.run import exit_statuses
from hearsay.errors import HearsayError
from hearsay.export.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.world import Known, Term, World

group = typer.Typer(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})


def _day(value: str | None) -> str | None:
    from hearsay.ingest.dates import iso_date

    try:
        return iso_date(value) if value else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


On = typer.Option(metavar="DATE", callback=_day, help="The day that is asked about.")
Project = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="A project whose own tables in world/ win.", show_default=False),
]


@group.callback()
def world() -> None:
    """Look up who is known and who held an office on a day; add rows of your own."""


@group.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, a surname or an id.")],
    on: Annotated[str | None, On] = None,
    project: Project = None,
) -> None:
    """Show who or what is known by a name, with offices and where the rows come from."""
    from hearsay.world import show as look_up

    with exit_statuses():
        found = look_up(name, on, _world(project))
        if not found:
            raise HearsayError(f"nothing is known by the name {name!r}; try fewer words, or add it: hearsay world add")
        _write(_lines(found, on))


@group.command()
def office(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's ISO code or name.")],
    office: Annotated[str, typer.Argument(metavar="OFFICE", help="An office such as foreign-minister, or a title.")],
    on: Annotated[str, On],
    project: Project = None,
) -> None:
    """Show who is known to have held an office on a day."""
    from hearsay.world import office as look_up

    with exit_statuses():
        found = look_up(country, office, on, _world(project))
        nobody = f"unknown: nobody is known to have been {office} of {country} on {on}"
        _write(_lines(found, on) if found else [nobody])


@group.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table such as actors.tsv or people.tsv.")],
    project: Annotated[Path, typer.Option(metavar="FOLDER", help="The project to add it to.")] = Path("."),
) -> None:
    """Add a table's rows to a project, checked whole, where they win over ours."""
    from hearsay.world import add as add_table

    with exit_statuses():
        done = add_table(file, project)
        standing = f", {done.standing} stood there already" if done.standing else ""
        _write([f"{done.file}: {done.added} {'row' if done.added == 1 else 'rows'} added{standing}"])


def _world(project: Path | None) -> World:
    from hearsay.world import World

    return World.default() if project is None else World.load(project / "world")


def _lines(found: Iterable[Known], on: str | None) -> Iterable[str]:
    for known in found:
        entity = known.entity
        codes = " ".join(filter(None, (entity.country or "", "+".join(entity.sectors))))
        yield f"{entity.name}  ({', '.join(filter(None, (entity.kind, codes, entity.wikidata)))})  {entity.id}"
        if on is not None and known.terms:
            held = "; ".join(_title(term) for term in known.on)
            yield f"  on {on}: {held or 'no office known'}"
        for term in known.terms:
            begin, end = term.since or term.seen_from, term.until or term.seen_to
            bounds = f"{begin or '?'} to {end or '?'}"
            seen = "" if (term.since or not begin) and (term.until or not end) else " (as far as seen)"
            yield f"  {bounds:<24} {_title(term)}{seen}"
        yield f"  from {'; '.join(f'{s.source} ({s.licence})' for s in known.sources) or 'your own tables'}"


def _title(term: Term) -> str:
    title = term.title or term.office
    words = (
        title,
        "" if term.status in title.casefold() else f"({term.status})",
        f"of {term.country}" if term.country else "",
    )
    return " ".join((*filter(None, words), "+".join(term.sectors))).strip()


def _write(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{_safe(line)}\n" for line in lines))


def _safe(line: str) -> str:
    """A line without control characters; its spaces stay."""
    return "  ".join(printable(part) if part else "" for part in line.split("  "))
