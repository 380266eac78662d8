"""The demonstration: the bundled sample reports, coded, and where to go from there."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import ExitStack
from importlib import resources
from pathlib import Path

from hearsay.cli.run import run, screen
from hearsay.cli.steps import CodeStep
from hearsay.ingest import Defaults
from hearsay.ingest.kinds import SUFFIXES

_GOING_ON = """\
Each row is an event as its report tells it; nothing above was looked up outside the reports.
How to go on:

  {hearsay} explain {sample}
                     every event with its words marked, and why it was coded so
  {hearsay} explain {sample} --format html -o why.html
                     the same as a page that stands alone
  {hearsay} code YOUR-FILES --published 2024-07-15 --outlet "The Daily Star"
  {hearsay} code articles.jsonl --output events.jsonl --jobs 2
  {hearsay} add {folder} --db samples.db && {hearsay} serve --db samples.db
                     the samples as a ledger, and the ledger in a browser
  {hearsay} --help

Articles may be .txt, .md, .html, .json, .jsonl or .csv files, folders of these, or - for standard input.
"""


def show() -> None:
    """Print the table of the samples' events and the next steps."""
    with ExitStack() as stack:
        folder = stack.enter_context(resources.as_file(resources.files("hearsay") / "samples"))
        paths = sorted(str(path) for path in folder.iterdir() if path.suffix in SUFFIXES)
        run(paths, Defaults(), CodeStep("table", "events", screen()))
        sample = _nearest(folder / "odesa-levant-wire.html")
        sys.stdout.write(_GOING_ON.format(hearsay=_program(), sample=sample, folder=_nearest(folder)))


def _program() -> str:
    """What to type: the command's name, or its path where the shell would not find it (after ``make demo``)."""
    called = Path(sys.argv[0])
    return "hearsay" if called.name != "hearsay" or shutil.which("hearsay") else _nearest(called)


def _nearest(path: Path) -> str:
    """A path from the working folder when that is shorter."""
    return min(os.path.relpath(path), str(path), key=len)
