"""Heads of state and government with dates, from the Factbook's dated editions and the CIA list of October 2019."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.draft import Draft
from worldbuild.persons import People, Printed, capitals, prominence

_CUT = re.compile(
    r"\s+(?:\(|-- |head of government\b|was |is |who |died |resigned|elected |holds |of the Netherlands|will "
    r"|has |also |since |until |following |after |remains |serves |note\b|represented by )|;|\("
    r"|, (?:a|an|the|who|which|is|was|represented|chief|head|son|King)\b"
)
_HONORIFIC = re.compile(
    r"^(?:(?:Dr|Gen|Lt|Maj|Col|Brig|Adm|Cdr|Capt|Cmdr|Sir|Dame|Lord|Sheikh|Shaykh|Sheik|Ayatollah|Baron|Prof|Hon|His|Her"
    r"|Excellency|Highness"
    r"|Majesty|Royal|Right|Honourable|Honorable|Rev|Eng|Mr|Mrs|Ms|General|Major|Lieutenant|Colonel|Brigadier|Ratu|Datuk|Dato|Seri"
    r"|Tun|Tan|Sri|U|Haji|Cmdre|Commodore|Admiral|Field|Marshal|Professor|ret|\(Ret)\.?\)?\s+)+",
)
_TITLE_TAIL = re.compile(
    r"\s+(?:Dr|Gen|Lt|Maj|Col|Brig|Adm|Sir|Dame|Lord|Sheikh|Shaykh|Ayatollah|Baron|Prof|His|Her|Majesty"
    r"|Excellency|General|Major|of the|of|the)"
    r"\.?(?:\s+(?:Gen|General|Col)\.?)?$"
)
_OFFICES = (
    (r"vice president|deputy president|vice chair|deputy chair|vice-president", "deputy-head-of-state"),
    (
        r"deputy pri|deputy premier|vice premier|vice prime|first deputy|deputy head|vice chancellor|tanaiste",
        "deputy-head-of-government",
    ),
    (r"governor|commissioner|administrator|high representative", "governor"),
    (r"chief executive officer|^ceo", "head-of-government"),
    (r"supreme leader|leader of the islamic revolution", "supreme-leader"),
    (r"crown prince", "crown-prince"),
)
_HEADS = re.compile(
    r"president|king|queen|emir|amir|sultan|emperor|prime minister|premier|chancellor|taoiseach|pope|prince|duke|chair"
    r"|leader|head of|captain regent|minister of state|chief executive|head|ruler|yang di|ayatollah|co-chief|secretary"
)
_REALM = re.compile(r"ELIZABETH II|CHARLES III|MARGRETHE II|BEATRIX|WILLEM-ALEXANDER(?! )")
"""A monarch of several realms is one person of one country."""
_SNAPSHOT = "2019-10"
_GAP_DAYS = 560


@dataclass
class Holding:
    """One person's time in one office of one country."""

    person: str
    office: str
    title: str
    status: str
    since: str
    first: str
    last: str
    source: str


def add(draft: Draft, raw: Path, people: People) -> None:
    """Terms from all editions, each ended by its successor's beginning when that is near."""
    curated: dict[tuple[str, str], list[list[str]]] = {}
    for term in draft.terms.values():
        curated.setdefault((term[3], term[1]), []).append(term)
    holdings: dict[tuple[str, str], list[Holding]] = {}
    for country, holding in _factbook(draft, raw, people):
        _merge(holdings.setdefault((country, holding.office), []), holding)
    for found in holdings.values():
        _mend_misprints(found)
    for country, holding in _cia(draft, raw, people):
        found = holdings.setdefault((country, holding.office), [])
        if not any(h.person != holding.person and h.since and h.since <= holding.first < h.last for h in found):
            _merge(found, holding)
    for (country, office), found in sorted(holdings.items()):
        found.sort(key=lambda h: (h.since or h.first, h.first))
        for number, h in enumerate(found):
            until = _until(found[number + 1 :], h) if office.startswith(("head", "supreme")) else ""
            until = _succeeded(curated.get((country, office), []), h, until)
            if _settled(curated.get((country, office), []), h, until):
                draft.drop("Factbook term that a curated one covers")
            else:
                draft.term(
                    h.person, office, h.title, country, "GOV", h.since, until, h.status, h.first, h.last, h.source
                )


