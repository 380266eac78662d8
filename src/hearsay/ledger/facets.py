"""What the events that meet some conditions have in common: the most frequent values of each facet."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter, Facet


def facets_of(connection: Connection, wanted: EventFilter, limit: int) -> dict[Facet, tuple[tuple[str, int], ...]]:
    """For each facet its most frequent values with the number of events, the most frequent first."""
    event, party, account, document = schema.event, schema.event_party, schema.account, schema.document
    told = event.join(account, account.c.event == event.c.key).join(document, document.c.key == account.c.document)
    acting = event.join(party, (party.c.event == event.c.key) & (party.c.side == "actor"))
    suffering = event.join(party, (party.c.event == event.c.key) & (party.c.side == "recipient"))
    parts: dict[Facet, tuple[ColumnElement[Any], FromClause]] = {
        "type": (event.c.type, event),
        "status": (event.c.status, event),
        "quad": (event.c.quad_code, event),
        "actor": (party.c.country, acting),
        "recipient": (party.c.country, suffering),
        "place": (event.c.place_country, event),
        "outlet": (document.c.outlet, told),
        "ownership": (document.c.ownership, told),
        "origins": (event.c.origins, event),
    }
    found: dict[Facet, tuple[tuple[str, int], ...]] = {}
    for facet, (column, source) in parts.items():
        rows = connection.execute(_query(wanted, column, source, limit))
        found[facet] = tuple((str(value), number) for value, number in rows)
    return found


def _query(wanted: EventFilter, column: ColumnElement[Any], source: FromClause, limit: int) -> Select[tuple[Any, int]]:
    number = func.count(schema.event.c.key.distinct())
    return (
        select(column, number)
        .select_from(source)
        .where(column.is_not(None), *conditions(wanted))
        .group_by(column)
        .order_by(number.desc(), column)
        .limit(limit)
    )
