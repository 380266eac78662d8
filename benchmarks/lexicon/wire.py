"""How many acts of written wire sentences are found, by type: ``python -m benchmarks.lexicon.wire``.

``wire.tsv`` holds some seven hundred sentences that were written for this project, in rounds. A round says how wide
the lexicon is only when it is first coded: afterwards entries were added for what it had shown, so that its figure is
one of coverage. ``--missed`` lists what is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from hearsay import Coder, make_document

TABLE = Path(__file__).parent / "wire.tsv"


def sentences() -> list[tuple[str, frozenset[str], str]]:
    """Round, types and sentence of each row."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [(number, frozenset(events.split()), text) for number, events, text in rows]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.lexicon.wire", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--missed", action="store_true", help="list the acts that were missed")
    options = parser.parse_args(arguments)
    coder = Coder()
    told: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for number, events, text in sentences():
        coded = {event.event for event in coder.code(make_document(text, id="wire", published="2024-07-15")).events}
        for event in sorted(events):
            for key in (f"round {number}", event, "all"):
                told[key] += 1
                found[key] += event in coded
            if options.missed and event not in coded:
                print(f"{event}: {text} ({', '.join(sorted(coded)) or 'nothing'})")
    for key in sorted(told, key=lambda k: (k == "all", not k.startswith("round"), k)):
        print(f"{key:12} {found[key]:4} of {told[key]:4}  {found[key] / told[key]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
