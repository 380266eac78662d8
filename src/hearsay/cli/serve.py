"""The command that shows a ledger in a browser."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli import ledger
from hearsay.cli.run import exit_statuses
from hearsay.cli.updating import Updating
from hearsay.errors import HearsayError, LedgerError, NewerLedgerError, OlderLedgerError

if TYPE_CHECKING:
    from hearsay.explorer.shelf import Shelf

CONNECTIONS = 500
"""At a time; more are refused with 503."""


def serve(
    db: ledger.Db = ledger.DEFAULT,
    host: Annotated[str, typer.Option(metavar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="Port to listen on.")] = 8000,
    password: Annotated[
        str | None,
        typer.Option(envvar="HEARSAY_PASSWORD", metavar="WORD", help="What readers must know; any user name will do."),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(envvar="HEARSAY_TOKEN", metavar="WORD", help="The same for programs: Authorization: Bearer WORD."),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Only show: no reviews are taken.")] = False,
    rate: Annotated[
        int, typer.Option(metavar="N", min=1, help="Costly pages that one client may ask for in a minute.")
    ] = 300,
    longest: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="What a question may take before it is ended.")
    ] = 10.0,
) -> None:
    """Show a ledger in a browser: events with their sources, articles, actors, the network; and review it."""
    with exit_statuses():
        try:
            import uvicorn

            from hearsay.explorer import create_app
            from hearsay.explorer.gate import is_loopback
        except ModuleNotFoundError as error:
            raise HearsayError(f"serve needs {error.name}: install it with pip install 'hearsay[serve]'") from None
        if not is_loopback(host) and not (password or token):
            raise HearsayError(
                f"serve: others can reach {host}: say what they must know with --password or --token, "
                f"as --password {secrets.token_urlsafe(9)}"
            )
        app = create_app(
            db, password=password or None, token=token or None, read_only=read_only, a_minute=rate, longest=longest
        )
        # While nobody waits for a page, and with something to look at.
        try:
            _update(db, app.state.ledger)
        except (NewerLedgerError, OlderLedgerError):
            raise
        except LedgerError:
            # As one that another program holds for a moment: readers are told, page by page.
            pass
        asked = " (asks for the password)" if password or token else ""
        sys.stderr.write(f"hearsay: {db} at http://{host}:{port}/{asked}; Ctrl-C ends it\n")
        uvicorn.run(
            app, host=host, port=port, log_level="warning", server_header=False, limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=5,
        )  # fmt: skip


def _update(db: str, shelf: Shelf) -> None:
    """Bring a ledger of an earlier version up to date, and say so: a sign of life on a terminal, then a bar."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("bringing it up to date"), TimeElapsedColumn())
    waiting = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)

    @contextmanager
    def told() -> Iterator[None]:
        sys.stderr.write(
            f"hearsay: {db} is from an earlier version: it is brought up to date first, which takes minutes where it "
            "is large; Ctrl-C leaves it as it was\n"
        )
        waiting.add_task("", total=None)
        with waiting:
            yield
        sys.stderr.write(f"hearsay: {db} is up to date\n")

    with Updating(db) as summing:

        def progress(done: int, total: int) -> None:
            if total:
                waiting.stop()
                summing(done, total)

        shelf.update(told, progress)
