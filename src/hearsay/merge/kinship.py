"""How the parties of two accounts agree: the same, kin (one may stand for the other), unlike, or known to be others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hearsay.merge.account import Account
from hearsay.records import Actor

_PERSON = "person:"
"""How the id of a known person begins."""

_OF_STATE = frozenset(("GOV", "MIL", "COP", "SPY"))
_AGAINST = frozenset(("REB", "CRM"))

_OF_A_LAND = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD", "CVL"))


def side_alike(left: Sequence[Actor], right: Sequence[Actor]) -> str:
    """How two sides agree: none, missing (on one side), same, kin, unlike, apart.

    Sides on which nobody is known but by words agree or not "in words": "two men" may be anybody.
    """
    if not left or not right:
        return "none" if not left and not right else "missing"
    best = max([kinship(p, q) for p in left for q in right])
    named = {2: "same", 1: "kin", 0: "unlike"}.get(best, "apart")
    return named if (_known(left) and _known(right)) or named == "apart" else f"{named} in words"


def parties_alike(a: Account, b: Account) -> str:
    """How all parties of two accounts agree, where it makes no difference who is named first.

    none, missing, same (two or more), shared (one), kin, unlike, crossed (each side has somebody whom the other has
    not: Iran met Oman, Iran met France), apart.
    """
    left, right = (*a.actors, *a.recipients), (*b.actors, *b.recipients)
    if not left or not right:
        return "none" if not left and not right else "missing"
    degrees = [max(kinship(p, q) for q in right) for p in left]
    back = [max(kinship(p, q) for p in left) for q in right]
    if min(degrees) < 0 and min(back) < 0:
        return "crossed" if max(degrees) > 0 else "apart"
    words = "" if _known(left) and _known(right) else " in words"
    several = min(len(left), len(right)) > 1
    if min(degrees) >= 2 or min(back) >= 2:
        return ("same" if several else "shared") + words
    if min(degrees) >= 1 or min(back) >= 1:
        return ("kin" if several else "shared") + words
    best = max(degrees)
    return ("shared" if best == 2 else "unlike") + words if best >= 0 else "apart"


def names_of(side: Sequence[Actor]) -> tuple[frozenset[str], ...]:
    """The names of those known by name only: no country, body or person of the knowledge base, no description."""
    return tuple(
        _name_words(actor.name)
        for actor in side
        if actor.name and not actor.sector and (actor.id is None or actor.id.startswith("region:"))
        and all(word[0].isupper() for word in actor.name.split())
    )  # fmt: skip


def persons_of(account: Account) -> frozenset[str]:
    """The known persons among its parties, by id."""
    return frozenset(
        p.id for p in (*account.actors, *account.recipients) if p.id is not None and p.id.startswith(_PERSON)
    )


def kinship(p: Actor, q: Actor) -> int:
    """2 for the same actor, 1 for two that may stand for one another, 0 for unlike ones, -1 for known others."""
    if p.id is not None and p.id == q.id:
        return 2
    mine, yours = _name_words(p.name or ""), _name_words(q.name or "")
    if p.country and q.country and p.country != q.country:
        return -1
    if p.id and q.id and p.id.startswith(_PERSON) and q.id.startswith(_PERSON):
        return -1
    if mine and yours and (mine <= yours or yours <= mine):
        return 2 if p.id is None or q.id is None else 0
    if p.country is None or q.country is None:
        return 1 if mine & yours else 0
    if not p.sector and not q.sector:
        # A country holds its towns; two towns are two.
        return 1 if p.country in (p.id, q.id) else 0
    if not p.sector or not q.sector:
        # A country or town stands for its state and its people, and they for it.
        return 1 if {*p.sector, *q.sector} & _OF_A_LAND else 0
    return 1 if p.sector[0] == q.sector[0] else 0


def rivals(p: Actor, q: Actor) -> bool:
    """Whether it cannot have been both: known others, or a state's forces and those who fight them in one country."""
    if kinship(p, q) < 0:
        return True
    one, other = {*p.sector}, {*q.sector}
    return (
        p.country is not None
        and p.country == q.country
        and any(
            x & _OF_STATE and y & _AGAINST and not (x & _AGAINST or y & _OF_STATE)
            for x, y in ((one, other), (other, one))
        )
    )


def _known(side: Sequence[Actor]) -> bool:
    return any(actor.id is not None or actor.country is not None for actor in side)


@lru_cache(maxsize=8192)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", name.casefold()) if word not in ("the", "of", "and"))
