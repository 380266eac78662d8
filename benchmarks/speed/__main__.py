"""Measure speed, memory and start-up: ``python -m benchmarks.speed``.

With ``--update``, ``benchmarks/results`` and the tables in README.md and docs/figures.md are renewed. Run it on a
machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks import readme
from benchmarks.accuracy.table import write_json
from benchmarks.speed import machine

if TYPE_CHECKING:
    from hearsay.records import Document

ROOT = Path(__file__).resolve().parent.parent.parent
BENCH_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
ROUNDS = 5
ROOMS = ("reading", "actors", "attribution", "events")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--words", type=int, default=40_000, help="how many words are coded (default 40000)")
    parser.add_argument("--update", action="store_true", help="renew results, README.md and docs/figures.md")
    options = parser.parse_args(arguments)
    os.environ.update(machine.ONE_THREAD, PYTHONPATH=os.pathsep.join([str(ROOT / "src"), str(ROOT)]))
    measured = measure(options.shared, options.words)
    page = markdown(measured)
    print(page)
    if options.update:
        write_json(ROOT / "benchmarks" / "results" / "speed.json", measured)
        (ROOT / "benchmarks" / "results" / "speed.md").write_text(page, "utf-8")
        readme.renew()
    return 0


def measure(shared: Path, size: int) -> dict[str, Any]:
    """Run everything, one thing after the other; rates are the best of several rounds."""
    from benchmarks.speed import line, startup
    from benchmarks.speed.texts import texts

    documents = texts(shared, size)
    words, articles = line.words(documents), len(documents)
    measured: dict[str, Any] = {"machine": machine.describe(), "articles": articles, "words": words}
    rounds = [_round(documents, words) for _ in range(ROUNDS)]
    for name in rounds[0]:
        rates = [done[name] for done in rounds]
        # other work on the machine only ever slows a round down, so the best is nearest to the truth (as in timeit)
        measured[name] = {key: (median if "share" in key else max)(r[key] for r in rates) for key in rates[0]}
    if "yardstick" in measured:
        measured["yardstick"]["spacy"] = spacy_version()
    measured["rooms"] = {
        room: {key: measured["rooms"][f"{room} {key}"] for key in ("words/s", "share")} for room in ROOMS
    }
    with resources.as_file(resources.files("hearsay") / "samples") as folder, tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "articles.jsonl"
        table.write_text("".join(json.dumps({"id": d.id, "text": d.text}) + "\n" for d in documents), "utf-8")
        measured["start"] = {
            **startup.loads(),
            "hearsay code one-article.txt": startup.command(next(iter(sorted(folder.glob("*.txt"))))),
            "first result, 1 process": startup.first_result(table, 1),
            "first result, 2 processes": startup.first_result(table, 2),
        }
    return rounded(measured)


def _round(documents: list[Document], words: int) -> dict[str, dict[str, float]]:
    """Yardstick, rooms, and the line in one and in two processes, close together: a busy moment hits them all."""
    from benchmarks.speed import line

    done: dict[str, dict[str, float]] = {}
    if yard := yardstick([d.text for d in documents]):
        done["yardstick"] = {"words/s": words / yard["seconds"]}
    _, (rooms,) = line.run(documents, 1, rooms=True)
    done["rooms"] = {}
    for room in ROOMS:
        done["rooms"] |= {
            f"{room} words/s": words / rooms.rooms[room],
            f"{room} share": rooms.rooms[room] / rooms.seconds,
        }
    for processes in (1, 2):
        seconds, workers = line.run(documents, processes)
        done[f"line, {processes} process{'es' if processes > 1 else ''}"] = {
            "words/s": processes * words / seconds,
            "articles/s": processes * len(documents) / seconds,
            "peak MB a worker": max(worker.megabytes for worker in workers),
        }
    return done


def spacy_version() -> str:
    """The yardstick's version."""
    program = "import spacy; print(spacy.__version__)"
    return subprocess.run([BENCH_PYTHON, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def yardstick(texts: list[str]) -> dict[str, Any] | None:
    """Seconds of the blank spaCy pipeline on one core; None without its virtual environment."""
    if not BENCH_PYTHON.exists():
        print("no .venv-bench: measured without the yardstick (see benchmarks/requirements.lock)", file=sys.stderr)
        return None
    program = Path(__file__).parent / "yardstick.py"
    run = subprocess.run([BENCH_PYTHON, program], input=json.dumps(texts), capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(run.stdout)
    return result


def rounded(value: Any) -> Any:
    """Four figures are more than such measurements repeat."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value


def markdown(measured: dict[str, Any]) -> str:
    """The measurements as one table, with what was aimed at."""
    box, yard = measured["machine"], measured.get("yardstick")
    rows: list[tuple[str, str, str]] = []

    def beside(rate: float) -> str:
        return f", {rate / yard['words/s']:.2f} of the yardstick" if yard else ""

    if yard:
        rows.append(("yardstick: blank spaCy pipeline, one core", f"{yard['words/s']:,.0f} words/s", ""))
    one, two = measured["line, 1 process"], measured["line, 2 processes"]
    reader = measured["rooms"]["reading"]["words/s"]
    rows.append(("reader alone, one core", f"{reader:,.0f} words/s{beside(reader)}", "0.6 of the yardstick"))
    rate = f"{one['words/s']:,.0f} words/s, {one['articles/s']:.1f} articles/s{beside(one['words/s'])}"
    rows.append(("whole line, one core", rate, "0.4 of the yardstick"))
    gain = two["words/s"] / one["words/s"]
    rate = f"{two['words/s']:,.0f} words/s, {two['articles/s']:.1f} articles/s, {gain:.2f} times one"
    rows.append(("whole line, two processes", rate, "15 articles of 500 words/s, 1.8 times one"))
    shares = ", ".join(f"{room} {100 * part['share']:.0f}%" for room, part in measured["rooms"].items())
    rows.append(("share of time by room", shares, ""))
    rows.append(("peak memory a worker", f"{max(one['peak MB a worker'], two['peak MB a worker']):.0f} MB", "600 MB"))
    start = measured["start"]
    rows.append(
        ("`hearsay code one-article.txt`, new process", f"{start['hearsay code one-article.txt']:.2f} s", "2.5 s")
    )
    first = f"{start['first result, 1 process']:.2f} s, {start['first result, 2 processes']:.2f} s"
    rows.append(("first line of a long job, 1 and 2 processes", first, ""))
    loads = ", ".join(
        f"{name} {1000 * start[name]:.0f} ms" for name in ("import hearsay", "world", "lexicon", "reader")
    )
    rows.append(("import, then loading", loads, "world 150 ms"))
    head = f"{measured['articles']} articles, {measured['words']:,} words; {box['processor']}; Python {box['python']}"
    spacy = f"; spaCy {yard['spacy']}" if yard else ""
    how = f"one thread a process; best of {ROUNDS} rounds; load before the run {box['load before the run']}"
    lines = [f"{head}{spacy}; {how}", ""]
    lines += ["| what | measured | aim |", "| --- | --- | --- |", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
