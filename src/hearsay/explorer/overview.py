"""The pages that show the whole ledger: what happened lately, and the sources."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import HearsayError
from hearsay.explorer import asking, events, network, places
from hearsay.explorer.answering import as_json, as_page, at_one_address, form_of
from hearsay.explorer.brushing import brush_of, days_of
from hearsay.explorer.lately import SPANS, Lately, Movement, denied_of, lately_of, months_of, movements_of, repeated_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import LedgerStatus, Outlet

router = APIRouter()

_BARS = 36
_BACK = 3 * 366
"""Days that the brush goes back from the newest event: three years of months."""
_SHOWN = 6
_LARGE = 20_000
"""Events from which on collecting garbage takes so long that a reader notices."""
ORDERS = ("articles", "events", "first", "alone", "contradicted")
DENIED = EventFilter(denied=True)
RUMOUR = EventFilter(max_origins=1, min_reports=2)


def prepare(shelf: Shelf) -> None:
    """Ask what takes long before the first reader does. Whoever comes is told why when it cannot be asked."""
    with suppress(HearsayError):
        # Values are counted from all events in memory: what comes after is answered from there, too.
        events.facets_of(shelf, EventFilter())
        _today(shelf, None, EventFilter())
        _outlets(shelf)
        events.count_of(shelf, EventFilter())
        places.spots_of(shelf, EventFilter())
        days_of(shelf, EventFilter())
        status_of(shelf)
        if events.count_of(shelf, EventFilter()) > _LARGE:
            # All this stays: no reader is to wait while the collector looks it over again and again.
            gc.collect()
            gc.freeze()


@router.get("/", include_in_schema=False)
@router.get("/today.json", response_model=dict[str, Any], summary="What the ledger says happened lately")
def today(request: Request) -> Response:
    """Time by time, between whom it got better or worse, what is denied now, and what many repeat from one origin."""
    shelf: Shelf = request.app.state.ledger
    asked = request.query_params.get("days")
    if asked and (not asked.isdecimal() or int(asked[:6]) not in SPANS):
        raise asking.BadQuestion(f"days: {asked!r}: one of {', '.join(map(str, SPANS))}")
    times = {name: request.query_params.get(name) or "" for name in ("since", "until")}
    wanted = asking.wanted_of(QueryParams(times))
    shown = _today(shelf, int(asked) if asked else None, wanted)
    if form_of(request) == "json":
        return as_json(request, {name: value for name, value in shown.items() if name != "status"})
    lately: Lately | None = shown["lately"]
    given = asking.pairs(wanted) or ([("days", asked)] if asked else [])
    within = [("since", lately.since), ("until", lately.until)] if lately else []
    return at_one_address(request, asking.address("/", given), lambda: as_page(
        request, "today.html", target=shelf.target, spans=SPANS, wanted=wanted, within=within,
        brush_=brush_of(days_of(shelf, EventFilter()), wanted, "/", _BACK),
        all_told=asking.address("/events", [*within, ("order", "-origins")]),
        all_latest=asking.address("/events", [*(within if given else []), ("order", "-published")]),
        all_denied=asking.address("/events", [*asking.pairs(DENIED), ("order", "-published")]),
        all_repeated=asking.address("/events", [*asking.pairs(RUMOUR), ("order", "-published")]), **shown,
    ))  # fmt: skip


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


def _today(shelf: Shelf, days: int | None, wanted: EventFilter) -> dict[str, Any]:
    shown = shelf.kept(("today", days, wanted), lambda ledger: _asked(ledger, days, wanted))
    return {**shown, "most": list(network.most_of(shelf, EventFilter(), 8))}


def status_of(shelf: Shelf) -> LedgerStatus:
    """How much the ledger holds."""
    return shelf.kept("status", lambda ledger: ledger.status())


def _outlets(shelf: Shelf) -> tuple[Outlet, ...]:
    return shelf.kept("outlets", lambda ledger: tuple(ledger.sources()))


def _asked(ledger: Ledger, days: int | None, wanted: EventFilter) -> dict[str, Any]:
    status: LedgerStatus = ledger.status()
    shown: dict[str, Any] = {
        "status": status,
        "timeline": list(months_of(ledger.timeline(by="month"), _BARS)),
        "latest": list(ledger.events(wanted, "-published", 8)),
        "lately": None, "most_told": [], "movements": [], "denied": [], "repeated": [],
    }  # fmt: skip
    with ledger.reading() as connection:
        lately: Lately | None = lately_of(connection, days, wanted.since, wanted.until)
        if lately is not None:
            shown |= {
                "lately": lately,
                "denied": list(denied_of(connection, lately, _SHOWN)),
                "repeated": list(repeated_of(connection, lately, _SHOWN)),
            }
    if lately is not None:
        told = ledger.events(EventFilter(since=lately.since, until=lately.until), "-origins", _SHOWN)
        movements: tuple[Movement, ...] = movements_of(ledger, lately, 8)
        shown |= {"most_told": list(told), "movements": list(movements)}
    return shown
