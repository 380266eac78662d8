"""Figures on PolNeAR with its own edge of a content: ``python -m benchmarks.accuracy.conventions``.

PolNeAR takes the "that" which introduces a clause into the content; Hearsay's codebook leaves it out. A system trained
on PolNeAR learns that edge, so beside the plain figures this gives those of the same reports with every introducing
"that" taken in. The change looks at the text alone, never at the gold.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.accuracy.scores import score
from benchmarks.accuracy.sets import Gold, load, scorer

_THAT = re.compile(r"\bthat[\s,]*$", re.IGNORECASE)
_REACH = 8
"""How many characters before a content are looked at."""


def with_that(report: Gold, text: str) -> Gold:
    """A report whose contents begin at the "that" right before them, unless it is part of the cue."""
    content = []
    for begin, end in report["content"]:
        low = max(0, begin - _REACH)
        found = _THAT.search(text[low:begin])
        start = begin if found is None else low + found.start()
        free = all(e <= start or b >= begin for b, e in report["cue"])
        content.append([start if free else begin, end])
    return {**report, "content": content}


def converted(reports: Iterable[Gold], texts: dict[str, str]) -> list[Gold]:
    return [with_that(report, texts[report["document"]]) for report in reports]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.conventions", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold sets")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    try:
        polnear = next(s for s in load(options.shared) if s.name == "polnear dev")
    except FileNotFoundError as missing:
        print(f"no gold sets at {missing}: nothing to measure (give their folder with --shared)")
        return 0

    from benchmarks.accuracy.coding import code  # loads the model: not needed to say that there is nothing to do

    reports = [json.loads(json.dumps(line)) for line in code(polnear.gold.values(), options.jobs)[1]]
    texts = {name: record["text"] for name, record in polnear.gold.items()}
    plain = score(polnear, reports, scorer(options.shared))
    theirs = score(polnear, converted(reports, texts), scorer(options.shared))
    print(f"{'F1 on PolNeAR dev':<28} {'as coded':>9} {'with that':>10}")
    for one, other in zip(plain, theirs, strict=True):
        print(f"{one.name:<28} {one.value:>9.3f} {other.value:>10.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
