"""Figures on PolNeAR with its own edge of a content: ``python -m benchmarks.accuracy.conventions``.

PolNeAR takes the "that" which introduces a clause into the content, and of speech within speech it marks the outer one
alone; Hearsay's codebook leaves "that" out and gives the innermost speaker, with the others as ``via``. Systems
trained on PolNeAR learn its edges, so beside the plain figures stand those with every introducing "that" taken in,
with the outermost reports, and with both; last, how far people agree: each second annotator of 18 articles against
the first. No change looks at the gold.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.scores import score
from benchmarks.accuracy.sets import Gold, GoldSet, lines, load, scorer

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


def outermost(gold: Iterable[Gold]) -> list[Gold]:
    """The reports of each article as PolNeAR marks nesting: of speech within speech only the outer one."""
    from hearsay import Coder
    from hearsay.actors import find_cast
    from hearsay.attribution import attribute

    coder = Coder()
    found: list[Gold] = []
    for record in gold:
        reading = coder.read(document(record))
        reports = attribute(reading, find_cast(reading, coder.world), coder.world, nested=False).reports
        found += [json.loads(report.model_dump_json(by_alias=True)) for report in reports]
    return found


def annotators(folder: Path) -> tuple[GoldSet, list[Gold]]:
    """Articles that several people annotated: the version that was kept as gold, each other one as if it were coded."""
    records = {r["id"]: r for part in ("train", "dev") for r in lines(folder / f"{part}.jsonl.gz")}
    gold: dict[str, Gold] = {}
    theirs: list[Gold] = []
    for article in lines(folder / "agreement.jsonl.gz"):
        for who, version in sorted(article["versions"].items()):
            if who == article["chosen"]:
                continue
            name = f"{article['id']} by {who}"
            gold[name] = {**records[article["id"]], "id": name}
            theirs += [{"document": name, "source_span": v["source"], **_spans(v)} for v in version]
    return GoldSet("annotators", "reports", "one annotator against another", (), gold), theirs


def _spans(version: Gold) -> Gold:
    return {"cue": version["cue"], "content": version["content"]}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.conventions", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold sets")
    options = parser.parse_args(arguments)
    try:
        polnear = next(s for s in load(options.shared) if s.name == "polnear dev")
    except FileNotFoundError as missing:
        print(f"no gold sets at {missing}: nothing to measure (give their folder with --shared)")
        return 0

    from benchmarks.accuracy.coding import code  # loads the model: not needed to say that there is nothing to do

    reports = [json.loads(json.dumps(line)) for line in code(polnear.gold.values(), 1)[1]]
    texts = {name: record["text"] for name, record in polnear.gold.items()}
    outer = outermost(polnear.gold.values())
    people, theirs = annotators(options.shared / "data" / "polnear")
    columns = {
        "as coded": score(polnear, reports, scorer(options.shared)),
        "with that": score(polnear, converted(reports, texts), scorer(options.shared)),
        "outermost": score(polnear, outer, scorer(options.shared)),
        "both": score(polnear, converted(outer, texts), scorer(options.shared)),
        "annotators": score(people, theirs, scorer(options.shared)),
    }
    print(f"{'F1 on PolNeAR dev':<28}" + "".join(f"{name:>11}" for name in columns))
    for row in zip(*columns.values(), strict=True):
        print(f"{row[0].name:<28}" + "".join(f"{figure.value:>11.3f}" for figure in row))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
