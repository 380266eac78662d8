"""Open a ledger: SQLite file or PostgreSQL database, brought to this version's tables.

What differs between the two databases is here and in ``fulltext.py``; every other module speaks SQLAlchemy Core.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from hearsay.errors import LedgerError, NewerLedgerError, OlderLedgerError, SlowQuestionError

Progress = Callable[[int, int], None]
"""Is told how many events are done, and how many there are; 0 of 0 before the tables of an older ledger are changed."""

PATIENCE = 30
"""Seconds to wait for another writer."""

UNHURRIED: ContextVar[bool] = ContextVar("UNHURRIED", default=False)
"""Whether what is asked now may take as long as it does, whatever the ledger was opened with."""

_STEPS = 1_000_000
"""Steps of SQLite's machine between two looks at the clock: some hundredths of a second."""

_SAMPLE = 1000
"""Rows of each index looked at: enough to plan by, and quick however large the ledger."""

_WRITER_LOCK = 0x4845_4152
"""Key of the advisory lock that makes writers to one PostgreSQL database take turns."""


def engine_for(
    target: str | Path, *, read_only: bool = False, patience: float = PATIENCE, longest: float | None = None
) -> Engine:
    """An engine for a path or a database URL; nothing is opened yet. LedgerError for a URL of another database.

    ``patience`` are the seconds to wait for another writer, ``longest`` those that a transaction may take in SQLite, a
    statement in PostgreSQL.
    """
    target = str(target)
    if "://" not in target:
        path = Path(target)
        if read_only and not path.exists():
            raise LedgerError(f"{target}: there is no ledger here: make one with `hearsay add PATH... --db {target}`")
        if path.is_dir():
            raise LedgerError(f"{target}: a folder, not a ledger: give the ledger a file name, as {target}/hearsay.db")
        return _sqlite(path, read_only, patience, longest)
    try:
        url = make_url(target)
        if url.get_backend_name() == "sqlite":
            return _sqlite(Path(url.database or "hearsay.db"), read_only, patience, longest)
        if url.get_backend_name() != "postgresql":
            raise LedgerError(f"{_named(target)}: a ledger is an SQLite file or a postgresql:// URL")
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        options = ["-c default_transaction_read_only=on"] if read_only else []
        if longest is not None:
            options.append(f"-c statement_timeout={int(longest * 1000)}")
        arguments = {"options": " ".join(options)} if options else {}
        return _forgetful(create_engine(url, connect_args=arguments, pool_pre_ping=True))
    except (ArgumentError, NoSuchModuleError):
        raise LedgerError(f"{_named(target)}: not a database URL: postgresql://USER@HOST/NAME is one") from None
    except ModuleNotFoundError:
        raise LedgerError(
            f"{_named(target)}: PostgreSQL needs psycopg: install it with pip install 'hearsay[postgres]'"
        ) from None


