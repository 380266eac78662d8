"""Score the reader on GUM and EWT: ``python -m benchmarks.reader``. Writes ``benchmarks/results/reader.json``.

Gold words and sentences first, then from raw text; figures in percent with 95% intervals over documents. Speed is that
of one thread on the raw texts; the yardstick is run by ``benchmarks/speed``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.reader.counts import Counts, f1, from_raw_text, interval, on_gold_words
from benchmarks.reader.treebanks import gold, kept
from hearsay.reading import NeuralReader

ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reader", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with data/gum and data/ewt")
    parser.add_argument("--part", default="test", choices=("dev", "test"))
    parser.add_argument("--weights", type=Path, help="folder of other weights than those of the package")
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "results" / "reader.json")
    options = parser.parse_args(arguments)
    reader = NeuralReader.load(1, options.weights) if options.weights else NeuralReader.load(1)
    measured = measure(reader, options.shared / "data", options.part)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    page = markdown(measured)
    options.output.with_suffix(".md").write_text(page, encoding="utf-8")
    print(page)
    return 0


OTHER_NEWS = "other GUM news"
"""News of GUM outside the part measured that was not trained on: the development part and the kept articles."""


def sets_of(corpus: str, genre: str) -> list[str]:
    return ["GUM", "GUM news"] if (corpus, genre) == ("gum", "news") else [corpus.upper()]


def measure(reader: NeuralReader, folder: Path, part: str) -> dict[str, Any]:
    """Figures by set: value, low and high end of the interval."""
    sets: dict[str, list[Counts]] = {}
    words = 0
    wall, busy = 0.0, 0.0
    for corpus, genre, wanted, names in gold(folder, part):
        counts = Counts()
        on_gold_words(wanted, reader.parse(wanted), names, counts)
        clock, cpu = perf_counter(), process_time()
        found = reader.read(wanted.document)
        wall, busy = wall + perf_counter() - clock, busy + process_time() - cpu
        words += len(found.words)
        from_raw_text(wanted, found, names, counts)
        for name in sets_of(corpus, genre):
            sets.setdefault(name, []).append(counts)
    for wanted in kept(folder):
        counts = Counts()
        from_raw_text(wanted, reader.read(wanted.document), None, counts)
        sets.setdefault(OTHER_NEWS, []).append(counts)
    figures: dict[str, dict[str, list[float]]] = {}
    for name, documents in sets.items():
        for figure in documents[0].figures:
            rows = [d.figures[figure] for d in documents]
            figures.setdefault(figure, {})[name] = [round(100 * v, 2) for v in (f1(rows), *interval(rows))]
    speed = {"words": words, "words/s": round(words / wall), "words per CPU second": round(words / busy)}
    documents = {name: len(counts) for name, counts in sets.items()}
    return {"part": part, "documents": documents, "figures": figures, "speed": speed}


def markdown(measured: dict[str, Any]) -> str:
    sets = list(measured["documents"])
    lines = [
        f"| figure ({measured['part']}) | "
        + " | ".join(f"{s} ({measured['documents'][s]} documents)" for s in sets)
        + " |"
    ]
    lines.append("| --- |" + " ---: |" * len(sets))
    for figure, row in measured["figures"].items():
        cells = ["{:.1f} ({:.1f}–{:.1f})".format(*row[s]) if s in row else "" for s in sets]
        lines.append(f"| {figure} | " + " | ".join(cells) + " |")
    speed = measured["speed"]
    lines.append(
        f"\nOne thread, raw text: {speed['words/s']:,} words/s ({speed['words per CPU second']:,} a CPU second).\n"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
