"""Places: cities of 5,000 people or more, first-order divisions and countries, from GeoNames."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.draft import Draft

_LATIN = re.compile(
    r"[A-Z\u00c0-\u00de\u0100-\u017f\u1e00-\u1eff‘’`ʻ][A-Za-z\u00c0-\u017f\u1e00-\u1eff'‘’`ʻʿ. -]{2,28}"
)
_DANGER = frozenset(
    """police male march may union of us nice bar most same marines general major judge king queen prince police
    victoria
    president minister army mission university college hospital church temple market street orange summit progress
    justice liberty independence republic freedom hope eagle mercury moon sun star rose cross white black green brown
    media
    man best central north south east west santa san media reading split mobile best vice police""".split()  # noqa: SIM905
) - frozenset(("nice", "reading", "split", "mobile", "victoria", "orange"))
_QUIET = frozenset("US DE IT FR ES AU BE NL CH PT CA SI CZ AT SE JP NZ IE DK NO FI LU AR CL UY".split())  # noqa: SIM905
"""States of which towns under 15,000 people are left out, to keep the tables small."""
_SMALL = 100_000
"""A city whose name is a common word must have this many people."""


def add(draft: Draft, raw: Path) -> None:
    iso3 = _codes(draft, raw)
    divisions = _divisions(raw)
    people: dict[str, int] = {}
    names: dict[str, dict[str, str]] = {}

    def name(alias: str, id: str, population: int, *, main: bool) -> None:
        key = normalise(alias)
        if (len(key) < 3 and not main) or not key or key in draft.other.get("nationalities", {}):
            return
        word = key in draft.common_words
        if word and (key in _DANGER or not main or population < _SMALL):
            draft.drop("place name that is a common word")
            return
        names.setdefault(key, {})[id] = "^" if word else ""

    for cells in _cities(raw):
        id, label, alternates, latitude, longitude, code, admin1, population = cells
        country = iso3.get(code)
        if country is None:
            continue
        people[country] = people.get(country, 0) + int(population)
        region = divisions.get(f"{code}.{admin1}", ("", ""))[0]
        point = [f"{float(latitude):.3f}", f"{float(longitude):.3f}"]
        draft.row("places", [id, label, country, region, *point, population, "city"])
        name(label, id, int(population), main=True)
        for alias in _spellings(label, alternates, int(population)):
            name(alias, id, int(population), main=False)
    for code, (label, id) in divisions.items():
        country = iso3.get(code.partition(".")[0])
        if country is None or (id,) in draft.other["places"]:
            continue
        draft.row("places", [id, label, country, label, "", "", "0", "region"])
        name(label, id, _SMALL, main=True)
        short = re.sub(
            r" (?:Oblast'?|Province|State|Governorate|Region|County|Prefecture|Krai|Republic|District"
            r"|Department|Municipality|Division|Parish)$",
            "",
            label,
        )
        name(short, id, _SMALL, main=True)
    for country, id in _country_ids(draft, raw):
        population = str(people.get(country, 0) + 1_000_000)
        draft.row(
            "places", [id, draft.entities[country][1], draft.entities[country][3], "", "", "", population, "country"]
        )
        for (key, entity), row in draft.aliases.items():
            if entity == country:
                names.setdefault(key, {})[id] = row[3]
    _news_spellings(draft, names)
    for key, ids in names.items():
        exact = next(iter(ids.values())) if len(set(ids.values())) == 1 else ""
        order = sorted(ids, key=lambda i: (-int(draft.other["places"][i,][6]), int(i)))
        draft.row("place_names", [key, " ".join(order), exact])


def _codes(draft: Draft, raw: Path) -> dict[str, str]:
    """ISO alpha-2 to the state in control."""
    with (raw / "country-codes" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(r["ISO3166-1-Alpha-2"].strip(), r["ISO3166-1-Alpha-3"].strip()) for r in csv.DictReader(file)]
    return {a2: draft.entities[a3][3] for a2, a3 in pairs if a3 in draft.entities} | {"XK": "KOS"}


def _country_ids(draft: Draft, raw: Path) -> Iterator[tuple[str, str]]:
    with (raw / "country-codes" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["ISO3166-1-Alpha-3"] in draft.entities and row["Geoname ID"].strip():
                yield row["ISO3166-1-Alpha-3"], row["Geoname ID"].strip()
    yield "KOS", "831053"


def _divisions(raw: Path) -> dict[str, tuple[str, str]]:
    lines = (raw / "geonames" / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines()
    return {code: (name, id) for code, name, _, id in (line.split("\t") for line in lines)}


def _cities(raw: Path) -> Iterator[tuple[str, ...]]:
    """id, name, alternates, latitude, longitude, ISO alpha-2, admin1, population."""
    for line in gzip.decompress((raw / "geonames" / "cities15000.txt.gz").read_bytes()).decode().split("\n")[:-1]:
        c = line.split("\t")
        if c[7] != "PPLX":
            yield c[0], c[1], c[3], c[4], c[5], c[8], c[10], c[14]
    for line in (
        gzip.decompress((raw / "geonames" / "cities5000_extra_2018.tsv.gz").read_bytes()).decode().split("\n")[1:-1]
    ):
        c = line.split("\t")
        if c[6] != "PPLX" and int(c[10] or 0) >= 5000 and c[7] not in _QUIET:
            yield c[0], c[1], c[3], c[4], c[5], c[7], c[8], c[10]


def _news_spellings(draft: Draft, names: dict[str, dict[str, str]]) -> None:
    """Spellings that news prints and GeoNames lacks or buries, each for a place known by another name."""
    named: dict[str, list[list[str]]] = {}
    for cells in draft.other["places"].values():
        named.setdefault(normalise(cells[1]), []).append(cells)
    for line in (Path(__file__).parent / "place_spellings.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        spelling, known, country = line.split("\t")
        known_ids = [p[0] for p in named.get(normalise(known), []) if p[2] == country]
        known_ids += [i for i in names.get(normalise(known), {}) if draft.other["places"][i,][2] == country]
        if not known_ids:
            draft.drop(f"spelling of an unknown place: {spelling}")
            continue
        best = max(known_ids, key=lambda i: int(draft.other["places"][i,][6]))
        exact = spelling[1:] if spelling.startswith("=") else ""
        names.setdefault(normalise(spelling), {})[best] = exact


def _spellings(label: str, alternates: str, population: int) -> Iterator[str]:
    """Alternate names that an English text may print: Latin letters, and near the main name unless the city is
    large."""
    main = _skeleton(label)
    seen = {normalise(label)}
    for alias in alternates.split(","):
        key = normalise(alias)
        if key in seen or not _LATIN.fullmatch(alias) or alias.isupper():
            continue
        seen.add(key)
        if population >= 500_000 or _skeleton(alias) == main:
            yield alias


def _skeleton(name: str) -> str:
    """Consonants, as transliterations keep them: "Fallujah", "Al Fallūja", "Falluja" are all "flj"."""
    key = re.sub(r"^(al|el|ad|an|ar|as|ash|at|az) ", "", normalise(name))
    key = (
        key.replace("q", "k")
        .replace("kh", "h")
        .replace("gh", "g")
        .replace("ph", "f")
        .replace("th", "t")
        .replace("dj", "j")
    )
    key = key.replace("z", "s").replace("c", "k").replace("w", "v")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh \d]", "", key))
