"""The map's page and its data: JSON, CSV, and GeoJSON (RFC 7946) for other programs that draw maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.explorer import asking, earth
from hearsay.explorer.answering import as_csv, as_json, as_page, at_one_address, form_of
from hearsay.explorer.brushing import brush_of, days_of
from hearsay.explorer.mapping import drawing_of, place_of
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.records import Spot
from hearsay.records import PlacePrecision

router = APIRouter()

_MOST = 20_000
"""Places of an answer; there are fewer cities on earth that news tells of."""
_ROWS = 100
GEOJSON = "application/geo+json"


@router.get("/map", include_in_schema=False)
@router.get("/map.json", response_model=dict[str, Any], summary="Where events happened, as precisely as it was told")
@router.get("/map.geojson", response_model=dict[str, Any], summary="The same as a GeoJSON feature collection")
@router.get("/map.csv", include_in_schema=False)
def places(request: Request) -> Response:
    """The same conditions as for events."""
    shelf: Shelf = request.app.state.ledger
    wanted = asking.wanted_of(request.query_params)
    spots = spots_of(shelf, wanted)
    if request.url.path.endswith(".geojson") or GEOJSON in request.headers.get("accept", ""):
        return as_json(request, collection_of(spots), GEOJSON)
    form = form_of(request)
    if form == "json":
        return as_json(request, {"places": list(spots)})
    if form == "csv":
        return as_csv(Spot, iter([spots]))
    given = asking.pairs(wanted)
    named = [spot for spot in spots if spot.name is not None]

    def placed(kind: str) -> str:
        return asking.address("/events", asking.pairs(wanted, precision=(kind,)))

    return at_one_address(request, asking.address("/map", given), lambda: as_page(
        request, "map.html", drawing=drawing_of(spots, wanted), wanted=wanted, types=asking.types_of(shelf),
        brush_=brush_of(days_of(shelf, wanted), wanted, "/map"), kept=asking.kept(wanted),
        total=sum(spot.events for spot in spots), outlines=earth.outlines(), edge=earth.edge(),
        graticule=earth.graticule(),
        rows=[(spot, asking.address("/events", place_of(spot, wanted))) for spot in named[:_ROWS]],
        more=max(0, len(named) - _ROWS),
        dropped=[(n, v, asking.address("/map", asking.without(wanted, n, v))) for n, v in given],
        only={kind: placed(kind) for kind in get_args(PlacePrecision)},
        csv=asking.address("/map.csv", given), json=asking.address("/map.json", given),
        geojson=asking.address("/map.geojson", given),
    ))  # fmt: skip


def spots_of(shelf: Shelf, wanted: EventFilter) -> Sequence[Spot]:
    """The places of a question."""
    return shelf.kept(("places", wanted), lambda ledger: ledger.places(wanted, _MOST))


def collection_of(spots: Sequence[Spot]) -> dict[str, Any]:
    """Places as GeoJSON: cities and, with the radius they are known to, divisions are points.

    What is known by country alone, or not at all, has no geometry: its code joins it to any set of borders.
    """
    return {"type": "FeatureCollection", "features": [_feature(spot) for spot in spots]}


def _feature(spot: Spot) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "name": spot.name, "country": spot.country, "precision": spot.precision, "geonames": spot.geonames,
        "events": spot.events, "cooperation": sum(spot.quads[:2]), "conflict": sum(spot.quads[2:]),
        "origins": spot.origins, "denied": spot.denied,
    }  # fmt: skip
    point: tuple[float, float] | None = None
    if spot.precision == "city" and spot.longitude is not None and spot.latitude is not None:
        point = (spot.longitude, spot.latitude)
    elif spot.precision == "region" and spot.geonames in earth.grounds():
        *point_of, radius = earth.grounds()[spot.geonames or 0]
        point = (point_of[0], point_of[1])
        properties["radius_km"] = radius
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}
