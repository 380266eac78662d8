"""Sentences as numbers, disturbed at random for training, and their tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from hearsay.reading.lemmas import edit_between
from hearsay.reading.pieces import GAPS, GLUED, PARAGRAPH, SHAPES, SPACED, SPECIAL_CODE, Pieces, shape_of
from training.labels import Labels
from training.tokens import DocumentOf, SentenceOf

IGNORED = -100
LONGEST = 400
"""Word pieces of a sentence; longer ones are left out of training."""
OTHER = SHAPES.index("other")
_KEEP = (SHAPES.index("digits"), SHAPES.index("alphanumeric"), OTHER)


@dataclass(frozen=True)
class Encoded:
    """One sentence as numbers; every list has one entry a word."""

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    gaps: list[int]
    upos: list[int]
    xpos: list[int]
    edits: list[int]
    heads: list[int]
    relations: list[int]
    names: np.ndarray
    """[words, tags]: which tags are right; a row of True allows all."""
    parsed: bool

    @property
    def length(self) -> int:
        return 2 + sum(len(p) for p in self.pieces)

    def without_last(self) -> Encoded:
        """The sentence less its last word, as a headline goes without its full stop."""
        parts = {key: value[:-1] for key, value in vars(self).items() if key != "parsed"}
        return replace(self, **parts)


class Encoder:
    """Turns sentences into numbers under a vocabulary and label lists."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self._pieces = pieces
        self._upos, self._xpos, self._relations, self._edits, self._names = (
            {label: number for number, label in enumerate(values)}
            for values in (labels.upos, labels.xpos, labels.relations, labels.edits, labels.names)
        )

    def sentence(self, sentence: SentenceOf) -> Encoded:
        tokens = sentence.tokens
        names = np.zeros((len(tokens), len(self._names)), bool)
        for row, token in zip(names, tokens, strict=True):
            row[[self._names[tag] for tag in token.names]] = True
            row |= not token.names
        gaps = [SPACED if t.spaced else GLUED for t in tokens]
        gaps[0] = PARAGRAPH if sentence.paragraph else SPACED
        return Encoded(
            [self._pieces.of(t.form) for t in tokens],
            [shape_of(t.form) for t in tokens],
            gaps,
            [self._upos.get(t.upos, IGNORED) for t in tokens],
            [self._xpos.get(t.xpos, IGNORED) for t in tokens],
            [self._edits.get(edit_between(t.form, t.lemma), IGNORED) for t in tokens],
            [t.head for t in tokens],
            [self._relations.get(t.deprel, IGNORED) for t in tokens],
            names,
            sentence.parsed,
        )

    def documents(self, documents: Iterable[DocumentOf]) -> list[Encoded]:
        """All sentences of all documents that are short enough."""
        encoded = (self.sentence(s) for d in documents for s in d.sentences)
        return [e for e in encoded if e.length <= LONGEST]


def disturb(sentence: Encoded, chance: random.Random) -> Encoded:
    """A sentence as it might stand elsewhere: in one case throughout, without full stop, inside a paragraph."""
    luck = chance.random()
    last = len(sentence.pieces) - 1
    bare = last > 1 and sentence.shapes[-1] == OTHER and last not in sentence.heads and sentence.heads[-1] >= 0
    if bare and luck < 0.06:
        sentence = sentence.without_last()
    luck = chance.random()
    shapes = list(sentence.shapes)
    if luck < 0.07:
        shape = SHAPES.index("upper" if luck < 0.03 else "title" if luck < 0.05 else "lower")
        shapes = [s if s in _KEEP else shape for s in shapes]
    shapes = [0 if chance.random() < 0.08 else s for s in shapes]
    gaps = sentence.gaps
    if chance.random() < 0.2:
        gaps = [SPACED if g == PARAGRAPH else g for g in gaps]
    return replace(sentence, shapes=shapes, gaps=gaps)


def batches(sentences: Sequence[Encoded], most: int, chance: random.Random | None) -> list[list[Encoded]]:
    """Sentences of like length together, at most ``most`` padded pieces a batch, in random order."""
    order = sorted(sentences, key=lambda s: s.length + (chance.randint(0, 4) if chance else 0))
    result: list[list[Encoded]] = [[]]
    for sentence in order:
        longest = max([sentence.length, *(s.length for s in result[-1])])
        if result[-1] and longest * (len(result[-1]) + 1) > most:
            result.append([])
        result[-1].append(sentence)
    if chance:
        chance.shuffle(result)
    return result


@dataclass
class Batch:
    """Tensors of a batch; words padded with :data:`IGNORED` targets."""

    pieces: Tensor
    codes: Tensor
    lengths: Tensor
    first: Tensor
    real: Tensor
    """True for words, False on padding."""
    upos: Tensor
    xpos: Tensor
    edits: Tensor
    heads: Tensor
    """Column of the head: 0 for the root, else 1 + its place in the sentence."""
    relations: Tensor
    names: Tensor


def tensors(
    sentences: Sequence[Encoded], pieces: Pieces, hide: int | None = None, chance: random.Random | None = None
) -> Batch:
    """Pad and stack. With ``chance``, one word in sixteen is hidden behind the piece ``hide``."""
    rows = len(sentences)
    length = max(s.length for s in sentences)
    words = max(len(s.pieces) for s in sentences)

    def blank(value: int, *shape: int) -> np.ndarray:
        return np.full(shape, value, np.int64)

    ids, codes, lengths = blank(0, rows, length), blank(SPECIAL_CODE, rows, length), blank(0, rows)
    first = blank(0, rows, words)
    upos, xpos, edits, heads, relations = (blank(IGNORED, rows, words) for _ in range(5))
    real = np.zeros((rows, words), bool)
    names = np.ones((rows, words, sentences[0].names.shape[1]), bool)
    for row, sentence in enumerate(sentences):
        place, count = 1, len(sentence.pieces)
        ids[row, 0] = pieces.start
        for i, parts in enumerate(sentence.pieces):
            if chance and hide is not None and chance.random() < 0.06:
                parts = (hide,) * len(parts)
            first[row, i] = place
            ids[row, place : place + len(parts)] = parts
            codes[row, place : place + len(parts)] = sentence.shapes[i] * GAPS + sentence.gaps[i]
            place += len(parts)
        ids[row, place] = pieces.end
        lengths[row] = place + 1
        real[row, :count] = True
        names[row, :count] = sentence.names
        if sentence.parsed:
            upos[row, :count], xpos[row, :count] = sentence.upos, sentence.xpos
            edits[row, :count], relations[row, :count] = sentence.edits, sentence.relations
            heads[row, :count] = [1 + h for h in sentence.heads]
    arrays = (ids, codes, lengths, first, real, upos, xpos, edits, heads, relations, names)
    return Batch(*(torch.from_numpy(a) for a in arrays))
