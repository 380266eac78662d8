"""The explorer as a web application: its pages, what stands before them, and what is said when something is wrong."""

from __future__ import annotations

import threading
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from hearsay import __version__
from hearsay.errors import LedgerError, NewerLedgerError, NotInLedgerError
from hearsay.explorer import articles, events, network, overview, people, places
from hearsay.explorer.answering import as_page, form_of
from hearsay.explorer.asking import BadQuestion
from hearsay.explorer.gate import Gate
from hearsay.ledger.ledger import Ledger


class Shelf:
    """The ledger of an application: opened for reading when first asked, and again after it could not be."""

    def __init__(self, target: str | Path):
        self.target = str(target)
        self._ledger: Ledger | None = None
        self._lock = threading.Lock()

    def __call__(self) -> Ledger:
        """The open ledger. LedgerError when there is none; for a file that vanished, too."""
        with self._lock:
            if "://" not in self.target and not Path(self.target).exists():
                self.close()
                raise LedgerError(
                    f"{self.target}: there is no ledger here: make one with `hearsay add PATH... --db {self.target}`"
                )
            if self._ledger is None:
                self._ledger = Ledger.open(self.target, read_only=True, create=False)
            return self._ledger

    def close(self) -> None:
        """Give the ledger back."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None


def create_app(ledger: str | Path, *, password: str | None = None, token: str | None = None) -> FastAPI:
    """The explorer of the ledger at a path or ``postgresql://`` URL, to be served by any ASGI server.

    The ledger is opened for reading only, on the first request; one that is missing, locked or of a later version is
    a page that says so. With a password or a token every request must bring one of them.
    """
    app = FastAPI(
        title="Hearsay", version=__version__, docs_url=None, redoc_url=None,
        description="Who did what to whom, when and where, according to whom: every page of the explorer as JSON.",
    )  # fmt: skip
    app.state.ledger = Shelf(ledger)
    for room in (overview, events, articles, people, network, places):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=str(files("hearsay.explorer").joinpath("static"))), name="static")
    app.add_exception_handler(NotInLedgerError, _missing)
    app.add_exception_handler(LedgerError, _closed)
    app.add_exception_handler(BadQuestion, _unasked)
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(BaseHTTPMiddleware, dispatch=Gate(password, token))
    return app


def _missing(request: Request, error: Exception) -> Response:
    return _told(request, 404, "Not in this ledger", str(error), "An id never changes, but documents can be removed.")


def _closed(request: Request, error: Exception) -> Response:
    later = isinstance(error, NewerLedgerError)
    title = "This ledger is newer than this program" if later else "The ledger cannot be read"
    response = _told(request, 503, title, str(error), "" if later else "Load the page again when that is mended.")
    response.headers["Retry-After"] = "5"
    return response


def _unasked(request: Request, error: Exception) -> Response:
    return _told(request, 422, "That cannot be asked", str(error), "Change the address, or start from all events.")


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title = "There is no such page" if status == 404 else "That cannot be done"
    return _told(request, status, title, str(getattr(error, "detail", "")), "The parts of the explorer stand above.")


def _told(request: Request, status: int, title: str, message: str, remedy: str) -> Response:
    if form_of(request) != "html":
        return JSONResponse({"error": title, "detail": message}, status)
    return as_page(request, "message.html", status, title=title, message=message, remedy=remedy)
