"""Where things stand in drawings: plain numbers, which the templates turn into SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.ledger.records import Edge, Figure
from hearsay.records import Actor, NumberKind

WIDTH = 640
_LABEL, _VALUE = 150, 100
"""Units left for the name of an origin, and for what it says."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one origin says of a number: from ``left`` to ``right``, most likely ``best``; open ends are told."""

    figure: Figure
    left: float
    right: float
    best: float | None
    y: int
    open_low: bool
    open_high: bool
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Rival numbers of one kind on one axis that begins at nought."""

    kind: NumberKind
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    height: int


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of the network."""

    actor: Actor
    x: float
    y: float
    radius: float
    turn: float
    """Degrees that its label is turned by, to stand outward and upright."""
    anchor: str
    label_x: float
    """Before turning."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one actor did to another, as a path bent to its left so that both directions show."""

    edge: Edge
    path: str
    width: float
    tone: str


def scales_of(figures: Sequence[Figure]) -> tuple[Scale, ...]:
    """One scale for each kind of number, its origins in the order given."""
    kinds = tuple(dict.fromkeys(figure.kind for figure in figures))
    return tuple(_scale(kind, [figure for figure in figures if figure.kind == kind]) for kind in kinds)


def _scale(kind: NumberKind, figures: Sequence[Figure]) -> Scale:
    highest = max((v for f in figures for v in (f.low, f.best, f.high) if v is not None), default=1) or 1
    step = int(10 ** math.floor(math.log10(highest)))
    step = step if highest / step >= 4 else max(1, step // 2) if highest / step >= 2 else max(1, step // 5)
    top = math.ceil(highest / step) * step

    def x(value: float) -> float:
        return round(_LABEL + (WIDTH - _LABEL - _VALUE) * value / top, 1)

    bars = []
    for row, figure in enumerate(figures):
        known = [v for v in (figure.low, figure.best, figure.high) if v is not None]
        low = figure.low if figure.low is not None else min(known, default=0)
        high = figure.high if figure.high is not None else max(known, default=0)
        bars.append(
            Bar(figure, x(low), x(high), x(figure.best) if figure.best is not None else None, 22 + 26 * row,
                figure.low is None, figure.high is None, number_words(figure.low, figure.best, figure.high))
        )  # fmt: skip
    ticks = tuple((x(value), value) for value in range(0, top + 1, step))
    return Scale(kind, tuple(bars), ticks, 26 * len(bars) + 40)


def number_words(low: int | None, best: int | None, high: int | None) -> str:
    """ "30", "at least 30", "20 to 30"."""
    if best is not None and low in (best, None) and high in (best, None):
        return f"{best:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}" if low != high else f"{low:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"at most {high:,}" if high is not None else "unknown"


def network_of(edges: Sequence[Edge], size: int = 640) -> tuple[tuple[Node, ...], tuple[Line, ...]]:
    """Actors on a circle, those with most events first from the top, and lines between them. The same each time."""
    weights: dict[str, int] = {}
    actors: dict[str, Actor] = {}
    for edge in edges:
        for actor in (edge.actor, edge.recipient):
            name = key_of(actor)
            actors.setdefault(name, actor)
            weights[name] = weights.get(name, 0) + edge.events
    order = sorted(actors, key=lambda name: (-weights[name], name))
    middle, radius = size / 2, size * 0.31
    most = max(weights.values(), default=1)
    places: dict[str, tuple[float, float]] = {}
    nodes = []
    for at, name in enumerate(order):
        angle = 2 * math.pi * at / len(order) - math.pi / 2
        x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        places[name] = (x, y)
        dot = 3 + 9 * math.sqrt(weights[name] / most)
        side = 1 if math.cos(angle) >= -0.001 else -1
        turn = math.degrees(angle) if side > 0 else math.degrees(angle) - 180
        nodes.append(
            Node(actors[name], round(x, 1), round(y, 1), round(dot, 1), round(turn, 1),
                 "start" if side > 0 else "end", round(x + side * (dot + 5), 1))
        )  # fmt: skip
    strongest = max((edge.events for edge in edges), default=1)
    lines = []
    for edge in edges:
        (x1, y1), (x2, y2) = places[key_of(edge.actor)], places[key_of(edge.recipient)]
        bend_x, bend_y = (x1 + x2) / 2 - (y2 - y1) * 0.12, (y1 + y2) / 2 + (x2 - x1) * 0.12
        bend_x, bend_y = bend_x + (middle - bend_x) * 0.25, bend_y + (middle - bend_y) * 0.25
        friendly = sum(edge.quads[:2]) >= sum(edge.quads[2:])
        lines.append(
            Line(edge, f"M{x1:.1f} {y1:.1f}Q{bend_x:.1f} {bend_y:.1f} {x2:.1f} {y2:.1f}",
                 round(1 + 4 * edge.events / strongest, 1), "cooperation" if friendly else "conflict")
        )  # fmt: skip
    return tuple(nodes), tuple(lines)


def key_of(actor: Actor) -> str:
    """One node for one actor, whatever its role."""
    return actor.id or f"{actor.name or '?'}|{actor.country or ''}"
