"""Documents through the coder, in one process or several: in order, a few at a time, whatever happens to one.

The pieces that come out are the same bytes for any number of processes: each is made from one document alone, and
they are given out in the order in which the documents came in.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hearsay.errors import HearsayError
from hearsay.ingest import Incoming, Problem
from hearsay.records import Document

if TYPE_CHECKING:
    from hearsay.pipeline import Coder

Step: TypeAlias = "Callable[[Coder, Document], str]"
"""What is done with a document: the piece of output it gives. Sent to other processes, so it must pickle."""

_AHEAD = 3
"""Documents under way for each process: enough to keep it busy, few enough to bound memory."""
_PATIENCE = 5.0
"""Seconds that worker processes have to end by themselves after Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The output for one document."""

    incoming: Incoming
    text: str


def load_coder() -> Coder:
    """The coder of a process. Importing it loads the model's runtime, so it waits for the first document."""
    from hearsay.pipeline import Coder

    try:
        return Coder()
    except OSError as error:
        raise HearsayError(
            f"{error.filename}: {error.strerror}: a part of Hearsay is missing, install it again"
        ) from None


def load_project(folder: Path) -> Coder:
    """The coder of a process with a project's own tables; HearsayError when one of them has a bad row."""
    from hearsay.pipeline import Coder

    return Coder.of_project(folder)


def work_through(
    items: Iterator[Incoming | Problem], step: Step, *, jobs: int = 1, coder: Callable[[], Coder] | None = None
) -> Iterator[Piece | Problem]:
    """A piece for each document, in order; a problem for one that could not be coded, and problems passed through.

    Raises HearsayError when the coder itself cannot be loaded.
    """
    coder = coder or load_coder
    return _in_parallel(items, step, coder, jobs) if jobs > 1 else _in_turn(items, step, coder)


def _in_turn(items: Iterator[Incoming | Problem], step: Step, load: Callable[[], Coder]) -> Iterator[Piece | Problem]:
    coder: Coder | None = None
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        coder = coder or load()
        yield _outcome(item, _attempt(coder, step, item.document))


def _in_parallel(
    items: Iterator[Incoming | Problem], step: Step, load: Callable[[], Coder], jobs: int
) -> Iterator[Piece | Problem]:
    under_way: deque[tuple[Incoming, Future[str | Problem]] | Problem] = deque()
    pool = _pool(load, jobs)
    try:
        more = True
        while more or under_way:
            while more and len(under_way) < jobs * _AHEAD:
                item = next(items, None)
                if item is None:
                    more = False
                elif isinstance(item, Problem):
                    under_way.append(item)
                else:
                    under_way.append((item, _submit(pool, step, item.document)))
            if not under_way:
                return
            head = under_way.popleft()
            if isinstance(head, Problem):
                yield head
                continue
            incoming, future = head
            try:
                outcome = future.result()
            except BrokenProcessPool:
                # A process was killed, as by a system short of memory. Whose fault it was cannot be told, so the
                # first in line is tried alone, and the rest again in a new pool.
                pool.shutdown(wait=False, cancel_futures=True)
                outcome = _alone(load, step, incoming)
                pool = _pool(load, jobs)
                under_way = deque(
                    entry if isinstance(entry, Problem) else (entry[0], _submit(pool, step, entry[0].document))
                    for entry in under_way
                )
            yield _outcome(incoming, outcome)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        _dismiss()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _dismiss() -> None:
    """End the worker processes, after a while also those that are still at a document.

    One that is ended in the middle of an answer leaves the pool waiting for the rest of it, so they get time to finish.
    """
    workers = multiprocessing.active_children()
    end = time.monotonic() + _PATIENCE
    for worker in workers:
        worker.join(max(0.0, end - time.monotonic()))
    for worker in workers:
        if worker.is_alive():
            worker.terminate()


def _alone(load: Callable[[], Coder], step: Step, incoming: Incoming) -> str | Problem:
    with _pool(load, 1) as pool:
        try:
            return _submit(pool, step, incoming.document).result()
        except BrokenProcessPool:
            return Problem("error", "", "the process that coded it was killed: is there enough memory?")


def _outcome(incoming: Incoming, outcome: str | Problem) -> Piece | Problem:
    if isinstance(outcome, Problem):
        return Problem(outcome.level, f"{incoming.where} (id {incoming.document.id})", outcome.message)
    return Piece(incoming, outcome)


def _attempt(coder: Coder, step: Step, document: Document) -> str | Problem:
    try:
        return step(coder, document)
    except Exception as error:  # one document must not cost the others, whatever is wrong with it
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Problem("error", "", f"could not be coded ({reason}): please report it with the text")


# -- inside a worker process --------------------------------------------------------------------------------------

_worker: list[Coder | HearsayError] = []


def _start_worker(load: Callable[[], Coder]) -> None:
    # Ctrl-C reaches every process of the terminal; only the first one answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _worker.append(load())
    except HearsayError as error:
        _worker.append(error)


def _end_with_parent() -> None:
    """A parent that is killed cannot dismiss its workers, and the pipe they wait on never closes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(step: Step, document: Document) -> str | Problem:
    coder = _worker[0]
    if isinstance(coder, HearsayError):
        raise coder
    return _attempt(coder, step, document)


def _pool(load: Callable[[], Coder], jobs: int) -> ProcessPoolExecutor:
    # Fresh processes, not forks: a fork would copy the locks of the model's runtime in whatever state they are.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(load,))


def _submit(pool: ProcessPoolExecutor, step: Step, document: Document) -> Future[str | Problem]:
    with _unheard():
        return pool.submit(_run, step, document)


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Processes started in here never hear Ctrl-C, not even while they still import."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
