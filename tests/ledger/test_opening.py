"""A ledger is made, updated or refused; whatever is wrong, the message says what to do."""

import json
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text, update

from hearsay.cli import updating
from hearsay.cli.updating import Updating
from hearsay.errors import LedgerError, NewerLedgerError
from hearsay.ledger import opening, schema
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.tallying import tallies
from tests.ledger.made import act, told
from tests.ledger.older import OLDER, as_in, fill_as_0002

NEWEST = "0006"
TALKS = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="talks")


def test_a_new_ledger_has_the_tables_that_the_program_knows(ledger: Ledger):
    with ledger.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    extra = {"quote_words", "quote_words_config", "quote_words_data", "quote_words_docsize", "quote_words_idx",
             "ix_quote_words"}  # fmt: skip
    assert [change for change in found if getattr(change[1], "name", None) not in extra] == []


def test_an_older_ledger_is_updated_and_keeps_what_it_holds(place: str, open_ledger: Callable[..., Ledger]):
    fill_as_0002(place)
    with pytest.raises(LedgerError, match="from an older version: open it once for writing"):
        open_ledger(read_only=True)
    ledger = open_ledger()
    held = ledger.status()
    assert held.model_dump(exclude={"url", "bytes"}) == {
        "schema_version": NEWEST, "documents": 4, "superseded": 1, "copies": 0, "accounts": 7, "mentions": 7,
        "quotes": 6, "events": 3, "own_types": {}, "actors": 7, "judgements": 0, "coders": (("small 1", 5),),
        "first_published": "2024-07-15", "last_published": "2024-07-16",
    }  # fmt: skip
    assert ledger.check() == ()
    raid = ledger.event("6a7bfe1e7085-1")
    assert (raid.summary[:26], len(raid.accounts)) == ("2 origins say; IRNA denies", 4)
    ids = {row["key"]: row["id"] for row in OLDER["account"]}
    told = {account.id for account in raid.accounts}
    assert [[j.first, j.second, j.score, [list(f) for f in j.features]] for j in raid.joinings] == sorted(
        [*sorted((ids[row["first"]], ids[row["second"]])), row["score"], json.loads(row["features"])]
        for row in OLDER["joining"]
        if ids[row["first"]] in told and ids[row["second"]] in told
    )
    assert ledger.add(TALKS).outcome == "corrected"
    assert ledger.check() == ()


def test_an_update_that_fails_leaves_the_ledger_as_it_was(place: str, open_ledger: Callable[..., Ledger]):
    as_in(place, "0001")
    engine = opening.engine_for(place)
    with opening.writing(engine) as connection:
        connection.execute(text("CREATE TABLE ix_rival_day_type (a INTEGER)"))
    with pytest.raises(LedgerError):
        open_ledger()
    with opening.writing(engine) as connection:
        assert opening.version_of(connection) == "0001"
        connection.execute(text("DROP TABLE ix_rival_day_type"))
    assert open_ledger().status().schema_version == NEWEST
    engine.dispose()


def test_an_update_that_is_broken_off_leaves_the_older_ledger_whole(place: str, open_ledger: Callable[..., Ledger]):
    fill_as_0002(place)
    engine = opening.engine_for(place)

    def rows() -> dict[str, list[tuple[object, ...]]]:
        with opening.reading(engine) as connection:
            tables = inspect(connection).get_table_names()
            return {name: sorted(map(tuple, connection.execute(text(f'SELECT * FROM "{name}"'))), key=repr)
                    for name in tables}  # fmt: skip

    before, calls = rows(), []
    assert before["alembic_version"] == [("0002",)]
    for stop_at in (0, 1):

        def progress(done: int, total: int, last: int = stop_at) -> None:
            calls.append((done, total))
            if bool(total) == bool(last):
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            open_ledger(progress=progress)
        assert rows() == before
    assert calls == [(0, 0), (0, 0), (0, len(before["event"]))]
    engine.dispose()
    updated = open_ledger()
    assert (updated.status().schema_version, updated.check()) == (NEWEST, ())


