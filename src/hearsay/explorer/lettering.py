"""Words on a drawing where they hide nothing: each is tried beside its sign, and left out where there is no room."""

from __future__ import annotations

from dataclasses import dataclass

_LETTER, _TALL, _GAP = 6.4, 14.0, 4.0
"""Pixels: an average letter's width, a line's height, and what stays free around."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place in units, moved by pixels."""

    text: str
    x: float
    y: float
    dx: float
    dy: float
    anchor: str
    kind: str


class Lettering:
    """The room that is taken already, in pixels of a view."""

    def __init__(self, left: float, top: float, pixel: float):
        self._left, self._top, self._pixel = left, top, pixel
        self._taken: list[tuple[float, float, float, float]] = []
        self._labels: list[Label] = []

    @property
    def labels(self) -> tuple[Label, ...]:
        return tuple(self._labels)

    def keep(self, x: float, y: float, radius: float) -> None:
        """A sign is here."""
        px, py = self._at(x, y)
        self._taken.append((px - radius, py - radius, px + radius, py + radius))

    def write(self, x: float, y: float, text: str, kind: str, *, free: bool = False) -> bool:
        """Words in the middle of a place; ``free`` ones stand on their own sign whatever else there is."""
        px, py = self._at(x, y)
        half = len(text) * _LETTER / 2
        return self._put(Label(text, x, y, 0.0, 4.0, "middle", kind), (px - half, py - 7, px + half, py + 7), free)

    def beside(self, x: float, y: float, radius: float, text: str, kind: str) -> bool:
        """Words right of a sign, else left, above or below; where there is no room, for a closer view (``late``)."""
        px, py = self._at(x, y)
        wide = len(text) * _LETTER
        off = radius + _GAP
        tries = (
            (off, 4.0, "start", (px + off, py - 7, px + off + wide, py + 7)),
            (-off, 4.0, "end", (px - off - wide, py - 7, px - off, py + 7)),
            (0.0, -off, "middle", (px - wide / 2, py - off - _TALL, px + wide / 2, py - off + 3)),
            (0.0, off + 10, "middle", (px - wide / 2, py + off - 2, px + wide / 2, py + off + _TALL)),
        )
        if any(self._put(Label(text, x, y, round(dx, 1), round(dy, 1), anchor, kind), box, False)
               for dx, dy, anchor, box in tries):  # fmt: skip
            return True
        self._labels.append(Label(text, x, y, round(off, 1), 4.0, "start", f"{kind} late"))
        return False

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self._left) / self._pixel, (y - self._top) / self._pixel

    def _put(self, label: Label, box: tuple[float, float, float, float], free: bool) -> bool:
        left, top, right, bottom = box
        inside = left >= 0 and right <= 1000 and top >= 0
        if not free and (not inside or any(left < r and right > le and top < b and bottom > t
                                           for le, t, r, b in self._taken)):  # fmt: skip
            return False
        self._taken.append(box)
        self._labels.append(label)
        return True
