"""The earth on a flat page: the Equal Earth projection, outlines of countries, and about where divisions lie.

Areas are shown true, so that a shaded country weighs on the eye as much as it has land, and a disc of so many
kilometres is as large anywhere. Formula: Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection",
International Journal of Geographical Information Science 33 (3), 454-465.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

WIDTH = 1000.0
"""Units of the drawing from the western to the eastern edge."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
_FINE = 10
"""Outlines are drawn on a grid of so many steps to a unit, which whole numbers can say."""
_STEP = 4.0
"""Degrees that a straight line may span before the projection bends it visibly."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's shape: an SVG path on the fine grid, its box in units, and the middle of its largest part."""

    country: str
    path: str
    box: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    middle: Point


def project(longitude: float, latitude: float) -> Point:
    """Degrees to units of the drawing, x to the right and y downward, the North Pole at the top."""
    x, y = _equal_earth(math.radians(longitude), math.radians(latitude))
    return WIDTH / 2 + x * _SCALE, HEIGHT / 2 - y * _SCALE


def _equal_earth(east: float, north: float) -> Point:
    t = math.asin(_M * math.sin(north))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = east * math.cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_SCALE = WIDTH / 2 / _equal_earth(math.pi, 0)[0]
HEIGHT = 2 * _equal_earth(0, math.pi / 2)[1] * _SCALE
_RADIUS_KM = 6371.0


def units_of(kilometres: float) -> float:
    """A length on the ground in units: true in the mean of all directions."""
    return kilometres / _RADIUS_KM * _SCALE


@cache
def outlines() -> dict[str, Outline]:
    """The shape of each country by its code."""
    return {code: _outline(code, rings) for code, rings in _rings()}


@cache
def grounds() -> dict[int, tuple[float, float, float]]:
    """About where a first-order division lies, by GeoNames id: longitude, latitude, and radius in kilometres."""
    table = files("hearsay.explorer").joinpath("shapes", "divisions.tsv").read_text("utf-8").splitlines()
    return {
        int(row["geonames"]): (float(row["longitude"]), float(row["latitude"]), float(row["kilometres"]))
        for row in csv.DictReader(table, delimiter="\t")
    }


@cache
def divisions() -> dict[int, tuple[Point, float]]:
    """The same in units of the drawing."""
    return {id: (project(longitude, latitude), units_of(radius))
            for id, (longitude, latitude, radius) in grounds().items()}  # fmt: skip


@cache
def graticule() -> str:
    """Every thirtieth meridian and parallel as one SVG path on the fine grid."""
    lines = [[(east, north) for north in range(-90, 91, 3)] for east in range(-180, 181, 30)]
    lines += [[(east, north) for east in range(-180, 181, 6)] for north in range(-60, 61, 30)]
    return "".join(_path([project(*point) for point in line], closed=False) for line in lines)


@cache
def edge() -> str:
    """The outline of the whole earth as an SVG path on the fine grid."""
    around = [(-180, north) for north in range(-90, 91, 3)] + [(180, north) for north in range(90, -91, -3)]
    return _path([project(*point) for point in around])


def _rings() -> Iterator[tuple[str, list[list[Point]]]]:
    table = files("hearsay.explorer").joinpath("shapes", "outlines.tsv").read_text("utf-8").splitlines()
    for line in table[1:]:
        code, _, rings = line.partition("\t")
        yield code, [[_point(pair) for pair in ring.split(" ")] for ring in rings.split(";")]


def _point(pair: str) -> Point:
    longitude, _, latitude = pair.partition(",")
    return float(longitude), float(latitude)


def _outline(code: str, rings: Sequence[Sequence[Point]]) -> Outline:
    flat = [[project(*point) for point in _bent(ring)] for ring in rings]
    points = [point for ring in flat for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    largest = max(flat, key=lambda ring: abs(_centre(ring)[1]))
    return Outline(
        code, "".join(_path(ring) for ring in flat), (min(xs), min(ys), max(xs), max(ys)), _centre(largest)[0]
    )


def _bent(ring: Sequence[Point]) -> Iterator[Point]:
    """The ring with points between those far apart, as along the pole and the date line."""
    for (x, y), (to_x, to_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
        parts = math.ceil(max(abs(to_x - x), abs(to_y - y)) / _STEP) or 1
        for part in range(parts):
            yield x + (to_x - x) * part / parts, y + (to_y - y) * part / parts


def _centre(ring: Sequence[Point]) -> tuple[Point, float]:
    """The centre of gravity of a ring, and its area with a sign."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not area:
        return ring[0], 0.0
    return (x / 3 / area, y / 3 / area), area / 2


def _path(points: Sequence[Point], *, closed: bool = True) -> str:
    """Steps between whole numbers: a third of the length of absolute decimals."""
    grid = [(round(x * _FINE), round(y * _FINE)) for x, y in points]
    (x, y), words = grid[0], [f"M{grid[0][0]} {grid[0][1]}l"]
    for to_x, to_y in grid[1:]:
        if (to_x, to_y) != (x, y):
            words.append(f"{to_x - x}{'' if to_y < y else ' '}{to_y - y}")
            x, y = to_x, to_y
    if len(words) == 1:
        return ""
    return words[0] + " ".join(words[1:]).replace(" -", "-") + ("z" if closed else "")
