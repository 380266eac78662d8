"""The tables written by hand for Hearsay: each folder under ``curated/`` has the form of a project's own folder."""

from __future__ import annotations

from pathlib import Path

from hearsay.world.names import normalise
from hearsay.world.tables import Row, office_sectors, person_id, read_folder
from worldbuild.draft import Draft
from worldbuild.persons import prominence

SOURCE = "curated"
REVISED = "2025-06-30"
"""The day to which the authors vouch for terms they leave open."""
WEIGHTS = {
    "country": 90, "igo": 80, "government-body": 75, "armed-group": 70, "party": 65, "media": 60, "ngo": 60, "person":
    55,
    "organisation": 50, "company": 45, "region": 40,
}  # fmt: skip
_TERM = ("person", "office", "title", "country", "sectors", "since", "until", "status", "seen_from", "seen_to")
_OUTLET = ("id", "ownership", "kind", "domains", "relays")


def add(draft: Draft, folder: Path) -> None:
    """Add every curated folder, in the order of their names; persons first, so that terms find them."""
    tables = [read_folder(f) for f in sorted(folder.iterdir()) if f.is_dir()]
    for found in tables:
        for row in found.get("actors", []):
            _actor(draft, row, row["id"], row["kind"], row["sectors"])
        for row in found.get("outlets", []):
            if row["name"]:
                _actor(draft, row, row["id"], "media", "JRN|GOV" if row["ownership"] == "state" else "JRN")
        for row in found.get("people", []):
            _actor(draft, row, person_id(row["name"]), "person", "" if row["office"] else office_sectors(row))
    for found in tables:
        for row in found.get("people", []):
            _person_terms(draft, row)
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


def _person_terms(draft: Draft, row: Row) -> None:
    """One term for each office of the row. An open term is known to the day the tables were last revised."""
    for office in row.list("office"):
        seen = "" if row["until"] or not row["since"] else max(REVISED, row["since"])
        cells = [person_id(row["name"]), office, row["title"], row["country"], office_sectors(row)]
        draft.term(*cells, row["since"], row["until"], row["status"], "", seen, row["source"] or SOURCE)


def _actor(draft: Draft, row: Row, id: str, kind: str, sectors: str) -> None:
    draft.entity(id, row["name"], kind, row["country"], sectors, row["wikidata"], row["source"] or SOURCE)
    weight = WEIGHTS[kind]
    if kind == "person":
        weight += prominence(row["country"]) // 2
    for alias in (row["name"], *row.list("aliases")):
        draft.alias(alias, id, weight)
    if kind == "person":
        surname = row["surname"] or row["name"].split()[-1]
        draft.surname(surname, id, weight)
        if normalise(surname).startswith(("al ", "el ")):
            draft.surname(surname[3:], id, weight)
