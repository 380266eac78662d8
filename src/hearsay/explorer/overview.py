"""The pages that show the whole ledger: what happened lately, and the sources."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import HearsayError
from hearsay.explorer import asking, events, network, places
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.brushing import days_of
from hearsay.explorer.drawing import columns_of
from hearsay.explorer.lately import SPANS, Lately, Movement, denied_of, lately_of, months_of, movements_of, repeated_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Bin, LedgerStatus, Outlet

router = APIRouter()

_BARS = 36
_SHOWN = 6
ORDERS = ("articles", "events", "first", "alone", "contradicted")
DENIED = EventFilter(denied=True)
RUMOUR = EventFilter(max_origins=1, min_reports=2)


def prepare(shelf: Shelf) -> None:
    """Ask what takes long before the first reader does. Whoever comes is told why when it cannot be asked."""
    with suppress(HearsayError):
        _today(shelf, None)
        _outlets(shelf)
        events.count_of(shelf, EventFilter())
        events.facets_of(shelf, EventFilter())
        places.spots_of(shelf, EventFilter())
        days_of(shelf, EventFilter())


@router.get("/", include_in_schema=False)
@router.get("/today.json", response_model=dict[str, Any], summary="What the ledger says happened lately")
def today(request: Request) -> Response:
    """Time by time, between whom it got better or worse, what is denied now, and what many repeat from one origin."""
    shelf: Shelf = request.app.state.ledger
    asked = request.query_params.get("days")
    if asked and (not asked.isdecimal() or int(asked[:6]) not in SPANS):
        raise asking.BadQuestion(f"days: {asked!r}: one of {', '.join(map(str, SPANS))}")
    shown = _today(shelf, int(asked) if asked else None)
    if form_of(request) == "json":
        return as_json(request, {name: value for name, value in shown.items() if name != "status"})
    bins: list[Bin] = shown["timeline"]
    return as_page(
        request, "today.html", columns=columns_of(bins), target=shelf.target, spans=SPANS,
        all_denied=asking.address("/events", [*asking.pairs(DENIED), ("order", "-published")]),
        all_repeated=asking.address("/events", [*asking.pairs(RUMOUR), ("order", "-published")]), **shown,
    )  # fmt: skip


@router.get("/sources", include_in_schema=False)
@router.get("/sources.json", response_model=dict[str, Any], summary="Whom each outlet relays, and how it fares")
def sources(request: Request) -> Response:
    """Every outlet of the ledger; ``order`` is what those come first by of which there is most."""
    order = request.query_params.get("order") or "articles"
    if order not in ORDERS:
        raise asking.BadQuestion(f"order: {order!r}: one of {', '.join(ORDERS)}")
    outlets = sorted(_outlets(request.app.state.ledger), key=lambda outlet: -_measure(outlet, order))
    if form_of(request) == "json":
        return as_json(request, {"outlets": list(outlets)})
    return as_page(request, "sources.html", outlets=outlets, order=order, orders=ORDERS)


def _measure(outlet: Outlet, order: str) -> float:
    """How much of it: articles and events by number, the rest as a share of the outlet's events."""
    number = float(getattr(outlet, order))
    return number if order in ("articles", "events") else number / (outlet.events or 1)


def _today(shelf: Shelf, days: int | None) -> dict[str, Any]:
    shown = shelf.kept(("today", days), lambda ledger: _asked(ledger, days))
    return {**shown, "most": list(network.drawn_of(shelf, EventFilter())[:8])}


def _outlets(shelf: Shelf) -> tuple[Outlet, ...]:
    return shelf.kept("outlets", lambda ledger: tuple(ledger.sources()))


def _asked(ledger: Ledger, days: int | None) -> dict[str, Any]:
    status: LedgerStatus = ledger.status()
    shown: dict[str, Any] = {
        "status": status,
        "timeline": list(months_of(ledger.timeline(by="month"), _BARS)),
        "latest": list(ledger.events(order="-published", limit=8)),
        "lately": None, "movements": [], "denied": [], "repeated": [],
    }  # fmt: skip
    with ledger.reading() as connection:
        lately: Lately | None = lately_of(connection, days)
        if lately is not None:
            shown |= {
                "lately": lately,
                "denied": list(denied_of(connection, lately, _SHOWN)),
                "repeated": list(repeated_of(connection, lately, _SHOWN)),
            }
    movements: tuple[Movement, ...] = movements_of(ledger, lately, 8) if lately else ()
    return shown | {"movements": list(movements)}
