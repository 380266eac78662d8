"""Reviewing: one decision a screen, by key, touch or plain form; whose word it is, is a name in a signed cookie."""

from __future__ import annotations

from typing import Any, cast

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.errors import LedgerError, StaleReviewError
from hearsay.explorer import asking
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.events import count_of
from hearsay.explorer.overview import status_of
from hearsay.explorer.review_pages import fix_of, item_of, visible
from hearsay.explorer.review_session import Sessions, posted
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import (
    ON_MENTIONS,
    ON_PAIRS,
    Correction,
    DrawOrder,
    ItemKind,
    Results,
    Review,
    ReviewVerdict,
)
from hearsay.ledger.review_values import coded_of
from hearsay.ledger.reviewing import named_reviewer

router = APIRouter()

KINDS: dict[str, tuple[ItemKind, DrawOrder]] = {
    "uncertain": ("mentions", "uncertain"), "random": ("mentions", "random"), "pairs": ("pairs", "uncertain"),
}  # fmt: skip
SIZES = (20, 50, 100, 200, 500)
_NUMBER = 9


@router.get("/review", include_in_schema=False)
def start(request: Request) -> Response:
    """Who reviews, and what: the conditions of the address hold for what is drawn."""
    refused = _refusal(request)
    if refused is not None:
        return refused
    wanted = asking.wanted_of(request.query_params)
    sessions, ledger = _sessions(request), _desk(request)
    token, give = sessions.token(request), None
    if not token:
        token, give = sessions.begin(request)
    shelf: Shelf = request.app.state.ledger
    response = as_page(
        request, "review_start.html", reviewer=sessions.reviewer(request), token=token, queues=ledger.queues(),
        given=asking.pairs(wanted), count=count_of(shelf, wanted), empty=not status_of(shelf).documents,
        sizes=SIZES, pairs=asking.pairs, target=request.app.state.ledger.target,
    )  # fmt: skip
    if give is not None:
        give(response)
    return _unkept(response)


@router.post("/review/name", include_in_schema=False)
async def name(request: Request) -> Response:
    """Begin to review under a name."""
    fields = await _checked(request)
    try:
        reviewer = named_reviewer(_one(fields, "reviewer"))
    except LedgerError as error:
        return _told(request, 422, "That cannot be a name", str(error))
    response = RedirectResponse(asking.address("/review", _conditions(fields)), 303)
    _, give = _sessions(request).begin(request, reviewer)
    give(response)
    return response


@router.post("/review/leave", include_in_schema=False)
async def leave(request: Request) -> Response:
    """Let go of everything held, and forget the name."""
    await _checked(request)
    reviewer = _sessions(request).reviewer(request)
    if reviewer is not None:
        await run_in_threadpool(_desk(request).leave, reviewer)
    response = RedirectResponse("/review", 303)
    _sessions(request).end(response)
    return response


@router.post("/review/queues", include_in_schema=False)
async def draw(request: Request) -> Response:
    """Draw a queue and begin with it."""
    fields = await _checked(request)
    reviewer = _reviewer(request)
    kind, size, share = _one(fields, "kind"), _one(fields, "size"), _one(fields, "share")
    if kind not in KINDS or not size[:_NUMBER].isdecimal() or not share[:_NUMBER].isdecimal():
        raise asking.BadQuestion("draw: a kind of queue, a number of items, and a share in per cent")
    wanted = asking.wanted_of(QueryParams(_conditions(fields)))

    def drawn() -> Response:
        try:
            queue = _desk(request).draw(
                *KINDS[kind], wanted, size=int(size[:_NUMBER]), share=int(share[:_NUMBER]) / 100, maker=reviewer
            )
        except LedgerError as error:
            return _told(request, 422, "Nothing could be drawn", str(error))
        return RedirectResponse(f"/review/queues/{queue.number}", 303)

    return await run_in_threadpool(drawn)


@router.get("/review/queues/{number}", include_in_schema=False)
def look(request: Request, number: int) -> Response:
    """The item that the reviewer is to look at; it is theirs alone for a while."""
    refused = _refusal(request)
    if refused is not None:
        return refused
    sessions, ledger = _sessions(request), _desk(request)
    reviewer = sessions.reviewer(request)
    if reviewer is None:
        return RedirectResponse("/review", 303)
    queue = ledger.queue(_sane(number))
    task = ledger.task(queue.number, reviewer)
    said = [r for r in ledger.reviews(queue=queue.number, reviewer=reviewer) if r.item != (task and task.item)]
    shown: dict[str, Any] = {
        "queue": queue, "reviewer": reviewer, "token": sessions.token(request), "last": said[-1] if said else None,
        "mine": sum(review.verdict != "skip" for review in said),
    }  # fmt: skip
    if task is None:
        return _unkept(as_page(request, "review_done.html", **shown))
    template = "review_pair.html" if task.mention is None else "review_item.html"
    types, statuses = (*asking.choices("type"), *ledger.own_types()), asking.choices("status")
    return _unkept(as_page(
        request, template, item=item_of(ledger, task), types=types, statuses=statuses, **shown,
    ))  # fmt: skip


