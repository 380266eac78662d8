"""What share of political actors' clauses has a predicate the lexicon knows: ``python -m benchmarks.lexicon``.

Reads the open news sets of a shared folder, counts predicates as :mod:`hearsay.lexicon.coverage` defines them, and
prints for each set and for all: known, entries, listed as no event, missing. ``--missing N`` lists missing predicates,
``--never`` the entries that held nowhere, ``--update`` writes ``benchmarks/results/lexicon-coverage.json`` (figures
only). Nothing of the texts is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.sets import Gold, lines
from benchmarks.accuracy.table import write_json
from benchmarks.lexicon.counting import Counts, counted
from hearsay import Coder
from hearsay.lexicon.coverage import Coverage, Predicate, never

AIM = 0.90
SETS = {
    "polnear train": "data/polnear/train.jsonl.gz",
    "ecbplus": "data/ecbplus/ecbplus.jsonl.gz",
    "plover sentences": "data/plover_gsr/plover_gsr.jsonl",
}
RESULT = Path(__file__).resolve().parent.parent / "results" / "lexicon-coverage.json"


def gold_sets(shared: Path) -> dict[str, list[Gold]]:
    """Records of every set, the articles among them. Raises FileNotFoundError naming what is missing."""
    found = {name: lines(shared / path) for name, path in SETS.items()}
    articles = sorted((shared / "gold" / "articles").glob("*.json"))
    return {**found, "articles": [json.loads(path.read_text("utf-8")) for path in articles]}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lexicon", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the sets")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--missing", type=int, default=0, metavar="N", help="list the N commonest missing predicates")
    parser.add_argument("--never", action="store_true", help="list entries that held nowhere")
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args(arguments)
    try:
        sets = gold_sets(options.shared)
    except FileNotFoundError as missing:
        print(f"no sets at {missing.filename}: nothing measured (give their folder with --shared)")
        return 0
    total: Counts = Counter()
    won: set[str] = set()
    figures = {}
    for name, records in sets.items():
        counts, held = counted(records, options.jobs)
        won |= held
        total.update(counts)
        figures[name] = _figures(_coverage(counts, len(records)))
    whole = _coverage(total, sum(len(r) for r in sets.values()))
    figures["all"] = _figures(whole)
    unused = never(Coder().lexicon, won)
    print(f"{'set':18} {'clauses':>8} {'known':>6} {'entry':>6} {'listed':>6} {'missing':>7}   of verbs, adj., nouns")
    for name, row in figures.items():
        shares = " ".join(f"{row[f'known {pos}']:.3f}" for pos in ("verb", "adj", "noun"))
        print(f"{name:18} {row['clauses']:8.0f} {row['known']:6.3f} {row['entry']:6.3f} {row['listed']:6.3f}"
              f" {row['missing']:7.3f}   {shares}")  # fmt: skip
    print(f"aim {AIM:.2f}: {'reached' if whole.known >= AIM else 'missed'}; {len(unused)} entries held nowhere")
    for predicate in whole.missing()[: options.missing]:
        print(f"{predicate.count:5} {predicate.words} ({predicate.pos})")
    if options.never:
        print("\n".join(unused))
    if options.update:
        write_json(RESULT, {"aim": AIM, "sets": figures, "entries that held nowhere": len(unused)})
    return 0 if whole.known >= AIM else 1


def _coverage(counts: Counts, documents: int) -> Coverage:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    predicates = (Predicate(words, pos, state, n) for (words, pos, state), n in ranked)
    return Coverage(documents, tuple(predicates), ())


def _figures(found: Coverage) -> dict[str, float]:
    clauses = found.count()
    shares = {state: round(found.count(state) / max(clauses, 1), 4) for state in ("entry", "listed", "missing")}  # type: ignore[arg-type]
    by_pos = {
        f"known {pos}": round(1 - found.count("missing", pos) / max(found.count(None, pos), 1), 4)
        for pos in ("verb", "adj", "noun")
    }
    return {"documents": found.documents, "clauses": clauses, "known": round(found.known, 4), **shares, **by_pos}


if __name__ == "__main__":
    sys.exit(main())
