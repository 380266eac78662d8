"""What can only be said when all sources are in: ends of terms, and who of a name comes first."""

from __future__ import annotations

from datetime import date

from hearsay.world.names import normalise
from worldbuild.draft import Draft

SINGLE = frozenset(
    (
        "head-of-state",
        "head-of-government",
        "supreme-leader",
        "foreign-minister",
        "defence-minister",
        "interior-minister",
    )
)
"""Offices that one person holds at a time."""
_GAP_DAYS = 560
_RANK = {"head-of-state": 18, "head-of-government": 18, "supreme-leader": 18, "foreign-minister": 9,
"secretary-general": 12,
         "defence-minister": 7, "leader": 8, "head": 5, "deputy-head-of-state": 6, "interior-minister": 4}  # fmt: skip


def close_terms(draft: Draft) -> None:
    """An open term of a single office ends when the next holder of that office begins, if that is near.

    "Near" is at most 560 days after a source last saw the former holder in office: further off, somebody unknown may
    have come between, and the end stays unknown.
    """
    offices: dict[tuple[str, str], list[list[str]]] = {}
    for term in draft.terms.values():
        if term[1] in SINGLE and term[7] == "":
            offices.setdefault((term[3], term[1]), []).append(term)
    for terms in offices.values():
        terms.sort(key=lambda t: (t[5] or t[8], t[0]))
        for number, term in enumerate(terms):
            if term[6] or not (term[9] or term[5]):
                continue
            later = [
                t
                for t in terms[number + 1 :]
                if t[0] != term[0]
                and len(t[5]) == 10
                and t[5] > (term[5] or term[8])
                and not (t[9] and t[9] < term[9] and normalise(t[2]) != normalise(term[2]))
            ]
            if later and later[0][5] >= (term[9] or term[5]) and _days(term[9] or term[5], later[0][5]) <= _GAP_DAYS:
                term[6] = later[0][5]
            elif later and term[9] > later[0][5] and term[10] != "curated":
                term[9] = max(later[0][5], term[8]) if term[8] <= later[0][5] else term[9]


def _days(a: str, b: str) -> int:
    return (date.fromisoformat((b + "-01-01")[:10]) - date.fromisoformat((a + "-01-01")[:10])).days


def drop_shadowed(draft: Draft) -> None:
    """Take an alias from whoever is called otherwise where it is the very name of another of that kind and country."""
    named = {(normalise(row[1]), row[2], row[3]): id for id, row in draft.entities.items()}
    for key, id in list(draft.aliases):
        row = draft.entities[id]
        bearer = named.get((key, row[2], row[3]), id)
        if bearer != id and normalise(row[1]) != key:
            del draft.aliases[key, id]
            draft.drop("alias that is another's name")


def rank_people(draft: Draft) -> None:
    """Add to a person's weights what the highest office adds, and a little for having held one lately."""
    surnames: dict[str, list[list[str]]] = {}
    for row in draft.surnames.values():
        surnames.setdefault(row[1], []).append(row)
    for person, terms in draft.by_person.items():
        rank = max(_RANK.get(t[1], 0) for t in terms)
        latest = max((t[6] or t[9] or t[5] or "0000")[:4] for t in terms)
        bonus = rank + (max(0, int(latest) - 1990) // 8 if rank else 0)
        for key in draft.names_of(person):
            row = draft.aliases[key, person]
            row[2] = str(int(row[2]) + bonus)
        for row in surnames.get(person, []):
            row[2] = str(int(row[2]) + bonus)


def overlaps(draft: Draft) -> list[str]:
    """Two people in one single office of one country on one day, by sources that print both bounds."""
    found = []
    offices: dict[tuple[str, str], list[list[str]]] = {}
    for term in draft.terms.values():
        if term[1] in SINGLE and not term[7] and term[3]:
            offices.setdefault((term[3], term[1]), []).append(term)
    for (country, office), terms in sorted(offices.items()):
        terms.sort(key=lambda t: (t[5] or t[8], t[0]))
        for number, a in enumerate(terms):
            for b in terms[number + 1 :]:
                begin, end = max(a[5] or a[8], b[5] or b[8]), min(a[6] or a[9] or "", b[6] or b[9] or "")
                if a[0] != b[0] and begin and end and _days(begin, end) > 45:
                    found.append(f"{country} {office} {begin} to {end}: {a[0]} ({a[10]}), {b[0]} ({b[10]})")
    return found
