"""The tables written by hand for Hearsay: each folder under ``curated/`` has the form of a project's own folder."""

from __future__ import annotations

from pathlib import Path

from hearsay.world.names import normalise
from hearsay.world.tables import Row, read_folder
from worldbuild.draft import Draft

SOURCE = "curated"
WEIGHTS = {
    "country": 90, "igo": 80, "government-body": 75, "armed-group": 70, "party": 65, "media": 60, "ngo": 60, "person": 55,
    "organisation": 50, "company": 45, "region": 40,
}  # fmt: skip
_TERM = ("person", "office", "title", "country", "sectors", "since", "until", "status", "seen_from", "seen_to")
_OUTLET = ("id", "ownership", "kind", "domains", "relays")


def add(draft: Draft, folder: Path) -> None:
    """Add every curated folder, in the order of their names; persons first, so that terms find them."""
    tables = [read_folder(f) for f in sorted(folder.iterdir()) if f.is_dir()]
    for found in tables:
        for row in found.get("actors", []):
            _actor(draft, row)
    for found in tables:
        for row in found.get("terms", []):
            draft.term(*(row[c] for c in _TERM), source=row["source"] or SOURCE)
        for row in found.get("outlets", []):
            draft.row("outlets", [*(row[c] for c in _OUTLET), row["source"] or SOURCE])
            for domain in row.list("domains"):
                draft.row("domains", [domain, row["id"]])
        for table, column in (("nationalities", "words"), ("seats", "name")):
            for row in found.get(table, []):
                words = row[column]
                exact = words[1:] if words.startswith("=") else "^"
                draft.row(table, [normalise(words), row["country"], exact, row["source"] or SOURCE])
        for row in found.get("titles", []):
            cells = [row["title"], row["office"], row["sectors"], row["source"] or SOURCE]
            draft.row("titles", [normalise(row["title"]), *cells])
        for row in found.get("agents", []):
            cells = [row["phrase"], row["sectors"], row["kind"], row["country"], row["source"] or SOURCE]
            draft.row("agents", [normalise(row["phrase"]), *cells])


def _actor(draft: Draft, row: Row) -> None:
    source = row["source"] or SOURCE
    draft.entity(row["id"], row["name"], row["kind"], row["country"], row["sectors"], row["wikidata"], source)
    weight = WEIGHTS[row["kind"]]
    for alias in (row["name"], *row.list("aliases")):
        draft.alias(alias, row["id"], weight)
    if row["kind"] == "person":
        draft.surname(row["surname"] or row["name"].split()[-1], row["id"], weight)
