"""The page of an article: its text as published, under marks that one can switch."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.explain.story import event_stories, member_words, report_stories
from hearsay.explorer.answering import as_json, as_page, form_of
from hearsay.explorer.marking import blocks_of
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.own_types import as_event
from hearsay.merge.account import account_id, address_of
from hearsay.records import Coding

router = APIRouter()


@router.get("/articles/{name}", include_in_schema=False)
@router.get("/articles/{name}.json", response_model=Coding, summary="An article and all that was coded in it")
def article(request: Request, name: str) -> Response:
    """By digest, the beginning of one, or id of the document."""
    ledger: Ledger = request.app.state.ledger()
    coding = ledger.coding(name)
    if form_of(request) == "json":
        return as_json(request, coding)
    document = coding.document
    whole = with_own(coding)
    shown: dict[str, Any] = {
        "stored": ledger.document(name),
        "address_of": lambda number: f"/events/{account_id(address_of(document), number)}",
        "link": document.url if (document.url or "").startswith(("http://", "https://")) else None,
    }
    return as_page(
        request, "article.html", coding=whole, document=document, blocks=blocks_of(whole),
        stories=event_stories(whole), reports=report_stories(coding),
        cast=[(member, member_words(member)) for member in coding.actors], **shown,
    )  # fmt: skip


def with_own(coding: Coding) -> Coding:
    """The coding with events of own types behind the others, as the ledger numbers its accounts."""
    own = tuple(map(as_event, coding.own))
    return coding.model_copy(update={"events": (*coding.events, *own)}) if own else coding
