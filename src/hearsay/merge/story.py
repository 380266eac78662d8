"""Whether two documents tell of one story: by the names and figures they have in common.

Two reports of one event share its people, places and numbers; two of one kind ("a mine collapsed") share their other
words. Of all measures tried on the settling half of ECB+, the share of common names and figures told one story from its
like best. Among several documents a name that most of them have says little: two fights of one boxer.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache
from math import fsum, log, sqrt

from hearsay.merge.linking import link
from hearsay.merge.wording import stem

MOST = 96
"""Names and figures of a document that are kept: those of the lowest hashes, so that two keep the same ones."""

_FEWEST = 4
"""With fewer of them nothing can be said; of fewer documents none is rare."""

_TOGETHER = 0.08
"""Share of common names and figures, rare ones counting more, above which reports are on average of one story."""

_NAME = re.compile(r"(?<=[\w,;:)'’\"“`-] )[A-Z]\w+")
"""A capitalised word that begins no sentence."""

_FIGURE = re.compile(r"\b\d(?:[\d,.]*\d)?\b")


@lru_cache(maxsize=4096)
def story_of(text: str) -> tuple[int, ...]:
    """The names and figures in a text as sorted 32-bit hashes, at most :data:`MOST`."""
    found = {_hash(stem(word)) for word in _NAME.findall(text)} | {_hash(figure) for figure in _FIGURE.findall(text)}
    return tuple(sorted(found)[:MOST])


def story_alike(a: Collection[int], b: Collection[int]) -> float | None:
    """Cosine of two sets of names and figures, 0 to 1; None where one is too small to tell."""
    if min(len(a), len(b)) < _FEWEST:
        return None
    return round(len(frozenset(a) & frozenset(b)) / sqrt(len(a) * len(b)), 4)


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "big")


def stories(documents: Mapping[str, Collection[int]]) -> dict[str, int]:
    """The story that each document belongs to, as a number; documents with hardly a name are left out.

    Documents are joined while they have, on average, enough in common: two reports alone are less sure a sign. What two
    of these documents share counts the more the fewer of them have it.
    """
    order = sorted(document for document, found in documents.items() if len(found) >= _FEWEST)
    told = [frozenset(documents[document]) for document in order]
    number = Counter(name for names in told for name in names)
    weight = {name: log(2 * max(len(order), _FEWEST) / held) ** 2 for name, held in number.items()}
    lengths = [sqrt(fsum(map(weight.__getitem__, names))) for names in told]

    def score(i: int, j: int) -> float:
        # Summed exactly, so that no order shows.
        shared = fsum(map(weight.__getitem__, told[i] & told[j]))
        return shared / (lengths[i] * lengths[j]) - _TOGETHER

    return {order[place]: number for number, members in enumerate(link(len(order), score)) for place in members}
