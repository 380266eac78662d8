"""Runs the examples in the documentation: what a page prints is what the program prints.

    python docs/examples.py             say which examples print something else (exit status 1)
    python docs/examples.py --update    write what they print into the pages

An example is a fenced block: ``console`` with lines ``$ hearsay ...`` (also ``$ echo "text" | hearsay ...``), or
``python`` with ``>>>`` prompts. A page's examples run in order, in an empty folder that holds the samples as
``samples/``; "..." in a printed line stands for anything.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
WIDTH = "110"


def run(page: Path) -> tuple[str, list[str]]:
    """The page with what its examples print now, and a line for each example that printed something else."""
    text, wrong, scope = page.read_text("utf-8"), list[str](), {"__name__": page.stem}

    def renew(block: re.Match[str]) -> str:
        line = text.count("\n", 0, block.start()) + 2
        made = _console(block[2]) if block[1] == "console" else _python(block[2], scope, f"{page.name}:{line}")
        if not doctest.OutputChecker().check_output(block[2], made, FLAGS):
            wrong.append(f"{page.name}:{line} prints something else: run python docs/examples.py --update")
            return f"```{block[1]}\n{made}```"
        return block[0]

    with _folder():
        return BLOCK.sub(renew, text), wrong


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    """An empty working folder with the samples."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        with resources.as_file(resources.files("hearsay") / "samples") as samples:
            shutil.copytree(samples, Path(folder, "samples"))
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _console(block: str) -> str:
    """The block's commands, each with what it prints."""
    from hearsay.cli import app

    parts = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        words = shlex.split(line[2:])
        text = None
        if words[0] == "echo":
            text, words = words[1] + "\n", words[words.index("|") + 1 :]
        if words[0] != "hearsay":
            raise ValueError(f"only hearsay commands can stand in an example: {line}")
        result = CliRunner().invoke(app, words[1:], input=text, env={"COLUMNS": WIDTH, "TERM": "dumb"})
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        printed = "".join(row.rstrip() + "\n" for row in result.stdout.splitlines())
        parts.append(f"{line}\n{printed}")
    return "".join(parts)


def _python(block: str, scope: dict[str, object], name: str) -> str:
    """The block's statements, each with what it prints."""
    test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
    test.globs = scope
    runner = _Runner(optionflags=FLAGS)
    runner.run(test, out=lambda _: None, clear_globs=False)
    parts = []
    for example in test.examples:
        source = "".join(("... " if n else ">>> ") + row + "\n" for n, row in enumerate(example.source.splitlines()))
        parts.append(source + runner.printed.get(example.lineno, example.want))
    return "".join(parts)


class _Runner(doctest.DocTestRunner):
    """Keeps what examples print that is not what the page says."""

    def __init__(self, optionflags: int) -> None:
        super().__init__(optionflags=optionflags, verbose=False)
        self.printed: dict[int, str] = {}

    def report_failure(self, out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self.printed[example.lineno] = got

    def report_unexpected_exception(
        self, out: object, test: doctest.DocTest, example: doctest.Example, exc_info: tuple
    ) -> None:
        raise exc_info[1]


def main(arguments: list[str]) -> int:
    """Check or renew all pages."""
    failures = 0
    for page in PAGES:
        made, wrong = run(page)
        if "--update" in arguments:
            page.write_text(made, "utf-8")
        else:
            failures += len(wrong)
        print("\n".join(wrong) or f"{page.name}: as printed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
