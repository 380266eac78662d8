"""The explorer as a web application: its pages, and what stands before them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from hearsay import __version__
from hearsay.explorer import articles, events, network, overview, people, places, review
from hearsay.explorer.described import describe
from hearsay.explorer.gate import Gate
from hearsay.explorer.heads import Heads
from hearsay.explorer.limits import A_MINUTE, Buckets, Limits
from hearsay.explorer.refusing import tell_errors, told
from hearsay.explorer.review_session import Sessions
from hearsay.explorer.shelf import LONGEST, Shelf

_AT_WORK = min(12, max(4, 2 * (os.cpu_count() or 1)))
"""Pages made at a time: more would only take each other's time, and a ledger has 15 connections."""


def create_app(
    ledger: str | Path,
    *,
    password: str | None = None,
    token: str | None = None,
    read_only: bool = False,
    a_minute: float = A_MINUTE,
    longest: float = LONGEST,
) -> FastAPI:
    """The explorer of the ledger at a path or ``postgresql://`` URL, to be served by any ASGI server.

    A ledger of an earlier version is brought up to date when the application starts. One that is missing, locked or of
    a later version is a page that says so. Only reviews are written, and with ``read_only`` nothing. With a password or
    a token every request must bring one of them. A client may ask for so many costly pages ``a_minute``, a question may
    take ``longest`` seconds.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _AT_WORK
        await anyio.to_thread.run_sync(shelf.begin)
        shelf.aside(lambda: overview.prepare(shelf))
        yield
        await anyio.to_thread.run_sync(shelf.close)

    app = FastAPI(
        title="Hearsay", version=__version__, docs_url=None, redoc_url=None, lifespan=lifespan,
        description="Who did what to whom, when and where, according to whom: every page of the explorer as JSON.",
    )  # fmt: skip
    app.state.ledger = shelf = Shelf(ledger, read_only=read_only, longest=longest)
    app.state.sessions = Sessions()
    for room in (overview, events, articles, people, network, places, review):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=str(files("hearsay.explorer").joinpath("static"))), name="static")
    tell_errors(app)
    describe(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(Limits, buckets=Buckets(a_minute), refuse=told)
    app.add_middleware(BaseHTTPMiddleware, dispatch=Gate(password, token))
    app.add_middleware(Heads)
    return app
