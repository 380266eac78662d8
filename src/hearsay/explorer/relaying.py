"""The ways an event came to readers, drawn as paths: outlets at the left, who vouches at the right, relays between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.ledger.records import LedgerEvent, Origin, Told
from hearsay.ledger.vouching import origin_of
from hearsay.records import Source

WIDTH = 940
_ROW, _TOP = 38, 34
_MOST = 16
"""Ways that are drawn; further ones are counted."""
_ASIDE, _BESIDE = 175, 270
"""Units left for the names of outlets, and of origins."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An outlet, a relay or an origin on the drawing."""

    name: str
    kind: str
    """``outlet``, ``relay`` or ``origin``."""
    x: float
    y: float
    anchor: str
    ownership: str | None
    denies: bool
    address: str | None
    """What leads to the accounts of an origin, on the page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One step of a way, as an SVG path."""

    path: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The drawing, with the words of each column, and how many ways there was no room for."""

    stops: tuple[Stop, ...]
    stretches: tuple[Stretch, ...]
    heads: tuple[tuple[float, str, str], ...]
    height: float
    more: int


@dataclass(frozen=True, slots=True)
class _Way:
    outlet: str
    ownership: str | None
    relays: tuple[str, ...]
    origin: int
    denies: bool


def ways_of(event: LedgerEvent, order: Sequence[Origin]) -> Ways | None:
    """The ways of an event's mentions, each once; origins in the order given. None when there are fewer than two."""
    ways = list(dict.fromkeys(way for told in event.accounts for way in _ways(told, order)))
    if len(ways) < 2:
        return None
    ways.sort(key=lambda way: (way.origin, way.relays, way.outlet.casefold()))
    shown = ways[:_MOST]
    rows = {way: _TOP + _ROW * row for row, way in enumerate(shown)}
    deepest = max(len(way.relays) for way in shown)
    left, right = float(_ASIDE), float(WIDTH - _BESIDE)

    def x(column: int) -> float:
        return round(left + (right - left) * column / (deepest + 1), 1)

    places: dict[tuple[int, str], float] = {}
    for column in range(deepest + 2):
        touched: dict[str, list[float]] = {}
        for way in shown:
            if (name := _stop(way, column, deepest)) is not None:
                touched.setdefault(name, []).append(rows[way])
        places |= {(column, name): y for name, y in _spread(touched).items()}
    stretches: dict[Stretch, None] = {}
    for way in shown:
        stops = [(x(c), places[c, name]) for c in range(deepest + 2) if (name := _stop(way, c, deepest)) is not None]
        for (ax, ay), (bx, by) in pairwise(stops):
            bend = (bx - ax) / 2
            path = f"M{ax} {ay:.1f}C{ax + bend:.1f} {ay:.1f} {bx - bend:.1f} {by:.1f} {bx} {by:.1f}"
            stretches.setdefault(Stretch(path, way.denies))
    heads = [(x(0), "end", "published by"), (x(deepest + 1), "start", "vouched for by")]
    if deepest:
        heads.insert(1, ((x(1) + x(deepest)) / 2, "middle", "relayed from"))
    return Ways(
        _stops(shown, order, places, x, deepest), tuple(stretches), tuple(heads), max(places.values()) + _ROW * 0.6,
        len(ways) - len(shown),
    )  # fmt: skip


def _ways(told: Told, order: Sequence[Origin]) -> list[_Way]:
    outlet = told.outlet or told.document
    ways = []
    for mention in told.mentions:
        origin = origin_of(told, mention, order)
        if origin is not None:
            relays = tuple(_name(link) for link in mention.chain[:-1])
            ways.append(_Way(outlet, told.ownership, relays, order.index(origin), mention.status == "negated"))
    # A copy's text rests on another outlet's origins: none of its own mentions may end in them.
    return ways or [
        _Way(outlet, told.ownership, (), at, origin.status == "negated")
        for at, origin in enumerate(order)
        if told.id in origin.accounts
    ]


def _name(link: Source) -> str:
    return link.name or "somebody unnamed"


def _stop(way: _Way, column: int, deepest: int) -> str | None:
    """Where a way stops in a column: the origins are all in the last one."""
    if column == 0:
        return way.outlet
    if column == deepest + 1:
        return str(way.origin)
    return way.relays[column - 1] if column <= len(way.relays) else None


def _spread(touched: dict[str, list[float]]) -> dict[str, float]:
    """Each stop at the mean of its ways, moved down where it would lie on another."""
    wanted = sorted((sum(ys) / len(ys), name) for name, ys in touched.items())
    places: dict[str, float] = {}
    last = float("-inf")
    for y, name in wanted:
        last = max(y, last + _ROW * 0.8)
        places[name] = last
    return places


def _stops(
    shown: Sequence[_Way],
    order: Sequence[Origin],
    places: dict[tuple[int, str], float],
    x: Callable[[int], float],
    deepest: int,
) -> tuple[Stop, ...]:
    owned = {way.outlet: way.ownership for way in shown}
    denying = {way.origin for way in shown if way.denies} - {way.origin for way in shown if not way.denies}
    stops = []
    for (column, name), y in places.items():
        kind, anchor, called, ownership, address = "relay", "middle", name, None, None
        if column == 0:
            kind, anchor, ownership = "outlet", "end", owned[name]
        elif column == deepest + 1:
            origin = order[int(name)]
            kind, anchor, called, ownership = "origin", "start", origin.name, origin.ownership
            address = f"#voice-{int(name) + 1}"
        denies = kind == "origin" and int(name) in denying
        stops.append(Stop(called, kind, x(column), round(y, 1), anchor, ownership, denies, address))
    return tuple(stops)
