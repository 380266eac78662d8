"""What merging knows of one document's telling of one event.

An *account* is one :class:`hearsay.records.Event` of one document, cut down to what tells events apart. Its id is the
document's address and the event's number (``3f9c0a81d2e4-3``): the same however often a document is added. The address
tells printings apart: two outlets that print one text word for word are two documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from hearsay.merge.story import story_of
from hearsay.records import Actor, Coding, Document, Event, EventType, Number, Place, Source, Status

DIGITS = 12
"""Hexadecimal digits of a document's address in an account's id: 48 bits, so that among a million documents two share
them at odds of 1 in 560. Storing such a second one fails on the unique id and changes nothing."""


@dataclass(frozen=True, slots=True)
class Account:
    """One document's telling of one event."""

    id: str
    document: str
    """The document's address."""
    published: date | None
    outlet: str | None
    event: str
    """Its PLOVER type, or the name of a project's own type."""
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
    story: tuple[int, ...] = ()
    """Names and figures of its document, as :func:`hearsay.merge.story.story_of` gives them; empty when unknown."""
    like: EventType | None = field(default=None, compare=False)
    """The PLOVER type whose rules an own type follows; None for PLOVER's types."""

    @property
    def kind(self) -> EventType:
        """The PLOVER type that it is, or is like."""
        return self.like or cast(EventType, self.event)


def address_of(document: Document) -> str:
    """SHA-256 of title, text, outlet and URL, hexadecimal: the same document always has the same address."""
    return hashlib.sha256("\n".join((document.digest, document.outlet or "", document.url or "")).encode()).hexdigest()


def account_id(address: str, number: int) -> str:
    """The id of a document's ``number``-th event, counted from 1."""
    return f"{address[:DIGITS]}-{number}"


def accounts_of(coding: Coding) -> Iterator[Account]:
    """The accounts of a coding, in the order of its events, those of own types last."""
    document = coding.document
    address = address_of(document)
    published = date.fromisoformat(document.published) if document.published else None
    story = story_of(document.text)
    for number, event in enumerate(coding.told, 1):
        begin, end = span_of_date(event.date) if event.date else (None, None)
        plover = event if isinstance(event, Event) else None
        yield Account(
            id=account_id(address, number),
            document=address,
            published=published,
            outlet=document.outlet,
            event=event.event,
            status=event.status,
            mode=plover.mode if plover else (),
            context=plover.context if plover else (),
            actors=event.actor,
            recipients=event.recipient,
            begin=begin,
            end=end,
            place=event.place,
            numbers=event.numbers,
            cameo=plover.cameo if plover else None,
            triggers=tuple(mention.trigger_text for mention in event.mentions),
            sentences=tuple(dict.fromkeys(mention.sentence_text for mention in event.mentions)),
            chains=tuple(mention.sources for mention in event.mentions),
            stances=tuple(mention.status for mention in event.mentions),
            like=None if isinstance(event, Event) else event.like,
            story=story,
        )


def span_of_date(value: str) -> tuple[date, date]:
    """First and last day of a date of any precision: "2024-07" is 1 to 31 July. ValueError for anything else."""
    parts = [int(part) for part in value.split("-")]
    match parts:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
    raise ValueError(value)
