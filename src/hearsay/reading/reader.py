"""The reader: a document in, its words, sentences, trees and names out.

Any parser that gives UD trees can stand in for the one here: implement :class:`Reader` and register a function without
arguments that returns one under the entry point group ``hearsay.readers``; :func:`load_reader` finds it by name.

*Same input, same bytes*: the network sees one window of one article a call, and windows are cut by the article alone,
so nothing beside it (other articles, their order, threads, processes) can change a reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

from hearsay.errors import ReaderError
from hearsay.reading.decode import Floats, Ints, heads_of
from hearsay.reading.layout import Layout, lay_out, layout_of
from hearsay.reading.lemmas import apply_edit
from hearsay.reading.model import WEIGHTS, Model, Scores
from hearsay.reading.names import Stretch as NameStretch
from hearsay.reading.names import names_of
from hearsay.reading.pieces import plain
from hearsay.reading.tree import ROOT, Reading, Sentence, Word
from hearsay.reading.windows import Stretch, sentences_of, windows_of
from hearsay.records import Document

GROUP = "hearsay.readers"
CANDIDATES = 4
"""So many edits of a form are weighed for its lemma."""


@runtime_checkable
class Reader(Protocol):
    """Anything that reads a document. Must give the same reading for the same document every time."""

    def read(self, document: Document) -> Reading:
        """The reading of one document; its words index ``document.text``."""
        ...


class NeuralReader:
    """The reader that ships with Hearsay. Safe to share between threads."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @classmethod
    def load(cls, threads: int = 1, folder: Path = WEIGHTS) -> NeuralReader:
        """Load the weights, with ``threads`` threads inside the network. About 0.2 s."""
        return cls(Model(folder, threads))

    def read(self, document: Document) -> Reading:
        """Words, sentences, trees and names of a document.

        At most :data:`hearsay.reading.layout.READ_AT_MOST` characters are read. Never fails on odd text; a text without
        a visible character gives a reading without words.
        """
        layout = lay_out(document, self._model.pieces)
        placed = sentences_of(layout, self._model.splitter)
        return self._read(document, layout, placed)

    def parse(self, reading: Reading) -> Reading:
        """The same words and sentences with tags, trees and names of this reader: for scores on gold words."""
        layout = layout_of(reading, self._model.pieces)
        placed = [((s.first, s.last + 1), s.paragraph) for s in reading.sentences]
        return self._read(reading.document, layout, placed)

    def _read(self, document: Document, layout: Layout, placed: list[tuple[Stretch, int]]) -> Reading:
        builder = _Builder(self._model, layout)
        for window in windows_of(layout, [stretch for stretch, _ in placed]):
            builder.add(window)
        sentences = [
            Sentence(n, a, b - 1, layout.begins[a], layout.ends[b - 1], paragraph, layout.paragraphs[paragraph][2])
            for n, ((a, b), paragraph) in enumerate(placed)
        ]
        names = names_of(builder.words, [stretch for stretch, _ in placed], builder.stretches)
        return Reading(document, tuple(builder.words), tuple(sentences), names, tuple(builder.acts))


class _Builder:
    """Collects the words of an article, and what looks like names, window by window."""

    def __init__(self, model: Model, layout: Layout) -> None:
        self._model = model
        self._layout = layout
        self.words: list[Word] = []
        self.stretches: list[NameStretch] = []
        self.acts: list[float] = []

    def add(self, window: list[Stretch]) -> None:
        layout, first = self._layout, window[0][0]
        scores = self._model.run([(layout.pieces[a:b], layout.codes[a:b]) for a, b in window])
        self._parse(scores, np.array([a - first for a, _ in window]), first)
        self.acts.extend(scores.acts.astype(float).round(2).tolist())
        for a, b in window:
            self.stretches.extend(self._model.names.stretches(scores.names[a - first : b - first], a))

    def _parse(self, scores: Scores, starts: Ints, first: int) -> None:
        model, layout = self._model, self._layout
        heads, chances = heads_of(scores.arcs, starts)
        best = [part.argmax(1).tolist() for part in (scores.upos, scores.xpos, scores.edits)]
        rows = zip(*best, heads.tolist(), chances.tolist(), model.label(scores, heads).tolist(), strict=True)
        for i, (upos, xpos, edit, head, chance, relation) in enumerate(rows, start=first):
            text, tag = layout.texts[i], model.xpos[xpos]
            lemma = model.exceptions.get(f"{plain(text).lower()} {tag}") or apply_edit(text, model.edits[edit])
            if lemma.islower() and not model.pieces.knows(lemma):
                lemma = self._known(text, scores.edits[i - first], lemma)
            above = ROOT if head < 0 else first + head
            label, score = model.relations[relation], round(chance, 3)
            begin, end = layout.begins[i], layout.ends[i]
            self.words.append(Word(i, begin, end, text, model.upos[upos], tag, lemma, above, label, score))

    def _known(self, text: str, edits: Floats, lemma: str) -> str:
        """For an inflected form: the lemma of a near edit that makes a word of the vocabulary, else the one given."""
        if not text.isalpha() or lemma == text.lower():
            return lemma
        order = np.argsort(-edits, kind="stable")[1:CANDIDATES]
        near = (apply_edit(text, self._model.edits[edit]) for edit in order.tolist())
        return next((other for other in near if other.islower() and self._model.pieces.knows(other)), lemma)


@lru_cache(maxsize=4)
def load_reader(name: str = "neural") -> Reader:
    """The reader registered under a name in the group ``hearsay.readers``, made once in a process.

    What is registered is called without arguments. Raises ReaderError naming the readers there are.
    """
    if name == "neural":
        return NeuralReader.load()
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        known = ", ".join(sorted({"neural", *found}))
        raise ReaderError(f"no reader is called {name!r}; there are: {known}")
    make: Callable[[], Reader] = found[name].load()
    return make()
