"""From words to what the encoder takes: word pieces, and a code for each word's shape.

The encoder is uncased, so case comes back as a *shape code* that stands beside every piece of a word:
``shape * GAPS + gap``, where the shape is one of :data:`SHAPES` and the gap says what precedes the word
(nothing, a space, or the start of a paragraph). Training and reading share this module, so that the weights see
at work what they saw in training.

Word pieces follow Devlin et al. (2019), BERT: lower case, accents stripped, punctuation split off, then the longest
pieces of the vocabulary first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

SHAPES = ("lower", "title", "upper", "mixed", "letter", "digits", "alphanumeric", "other")
"""Shapes of words; ``letter`` is one capital letter, ``other`` has neither letter nor digit."""
GLUED, SPACED, PARAGRAPH = range(3)
"""What precedes a word: nothing, white space, the start of a paragraph."""
GAPS = 3
SPECIAL_CODE = len(SHAPES) * GAPS
"""The code of [CLS] and [SEP]."""
CODES = SPECIAL_CODE + 1

MOST_PIECES = 12
"""A word gives at most so many pieces: a long address must not fill a window."""
MOST_LETTERS = 80
"""Letters of a word that are looked at at all."""
CACHED_WORDS = 100_000

_ALIKE = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "–", "―": "—", "…": ".", "\u00a0": " ",
})  # fmt: skip
_IGNORED = {"Cf", "Cc", "Cs", "Co", "Cn"}


def shape_of(word: str) -> int:
    """Index into :data:`SHAPES`.

    >>> [SHAPES[shape_of(w)] for w in ("said", "Iran", "UN", "McCain", "A", "2,400", "F-16", "...")]
    ['lower', 'title', 'upper', 'mixed', 'letter', 'digits', 'alphanumeric', 'other']
    """
    word = word[:MOST_LETTERS]
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return 6 if letters else 5
    if not letters:
        return 7
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 0
    if all(upper):
        return 4 if len(letters) == 1 else 2
    if upper[0] and not any(upper[1:]):
        return 1
    return 3


def plain(word: str) -> str:
    """The word with typographic quotation marks, apostrophes and hyphens made plain, otherwise unchanged."""
    return word.translate(_ALIKE)


class Pieces:
    """The vocabulary of word pieces. Safe to share between threads: its only state is a cache of whole words."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]
        self.hidden = self._ids["[MASK]"]
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Read a vocabulary, one piece a line."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def of(self, word: str) -> tuple[int, ...]:
        """Numbers of a word's pieces, 1 to :data:`MOST_PIECES` of them."""
        found = self._cache.get(word)
        if found is None:
            found = self._split(word)
            if len(self._cache) < CACHED_WORDS:
                self._cache[word] = found
        return found

    def knows(self, word: str) -> bool:
        """True when a word in small letters is one whole piece."""
        return word in self._ids

    def _split(self, word: str) -> tuple[int, ...]:
        numbers: list[int] = []
        for part in _parts(word[:MOST_LETTERS]):
            numbers.extend(self._longest_first(part))
            if len(numbers) >= MOST_PIECES:
                break
        return tuple(numbers[:MOST_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> Iterable[int]:
        numbers: list[int] = []
        begin = 0
        while begin < len(part):
            mark = "##" if begin else ""
            for end in range(len(part), begin, -1):
                number = self._ids.get(mark + part[begin:end])
                if number is not None:
                    numbers.append(number)
                    begin = end
                    break
            else:
                return [self.unknown]
        return numbers


def _parts(word: str) -> list[str]:
    """Lower-cased runs of letters and digits, and single marks."""
    folded = unicodedata.normalize("NFD", plain(word).lower())
    parts: list[str] = []
    run = ""
    for char in folded:
        category = unicodedata.category(char)
        if category == "Mn" or category in _IGNORED:
            continue
        if char.isspace() or category[0] == "P" or category[0] == "S":
            if run:
                parts.append(run)
                run = ""
            if not char.isspace():
                parts.append(char)
        else:
            run += char
    if run:
        parts.append(run)
    return parts
