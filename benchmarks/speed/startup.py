"""How soon things are there, each in new processes: the import, the loaded parts, one article from the command line."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

RUNS = 5

_LOADS = """
import json
from time import perf_counter
begin = perf_counter()
import hearsay
imported = perf_counter()
from hearsay.world import World
from hearsay.events import Lexicon
from hearsay.reading import default_reader
ready = perf_counter()
World.default()
world = perf_counter()
Lexicon.default()
lexicon = perf_counter()
default_reader()
reader = perf_counter()
print(json.dumps({"import hearsay": imported - begin, "world": world - ready, "lexicon": lexicon - world,
                  "reader": reader - lexicon}))
"""
_COMMAND = "import sys; from hearsay.cli import main; sys.exit(main())"


def loads() -> dict[str, float]:
    """Seconds to import the package and to load world, lexicon and reader: medians of new processes."""
    runs = [json.loads(subprocess.run([sys.executable, "-c", _LOADS], check=True, capture_output=True).stdout)
            for _ in range(RUNS)]  # fmt: skip
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def command(article: Path) -> float:
    """Seconds that ``hearsay code ARTICLE`` takes from start to exit: median of new processes, files in the cache."""
    return statistics.median(_time(["code", str(article)]) for _ in range(RUNS))


def first_result(articles: Path, jobs: int) -> float:
    """Seconds until the first line comes out of ``hearsay code ARTICLES --format jsonl``."""
    return statistics.median(_time(["code", str(articles), "--format", "jsonl", "--jobs", str(jobs)], True)
                             for _ in range(3))  # fmt: skip


def _time(arguments: list[str], first_line: bool = False) -> float:
    begin = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "160"},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline() if first_line else process.stdout.read()
        seconds = perf_counter() - begin
        if first_line:
            process.send_signal(signal.SIGINT)  # so that it ends its workers too
        process.wait()
        return seconds if first_line else perf_counter() - begin
