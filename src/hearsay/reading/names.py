"""Names from the network's tags, and from proper nouns and capitals that it left untagged.

The extent of a name comes from the shares of B, I and O, whatever the type; its type from the shares of the types over
its words and over every other place of the article that has the same words, so that an article speaks of one thing in
one way. Proper nouns that hang together in the tree (flat, compound, proper modifiers) and capitalised words inside a
sentence that no tag touches become names of type MISC, so that every name can be looked up later; days,
months and lone titles are no names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.tokenise import forms
from hearsay.reading.tree import Name, Word

Shares = NDArray[np.float32]

TYPES = ("PER", "ORG", "LOC", "NORP", "MISC")
INSIDE = 0.6
"""A word is part of a name when the share of O is below this; tuned on the development parts."""
OTHERS = 2.0
"""The other places of the same words weigh together at most as much as so many places."""
RUN_SCORE, CAPITAL_SCORE = 0.5, 0.3
"""Scores of names that no tag gave: proper nouns joined in the tree, capitalised words."""

_PROPER = ("NNP", "NNPS")
_JOINING = ("flat", "compound", "amod", "nummod")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "X", "SYM")


@dataclass(frozen=True)
class Stretch:
    """Words ``first`` to ``last`` of an article that look like a name, with the mean share of each of :data:`TYPES`."""

    first: int
    last: int
    shares: Shares


class Tags:
    """The places of the BIO tags in the network's scores."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._outside = tags.index("O")
        self._begin = [tags.index(f"B-{kind}") for kind in TYPES]
        self._inner = [tags.index(f"I-{kind}") for kind in TYPES]

    def stretches(self, scores: Shares, first: int) -> Iterator[Stretch]:
        """Stretches of one sentence, whose words count from ``first``; ``scores`` [words, tags] of the network."""
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        inside = shares[:, self._outside] < INSIDE
        if not inside.any():
            return
        begin, inner = shares[:, self._begin], shares[:, self._inner]
        fresh = begin.sum(1) >= inner.sum(1)
        fresh[0] = True
        fresh[1:] |= ~inside[:-1]
        for start in np.flatnonzero(inside & fresh).tolist():
            end = start + 1
            while end < len(inside) and inside[end] and not fresh[end]:
                end += 1
            yield Stretch(first + start, first + end - 1, (begin + inner)[start:end].mean(0))


def names_of(
    words: Sequence[Word], sentences: Sequence[tuple[int, int]], stretches: Sequence[Stretch]
) -> tuple[Name, ...]:
    """Names of an article: its words, its sentences (first word and last word + 1), and what the tags gave."""
    taken = [False] * len(words)
    found: list[Name] = []
    whole = [_trimmed(words, stretch) for stretch in _bridged(words, stretches)]
    for stretch, shares in zip(whole, _settled(words, whole), strict=True):
        kind = int(shares.argmax())
        score = float(shares[kind] / max(float(shares.sum()), 1e-9))
        taken[stretch.first : stretch.last + 1] = [True] * (stretch.last + 1 - stretch.first)
        if TYPES[kind] != "MISC" or _names_something(words, stretch.first, stretch.last):
            found.append(Name(stretch.first, stretch.last, TYPES[kind], round(score, 3)))
    for begin, end in sentences:
        for source, score in ((_runs, RUN_SCORE), (_capitals, CAPITAL_SCORE)):
            for first, last in list(source(words, taken, begin, end)):
                taken[first : last + 1] = [True] * (last + 1 - first)
                if _names_something(words, first, last):
                    found.append(Name(first, last, "MISC", score))
    return tuple(_merged(words, sorted(found, key=lambda name: name.first)))


