"""Ledgers as older versions of Hearsay wrote them."""

import json
from base64 import b64decode
from pathlib import Path

from alembic import command
from sqlalchemy import LargeBinary, MetaData, insert, text, update

from hearsay.ledger import opening

OLDER = json.loads((Path(__file__).parent / "older_0002.json").read_text("utf-8"))
"""The rows of a ledger of five documents, one of them corrected, as version 0002 wrote them."""


def as_in(place: str, version: str) -> None:
    """Make an empty ledger as an older version made it."""
    engine = opening.engine_for(place)
    with opening.writing(engine) as connection:
        command.upgrade(opening.migrations_on(connection), version)
    engine.dispose()


def fill_as_0002(place: str) -> None:
    """Write a ledger as version 0002 wrote it."""
    as_in(place, "0002")
    engine = opening.engine_for(place)
    with opening.writing(engine) as connection:
        tables = MetaData()
        tables.reflect(connection)
        for name, rows in OLDER.items():
            # Documents point at later ones.
            later = ("superseded", "copy_group") if name == "document" else ()
            table = tables.tables[name]
            blobs = {c.name for c in table.c if isinstance(c.type, LargeBinary)}
            plain = [{k: b64decode(v) if k in blobs else v for k, v in row.items() if k not in later} for row in rows]
            connection.execute(insert(table), plain)
            for row in rows if later else ():
                values = {column: row[column] for column in later}
                connection.execute(update(table).where(table.c.key == row["key"]).values(values))
        if connection.dialect.name == "sqlite":
            connection.execute(text("INSERT INTO quote_words(quote_words) VALUES ('rebuild')"))
        else:
            for name in OLDER:
                if "key" in tables.tables[name].c:
                    serial = f"pg_get_serial_sequence('{name}', 'key')"
                    connection.execute(text(f"SELECT setval({serial}, (SELECT max(key) FROM {name}))"))
    engine.dispose()
