"""Events of the ledger: listed by conditions, or one with all that is told about it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from hearsay.errors import NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.documents import load_coding
from hearsay.ledger.filters import EventFilter, Order
from hearsay.ledger.holding import Chosen, Holding
from hearsay.ledger.joining import joinings_of
from hearsay.ledger.loading import actor_from, batches
from hearsay.ledger.records import Evidence, LedgerEvent, Origin, Told
from hearsay.ledger.vouching import figures_of
from hearsay.records import Actor, Event, OwnEvent, Place

_RELATED = 50
_PLACE = re.compile(r"([-.\w]{0,18}):(\d{1,18})")
"""A place in an order: a value (none for an event without one) and a key, each fit for the database's whole numbers."""


def list_events(
    connection: Connection, wanted: EventFilter, order: Order, limit: int, after: str | None
) -> tuple[tuple[LedgerEvent, ...], str | None]:
    """A page of events, without their accounts, and where the next one begins: None when this was the last.

    ``after`` is what the page before gave, or the id of an event. A page begins at a place in the order, not at an
    event, so it is the right one though that event moved or went meanwhile.
    """
    event = schema.event
    column = _column(order)
    down = order.startswith("-")
    query = select(event).where(*conditions(wanted, connection))
    if after is not None:
        query = query.where(_beyond(column, event.c.key, *_place_of(connection, order, after), down))
    # The key settles ties, so that a page never begins or ends in the middle of equals.
    query = query.order_by(*((column.desc(), event.c.key.desc()) if down else (column, event.c.key))).limit(limit)
    return _page(connection, connection.execute(query).all(), order, limit)


def list_among(
    held: Holding, chosen: Chosen, connection: Connection, order: Order, limit: int, after: str | None
) -> tuple[tuple[LedgerEvent, ...], str | None]:
    """The same from the columns in memory."""
    event, sign = schema.event, -1 if order.startswith("-") else 1
    places = np.flatnonzero(chosen)
    values, numbers = held.numbers[_name(order)][places] * sign, held.numbers["key"][places] * sign
    if after is not None:
        value, key = _place_of(connection, order, after)
        least = sign * (_ordinal(value) if isinstance(value, str) else value)
        further = (values > least) | ((values == least) & (numbers > sign * key))
        values, numbers = values[further], numbers[further]
    if len(values) > limit:
        first = values <= np.partition(values, limit - 1)[limit - 1]
        values, numbers = values[first], numbers[first]
    keys = (sign * numbers[np.lexsort((numbers, values))][:limit]).tolist()
    rows = {
        row.key: row for part in batches(keys) for row in connection.execute(select(event).where(event.c.key.in_(part)))
    }
    return _page(connection, [rows[key] for key in keys], order, limit)


def _page(
    connection: Connection, rows: Sequence[Row[Any]], order: Order, limit: int
) -> tuple[tuple[LedgerEvent, ...], str | None]:
    further = None
    if len(rows) == limit:
        further = f"{_value(rows[-1], order)}:{rows[-1].key}"
    return rows_as_events(connection, rows), further


def _ordinal(published: str) -> int:
    """A day of publication as the columns in memory have it: 0 where there is none. NotInLedgerError for no day."""
    try:
        return date.fromisoformat(published).toordinal() if published else 0
    except ValueError:
        raise NotInLedgerError(f"{published}: no such day: give what the page before gave, or an id") from None


def count_events(connection: Connection, wanted: EventFilter) -> int:
    """How many events meet the conditions."""
    query = select(func.count()).select_from(schema.event).where(*conditions(wanted))
    return connection.execute(query).scalar() or 0


def load_event(connection: Connection, name: str) -> LedgerEvent:
    """An event by its id or that of any of its accounts, with everything told about it."""
    row = _find(connection, name)
    (short,) = rows_as_events(connection, [row])
    told = _told(connection, row.key)
    origins = _origins(connection, row.key)
    return short.model_copy(
        update={
            "accounts": told,
            "origins": origins,
            "figures": figures_of(told, origins),
            "joinings": joinings_of(connection, row.key),
            "related": _related(connection, row),
        }
    )


