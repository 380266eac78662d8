"""Events on a map with honest precision: what is known only by country shades the country, never a point in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from hearsay.explain.wording import counted, word
from hearsay.explorer import asking, earth
from hearsay.explorer.lettering import Label, Lettering
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.records import Spot
from hearsay.records import PlacePrecision

Kind = Literal["city", "division", "state"]

SHADES = 4
_GROWTH, _LARGEST = 4.5, 18.0
"""Pixels: radius of one event, and at most that of the place with most."""
_SOFT = 15.0
"""Pixels: no division is drawn smaller, so that it looks like no city."""
_SMALL = 16.0
"""Pixels: a country that would be smaller is drawn as a disc."""
_LEAST_VIEW = 150.0
"""Units across that the first view has at least: some 5,000 km."""
_NAMED = 120
"""Cities whose names are written, as far as there is room; more appear as one comes closer."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of the earth is seen first, in units, and how many units are one pixel of a picture 1000 wide."""

    x: float
    y: float
    width: float
    height: float

    @property
    def pixel(self) -> float:
        return self.width / earth.WIDTH


@dataclass(frozen=True, slots=True)
class Shade:
    """A country as far as events are known only to have been somewhere in it."""

    country: str
    spots: tuple[Spot, ...]
    events: int
    within: int
    """All events in it, those of known places too."""
    level: int
    tone: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """A place as a sign: half a disc of cooperation beside half a square of conflict, their areas by events.

    A division or a small state is a soft disc about where it lies, with its number of events.
    """

    kind: Kind
    x: float
    y: float
    cooperation: float
    """Radius of the half disc, in pixels; of the whole one when nothing is conflict."""
    conflict: float
    """Half a side of the square, in pixels."""
    extent: float
    """Radius of a soft disc in units; it is drawn no smaller than so many pixels that it is told from a city."""
    soft: float
    """That least radius in pixels; nought for a city."""
    tone: str
    events: int
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map: shaded countries, signs (large ones first, so that none is hidden), letters, and what is not on it."""

    view: View
    shades: tuple[Shade, ...]
    glyphs: tuple[Glyph, ...]
    labels: tuple[Label, ...]
    breaks: tuple[tuple[int, str], ...]
    """Each shade with how many events it stands for: "1", "2 to 5"."""
    known: dict[str, int]
    """Events by how precisely they are placed: city, region, country, unknown."""
    untold: int
    """Events without a place."""
    elsewhere: tuple[Spot, ...]
    """Places of no one country, as a sea: named, but drawn nowhere."""


def drawing_of(spots: Sequence[Spot], wanted: EventFilter) -> Drawing:
    """The map of the places of a question."""
    shaded, glyphs, elsewhere = _sorted(spots, wanted)
    within: dict[str, int] = {}
    known = dict.fromkeys(get_args(PlacePrecision), 0)
    for spot in spots:
        known[spot.precision] += spot.events
        if spot.country:
            within[spot.country] = within.get(spot.country, 0) + spot.events
    most = max((sum(s.events for s in found) for found in shaded.values()), default=1)
    shades = tuple(_shade(code, found, within[code], most, wanted) for code, found in sorted(shaded.items()))
    view = _view([(glyph.x, glyph.y) for glyph in glyphs], [earth.outlines()[shade.country] for shade in shades])
    small = [shade for shade in shades if _is_small(earth.outlines()[shade.country], view)]
    glyphs += [_state(shade) for shade in small]
    glyphs.sort(key=lambda glyph: (glyph.kind == "city", -glyph.events, glyph.words))
    return Drawing(
        view, shades, tuple(glyphs), _labels(view, glyphs, [s for s in shades if s not in small]),
        _breaks(most) if shades else (),
        known, sum(spot.events for spot in spots if spot.name is None), tuple(elsewhere),
    )  # fmt: skip


def _sorted(spots: Iterable[Spot], wanted: EventFilter) -> tuple[dict[str, list[Spot]], list[Glyph], list[Spot]]:
    """Each place to where it can be drawn without pretending; a place that is only a name, to its country."""
    cities, divisions = [], []
    shaded: dict[str, list[Spot]] = {}
    elsewhere: list[Spot] = []
    for spot in spots:
        if spot.precision == "city" and spot.latitude is not None and spot.longitude is not None:
            cities.append(spot)
        elif spot.precision == "region" and spot.geonames in earth.divisions():
            divisions.append(spot)
        elif spot.country in earth.outlines():
            shaded.setdefault(spot.country or "", []).append(spot)
        elif spot.name is not None:
            elsewhere.append(spot)
    most = max((spot.events for spot in cities), default=1)
    growth = min(_GROWTH, _LARGEST / math.sqrt(most))
    glyphs = [_city(spot, growth, wanted) for spot in cities] + [_division(spot, wanted) for spot in divisions]
    return shaded, glyphs, elsewhere


def _city(spot: Spot, growth: float, wanted: EventFilter) -> Glyph:
    x, y = earth.project(spot.longitude or 0.0, spot.latitude or 0.0)
    friendly, hostile = sum(spot.quads[:2]), sum(spot.quads[2:])
    # A half disc and half square of the same area for the same number; whole ones have half the area to each side.
    half = 2 if friendly and hostile else 1
    return Glyph(
        "city", round(x, 2), round(y, 2), round(growth * math.sqrt(half * friendly), 2),
        round(growth * math.sqrt(half * math.pi * hostile / 4), 2), 0.0, 0.0, tone_of(spot.quads), spot.events,
        asking.address("/events", place_of(spot, wanted)), words_of(spot),
    )  # fmt: skip


def _division(spot: Spot, wanted: EventFilter) -> Glyph:
    (x, y), extent = earth.divisions()[spot.geonames or 0]
    return Glyph(
        "division", round(x, 2), round(y, 2), 0.0, 0.0, round(extent, 2), _SOFT, tone_of(spot.quads), spot.events,
        asking.address("/events", place_of(spot, wanted)), words_of(spot),
    )  # fmt: skip


def _state(shade: Shade) -> Glyph:
    x, y = earth.outlines()[shade.country].middle
    return Glyph("state", round(x, 2), round(y, 2), 0.0, 0.0, 0.0, _SOFT * 0.7, shade.tone, shade.events, shade.address,
                 shade.words)  # fmt: skip


def _shade(code: str, spots: list[Spot], within: int, most: int, wanted: EventFilter) -> Shade:
    events = sum(spot.events for spot in spots)
    quads = [sum(spot.quads[at] for spot in spots) for at in range(4)]
    name = word("country", code)
    words = f"{name}: {counted(events, 'event')} known only to be in the country"
    if within > events:
        words += f"; {within:,} in it in all"
    return Shade(
        code, tuple(spots), events, within, _level(events, most), tone_of(quads),
        asking.address("/events", asking.pairs(wanted, place=(code,))), words,
    )  # fmt: skip


def place_of(spot: Spot, wanted: EventFilter) -> list[tuple[str, str]]:
    """The question narrowed to a place; to its country where that is all that is known."""
    if spot.name is None:
        return asking.pairs(wanted, precision=("unknown",))
    if spot.precision == "country" and spot.country:
        return asking.pairs(wanted, place=(spot.country,), precision=("country",))
    return asking.pairs(wanted, place=(f"{spot.name}, {spot.country}" if spot.country else spot.name,))


def words_of(spot: Spot) -> str:
    """ "Niamey, Niger: 2 events, 1 of conflict"."""
    country = word("country", spot.country) if spot.country else ""
    name = ", ".join(part for part in (spot.name, country if country != spot.name else "") if part)
    hostile = sum(spot.quads[2:])
    about = {"region": "somewhere in ", "country": "somewhere in "}.get(spot.precision, "")
    return f"{about}{name}: {counted(spot.events, 'event')}, {hostile:,} of conflict"


def tone_of(quads: Sequence[int]) -> str:
    """What most of it is: ``cooperation``, ``conflict``, or ``even``."""
    friendly, hostile = sum(quads[:2]), sum(quads[2:])
    return "cooperation" if friendly > hostile else "conflict" if hostile > friendly else "even"


def _level(events: int, most: int) -> int:
    """1 to :data:`SHADES`, by the logarithm: few countries have most events."""
    return min(SHADES, 1 + int(SHADES * math.log(events) / math.log(most + 1) + 1e-9))


def _breaks(most: int) -> tuple[tuple[int, str], ...]:
    """The shades that occur, each with how many events it stands for: "1", "2 to 5"."""
    firsts = (max(1, math.ceil((most + 1) ** (level / SHADES) - 1e-9)) for level in range(SHADES))
    lows = sorted({low for low in firsts if low <= most})
    return tuple(
        (_level(low, most), f"{low:,}" if low == beyond - 1 else f"{low:,} to {beyond - 1:,}")
        for low, beyond in zip(lows, [*lows[1:], most + 1], strict=True)
    )


def _is_small(outline: earth.Outline, view: View) -> bool:
    left, top, right, bottom = outline.box
    return max(right - left, bottom - top) < _SMALL * view.pixel


def _view(points: Sequence[earth.Point], outlines: Sequence[earth.Outline]) -> View:
    """The smallest view with the earth's proportions that holds all places, with room around; else the whole earth."""
    boxes = [(x, y, x, y) for x, y in points]
    for outline in outlines:
        left, _, right, _ = outline.box
        # A country on both sides of the date line is as wide as the earth: its middle will do.
        boxes.append(outline.box if right - left < earth.WIDTH / 2 else outline.middle * 2)
    if not boxes:
        return View(0.0, 0.0, earth.WIDTH, round(earth.HEIGHT, 2))
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    width = max((right - left) * 1.16, (bottom - top) * 1.2 * earth.WIDTH / earth.HEIGHT, _LEAST_VIEW)
    if width > earth.WIDTH * 0.85:
        return View(0.0, 0.0, earth.WIDTH, round(earth.HEIGHT, 2))
    height = width * earth.HEIGHT / earth.WIDTH
    x = min(max((left + right - width) / 2, 0.0), earth.WIDTH - width)
    y = min(max((top + bottom - height) / 2, 0.0), earth.HEIGHT - height)
    return View(round(x, 2), round(y, 2), round(width, 2), round(height, 2))


def _labels(view: View, glyphs: Sequence[Glyph], shades: Sequence[Shade]) -> tuple[Label, ...]:
    letters = Lettering(view.x, view.y, view.pixel)
    for glyph in glyphs:
        radius = max(glyph.cooperation, glyph.conflict, glyph.soft, glyph.extent / view.pixel)
        letters.keep(glyph.x, glyph.y, radius if glyph.kind == "city" else min(radius, _SOFT))
    for glyph in glyphs:
        if glyph.kind != "city":
            letters.write(glyph.x, glyph.y, f"{glyph.events:,}", "tally free", free=True)
    for shade in sorted(shades, key=lambda shade: -shade.events):
        letters.write(*earth.outlines()[shade.country].middle, f"{shade.events:,}", "tally")
    cities = sorted((glyph for glyph in glyphs if glyph.kind == "city"), key=lambda glyph: -glyph.events)
    for glyph in cities[:_NAMED]:
        name = glyph.words.partition(":")[0].partition(",")[0]
        letters.beside(glyph.x, glyph.y, max(glyph.cooperation, glyph.conflict), name, "name")
    return letters.labels
