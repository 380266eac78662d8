"""What is said when a page cannot be shown: what is wrong, and what to do."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from hearsay.errors import LedgerError, NewerLedgerError, NotInLedgerError, SlowQuestionError, UnknownTypeError
from hearsay.explorer.answering import as_page, form_of
from hearsay.explorer.asking import BadQuestion

RETRY_S = 5
"""Seconds after which a page whose ledger could not be read asks again by itself."""


def tell_errors(app: FastAPI) -> None:
    """Give an application a page for every error."""
    app.add_exception_handler(NotInLedgerError, _missing)
    app.add_exception_handler(SlowQuestionError, _slow)
    app.add_exception_handler(LedgerError, _closed)
    app.add_exception_handler(BadQuestion, _unasked)
    app.add_exception_handler(UnknownTypeError, _unasked)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broken)


def told(request: Request, status: int, title: str, message: str, remedy: str, *, retry: bool = False) -> Response:
    """The page, or JSON for who asked for data. With ``retry`` the page asks again until the answer has come."""
    if form_of(request) != "html":
        return JSONResponse({"error": title, "detail": message}, status)
    return as_page(request, "message.html", status, title=title, message=message, remedy=remedy,
                   retry=RETRY_S if retry else None)  # fmt: skip


def _missing(request: Request, error: Exception) -> Response:
    return told(request, 404, "Not in this ledger", str(error), "An id never changes, but documents can be removed.")


def _slow(request: Request, error: Exception) -> Response:
    response = told(request, 503, "That takes too long", str(error), "The address holds the conditions: change it.")
    response.headers["Retry-After"] = "60"
    return response


def _closed(request: Request, error: Exception) -> Response:
    later = isinstance(error, NewerLedgerError)
    title = "This ledger is newer than this program" if later else "The ledger cannot be read"
    remedy = "" if later else "This page asks again every few seconds, or load it again when that is mended."
    response = told(request, 503, title, str(error), remedy, retry=not later)
    response.headers["Retry-After"] = str(RETRY_S)
    return response


def _unasked(request: Request, error: Exception) -> Response:
    return told(request, 422, "That cannot be asked", str(error), "Change the address, or start from all events.")


def _misread(request: Request, error: Exception) -> Response:
    parts = error.errors() if isinstance(error, RequestValidationError) else []
    message = "; ".join(f"{part['loc'][-1]}: {part['msg']}" for part in parts)
    return told(request, 422, "That cannot be asked", message, "Change the address, or start from all events.")


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title, message = "That cannot be done", str(getattr(error, "detail", ""))
    if status == 404:
        title, message = "There is no such page", "Nothing stands at this address."
    return told(request, status, title, message, "The parts of the explorer stand above.")


def _broken(request: Request, error: Exception) -> Response:
    return told(request, 500, "Something broke here", f"{type(error).__name__}: the server's log says more.",
                "Please report it with the address of this page.")  # fmt: skip
