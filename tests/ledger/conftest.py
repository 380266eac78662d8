"""Ledgers to test with: each fresh, on SQLite and, where HEARSAY_TEST_POSTGRES names a server, on PostgreSQL."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from hearsay.ledger.ledger import Ledger

SERVER = os.environ.get("HEARSAY_TEST_POSTGRES")
NOON = datetime(2024, 8, 1, 12, 0, tzinfo=UTC)
numbers = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "hearsay.db")
        return
    if SERVER is None:
        pytest.skip("HEARSAY_TEST_POSTGRES names no PostgreSQL server: see .ci/postgres")
    name = f"hearsay_test_{os.getpid()}_{next(numbers)}"
    server = create_engine(make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger of this version in a file, to be copied: that takes a tenth of making one."""
    path = tmp_path_factory.mktemp("empty") / "hearsay.db"
    Ledger.open(path).close()
    return path


@pytest.fixture
def open_ledger(place: str, empty: Path) -> Iterator[Callable[..., Ledger]]:
    """Opens the ledger of a test; may be called again."""
    opened: list[Ledger] = []

    def open_it(**options: object) -> Ledger:
        if "://" not in place and not options and not Path(place).exists():
            shutil.copy(empty, place)
        opened.append(Ledger.open(place, clock=lambda: NOON, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_it
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(open_ledger: Callable[..., Ledger]) -> Ledger:
    """A new, empty ledger."""
    return open_ledger()
