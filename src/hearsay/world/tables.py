"""The plain tables that people write: checked row by row before anything is used.

The same eight tables serve the curated knowledge the package is built from and a project's own folder. Each is UTF-8,
tab
separated, with a header; lines that begin with ``#`` and empty lines are skipped; lists within a cell are separated by
``|``. Columns marked ``?`` may be missing. ``source`` says where a row comes from.

=================  ============================================================================================
actors.tsv         id, name, kind, country, sectors, aliases?, wikidata?, surname?, parent?, source?
terms.tsv          person, office, title, country, sectors, since, until, status?, seen_from?, seen_to?, source?
people.tsv         name, country, office, title, since, until, aliases?, sectors?, status?, surname?, wikidata?, source?
outlets.tsv        id, ownership, kind, domains, relays, name?, country?, aliases?, wikidata?, source?
nationalities.tsv  words, country, source?
seats.tsv          name, country, source?
titles.tsv         title, office, sectors, source?
agents.tsv         phrase, sectors, kind, country?, source?
=================  ============================================================================================

``people.tsv`` says in one row what ``actors.tsv`` and ``terms.tsv`` say in two: a person, named again for every
office (or
several, separated by ``|``, held by one title). Without an office it is the person alone, with sectors that hold on
any date.
An outlet with a name is an actor too; without one its id must be an actor's. An alias that begins with ``=`` matches
only as printed (``=WHO`` never matches "who").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import WorldError
from hearsay.world.names import normalise

KINDS = (
    "country", "person", "organisation", "armed-group", "party", "igo", "ngo", "media", "company", "government-body",
    "region",
)  # fmt: skip
SECTORS = (
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN",
    "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
)  # fmt: skip
SPECIAL_COUNTRIES = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors": ("id", "name", "kind", "country", "sectors", "aliases?", "wikidata?", "surname?", "parent?",
               "source?"),
    "terms": (
        "person", "office", "title", "country", "sectors", "since", "until", "status?", "seen_from?", "seen_to?",
        "source?",
    ),
    "outlets": ("id", "ownership", "kind", "domains", "relays", "name?", "country?", "aliases?", "wikidata?",
    "source?"),
    "people": (
        "name", "country", "office", "title", "since", "until", "aliases?", "sectors?", "status?", "surname?",
        "wikidata?", "source?",
    ),
    "nationalities": ("words", "country", "source?"),
    "seats": ("name", "country", "source?"),
    "titles": ("title", "office", "sectors", "source?"),
    "agents": ("phrase", "sectors", "kind", "country?", "source?"),
}  # fmt: skip

_UNIQUE = {
    "actors": "id",
    "outlets": "id",
    "nationalities": "words",
    "seats": "name",
    "titles": "title",
    "agents": "phrase",
}
_CHOICES = {
    ("actors", "kind"): KINDS,
    ("outlets", "ownership"): ("state", "public", "private", "party", "unknown"),
    ("outlets", "kind"): ("agency", "newspaper", "broadcaster", "site"),
    ("outlets", "relays"): ("yes", "no"),
    ("terms", "status"): ("", "elect", "acting"),
    ("people", "status"): ("", "elect", "acting"),
    ("agents", "kind"): ("person", "group", "body"),
}
_REQUIRED = {
    "actors": ("id", "name"), "terms": ("person", "office"), "people": ("name",), "outlets": ("id",),
    "nationalities": ("words",),
    "seats": ("name",), "titles": ("title", "office"), "agents": ("phrase",),
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_DATES = ("since", "until", "seen_from", "seen_to")
MAX_ROWS = 200_000
"""Rows a table may have: rows of one's own are held in memory."""
_COUNTRY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place it was read from."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, separated by ``|``."""
        return tuple(part for part in (p.strip() for p in self.cells[column].split("|")) if part)

    def error(self, problem: str, remedy: str) -> WorldError:
        return WorldError(f"{self.file}, line {self.line}: {problem}; {remedy}")


def person_id(name: str) -> str:
    """The id of a person that a people table names."""
    return "person:" + normalise(name).replace(" ", "-")


OFFICE_SECTORS = {
    "legislator": "LEG", "speaker": "LEG", "legislative-leader": "LEG", "judge": "JUD", "prosecutor": "JUD",
    "commander": "MIL", "army-chief": "MIL", "intelligence-chief": "SPY", "police-chief": "COP", "party-leader": "PTY",
    "opposition-leader": "OPP|PTY",
    "cleric": "REL", "spouse": "ELI", "leader": "", "head": "", "secretary-general": "", "envoy": "GOV",
}  # fmt: skip
"""Sectors of an office where a people table gives none; any other office is GOV, and none of an international body."""


