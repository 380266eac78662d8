"""How much a ledger holds, and in what state it is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Table, func, select

from hearsay.ledger import schema
from hearsay.ledger.opening import name_of, version_of
from hearsay.ledger.records import LedgerStatus


def status_of(connection: Connection) -> LedgerStatus:
    """The ledger's counts."""

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar() or 0

    document, account, coding = schema.document, schema.account, schema.coding
    first, last = connection.execute(
        select(func.min(document.c.published), func.max(document.c.published)).where(document.c.superseded.is_(None))
    ).one()
    mentions = connection.execute(
        select(func.count())
        .select_from(schema.mention)
        .join(account, account.c.key == schema.mention.c.account)
        .where(account.c.current)
    ).scalar()
    coders = connection.execute(
        select(coding.c.coder, func.count()).where(coding.c.current).group_by(coding.c.coder).order_by(coding.c.coder)
    ).all()
    name = name_of(connection.engine)
    stored = Path(name).stat().st_size if connection.dialect.name == "sqlite" and Path(name).exists() else None
    return LedgerStatus(
        url=name,
        schema_version=version_of(connection) or "",
        documents=count(document, document.c.superseded.is_(None)),
        superseded=count(document, document.c.superseded.is_not(None)),
        copies=count(document, document.c.superseded.is_(None), document.c.copy_group != document.c.key),
        accounts=count(account, account.c.current),
        mentions=mentions or 0,
        quotes=count(schema.quote, schema.quote.c.current),
        events=count(schema.event),
        actors=connection.execute(select(func.count(schema.actor.c.identity.distinct()))).scalar() or 0,
        judgements=count(schema.judgement, schema.judgement.c.undone.is_(None)),
        coders=tuple((coder, number) for coder, number in coders),
        first_published=first,
        last_published=last,
        bytes=stored,
    )
