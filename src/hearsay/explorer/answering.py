"""An answer as the asker wants it: a page, JSON or CSV, told by the suffix of the address or by ``Accept``."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from hearsay.explain.wording import counted, located, standing, word
from hearsay.explorer import asking, wording
from hearsay.ledger.columns import COLUMNS, row_of
from hearsay.records import Record

Form = Literal["html", "json", "csv"]

_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def form_of(request: Request) -> Form:
    """The suffix decides, then what the asker accepts first; a page for browsers and for who does not say."""
    suffixes: dict[str, Form] = {".json": "json", ".geojson": "json", ".graphml": "json", ".csv": "csv"}
    for suffix, form in suffixes.items():
        if request.url.path.endswith(suffix):
            return form
    accepted = request.headers.get("accept", "")
    for part in accepted.split(","):
        kind = part.partition(";")[0].strip()
        if kind == "text/html":
            return "html"
        if kind == "application/json":
            return "json"
        if kind == "text/csv":
            return "csv"
    return "html"


def as_page(request: Request, template: str, http_status: int = 200, **shown: Any) -> Response:
    """A page; htmx gets the same page and takes from it what it replaces."""
    text = environment().get_template(template).render(request=request, **shown)
    return tagged(request, text, "text/html; charset=utf-8", http_status)


def at_one_address(request: Request, canonical: str, make: Callable[[], Response]) -> Response:
    """A page of a question at the one address that says it, whichever empty fields a form sent along.

    A browser is sent there; htmx is told to show it.
    """
    if "hx-request" not in request.headers and any(not value for value in request.query_params.values()):
        return RedirectResponse(canonical, 303)
    page = make()
    if request.headers.get("hx-target") == "found":
        page.headers["HX-Push-Url"] = canonical
    return page


def as_json(request: Request, answer: Any, media_type: str = _TYPES["json"]) -> Response:
    """Records, or mappings and lists of them, as JSON."""
    return tagged(request, json.dumps(_plain(answer), ensure_ascii=False, separators=(",", ":")), media_type)


def as_csv(kind: type[Record], pages: Iterator[Sequence[Record]]) -> Response:
    """Records as CSV, page after page, so that a million rows need no more memory than one page.

    The first page is asked for at once: what is wrong with the question is said before anything is sent.
    """
    first = next(pages, ())

    def lines() -> Iterator[str]:
        yield _csv([tuple(COLUMNS[kind])])
        for page in chain((first,), pages):
            yield _csv([tuple(_cell(value) for value in row_of(record)) for record in page])

    return StreamingResponse(
        lines(), media_type=_TYPES["csv"], headers={"Content-Disposition": 'attachment; filename="hearsay.csv"'}
    )


def tagged(request: Request, text: str, media_type: str, status: int = 200) -> Response:
    """A response with an ETag of its content; 304 when the asker has it already."""
    body = text.encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept"}
    held = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if status == 200 and tag in held:
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def clean(value: Any) -> Any:
    """Text without characters that turn the reading direction or cannot stand on a page. Line ends stay."""
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value
    return "".join(c for c in value if c in "\n\u200c\u200d" or c.isprintable() or c.isspace())


@cache
def environment() -> Environment:
    """The templates. Every value is cleaned and escaped; one that a page was not given is an error."""
    made = Environment(
        loader=PackageLoader("hearsay.explorer"), autoescape=True, undefined=StrictUndefined, finalize=clean,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(
        sentence=wording.sentence, plain=wording.plain, tone=wording.tone, handle=wording.handle, word=word,
        counted=counted, standing=standing, located=located, address=asking.address, asset=_asset,
        manner=wording.manner, exact=wording.exact, asked=wording.asked,
        verdict=wording.verdict, vouched=wording.vouched, article=wording.article,
        signed=wording.signed, stance=wording.stance, here=_here,
    )  # fmt: skip
    return made


@cache
def _asset(name: str) -> str:
    """The address of a static file; it changes with the file, so that browsers may keep it."""
    content = files("hearsay.explorer").joinpath("static", name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:10]}"


@pass_context
def _here(context: Context, part: str) -> bool:
    """Whether the page shown belongs to a part of the site."""
    path: str = context["request"].url.path
    return path == part or (part != "/" and path.startswith(part))


def _plain(answer: Any) -> Any:
    if isinstance(answer, Record):
        return answer.model_dump(mode="json", by_alias=True)
    if isinstance(answer, Mapping):
        return {key: _plain(value) for key, value in answer.items()}
    if isinstance(answer, list | tuple):
        return [_plain(value) for value in answer]
    return answer


def _cell(value: Any) -> Any:
    """A spreadsheet must not take an article's words for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _csv(rows: Sequence[Sequence[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