def test_a_new_ledger_is_no_update(tmp_path: Path):
    heard: list[tuple[int, int]] = []
    Ledger.open(tmp_path / "new.db", progress=lambda done, total: heard.append((done, total))).close()
    assert heard == []
    as_in(str(tmp_path / "empty.db"), "0001")
    Ledger.open(tmp_path / "empty.db", progress=lambda done, total: heard.append((done, total))).close()
    assert heard == [(0, 0), (1, 1)]


def test_ctrl_c_is_heard_in_the_middle_of_a_long_statement(tmp_path: Path):
    engine = opening.engine_for(tmp_path / "long.db")
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    timer = threading.Timer(0.1, signal.raise_signal, (signal.SIGINT,))

    def update_for_ever() -> None:
        with opening.writing(engine) as connection:
            connection.execute(text("CREATE TABLE kept (a INTEGER)"))
            timer.start()
            with opening.heeding_interrupts(connection):
                connection.execute(text(endless))

    with pytest.raises(KeyboardInterrupt):
        update_for_ever()
    timer.join()
    with opening.reading(engine) as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()


def test_a_later_ledger_is_refused_and_left_alone(ledger: Ledger, open_ledger: Callable[..., Ledger]):
    ledger.add(TALKS)
    with opening.writing(ledger.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerLedgerError, match=r"later version of Hearsay \(tables 9999, .* update Hearsay"):
        open_ledger()
    with ledger.engine.connect() as connection:
        assert opening.version_of(connection) == "9999"


def test_a_database_of_something_else_is_refused(place: str, open_ledger: Callable[..., Ledger]):
    engine = opening.engine_for(place)
    with opening.writing(engine) as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(LedgerError, match="a database, but no ledger: choose another"):
        open_ledger()
    engine.dispose()


def test_the_database_learns_how_values_are_spread(ledger: Ledger):
    ledger.add(TALKS)
    ledger.analyze()
    learnt = "sqlite_stat1" if ledger.engine.dialect.name == "sqlite" else "pg_stats WHERE schemaname = 'public'"
    with ledger.engine.connect() as connection:
        assert (connection.execute(text(f"SELECT count(*) FROM {learnt}")).scalar() or 0) > 0
    assert ledger.coding("talks") == TALKS


def test_a_reader_is_not_held_up_by_a_writer(ledger: Ledger, open_ledger: Callable[..., Ledger]):
    ledger.add(TALKS)
    reader = open_ledger(read_only=True)
    with opening.writing(ledger.engine) as connection:
        connection.execute(text("UPDATE document SET title = 'never committed'"))
        assert reader.coding("talks") == TALKS
        connection.rollback()


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("mysql://root@localhost/x", "a ledger is an SQLite file or a postgresql:// URL"),
        ("nonsense://", "not a database URL|a ledger is an SQLite file"),
        ("postgresql://nobody@127.0.0.1:1/none", "no PostgreSQL server answers there"),
    ],
)
def test_a_url_that_leads_nowhere(target: str, message: str):
    with pytest.raises(LedgerError, match=message):
        Ledger.open(target)


def test_a_file_that_is_no_database(tmp_path: Path):
    (tmp_path / "notes.db").write_text("these are notes, long enough to be taken for a page of something\n" * 40)
    with pytest.raises(LedgerError, match=r"notes\.db: not a ledger: choose another file with --db"):
        Ledger.open(tmp_path / "notes.db")
    assert (tmp_path / "notes.db").read_text().startswith("these are notes")


def test_a_folder_and_a_missing_folder(tmp_path: Path):
    with pytest.raises(LedgerError, match="a folder, not a ledger"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="cannot be opened: see that its folder exists"):
        Ledger.open(tmp_path / "none" / "hearsay.db")


def test_a_missing_ledger_is_not_made_for_a_reader(tmp_path: Path):
    for options in ({"read_only": True}, {"create": False}):
        with pytest.raises(LedgerError, match="there is no ledger here: make one with `hearsay add"):
            Ledger.open(tmp_path / "hearsay.db", **options)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_opened_to_read_is_not_written(tmp_path: Path):
    Ledger.open(tmp_path / "hearsay.db").close()
    with Ledger.open(tmp_path / "hearsay.db", read_only=True) as ledger:
        with pytest.raises(LedgerError, match="only be read"):
            ledger.add(TALKS)
        assert ledger.status().documents == 0


