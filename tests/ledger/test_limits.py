"""A ledger opened for many readers: questions end in time, and no one waits long for another's writing."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from hearsay.errors import LedgerError, SlowQuestionError
from hearsay.ledger.ledger import Ledger

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_question_that_takes_longer_than_allowed_is_ended(open_ledger: Callable[..., Ledger]):
    open_ledger()
    ledger = open_ledger(read_only=True, longest=0.2)
    begun = time.monotonic()
    with pytest.raises(SlowQuestionError, match="takes too long: add conditions"), ledger.reading() as connection:
        connection.execute(text(ENDLESS)).all()
    assert time.monotonic() - begun < 10
    assert ledger.count() == 0


def test_a_locked_ledger_says_so_after_the_patience_it_was_opened_with(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path):
        pass
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    with pytest.raises(LedgerError, match="another program writes to it: wait for it to end"):
        Ledger.open(path, read_only=True, patience=0.1)
    assert time.monotonic() - begun < 10
    other.execute("COMMIT")
    other.close()
    with Ledger.open(path, read_only=True, patience=0.1) as ledger:
        assert ledger.count() == 0
