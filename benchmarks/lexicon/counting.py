"""Predicates of many documents, counted in several processes."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Sequence

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import Gold
from hearsay import Coder
from hearsay.lexicon.coverage import State, count_document

Counts = Counter[tuple[str, str, State]]

_coder: Coder | None = None


def _start() -> None:
    global _coder
    _coder = Coder()


def _count(gold: Gold) -> tuple[Counts, set[str]]:
    assert _coder is not None
    return count_document(document(gold), _coder)


def counted(records: Sequence[Gold], jobs: int) -> tuple[Counts, set[str]]:
    """Predicates of all records as (words, part of speech, state), and the ids of entries that won somewhere."""
    counts: Counts = Counter()
    won: set[str] = set()
    with multiprocessing.get_context("spawn").Pool(jobs, _start) as pool:
        for found, held in pool.imap(_count, records, chunksize=8):
            counts.update(found)
            won |= held
    return counts, won
