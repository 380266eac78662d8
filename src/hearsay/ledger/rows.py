"""Rows of the tables as records."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from hearsay.ledger import schema
from hearsay.ledger.loading import BATCH, actor_from, batches
from hearsay.ledger.records import LedgerEvent
from hearsay.records import Actor, Place

_PARTIES = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def events_of(connection: Connection, rows: Sequence[Row[Any]]) -> list[LedgerEvent]:
    """Rows of ``event`` as records, without what only a full answer holds."""
    parties = _parties(connection, [row.key for row in rows])
    return [_event(row, parties.get(row.key, ((), ()))) for row in rows]


def actors_of(connection: Connection, keys: Collection[int]) -> dict[int, Actor]:
    """Actors by the keys of their rows."""
    found: dict[int, Actor] = {}
    for part in batches(keys):
        for row in connection.execute(select(schema.actor).where(schema.actor.c.key.in_(part))):
            found[row.key] = actor_from(row)
    return found


def _parties(connection: Connection, keys: Sequence[int]) -> dict[int, _PARTIES]:
    party, actor = schema.event_party.c, schema.actor
    found: dict[int, dict[str, list[Actor]]] = {key: {"actor": [], "recipient": []} for key in keys}
    for begin in range(0, len(keys), BATCH):
        rows = connection.execute(
            select(party.event, party.side, actor)
            .join(actor, actor.c.key == party.actor)
            .where(party.event.in_(keys[begin : begin + BATCH]))
            .order_by(party.event, party.side, party.position)
        )
        for row in rows:
            found[row.event][row.side].append(actor_from(row))
    return {key: (tuple(sides["actor"]), tuple(sides["recipient"])) for key, sides in found.items()}


def _event(row: Row[Any], parties: _PARTIES) -> LedgerEvent:
    place = None
    if row.place or row.place_country:
        # The words that name it stand in the accounts: an event of many documents has no one text.
        place = Place(
            name=row.place or "", country=row.place_country, geonames=row.geonames, latitude=row.latitude,
            longitude=row.longitude, precision=row.place_precision or "unknown", span=(0, 0), text="",
        )  # fmt: skip
    return LedgerEvent(
        id=row.id, event=row.type, mode=tuple(row.mode.split()), context=tuple(row.context.split()),
        actor=parties[0], recipient=parties[1], date=row.date, date_precision=row.date_precision,
        published=row.published, place=place, status=row.status, quad_code=row.quad_code, scale=row.scale,
        cameo=row.cameo, goldstein=row.goldstein, confidence=row.confidence, reports=row.reports,
        outlets=row.outlets, origin_count=row.origins, denials=row.denials, numbers=json.loads(row.numbers),
        summary=row.summary,
    )  # fmt: skip
