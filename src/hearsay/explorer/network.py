"""Who does what to whom, as a drawing and a table."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.explorer import asking
from hearsay.explorer.answering import as_csv, as_json, as_page, form_of
from hearsay.explorer.drawing import network_of
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Edge

router = APIRouter()

DRAWN = 40
"""Pairs in the drawing: more of them would be a knot. JSON and CSV hold more."""
_MOST = 2_000


@router.get("/network", include_in_schema=False)
@router.get("/network.json", response_model=dict[str, Any], summary="Pairs of actors with their events by quad class")
@router.get("/network.csv", include_in_schema=False)
def network(request: Request) -> Response:
    """The same conditions as for events."""
    ledger: Ledger = request.app.state.ledger()
    wanted = asking.wanted_of(request.query_params)
    form = form_of(request)
    edges = ledger.network(wanted, DRAWN if form == "html" else _MOST)
    if form == "json":
        return as_json(request, {"edges": list(edges)})
    if form == "csv":
        return as_csv(Edge, iter([edges]))
    nodes, lines = network_of(edges)
    given = asking.pairs(wanted)
    return as_page(
        request, "network.html", edges=edges, nodes=nodes, lines=lines, wanted=wanted,
        csv=asking.address("/network.csv", given), json=asking.address("/network.json", given),
    )  # fmt: skip
