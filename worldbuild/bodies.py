"""Names of bodies from lists: parties and their leaders, international organisations, state media, sanctioned
groups."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.draft import Draft
from worldbuild.holders import country_of, names_in
from worldbuild.persons import People, prominence

_OWNERSHIP = {
    "SC": "state",
    "CaPu": "state",
    "CaPr": "private",
    "ISFM": "public",
    "ISF": "public",
    "ISM": "public",
    "IP": "public",
}
_PARTY = re.compile(
    r"(?i)part|movement|front|union|alliance|congress|league|coalition|democra|people|national|social|bloc|list"
)
_INITIALS = frozenset(
    (
        "GDP", "CPI", "DNA", "CEO", "PCR", "ATM", "GPS", "SMS", "HIV", "AIDS", "VAT", "CFO", "CAP", "ADD", "EDU", "ECO",
        "CORD", "SIM", "PIN", "RIP", "CAR", "MRI", "WMD", "IED", "RPG", "UAV", "ICBM", "POW", "VIP", "COVID", "PHD",
    )
)  # fmt: skip
"""Initials that stand for something else far more often than for a party."""
_NO_BODY = re.compile(
    r"^(?:numerous|other|several|various|independents?|note|none|various|and )|countries$|economies$|members$", re.I
)


def _free(draft: Draft, name: str) -> bool:
    """Whether a name belongs to nothing yet and is no word, noun, place or nationality."""
    key = normalise(name)
    taken = draft.aliases_of(key) or key in draft.common_words
    return not (
        taken or any((key,) in draft.other.get(t, {}) for t in ("agents", "place_names", "nationalities", "seats"))
    )


def add_parties(draft: Draft, raw: Path, people: People) -> None:
    """Parties that the Factbook of 2015 to 2026 lists, and their leaders for as long as it names them."""
    text = gzip.decompress((raw / "factbook" / "timeline_2015_2026.tsv.gz").read_bytes()).decode()
    leaders: dict[tuple[str, str], list[str]] = {}
    for row in csv.reader(text.split("\n")[1:-1], delimiter="\t", quoting=csv.QUOTE_NONE):
        country = {"XKX": "KOS"}.get(row[0], row[0])
        if not row[3].startswith("Political parties") or row[3].endswith("note") or country not in draft.entities:
            continue
        if draft.entities[country][2] != "country" and country != "HKG":
            continue
        for party, short, leader in _parties(row[6].strip('"')):
            id = _party(draft, country, party, short)
            for name in names_in(leader) if id and leader else ():
                person = people.person(name, country, 20 + prominence(country), "factbook", office="party-leader")
                seen = leaders.setdefault((person, id), [row[4], row[5], country])
                seen[0], seen[1] = min(seen[0], row[4]), max(seen[1], row[5])
    for (person, id), (first, last, country) in sorted(leaders.items()):
        if not any(t[1] == "party-leader" for t in draft.terms_of(person)):
            title = f"Leader of {draft.entities[id][1]}"
            draft.term(person, "party-leader", title, country, "PTY", "", "", "", first, last, "factbook")


def _parties(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, abbreviation, leader: ``Law and Justice or PiS [Jaroslaw KACZYNSKI]``."""
    for part in re.split(r"\+\+|\||(?<=\])(?=[A-Z])|<br>|;", text):
        leader = re.search(r"\[(?:Dr\.? |President |Prime Minister )?([^\]]+)\]?", part)
        name = re.sub(r"\([^)]*\)|\[.*", "", part).strip(" .,-")
        name, _, short = name.partition(" or ")
        words = name.split()
        if (
            1 <= len(words) <= 9
            and name[:1].isupper()
            and not _NO_BODY.match(name)
            and re.fullmatch(r"[\w'’. /&-]+", name)
        ):
            yield (
                name,
                short.strip() if re.fullmatch(r"[A-Z][\w-]{1,7}", short.strip()) else "",
                leader.group(1) if leader else "",
            )


def _party(draft: Draft, country: str, name: str, short: str) -> str:
    for _, id in draft.aliases_of(normalise(name)):
        if draft.entities[id][2] in ("party", "armed-group", "organisation") and draft.entities[id][3] == country:
            return id
    key = normalise(name)
    if len(name.split()) < 2 or key in draft.common_words or not _PARTY.search(name):
        return ""
    id = f"party:{country.lower()}-{key.replace(' ', '-')}"
    draft.entity(id, name, "party", country, "PTY", "", "factbook")
    draft.alias(name, id, 20 + prominence(country))
    telling = len(short) > 3 or (len(short) == 3 and prominence(country) >= 4)
    if telling and short.isupper() and short not in _INITIALS and _free(draft, short):
        draft.alias("=" + short, id, 20 + prominence(country))
    return id


