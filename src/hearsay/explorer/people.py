"""The pages of actors and of what they said."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import NotInLedgerError
from hearsay.explorer import asking
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import ActorProfile
from hearsay.records import Actor

router = APIRouter()

_SHOWN = 12


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
    edges = shelf.kept("busiest", lambda ledger: ledger.network(limit=30))
    return tuple(dict.fromkeys(actor for edge in edges for actor in (edge.actor, edge.recipient)))[:30]


@router.get("/actors/{name:path}", include_in_schema=False)
@router.get("/actors/{name:path}.json", response_model=ActorProfile, summary="One actor over time")
def actor(request: Request, name: str) -> Response:
    """By knowledge id, identity, or words of a name."""
    if "\0" in name or not any(c.isalnum() for c in name):
        raise NotInLedgerError(f"{name!r} names nobody: give a name, or words of one")
    ledger: Ledger = request.app.state.ledger()
    profile = ledger.actor(name)
    if form_of(request) == "json":
        return as_json(request, profile)
    me = (profile.states[0].id if profile.states else None) or profile.name or profile.identity
    did = EventFilter(actor=(me,))
    suffered = EventFilter(recipient=(me,))
    return as_page(
        request, "actor.html", profile=profile, me=me,
        did=ledger.events(did, limit=_SHOWN), suffered=ledger.events(suffered, limit=_SHOWN),
        did_address=asking.address("/events", asking.pairs(did)),
        suffered_address=asking.address("/events", asking.pairs(suffered)),
        quotes=ledger.quotes(speaker=profile.name, limit=_SHOWN) if profile.name else (),
    )  # fmt: skip
