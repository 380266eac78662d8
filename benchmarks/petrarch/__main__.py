"""PETRARCH-2's unit and validation sentences: ``python -m benchmarks.petrarch``.

Both sets come with CAMEO codings; the unit sentences test features of that coder with invented actors, the validation
sentences began as its own output. So they show where the coders differ, not who is right. A coding is found when an
event has the PLOVER type of its CAMEO code (the conversion table of 2021), the source's country among its actors and
the target's among its recipients (or actors, of meetings and agreements). Where Hearsay differs on purpose, the
sentence's id stands with the reason in ``on_purpose.tsv``. The codes of the unit sentences come from a dictionary made
for tests ("warned" is 160 there), so that only the sides can be compared. ``--list`` shows the ids that are not found.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.sets import Gold, lines
from benchmarks.accuracy.table import write_json
from benchmarks.petrarch import actors
from hearsay import Coder, Event, make_document
from hearsay.world import World

HERE = Path(__file__).resolve().parent
RESULT = HERE.parent / "results" / "petrarch.json"
SETS = {"unit": "unit_tests.jsonl", "validation": "gsr.jsonl"}
_CONVERSION = re.compile(r"^(?P<code>\d{2,4}): (?P<type>[A-Z]+)")


def conversion(path: Path) -> dict[str, str]:
    """CAMEO code -> PLOVER type."""
    found = (_CONVERSION.match(line) for line in path.read_text("utf-8").splitlines())
    return {m["code"]: m["type"] for m in found if m}


def plover(code: str, table: dict[str, str]) -> str:
    """The type of a code, or of the code it is a part of; "" when there is none."""
    while code and code not in table:
        code = code[:-1]
    return {"INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT"}.get(
        table.get(code, ""), table.get(code, "")
    )


def verdict(record: Gold, events: tuple[Event, ...], table: dict[str, str]) -> str:
    """silent or not, where nothing is due; else found, sides (of another type), type (of others), other, nothing"""
    if record["noevents"]:
        return "silent" if not events else "not silent"
    ranks = [_rank(want, event, table) for want in record["expected"] for event in events]
    return next((how for how in ("found", "sides", "type", "other") if how in ranks), "nothing")


def _rank(want: Gold, event: Event, table: dict[str, str]) -> str:
    doers = {a.country for a in event.actor}
    sides = doers | {a.country for a in event.recipient}
    reached = all(_code(want[key]) in (None, *among) for key, among in (("source", doers), ("target", sides)))
    typed = event.event == plover(want["code"], table)
    return {(True, True): "found", (False, True): "sides", (True, False): "type"}.get((typed, reached), "other")


def _code(written: str) -> str | None:
    """The country of an actor's code; None for those without one."""
    code = written[:3]
    if written.startswith("IGO"):
        return {"EUR": "EUR", "UNO": "UNO"}.get(written[3:6], "IGO")
    return code if code.isalpha() and code.isupper() else None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.petrarch", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the sets")
    parser.add_argument("--list", action="store_true", help="show the ids that are not found")
    parser.add_argument("--update", action="store_true", help="write the figures to benchmarks/results")
    options = parser.parse_args(arguments)
    folder = options.shared / "data" / "petrarch2"
    if not folder.is_dir():
        print(f"no sets at {folder}: nothing measured (give their folder with --shared)")
        return 0
    table = conversion(options.shared / "data" / "world" / "plover" / "CAMEO2PLOVER-2021.txt")
    reasons = dict(line.split("\t", 1) for line in (HERE / "on_purpose.tsv").read_text("utf-8").splitlines()[1:])
    plain = Coder()
    figures: dict[str, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as own:
        actors.write(folder / "dictionaries" / "PETR.Validate.actors.txt", Path(own), plain.world)
        coders = {"unit": Coder(plain.reader, World.load(Path(own))), "validation": plain}
        for name, file in SETS.items():
            records = [r for r in lines(folder / file) if r["active"] and not r.get("error")]
            counts: Counter[str] = Counter()
            for record in records:
                made = make_document(record["text"], id=record["id"], published=record.get("date"))
                how = verdict(record, coders[name].code(made).events, table)
                wrong = how not in ("found", "silent")
                counts["on purpose" if wrong and record["id"] in reasons else how] += 1
                if wrong and options.list:
                    print(f"{how:10} {record['id']}  {reasons.get(record['id'], '')}")
            figures[name] = {"sentences": len(records), **dict(sorted(counts.items()))}
    for name, row in figures.items():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in row.items()))
    if options.update:
        write_json(RESULT, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
