"""The pages that show the whole ledger: what happened lately, and the sources."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.explorer import asking
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.drawing import columns_of
from hearsay.explorer.outlets import outlets_of
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger

router = APIRouter()

_BARS = 36
DENIED = EventFilter(denied=True)
RUMOUR = EventFilter(max_origins=1, min_reports=2)


@router.get("/", include_in_schema=False)
@router.get("/today.json", response_model=dict[str, Any], summary="What the ledger says happened lately")
def today(request: Request) -> Response:
    """Time by time, what is contradicted, and what many repeat from one origin."""
    ledger: Ledger = request.app.state.ledger()
    status = ledger.status()
    bins = ledger.timeline(by="month")[-_BARS:]
    lately: dict[str, Any] = {
        "latest": ledger.events(order="-published", limit=8),
        "contradicted": ledger.events(DENIED, "-published", 6),
        "repeated": ledger.events(RUMOUR, "-published", 6),
    }
    edges = ledger.network(limit=8)
    if form_of(request) == "json":
        lists = {name: list(found) for name, found in lately.items()}
        return as_json(request, {"timeline": list(bins), "movements": list(edges), **lists})
    return as_page(
        request, "today.html", status=status, columns=columns_of(bins), edges=edges,
        target=request.app.state.ledger.target,
        denied=asking.address("/events", asking.pairs(DENIED)), rumour=asking.address("/events", asking.pairs(RUMOUR)),
        **lately,
    )  # fmt: skip


@router.get("/sources", include_in_schema=False)
@router.get("/sources.json", response_model=dict[str, Any], summary="Whom each outlet relays, and how it fares")
def sources(request: Request) -> Response:
    """Every outlet of the ledger."""
    ledger: Ledger = request.app.state.ledger()
    with ledger.reading() as connection:
        outlets = outlets_of(connection)
    if form_of(request) == "json":
        return as_json(request, {"outlets": list(outlets)})
    return as_page(request, "sources.html", outlets=outlets)
