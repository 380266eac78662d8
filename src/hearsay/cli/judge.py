"""The command that takes what a person decides about two accounts: hearsay judge."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.ledger import DEFAULT, Db
from hearsay.cli.run import exit_statuses
from hearsay.cli.updating import Updating
from hearsay.export.printable import printable
from hearsay.ledger.records import Judgement, Verdict

if TYPE_CHECKING:
    from hearsay.ledger.ledger import Ledger


def judge(
    subject: Annotated[
        str | None, typer.Argument(metavar="ACCOUNT", help="Id of an account.", show_default=False)
    ] = None,
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="Id of another account.", show_default=False)
    ] = None,
    verdict: Annotated[
        Verdict | None, typer.Argument(metavar="VERDICT", help="same, different or unsure.", show_default=False)
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", envvar="HEARSAY_JUDGE", help="Who decides.")] = "anonymous",
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take judgement N back.")] = None,
    all_: Annotated[bool, typer.Option("--list", help="List all judgements.")] = False,
    db: Db = DEFAULT,
) -> None:
    """Say whether two accounts tell one event: obeyed at once, kept, and taken back with --undo."""
    from hearsay.ledger.ledger import Ledger

    named = [value for value in (subject, other, verdict) if value is not None]
    if (len(named) == 3) + (undo is not None) + all_ != 1 or 0 < len(named) < 3:
        raise typer.BadParameter("give two accounts and a verdict, or --undo N, or --list")
    with (
        exit_statuses(), Updating(db) as progress,
        Ledger.open(db, create=False, read_only=all_, progress=progress) as ledger,
    ):  # fmt: skip
        if subject is not None and other is not None and verdict is not None:
            number = ledger.judge(subject, other, verdict, by)
            _write([f"judgement {number}: {_now(ledger, subject, other)}"])
        elif undo is not None:
            ledger.undo(undo)
            _write([f"judgement {undo} is taken back"])
        else:
            _write(_lines(ledger.judgements()))


def _now(ledger: Ledger, subject: str, other: str) -> str:
    one, two = ledger.event(subject).id, ledger.event(other).id
    return f"one event now, {one}" if one == two else f"two events now, {one} and {two}"


def _lines(found: tuple[Judgement, ...]) -> Iterator[str]:
    if not found:
        yield "no judgements yet"
    for judged in found:
        undone = f", taken back {judged.undone}" if judged.undone else ""
        yield f"{judged.number} {judged.subject} {judged.other} {judged.verdict}, {judged.judge}, {judged.made}{undone}"


def _write(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{printable(line)}\n")
