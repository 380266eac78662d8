"""Rebuild what the explorer's map draws: ``python -m worldbuild.outlines RAW_FOLDER [--out FOLDER]``.

``outlines.tsv`` has the shape of each country (Natural Earth, public domain): that at 1:110 million, for a state too
small to be there that at 1:50 million. ``divisions.tsv`` says about where a first-order division lies: the middle of
its towns, weighted by inhabitants, and the distance within which nine tenths of the towns are. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent.parent / "src" / "hearsay"
_PARTS = {"SOL": "SOM", "CYN": "CYP", "ALD": "ALA", "ATC": "AUS", "IOA": "AUS", "KAS": ""}
"""Shapes of their own that belong to a country of ISO 3166; none for one that no country is agreed for."""
_LEAST = 0.02
"""Square degrees of an islet of the finer set that is left out, unless it is the country's largest."""
_SHARE = 0.9
_NEAREST = 20.0
"""Kilometres: no division is drawn as smaller, however few of its towns are known."""

Point = tuple[float, float]


def outlines(raw: Path) -> dict[str, list[list[Point]]]:
    """Rings of longitude and latitude by country code, holes among them (even-odd)."""
    folder = raw / "natural-earth"
    coarse = json.loads((folder / "ne_110m_admin_0_countries.geojson").read_text("utf-8"))
    fine = json.loads(gzip.decompress((folder / "ne_50m_admin_0_countries.geojson.gz").read_bytes()))
    shapes: dict[str, list[list[Point]]] = {}
    for feature in coarse["features"]:
        shapes.setdefault(_code(feature), []).extend(_rings(feature))
    for feature in fine["features"]:
        if _code(feature) not in shapes:
            rings = sorted(_rings(feature), key=lambda ring: -abs(_area(ring)))
            shapes[_code(feature)] = [r for i, r in enumerate(rings) if not i or abs(_area(r)) > _LEAST]
    shapes.pop("", None)
    return dict(sorted(shapes.items()))


def divisions(places: Path) -> dict[int, tuple[float, float, int]]:
    """Longitude, latitude and radius in kilometres by GeoNames id; those without a known town are left out."""
    with places.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    towns: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    for row in rows:
        if row["precision"] == "city" and row["latitude"]:
            point = (float(row["longitude"]), float(row["latitude"]), max(1, int(row["population"])))
            towns.setdefault((row["country"], row["admin1"]), []).append(point)
    return {
        int(row["id"]): _spread(towns[row["country"], row["name"]])
        for row in rows
        if row["precision"] == "region" and (row["country"], row["name"]) in towns
    }


def _spread(towns: Sequence[tuple[float, float, int]]) -> tuple[float, float, int]:
    """The middle as a mean of directions, so that it is right beside the date line as well."""
    x = y = z = 0.0
    for longitude, latitude, weight in towns:
        east, north = math.radians(longitude), math.radians(latitude)
        x += weight * math.cos(north) * math.cos(east)
        y += weight * math.cos(north) * math.sin(east)
        z += weight * math.sin(north)
    middle = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
    far = sorted(_kilometres(middle, (longitude, latitude)) for longitude, latitude, _ in towns)
    return round(middle[0], 2), round(middle[1], 2), round(max(_NEAREST, far[math.ceil(_SHARE * len(far)) - 1]))


def _kilometres(one: Point, other: Point) -> float:
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    half = math.sin((d - b) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((c - a) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _code(feature: dict[str, Any]) -> str:
    code: str = feature["properties"]["ADM0_A3"]
    given: str = feature["properties"]["ISO_A3"]
    return _PARTS.get(code, given if given != "-99" else code)


def _rings(feature: dict[str, Any]) -> Iterator[list[Point]]:
    shape = feature["geometry"]
    for polygon in [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]:
        for ring in polygon:
            points = [(round(x, 2), round(y, 2)) for x, y in ring]
            yield [point for at, point in enumerate(points) if not at or point != points[at - 1]]


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("raw", type=Path, help="folder of the raw data")
    parser.add_argument("--out", type=Path, default=PACKAGE / "explorer" / "shapes", help="where the tables go")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    lines = ["country\trings"]
    for code, rings in outlines(given.raw).items():
        lines.append(f"{code}\t" + ";".join(" ".join(f"{x:g},{y:g}" for x, y in ring) for ring in rings))
    (given.out / "outlines.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["geonames\tlongitude\tlatitude\tkilometres"]
    found = divisions(PACKAGE / "world" / "data" / "places.tsv")
    lines += [f"{id}\t{x:g}\t{y:g}\t{radius}" for id, (x, y, radius) in sorted(found.items())]
    (given.out / "divisions.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