@router.post("/review/queues/{number}", include_in_schema=False)
async def decide(request: Request, number: int) -> Response:
    """Take a decision, or take one back; then the next item."""
    fields = await _checked(request)
    reviewer = _reviewer(request)
    onward = f"/review/queues/{_sane(number)}"
    undo = _one(fields, "undo")
    verdict = _one(fields, "verdict")
    if not undo and verdict not in (*ON_MENTIONS, *ON_PAIRS):
        raise asking.BadQuestion(f"verdict: one of {', '.join(dict.fromkeys((*ON_MENTIONS, *ON_PAIRS)))}")

    def decided() -> Response:
        desk = _desk(request)
        try:
            if undo:
                _take_back(desk, undo, reviewer)
            else:
                _decide(desk, fields, cast(ReviewVerdict, verdict), reviewer, _sane(number))
        except StaleReviewError as error:
            return _told(request, 409, "It has changed meanwhile", str(error), onward)
        except LedgerError as error:
            return _told(request, 422, "That cannot be stored", str(error), onward)
        except ValueError as error:
            return _told(request, 422, "That cannot be stored", _plainly(error), onward)
        return RedirectResponse(onward, 303)

    return await run_in_threadpool(decided)


@router.get("/review/results", include_in_schema=False)
@router.get("/review/results.json", response_model=Results, summary="Agreement of reviewers, precision of the machine")
def results(request: Request) -> Response:
    """Told of all reviews that stand; precision of random samples alone."""
    found = request.app.state.ledger().results()
    if form_of(request) == "json":
        return as_json(request, found)
    return as_page(request, "review_results.html", results=found, pairs=asking.pairs)


@router.get("/reviews.json", response_model=list[Review], summary="What people said of mentions and pairs")
def reviews(request: Request) -> Response:
    """Of an ``event``, a ``queue`` or a ``reviewer``. A reviewer's own session sees no verdict before its own."""
    ledger: Ledger = request.app.state.ledger()
    query = request.query_params
    number = query.get("queue") or ""
    if number and not (number.isascii() and number.isdecimal() and len(number) <= _NUMBER):
        raise asking.BadQuestion(f"queue: {number[:20]!r}: a number")
    found = ledger.reviews(
        event=query.get("event") or None, queue=int(number) if number else None, reviewer=query.get("reviewer") or None
    )
    return as_json(request, visible(request, found))


def _decide(
    desk: Ledger, fields: dict[str, list[str]], verdict: ReviewVerdict, reviewer: str, queue: int
) -> None:  # fmt: skip
    item, fix = _one(fields, "item"), Correction()
    if "~" not in item:
        coding, event, mention = desk.mention(item)
        fix = fix_of(coding, coded_of(event, mention), fields)
        if verdict == "accept" and fix != Correction():
            raise ValueError("fields were changed: save the fix, or go back and leave them as they were to accept")
        if verdict != "fix":
            fix = Correction()
    desk.review(
        item, verdict, reviewer, fix, queue=queue, form=_one(fields, "form") or None, seen=_one(fields, "seen") or None
    )


def _take_back(desk: Ledger, undo: str, reviewer: str) -> None:
    if not undo.isdecimal() or len(undo) > _NUMBER:
        raise ValueError("no review has such a number")
    mine = {review.number for review in desk.reviews(reviewer=reviewer, undone=True)}
    if int(undo) not in mine:
        raise ValueError("only what you said yourself can be taken back")
    desk.take_back(int(undo))


async def _checked(request: Request) -> dict[str, list[str]]:
    """The fields of a form that a page of this session made."""
    if request.app.state.ledger.read_only:
        raise HTTPException(403, "This explorer only shows: it was started to read, and stores nothing.")
    fields = await posted(request)
    _sessions(request).check(request, _one(fields, "token"))
    return fields


def _reviewer(request: Request) -> str:
    reviewer = _sessions(request).reviewer(request)
    if reviewer is None:
        raise HTTPException(403, "Say first who reviews: choose a name at /review.")
    return reviewer


def _refusal(request: Request) -> Response | None:
    if not request.app.state.ledger.read_only:
        return None
    return _told(
        request, 403, "Nothing can be reviewed here",
        "This explorer only shows: it was started to read. To review, run hearsay serve without --read-only.",
        "/review/results",
    )  # fmt: skip


def _told(request: Request, status: int, title: str, message: str, onward: str = "/review") -> Response:
    return as_page(request, "review_told.html", status, title=title, message=message, onward=onward)


def _unkept(response: Response) -> Response:
    """A page with a form is made anew each time: what it asks may be settled meanwhile."""
    response.headers["Cache-Control"] = "no-store"
    del response.headers["etag"]
    return response


def _conditions(fields: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name in EventFilter.model_fields for value in fields.get(name, ()) if value]


def _one(fields: dict[str, list[str]], name: str) -> str:
    return (fields.get(name) or [""])[-1]


def _sane(number: int) -> int:
    """A queue's number that a database can hold."""
    return number if 0 < number < 10**_NUMBER else 0


def _plainly(error: ValueError) -> str:
    """What is wrong, of an error of our own or of a record's."""
    errors = getattr(error, "errors", None)
    if errors is None:
        return str(error)
    first = errors()[0]
    return f"{first['loc'][0]}: {str(first['input'])[:80]!r}: {first['msg']}"


def _desk(request: Request) -> Ledger:
    desk: Ledger = request.app.state.ledger.writing()
    return desk


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
