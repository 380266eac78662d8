"""The PETRARCH actor dictionaries of 2013 to 2015: persons with dated codes, armed groups, organisations."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.world.names import normalise
from hearsay.world.tables import SECTORS
from worldbuild.draft import Draft
from worldbuild.nouns import BODY_SECTORS
from worldbuild.persons import People, plain, prominence

SOURCE = "phoenix"
_LAST_UPDATE = "2012-01-16"
"""An open term is known to that day only: date of the country list that most of the dictionary was made from."""
_CODE = re.compile(r"\[([A-Z]{3,})(?:\s+([<>]?)(\d{6,8})(?:-(\d{6,8}))?)?\s*\]")
_NO_PERSON = re.compile(
    r"\b(?:ministry|government|party|army|court|council|assembly|parliament|movement|front|national|forces|force|police|committee|union|bank"
    r"|republic|congress|commission|office|agency|group|brigades?|people|liberation|democratic|the|of|and|department|general|embassy"
    r"|president|minister|prime|secretary|university|news|press|company|corporation|service|television|radio|federation|alliance"
    r"|center|centre|organization|league|association|institute|state|king|queen|prince|sultan|governor|ambassador|leader|islamic"
    r"|airport|city|province|river|island|islands|mount|lake|hotel|club|church|senate|cabinet|administration|authority|coalition"
    r"|international|security|defense|defence|foreign|supreme|new|north|south|east|west|united|rebel|rebels|air|navy|military|house"
    r"|el|la|los|las|le|san|saint|st)\b"
)
_GENERIC = frozenset(
    (
        "international organization", "international government organization", "non government organization",
        "international war crimes tribunal", "united nations monitor", "un resident", "un monitor", "un mission",
        "un envoy",
        "un bodies", "un secretary general", "international community", "united nations secretary general",
    )
)  # fmt: skip
_PERSON = re.compile(r"^(?:Abu|Emir|Mullah|Sheikh|Omar|Ali) |\b(?:Bin|Ibn|bin|ibn)\b|^\w+ \w\.? \w+$")
_IGO = re.compile(
    r"(?i)\b(un|united nations|organi[sz]ation|council|commission|union|bank|agency|fund|court|forum|community|treaty"
    r"|association|conference|programme|program|committee|assembly|mission|tribunal|league|group|pact)\b"
)
_NGO = re.compile(
    r"(?i)\b(organi[sz]ation|council|society|association|committee|international|foundation|watch|centre|center"
    r"|institute|union|federation|network|group|rights|aid|relief|action|without|fund|league|movement|world|campaign"
    r"|alliance)\b"
)


def _blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Names of one actor and the text of its codes."""
    names: list[str] = []
    codes = ""
    for line in text.split("\n"):
        body = line.partition("#")[0].rstrip()
        if not body.strip():
            continue
        if body[0] not in "\t +":
            if names:
                yield names, codes
            names, codes = [], ""
        if body[0] in "\t ":
            codes += body
            continue
        name, bracket, rest = body.lstrip("+").partition("[")
        names.append(name.strip())
        codes += bracket + rest
    if names:
        yield names, codes


def _clean(name: str) -> str:
    name = re.sub(r"\s*\{.*?\}", "", name.replace("_", " ")).strip()
    return " ".join(name.split())


def _date(digits: str) -> str:
    if len(digits) == 6:
        digits = ("19" if digits[:2] > "30" else "20") + digits
    year, month, day = digits[:4], digits[4:6], digits[6:8]
    if not ("1900" <= year <= "2030" and "01" <= month <= "12"):
        return year if "1900" <= year <= "2030" else ""
    return f"{year}-{month}-{day}" if "01" <= day <= "31" else f"{year}-{month}"


def add_persons(draft: Draft, raw: Path, people: People) -> None:
    """Officials with dated codes since 1989; the titles are lost, so the office is only "official"."""
    text = gzip.decompress((raw / "petrarch" / "Phoenix.Countries.actors.txt.gz").read_bytes()).decode(
        "utf-8", "replace"
    )
    for names, codes in _blocks(text):
        dated = [m for m in _CODE.finditer(codes) if m.group(3)]
        name = _clean(names[0])
        words = name.split()
        if (
            not dated
            or not 2 <= len(words) <= 4
            or _NO_PERSON.search(name.lower())
            or not re.fullmatch(r"[A-Z.' -]+", name)
        ):
            continue
        country = dated[0].group(1)[:3]
        if draft.entities.get(country, [""] * 3)[2] != "country":
            continue
        terms = [t for t in (_term(m, country) for m in dated) if t is not None]
        if not terms:
            continue
        person = people.person(plain(name.title()), country, 12 + prominence(country), SOURCE)
        for alias in names[1:]:
            alias = _clean(alias)
            if (
                2 <= len(alias.split()) <= 4
                and not _NO_PERSON.search(alias.lower())
                and re.fullmatch(r"[A-Z.' -]+", alias)
            ):
                draft.alias(alias.title(), person, 12 + prominence(country))
        for sectors, since, until, seen_to in _joined(terms):
            if not any(_overlaps(t, since, until or seen_to) for t in draft.terms_of(person)):
                draft.term(person, "official", "", country, sectors, since, until, "", "", seen_to, SOURCE)


