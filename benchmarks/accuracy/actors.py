"""How well actors resolve: ``python -m benchmarks.accuracy.actors [--shared FOLDER] [--misses]``.

Two measures that need no event coder. *Cases*: single mentions with the country and first sector that a specialist
expects, or none (``ngec_actors``, evaluation only). *Spans*: every actor and recipient span of the open gold articles:
is an actor of the cast there, and has it the country and first sector of an actor of that side of the event? A span
whose head is no actor of the cast counts with what ``Cast.describe`` says of it, as the event coder would use it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import Gold
from hearsay.actors import Cast, find_cast, resolve
from hearsay.reading import Reading, default_reader
from hearsay.records import Actor
from hearsay.world import World

HERE = Path(__file__).resolve().parent.parent
TODAY = "2022-06-01"
"""What undated cases mean by today (README of the set: "the world of 2022")."""
_RENAMED = {"XKX": "KOS", "HLH": "MED"}


def cases(path: Path, world: World) -> Iterator[tuple[str, str, bool, str]]:
    """Measure, case, right or not, and what was found, for each expected value of each case."""
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        if case["kind"] == "entity":
            continue
        actor = resolve(case["mention"], world, on=case.get("date") or TODAY, context=case.get("context"))
        found = f"{actor.country} {'+'.join(actor.sector)}" if actor is not None else "nobody"
        expected = case["expected"]
        if expected is None:
            yield "refused", case["mention"], actor is None, found
            continue
        if "country" in expected:
            yield "country", case["mention"], _matches(expected["country"], actor.country if actor else None), found
        if expected.get("sector"):
            first = actor.sector[0] if actor is not None and actor.sector else None
            yield "sector", case["mention"], _matches(expected["sector"], first), found


def _matches(expected: str | list[str], found: str | None) -> bool:
    wanted = expected if isinstance(expected, list) else [expected]
    return (found or "") in {_RENAMED.get(w, w) for w in wanted}


def spans(gold: Gold, reading: Reading, cast: Cast) -> Iterator[tuple[str, str, bool, str]]:
    """The same for each distinct participant span of an article."""
    seen: set[tuple[int, int, str]] = set()
    for event in gold["events"]:
        for mention in event["mentions"]:
            for side in ("actor", "recipient"):
                wanted = event[side]
                for begin, end in mention[side] if wanted else ():
                    key = (begin, end, json.dumps(wanted))
                    if key in seen:
                        continue
                    seen.add(key)
                    actors, known = _at(reading, cast, begin, end)
                    found = f"{gold['text'][begin:end]} = " + (" / ".join(_short(a) for a in actors) or "nobody")
                    countries = {a.country for a in actors} & {w["country"] for w in wanted}
                    first = {(a.country, a.sector[:1]) for a in actors}
                    both = first & {(w["country"], tuple(w["sector"][:1])) for w in wanted}
                    yield "in the cast", gold["id"], known, found
                    yield "country", gold["id"], bool(countries), found
                    yield "country and sector", gold["id"], bool(both), found


def _at(reading: Reading, cast: Cast, begin: int, end: int) -> tuple[tuple[Actor, ...], bool]:
    """Actors at the head of a span (else at any of its words), and whether they are members of the cast."""
    inside = [w.index for w in reading.words_in((begin, end))]
    heads = [i for i in inside if reading.words[i].head not in inside]
    for words in (heads, inside):
        actors = tuple(a for i in words for a in cast.actors_at(i))
        if actors:
            return actors, True
    return (cast.describe(heads[0]),) if heads else (), False


def _short(actor: Actor) -> str:
    return f"{actor.name} {actor.country} {'+'.join(actor.sector)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.actors", description=(__doc__ or "")[:80])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--misses", action="store_true", help="print everything that is wrong")
    options = parser.parse_args()
    world, reader = World.default(), default_reader()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    verdicts = [("cases", v) for v in cases(options.shared / "data" / "ngec_actors" / "actor_cases.jsonl", world)]
    for path in sorted((options.shared / "gold" / "articles").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        reading = reader.read(document(gold))
        verdicts += [("spans", v) for v in spans(gold, reading, find_cast(reading, world))]
    for group, (measure, where, good, found) in verdicts:
        asked[f"{group}: {measure}"] += 1
        right[f"{group}: {measure}"] += good
        if options.misses and not good:
            print(f"{group}: {measure:<20}{where:<40}{found}")
    for measure, total in asked.items():
        print(f"{measure:<30}{right[measure] / total:6.3f}  ({right[measure]} of {total})")


if __name__ == "__main__":
    main()
