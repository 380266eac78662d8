"""Documents and their codings, read back as they were stored."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, select

from hearsay.errors import NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.packing import unpack
from hearsay.ledger.records import StoredDocument
from hearsay.records import Coding, Document, Region


def find_document(connection: Connection, name: str) -> int:
    """The key of a document by its digest, the beginning of one (8 digits or more), or its id (the newest version).

    Raises NotInLedgerError when there is none.
    """
    document = schema.document
    row = connection.execute(select(document.c.key).where(document.c.digest == name)).first()
    if row is None:
        row = connection.execute(
            select(document.c.key)
            .where(document.c.id == name)
            .order_by(document.c.superseded.is_not(None), document.c.key.desc())
        ).first()
    if row is None and len(name) >= 8 and all(digit in "0123456789abcdef" for digit in name):
        row = connection.execute(
            select(document.c.key).where(document.c.digest.startswith(name)).order_by(document.c.key)
        ).first()
    if row is None:
        raise NotInLedgerError(f"{name}: the ledger holds no such document: `hearsay status` says what it holds")
    return int(row.key)


def load_document(connection: Connection, key: int) -> Document:
    """A document as it came."""
    return _document(_row(connection, key))


def load_stored(connection: Connection, key: int) -> StoredDocument:
    """A document with what the ledger knows about it."""
    row = _row(connection, key)
    document, coding = schema.document, schema.coding

    def digest_of(other: int | None) -> str | None:
        return connection.execute(select(document.c.digest).where(document.c.key == other)).scalar()

    coder = connection.execute(select(coding.c.coder).where(coding.c.document == key, coding.c.current)).scalar()
    return StoredDocument(
        document=_document(row),
        version=row.version,
        added=row.added,
        superseded_by=digest_of(row.superseded) if row.superseded else None,
        copy_of=digest_of(row.copy_group) if row.copy_group and row.copy_group != key else None,
        coder=coder or "",
    )


def load_coding(connection: Connection, key: int) -> Coding:
    """A document's current coding."""
    coding = schema.coding
    record = connection.execute(select(coding.c.record).where(coding.c.document == key, coding.c.current)).scalar()
    if record is None:
        raise NotInLedgerError(f"document {key}: stored without a coding: run `hearsay check`")
    return unpack(record, load_document(connection, key))


def _row(connection: Connection, key: int) -> Row[Any]:
    document, text = schema.document, schema.document_text
    return connection.execute(
        select(document, text.c.text).join(text, text.c.document == document.c.key).where(document.c.key == key)
    ).one()


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.id, digest=row.words_digest, text=row.text, title=row.title, published=row.published, outlet=row.outlet,
        url=row.url, language=row.language,
        regions=tuple(Region(kind=kind, span=(begin, end)) for kind, begin, end in json.loads(row.regions)),
    )  # fmt: skip
