"""The pages of actors and of what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import NotInLedgerError
from hearsay.explorer import asking
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.brushing import brush_of, days_of
from hearsay.explorer.network import DRAWN, most_of
from hearsay.explorer.offices import career_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.conditions import EXACTLY
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.interning import identity_of
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import ActorProfile, Edge
from hearsay.records import Actor

router = APIRouter()

_SHOWN = 12
_QUOTES = 8


@router.get("/actors", include_in_schema=False)
@router.get("/actors.json", response_model=dict[str, Any], summary="Actors whose name holds words")
def actors(request: Request, q: str = "") -> Response:
    """``q`` are words of a name; a country code is none."""
    if len(q) > asking.LONGEST or "\0" in q:
        raise asking.BadQuestion(f"q: at most {asking.LONGEST} characters")
    ledger: Ledger = request.app.state.ledger()
    found = ledger.actors(q, 50) if any(c.isalnum() for c in q) else ()
    if form_of(request) == "json":
        return as_json(request, {"actors": list(found)})
    shown = () if q else prominent(request.app.state.ledger)
    return as_page(request, "actors.html", words=q, actors=found, prominent=shown)


def prominent(shelf: Shelf) -> tuple[Actor, ...]:
    """Those with most to do with each other."""
    edges = most_of(shelf, EventFilter(), DRAWN)
    return tuple(dict.fromkeys(actor for edge in edges for actor in (edge.actor, edge.recipient)))[:30]


@router.get("/actors/{name:path}", include_in_schema=False)
@router.get("/actors/{name:path}.json", response_model=ActorProfile, summary="One actor over time")
def actor(request: Request, name: str) -> Response:
    """By knowledge id, identity, or words of a name."""
    if "\0" in name or not any(c.isalnum() for c in name):
        raise NotInLedgerError(f"{name!r} names nobody: give a name, or words of one")
    shelf: Shelf = request.app.state.ledger
    profile = shelf.kept(("actor", name), lambda ledger: ledger.actor(name))
    if form_of(request) == "json":
        return as_json(request, profile)
    shown = shelf.kept(("actor's page", profile.identity), lambda ledger: _shown(shelf, ledger, profile))
    return as_page(request, "actor.html", **shown)


def _shown(shelf: Shelf, ledger: Ledger, profile: ActorProfile) -> dict[str, Any]:
    me = (EXACTLY + profile.identity,)
    did, suffered, either = EventFilter(actor=me), EventFilter(recipient=me), EventFilter(party=me)
    met = EventFilter(party=me, type=("CONSULT",))
    return {
        "profile": profile, "career": career_of(profile.states, profile.first, profile.last),
        "did": ledger.events(did, limit=_SHOWN), "suffered": ledger.events(suffered, limit=_SHOWN),
        "did_address": asking.address("/events", asking.pairs(did)),
        "suffered_address": asking.address("/events", asking.pairs(suffered)),
        "met": _met(profile.identity, ledger.network(met, 2 * _SHOWN), met),
        "met_address": asking.address("/events", asking.pairs(met)),
        "quotes": ledger.quotes(speaker=me[0], limit=_QUOTES),
        "brush_": brush_of(days_of(shelf, either), either, "/events"),
        "elsewhere": [(name, asking.address(path, asking.pairs(either)))
                      for name, path in (("events", "/events"), ("network", "/network"), ("map", "/map"))],
    }  # fmt: skip


def _met(identity: str, edges: Sequence[Edge], met: EventFilter) -> list[tuple[Actor, int, str]]:
    """Those on the other side of each pair, with the number of meetings and what leads to them."""
    others: dict[str, Actor] = {}
    counts: Counter[str] = Counter()
    for edge in edges:
        ends = {identity_of(edge.actor): edge.actor, identity_of(edge.recipient): edge.recipient}
        if identity in ends:
            other = next(name for name in ends if name != identity)
            others.setdefault(other, ends[other])
            counts[other] += edge.events
    return [
        (others[name], number, asking.address("/events", asking.pairs(met, counterpart=(EXACTLY + name,))))
        for name, number in counts.most_common(_SHOWN)
    ]
