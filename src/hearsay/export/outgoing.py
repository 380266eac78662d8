"""Events of a ledger on their way out, with the reports and mentions that formats of single reports ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from hearsay.ledger import schema
from hearsay.ledger.asking import rows_as_events
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.interning import chain_of
from hearsay.ledger.loading import batches
from hearsay.ledger.own_types import PLOVER, meant_by, own_types
from hearsay.ledger.records import LedgerEvent
from hearsay.records import RegionKind, Source, Span, Status

BATCH = 500


@dataclass(frozen=True, slots=True)
class Telling:
    """One place in one document that tells an event."""

    trigger: Span
    trigger_text: str
    sentence: Span
    sentence_text: str
    status: Status
    region: RegionKind
    confidence: float
    chain: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ReportOf:
    """One document's account of an event."""

    account: str
    document: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None
    language: str
    characters: int
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An event with all its reports, the first published first."""

    number: int
    """Its key in the ledger, for formats that ask for a number."""
    event: LedgerEvent
    reports: tuple[ReportOf, ...]


def outgoing(connection: Connection, wanted: EventFilter, own: bool = True) -> Iterator[Outgoing]:
    """All events that meet the conditions, by date and key; without ``own`` those of PLOVER's types alone.

    Only their keys and one batch are in memory at once. UnknownTypeError for a type that is none.
    """
    event = schema.event.c
    chosen = select(event.key).where(*_conditions(connection, wanted, own)).order_by(event.day, event.key)
    keys = list(connection.execute(chosen).scalars())
    for begin in range(0, len(keys), BATCH):
        part = keys[begin : begin + BATCH]
        rows = {row.key: row for row in connection.execute(select(schema.event).where(event.key.in_(part)))}
        reports = _reports(connection, part)
        for key, found in zip(part, rows_as_events(connection, [rows[key] for key in part]), strict=True):
            yield Outgoing(key, found, tuple(reports.get(key, ())))


def number_of_events(connection: Connection, wanted: EventFilter, own: bool = True) -> int:
    """How many events :func:`outgoing` will give."""
    query = select(func.count()).select_from(schema.event).where(*_conditions(connection, wanted, own))
    return connection.execute(query).scalar_one()


def own_events(connection: Connection, wanted: EventFilter) -> dict[str, int]:
    """How many of the events that meet the conditions are of each type of a project's own."""
    return own_types(connection, *conditions(meant_by(connection, wanted)))


def _conditions(connection: Connection, wanted: EventFilter, own: bool) -> list[ColumnElement[bool]]:
    found = conditions(meant_by(connection, wanted))
    return found if own else [*found, schema.event.c.type.in_(PLOVER)]


def _reports(connection: Connection, events: Sequence[int]) -> dict[int, list[ReportOf]]:
    account, document = schema.account.c, schema.document.c
    rows = connection.execute(
        select(account.event, account.key, account.id.label("account"), document.id, document.outlet, document.url,
               document.title, document.published, document.language, document.characters)
        .join(schema.document, document.key == account.document)
        .where(account.event.in_(list(events)))
        .order_by(account.event, document.published.is_(None), document.published, document.digest, account.number)
    ).all()  # fmt: skip
    tellings = _tellings(connection, [row.key for row in rows])
    found: dict[int, list[ReportOf]] = {}
    for row in rows:
        found.setdefault(row.event, []).append(
            ReportOf(
                row.account, row.id, row.outlet, row.url, row.title, row.published, row.language, row.characters,
                tuple(tellings.get(row.key, ())),
            )
        )  # fmt: skip
    return found


def _tellings(connection: Connection, accounts: Sequence[int]) -> dict[int, list[Telling]]:
    mention, text, account, chain = schema.mention.c, schema.document_text.c, schema.account.c, schema.chain.c
    found: dict[int, list[Telling]] = {}
    for part in batches(accounts):
        query = (
            select(
                schema.mention, chain.links,
                func.substr(text.text, mention.trigger_begin + 1,
                            mention.trigger_end - mention.trigger_begin).label("trigger"),
                func.substr(text.text, mention.sentence_begin + 1,
                            mention.sentence_end - mention.sentence_begin).label("sentence"),
            )
            .join(schema.account, account.key == mention.account)
            .join(schema.document_text, text.document == account.document)
            .join(schema.chain, chain.key == mention.chain)
            .where(mention.account.in_(part))
            .order_by(mention.account, mention.number)
        )  # fmt: skip
        for row in connection.execute(query):
            found.setdefault(row.account, []).append(_telling(row))
    return found


def _telling(row: Row[Any]) -> Telling:
    return Telling(
        trigger=(row.trigger_begin, row.trigger_end), trigger_text=row.trigger,
        sentence=(row.sentence_begin, row.sentence_end), sentence_text=row.sentence, status=row.status,
        region=row.region, confidence=row.confidence, chain=chain_of(row.links),
    )  # fmt: skip
