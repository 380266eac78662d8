"""Event types of projects' own: which a ledger holds, and what they are like.

An account or event of such a type has its name where others have PLOVER's. A ledger needs no project to show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from sqlalchemy import Connection, func, select

from hearsay.errors import UnknownTypeError
from hearsay.events.scales import plover_scale, quad_code
from hearsay.ledger import schema
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.interning import upsert
from hearsay.records import Event, EventType, OwnEvent

PLOVER: tuple[EventType, ...] = get_args(EventType)


def keep_own_types(connection: Connection, events: Iterable[OwnEvent]) -> None:
    """Note what the own types of some events are like; of several answers the last one stands."""
    table = schema.own_type
    likes = {event.event: event.like for event in events}
    if likes:
        insert = upsert(connection, table)
        connection.execute(
            insert.on_conflict_do_update(index_elements=["name"], set_={"plover": insert.excluded.plover}),
            [{"name": name, "plover": like} for name, like in sorted(likes.items())],
        )


def likes_of(connection: Connection) -> dict[str, EventType]:
    """The PLOVER type that each own type is like."""
    return {row.name: cast(EventType, row.plover) for row in connection.execute(select(schema.own_type))}


def as_event(event: Event | OwnEvent) -> Event:
    """An event of an own type as one of the type that it is like, under its own name: to be shown and reviewed."""
    if isinstance(event, Event):
        return event
    fields = {name: getattr(event, name) for name in OwnEvent.model_fields if name != "like"}
    return Event.model_construct(**fields, quad_code=quad_code(event.like), scale=plover_scale(event.like))


def own_types(connection: Connection, *conditions: object) -> dict[str, int]:
    """How many events there are of each own type that meet the conditions; types without one are left out."""
    event, known = schema.event, sorted(likes_of(connection))
    if not known:
        return {}
    query = select(event.c.type, func.count().label("events")).where(event.c.type.in_(known), *conditions)  # type: ignore[arg-type]
    return {row.type: row.events for row in connection.execute(query.group_by(event.c.type).order_by(event.c.type))}


def meant_by(connection: Connection, wanted: EventFilter) -> EventFilter:
    """A question with its types as the ledger writes them. UnknownTypeError for a type that is none."""
    if all(type in PLOVER for type in wanted.type):
        return wanted
    own = sorted(likes_of(connection))
    written = {name.casefold(): name for name in (*own, *PLOVER)}
    for type in wanted.type:
        if type.casefold() not in written:
            there = f"its own types are {', '.join(own)}" if own else "it holds no event of a project's own types"
            raise UnknownTypeError(
                f"{type}: no PLOVER type ({', '.join(PLOVER)}) and none of this ledger's own: {there}"
            )
    return wanted.model_copy(update={"type": tuple(dict.fromkeys(written[type.casefold()] for type in wanted.type))})
