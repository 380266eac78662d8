"""A project's own tables, checked against each other and against ours, turned into rows that win over ours."""

from __future__ import annotations

from pathlib import Path

from hearsay.world.names import normalise, printed
from hearsay.world.parents import inherit
from hearsay.world.store import RowStore, Store
from hearsay.world.tables import SPECIAL_COUNTRIES, Row, office_sectors, person_id, read_folder

_OWN = "project"
_WEIGHT = "99"


def overlay(folder: Path, ours: Store) -> RowStore:
    """Rows of a folder. Raises WorldError at the first bad row, before anything is used."""
    tables = read_folder(folder)
    store = RowStore()
    actors = tables.get("actors", [])
    facts = inherit(actors, lambda id: next(((r[3], r[4]) for r in ours.find("entities", id)), None))
    for row in actors:
        country, sectors = facts[row["id"]]
        add_actor(store, row, row["id"], row["kind"], sectors, country)
    for row in tables.get("outlets", []):
        if row["name"]:
            add_actor(store, row, row["id"], "media", "JRN|GOV" if row["ownership"] == "state" else "JRN")
    people = set()
    for row in tables.get("people", []):
        if person_id(row["name"]) not in people:
            add_actor(store, row, person_id(row["name"]), "person", "" if row["office"] else row["sectors"])
            people.add(person_id(row["name"]))
    for rows in tables.values():
        for row in rows:
            _check_country(row, ours, store)
    for row in tables.get("terms", []):
        _check_known(row, "person", ours, store)
        store.add("terms", [*_cells(row, "person", "office", "title", "country", "sectors", "since", "until", "status"),
                            *_cells(row, "seen_from", "seen_to"), row["source"] or _OWN])  # fmt: skip
        store.add("offices", [f"{row['country']}/{row['office']}", row["person"]])
    for row in tables.get("people", []):
        for office in row.list("office"):
            cells = [person_id(row["name"]), office, row["title"], row["country"], office_sectors(row)]
            store.add("terms", [*cells, *_cells(row, "since", "until", "status"), "", "", row["source"] or _OWN])
            store.add("offices", [f"{row['country']}/{office}", cells[0]])
    for row in tables.get("outlets", []):
        _check_known(row, "id", ours, store)
        store.add("outlets", [*_cells(row, "id", "ownership", "kind", "domains", "relays"), row["source"] or _OWN])
        for domain in row.list("domains"):
            store.add("domains", [domain, row["id"]])
    for table, column in (("nationalities", "words"), ("seats", "name")):
        for row in tables.get(table, []):
            exact = printed(row[column][1:]) if row[column].startswith("=") else "^"
            store.add(table, [normalise(row[column]), row["country"], exact, row["source"] or _OWN])
    for row in tables.get("titles", []):
        store.add(
            "titles", [normalise(row["title"]), *_cells(row, "title", "office", "sectors"), row["source"] or _OWN]
        )
    for row in tables.get("agents", []):
        store.add(
            "agents",
            [normalise(row["phrase"]), *_cells(row, "phrase", "sectors", "kind", "country"), row["source"] or _OWN],
        )
    return store


def add_actor(store: RowStore, row: Row, id: str, kind: str, sectors: str, country: str | None = None) -> None:
    """An actor with its aliases and, for a person, the surname (the last word of the name unless given)."""
    source = row["source"] or _OWN
    store.add(
        "entities",
        [id, row["name"], kind, row["country"] if country is None else country, sectors, row["wikidata"], source],
    )
    for alias in dict.fromkeys((row["name"], *row.list("aliases"))):
        exact = printed(alias[1:]) if alias.startswith("=") else ""
        store.add("aliases", [normalise(alias.removeprefix("=")), id, _WEIGHT, exact])
    if kind == "person":
        surname = row["surname"] or row["name"].split()[-1]
        store.add("surnames", [normalise(surname), "", id])


def _cells(row: Row, *columns: str) -> list[str]:
    return [row[c] for c in columns]


def _check_known(row: Row, column: str, ours: Store, own: Store) -> None:
    if not own.find("entities", row[column]) and not ours.find("entities", row[column]):
        raise row.error(f"{column} {row[column]!r} is no known actor", "add it to actors.tsv or correct the id")


def _check_country(row: Row, ours: Store, own: Store) -> None:
    country = row.cells.get("country")
    if (
        country
        and country not in SPECIAL_COUNTRIES
        and not ours.find("entities", country)
        and not own.find("entities", country)
    ):
        raise row.error(
            f"country {country!r} is not known", "write an ISO 3166-1 alpha-3 code (Kosovo is KOS) or IGO, UNO, EUR"
        )