def _sqlite(path: Path, read_only: bool, patience: float, longest: float | None) -> Engine:
    def connect() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = sqlite3.connect(uri, uri=True, timeout=patience, check_same_thread=False)
        # The driver must not begin transactions by itself: the engine does, and says which kind.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # Who limits questions has many readers, and each has a connection.
        connection.execute(f"PRAGMA cache_size = {-65_536 if longest is None else -16_384}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine(f"sqlite:///{path}", creator=connect)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that read first and write later could only fail.
        writes = connection.get_execution_options().get("hearsay_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
        if longest is not None:
            end = math.inf if UNHURRIED.get() else time.monotonic() + longest
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(lambda: time.monotonic() > end, _STEPS)

    return _forgetful(engine)


def _forgetful(engine: Engine) -> Engine:
    """What is kept in memory about rows goes when a writer's are rolled back."""

    @event.listens_for(engine, "rollback")
    def forget(connection: Connection) -> None:
        if connection.get_execution_options().get("hearsay_writes", False):
            for name in [name for name in connection.info if str(name).startswith("hearsay")]:
                del connection.info[name]

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all or nothing, one writer at a time."""
    with engine.connect().execution_options(hearsay_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the ledger as it is at one moment."""
    connection = engine.connect()
    if connection.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    with connection, connection.begin() as transaction:
        if UNHURRIED.get() and connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL statement_timeout = 0"))
        yield connection
        transaction.rollback()


class Watch:
    """Tells whether a ledger has changed: what a call gives is the same again as long as nobody wrote to it."""

    def __init__(self, engine: Engine):
        self._engine = engine
        # SQLite counts for each connection what others wrote, so it is always the same connection that is asked.
        self._connection = engine.connect() if engine.dialect.name == "sqlite" else None
        self._lock = threading.Lock()

    def __call__(self) -> str:
        """The ledger's state as a word. On PostgreSQL it also changes when other databases of the server do."""
        if self._connection is None:
            with self._engine.connect() as connection:
                return str(connection.execute(text("SELECT pg_current_snapshot()")).scalar_one())
        with self._lock:
            if self._connection.closed:
                return ""
            state = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            self._connection.rollback()
            return str(state)

    def close(self) -> None:
        """Give the connection back; the state is not known from then on."""
        if self._connection is not None:
            with self._lock:
                self._connection.close()


def prepare(
    engine: Engine, *, create: bool = True, progress: Progress | None = None,
    then: Callable[[Connection, Progress | None], None] | None = None,
) -> str:  # fmt: skip
    """Bring the tables to this version in one transaction, of which ``then`` is the end; the version they now have.

    ``progress`` is told when an older ledger is changed. Ctrl-C breaks that off, and the ledger stays as it was.
    LedgerError when the database holds something else; NewerLedgerError for one of a later Hearsay.
    """
    scripts = ScriptDirectory.from_config(migrations_on(None))
    head = scripts.get_current_head() or ""
    with engine.connect() as connection, connection.begin():
        found = version_of(connection)
        tables = set(inspect(connection).get_table_names())
    if found == head:
        return head
    if found is None and tables:
        raise LedgerError(f"{name_of(engine)}: a database, but no ledger: choose another file with --db")
    if found is None and not create:
        raise LedgerError(f"{name_of(engine)}: an empty database: fill it with `hearsay add PATH...`")
    if found is not None:
        try:
            scripts.get_revision(found)
        except CommandError:
            raise NewerLedgerError(
                f"{name_of(engine)}: made by a later version of Hearsay (tables {found}, this one knows {head}): "
                "update Hearsay; nothing was changed"
            ) from None
        if not create:
            raise OlderLedgerError(
                f"{name_of(engine)}: from an older version: open it once for writing, which updates it; "
                "while that is under way, try again"
            )
    with writing(engine) as connection:
        # Another process may have done it while this one waited for the lock.
        if version_of(connection) != head:
            told = progress if found is not None else None
            if told is not None:
                told(0, 0)
            with heeding_interrupts(connection):
                command.upgrade(migrations_on(connection), "head")
            if then is not None:
                then(connection, told)
    return head


@contextmanager
def heeding_interrupts(connection: Connection) -> Iterator[None]:
    """Ctrl-C breaks off a statement of SQLite's that runs for minutes, which else would be heard at its end."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    # Python handles signals between steps of its own code, which this is; what is raised there ends the statement.
    driver.set_progress_handler(lambda: False, _STEPS)
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if "interrupted" in str(error):
            raise KeyboardInterrupt from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


def analyze(connection: Connection) -> None:
    """Let the database learn how values are spread, from samples: it plans questions by this."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_SAMPLE}")
    connection.exec_driver_sql("ANALYZE")


def version_of(connection: Connection) -> str | None:
    """The version that the tables are stamped with; None without one."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrations_on(connection: Connection | None) -> Config:
    """Alembic's configuration of the steps from version to version, to be run on a connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def plainly(engine: Engine) -> Iterator[None]:
    """Database errors as LedgerErrors that say what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        reason: Any = error.orig if isinstance(error, DBAPIError) else error
        if any(sign in str(reason) for sign in ("interrupted", "statement timeout")):
            raise SlowQuestionError("The question takes too long: add conditions, as a shorter time") from error
        raise LedgerError(f"{name_of(engine)}: {_remedy(reason)}") from error
    except PoolTimeoutError as error:
        raise LedgerError(f"{name_of(engine)}: too many ask at once: try again") from error


def _remedy(reason: Any) -> str:
    words = " ".join(str(reason).split())
    known = (
        ("database is locked", "another program writes to it: wait for it to end, then try again"),
        ("readonly database", "may only be read: give yourself the right to write to the file and its folder"),
        ("database or disk is full", "the disk is full: make room; what was stored before is whole"),
        ("disk I/O error", "the disk could not be read or written: see whether it is full or failing"),
        ("malformed", "the file is damaged: restore a backup, or save what can be read with `sqlite3 FILE .recover`"),
        ("file is not a database", "not a ledger: choose another file with --db"),
        ("unable to open database file", "cannot be opened: see that its folder exists and may be written to"),
        ("no space left", "the disk is full: make room; what was stored before is whole"),
        ("connection refused", "no PostgreSQL server answers there: start it, or correct the URL"),
        ("no such table", "tables are missing: not a ledger, or a damaged one: run `hearsay check`"),
    )
    for sign, advice in known:
        if sign.casefold() in words.casefold():
            return advice
    return f"the database says: {words[:200]}"


def name_of(engine: Engine) -> str:
    """The ledger's name for messages: its file, or its URL without the password."""
    if engine.dialect.name == "sqlite":
        return engine.url.database or "memory"
    return engine.url.render_as_string(hide_password=True)


def _named(target: str) -> str:
    return target.split("@")[-1] if "@" in target else target
