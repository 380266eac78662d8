"""What is right, counted document by document, so that intervals can be drawn over documents."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hearsay.reading.tree import ROOT, Reading, Word

Span = tuple[int, int]
Named = tuple[int, int, str]
TYPES = ("PER", "ORG", "LOC")


@dataclass
class Counts:
    """Right, predicted and wanted, by figure."""

    figures: dict[str, list[int]] = field(default_factory=dict)

    def add(self, figure: str, right: int, predicted: int, wanted: int) -> None:
        row = self.figures.setdefault(figure, [0, 0, 0])
        for i, number in enumerate((right, predicted, wanted)):
            row[i] += number


def on_gold_words(gold: Reading, found: Reading, names: set[Named], counts: Counts) -> None:
    """Tags, lemmas and arcs word by word; both readings have the same words and sentences."""
    total = len(gold.words)
    pairs = list(zip(gold.words, found.words, strict=True))
    checks: dict[str, Callable[[Word, Word], bool]] = {
        "UPOS": lambda g, f: g.upos == f.upos,
        "XPOS": lambda g, f: g.xpos == f.xpos,
        "lemma": lambda g, f: g.lemma == f.lemma,
        "UAS": lambda g, f: g.head == f.head,
        "LAS": lambda g, f: (g.head, g.deprel) == (f.head, f.deprel),
    }
    for figure, same in checks.items():
        counts.add(figure, sum(same(g, f) for g, f in pairs), total, total)
    spoken = [(g, f) for g, f in pairs if g.upos != "PUNCT"]
    counts.add("LAS, no punctuation", sum(checks["LAS"](g, f) for g, f in spoken), len(spoken), len(spoken))
    _names(found, names, counts, "")


def from_raw_text(gold: Reading, found: Reading, names: set[Named] | None, counts: Counts) -> None:
    """Words, sentences, tags and arcs by their places in the text, as in the CoNLL 2018 shared task."""
    places, others = ({w.span: w for w in r.words} for r in (gold, found))
    shared = places.keys() & others.keys()
    sizes = (len(others), len(places))
    counts.add("raw words", len(shared), *sizes)
    counts.add("raw UPOS", sum(places[s].upos == others[s].upos for s in shared), *sizes)
    right = [s for s in shared if _head(gold, places[s]) == _head(found, others[s])]
    counts.add("raw UAS", len(right), *sizes)
    counts.add("raw LAS", sum(places[s].deprel == others[s].deprel for s in right), *sizes)
    wanted, predicted = ({(s.begin, s.end) for s in r.sentences} for r in (gold, found))
    counts.add("raw sentences", len(wanted & predicted), len(predicted), len(wanted))
    if names is not None:
        _names(found, names, counts, "raw ")


def _head(reading: Reading, word: Word) -> Span | None:
    return None if word.head == ROOT else reading.words[word.head].span


def _names(found: Reading, wanted: set[Named], counts: Counts, prefix: str) -> None:
    """Exact spans and types of PER, ORG, LOC; and which spans of any type were found under any type."""
    predicted = {(*found.span(n.first, n.last), n.type) for n in found.names}
    told = {n for n in predicted if n[2] in TYPES}
    asked = {n for n in wanted if n[2] in TYPES}
    counts.add(f"{prefix}names", len(told & asked), len(told), len(asked))
    spans = {n[:2] for n in wanted}
    hit = spans & {n[:2] for n in predicted}
    counts.add(f"{prefix}name spans, recall", len(hit), len(spans), len(spans))


def f1(rows: Iterable[list[int]]) -> float:
    right, predicted, wanted = (sum(column) for column in zip(*rows, strict=True))
    return 2 * right / (predicted + wanted) if predicted + wanted else 0.0


def interval(rows: list[list[int]], draws: int = 1000) -> tuple[float, float]:
    """95% bootstrap interval over documents, from a fixed seed."""
    chance = random.Random(1)
    values = sorted(f1(chance.choices(rows, k=len(rows))) for _ in range(draws))
    return values[int(0.025 * draws)], values[int(0.975 * draws) - 1]
