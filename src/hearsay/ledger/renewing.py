"""Sum events up anew when a later version of Hearsay sums up otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, select, update

from hearsay.ledger import schema
from hearsay.ledger.interning import upsert
from hearsay.ledger.loading import BATCH, batches, load_accounts
from hearsay.ledger.opening import Progress, reading, writing
from hearsay.ledger.writing import drop_events, write_events
from hearsay.merge.account import Account
from hearsay.merge.grouping import rank

SUMMING = 3
"""Raise it when the words or counts of an event change: a ledger is renewed when it is next opened for writing."""

_NAME = "summing"


def renew(engine: Engine, progress: Progress | None = None) -> None:
    """Write the events of a ledger that an earlier version summed up anew, in one transaction."""
    with reading(engine) as connection:
        if _version(connection) == SUMMING:
            return
    with writing(engine) as connection:
        renew_events(connection, progress)


def renew_events(connection: Connection, progress: Progress | None = None) -> None:
    """Write the events anew, unless this version summed them up."""
    if _version(connection) == SUMMING:
        return
    account, event = schema.account, schema.event
    keys = connection.execute(select(event.c.key)).scalars().all()
    for number, part in enumerate(batches(keys)):
        if progress:
            progress(number * BATCH, len(keys))
        groups = members_of(connection, part)
        connection.execute(update(account).where(account.c.event.in_(part)).values(event=None))
        drop_events(connection, part)
        write_events(connection, list(groups.values()))
    if progress:
        # Without events there is one end all the same.
        progress(max(len(keys), 1), max(len(keys), 1))
    statement = upsert(connection, schema.tally).values(name=_NAME, value=SUMMING)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": SUMMING}))


def members_of(connection: Connection, events: Sequence[int]) -> dict[int, list[tuple[int, Account]]]:
    """The accounts of some events, by rank."""
    account = schema.account
    rows = connection.execute(select(account.c.key, account.c.event).where(account.c.event.in_(events))).all()
    loaded = load_accounts(connection, [row.key for row in rows])
    members: dict[int, list[tuple[int, Account]]] = {}
    for row in sorted(rows, key=lambda row: rank(loaded[row.key])):
        members.setdefault(row.event, []).append((row.key, loaded[row.key]))
    return members


def _version(connection: Connection) -> int:
    return connection.execute(select(schema.tally.c.value).where(schema.tally.c.name == _NAME)).scalar() or 0
