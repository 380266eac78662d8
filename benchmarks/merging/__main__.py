"""Merging on ECB+: weights and the way of comparing were settled on one half of the topics, the other is reported too.

python -m benchmarks.merging [--shared ../shared] [--update]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.merging.ecbplus import digest, load
from benchmarks.merging.scores import b_cubed, pairwise
from hearsay.merge.account import Account
from hearsay.merge.comparing import compare
from hearsay.merge.grouping import group

RESULTS = Path(__file__).parent.parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args()
    path = options.shared / "data" / "ecbplus" / "ecbplus.jsonl.gz"
    result = {"set": "ecbplus", "digest": digest(path), "halves": measure(path)}
    print(table(result))
    if options.update:
        (RESULTS / "merging.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")
        (RESULTS / "merging.md").write_text(table(result), "utf-8")


def measure(path: Path) -> list[dict[str, Any]]:
    """Scores of each half of the topics: every other one settles the weights, the rest only reports."""
    accounts, gold, topics = load(path)
    order = sorted(set(topics.values()))
    rows = []
    for name, half in (("settling", order[0::2]), ("reporting", order[1::2])):
        chosen = [account for account in accounts if topics[account.id] in half]
        found = merged(chosen)
        wanted = {account.id: gold[account.id] for account in chosen}
        cubed, pairs = b_cubed(wanted, found), pairwise(wanted, found)
        rows.append({
            "half": name, "topics": half, "accounts": len(chosen), "events": len(set(wanted.values())),
            "b_cubed": [round(x, 3) for x in (cubed.precision, cubed.recall, cubed.f1)],
            "pairs": [round(x, 3) for x in (pairs.precision, pairs.recall, pairs.f1)],
        })  # fmt: skip
    return rows


def merged(accounts: list[Account]) -> dict[str, str]:
    """The event of each account: all accounts of one type are compared, as there are no days to tell them apart."""
    found: dict[str, str] = {}
    for kind in sorted({account.event for account in accounts}):
        for members in group([a for a in accounts if a.event == kind], lambda a, b: compare(a, b).score):
            found.update((account.id, members[0].id) for account in members)
    return found


def table(result: dict[str, Any]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| half of the topics | accounts | gold events | B-cubed P | R | F1 | pairs P | R | F1 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for row in result["halves"]:
        figures = " | ".join(f"{x:.3f}" for x in (*row["b_cubed"], *row["pairs"]))
        lines.append(f"| {row['half']} | {row['accounts']} | {row['events']} | {figures} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
