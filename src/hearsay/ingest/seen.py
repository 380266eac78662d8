"""Which ids were read before, and where: exact, and in memory that does not grow."""

from __future__ import annotations

import sqlite3


class Seen:
    """Ids with the place each was first met. Kept by SQLite in a temporary file of its own once there are many."""

    def __init__(self) -> None:
        # The empty name is SQLite's private temporary database: it spills to disk and vanishes when closed.
        # One reading at a time uses it, but what is left half read is closed by whichever thread collects garbage.
        self._ids = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute("PRAGMA synchronous = OFF")
        self._ids.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID")

    def first_place(self, id: str, place: str) -> str | None:
        """None when the id is new, and it is kept; else where it was met before."""
        try:
            self._ids.execute("INSERT INTO seen VALUES (?, ?)", (id, place))
        except sqlite3.IntegrityError:
            row = self._ids.execute("SELECT place FROM seen WHERE id = ?", (id,)).fetchone()
            return str(row[0])
        return None

    def close(self) -> None:
        self._ids.close()
