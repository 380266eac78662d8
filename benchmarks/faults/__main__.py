"""``python -m benchmarks.faults [--rounds 200]``: kill ``hearsay add`` that often, and cut its log as often."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.killing import cut_logs, kill_writers

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--rounds", type=int, default=200)
parser.add_argument("--seed", type=int, default=0)
arguments = parser.parse_args()

wrong = 0
for name, attempt in (("killed", kill_writers), ("log cut", cut_logs)):
    with tempfile.TemporaryDirectory() as folder:
        outcome = attempt(Path(folder), arguments.rounds, arguments.seed)
    wrong += len(outcome.wrong)
    print(f"{name}: {outcome.rounds} rounds, {outcome.killed} of them at work, {outcome.documents} documents stored, "
          f"{len(outcome.wrong)} faults")  # fmt: skip
    for line in outcome.wrong[:20]:
        print(f"  {line}")
sys.exit(bool(wrong))
