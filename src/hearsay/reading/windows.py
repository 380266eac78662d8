"""Sentences of an article, and the windows of sentences that the network reads one at a time.

Windows are filled in the order of the article and cut by its words alone, so what the network says of a sentence
depends on nothing but its article, although int8 activations share one range in a window.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.reading.layout import Layout
from hearsay.reading.splitter import Splitter

Stretch = tuple[int, int]
"""First word and last word + 1."""

ROOM = 192
"""Word pieces of a window, marks of sentences included."""
MOST = 300
"""Word pieces of a sentence at most; a longer one is cut, at a weak mark if there is one in its last third."""
_WEAK = frozenset((";", ":", ",", "—", "–", "--", "|", "/", ")", "...", "…"))


def sentences_of(layout: Layout, splitter: Splitter) -> list[tuple[Stretch, int]]:
    """Sentences in order, each with the number of its paragraph; together they cover all words."""
    found: list[tuple[Stretch, int]] = []
    for number, (first, last, _) in enumerate(layout.paragraphs):
        starts = splitter.starts(layout.pieces[first:last], layout.codes[first:last], layout.texts[first:last])
        for begin, end in zip(starts, [*starts[1:], last - first], strict=True):
            found.extend((part, number) for part in _short(layout, first + begin, first + end))
    return found


def _short(layout: Layout, first: int, last: int) -> Iterator[Stretch]:
    """The sentence itself, or parts of it that are short enough."""
    start, used, weak = first, 0, first
    for i in range(first, last):
        used += len(layout.pieces[i])
        if used > MOST:
            stop = weak if weak > start else i
            yield start, stop
            start, weak = stop, stop
            used = sum(len(p) for p in layout.pieces[stop : i + 1])
        elif used > MOST * 2 // 3 and layout.texts[i] in _WEAK:
            weak = i + 1
    yield start, last


def windows_of(layout: Layout, sentences: list[Stretch]) -> Iterator[list[Stretch]]:
    """Runs of sentences that fit into one window; a longer sentence has a window to itself."""
    window: list[Stretch] = []
    used = 0
    for first, last in sentences:
        size = 2 + sum(len(p) for p in layout.pieces[first:last])
        if window and used + size > ROOM:
            yield window
            window, used = [], 0
        window.append((first, last))
        used += size
    if window:
        yield window
