"""Code again what was coded by another version: the older coding is kept, the newer one counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from hearsay.ledger import schema
from hearsay.ledger.adding import retire_coding, store_coding
from hearsay.ledger.documents import load_coding
from hearsay.ledger.records import Change, Recoded
from hearsay.ledger.review_carrying import accounts_now, carry_reviews
from hearsay.merge.account import address_of
from hearsay.records import Actor, Coding, Event, OwnEvent


def due(connection: Connection, coder: str) -> list[int]:
    """Keys of the current documents whose coding another coder version made, first added first."""
    document, coding = schema.document, schema.coding
    return list(
        connection.execute(
            select(document.c.key)
            .join(coding, coding.c.document == document.c.key)
            .where(document.c.superseded.is_(None), coding.c.current, coding.c.coder != coder)
            .order_by(document.c.key)
        ).scalars()
    )


def recode_document(connection: Connection, key: int, coding: Coding, *, coder: str, made: str) -> Recoded:
    """Make a new coding of a document the current one; what changed."""
    before, old = load_coding(connection, key), accounts_now(connection, key)
    retire_coding(connection, key)
    # The rows of the older coding are made from its record, which is kept: they need not stand twice.
    quotes = schema.quote
    connection.execute(delete(quotes).where(quotes.c.document == key))
    table = schema.coding
    connection.execute(update(table).where(table.c.document == key).values(current=False))
    store_coding(connection, key, coding, coder=coder, made=made)
    carry_reviews(connection, before, old, coding, accounts_now(connection, key))
    return Recoded(document=coding.document.id, digest=address_of(coding.document), changes=changes(before, coding))


def changes(before: Coding, after: Coding) -> tuple[Change, ...]:
    """Events that only one of two codings of a text has, matched by type, trigger, parties, date and status."""
    old, new = Counter(map(_line, before.told)), Counter(map(_line, after.told))
    gone = (Change(kind="gone", text=line) for line in sorted((old - new).elements()))
    come = (Change(kind="new", text=line) for line in sorted((new - old).elements()))
    return (*gone, *come)


def _line(event: Event | OwnEvent) -> str:
    """An event in one line of plain words."""
    trigger = event.mentions[0].trigger_text
    when = f" {event.date}" if event.date else ""
    return f"{event.event} ({event.status}){when}: {_names(event.actor)} - {trigger} - {_names(event.recipient)}"


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(f"{actor.name or '?'} [{actor.country or '?'}]" for actor in actors) or "?"
