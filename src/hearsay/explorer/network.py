"""Who does what to whom, as a drawing, a table, and a graph for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hearsay.explain.wording import standing
from hearsay.explorer import asking
from hearsay.explorer.answering import as_csv, as_json, as_page, at_one_address, clean, form_of
from hearsay.explorer.brushing import brush_of, days_of
from hearsay.explorer.drawing import key_of, network_of
from hearsay.explorer.shelf import Shelf
from hearsay.explorer.wording import handle
from hearsay.export.graphml import pair_lines
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.records import Edge

router = APIRouter()

DRAWN = 40
"""Pairs in the drawing that needs no script: more would be a knot. What a script draws, JSON and CSV hold more."""
TOLD = 2_000
"""Pairs in JSON and CSV."""
ACTORS, PAIRS = 2_000, 6_000
"""What the graph holds at most: the pairs with most events, and who is in them."""


@router.get("/network", include_in_schema=False)
@router.get("/network.json", response_model=dict[str, Any], summary="Pairs of actors with their events by quad class")
@router.get("/network.csv", include_in_schema=False)
def network(request: Request) -> Response:
    """The same conditions as for events."""
    shelf: Shelf = request.app.state.ledger
    wanted = asking.wanted_of(request.query_params)
    form = form_of(request)
    edges = most_of(shelf, wanted, DRAWN if form == "html" else TOLD)
    if form == "json":
        return as_json(request, {"edges": list(edges)})
    if form == "csv":
        return as_csv(Edge, iter([edges]))
    nodes, lines = network_of(edges)
    given = asking.pairs(wanted)
    dropped = [(n, v, asking.address("/network", asking.without(wanted, n, v))) for n, v in given]
    return at_one_address(request, asking.address("/network", given), lambda: as_page(
        request, "network.html", edges=edges, nodes=nodes, lines=lines, wanted=wanted, given=given, dropped=dropped,
        brush_=brush_of(days_of(shelf, wanted), wanted, "/network"), types=asking.types_of(shelf),
        kept=asking.kept(wanted), graph=asking.address("/network/graph.json", given),
        csv=asking.address("/network.csv", given), json=asking.address("/network.json", given),
        graphml=asking.address("/network.graphml", given),
    ))  # fmt: skip


@router.get("/network/graph.json", response_model=dict[str, Any], summary="The network as nodes and links, for drawing")
def graph(request: Request) -> Response:
    """At most 2,000 actors: each a name, a standing, what leads to its page, and its events; links name two of them."""
    shelf: Shelf = request.app.state.ledger
    wanted = asking.wanted_of(request.query_params)
    return as_json(request, shelf.kept(("graph", wanted), lambda _: graph_of(pairs_of(shelf, wanted))))


@router.get("/network.graphml", include_in_schema=False)
def graphml(request: Request) -> Response:
    """All pairs up to the graph's size as GraphML, which Gephi, igraph and NetworkX read."""
    edges = pairs_of(request.app.state.ledger, asking.wanted_of(request.query_params))
    return StreamingResponse(
        pair_lines(edges), media_type="application/xml",
        headers={"Content-Disposition": 'attachment; filename="hearsay.graphml"'},
    )  # fmt: skip


def most_of(shelf: Shelf, wanted: EventFilter, number: int) -> Sequence[Edge]:
    """So many pairs with most events. Of all events they are at hand; of some it is quicker to ask for no more."""
    if wanted == EventFilter():
        return pairs_of(shelf, wanted)[:number]
    return shelf.kept(("most", wanted, number), lambda ledger: ledger.network(wanted, number))


def pairs_of(shelf: Shelf, wanted: EventFilter) -> Sequence[Edge]:
    """The pairs of a question with most events, as many as the graph holds."""
    return shelf.kept(("pairs", wanted), lambda ledger: ledger.network(wanted, PAIRS))


def graph_of(edges: Sequence[Edge], most: int = ACTORS) -> dict[str, Any]:
    """Nodes (name, standing, handle, events) and links (from, to, events, cooperation, conflict, most origins).

    Pairs that would bring in more than ``most`` actors are left out, the rarest first.
    """
    places: dict[str, int] = {}
    nodes: list[list[Any]] = []
    links = []
    for edge in edges:
        new = [who for who in (edge.actor, edge.recipient) if key_of(who) not in places]
        if len(nodes) + len(new) > most:
            continue
        for who in new:
            places[key_of(who)] = len(nodes)
            nodes.append([clean(who.name or "somebody"), clean(standing(who)), handle(who), 0])
        ends = places[key_of(edge.actor)], places[key_of(edge.recipient)]
        for end in ends:
            nodes[end][3] += edge.events
        links.append([*ends, edge.events, sum(edge.quads[:2]), sum(edge.quads[2:]), edge.origins])
    return {"nodes": nodes, "links": links}
