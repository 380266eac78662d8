"""An article laid out as regions, paragraphs and words.

Paragraphs end at blank lines and at line ends, unless the lines look wrapped at a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from hearsay.reading.pieces import GAPS, GLUED, PARAGRAPH, SPACED, Pieces, shape_of
from hearsay.reading.tokenise import words_of
from hearsay.reading.tree import Reading
from hearsay.records import Document

READ_AT_MOST = 2_000_000
"""Characters of a text that are read; what comes after is left alone, so that memory and time stay bounded."""

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\f\v\x1c-\x1e\u2028\u2029]")


@dataclass
class Layout:
    """All words of an article, as parallel lists."""

    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pieces: list[tuple[int, ...]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int, str]] = field(default_factory=list)
    """First word, last word + 1, kind of region; only paragraphs with a word in them."""

    def add_paragraph(self, text: str, spans: Iterable[tuple[int, int]], kind: str, pieces: Pieces) -> None:
        """Add the words at these spans as one paragraph; nothing when there are none."""
        start, before = len(self.begins), -1
        for a, b in spans:
            word = text[a:b]
            gap = PARAGRAPH if before < 0 else GLUED if a == before else SPACED
            before = b
            self.begins.append(a)
            self.ends.append(b)
            self.texts.append(word)
            self.pieces.append(pieces.of(word))
            self.codes.append(shape_of(word) * GAPS + gap)
        if len(self.begins) > start:
            self.paragraphs.append((start, len(self.begins), kind))


def lay_out(document: Document, pieces: Pieces) -> Layout:
    """Words of a document with what the network needs to know of each."""
    text = document.text
    layout = Layout()
    regions = [(r.kind, *r.span) for r in document.regions] or [("body", 0, len(text))]
    for kind, begin, end in regions:
        for first, last in paragraphs(text, begin, min(end, READ_AT_MOST)):
            layout.add_paragraph(text, words_of(text, first, last), kind, pieces)
    return layout


def layout_of(reading: Reading, pieces: Pieces) -> Layout:
    """The layout of words and paragraphs that a reading already has."""
    layout = Layout()
    for _, members in groupby(reading.sentences, key=lambda s: s.paragraph):
        sentences = list(members)
        spans = [w.span for s in sentences for w in reading.sentence_words(s)]
        layout.add_paragraph(reading.document.text, spans, sentences[0].region, pieces)
    return layout


def paragraphs(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Begin and end of every paragraph in ``text[begin:end]``."""
    start = begin
    for match in _BLANK.finditer(text, begin, end):
        yield from _lines(text, start, match.start())
        start = match.end()
    yield from _lines(text, start, end)


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines between blank lines, joined where they are one paragraph wrapped at a width."""
    lines: list[tuple[int, int]] = []
    start = begin
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            lines.append((start, stop))
        start = stop + 1
    wrapped = _wrapped([last - first for first, last in lines])
    current: tuple[int, int] | None = None
    for first, last in lines:
        if current and (wrapped or _goes_on(text, current, first, last)):
            current = (current[0], last)
            continue
        if current:
            yield current
        current = (first, last)
    if current:
        yield current


def _wrapped(lengths: list[int]) -> bool:
    """True when all lines but the last end near one right edge, as in text wrapped by a program."""
    if len(lengths) < 3:
        return False
    widest = max(lengths)
    return 40 <= widest <= 100 and all(length >= widest - 16 for length in lengths[:-1])


def _goes_on(text: str, before: tuple[int, int], first: int, last: int) -> bool:
    """True when a line goes on mid-sentence: a small letter after a line that ends in a letter or a comma."""
    end = text[max(before[0], before[1] - 40) : before[1]].rstrip()[-1:]
    begin = text[first : min(last, first + 40)].lstrip()[:1]
    return begin.islower() and (end.isalnum() or end in (",", ";", "-"))
