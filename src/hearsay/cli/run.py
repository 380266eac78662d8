"""One run of a command: documents in, pieces out, an exit status that says how it went."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer

from hearsay.cli import work
from hearsay.cli.interrupt import Interrupts
from hearsay.cli.messages import Messages
from hearsay.cli.output import Output
from hearsay.cli.screen import Screen
from hearsay.errors import HearsayError
from hearsay.ingest import Defaults, Problem, read_incoming, total_bytes

FAILED, INTERRUPTED, PIPE_CLOSED = 1, 128 + signal.SIGINT, 128 + 13


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around and between the pieces of an output."""

    head: str = ""
    join: str = ""
    tail: str = ""


def run(
    paths: Sequence[str],
    defaults: Defaults,
    step: work.Step,
    *,
    output: Path | None = None,
    frame: Frame | None = None,
    jobs: int = 1,
    project: Path | None = None,
) -> None:
    """Put every document of the paths through the step and write what comes out.

    ``project`` is a folder whose own tables the coder uses.

    Raises typer.Exit: 1 when anything failed, 130 after Ctrl-C; what was done by then is written whole.
    """
    frame = frame or Frame()
    quiet_screen = output is not None or not sys.stdout.isatty()
    messages = Messages(bar=quiet_screen, total_bytes=total_bytes(paths) if quiet_screen else None)
    interrupts = Interrupts()
    load = partial(work.load_project, project) if project is not None else None
    with exit_statuses(), interrupts.open(), messages:
        sink = Output(output, head=frame.head, join=frame.join, tail=frame.tail)
        try:
            with sink:
                for item in work.work_through(read_incoming(paths, defaults), step, jobs=jobs, coder=load):
                    if isinstance(item, Problem):
                        messages.problem(item)
                        continue
                    with interrupts.held():
                        sink.write(item.text)
                        messages.coded(item.incoming)
        except KeyboardInterrupt:
            where = f" whole in {sink.part}" if sink.part else ", whole"
            messages.say(f"interrupted after {messages.done} documents: their output stands{where}")
            raise
    if messages.failed:
        raise typer.Exit(FAILED)


@contextmanager
def exit_statuses() -> Iterator[None]:
    """What ends a command early, as one line and an exit status instead of a traceback."""
    try:
        yield
    except HearsayError as error:
        sys.stderr.write(f"hearsay: error: {error}\n")
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # The reader of the pipe has seen enough (head, less). Standard output must not be flushed again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        sys.stderr.write(f"hearsay: error: {error.filename or 'output'}: {error.strerror}: nothing more is written\n")
        raise typer.Exit(FAILED) from None


def screen() -> Screen:
    """The terminal that standard output is, or 100 columns without colour when it is none."""
    from rich.console import Console

    console = Console()
    colour = console.is_terminal and console.color_system is not None and not console.no_color
    width = console.width if console.is_terminal or os.environ.get("COLUMNS") else 100
    return Screen(max(width, 24), colour)
