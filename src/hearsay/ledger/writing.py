"""The rows of an event: written from its accounts, dropped when these are grouped anew."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from hearsay.events.scales import goldstein, plover_scale, quad_code
from hearsay.ledger import schema
from hearsay.ledger.interning import identity_of, intern_actors, state_of
from hearsay.ledger.loading import batches
from hearsay.merge.account import Account
from hearsay.merge.comparing import is_summary
from hearsay.merge.origins import Vouching, origins
from hearsay.merge.summing import Summary, precision_of, sum_up
from hearsay.records import Actor, Ownership


def write_event(connection: Connection, members: Sequence[tuple[int, Account]]) -> int:
    """Write the event of some accounts, which come by rank; its key."""
    accounts = [account for _, account in members]
    copy_of, outlets = _printings(connection, accounts)
    vouching = origins(accounts, copy_of, outlets)
    summary = sum_up(accounts, vouching)
    key = connection.execute(
        insert(schema.event).values(_row(connection, summary, [k for k, _ in members]))
    ).inserted_primary_key
    assert key is not None
    event = int(key[0])
    _write_parties(connection, event, summary)
    _write_origins(connection, event, vouching)
    keys = [account for account, _ in members]
    for part in batches(keys):
        connection.execute(update(schema.account).where(schema.account.c.key.in_(part)).values(event=event))
    if len(keys) > 1:
        pairs, other = schema.joining, schema.account.alias()
        mine = select(schema.account.c.key).where(schema.account.c.event == event)
        yours = select(other.c.key).where(other.c.event == event)
        connection.execute(update(pairs).where(pairs.c.first.in_(mine), pairs.c.second.in_(yours)).values(event=event))
    return event


def drop_events(connection: Connection, events: Collection[int]) -> None:
    """Drop the rows of events whose accounts have left them."""
    for part in batches(events):
        connection.execute(update(schema.joining).where(schema.joining.c.event.in_(part)).values(event=None))
        for table in (schema.event_party, schema.event_origin):
            connection.execute(delete(table).where(table.c.event.in_(part)))
        connection.execute(delete(schema.event).where(schema.event.c.key.in_(part)))


def _printings(
    connection: Connection, accounts: Sequence[Account]
) -> tuple[dict[str, str], dict[str, tuple[str | None, Ownership | None]]]:
    """For the documents of some accounts: the first of each one's copy group, and the outlets of all of these."""
    document = schema.document
    first = document.alias()
    copy_of: dict[str, str] = {}
    outlets: dict[str, tuple[str | None, Ownership | None]] = {}
    digests = sorted({account.document for account in accounts})
    for begin in range(0, len(digests), 500):
        rows = connection.execute(
            select(document.c.digest, first.c.digest, first.c.outlet, first.c.ownership)
            .join(first, first.c.key == document.c.copy_group)
            .where(document.c.digest.in_(digests[begin : begin + 500]))
        )
        for digest, original, outlet, ownership in rows:
            copy_of[digest] = original
            outlets[original] = (outlet, ownership)
    return copy_of, outlets


def _row(connection: Connection, summary: Summary, keys: Sequence[int]) -> dict[str, object]:
    first, dated, place = summary.first, summary.dated, summary.place
    confidence = 1.0
    for part in batches(keys):
        for value in connection.execute(
            select(schema.account.c.confidence).where(schema.account.c.key.in_(part))
        ).scalars():
            # Each account is read apart; that all of them are wrong is as likely as that each one is.
            confidence *= 1 - value
    date = None
    if dated is not None:
        date = connection.execute(select(schema.account.c.date).where(schema.account.c.id == dated.id)).scalar()
    return {
        "id": first.id, "type": first.event, "mode": " ".join(summary.mode), "context": " ".join(summary.context),
        "status": summary.status, "date": date,
        "date_precision": precision_of(dated) if dated else "unknown",
        "begin_day": dated.begin.toordinal() if dated and dated.begin else None,
        "end_day": dated.end.toordinal() if dated and dated.end else None,
        "day": _day(summary), "many": is_summary(first),
        "published": first.published.isoformat() if first.published else None,
        "place": place.name if place else None, "place_country": place.country if place else None,
        "geonames": place.geonames if place else None, "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None, "place_precision": place.precision if place else None,
        "quad_code": quad_code(first.event), "scale": plover_scale(first.event, summary.mode),
        "cameo": summary.cameo, "goldstein": goldstein(summary.cameo), "confidence": round(1 - confidence, 4),
        "reports": summary.reports, "outlets": summary.outlets, "origins": summary.origins,
        "denials": summary.denials, "numbers": json.dumps(summary.numbers), "summary": summary.words,
    }  # fmt: skip


def _day(summary: Summary) -> int:
    dated, published = summary.dated, summary.first.published
    if dated is not None and dated.begin is not None:
        return dated.begin.toordinal()
    return published.toordinal() if published else 0


def _write_parties(connection: Connection, event: int, summary: Summary) -> None:
    sides: tuple[tuple[str, tuple[Actor, ...]], ...] = (("actor", summary.actors), ("recipient", summary.recipients))
    actors = intern_actors(connection, (actor for _, side in sides for actor in side))
    rows = [
        {
            "event": event, "side": side, "position": position, "actor": actors[state_of(actor)],
            "identity": identity_of(actor), "country": actor.country,
        }
        for side, members in sides
        for position, actor in enumerate(members)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.event_party), rows)


def _write_origins(connection: Connection, event: int, vouching: Sequence[Vouching]) -> None:
    actors = intern_actors(connection, (origin.actor for origin in vouching if origin.actor))
    rows = [
        {
            "event": event, "position": position, "identity": origin.identity, "name": origin.name,
            "actor": actors[state_of(origin.actor)] if origin.actor else None, "ownership": origin.ownership,
            "status": origin.status, "accounts": json.dumps(origin.accounts),
        }
        for position, origin in enumerate(vouching)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.event_origin), rows)