def _mend_misprints(found: list[Holding]) -> None:
    """Forget a printed beginning when a later edition still shows someone else under the same title after it."""
    for h in found:
        between = (o for o in found if o.person != h.person and o.title == h.title and o.status == h.status)
        if h.since and any(h.since < o.last < h.first and _days(h.since, o.last) > 60 for o in between):
            h.since = ""


def _settled(curated: list[list[str]], h: Holding, until: str) -> bool:
    """Whether a curated term says the same, or someone else in that office at that time.

    A curated term that is open takes over how long the Factbook saw its holder.
    """
    begin, end = h.since if len(h.since) == 10 else h.first, until or h.last
    for term in curated:
        if term[0] == h.person and term[7] == h.status:
            if not term[6] and h.last > term[9] and begin[:4] >= term[5][:4]:
                term[9] = h.last
            if (
                not h.since
                or abs(_days(term[5], begin)) < 200
                or (term[5] <= end and begin <= (term[6] or term[9] or "9"))
            ):
                return True
        elif not h.status and not term[7] and min(end, term[6] or term[9] or "9") > max(begin, term[5]) and (
            _days(max(begin, term[5]), min(end, term[6] or term[9] or "2100")) > 60
        ):  # fmt: skip
            return True
    return any(t[0] == h.person for t in curated) and h.status in ("elect", "acting") and not h.since


def _until(later: list[Holding], h: Holding) -> str:
    for successor in later:
        if successor.person == h.person or not successor.since or successor.status == "elect":
            continue
        if (
            len(successor.since) == 10
            and successor.since >= h.last[: len(successor.since)]
            and _days(h.last, successor.since) <= _GAP_DAYS
        ):
            return successor.since
        return ""
    return ""


def _succeeded(curated: list[list[str]], h: Holding, until: str) -> str:
    """The end of a term that the Factbook still printed when a curated successor had begun."""
    begin, end = h.since or h.first, until or h.last
    if any(t[0] == h.person for t in curated) or h.status:
        return until
    later = sorted(t[5] for t in curated if len(t[5]) == 10 and not t[7] and begin < t[5] < end)
    if not later or _days(begin, later[0]) <= 60:
        return until
    h.last = min(h.last, later[0])
    return later[0]


def _days(a: str, b: str) -> int:
    return (date.fromisoformat((b + "-01-01")[:10]) - date.fromisoformat((a + "-01-01")[:10])).days


def _merge(found: list[Holding], new: Holding) -> None:
    for old in found:
        if old.person == new.person and old.status == new.status and (
            old.since == new.since or not new.since or not old.since or (abs(_days(old.since, new.since)) < 400 and
            new.first <= old.last)
            or abs(_days(old.since, new.since)) < 60
        ):  # fmt: skip
            old.first, old.last = min(old.first, new.first), max(old.last, new.last)
            if new.source == "factbook" and len(new.since) >= len(old.since):
                old.since, old.title = new.since, new.title or old.title
            return
    found.append(new)


def _factbook(draft: Draft, raw: Path, people: People) -> Iterator[tuple[str, Holding]]:
    with (raw / "factbook" / "office_holders_parsed.tsv").open(encoding="utf-8", newline="") as file:
        rows = sorted(
            csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), key=lambda r: (r["iso3"], r["first_seen"])
        )
    for row in rows:
        country = {"XKX": "KOS"}.get(row["iso3"], row["iso3"])
        if draft.entities.get(country, [""] * 4)[2] != "country" and country != "HKG":
            continue
        if (country == "AND" and row["role"] == "chief_of_state") or (
            country != "GBR" and country not in ("DNK", "NLD") and _REALM.match(row["name_as_printed"])
        ):
            continue
        title, status = _title(row["title"])
        office = _office(title, row["role"])
        if office is None:
            draft.drop("Factbook row without a usable title")
            continue
        since = "" if row["since_kind"].startswith("assumes") and status != "elect" else row["since"]
        first, last = row["first_seen"], row["last_seen"]
        if row["edition"] == "annual":
            first, last = f"{first[:4]}-12-31" if since[:4] == first[:4] else first, f"{last[:4]}-01-01"
            first = min(first, last) if since[:4] != first[:4] else first
            last = max(first, last)
        elif row["edition"].startswith("annual") and last.endswith("-12-31"):
            last = f"{last[:4]}-01-01"
        if since > last:
            since = since if status == "elect" else ""
        for name in names_in(row["name_as_printed"]):
            weight = (44 if office.startswith("head") else 34) + prominence(country)
            person = people.person(name, country, weight, "factbook", office=office, since=since)
            if status == "elect":
                yield country, Holding(person, office, title, status, "", first, last, "factbook")
            else:
                yield (
                    country,
                    Holding(person, office, title, status, since, max(first, since), max(last, since), "factbook"),
                )


