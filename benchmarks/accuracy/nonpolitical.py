"""How many events are coded where there are none to code: ``python -m benchmarks.accuracy.nonpolitical``.

The sixty documents of ``nonpolitical.tsv`` are about travel, science, art, sport, celebrities, business or accidents,
where PLOVER, which asks for a politically relevant actor, has next to nothing to code. Prints the events of each
document that has any, and their mean; ends with status 1 when the mean lies above ``CEILING``. ``--list`` shows them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.sets import Gold, lines

HERE = Path(__file__).resolve().parent
CEILING = 0.3
"""Events a document, above which a run fails; also the aim."""
_FOLDERS = {"gum": "gum", "ecbplus": "ecbplus"}


def chosen() -> dict[str, tuple[str, str]]:
    """Document id to its set and what it is about, as listed."""
    rows = (line.split("\t") for line in (HERE / "nonpolitical.tsv").read_text("utf-8").splitlines())
    return {row[1]: (row[0], row[2]) for row in rows if len(row) == 3 and row[0] in _FOLDERS}


def documents(shared: Path) -> list[Gold]:
    """The listed documents. Raises FileNotFoundError when a set is not there, KeyError when a document is not."""
    wanted = chosen()
    found: dict[str, Gold] = {}
    for name in sorted({source for source, _ in wanted.values()}):
        folder = shared / "data" / _FOLDERS[name]
        files = sorted(folder.glob("*.jsonl.gz"))
        if not files:
            raise FileNotFoundError(folder)
        found.update((r["id"], r) for path in files for r in lines(path) if r["id"] in wanted)
    return [found[name] for name in wanted]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.nonpolitical", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent.parent / "shared")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="show each event with its words")
    options = parser.parse_args(arguments)
    try:
        texts = documents(options.shared)
    except FileNotFoundError as missing:
        print(f"no gold sets ({missing.args[0]} is missing): nothing measured; --shared names their folder")
        return 0

    from benchmarks.accuracy.coding import code  # loads the model: not needed to say that there is nothing to do

    events, _ = code(texts, options.jobs)
    about, count = chosen(), Counter(event["mentions"][0]["document"] for event in events)
    for name, number in count.most_common():
        print(f"{number:4d}  {about[name][1]:<10} {name}")
    for event in events if options.list else ():
        first = event["mentions"][0]
        sides = " -> ".join("+".join(f"{a['name']}:{a['country']}" for a in event[r]) for r in ("actor", "recipient"))
        print(f"{first['document']} {event['event']} [{first['rule']}] {first['trigger_text']} ({sides})")
        print(f"    {' '.join(first['sentence_text'].split())[:240]}")
    mean = len(events) / len(texts)
    print(f"\n{len(events)} events in {len(texts)} documents: {mean:.2f} each; ceiling {CEILING:.2f}")
    return 1 if mean > CEILING else 0


if __name__ == "__main__":
    sys.exit(main())
