"""``python -m benchmarks.faults [NAME...] [--rounds N] [--update]``: do to a ledger what should not happen to it.

Each trouble is made many times over, and after each the ledger is verified whole: what was stored is there, once, and
``hearsay check`` finds nothing. ``--update`` writes the figures to benchmarks/results/faults.json and faults.md.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.killing import cut_logs, kill_writers
from benchmarks.faults.power import cut_power
from benchmarks.faults.troubles import damage, fill_disk, protect, write_together
from benchmarks.faults.updating import read_while_updated

TROUBLES = {
    "killed": (kill_writers, 200, "`kill -9` while `hearsay add` stores"),
    "power cut": (cut_power, 60, "the same, and only what was synchronised (fsync) is left"),
    "log cut": (cut_logs, 200, "the write-ahead log cut at a random byte"),
    "full disk": (fill_disk, 12, "the disk full while `hearsay add` stores, then with room"),
    "write-protected": (protect, 3, "a ledger and folder that may only be read, as another user"),
    "two writers": (write_together, 6, "two `hearsay add` at once with the same articles"),
    "damaged page": (damage, 60, "half a kilobyte of a random page overwritten, then `hearsay check`"),
    "updated": (read_while_updated, 12, "readers while an older ledger is updated, every second update killed"),
}
"""What can be done, how often unless told otherwise, and what it is."""

RESULTS = Path(__file__).parent.parent / "results"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(TROUBLES)}; all without one")
    parser.add_argument("--rounds", type=int, help="of each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    chosen = parser.parse_args()
    kept = RESULTS / "faults.json"
    figures = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    wrong = 0
    for name in chosen.names or TROUBLES:
        attempt, rounds, _ = TROUBLES[name]
        with tempfile.TemporaryDirectory() as folder:
            outcome = attempt(Path(folder), chosen.rounds or rounds, chosen.seed)
        wrong += len(outcome.wrong)
        print(f"{name}: {outcome.rounds} rounds, {outcome.killed} of them hit, {outcome.documents} documents stored, "
              f"{len(outcome.wrong)} faults", flush=True)  # fmt: skip
        for line in outcome.wrong[:20]:
            print(f"  {line}")
        figures[name] = {
            "rounds": outcome.rounds, "hit": outcome.killed, "documents": outcome.documents,
            "wrong": outcome.wrong, "said": sorted(outcome.said),
        }  # fmt: skip
        if chosen.update:
            _write(figures, kept)
    return min(wrong, 1)


def _write(figures: dict[str, dict[str, object]], kept: Path) -> None:
    kept.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    lines = [
        "What was done to ledgers on purpose (`python -m benchmarks.faults`), and what was wrong with them afterwards:",
        "documents lost, doubled or altered, faults that `hearsay check` finds, or a message without a remedy.",
        "", "| trouble | rounds | hit | documents stored | faults | the user is told |",
        "| --- | --: | --: | --: | --: | --- |",
    ]  # fmt: skip
    for name, (_, _, what) in TROUBLES.items():
        if row := figures.get(name):
            told = "; ".join(str(word) for word in row["said"]) if isinstance(row["said"], list) else ""
            faults = len(row["wrong"]) if isinstance(row["wrong"], list) else 0
            lines.append(f"| {what} | {row['rounds']} | {row['hit']} | {row['documents']} | {faults} | {told} |")
    lines += ["", "A round is hit when the writer was still at work, the command failed, or the damage was found."]
    kept.with_suffix(".md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
