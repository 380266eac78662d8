"""Where the rows lie: the tables of the package, and a project's own rows laid over them.

Both answer the same question, ``find(table, key)``. Packaged tables are listed in :data:`TABLES` with their columns;
the
first column is the key.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Protocol

from hearsay.errors import WorldError
from hearsay.world.sorted_table import SortedTable

TABLES: dict[str, tuple[str, ...]] = {
    "entities": ("id", "name", "kind", "country", "sectors", "wikidata", "source"),
    "aliases": ("key", "entity", "weight", "exact"),
    "spellings": ("key", "people"),
    "surnames": ("key", "exact", "people"),
    "terms": (
        "person", "office", "title", "country", "sectors", "since", "until", "status", "seen_from", "seen_to", "source",
    ),
    "offices": ("key", "people"),
    "nationalities": ("key", "country", "exact", "source"),
    "seats": ("key", "country", "exact", "source"),
    "titles": ("key", "title", "office", "sectors", "source"),
    "agents": ("key", "phrase", "sectors", "kind", "country", "source"),
    "places": ("id", "name", "country", "admin1", "latitude", "longitude", "population", "precision"),
    "place_names": ("key", "places", "exact"),
    "outlets": ("id", "ownership", "kind", "domains", "relays", "source"),
    "domains": ("domain", "outlet"),
    "sources": ("source", "licence", "credit", "url", "snapshot"),
}  # fmt: skip


class Store(Protocol):
    """Rows of a table by the value of their first column, in the table's order."""

    def find(self, table: str, key: str) -> list[list[str]]: ...

    def keys(self, table: str) -> Iterable[str]:
        """The values of a table's first column."""
        ...


class PackagedStore:
    """The tables shipped in ``hearsay/world/data``: read as bytes, decoded row by row when asked for."""

    def __init__(self) -> None:
        folder = files("hearsay.world") / "data"
        self._tables: dict[str, SortedTable] = {}
        for name, columns in TABLES.items():
            try:
                table = SortedTable(name, (folder / f"{name}.tsv").read_bytes())
            except OSError as error:
                raise WorldError(
                    f"packaged table {name}.tsv cannot be read ({error.strerror}); reinstall hearsay"
                ) from None
            if table.columns != columns:
                raise WorldError(f"packaged table {name}.tsv has other columns than expected; reinstall hearsay")
            self._tables[name] = table

    def find(self, table: str, key: str) -> list[list[str]]:
        return self._tables[table].find(key)

    def keys(self, table: str) -> Iterable[str]:
        return (row[0] for row in self._tables[table])

    def table(self, name: str) -> SortedTable:
        """A whole table, for tests and for listing."""
        return self._tables[name]


class RowStore:
    """Rows held in memory: what a project's folder adds."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[list[str]]]] = {name: {} for name in TABLES}

    def add(self, table: str, cells: list[str]) -> None:
        self._rows[table].setdefault(cells[0], []).append(cells)

    def find(self, table: str, key: str) -> list[list[str]]:
        return self._rows[table].get(key, [])

    def keys(self, table: str) -> Iterable[str]:
        return self._rows[table]
