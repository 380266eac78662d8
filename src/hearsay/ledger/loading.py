"""Accounts as merging knows them, read back from the ledger's rows."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, func, select

from hearsay.ledger import schema
from hearsay.ledger.interning import chain_of
from hearsay.ledger.own_types import PLOVER, likes_of
from hearsay.merge.account import Account
from hearsay.merge.story import story_of
from hearsay.records import Actor, EventType, Number, Place, Source, Status

K = TypeVar("K", int, str)

BATCH = 500
"""Keys asked for at once: SQLite bounds the parameters of a statement."""


def batches(keys: Collection[K]) -> Iterator[list[K]]:
    """Keys or ids in sorted runs of at most :data:`BATCH`."""
    order = sorted(keys)
    for begin in range(0, len(order), BATCH):
        yield order[begin : begin + BATCH]


def fetched(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """All rows as the driver gives them: of hundreds of thousands the usual way would cost twice as much."""
    cursor: Any = connection.execute(query).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def actor_from(row: Row[Any]) -> Actor:
    """The actor of a row that holds the columns of the actor table."""
    return Actor(
        name=row.name, country=row.country, sector=tuple(row.sector.split()), id=row.known, role=row.role,
        wikidata=row.wikidata,
    )  # fmt: skip


def load_accounts(connection: Connection, keys: Collection[int]) -> dict[int, Account]:
    """Accounts by key."""
    parties: dict[tuple[int, str], list[Actor]] = {}
    mentions: dict[int, list[Row[Any]]] = {}
    rows: list[Row[Any]] = []
    stories: dict[int, tuple[int, ...]] = {}
    for part in batches(keys):
        for row in connection.execute(_parties(part)):
            parties.setdefault((row.account, row.side), []).append(actor_from(row))
        for row in connection.execute(_mentions(part)):
            mentions.setdefault(row.account, []).append(row)
        rows.extend(connection.execute(_accounts(part)))
    for part in batches({row.document for row in rows}):
        stories.update((row.document, story_of(row.text)) for row in connection.execute(_texts(part)))
    likes = likes_of(connection) if any(row.type not in PLOVER for row in rows) else {}
    return {
        row.key: _account(row, parties, mentions.get(row.key, []), stories[row.document], likes.get(row.type))
        for row in rows
    }


def _texts(part: Sequence[int]) -> Select[tuple[int, str]]:
    text = schema.document_text
    return select(text.c.document, text.c.text).where(text.c.document.in_(part))


def _accounts(part: Sequence[int]) -> Select[Any]:
    account, document = schema.account, schema.document
    return (
        select(account, document.c.digest, document.c.published, document.c.outlet)
        .join(document, document.c.key == account.c.document)
        .where(account.c.key.in_(part))
        .order_by(account.c.key)
    )


def _parties(part: Sequence[int]) -> Select[Any]:
    party, actor = schema.party, schema.actor
    return (
        select(party.c.account, party.c.side, actor)
        .join(actor, actor.c.key == party.c.actor)
        .where(party.c.account.in_(part))
        .order_by(party.c.account, party.c.side, party.c.position)
    )


def _mentions(part: Sequence[int]) -> Select[Any]:
    mention, account, text, chain = schema.mention, schema.account, schema.document_text, schema.chain
    return (
        select(
            mention.c.account, mention.c.status, chain.c.links,
            func.substr(text.c.text, mention.c.trigger_begin + 1,
                        mention.c.trigger_end - mention.c.trigger_begin).label("trigger"),
            func.substr(text.c.text, mention.c.sentence_begin + 1,
                        mention.c.sentence_end - mention.c.sentence_begin).label("sentence"),
        )
        .join(account, account.c.key == mention.c.account)
        .join(text, text.c.document == account.c.document)
        .join(chain, chain.c.key == mention.c.chain)
        .where(mention.c.account.in_(part))
        .order_by(mention.c.account, mention.c.number)
    )  # fmt: skip


def _account(
    row: Row[Any],
    parties: dict[tuple[int, str], list[Actor]],
    mentions: Sequence[Row[Any]],
    story: tuple[int, ...],
    like: EventType | None,
) -> Account:
    chains: tuple[tuple[Source, ...], ...] = tuple(chain_of(mention.links) for mention in mentions)
    stances: tuple[Status, ...] = tuple(mention.status for mention in mentions)
    return Account(
        id=row.id,
        document=row.digest,
        published=date.fromisoformat(row.published) if row.published else None,
        outlet=row.outlet,
        event=row.type,
        status=row.status,
        mode=tuple(row.mode.split()),
        context=tuple(row.context.split()),
        actors=tuple(parties.get((row.key, "actor"), ())),
        recipients=tuple(parties.get((row.key, "recipient"), ())),
        begin=date.fromordinal(row.begin_day) if row.begin_day else None,
        end=date.fromordinal(row.end_day) if row.end_day else None,
        place=Place.model_validate_json(row.place) if row.place else None,
        numbers=tuple(Number.model_validate(number) for number in json.loads(row.numbers or "[]")),
        cameo=row.cameo,
        triggers=tuple(mention.trigger for mention in mentions),
        sentences=tuple(dict.fromkeys(mention.sentence for mention in mentions)),
        chains=chains,
        stances=stances,
        like=like,
        story=story,
    )
