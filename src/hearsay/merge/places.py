"""How far two places are apart, where both are known well enough to say."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from hearsay.records import Place

NEAR, FAR = 25.0, 100.0
"""Kilometres: reports of one event place it in one town or the next; beyond the latter they tell of two."""

_EARTH = 6371.0


def kilometres(a: Place, b: Place) -> float | None:
    """The distance of two towns along the surface; None where one is no town or its point is not known."""
    if a.precision != "city" or b.precision != "city":
        return None
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    east = radians(b.longitude - a.longitude) / 2
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def far_apart(a: Place, b: Place) -> bool:
    """Whether two places cannot both be right: other countries, or towns that are not one and the same."""
    if a.country and b.country and a.country != b.country:
        return True
    if (a.geonames is not None and a.geonames == b.geonames) or a.name.casefold() == b.name.casefold():
        return False
    distance = kilometres(a, b)
    return a.precision == b.precision == "city" and (distance is None or distance >= NEAR)
