"""What went wrong, mention by mention: ``python -m benchmarks.accuracy.errors events|reports|gsr``.

    --shared DIR        folder with the gold sets (default ../shared)
    --predicted FILE    score this output of ``hearsay code --format jsonl`` instead of coding afresh
    --document TEXT     only documents whose id contains TEXT
    --only TEXT         only lines that contain TEXT anywhere (an event type, a word, a verdict)
    --set NAME          reports only: "articles" (default) or "polnear"
    --limit N           only the first N documents
    --counts            only the tables at the end

Verdicts of events: MISSED, SPURIOUS, TYPE, COUNTRY, SECTOR, SOURCE, STATUS, DATE, MODE (the first level that is
wrong, then the others), RIGHT. The tables: gold type against coded type, and precision by lexicon entry.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.accuracy import event_errors, gsr_errors, report_errors
from benchmarks.accuracy.matching import rules
from benchmarks.accuracy.sets import Gold, GoldSet, lines, load, scorer

Printer = Callable[[str], None]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.errors", description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=["events", "reports", "gsr"])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--predicted", type=Path)
    parser.add_argument("--document", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--set", choices=["articles", "polnear"], default="articles")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    try:
        chosen = _choose(load(options.shared), options.kind, options.set)
    except FileNotFoundError as missing:
        print(f"no gold sets at {missing}: nothing to show (give their folder with --shared)")
        return 0
    gold = {name: record for name, record in chosen.gold.items() if options.document in name}
    gold = dict(list(gold.items())[: options.limit])
    predicted = lines(options.predicted) if options.predicted else _code(gold.values(), options.kind, options.jobs)
    say: Printer = print

    def filtered(line: str) -> None:
        if not options.counts and options.only in line:
            say(line)

    show = {"events": event_errors.show, "reports": report_errors.show, "gsr": gsr_errors.show}[options.kind]
    show(rules(scorer(options.shared)), gold, predicted, filtered, say)
    return 0


def _choose(sets: Iterable[GoldSet], kind: str, name: str) -> GoldSet:
    fitting = [s for s in sets if s.kind == kind]
    return next((s for s in fitting if kind != "reports" or s.name.startswith(name[:7])), fitting[0])


def _code(documents: Iterable[Gold], kind: str, jobs: int) -> list[Gold]:
    from benchmarks.accuracy.coding import code  # loads the model: not needed with --predicted

    events, reports = code(documents, jobs)
    chosen = reports if kind == "reports" else events
    return [json.loads(json.dumps(line)) for line in chosen]


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" is how this is read
    sys.exit(main())
