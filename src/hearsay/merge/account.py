"""What merging knows of one document's telling of one event.

An *account* is one :class:`hearsay.records.Event` of one document, cut down to what tells events apart. Its id is the
document's digest and the event's number (``3f9c0a81d2e4-3``), so it stays the same however often a document is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from hearsay.records import Actor, Coding, Event, EventType, Number, Place, Source, Status

DIGITS = 12
"""Hexadecimal digits of a document's digest in an account's id: 48 bits, one clash in 10^7 documents to be expected at
odds of about 1 in 6: :func:`account_id` callers that store must check the full digest."""


@dataclass(frozen=True, slots=True)
class Account:
    """One document's telling of one event."""

    id: str
    document: str
    """The document's digest."""
    published: date | None
    outlet: str | None
    event: EventType
    status: Status
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    begin: date | None = None
    """First day the event may have happened on; None when nothing is known."""
    end: date | None = None
    """Last such day, inclusive."""
    place: Place | None = None
    numbers: tuple[Number, ...] = ()
    cameo: str | None = None
    triggers: tuple[str, ...] = ()
    """The trigger words of its mentions as written, in text order."""
    sentences: tuple[str, ...] = ()
    """The sentences of its mentions, in text order, each once."""
    chains: tuple[tuple[Source, ...], ...] = ()
    """The source chain of each mention, outermost first; empty when the outlet itself vouches."""
    stances: tuple[Status, ...] = field(default=())
    """The status of each mention, in the order of ``chains``."""


def account_id(digest: str, number: int) -> str:
    """The id of a document's ``number``-th event, counted from 1."""
    return f"{digest[:DIGITS]}-{number}"


def accounts_of(coding: Coding) -> Iterator[Account]:
    """The accounts of a coding, in the order of its events."""
    document = coding.document
    published = date.fromisoformat(document.published) if document.published else None
    for number, event in enumerate(coding.events, 1):
        begin, end = days_of(event)
        yield Account(
            id=account_id(document.digest, number),
            document=document.digest,
            published=published,
            outlet=document.outlet,
            event=event.event,
            status=event.status,
            mode=event.mode,
            context=event.context,
            actors=event.actor,
            recipients=event.recipient,
            begin=begin,
            end=end,
            place=event.place,
            numbers=event.numbers,
            cameo=event.cameo,
            triggers=tuple(mention.trigger_text for mention in event.mentions),
            sentences=tuple(dict.fromkeys(mention.sentence_text for mention in event.mentions)),
            chains=tuple(mention.sources for mention in event.mentions),
            stances=tuple(mention.status for mention in event.mentions),
        )


def days_of(event: Event) -> tuple[date | None, date | None]:
    """First and last day that an event's date allows: "2024-07" is 1 to 31 July; (None, None) without a date."""
    parts = [int(part) for part in event.date.split("-")] if event.date else []
    match parts:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            return None, None
