"""Code the gold sets: one pass over each document gives both its events and its reports."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import Gold
from hearsay import Coder

Line = dict[str, Any]

_coder: Coder | None = None


def _start() -> None:
    global _coder
    _coder = Coder()


def _code(gold: Gold) -> tuple[list[Line], list[Line]]:
    assert _coder is not None
    coding = _coder.code(document(gold))
    coding.check()
    return (
        [event.model_dump(mode="json", by_alias=True) for event in coding.events],
        [report.model_dump(mode="json", by_alias=True) for report in coding.reports],
    )


def code(documents: Iterable[Gold], jobs: int = 2) -> tuple[list[Line], list[Line]]:
    """Events and reports of all documents as ``hearsay code --format jsonl`` would print them, in input order."""
    work: Sequence[Gold] = sorted(documents, key=lambda gold: -len(gold["text"]))
    if jobs > 1:
        with multiprocessing.get_context("spawn").Pool(jobs, _start) as pool:
            done = pool.map(_code, work, chunksize=1)
    else:
        _start()
        done = [_code(gold) for gold in work]
    return [event for events, _ in done for event in events], [report for _, reports in done for report in reports]