def _title(title: str) -> tuple[str, str]:
    status = "elect" if re.search(r"-(?:elect|designate)", title, re.I) else ""
    if re.match(r"(?:Acting|Interim|Caretaker|Transitional)\b", title, re.I):
        status = "acting"
    title = re.sub(r"-(?:elect|designate)|^(?:represented by|former|and)\s+", "", title, flags=re.I)
    while _TITLE_TAIL.search(title):
        title = _TITLE_TAIL.sub("", title)
    title = re.sub(r"(President|Minister|Premier|Chancellor|Chairman)s\b", r"\1", title)
    return title.strip(" ,"), status


def _office(title: str, role: str) -> str | None:
    key = normalise(title)
    for pattern, office in _OFFICES:
        if re.search(pattern, key):
            return office
    if not _HEADS.search(key) or len(key) > 60 or key.startswith(("other members", "former")):
        return None
    return "head-of-state" if role == "chief_of_state" else "head-of-government"


def names_in(printed: str) -> Iterator[Printed]:
    """The names in a cell: one, or several between commas under a plural title."""
    if '""' in printed:
        printed = re.sub(r'"[^"]*"\s*', "", printed.strip('"').replace('""', '"'))
    printed = re.sub(r", (?:Jr|Sr|Dr|Brig|Gen|Lt|Maj|Col|Adm|II|III|IV)\b\.?[^,;]*", "", printed)
    printed = _CUT.split(printed)[0]
    for part in re.split(r",| and ", printed):
        part = re.sub(r"^\W*(?:[a-z][\w'-]* )*", "", part.strip())
        part = _HONORIFIC.sub("", part)
        words = part.split()
        if not 1 <= len(words) <= 7 or ":" in part or not re.fullmatch(r"[\w.'’`‘\- ]+", part):
            continue
        name = capitals(part, _recase(part))
        if name is not None and (len(words) > 1 or len(part) > 4) and not re.search(r"\d", part):
            yield name


def _recase(part: str) -> str:
    return " ".join(_cased(w) for w in part.split())


def _cased(word: str) -> str:
    if re.fullmatch(r"[IVX]+", word):
        return word

    def lower(found: re.Match[str]) -> str:
        run = found.group(0)
        if run.startswith("MC") and len(run) > 3:
            return "Mc" + run[2:].capitalize()
        return run.capitalize()

    return re.sub(r"[A-ZÀ-Þ]{2,}", lower, word)


def _cia(draft: Draft, raw: Path, people: People) -> Iterator[tuple[str, Holding]]:
    with (raw / "cia-world-leaders" / "cabinets_2019-10.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        country = country_of(draft, row["country"])
        title = re.sub(
            r"\bMin\.", "Minister", row["title"].replace("Pres.", "President").replace("Prime Min.", "Prime Minister")
        )
        head = re.fullmatch(
            r"(?:Executive )?President|Prime Minister|Chancellor|King|Queen|Amir|Sultan|Premier|Supreme Leader", title
        )
        if country is None or head is None:
            continue
        for name in names_in(row["name_as_printed"]):
            role = "head_of_government" if re.search(r"Minister|Premier|Chancellor", title) else "chief_of_state"
            office = _office(title, role) or "head-of-state"
            person = people.person(name, country, 44 + prominence(country), "cia", office=office)
            yield country, Holding(person, office, title, "", "", f"{_SNAPSHOT}-01", f"{_SNAPSHOT}-01", "cia")


def country_of(draft: Draft, name: str) -> str | None:
    """ISO code of a country by any name the draft knows; "Korea, North" and "Gambia, The" included."""
    head, _, tail = name.partition(", ")
    for form in (name, f"{tail} {head}" if tail else name):
        for _, id in draft.aliases_of(normalise(form)):
            if draft.entities[id][2] == "country":
                return id
    return None
