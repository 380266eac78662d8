"""Ministers with dates: United Kingdom (Institute for Government), foreign ministers (Wikidata), cabinets of 2019
(CIA)."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.closing import SINGLE
from worldbuild.draft import Draft
from worldbuild.holders import country_of, names_in
from worldbuild.persons import People, plain, prominence

_OFFICE = (
    (
        r"^(?:deputy|vice|first vice|second|third|senior) ?.*minister|deputy secretary"
        r"|^state minister|^minister of state",
        "deputy-minister",
    ),
    (
        r"foreign (?:affairs|relations)|external (?:affairs|relations)|^foreign (?:secretary|minister)"
        r"|foreign (?:and )?commonwealth (?:and development )?affairs"
        r"|^secretary of state$|exterior",
        "foreign-minister",
    ),
    (r"\bdefen[cs]e\b|\bwar\b", "defence-minister"),
    (
        r"\binterior\b|\bhome (?:affairs|secretary|minister|department)|internal affairs|homeland security",
        "interior-minister",
    ),
    (
        r"^(?:minister (?:of|for) )?(?:the )?(?:economy and )?finance|chancellor of the exchequer|treasury$",
        "finance-minister",
    ),
    (r"\bjustice\b|lord chancellor", "justice-minister"),
    (r"attorney general", "attorney-general"),
    (r"permanent rep|ambassador", "ambassador"),
    (r"central bank|national bank|reserve bank|state bank", "central-bank-governor"),
    (r"prosecutor", "prosecutor"),
    (r"minister|secretary", "minister"),
)
_LATEST = "2026-06-19"
_CABINET = "2019-10-01"


def office_of(title: str) -> str | None:
    """Normalised office of a minister's title."""
    key = normalise(title)
    return next((office for pattern, office in _OFFICE if re.search(pattern, key)), None)


def _table(path: Path) -> Iterator[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def add_british(draft: Draft, raw: Path, people: People) -> None:
    """Every ministerial appointment since 1990, acting flags kept."""
    folder = raw / "ifg-ministers"
    names: dict[str, dict[str, str]] = {}
    for row in _table(folder / "person.csv.gz"):
        names.setdefault(row["id"], {})[row["normalized_name"]] = row["short_name"]
    posts = {row["id"]: row for row in _table(folder / "post.csv.gz")}
    acting = {
        r["appointment_id"] for r in _table(folder / "appointment_characteristics.csv.gz") if r["is_acting"] == "True"
    }
    cabinet = {
        r["appointment_id"]
        for r in _table(folder / "appointment_characteristics.csv.gz")
        if r["cabinet_status"] == "Full cabinet"
    }
    curated = {(t[0], t[1]) for t in draft.terms.values() if t[3] == "GBR" and t[10] in ("curated", "factbook")}
    for row in sorted(_table(folder / "appointment.csv.gz"), key=lambda r: (r["start_date"], r["id"])):
        if (row["end_date"] and row["end_date"] < "1990") or row["person_id"] not in names:
            continue
        title = posts[row["post_id"]]["display_name"]
        full = row["id"] in cabinet
        office = office_of(title) or "minister"
        if title == "Prime Minister":
            office = "head-of-government"
        elif title.startswith("Deputy Prime Minister"):
            office = "deputy-head-of-government"
        elif not full and office not in ("deputy-minister", "attorney-general"):
            office = "deputy-minister"
        if re.search(r"whip|in waiting|household|lord chamberlain|solicitor", normalise(title)):
            office = "legislative-leader"
        person = ""
        weight = 38 if full else 24
        forms = names[row["person_id"]]
        for name in sorted(forms, key=lambda n: n.startswith(("Lord ", "Baroness ", "Earl ", "Viscount "))):
            if not person:
                person = people.person(plain(name), "GBR", weight, "ifg", office=office)
            else:
                draft.alias(name, person, weight)
        if (person, office) in curated:
            continue
        until = row["end_date"]
        sectors = "LEG" if office == "legislative-leader" else "GOV"
        status = "acting" if row["id"] in acting else ""
        seen = "" if until else _LATEST
        draft.term(person, office, title, "GBR", sectors, row["start_date"], until, status, "", seen, "ifg")


def add_foreign(draft: Draft, raw: Path, people: People) -> None:
    """Foreign ministers in office in 2022."""
    path = raw / "wikidata-foreign-ministers" / "foreign_ministers_2022.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        country = country_of(draft, row["country"])
        name = re.sub(r"\s*\(.*\)", "", row["name"]).strip()
        if country is None or len(name.split()) < 2 or re.fullmatch(r"Q\d+", name):
            continue
        weight = 34 + prominence(country)
        since = row["start"] if re.fullmatch(r"\d{4}(-\d\d){0,2}", row["start"]) else ""
        printed = plain(name)
        person = people.person(
            printed, country, weight, "wikidata", office="foreign-minister", since=since, wikidata=row["person_qid"]
        )
        if any(t[0] == person and t[1] == "foreign-minister" for t in draft.terms_of(person)):
            continue
        if _taken(draft, country, "foreign-minister", person, since or row["first_seen"], row["last_seen"]):
            draft.drop("minister where a curated table has another")
            continue
        title = "Foreign Minister"
        draft.term(
            person,
            "foreign-minister",
            title,
            country,
            "GOV",
            since,
            "",
            "",
            row["first_seen"],
            row["last_seen"],
            "wikidata",
        )


def add_cabinets(draft: Draft, raw: Path, people: People) -> None:
    """Cabinets as the CIA listed them in October 2019; only that month is known."""
    path = raw / "cia-world-leaders" / "cabinets_2019-10.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        country = country_of(draft, row["country"])
        office = office_of(row["title"])
        if country is None or office is None or re.match(r"(?:Deputy )?Prime Minister|Vice P", row["title"]):
            continue
        for name in names_in(row["name_as_printed"]):
            weight = (30 if office != "minister" else 22) + prominence(country)
            person = people.person(name, country, weight, "cia", office=office)
            if any(t[1] == office and _covers(t) for t in draft.terms_of(person)):
                continue
            if office in SINGLE and _taken(draft, country, office, person, _CABINET, _CABINET):
                draft.drop("minister where a curated table has another")
                continue
            sectors = "JUD" if office == "prosecutor" else "GOV"
            draft.term(person, office, row["title"], country, sectors, "", "", "", _CABINET, "2019-10-31", "cia")


def _taken(draft: Draft, country: str, office: str, person: str, first: str, last: str) -> bool:
    """Whether a term of a surer table gives the office to someone else at any time between two dates."""
    return any(
        t[3] == country and t[1] == office and t[10] in ("curated", "ifg") and not t[7] and t[0] != person
        and t[5] <= last and first <= (t[6] or t[9] or "9")
        for t in draft.terms.values()
    )  # fmt: skip


def _covers(term: list[str]) -> bool:
    return (term[5] or term[8] or "9") <= _CABINET <= (term[6] or term[9] or "9")
