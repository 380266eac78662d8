"""Countries: codes, names, adjectives, capitals. Dependencies belong to the state that controls them (PLOVER
codebook)."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.draft import Draft

_AMBIGUOUS_SEATS = frozenset(("victoria", "san jose", "male", "hamilton", "kingstown", "valley"))
_AMBIGUOUS_NAMES = frozenset(("korea", "virgin islands"))
_KEEP = frozenset(("HKG", "PSE"))


def add(draft: Draft, raw: Path) -> None:
    """Every country of the code table, then Factbook names and nationalities of those not yet known."""
    iso2: dict[str, str] = {}
    rows = list(_rows(raw))
    for line in rows:
        iso2[line["ISO3166-1-Alpha-2"].strip()] = line["ISO3166-1-Alpha-3"].strip()
    controlled: dict[str, str] = {}
    for line in rows:
        iso3 = line["ISO3166-1-Alpha-3"].strip()
        owner = re.search(r" of ([A-Z]{2})$", line["is_independent"])
        associated = re.search(r"Associated with ([A-Z]{2})$", line["is_independent"])
        found = owner or associated
        controlled[iso3] = iso2[found.group(1)] if found and iso3 not in _KEEP else iso3
        name = line["CLDR display name"].strip() or line["official_name_en"].strip()
        name = name.replace("&", "and").replace("St. ", "Saint ")
        kind = "region" if found else "country"
        if iso3 == "ATA":
            continue
        draft.entity(iso3, name, kind, controlled[iso3], "", line["wikidata_id"].rpartition("/")[2], "country-codes")
        if not draft.entities[iso3][5]:
            draft.entities[iso3][5] = line["wikidata_id"].rpartition("/")[2]
        columns = ("official_name_en", "UNTERM English Short", "UNTERM English Formal", "CLDR display name")
        for alias in dict.fromkeys([name, *(line[c].strip() for c in columns)]):
            _name(draft, alias, iso3, "country-codes")
        capital = line["Capital"].strip()
        if capital and line["is_independent"] == "Yes" and normalise(capital) not in _AMBIGUOUS_SEATS:
            draft.row("seats", [normalise(capital), iso3, "^", "country-codes"])
    _factbook(draft, raw, controlled)


def _rows(raw: Path) -> Iterator[dict[str, str]]:
    with (raw / "country-codes" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        yield from (line for line in csv.DictReader(file) if line["ISO3166-1-Alpha-3"].strip())


def _name(draft: Draft, alias: str, iso3: str, source: str) -> None:
    alias = re.sub(r"\s*\((?:the|[^)]*of)\)|[*]", "", alias).strip().removeprefix("the ").strip()
    if len(alias) > 3 and normalise(alias) not in _AMBIGUOUS_NAMES and not re.search(r"[;()]|none|n/a", alias):
        draft.alias(alias, iso3, 90 if draft.entities[iso3][2] == "country" else 40)


def _factbook(draft: Draft, raw: Path, controlled: dict[str, str]) -> None:
    text = gzip.decompress((raw / "factbook" / "timeline_2015_2026.tsv.gz").read_bytes()).decode()
    for iso3, _, _, field, _, _, words in csv.reader(text.split("\n")[1:-1], delimiter="\t", quoting=csv.QUOTE_NONE):
        iso3 = {"XKX": "KOS"}.get(iso3, iso3)
        if iso3 == "PSE" or iso3 not in draft.entities or (iso3 not in controlled and iso3 != "KOS"):
            continue
        if field in ("Country name/conventional long form", "Country name/conventional short form"):
            _name(draft, re.split(r";|\(|, | or ", words)[0].strip(), iso3, "factbook")
        elif field.startswith("Nationality/") and draft.entities[iso3][2] == "country":
            for nationality in _nationalities(words):
                draft.row("nationalities", [normalise(nationality), iso3, "^", "factbook"])


def _nationalities(cell: str) -> Iterator[str]:
    """ "Frenchman(men), Frenchwoman(women)" gives Frenchman, Frenchmen, Frenchwoman, Frenchwomen."""
    cell = re.sub(
        r"\((?:singular|plural|collective|colloquial|US )[^)]*\)|\((?:Albanian|Serbian)\)|note - .*", "", cell
    )
    for part in re.split(r",|;|/| or ", cell):
        word = part.strip().removeprefix("or ").strip()
        many = re.search(r"\s*\((s|men|women)\)$", word)
        if many:
            word = word[: many.start()].strip()
            yield word + "s" if many.group(1) == "s" else re.sub(r"(man|woman)$", many.group(1), word)
        if word[:1].isupper() and re.fullmatch(r"[\w' -]+", word) and word not in ("NA", "Or"):
            yield word
            if word.endswith(("an", "i", "er")) and not many:
                yield word + "s"
