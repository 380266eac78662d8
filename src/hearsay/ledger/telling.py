"""Events in full: every account with its words, who first vouched, which figures differ, why accounts were joined."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from hearsay.errors import NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.adding import unpack
from hearsay.ledger.documents import load_document
from hearsay.ledger.loading import BATCH
from hearsay.ledger.records import Evidence, Figure, Joining, LedgerEvent, Origin, Told
from hearsay.ledger.rows import actors_of, events_of
from hearsay.records import Coding, Event, Mention


def load_event(connection: Connection, id: str) -> LedgerEvent:
    """One event in full, by its id or that of any account of it. NotInLedgerError when there is none."""
    table, account = schema.event, schema.account.c
    row = connection.execute(
        select(table).join(schema.account, account.event == table.c.key).where(account.id == id)
    ).first()
    if row is None:
        row = connection.execute(select(table).where(table.c.id == id)).first()
    if row is None:
        raise NotInLedgerError(_missing(connection, id))
    return in_full(connection, events_of(connection, [row]))[0]


def in_full(connection: Connection, events: Sequence[LedgerEvent]) -> tuple[LedgerEvent, ...]:
    """The same events with accounts, origins, figures, joinings and relations filled in."""
    full: list[LedgerEvent] = []
    for begin in range(0, len(events), BATCH):
        full += _filled(connection, events[begin : begin + BATCH])
    return tuple(full)


def _missing(connection: Connection, id: str) -> str:
    document = schema.document
    found = connection.execute(
        select(document.c.id)
        .join(schema.account, schema.account.c.document == document.c.key)
        .where(schema.account.c.id == id)
    ).scalar()
    if found is not None:
        return f"{id}: told by {found}, which was corrected or coded anew since: its events now have other ids"
    return f"{id}: no event has this id: `hearsay events` lists them"


def _filled(connection: Connection, events: Sequence[LedgerEvent]) -> list[LedgerEvent]:
    table, ids = schema.event.c, [event.id for event in events]
    keys = dict(connection.execute(select(table.id, table.key).where(table.id.in_(ids))).tuples().all())
    accounts = _accounts(connection, keys.values())
    origins = _origins(connection, keys.values())
    joinings = _joinings(connection, keys.values())
    return [
        event.model_copy(
            update={
                "accounts": tuple(accounts[key]), "origins": tuple(origins[key]),
                "figures": _figures(accounts[key], origins[key]), "joinings": tuple(joinings[key]),
            }
        )
        for event in events
        if (key := keys[event.id]) is not None
    ]  # fmt: skip


def _accounts(connection: Connection, events: Collection[int]) -> defaultdict[int, list[Told]]:
    account, document, coding = schema.account.c, schema.document, schema.coding.c
    first, numbers = schema.document.alias("first"), schema.account.alias("numbers")
    lowest = (
        select(func.min(numbers.c.number)).where(numbers.c.coding == account.coding).correlate(schema.account)
    ).scalar_subquery()
    query = (
        select(
            account.event, account.id.label("account"), account.document.label("document_key"),
            (account.number - lowest).label("place"), account.coding, document, coding.record,
            first.c.digest.label("first_digest"),
        )
        .select_from(schema.account)
        .join(document, document.c.key == account.document)
        .join(schema.coding, coding.key == account.coding)
        .join(first, first.c.key == document.c.copy_group, isouter=True)
        .where(account.event.in_(list(events)), account.current)
        .order_by(account.event, document.c.published.is_(None), document.c.published, document.c.digest,
                  account.number)
    )  # fmt: skip
    found: defaultdict[int, list[Told]] = defaultdict(list)
    opened: dict[int, Coding] = {}
    for row in connection.execute(query).all():
        if row.coding not in opened:
            opened[row.coding] = unpack(row.record, load_document(connection, row.document_key))
        found[row.event].append(_told(row, opened[row.coding].events[row.place]))
    return found


def _told(row: Row[Any], event: Event) -> Told:
    return Told(
        id=row.account, document=row.id, digest=row.digest, outlet=row.outlet, ownership=row.ownership,
        published=row.published, title=row.title, url=row.url, event=event.event, mode=event.mode,
        status=event.status, actor=event.actor, recipient=event.recipient, date=event.date, place=event.place,
        numbers=event.numbers, confidence=event.confidence,
        copy_of=row.first_digest if row.first_digest != row.digest else None,
        mentions=tuple(_evidence(mention) for mention in event.mentions),
    )  # fmt: skip


def _evidence(mention: Mention) -> Evidence:
    return Evidence(
        trigger=mention.trigger, trigger_text=mention.trigger_text, sentence=mention.sentence,
        sentence_text=mention.sentence_text, chain=mention.sources, status=mention.status, region=mention.region,
        rule=mention.rule, confidence=mention.confidence,
    )  # fmt: skip


def _origins(connection: Connection, events: Collection[int]) -> defaultdict[int, list[Origin]]:
    origin = schema.event_origin
    rows = connection.execute(
        select(origin).where(origin.c.event.in_(list(events))).order_by(origin.c.event, origin.c.position)
    ).all()
    actors = actors_of(connection, {row.actor for row in rows if row.actor is not None})
    found: defaultdict[int, list[Origin]] = defaultdict(list)
    for row in rows:
        found[row.event].append(
            Origin(
                name=row.name, actor=actors.get(row.actor), ownership=row.ownership, status=row.status,
                accounts=tuple(json.loads(row.accounts)),
            )
        )  # fmt: skip
    return found


def _joinings(connection: Connection, events: Collection[int]) -> defaultdict[int, list[Joining]]:
    joining, one, other = schema.joining.c, schema.account.alias("one"), schema.account.alias("other")
    rows = connection.execute(
        select(joining.event, one.c.id.label("one"), other.c.id.label("two"), joining.score, joining.features)
        .join(one, one.c.key == joining.first)
        .join(other, other.c.key == joining.second)
        .where(joining.event.in_(list(events)))
        .order_by(joining.event, one.c.id, other.c.id)
    )
    found: defaultdict[int, list[Joining]] = defaultdict(list)
    for row in rows:
        features = tuple((name, weight) for name, weight in json.loads(row.features))
        found[row.event].append(Joining(first=row.one, second=row.two, score=row.score, features=features))
    return found


def _figures(accounts: Sequence[Told], origins: Sequence[Origin]) -> tuple[Figure, ...]:
    """Each count of each account, under every origin that the account rests on."""
    resting = defaultdict[str, list[str]](list)
    for origin in origins:
        for account in origin.accounts:
            resting[account].append(origin.name)
    return tuple(
        Figure(kind=number.kind, low=number.low, best=number.best, high=number.high, origin=name, account=account.id)
        for account in accounts
        for number in account.numbers
        for name in resting[account.id] or [account.outlet or account.document]
    )
