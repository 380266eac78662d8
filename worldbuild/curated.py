"""The tables written by hand for Hearsay: each folder under ``curated/`` has the form of a project's own folder."""

from __future__ import annotations

from pathlib import Path

from hearsay.world.names import normalise
from hearsay.world.tables import Row, read_folder
from worldbuild.draft import Draft

WEIGHTS = {
    "country": 90, "igo": 80, "government-body": 75, "armed-group": 70, "party": 65, "media": 60, "ngo": 60, "person": 55,
    "organisation": 50, "company": 45, "region": 40,
}  # fmt: skip


def add(draft: Draft, folder: Path) -> None:
    """Add every curated folder, in the order of their names."""
    tables = [read_folder(f) for f in sorted(folder.iterdir()) if f.is_dir()]
    for found in tables:
        for row in found.get("actors", []):
            _actor(draft, row)
    for found in tables:
        for row in found.get("terms", []):
            cells = [row[c] for c in ("person", "office", "title", "country", "sectors", "since", "until", "status", "seen_from", "seen_to")]
            draft.term(*cells, source=row["source"] or "curated")
        for row in found.get("outlets", []):
            draft.row("outlets", [*(row[c] for c in ("id", "ownership", "kind", "domains", "relays")), row["source"] or "curated"])
            for domain in row.list("domains"):
                draft.row("domains", [domain, row["id"]])
        for row in found.get("nationalities", []):
            draft.row("nationalities", [normalise(row["words"]), row["country"], _exact(row["words"]), row["source"] or "curated"])
        for row in found.get("seats", []):
            draft.row("seats", [normalise(row["name"]), row["country"], _exact(row["name"]), row["source"] or "curated"])
        for row in found.get("titles", []):
            draft.row("titles", [normalise(row["title"]), row["title"], row["office"], row["sectors"], row["source"] or "curated"])
        for row in found.get("agents", []):
            draft.row("agents", [normalise(row["phrase"]), row["phrase"], row["sectors"], row["kind"], row["source"] or "curated"])


def _exact(words: str) -> str:
    return words[1:] if words.startswith("=") else ""


def _actor(draft: Draft, row: Row) -> None:
    source = row["source"] or "curated"
    draft.entity(row["id"], row["name"], row["kind"], row["country"], row["sectors"], row["wikidata"], source)
    weight = WEIGHTS[row["kind"]]
    for alias in (row["name"], *row.list("aliases")):
        draft.alias(alias, row["id"], weight, source)
    if row["kind"] == "person":
        draft.surname(row["surname"] or row["name"].split()[-1], row["id"], weight)
