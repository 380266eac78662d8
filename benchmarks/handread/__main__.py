"""How many events coded in news are strictly right, by reading: ``python -m benchmarks.handread``.

``benchmarks/handread/verdicts.tsv`` holds the events of a sample by document, type and offsets of the trigger, with
the verdict of a reader: an event is *right* when type, actor, recipient and status are. No text is kept. The samples
were drawn with different seeds; the program was changed between them, after what each had shown, so the last is
nearest to how it stands. This prints the share that is right with Wilson's 95% interval, and the number of
each error; with ``--draw FILE`` it codes the PolNeAR development articles of a shared folder afresh and writes a new
sample, with its sentences, to be read.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.sets import load
from benchmarks.accuracy.table import write_json

HERE = Path(__file__).resolve().parent
VERDICTS = HERE / "verdicts.tsv"
RESULT = HERE.parent / "results" / "handread.json"
AIM = 0.65
SIZE = 100
SEED = 20241211


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a share (Wilson 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    p = right / of
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def verdicts(path: Path = VERDICTS) -> list[dict[str, str]]:
    """Rows of the table: sample, document, event, begin, end, verdict (right, no event, type, actor, ...)."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def draw(shared: Path, path: Path, jobs: int) -> None:
    """Code the articles and write a sample of events with their sentences, for a reader."""
    from benchmarks.accuracy.coding import code

    gold = next(s for s in load(shared) if s.name == "polnear dev").gold
    events, _ = code(gold.values(), jobs)
    events.sort(key=lambda e: str(e["id"]))
    chosen = random.Random(SEED).sample(events, SIZE)
    path.write_text("".join(json.dumps(event) + "\n" for event in chosen), "utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.handread", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the articles, for --draw")
    parser.add_argument("--draw", type=Path, metavar="FILE", help="write a new sample there, with its sentences")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args(arguments)
    if options.draw is not None:
        try:
            draw(options.shared, options.draw, options.jobs)
        except FileNotFoundError as missing:
            print(f"no articles ({missing.args[0]} is missing): nothing drawn; --shared names their folder")
        return 0
    rows = verdicts()
    figures = {}
    for sample in dict.fromkeys(row["sample"] for row in rows):
        counts = Counter(row["verdict"] for row in rows if row["sample"] == sample)
        total, right = counts.total(), counts["right"]
        low, high = wilson(right, total)
        share = right / total
        print(f"{sample}: strictly right {right} of {total} = {share:.2f} ({low:.2f} to {high:.2f}), aim {AIM:.2f}")
        print("  " + ", ".join(f"{verdict} {number}" for verdict, number in counts.most_common()))
        interval = [round(low, 3), round(high, 3)]
        figures[sample] = {
            "strictly right": share,
            "interval": interval,
            "verdicts": dict(counts.most_common()),
        }
    if options.update:
        write_json(RESULT, {"aim": AIM, **figures})
    return 0


if __name__ == "__main__":
    sys.exit(main())
