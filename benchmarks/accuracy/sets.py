"""The gold sets: where they lie in the shared folder, what goes into the coder, and a digest that pins them."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Kind = Literal["events", "reports", "gsr"]
Gold = dict[str, Any]


@dataclass(frozen=True)
class GoldSet:
    """One gold set as a scorer wants it: ``gold`` maps a document's id to its annotated record."""

    name: str
    kind: Kind
    about: str
    files: tuple[Path, ...]
    gold: dict[str, Gold]

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of the set's files, in order of name."""
        total = hashlib.sha256()
        for path in sorted(self.files):
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


def lines(path: Path) -> list[Gold]:
    """The records of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def load(shared: Path) -> tuple[GoldSet, ...]:
    """All sets, in the order in which they are shown. Raises FileNotFoundError naming what is missing."""
    articles = tuple(sorted((shared / "gold" / "articles").glob("*.json")))
    gsr = shared / "data" / "plover_gsr" / "plover_gsr.jsonl"
    polnear = shared / "data" / "polnear" / "dev.jsonl.gz"
    if not articles:
        raise FileNotFoundError(shared / "gold" / "articles")
    whole = {d["id"]: d for d in (json.loads(path.read_text("utf-8")) for path in articles)}
    return (
        GoldSet("articles", "events", "attributed events in whole articles", articles, whole),
        GoldSet("article reports", "reports", "attributions in the same articles", articles, whole),
        GoldSet("polnear dev", "reports", "attributions in political news", (polnear,), _by_id(polnear)),
        GoldSet("plover sentences", "gsr", "the ontology's own gold sentences", (gsr,), _by_id(gsr)),
    )


def _by_id(path: Path) -> dict[str, Gold]:
    return {record["id"]: record for record in lines(path)}


def scorer(shared: Path) -> Path:
    """The scoring program that comes with the gold sets."""
    return shared / "tools" / "score.py"
