"""Remove a document with everything said about it, as if it had never been added."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from hearsay.ledger import schema
from hearsay.ledger.adding import restore_coding, retire_coding


def remove_document(connection: Connection, key: int) -> None:
    """Remove a document. The version that it corrected, if any, counts again, unless a still newer one corrects it."""
    retire_coding(connection, key)
    document, account = schema.document, schema.account
    accounts = select(account.c.key).where(account.c.document == key)
    for table in (schema.party, schema.mention):
        connection.execute(delete(table).where(table.c.account.in_(accounts)))
    for table in (account, schema.quote, schema.coding, schema.document_text):
        connection.execute(delete(table).where(table.c.document == key))
    newer = connection.execute(select(document.c.superseded).where(document.c.key == key)).scalar()
    older = connection.execute(select(document.c.key).where(document.c.superseded == key)).scalar()
    if older is not None:
        connection.execute(update(document).where(document.c.key == older).values(superseded=newer))
    connection.execute(delete(document).where(document.c.key == key))
    if older is not None and newer is None:
        restore_coding(connection, older)
