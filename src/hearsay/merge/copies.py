"""Which texts are copies of one another: wire copy printed verbatim, trimmed or rewritten.

Candidates come from MinHash (rensa; Broder 1997) over the words that carry meaning, not over shingles: a rewritten or
translated report shares few shingles with its original, but its names, numbers and nouns. Then containment of these
words decides, with shared shingles, quotations and agency credits.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash

PERMUTATIONS, BANDS = 96, 32
SEED = 20240715
"""Fixed: a signature is kept in the ledger and compared with those of years to come."""

_SHINGLE = 2
_LONG_QUOTE = 6
"""Words from which on a quotation is a fingerprint."""

_QUOTED = re.compile(r"[\"“«„]([^\"”»“„]{20,600})[\"”»“]")
_STOP = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "in", "is", "it", "its", "of", "on", "or", "said", "she", "that", "the", "their", "they", "this", "to",
    "was", "were", "which", "who", "will", "with", "would",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """What deciding about copies needs of a document."""

    text: str
    published: str | None
    agencies: frozenset[str] = frozenset()
    """Names of agencies that it credits, folded."""


@dataclass(frozen=True, slots=True)
class CopyVerdict:
    """Whether two texts are one report in two printings, and what decided."""

    copies: bool
    score: float
    reasons: tuple[tuple[str, float], ...]


def signature(text: str) -> bytes:
    """The MinHash signature of a text: 96 32-bit numbers."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(content_words(text)) or [""])
    return b"".join(int(number).to_bytes(4, "big") for number in sketch.digest())


def bands(signed: bytes) -> tuple[int, ...]:
    """The keys under which a signature is looked for: texts that share one may be copies."""
    size = len(signed) // BANDS
    return tuple(
        int.from_bytes(
            hashlib.blake2b(bytes([band]) + signed[band * size : (band + 1) * size], digest_size=8).digest(), "big"
        )
        >> 1
        for band in range(BANDS)
    )


def compare_texts(a: Text, b: Text) -> CopyVerdict:
    """Decide about two texts; the order does not matter."""
    mine, yours = shingles(a.text), shingles(b.text)
    shared = len(mine & yours)
    contained = shared / max(1, min(len(mine), len(yours)))
    my_quotes, your_quotes = quotations(a.text), quotations(b.text)
    quoted = len(my_quotes & your_quotes) / max(1, min(len(my_quotes), len(your_quotes)))
    words_mine, words_yours = content_words(a.text), content_words(b.text)
    worded = len(words_mine & words_yours) / max(1, min(len(words_mine), len(words_yours)))
    credited = 1.0 if a.agencies & b.agencies else 0.0
    reasons = (("contained", round(contained, 3)), ("quotations", round(quoted, 3)), ("words", round(worded, 3)),
               ("agency", credited))  # fmt: skip
    score = worded + 0.3 * contained + 0.2 * quoted + 0.05 * credited
    return CopyVerdict(score >= THRESHOLD, round(score, 3), reasons)


THRESHOLD = 0.42
"""Chosen on one half of the reports in benchmarks/copies, checked on the other."""


@lru_cache(maxsize=512)
def shingles(text: str) -> frozenset[str]:
    """Pairs of neighbouring content words, folded."""
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in _STOP]
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


@lru_cache(maxsize=512)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, folded."""
    words = (w for w in re.findall(r"\w+", text.casefold()) if w not in _STOP)
    return frozenset(w.removesuffix("s") for w in words if len(w) > 3 or w.isdigit())


@lru_cache(maxsize=512)
def quotations(text: str) -> frozenset[str]:
    """Quotations long enough to be nobody else's words, folded and without punctuation."""
    found = (re.findall(r"\w+", quoted.casefold()) for quoted in _QUOTED.findall(text))
    return frozenset(" ".join(words) for words in found if len(words) >= _LONG_QUOTE)


def components(items: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Items that hang together by pairs: each group sorted, the groups by their first."""
    parent = {item: item for item in items}

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        if a in parent and b in parent:
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    groups: dict[int, list[int]] = {}
    for item in sorted(parent):
        groups.setdefault(root(item), []).append(item)
    return list(groups.values())