def rows_as_events(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[LedgerEvent, ...]:
    """Rows of the event table as records, with the parties of each."""
    party, actor = schema.event_party, schema.actor
    sides: dict[tuple[int, str], list[Actor]] = {}
    for part in batches([row.key for row in rows]):
        query = (
            select(party.c.event, party.c.side, actor)
            .join(actor, actor.c.key == party.c.actor)
            .where(party.c.event.in_(part))
            .order_by(party.c.event, party.c.side, party.c.position)
        )
        for found in connection.execute(query):
            sides.setdefault((found.event, found.side), []).append(actor_from(found))
    return tuple(_event(row, sides.get((row.key, "actor"), []), sides.get((row.key, "recipient"), [])) for row in rows)


def _event(row: Row[Any], actors: Sequence[Actor], recipients: Sequence[Actor]) -> LedgerEvent:
    place = None
    if row.place is not None:
        # The words stand with the accounts; a row of a list shows the place by its name.
        place = Place(
            name=row.place, country=row.place_country, geonames=row.geonames, latitude=row.latitude,
            longitude=row.longitude, precision=row.place_precision, span=(0, len(row.place)), text=row.place,
        )  # fmt: skip
    return LedgerEvent(
        id=row.id, event=row.type, mode=tuple(row.mode.split()), context=tuple(row.context.split()),
        actor=tuple(actors), recipient=tuple(recipients), date=row.date, date_precision=row.date_precision,
        published=row.published, place=place, status=row.status, quad_code=row.quad_code, scale=row.scale,
        cameo=row.cameo, goldstein=row.goldstein, confidence=row.confidence, reports=row.reports,
        outlets=row.outlets, origin_count=row.origins, denials=row.denials, numbers=json.loads(row.numbers),
        summary=row.summary,
    )  # fmt: skip


def _find(connection: Connection, name: str) -> Row[Any]:
    event, account = schema.event, schema.account
    row = connection.execute(select(event).where(event.c.id == name)).first()
    if row is None:
        row = connection.execute(
            select(event).join(account, account.c.event == event.c.key).where(account.c.id == name)
        ).first()
    if row is None:
        old = connection.execute(select(account.c.id).where(account.c.id == name)).first()
        why = "an account of an older version of its article" if old else "the ledger holds no such event"
        raise NotInLedgerError(f"{name}: {why}: `hearsay events` lists those there are")
    return row


def _name(order: Order) -> str:
    """The column of an event's row that it is sorted by."""
    asked = order.removeprefix("-")
    return "day" if asked == "date" else asked


def _column(order: Order) -> ColumnElement[Any]:
    column: ColumnElement[Any] = schema.event.c[_name(order)]
    # What has no day of publication is the oldest; databases differ about where nothing stands in an order.
    return func.coalesce(column, "") if order.endswith("published") else column


def _place_of(connection: Connection, order: Order, after: str) -> tuple[Any, int]:
    """The value and key behind which a page begins."""
    written = _PLACE.fullmatch(after)
    if written is None:
        last = _find(connection, after)
        return _value(last, order), last.key
    value, key = written.groups()
    try:
        return schema.event.c[_name(order)].type.python_type(value), int(key)
    except ValueError:
        raise NotInLedgerError(f"{after}: no place in this order: give what the page before gave, or an id") from None


def _value(row: Row[Any], order: Order) -> Any:
    value = getattr(row, _name(order))
    return "" if value is None else value


def _beyond(
    column: ColumnElement[Any], key: ColumnElement[Any], value: Any, last: int, down: bool
) -> ColumnElement[bool]:
    further = column < value if down else column > value
    return or_(further, and_(column == value, key < last if down else key > last))


def _told(connection: Connection, event: int) -> tuple[Told, ...]:
    account, document = schema.account, schema.document
    original = document.alias()
    rows = connection.execute(
        select(account.c.id, account.c.key, account.c.coding, account.c.number, document,
               original.c.digest.label("original"))
        .join(document, document.c.key == account.c.document)
        .outerjoin(original, original.c.key == document.c.copy_group)
        .where(account.c.event == event)
    ).all()  # fmt: skip
    told = []
    for row in sorted(rows, key=lambda row: (row.published or "9999", row.digest, row.number)):
        first = connection.execute(
            select(func.min(account.c.number)).where(account.c.document == row[4], account.c.coding == row.coding)
        ).scalar_one()
        told.append(_account(row, load_coding(connection, row[4]).told[row.number - first]))
    return tuple(told)


def _account(row: Row[Any], event: Event | OwnEvent) -> Told:
    return Told(
        id=row.id, document=row._mapping[schema.document.c.id], digest=row.digest, outlet=row.outlet,
        ownership=row.ownership, published=row.published, title=row.title, url=row.url, event=event.event,
        mode=event.mode if isinstance(event, Event) else (), status=event.status, actor=event.actor,
        recipient=event.recipient, date=event.date,
        place=event.place, numbers=event.numbers, confidence=event.confidence,
        copy_of=row.original if row.original != row.digest else None,
        mentions=tuple(
            Evidence(
                trigger=m.trigger, trigger_text=m.trigger_text, sentence=m.sentence, sentence_text=m.sentence_text,
                chain=m.sources, status=m.status, region=m.region, rule=m.rule, confidence=m.confidence,
            )
            for m in event.mentions
        ),
    )  # fmt: skip


def _origins(connection: Connection, event: int) -> tuple[Origin, ...]:
    origin, actor = schema.event_origin, schema.actor
    rows = connection.execute(
        select(origin.c.name.label("title"), origin.c.ownership, origin.c.status, origin.c.accounts,
               origin.c.actor.label("who"), actor)
        .outerjoin(actor, actor.c.key == origin.c.actor)
        .where(origin.c.event == event)
        .order_by(origin.c.position)
    )  # fmt: skip
    return tuple(
        Origin(
            name=row.title, actor=actor_from(row) if row.who is not None else None, ownership=row.ownership,
            status=row.status, accounts=tuple(json.loads(row.accounts)),
        )
        for row in rows
    )  # fmt: skip


def _related(connection: Connection, row: Row[Any]) -> tuple[tuple[str, str], ...]:
    """Parts of an event that tells many at once, and the other way round: one type, one country of each side."""
    if row.begin_day is None:
        return ()
    event, mine, yours = schema.event, schema.event_party, schema.event_party.alias()
    shares = select(yours.c.event).join(
        mine, and_(mine.c.country == yours.c.country, mine.c.side == yours.c.side, mine.c.event == row.key)
    )
    query = select(event.c.id).where(event.c.type == row.type, event.c.key != row.key, event.c.key.in_(shares))
    if row.many:
        query = query.where(event.c.many.is_(False), event.c.day.between(row.begin_day, row.end_day))
    else:
        query = query.where(event.c.many, event.c.begin_day <= row.begin_day, event.c.end_day >= row.begin_day)
    kind = "part" if row.many else "summary"
    ids = connection.execute(query.order_by(event.c.day, event.c.key).limit(_RELATED)).scalars()
    return tuple((kind, name) for name in ids)
