"""Whether two documents tell of one story: by the names they have in common.

Two reports of one event share its people and places; two of one kind ("a mine collapsed") share their other words. Of
all measures tried on ECB+, the share of common names told one story from its like best.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from math import sqrt

from hearsay.merge.linking import link
from hearsay.merge.wording import stem

MOST = 96
"""Names of a document that are kept: those of the lowest hashes, so that two documents keep the same ones."""

_FEWEST = 4
"""With fewer names nothing can be said."""

_TOGETHER = 0.2
"""Share of common names, on average, above which reports are of one story."""

_NAME = re.compile(r"(?<=[\w,;:)'’\"“`-] )[A-Z]\w+")
"""A capitalised word that begins no sentence."""


@lru_cache(maxsize=4096)
def story_of(text: str) -> tuple[int, ...]:
    """The names in a text as sorted 32-bit hashes, at most :data:`MOST`."""
    found = {_hash(stem(word)) for word in _NAME.findall(text)}
    return tuple(sorted(found)[:MOST])


def story_alike(a: Collection[int], b: Collection[int]) -> float | None:
    """Cosine of two sets of names, 0 to 1; None where one is too small to tell."""
    if min(len(a), len(b)) < _FEWEST:
        return None
    return round(len(set(a) & set(b)) / sqrt(len(a) * len(b)), 4)


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "big")


def stories(documents: Mapping[str, Collection[int]]) -> dict[str, int]:
    """The story that each document belongs to, as a number; documents with hardly a name are left out.

    Documents are joined while they have, on average, enough names in common: two reports alone are less sure a sign.
    """
    names = sorted(document for document, found in documents.items() if len(found) >= _FEWEST)

    def score(i: int, j: int) -> float:
        return (story_alike(documents[names[i]], documents[names[j]]) or 0.0) - _TOGETHER

    return {names[place]: number for number, members in enumerate(link(len(names), score)) for place in members}
