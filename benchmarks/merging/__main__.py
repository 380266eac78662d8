"""Merging on ECB+, and from text on the open gold articles.

Weights and the way of comparing were settled on one half of ECB+'s topics; the other half is reported too.

python -m benchmarks.merging [--shared ../shared] [--update]
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path
from typing import Any

from benchmarks.merging import articles
from benchmarks.merging.ecbplus import digest, load
from benchmarks.merging.scores import b_cubed, pairwise
from hearsay.merge.account import Account
from hearsay.merge.blocking import kindred
from hearsay.merge.comparing import compare
from hearsay.merge.copies import components
from hearsay.merge.grouping import group, pair_of
from hearsay.merge.linking import APART

RESULTS = Path(__file__).parent.parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args()
    path = options.shared / "data" / "ecbplus" / "ecbplus.jsonl.gz"
    result = {
        "set": "ecbplus", "digest": digest(path), "halves": measure(path), "articles": articles.measure(options.shared),
    }  # fmt: skip
    print(table(result))
    if options.update:
        (RESULTS / "merging.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")
        (RESULTS / "merging.md").write_text(table(result), "utf-8")


def measure(path: Path) -> list[dict[str, Any]]:
    """Scores of each half of the topics: every other one settles the weights, the rest only reports."""
    rows = []
    for known in (True, False):
        accounts, gold, topics = load(path, known)
        order = sorted(set(topics.values()))
        for name, half in (("settling", order[0::2]), ("reporting", order[1::2])):
            chosen = [account for account in accounts if topics[account.id] in half]
            wanted = {account.id: gold[account.id] for account in chosen}
            for compared, every in (("all", True), ("kindred types", False)):
                found = merged(chosen, every)
                cubed, pairs = b_cubed(wanted, found), pairwise(wanted, found)
                rows.append({
                    "half": name, "participants": "known" if known else "words", "compared": compared, "topics": half,
                    "accounts": len(chosen), "events": len(set(wanted.values())),
                    "b_cubed": [round(x, 3) for x in (cubed.precision, cubed.recall, cubed.f1)],
                    "pairs": [round(x, 3) for x in (pairs.precision, pairs.recall, pairs.f1)],
                })  # fmt: skip
    return rows


def merged(accounts: list[Account], every: bool = True) -> dict[str, str]:
    """The event of each account: as in a ledger, what hangs together is grouped; there are no days to tell it apart.

    A ledger compares accounts of one type and of kindred ones. ``every`` compares those of all types: the gold standard
    has none, and the lexicon's first entry for a trigger is often not the type that was meant.
    """
    scores = {
        (a.id, b.id): compare(a, b).score
        for a, b in itertools.combinations(sorted(accounts, key=lambda account: account.id), 2)
        if every or a.event == b.event or b.event in kindred(a.event)
    }

    def score(a: Account, b: Account) -> float:
        return scores.get(pair_of(a.id, b.id), APART)

    number = {account.id: place for place, account in enumerate(accounts)}
    alike = [(number[a], number[b]) for (a, b), found in scores.items() if found > 0]
    found: dict[str, str] = {}
    for component in components(range(len(accounts)), alike):
        for members in group([accounts[place] for place in component], score):
            found.update((account.id, members[0].id) for account in members)
    return found


def table(result: dict[str, Any]) -> str:
    """The figures as Markdown tables."""
    lines = [
        "| half of the topics | participants | compared | accounts | events | B-cubed P | R | F1 | pairs P | R | F1 |",
        "| --- | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for row in result["halves"]:
        figures = " | ".join(f"{x:.3f}" for x in (*row["b_cubed"], *row["pairs"]))
        told = " | ".join(str(row[key]) for key in ("half", "participants", "compared", "accounts", "events"))
        lines.append(f"| {told} | {figures} |")
    found = result["articles"]
    lines += [
        "", f"Events of {found['articles']} gold articles, from text:", "",
        "| events | F1 | right | coded | gold |", "| --- | --: | --: | --: | --: |",
    ]  # fmt: skip
    for name in ("in article", "added alone", "in one ledger"):
        row = found[name]
        lines.append(f"| {name} | {row['f1']:.4f} | {row['right']} | {row['predicted']} | {row['gold']} |")
    twice = found["printed twice"]
    precision, recall, f1 = twice["pairs"]
    lines += [
        "", f"Each printed again by another outlet, shortened: {twice['accounts']} accounts, {twice['events']} events; "
        f"pairs P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f}.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
