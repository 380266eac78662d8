"""Who held an office on a day: ``python -m benchmarks.accuracy.holders [--shared FOLDER] [--misses]``.

500 questions drawn with a fixed seed from the texts that the CIA World Factbook printed between 2015 and 2026 under
"chief of state" and "head of government": a country, one of the two offices, and a day on which an edition with that
text was out. Right: somebody known to hold the office that day is named in the text, by surname in any usual
transliteration. Unknown: nobody is known to hold it. Wrong: only others are. The Factbook is weeks behind at changes:
where its text changes within 60 days after the day and the later text names our holder, that is "ahead", and right.
The tables are built from these editions among other sources, so this measures how well they were read and joined.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hearsay.world import World, normalise
from hearsay.world.names import loose

HERE = Path(__file__).resolve().parent.parent
SEED, QUESTIONS, BEHIND = 20260122, 500, 60
FIELDS = {
    "Executive branch/chief of state": "head-of-state",
    "Executive branch/head of government": "head-of-government",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A text of one field and the editions that had it."""

    country: str
    office: str
    first: date
    last: date
    text: str


def printed(path: Path, world: World) -> list[Printed]:
    """The texts of sovereign states and territories that the tables know, in the file's order."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["field"] in FIELDS and row["iso3"] and world.entity(row["iso3"]) is not None:
                days = date.fromisoformat(row["first_seen"]), date.fromisoformat(row["last_seen"])
                found.append(Printed(row["iso3"], FIELDS[row["field"]], *days, row["text"]))
    return found


def questions(texts: list[Printed]) -> Iterator[tuple[Printed, str]]:
    """A text and a day on which it was out; a text is as likely as it was long-lived."""
    chance = random.Random(SEED)
    weights = [(text.last - text.first).days + 1 for text in texts]
    for text in chance.choices(texts, weights, k=QUESTIONS):
        yield text, (text.first + timedelta(days=chance.randrange((text.last - text.first).days + 1))).isoformat()


def verdict(text: Printed, day: str, later: list[str], world: World) -> tuple[str, str]:
    """right, ahead, unknown or wrong; and who is known to have held the office."""
    holders = world.holders(text.country, text.office, day)
    names = [person.name for person, _ in holders]
    if not names:
        return "unknown", ""
    told = [_names(text.text, name) for name in names]
    if any(told):
        return "right", ""
    ahead = any(_names(words, name) for words in later for name in names)
    return ("ahead" if ahead else "wrong"), " / ".join(names)


def _names(text: str, name: str) -> bool:
    """Whether a text has a person's surname: the last word of the name, or another of at least five letters."""
    words = set(loose(normalise(text)).split()) | set(normalise(text).replace("-", " ").split())
    parts = loose(normalise(name)).split()
    return bool(parts) and any(p in words for p in (parts[-1], *(w for w in parts[:-1] if len(w) > 4)))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.holders", description=(__doc__ or "")[:64])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--misses", action="store_true", help="print everything that is wrong or unknown")
    options = parser.parse_args()
    world = World.default()
    folder = options.shared / "data" / "world" / "factbook"
    texts = printed(folder / "timeline_2015_2026.tsv.gz", world)
    counts: Counter[str] = Counter()
    for text, day in questions(texts):
        until = (date.fromisoformat(day) + timedelta(days=BEHIND), text.last)
        alike = (t for t in texts if (t.country, t.office) == (text.country, text.office))
        later = [t.text for t in alike if date.fromisoformat(day) < t.first <= max(until[0], text.last)]
        found, names = verdict(text, day, later, world)
        counts[found] += 1
        if options.misses and found in ("wrong", "unknown"):
            print(f"{found:<9}{text.country} {text.office} {day}  {names}  |  {text.text[:110]}")
    right = counts["right"] + counts["ahead"]
    for name in ("right", "ahead", "unknown", "wrong"):
        print(f"{name:<20}{counts[name]:4} of {QUESTIONS}")
    print(f"right or unknown    {(right + counts['unknown']) / QUESTIONS:.3f}")
    print(f"right when answered {right / (QUESTIONS - counts['unknown']):.3f}")


if __name__ == "__main__":
    main()
