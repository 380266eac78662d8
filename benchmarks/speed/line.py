"""The whole line and its rooms, timed in processes of their own that are each kept on one core."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from threading import BrokenBarrierError
from time import perf_counter
from typing import Any

from benchmarks.speed import machine
from benchmarks.speed.texts import count
from hearsay import Coder
from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events import code_events
from hearsay.records import Document

WARM_UP = 3


@dataclass(frozen=True)
class Timed:
    """What one process did: seconds in all, seconds by room, and the memory it came to hold."""

    seconds: float
    rooms: dict[str, float]
    megabytes: float


def _whole(coder: Coder, documents: list[Document]) -> float:
    begin = perf_counter()
    for document in documents:
        coder.code(document)
    return perf_counter() - begin


def _by_room(coder: Coder, documents: list[Document]) -> Counter[str]:
    """The corridor's steps with a clock between them."""
    seconds: Counter[str] = Counter()
    for document in documents:
        times = [perf_counter()]
        reading = coder.reader.read(document)
        times.append(perf_counter())
        cast = find_cast(reading, coder.world)
        times.append(perf_counter())
        attribution = attribute(reading, cast, coder.world)
        times.append(perf_counter())
        code_events(reading, cast, attribution, coder.world, coder.lexicon)
        times.append(perf_counter())
        for room, begin, end in zip(("reading", "actors", "attribution", "events"), times, times[1:], strict=False):
            seconds[room] += end - begin
    return seconds


def _work(core: int, documents: list[Document], barrier: Any, rooms: bool) -> Timed:
    machine.pin(core)
    coder = Coder()
    _whole(coder, documents[:WARM_UP])
    try:
        barrier.wait(timeout=120)
    except BrokenBarrierError:
        raise RuntimeError("the other process did not get ready within two minutes") from None
    if rooms:
        seconds = _by_room(coder, documents)
        return Timed(sum(seconds.values()), dict(seconds), machine.peak_megabytes())
    return Timed(_whole(coder, documents), {}, machine.peak_megabytes())


def run(documents: list[Document], processes: int, rooms: bool = False) -> tuple[float, list[Timed]]:
    """Code all documents in each process at once; wall seconds of the slowest, and each process's own account."""
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, ProcessPoolExecutor(processes, mp_context=context) as pool:
        barrier = manager.Barrier(processes)
        waiting = [pool.submit(_work, core, documents, barrier, rooms) for core in range(processes)]
        done = [future.result() for future in waiting]
    return max(t.seconds for t in done), done


def words(documents: list[Document]) -> int:
    """Words of all documents."""
    return sum(count(document) for document in documents)