def _term(code: re.Match[str], country: str) -> tuple[str, str, str, str] | None:
    letters, sign, first, last = code.groups()
    sectors = [
        c
        for c in re.findall("[A-Z]{3}", letters[3:])
        if c in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB")
    ]
    since, until = _date(first), _date(last) if last else ""
    if (
        letters[:3] != country
        or not sectors
        or sign == "<"
        or not since
        or (until or "9") < "1989"
        or (until and until < since)
    ):
        return None
    if not last and not sign:
        return None
    return "|".join(dict.fromkeys(sectors)), since, until, "" if until else max(_LAST_UPDATE, since)


def _joined(terms: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """Stretches that follow each other within a month, under one code, become one."""
    joined: list[tuple[str, str, str, str]] = []
    for sectors, since, until, seen_to in sorted(terms, key=lambda t: (t[1], t[2] or "9")):
        last = joined[-1] if joined else None
        if last and last[0] == sectors and last[2] and _months(since) - _months(last[2]) <= 1:
            joined[-1] = (sectors, last[1], until and max(until, last[2]), seen_to)
        else:
            joined.append((sectors, since, until, seen_to))
    return joined


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1)


def _overlaps(term: list[str], since: str, until: str) -> bool:
    return (term[5] or term[8] or "0") < until and since < (term[6] or term[9] or "9")


def add_groups(draft: Draft, raw: Path) -> None:
    """Armed groups that no curated row names."""
    text = (raw / "petrarch" / "Phoenix.MilNonState.actors.txt").read_text(encoding="utf-8", errors="replace")
    for names, codes in _blocks(text):
        found = _CODE.search(codes)
        if not found:
            continue
        letters = re.findall("[A-Z]{3}", found.group(1))
        country = (
            letters[0]
            if draft.entities.get(letters[0], [""] * 3)[2] == "country"
            else "IMG"
            if letters[0] in ("IMG", "INT")
            else ""
        )
        sectors = [c for c in letters[1:] if c in SECTORS] or ["REB"]
        _organisation(draft, names, "group", "armed-group", country, sectors, 30)


def add_organisations(draft: Draft, raw: Path) -> None:
    """International bodies and NGOs. The 4,300 companies are left out: most are unknown outside stock lists."""
    text = gzip.decompress((raw / "petrarch" / "Phoenix.International.actors.txt.gz").read_bytes()).decode(
        "utf-8", "replace"
    )
    for names, codes in _blocks(text):
        found = _CODE.search(codes)
        if not found or any(m.group(3) for m in _CODE.finditer(codes)) or "---" in codes:
            continue
        letters = re.findall("[A-Z]{3}", found.group(1))
        head, sectors = letters[0], [c for c in letters[1:] if c in BODY_SECTORS]
        name = _clean(names[0])
        words = name.split()
        if head == "IGO":
            country = "UNO" if "UNO" in letters else "EUR" if "EEC" in letters or "EUR" in letters else "IGO"
            if not _IGO.search(name):
                continue
            _organisation(draft, names, "igo", "igo", country, [s for s in sectors if s in ("JUD", "MIL")], 30)
        elif head in ("NGO", "NGM") and (len(words) > 1 or (name.isupper() and len(name) > 3)) and _NGO.search(name):
            _organisation(draft, names, "ngo", "ngo", "NGO", [], 25)


def _organisation(
    draft: Draft, names: list[str], prefix: str, kind: str, country: str, sectors: list[str], weight: int
) -> None:
    acronym = re.search(r"\(([A-Z-]{2,8})\)", names[0].replace("_", ""))
    forms = [_title_case(re.sub(r"\s*\([^)]*\)", "", _clean(n))) for n in names]
    forms = [
        f for f in dict.fromkeys(forms) if len(normalise(f)) > 3 and re.fullmatch(r"[\w'’&.,/ -]+", f) and len(f) < 70
    ]
    forms = [f for f in forms if " " in f or f.isupper()]
    if not forms or normalise(forms[0]) in _GENERIC or (kind == "armed-group" and _PERSON.search(forms[0])):
        draft.drop("Phoenix name that tells too little")
        return
    if any(draft.aliases_of(normalise(f)) for f in forms[:1]):
        id = draft.aliases_of(normalise(forms[0]))[0][1]
        if draft.entities[id][2] != kind:
            return
    else:
        key = normalise(forms[0])
        if key in draft.common_words or draft.other["agents"].get((key,)) or (key,) in draft.other["place_names"]:
            draft.drop("organisation named by a common word or a place")
            return
        id = f"{prefix}:{key.replace(' ', '-')}"
        draft.entity(id, forms[0], kind, country, "|".join(dict.fromkeys(sectors)), "", SOURCE)
    for form in forms:
        key = normalise(form)
        others = [i for _, i in draft.aliases_of(key) if i != id]
        if (
            not others
            and key not in draft.common_words
            and (key,) not in draft.other["agents"]
            and (key,) not in draft.other["place_names"]
        ):
            draft.alias(form, id, weight)
    if acronym and len(acronym.group(1)) > 2 and not draft.aliases_of(normalise(acronym.group(1))):
        draft.alias("=" + acronym.group(1), id, weight)


_SMALL_WORDS = frozenset("of the and for in on to de la el del des du al a against".split())  # noqa: SIM905


def _title_case(name: str) -> str:
    words = name.split()
    done = []
    for number, word in enumerate(words):
        if number and word.lower() in _SMALL_WORDS:
            done.append(word.lower())
        elif len(words) == 1 and len(word) <= 6:
            done.append(word)
        else:
            short = word in ("UN", "EU", "US", "UK", "NATO", "UNESCO", "UNICEF", "USA")
            done.append("-".join(p.capitalize() for p in word.split("-")) if word.isupper() and not short else word)
    return " ".join(done)
