"""United States: presidents and vice presidents, current members of Congress with all their terms."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import yaml

from worldbuild.draft import Draft
from worldbuild.persons import People, Printed

SOURCE = "congress"
_LATEST = "2026-06-15"
_TYPES = {
    "prez": ("head-of-state", "President", "GOV"), "viceprez": ("deputy-head-of-state", "Vice President", "GOV"),
    "sen": ("legislator", "Senator", "LEG"), "rep": ("legislator", "Representative", "LEG"),
}  # fmt: skip


def add(draft: Draft, raw: Path, people: People) -> None:
    folder = raw / "congress-legislators"
    executive = yaml.safe_load((folder / "executive.yaml").read_text(encoding="utf-8"))
    current = yaml.safe_load(gzip.decompress((folder / "legislators-current.yaml.gz").read_bytes()))
    for entry in [*executive, *current]:
        terms = [t for t in entry["terms"] if str(t["end"]) >= "1989"]
        if terms:
            _person(draft, people, entry, terms)


def _person(draft: Draft, people: People, entry: dict[str, Any], terms: list[dict[str, Any]]) -> None:
    name = entry["name"]
    given, surname = name.get("nickname") or name["first"], name["last"].split()
    printed = Printed([given], surname, [], False)
    wikidata = entry["id"].get("wikidata", "")
    executive = any(t["type"] in ("prez", "viceprez") for t in terms)
    known = {(t[1], t[5]) for t in draft.terms.values() if t[3] == "USA"}
    if executive and any((_TYPES[t["type"]][0], str(t["start"])) in known for t in _joined(terms)):
        return
    weight = 53 if executive else 33
    person = people.person(printed, "USA", weight, SOURCE, wikidata=wikidata)
    for form in {f"{name['first']} {name['last']}", name.get("official_full", ""), entry["id"].get("wikipedia", "")} - {
        ""
    }:
        if "(" not in form:
            draft.alias(form, person, weight)
    for term in _joined(terms):
        office, title, sectors = _TYPES[term["type"]]
        until, seen = str(term["end"]), ""
        if until > _LATEST:
            until, seen = "", _LATEST
        if any(t[1] == office and t[5][:4] == str(term["start"])[:4] for t in draft.terms_of(person)):
            continue
        draft.term(person, office, title, "USA", sectors, str(term["start"]), until, "", "", seen, SOURCE)


def _joined(terms: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Terms of one chamber that follow each other become one."""
    joined: list[dict[str, Any]] = []
    for term in terms:
        last = joined[-1] if joined else None
        if last and last["type"] == term["type"] and str(last["end"])[:4] == str(term["start"])[:4]:
            last["end"] = term["end"]
        else:
            joined.append({"type": term["type"], "start": term["start"], "end": term["end"]})
    return joined