def test_a_copy_in_use_is_whole(tmp_path: Path):
    with Ledger.open(tmp_path / "hearsay.db") as ledger:
        ledger.add(TALKS)
        with opening.writing(ledger.engine) as connection:
            connection.execute(text("UPDATE document SET title = 'never committed'"))
            ledger.backup(tmp_path / "copy.db")
            connection.rollback()
        with pytest.raises(LedgerError, match=r"copy\.db: exists already"):
            ledger.backup(tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db") as copy:
        assert copy.coding("talks") == TALKS
        assert copy.check() == ()
    assert sorted(path.name for path in tmp_path.iterdir() if ".part" in path.name) == []


def test_two_writers_take_turns(ledger: Ledger, open_ledger: Callable[..., Ledger]):
    writers = [ledger, open_ledger()]
    codings = [
        told(f"Outlet {n}", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"), id=f"d{n}")
        for n in range(6)
    ]
    with ThreadPoolExecutor(2) as pool:
        outcomes = [a.outcome for found in pool.map(lambda w: [w.add(c) for c in codings], writers) for a in found]
    assert sorted(outcomes) == ["known"] * 6 + ["new"] * 6
    assert ledger.status().documents == 6
    assert ledger.check() == ()


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger, Ledger.open(path, patience=0.05) as other:
        with opening.writing(ledger.engine), pytest.raises(LedgerError, match="another program writes to it: wait"):
            other.add(TALKS)
        assert other.add(TALKS).outcome == "new"


def test_a_full_disk_loses_nothing(tmp_path: Path):
    with Ledger.open(tmp_path / "hearsay.db") as ledger:
        ledger.add(TALKS)
        with ledger.engine.connect() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar()
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        long = told("Gulf Sentinel", "2024-07-16", act("Iran", "AID", "Yemen"), id="long", more="Much more. " * 20_000)
        with pytest.raises(LedgerError, match="the disk is full: make room; what was stored before is whole"):
            ledger.add(long)
        assert ledger.check() == ()
        assert ledger.status().documents == 1
        with ledger.engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count = 1000000"))
        assert ledger.add(long).outcome == "new"


def test_a_damaged_page_is_found(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger:
        for n in range(20):
            ledger.add(told(f"Outlet {n}", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"), id=f"d{n}"))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'account'").fetchone()[0]
    connection.close()
    shutil.copy(path, tmp_path / "whole.db")
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with Ledger.open(path, read_only=True) as ledger:
        assert any(fault.where == "file" and "restore a backup" in fault.remedy for fault in ledger.check())


def test_summing_up_anew_says_how_far_it_is_and_leaves_the_ledger_whole_when_broken_off(open_ledger):
    ledger = open_ledger()
    ledger.add(told("The Star", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14")))
    events = ledger.events()
    older = update(schema.tally).where(schema.tally.c.name == "summing").values(value=0)
    with ledger.engine.begin() as connection:
        connection.execute(older)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_ledger(progress=stop)
    with ledger.reading() as connection:
        assert tallies(connection)["summing"] == 0
    assert (ledger.events(), ledger.check()) == (events, ())
    heard: list[tuple[int, int]] = []
    renewed = open_ledger(progress=lambda done, total: heard.append((done, total)))
    assert (heard, renewed.events(), renewed.check()) == ([(0, 1), (1, 1)], events, ())


def test_who_waits_for_an_update_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    with Updating("old.db") as progress:
        progress(0, 9000)
        monkeypatch.setattr(time, "monotonic", lambda: float("inf"))
        progress(500, 9000)
        progress(9000, 9000)
    assert capsys.readouterr().err == (
        "hearsay: old.db is from an earlier version: its 9000 events are summed up anew first; Ctrl-C leaves it as it "
        "was\n"
    )


def test_who_waits_for_tables_to_be_changed_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(updating, "_PATIENCE", 0.01)
    with Updating("old.db") as progress:
        progress(0, 0)
        time.sleep(0.2)
        progress(500, 9000)
        progress(9000, 9000)
    with Updating("small.db") as progress:
        monkeypatch.setattr(updating, "_PATIENCE", 60)
        progress(0, 0)
    assert capsys.readouterr().err == (
        "hearsay: old.db is from an earlier version: it is brought up to date first; Ctrl-C leaves it as it was\n"
    )
