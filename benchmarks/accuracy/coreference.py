"""Who is whom: ``python -m benchmarks.accuracy.coreference [--shared FOLDER] [--genre NAME ...] [--misses]``.

*GUM*: persons and organisations of its news and speech (all three parts: Hearsay's cast is trained on none of them, the
reader is on one). Key: its clusters of two and more mentions, without pronouns ("named and nominal") and with them.
Response: the cast's members with two and more mentions, countries left out as GUM calls them places. A mention is the
word that heads it, by Hearsay's own tree, so that a span counts as found when its head is. MUC, B3, CEAF-e and their
mean, the CoNLL F1, over all documents together. GUM marks every person, Hearsay only who can act in politics: read
recall so.

*re3d*: of the pairs that annotators hold to be the same (``IsSynonymOf``, confidence at least one half), how many
Hearsay puts into one actor, and of how many it has both ends in the cast at all.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.conll import MEASURES, Counts
from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import Gold
from hearsay.actors import Cast, find_cast
from hearsay.reading import Reader, Reading, default_reader
from hearsay.world import World

HERE = Path(__file__).resolve().parent.parent
TYPES = ("person", "organization")


def head_of(reading: Reading, begin: int, end: int) -> int | None:
    """The word of a span that hangs on a word outside it."""
    inside = [word.index for word in reading.words_in((begin, end))]
    return next((i for i in inside if reading.words[i].head not in inside), None)


def key_of(gold: Gold, reading: Reading, pronouns: bool) -> list[frozenset[int]]:
    clusters: dict[str, set[int]] = {}
    for entity in gold["entities"]:
        head = head_of(reading, *entity["span"]) if entity["type"] in TYPES else None
        if head is not None and (pronouns or not entity["pronoun"]):
            clusters.setdefault(entity["cluster"], set()).add(head)
    return [frozenset(cluster) for cluster in clusters.values() if len(cluster) > 1]


def response_of(cast: Cast, pronouns: bool) -> list[frozenset[int]]:
    members = (
        frozenset(m.head for m in member.mentions if m.form != "adjective" and (pronouns or m.form != "pronoun"))
        for member in cast.members
        if member.kind != "country"
    )
    seen: set[int] = set()
    entities = []
    for heads in members:  # a word that stands for two ("they") is left to the first
        if len(heads - seen) > 1:
            entities.append(heads - seen)
            seen |= heads
    return entities


def read_lines(path: Path) -> Iterator[Gold]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def gum(folder: Path, genres: list[str], reader: Reader, world: World) -> None:
    sums = {(pronouns, name): Counts() for pronouns in (False, True) for name in MEASURES}
    total = 0
    for part in ("train", "dev", "test"):
        for gold in read_lines(folder / f"gum_{part}.jsonl.gz"):
            if gold["genre"] not in genres:
                continue
            total += 1
            reading = reader.read(document(gold))
            cast = find_cast(reading, world)
            for pronouns, name in sums:
                key, response = key_of(gold, reading, pronouns), response_of(cast, pronouns)
                sums[pronouns, name] += MEASURES[name](key, response)
    for pronouns in (False, True):
        print(f"\nGUM {', '.join(genres)} ({total} documents), {'all mentions' if pronouns else 'named and nominal'}")
        found = [sums[pronouns, name] for name in MEASURES]
        for name, counts in zip(MEASURES, found, strict=True):
            print(f"  {name:<10}P {counts.p:.3f}  R {counts.r:.3f}  F1 {counts.f1:.3f}")
        print(f"  CoNLL F1  {sum(counts.f1 for counts in found) / 3:.3f}")


def re3d(path: Path, reader: Reader, world: World, misses: bool) -> None:
    pairs = both = same = 0
    for gold in read_lines(path):
        relations = [r for r in gold["relations"] if r["type"] == "IsSynonymOf" and r["confidence"] >= 0.5]
        if not relations:
            continue
        reading = reader.read(document({**gold, "outlet": {"name": None}}))
        cast = find_cast(reading, world)
        for relation in relations:
            ends = [_members(reading, cast, *relation[side]) for side in ("source", "target")]
            pairs += 1
            both += all(ends)
            same += bool(ends[0] & ends[1])
            if misses and not ends[0] & ends[1]:
                names = ["/".join(cast.members[m].actor.name or "" for m in sorted(end)) or "nobody" for end in ends]
                print(
                    f"{gold['id']}  {relation['source_text']!r} = {names[0]}; {relation['target_text']!r} = {names[1]}"
                )
    print(
        f"\nre3d, pairs that are the same: {pairs}; both ends in the cast {both}; one actor {same} ({same / pairs:.3f})"
    )


def _members(reading: Reading, cast: Cast, begin: int, end: int) -> set[int]:
    return {mention.member for word in reading.words_in((begin, end)) for mention in cast.at(word.index)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.coreference", description=(__doc__ or "")[:13])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with the gold sets")
    parser.add_argument("--genre", nargs="+", default=["news", "speech"], help="genres of GUM")
    parser.add_argument("--misses", action="store_true", help="print the pairs of re3d that are taken for two")
    options = parser.parse_args()
    reader, world = default_reader(), World.default()
    gum(options.shared / "data" / "gum", options.genre, reader, world)
    re3d(options.shared / "data" / "re3d" / "re3d.jsonl", reader, world, options.misses)


if __name__ == "__main__":
    main()
