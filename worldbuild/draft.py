"""The tables while they are being built: rows are added source by source, then sorted and written."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.world.names import loose, normalise, printed
from hearsay.world.store import TABLES
from hearsay.world.tables import SPECIAL_COUNTRIES

MANY_HOLDERS = frozenset(("official", "minister", "deputy-minister", "ambassador", "legislator"))
"""Offices with many holders at a time: a country and a date do not tell who is meant."""


@dataclass
class Draft:
    """Rows keyed so that the first source to name something wins and later ones only add names."""

    common_words: frozenset[str] = frozenset()
    entities: dict[str, list[str]] = field(default_factory=dict)
    aliases: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    surnames: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    terms: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    other: dict[str, dict[tuple[str, ...], list[str]]] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    by_person: dict[str, list[list[str]]] = field(default_factory=dict)
    by_entity: dict[str, list[str]] = field(default_factory=dict)
    by_key: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def names_of(self, entity: str) -> list[str]:
        """Normalised names of an entity."""
        return self.by_entity.get(entity, [])

    def terms_of(self, person: str) -> list[list[str]]:
        """Term rows of a person."""
        return self.by_person.get(person, [])

    def aliases_of(self, key: str) -> list[tuple[str, str]]:
        """Keys of the alias rows for a normalised name."""
        return self.by_key.get(key, [])

    def drop(self, reason: str) -> None:
        self.dropped[reason] = self.dropped.get(reason, 0) + 1

    def entity(self, id: str, name: str, kind: str, country: str, sectors: str, wikidata: str, source: str) -> None:
        """Add an entity unless its id is known."""
        self.entities.setdefault(id, [id, name, kind, country, sectors, wikidata, source])

    def alias(self, name: str, entity: str, weight: int) -> None:
        """Add a name. ``=NAME`` matches only as printed, as does an acronym that is a word; other words need a
        capital."""
        exact = name.startswith("=")
        name = name.removeprefix("=").strip()
        key = normalise(name)
        if not key or (len(key) < 2 and not exact):
            self.drop("alias of one letter")
            return
        form = printed(name) if exact else ""
        if not exact and key in self.common_words:
            if not any(c.isupper() for c in name) or weight < 50:
                self.drop("alias that is a common word")
                return
            form = printed(name) if name.isupper() else "^"
        row = self.aliases.get((key, entity))
        if row is None:
            self.aliases[key, entity] = [key, entity, str(weight), form]
            self.by_key.setdefault(key, []).append((key, entity))
            self.by_entity.setdefault(entity, []).append(key)
        elif not form:
            row[3] = ""
        elif row[3] and form not in row[3].split("|"):
            row[3] += "|" + form

    def surname(self, surname: str, person: str, weight: int) -> None:
        key = normalise(surname)
        if len(key) < 2 and not surname.isalpha():
            return
        exact = "^" if key in self.common_words else ""
        row = self.surnames.setdefault((key, person), [key, person, str(weight), exact])
        row[2] = str(max(int(row[2]), weight))

    def term(
        self, person: str, office: str, title: str, country: str, sectors: str, since: str = "", until: str = "",
        status: str = "", seen_from: str = "", seen_to: str = "", source: str = "",
    ) -> None:  # fmt: skip
        """Add a term unless the same person's same office with the same beginning is known."""
        if since and until and until < since[: len(until)]:
            self.drop("term that ends before it begins")
            return
        key = (person, office, country, since or seen_from, status)
        row = [person, office, title, country, sectors, since, until, status, seen_from, seen_to, source]
        if key not in self.terms:
            self.terms[key] = row
            self.by_person.setdefault(person, []).append(row)

    def row(self, table: str, cells: list[str], *, unique: int = 1) -> None:
        """Add a row to a plain table unless one with the same first ``unique`` cells is there."""
        self.other.setdefault(table, {}).setdefault(tuple(cells[:unique]), cells)

    def write(self, folder: Path) -> dict[str, int]:
        """Sort and write every table; returns rows by table."""
        folder.mkdir(parents=True, exist_ok=True)
        tables: dict[str, list[list[str]]] = {name: list(self.other.get(name, {}).values()) for name in TABLES}
        tables["entities"] = list(self.entities.values())
        tables["aliases"] = list(self.aliases.values())
        tables["surnames"] = self._surnames()
        tables["spellings"] = self._spellings()
        tables["terms"] = list(self.terms.values())
        tables["offices"] = self._offices()
        counts = {}
        for name, rows in tables.items():
            rows.sort(key=lambda cells: [c.encode() for c in cells])
            for cells in rows:
                if len(cells) != len(TABLES[name]) or any(re.search(r"[\t\n\r]", c) for c in cells):
                    sys.exit(f"{name}: bad row {cells}")
            text = "".join("\t".join(cells) + "\n" for cells in [list(TABLES[name]), *rows])
            (folder / f"{name}.tsv").write_bytes(text.encode())
            counts[name] = len(rows)
        return counts

    def _spellings(self) -> list[list[str]]:
        """People by the loose form of their names, where that is no alias by itself."""
        people: dict[str, dict[str, int]] = {}
        for key, id, weight, _ in self.aliases.values():
            if self.entities[id][2] == "person" and loose(key) != key:
                people.setdefault(loose(key), {})[id] = -int(weight)
        return [[key, " ".join(sorted(found, key=lambda i: (found[i], i)))] for key, found in people.items()]

    def _surnames(self) -> list[list[str]]:
        """One row a surname: the people who bear it, the most prominent first."""
        people: dict[tuple[str, str], list[tuple[int, str]]] = {}
        for key, person, weight, exact in self.surnames.values():
            people.setdefault((key, exact), []).append((-int(weight), person))
        return [[key, exact, " ".join(id for _, id in sorted(found))] for (key, exact), found in people.items()]

    def _offices(self) -> list[list[str]]:
        """One row an office of a country: everyone who held it. Offices that many hold at once are not listed."""
        people: dict[str, set[str]] = {}
        for term in self.terms.values():
            if term[3] and term[1] not in MANY_HOLDERS:
                people.setdefault(f"{term[3]}/{term[1]}", set()).add(term[0])
        return [[key, " ".join(sorted(found))] for key, found in people.items()]

    def check(self) -> list[str]:
        """What dangles: rows that point at nothing."""
        problems = []
        for table, column, rows in (
            ("aliases", 1, self.aliases.values()), ("surnames", 1, self.surnames.values()), ("terms", 0,
            self.terms.values()),
            ("outlets", 0, self.other.get("outlets", {}).values()),
        ):  # fmt: skip
            problems += [f"{table}: {r[column]} is no entity ({r})" for r in rows if r[column] not in self.entities]
        for row in [*self.entities.values(), *self.terms.values()]:
            if row[3] and row[3] not in SPECIAL_COUNTRIES and row[3] not in self.entities:
                problems.append(f"country {row[3]} is unknown ({row})")
        return problems