def office_sectors(row: Row) -> str:
    """Sectors of a term in a people table."""
    if row["sectors"] or not row["office"]:
        return "|".join(row.list("sectors"))
    default = "" if row["country"] in SPECIAL_COUNTRIES and row["country"] != "EUR" else "GOV"
    return OFFICE_SECTORS.get(row.list("office")[0], default) if default else ""


def read_folder(folder: Path) -> dict[str, list[Row]]:
    """All tables found in a folder, each row checked on its own. Raises WorldError at the first bad row."""
    if not folder.is_dir():
        raise WorldError(
            f"{folder}: no such folder; give a folder with one of {', '.join(f'{t}.tsv' for t in COLUMNS)}"
        )
    found = {
        name: list(read_table(folder / f"{name}.tsv", name)) for name in COLUMNS if (folder / f"{name}.tsv").exists()
    }
    if not found:
        raise WorldError(
            f"{folder}: no table found; put at least one of {', '.join(f'{t}.tsv' for t in COLUMNS)} there"
        )
    return found


def read_table(path: Path, name: str) -> Iterator[Row]:
    """Rows of one table of the kind ``name``, checked."""
    columns = {c.rstrip("?"): c.endswith("?") for c in COLUMNS[name]}
    seen: dict[str, int] = {}
    for row in _rows(path, columns):
        _check(row, name)
        key = _UNIQUE.get(name)
        if key is not None:
            value = row[key]
            if value in seen:
                raise row.error(f"{key} {value!r} stands already in line {seen[value]}", "remove one of the two rows")
            seen[value] = row.line
        yield row


def _rows(path: Path, columns: dict[str, bool]) -> Iterator[Row]:
    header: list[str] | None = None
    count = 0
    for number, line in enumerate(_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        count += 1
        if count > MAX_ROWS + 1:
            raise WorldError(
                f"{path}, line {number}: more than {MAX_ROWS:,} rows; keep those that your articles can be about"
            )
        cells = [c.strip() for c in line.split("\t")]
        if header is None:
            header = cells
            missing = [c for c, optional in columns.items() if not optional and c not in header]
            if missing:
                raise WorldError(
                    f"{path}, line {number}: column {missing[0]!r} is missing; the header needs {', '.join(columns)}"
                )
            continue
        if len(cells) > len(header):
            raise WorldError(
                f"{path}, line {number}: {len(cells)} cells under {len(header)} columns; remove surplus tabs"
            )
        cells += [""] * (len(header) - len(cells))
        named = dict(zip(header, cells, strict=True))
        yield Row(path, number, {c: named.get(c, "") for c in columns})


def header_of(path: Path) -> tuple[str, ...]:
    """The columns that a table's first line names; empty for an empty table."""
    lines = (line for line in _lines(path) if line.strip() and not line.startswith("#"))
    return tuple(c.strip() for c in next(iter(lines), "").split("\t"))


def _lines(path: Path) -> Iterable[str]:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise WorldError(f"{path}: byte {error.start} is not UTF-8; save the table as UTF-8") from None
    except OSError as error:
        raise WorldError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions") from None


def _check(row: Row, name: str) -> None:
    for column in _REQUIRED[name]:
        if not row[column]:
            raise row.error(f"{column} is empty", f"write a {column} or remove the row")
    for column in _DATES:
        if column in row.cells and row[column] and not _DATE.fullmatch(row[column]):
            raise row.error(f"{column} {row[column]!r} is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    if row.cells.get("since") and row.cells.get("until") and row["until"] < row["since"][: len(row["until"])]:
        raise row.error(f"until {row['until']} lies before since {row['since']}", "correct one of the two dates")
    for column in ("kind", "ownership", "relays", "status"):
        allowed = _CHOICES.get((name, column))
        if allowed is not None and row[column] not in allowed:
            choices = ", ".join(a or "(empty)" for a in allowed)
            raise row.error(f"{column} {row[column]!r} is unknown", f"write one of {choices}")
    if "sectors" in row.cells:
        for sector in row.list("sectors"):
            if sector not in SECTORS:
                raise row.error(f"sector {sector!r} is not one of PLOVER's", f"write one of {', '.join(SECTORS)}")
    if row.cells.get("country") and not _COUNTRY.fullmatch(row["country"]):
        raise row.error(
            f"country {row['country']!r} is not a code",
            "write an ISO 3166-1 alpha-3 code such as IRN, or IGO, UNO, EUR",
        )
