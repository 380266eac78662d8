"""Copies among written reports: the threshold was chosen on half of the events of the first sixty.

The other half is reported too, and a second set of thirty-two that was written later, to be hard (``unseen.txt``).

python -m benchmarks.copies [--update]
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.merging.scores import pairwise
from hearsay.merge.copies import Text, bands, compare_texts, components, signature

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"


@dataclass(frozen=True)
class Written:
    """One report of the set."""

    id: str
    event: str
    group: str
    kind: str
    text: str


def load(path: Path = HERE / "reports.txt") -> list[Written]:
    """The reports, with repeated texts filled in."""
    found: dict[str, Written] = {}
    for block in path.read_text("utf-8").split("\n== ")[1:]:
        head, _, body = block.partition("\n")
        event, group, name, kind, *of = head.split()
        text = body.strip()
        if of:
            paragraphs = found[of[0]].text.split("\n")
            text = "\n".join(paragraphs if kind == "verbatim" else paragraphs[:-1])
        found[name] = Written(name, event, f"{event} {group}", kind, text)
    return list(found.values())


def measure(reports: list[Written]) -> list[dict[str, Any]]:
    """Pairwise scores of each half and of the second set; candidates come by signature as in the ledger."""
    events = sorted({report.event for report in reports})
    halves = (("settling", events[0::2]), ("reporting", events[1::2]))
    parts = [(name, [report for report in reports if report.event in half]) for name, half in halves]
    rows = []
    for name, chosen in (*parts, ("second set", load(HERE / "unseen.txt"))):
        gold = {report.id: report.group for report in chosen}
        found, candidates = grouped(chosen)
        score = pairwise(gold, found)
        rows.append({
            "part": name, "reports": len(chosen), "groups": len(set(gold.values())),
            "pairs": [round(x, 3) for x in (score.precision, score.recall, score.f1)],
            "candidates": round(pairwise(gold, candidates).recall, 3),
        })  # fmt: skip
    return rows


def grouped(reports: list[Written]) -> tuple[dict[str, int], dict[str, int]]:
    """The copy group of each report; and the group it would be in if every candidate were a copy."""
    keys = [set(bands(signature(report.text))) for report in reports]
    texts = [Text(report.text, None, agencies(report.text)) for report in reports]
    near = [(i, j) for i, j in itertools.combinations(range(len(reports)), 2) if keys[i] & keys[j]]
    copies = [(i, j) for i, j in near if compare_texts(texts[i], texts[j]).copies]
    return _labels(reports, copies), _labels(reports, near)


def agencies(text: str) -> frozenset[str]:
    """The agency of a dateline, "(Orbis) -", folded."""
    return frozenset(name.casefold() for name in re.findall(r"\(([A-Z][\w ]+)\) - ", text[:80]))


def _labels(reports: list[Written], pairs: list[tuple[int, int]]) -> dict[str, int]:
    return {reports[i].id: group[0] for group in components(range(len(reports)), pairs) for i in group}


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as a Markdown table."""
    lines = ["| part | reports | groups | pairs P | R | F1 | candidates R |",
             "| --- | --: | --: | --: | --: | --: | --: |"]  # fmt: skip
    for row in rows:
        figures = " | ".join(f"{x:.3f}" for x in (*row["pairs"], row["candidates"]))
        lines.append(f"| {row['part']} | {row['reports']} | {row['groups']} | {figures} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args()
    rows = measure(load())
    print(table(rows))
    if options.update:
        (RESULTS / "copies.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
        (RESULTS / "copies.md").write_text(table(rows), "utf-8")


if __name__ == "__main__":
    main()