def _bridged(words: Sequence[Word], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Join "City of" to the "New Orleans" that follows."""
    joined: list[Stretch] = []
    for stretch in stretches:
        before = joined[-1] if joined else None
        if before and before.last + 1 == stretch.first and before.last > before.first and _small(words[before.last]):
            joined[-1] = Stretch(before.first, stretch.last, before.shares)
        else:
            joined.append(stretch)
    return joined


def _trimmed(words: Sequence[Word], stretch: Stretch) -> Stretch:
    """Without small words at either end, unless there is nothing else."""
    first, last = stretch.first, stretch.last
    while first < last and _small(words[first]):
        first += 1
    while last > first and _small(words[last]):
        last -= 1
    return Stretch(first, last, stretch.shares)


def _small(word: Word) -> bool:
    return word.upos in ("ADP", "CCONJ", "DET") and word.text.islower()


def _merged(words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """Names of unknown type that stand side by side and hang together are one, with the number that belongs to it."""
    i = 0
    while i < len(names):
        name = names[i]
        i += 1
        if name.type == "MISC":
            while i < len(names) and names[i].type == "MISC" and _hang_together(words, name, names[i]):
                name = Name(name.first, names[i].last, "MISC", min(name.score, names[i].score))
                i += 1
            bound = names[i].first if i < len(names) else len(words)
            name = _with_number(words, name, bound)
        yield name


def _hang_together(words: Sequence[Word], one: Name, other: Name) -> bool:
    if other.first != one.last + 1:
        return False
    down = any(w.relation in _JOINING and other.first <= w.head <= other.last for w in words[one.first : one.last + 1])
    flat = (w for w in words[other.first : other.last + 1] if w.relation == "flat")
    return down or any(one.first <= w.head <= one.last for w in flat)


def _with_number(words: Sequence[Word], name: Name, bound: int) -> Name:
    """*COVID-19*, *Title IV*: a number after the name that depends on it, with the hyphen between."""
    last = name.last + 1
    if last < bound and words[last].xpos == "HYPH":
        last += 1
    if last < bound and words[last].upos == "NUM" and name.first <= words[last].head <= name.last:
        return Name(name.first, last, name.type, name.score)
    return name


def _names_something(words: Sequence[Word], first: int, last: int) -> bool:
    """False for days and months, and for a title alone."""
    calendar = forms("calendar")
    if first == last and words[first].deprel == "nmod:desc":
        return False
    return any(w.text.lower().rstrip(".") not in calendar for w in words[first : last + 1] if _cased(w))


def _settled(words: Sequence[Word], stretches: Sequence[Stretch]) -> Iterator[Shares]:
    """The shares of each stretch, joined by those of the other stretches with the same words."""
    texts = [" ".join(w.text for w in words[s.first : s.last + 1]) for s in stretches]
    sums: dict[str, Shares] = {}
    for text, stretch in zip(texts, stretches, strict=True):
        sums[text] = sums[text] + stretch.shares if text in sums else stretch.shares
    for text, stretch in zip(texts, stretches, strict=True):
        others = np.maximum(sums[text] - stretch.shares, 0)
        yield stretch.shares + others * min(1.0, OTHERS / max(float(others.sum()), 1e-9))


def _cased(word: Word) -> bool:
    return not word.text.islower() and word.text[:1].isalnum()


def _runs(words: Sequence[Word], taken: Sequence[bool], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Maximal runs of untaken proper nouns, each word joined to the next by an arc inside the run."""
    i = begin
    while i < end:
        follows = i + 1 < end and words[i + 1].xpos in _PROPER
        if taken[i] or words[i].xpos not in _PROPER or (words[i].deprel == "nmod:desc" and follows):
            i += 1
            continue
        last = i
        while last + 1 < end and not taken[last + 1] and _joined(words, i, last, end):
            last += 1
        if any(_cased(w) for w in words[i : last + 1]):
            yield i, last
        i = last + 1


def _joined(words: Sequence[Word], first: int, last: int, end: int) -> bool:
    """True when the word after ``last`` belongs to the same name as words ``first`` to ``last``."""
    after = words[last + 1]
    if after.xpos == "HYPH":
        return last + 2 < end and words[last + 2].xpos in _PROPER
    if after.xpos not in _PROPER and not (after.xpos == "CD" and after.deprel in ("flat", "nummod", "compound")):
        return False
    if first <= after.head <= last and after.relation in _JOINING:
        return True
    return any(w.head >= after.index and w.relation in _JOINING for w in words[first : last + 1])


def _capitals(words: Sequence[Word], taken: Sequence[bool], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of untaken capitalised nouns and adjectives inside a sentence that is not in capitals throughout."""
    spoken = [w for w in words[begin:end] if w.text[:1].isalpha()]
    if 2 * sum(w.text[:1].isupper() for w in spoken) > len(spoken):
        return
    i = begin + 1
    while i < end:
        last = i - 1
        while last + 1 < end and not taken[last + 1] and _capital(words[last + 1]):
            last += 1
        if last >= i:
            yield i, last
        i = max(i, last + 1) + (last < i)


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and len(word.text) > 1 and word.upos in _NOMINAL
