"""Measure accuracy and hold it to the floors: ``python -m benchmarks.accuracy``.

Codes the gold sets of a shared folder, scores them, prints the figures with 95% intervals, and ends with status 1 when
one fell below its floor in ``benchmarks/floors.toml``. With ``--update-floors`` floors, ``benchmarks/results`` and the
tables in README.md and docs/figures.md are renewed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import readme
from benchmarks.accuracy import rivals, table
from benchmarks.accuracy.floors import Floors
from benchmarks.accuracy.scores import score
from benchmarks.accuracy.sets import load, scorer

HERE = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--jobs", type=int, default=2, help="processes that code (default 2)")
    parser.add_argument("--update-floors", action="store_true", help="lift the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update-floors: lower floors too")
    options = parser.parse_args(arguments)
    try:
        sets = load(options.shared)
    except FileNotFoundError as missing:
        print(f"no gold sets ({missing.args[0]} is missing): nothing measured; --shared names their folder")
        return 0

    from benchmarks.accuracy.coding import code  # loads the model: not needed to say that there is nothing to do

    documents = {name: record for gold in sets for name, record in gold.gold.items()}
    events, reports = code(documents.values(), options.jobs)
    results = [(s, score(s, reports if s.kind == "reports" else events, scorer(options.shared))) for s in sets]

    path = HERE / "floors.toml"
    floors = Floors.read(path)
    values = {table.key(gold, figure): figure.value for gold, figures in results for figure in figures}
    digests = {gold.name: gold.digest for gold in sets}
    print(table.terminal(results, floors.aims))
    if options.update_floors:
        kept = floors.update(values, digests, options.allow_regression)
        floors.write(path)
        table.write_json(HERE / "results" / "accuracy.json", table.data(results))
        (HERE / "results" / "accuracy.md").write_text(table.markdown(results, floors.aims), "utf-8")
        (HERE / "results" / "rivals.md").write_text(rivals.markdown(results), "utf-8")
        readme.renew()
        print("\n".join(["", f"{len(floors.floors)} floors in {path.name}", *kept]))
        return 1 if kept else 0
    if changed := floors.changed(digests):
        print(f"\nnot compared: the data of {', '.join(changed)} are not those of the floors (--update-floors)")
        return 1
    fallen = floors.fallen(values)
    print("\n".join(["", *fallen]) if fallen else f"\nall {len(floors.floors)} floors hold")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
