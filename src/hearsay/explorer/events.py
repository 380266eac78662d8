"""The pages of events: the list with its filters, and one event with everything that was said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.explain.marks import Mark, Piece, pieces
from hearsay.explorer import asking
from hearsay.explorer.answering import as_csv, as_json, as_page, at_one_address, form_of
from hearsay.explorer.brushing import brush_of, days_of
from hearsay.explorer.doubting import doubts_of
from hearsay.explorer.drawing import Scale, scales_of
from hearsay.explorer.relaying import ways_of
from hearsay.explorer.review_pages import reviews_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter, Facet, Order
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Evidence, LedgerEvent, Origin, Told
from hearsay.ledger.vouching import origin_of

router = APIRouter()

PAGE = 40
_BULK = 1_000
_FEW = 20_000
"""Events among which values are counted while the page is made; among more when the reader asks for it."""

Facets = dict[Facet, tuple[tuple[str, int], ...]]

ORDERS: tuple[tuple[Order, str], ...] = (
    ("-date", "latest first"), ("date", "earliest first"), ("-published", "latest reported"),
    ("-origins", "most origins"), ("-confidence", "surest first"),
)  # fmt: skip
FACETS: tuple[tuple[Facet, str], ...] = (
    ("quad", "Kind"), ("type", "What"), ("actor", "Who"), ("recipient", "To whom"), ("place", "Where"),
    ("status", "Status"), ("origins", "Origins"), ("outlet", "Outlet"), ("ownership", "Owned"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet with the address that asks for it, or that takes it away when it is chosen."""

    value: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One mention as a page shows it: the sentence in pieces, and the way it came."""

    pieces: tuple[Piece, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Voice:
    """What rests on one origin: each account with those of its mentions that end there."""

    origin: Origin
    accounts: tuple[tuple[Told, tuple[Said, ...]], ...]


@router.get("/events", include_in_schema=False)
@router.get("/events.json", response_model=dict[str, Any], summary="Events that meet all conditions")
@router.get("/events.csv", include_in_schema=False)
def events(request: Request) -> Response:
    """Conditions, ``order``, ``after`` and ``limit`` are query parameters; ``after`` of the answer is the next page."""
    shelf: Shelf = request.app.state.ledger
    ledger, query = shelf(), request.query_params
    wanted = asking.wanted_of(query)
    order = cast(Order, query.get("order") or "-date")
    if order not in get_args(Order):
        raise asking.BadQuestion(f"order: {order!r}: one of {', '.join(get_args(Order))}")
    form, limit = form_of(request), _limit(query.get("limit"))
    if form == "csv":
        return as_csv(LedgerEvent, _all(ledger, wanted, order))
    found = ledger.events(wanted, order, limit, query.get("after") or None)
    count = count_of(shelf, wanted)
    if form == "json":
        return as_json(request, {"count": count, "events": list(found), "after": found.after})
    facets = facets_of(shelf, wanted) if count <= _FEW or not asking.pairs(wanted) or query.get("facets") else None
    given = asking.pairs(wanted)
    kept = [*given, *([("order", order)] if order != "-date" else [])]
    more = [(name, value) for name in ("limit", "after", "facets") if (value := query.get(name))]
    canonical = asking.address("/events", [*kept, *more])
    return at_one_address(request, canonical, lambda: as_page(
        request, "events.html", events=found, brush_=brush_of(days_of(shelf, wanted), wanted, "/events"),
        count=count, facets=None if facets is None else _valued(facets, wanted),
        wanted=wanted, given=given, order=order, orders=ORDERS, types=asking.types_of(shelf), after=query.get("after"),
        statuses=asking.choices("status"), total=len(given),
        next=asking.address("/events", [*kept, ("after", found.after)]) if found.after else None,
        review=asking.address("/review", given), reviewed=asking.choices("reviewed"),
        csv=asking.address("/events.csv", kept), json=asking.address("/events.json", kept),
        dropped=[(n, v, asking.address("/events", asking.without(wanted, n, v))) for n, v in given],
        empty=not given and not found and ledger.status().documents == 0, target=shelf.target,
        counting=asking.address("/events", [*kept, ("facets", "1")]), counted_too=query.get("facets"),
        canonical=canonical,
    ))  # fmt: skip


@router.get("/events/{id}", include_in_schema=False)
@router.get("/events/{id}.json", response_model=LedgerEvent, summary="One event with every account of it")
def event(request: Request, id: str) -> Response:
    """The id of any of its accounts leads to it."""
    found = request.app.state.ledger().event(id)
    if form_of(request) == "json":
        return as_json(request, found)
    outlets = {account.id: account.outlet or account.document for account in found.accounts}
    voices = voices_of(found)
    return as_page(
        request, "event.html", event=found, voices=voices, scales=scales_of(found.figures), outlets=outlets,
        ways=ways_of(found, [voice.origin for voice in voices]), doubts=doubts_of(found),
        reviews=reviews_of(request, found),
    )  # fmt: skip


def voices_of(event: LedgerEvent) -> tuple[Voice, ...]:
    """The accounts by who vouches for them, those who deny last."""
    accounts = {account.id: account for account in event.accounts}
    voices = []
    for origin in sorted(event.origins, key=lambda origin: origin.status == "negated"):
        resting = [accounts[id] for id in origin.accounts if id in accounts]
        voices.append(Voice(origin, tuple((told, tuple(_said(told, origin))) for told in resting)))
    return tuple(voices)


def _said(told: Told, origin: Origin) -> Iterator[Said]:
    ending = [mention for mention in told.mentions if origin_of(told, mention, (origin,)) is not None]
    for mention in ending or told.mentions:
        begin, end = mention.sentence
        trigger = (mention.trigger[0] - begin, mention.trigger[1] - begin)
        marks = [Mark("trigger", trigger)]
        marks += [Mark("source", (s.span[0] - begin, s.span[1] - begin)) for s in mention.chain if s.span]
        yield Said(pieces(mention.sentence_text, (0, end - begin), marks), mention)


def count_of(shelf: Shelf, wanted: EventFilter) -> int:
    """How many events meet the conditions."""
    return shelf.kept(("count", wanted), lambda ledger: ledger.count(wanted))


def facets_of(shelf: Shelf, wanted: EventFilter) -> Facets:
    """The most frequent values among the events that meet the conditions."""
    return shelf.kept(("facets", wanted), lambda ledger: ledger.facets(wanted, 8))


def _valued(counted: Facets, wanted: EventFilter) -> list[tuple[str, str, tuple[Value, ...]]]:
    shown: list[tuple[str, str, tuple[Value, ...]]] = []
    for facet, heading in FACETS:
        name = asking.PARAMETER[facet]
        chosen = {value for given, value in asking.pairs(wanted) if given == name}
        values = []
        for value, count in counted.get(facet, ()):
            held = value in chosen
            more = [*asking.without(wanted, name, value)] if held else _with(wanted, name, value)
            values.append(Value(value, count, asking.address("/events", more), held))
        if values:
            shown.append((facet, heading, tuple(values)))
    return shown


def _with(wanted: EventFilter, name: str, value: str) -> list[tuple[str, str]]:
    if name == "min_origins":
        return [*(pair for pair in asking.pairs(wanted) if pair[0] != name), (name, value)]
    return [*asking.pairs(wanted), (name, value)]


def _all(ledger: Ledger, wanted: EventFilter, order: Order) -> Iterator[Sequence[LedgerEvent]]:
    after: str | None = None
    while True:
        found = ledger.events(wanted, order, _BULK, after)
        yield found
        after = found.after
        if after is None:
            return


def _limit(value: str | None) -> int:
    if not value:
        return PAGE
    if not value.isdecimal() or not 1 <= int(value[:9]) <= _BULK:
        raise asking.BadQuestion(f"limit: {value!r}: a number from 1 to {_BULK}")
    return int(value)


__all__ = ["Scale", "router", "voices_of"]
