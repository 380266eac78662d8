"""Copy a ledger while it is in use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from hearsay.errors import LedgerError
from hearsay.ledger.opening import name_of

_PAGES = 2048


def back_up(engine: Engine, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Write a copy of an SQLite ledger, whole as of one moment, to a file that does not exist yet.

    ``progress`` is told pages done and pages in all. What a broken copy leaves is removed.
    """
    if engine.dialect.name != "sqlite":
        raise LedgerError(f"{name_of(engine)}: a PostgreSQL database is copied by its own pg_dump")
    if target.exists():
        raise LedgerError(f"{target}: exists already: choose another name, nothing is written over")
    part = target.with_name(target.name + ".part")
    source = engine.raw_connection()
    try:
        with sqlite3.connect(part) as copy:
            driver = source.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.backup(
                copy, pages=_PAGES,
                progress=(lambda _, left, total: progress(total - left, total)) if progress else None,
            )  # fmt: skip
        copy.close()
        with part.open("rb") as whole:
            os.fsync(whole.fileno())
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        source.close()
