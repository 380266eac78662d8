"""How the article stands to each gold trigger, events coded or not: ``python -m benchmarks.accuracy.stance``.

The event coder can only get source and status right for mentions that it finds. This asks the attribution room for
every trigger of the gold articles and counts statuses, and last sources by the scorer's rule. A chain whose last link
does the act itself may lose that link first, as the coder does (GUIDELINES, "According to whom").
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.matching import Rules, rules
from benchmarks.accuracy.sets import Gold, load, scorer
from hearsay import Coder
from hearsay.actors import find_cast
from hearsay.attribution import Stance, attribute
from hearsay.reading.tree import Reading

_BEARING = ("VERB", "NOUN", "ADJ", "PROPN")


def trigger_word(reading: Reading, begin: int, end: int) -> int | None:
    """The word of a trigger's span that carries it: its first verb, noun or adjective."""
    words = [w for w in reading.words if w.begin < end and w.end > begin]
    bearing = [w for w in words if w.upos in _BEARING]
    return (bearing or words)[0].index if words else None


def chains(stance: Stance, actors: list[str], rule: Rules) -> list[dict[str, list[dict[str, str | None]]]]:
    """The mention's sources as they stand and, when the last speaker is one of the actors, without that link."""
    sources = [{"name": s.name} for s in stance.sources]
    found = [{"sources": sources}]
    if sources and any(rule["same_name"](sources[-1]["name"], actor) for actor in actors):
        found.append({"sources": sources[:-1]})
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.stance", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold sets")
    parser.add_argument("--errors", action="store_true", help="show each wrong one with the steps that led to it")
    options = parser.parse_args(arguments)
    try:
        gold = load(options.shared)[0].gold
    except FileNotFoundError as missing:
        print(f"no gold sets at {missing}: nothing to measure (give their folder with --shared)")
        return 0
    rule = rules(scorer(options.shared))
    coder = Coder()
    statuses: Counter[tuple[str, str]] = Counter()
    right = asked = 0
    for record in gold.values():
        reading = coder.read(document(record))
        stance_of = attribute(reading, find_cast(reading, coder.world), coder.world).stance
        for event, mention in ((e, m) for e in record["events"] for m in e["mentions"]):
            word = trigger_word(reading, *mention["trigger"])
            if word is None:
                continue
            stance = stance_of(word)
            wanted = mention.get("status") or event["status"]
            statuses[wanted, stance.status] += 1
            actors = [a["name"] for a in event["actor"]]
            hit = any(rule["same_source"](mention, c) for c in chains(stance, actors, rule))
            asked, right = asked + 1, right + hit
            if options.errors and (not hit or wanted != stance.status):
                print(_line(record, mention, wanted, stance))
    agree = sum(n for (a, b), n in statuses.items() if a == b)
    print(f"{asked} triggers: status right {agree / asked:.3f}, last source right {right / asked:.3f}")
    for (wanted, given), number in sorted(statuses.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {wanted:>8} coded {given:<8} {number}")
    return 0


def _line(record: Gold, mention: Gold, wanted: str, stance: Stance) -> str:
    begin, end = mention["trigger"]
    text = record["text"]
    around = f"{text[max(0, begin - 80) : begin]}<{text[begin:end]}>{text[end : end + 40]}".replace("\n", " ")
    names = [s["name"] for s in mention["sources"]]
    given = [s.name for s in stance.sources]
    return f"{wanted} {names} coded {stance.status} {given} | {around} | {'; '.join(stance.steps)}"


if __name__ == "__main__":
    raise SystemExit(main())
