"""How much a ledger holds, and in what state it is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Table, func, select

from hearsay.ledger import schema
from hearsay.ledger.opening import name_of, version_of
from hearsay.ledger.own_types import own_types
from hearsay.ledger.records import LedgerStatus
from hearsay.ledger.tallying import tallies


def status_of(connection: Connection) -> LedgerStatus:
    """The ledger's counts."""

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar() or 0

    document, coding = schema.document, schema.coding
    first, last = connection.execute(
        select(func.min(document.c.published), func.max(document.c.published)).where(document.c.superseded.is_(None))
    ).one()
    kept = tallies(connection)
    coders = connection.execute(
        select(coding.c.coder, func.count()).where(coding.c.current).group_by(coding.c.coder).order_by(coding.c.coder)
    ).all()
    name = name_of(connection.engine)
    stored = _bytes(Path(name)) if connection.dialect.name == "sqlite" else None
    return LedgerStatus(
        url=name,
        schema_version=version_of(connection) or "",
        documents=count(document, document.c.superseded.is_(None)),
        superseded=count(document, document.c.superseded.is_not(None)),
        copies=count(document, document.c.superseded.is_(None), document.c.copy_group != document.c.key),
        accounts=kept["accounts"],
        mentions=kept["mentions"],
        quotes=kept["quotes"],
        events=count(schema.event),
        own_types=own_types(connection),
        actors=connection.execute(select(func.count(schema.actor.c.identity.distinct()))).scalar() or 0,
        judgements=count(schema.judgement, schema.judgement.c.undone.is_(None)),
        coders=tuple((coder, number) for coder, number in coders),
        first_published=first,
        last_published=last,
        bytes=stored,
    )


def _bytes(file: Path) -> int | None:
    """The size of an SQLite file with its log and index, which hold the latest changes while it is in use."""
    parts = (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm"))
    sizes = [part.stat().st_size for part in parts if part.exists()]
    return sum(sizes) if sizes else None