def add_organisations(draft: Draft, raw: Path) -> None:
    """International organisations of the Factbook of 2020 that no curated row names."""
    with (raw / "factbook" / "international_organizations_2020.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        name = re.sub(r"\s*\(.*", "", row["name"]).strip()
        known = draft.aliases_of(normalise(name))
        if (
            known
            or len(name.split()) < 2
            or not name[:1].isupper()
            or _NO_BODY.search(name)
            or "see " in row["text"][:8]
        ):
            continue
        id = "igo:" + normalise(name).replace(" ", "-")
        country = "UNO" if re.match(r"United Nations|UN ", name) else "IGO"
        draft.entity(id, name, "igo", country, "", "", "factbook")
        draft.alias(name, id, 60)
        if len(row["abbreviation"]) > 2 and row["abbreviation"].isupper() and _free(draft, row["abbreviation"]):
            draft.alias("=" + row["abbreviation"], id, 50)


def add_media(draft: Draft, raw: Path) -> None:
    """State, public and captured media of 2024 that no curated row names."""
    with (raw / "state-media" / "State_Media_Matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        country = country_of(draft, row["Country"])
        ownership = _OWNERSHIP.get(row["Typology"].rstrip("?"))
        name = re.sub(r"\s*[(*].*", "", row["Main assets"] or row["Media company"]).strip()
        domain = (
            re.sub(r"^https?://(?:www\.|en\.|eng\.|english\.)?", "", row["URL"].strip()).partition("/")[0].casefold()
        )
        if country is None or ownership is None or len(normalise(name)) < 4 or (domain,) in draft.other["domains"]:
            continue
        if not _free(draft, name):
            continue
        id = "media:" + normalise(name).replace(" ", "-")
        if id in draft.entities:
            continue
        draft.entity(id, name, "media", country, "JRN|GOV" if ownership == "state" else "JRN", "", "state-media")
        if " " in name or name.isupper():
            draft.alias(name, id, 40)
        domains = domain if "." in domain and not re.search(r"facebook|youtube|twitter|gov\.", domain) else ""
        draft.row("outlets", [id, ownership, _medium(name), domains, "yes", "state-media"])
        if domains:
            draft.row("domains", [domains, id])


def _medium(name: str) -> str:
    if re.search(r"(?i)agency|agencia|agence|\bpress\b", name):
        return "agency"
    if re.search(r"(?i)radio|tv\b|tele|broadcast|channel|vision|rundfunk", name):
        return "broadcaster"
    return "newspaper"


def add_aliases(draft: Draft, raw: Path) -> None:
    """Further spellings of groups and persons the draft knows: sanctions lists, the Factbook's terrorist groups."""
    clusters: dict[str, list[str]] = {}
    text = gzip.decompress((raw / "ofac-sdn-aliases" / "alt.csv.gz").read_bytes()).decode("utf-8", "replace")
    for row in csv.reader(text.splitlines()):
        if len(row) > 3:
            surname, comma, given = row[3].partition(", ")
            clusters.setdefault(row[0], []).append(f"{given} {surname.title()}".strip() if comma else row[3].title())
    with (raw / "factbook" / "terrorist_organizations_2020.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = [
                re.sub(r"\s*\([^)]*\)", "", n).strip(" ,") for n in re.split(r";", f"{line['name']};{line['aka']}")
            ]
            clusters["factbook " + line["name"]] = [n for n in names if len(n) > 4]
    for _, names in sorted(clusters.items()):
        known = {
            id
            for n in names
            for _, id in draft.aliases_of(normalise(n))
            if draft.entities[id][2] in ("person", "armed-group")
        }
        if len(known) != 1:
            continue
        id = known.pop()
        person = draft.entities[id][2] == "person"
        for name in names:
            words = name.split()
            fits = 2 <= len(words) <= 5 if person else len(words) > 1 or len(name) > 6
            if fits and re.fullmatch(r"[\w'’‘ -]+", name) and _free(draft, name):
                draft.alias(name, id, 30)
