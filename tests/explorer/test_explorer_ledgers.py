"""Ledgers that change while they are shown: many readers and a writer, replaced, locked, older; and long exports."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from starlette.responses import StreamingResponse
from typer.testing import CliRunner

from hearsay.cli.app import app
from hearsay.errors import OlderLedgerError
from hearsay.explorer import create_app, shelf
from hearsay.explorer.answering import as_csv
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import LedgerEvent, LedgerStatus
from tests.explorer.conftest import fill, served
from tests.ledger.made import act, told
from tests.ledger.older import fill_as_0002

PAGES = ("/", "/events", "/events?party=Iran", "/events.json?limit=3", "/actors", "/actors/Iran", "/network", "/map",
         "/sources", "/articles/strike", "/events.csv", "/today.json")  # fmt: skip


def made(path: Path, *outlets: str) -> Path:
    with Ledger.open(path) as ledger:
        for outlet in outlets:
            ledger.add(told(outlet, "2024-08-01", act("Oman", "AID", "Yemen", date="2024-07-30"), id=outlet), "made")
    return path


def test_many_read_while_articles_are_added(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
    answers: list[tuple[str, int]] = []

    def read(site: str, first: int) -> None:
        with httpx.Client(base_url=site, timeout=60) as client:
            for turn in range(4):
                page = PAGES[(first + turn) % len(PAGES)]
                answers.append((page, client.get(page).status_code))

    with served(path) as site, Ledger.open(path) as ledger:
        readers = [threading.Thread(target=read, args=(site, number)) for number in range(24)]
        for reader in readers:
            reader.start()
        for number in range(15):
            strike = act("Iran", "ASSAULT", "Houthis", date="2024-08-04")
            ledger.add(told(f"Outlet {number}", "2024-08-05", strike), "made")
        for reader in readers:
            reader.join()
    assert len(answers) == 24 * 4
    assert [answer for answer in answers if answer[1] != 200] == []


def test_what_is_kept_is_made_anew_when_the_ledger_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelf, "QUICK", 3600.0)
    path = made(tmp_path / "hearsay.db", "Reuters")
    with TestClient(create_app(path)) as client:
        assert [outlet["name"] for outlet in client.get("/sources.json").json()["outlets"]] == ["Reuters"]
        made(path, "IRNA")
        assert [outlet["name"] for outlet in client.get("/sources.json").json()["outlets"]] == ["IRNA", "Reuters"]
        assert "2 articles" in client.get("/").text


def test_what_takes_long_is_shown_as_it_was_while_it_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelf, "QUICK", -1.0)
    path = made(tmp_path / "hearsay.db", "Reuters")
    with TestClient(create_app(path)) as client:
        assert client.get("/events.json").json()["count"] == 1
        with Ledger.open(path) as ledger:
            ledger.add(told("Saba", "2024-09-01", act("Oman", "ACCUSE", "Yemen", date="2024-08-30")), "made")
        assert client.get("/events.json").json()["count"] == 1
        end = time.monotonic() + 20
        while client.get("/events.json").json()["count"] == 1 and time.monotonic() < end:
            time.sleep(0.02)
        assert client.get("/events.json").json()["count"] == 2


def test_another_ledger_in_the_place_of_the_first_is_opened(tmp_path: Path):
    path, other = made(tmp_path / "hearsay.db", "Reuters"), made(tmp_path / "other.db", "Saba", "IRNA")
    with TestClient(create_app(path)) as client:
        assert "Reuters" in client.get("/sources").text
        os.replace(other, path)
        assert "Reuters" not in client.get("/sources").text
        assert client.get("/events.json").json()["events"][0]["reports"] == 2


def test_a_locked_ledger_says_so_and_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelf, "PATIENCE", 0.05)
    path = made(tmp_path / "hearsay.db", "Reuters")
    other = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE"):
        other.execute(statement)
    client = TestClient(create_app(path))
    page = client.get("/events?party=Oman")
    assert (page.status_code, page.headers["retry-after"]) == (503, "5")
    assert "another program writes to it: wait for it to end" in page.text
    assert 'hx-get="/events?party=Oman" hx-trigger="every 5s"' in page.text
    other.execute("COMMIT")
    other.close()
    assert client.get("/events?party=Oman").status_code == 200


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "older.db"
    fill_as_0002(str(path))
    return path


def test_an_older_ledger_is_brought_up_to_date_at_the_start(older: Path):
    with TestClient(create_app(older)) as client:
        assert client.get("/events").status_code == 200
    Ledger.open(older, read_only=True, create=False).close()


@pytest.mark.parametrize("read_only", [True, False])
def test_no_reader_waits_until_an_older_ledger_is_rewritten(older: Path, read_only: bool):
    before = older.read_bytes()
    answer = TestClient(create_app(older, read_only=read_only)).get("/events")
    assert answer.status_code == 503
    assert "from an older version: open it once for writing" in answer.text
    assert older.read_bytes() == before
    with pytest.raises(OlderLedgerError):
        Ledger.open(older, read_only=True)


def test_events_that_an_earlier_version_summed_up_are_summed_up_before_anybody_reviews(tmp_path: Path):
    path = made(tmp_path / "hearsay.db", "Reuters")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE tally SET value = 0 WHERE name = 'summing'")
    seen: list[tuple[int, int]] = []
    shelf.Shelf(path, read_only=True).update(progress=lambda *done: seen.append(done))
    assert seen == []
    shelf.Shelf(path).update(progress=lambda *done: seen.append(done))
    assert seen == [(0, 1), (1, 1)]


def test_the_command_says_that_it_brings_a_ledger_up_to_date(older: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    refused = CliRunner().invoke(app, ["serve", "--read-only", "--db", str(older)])
    assert (refused.exit_code, "from an older version: open it once for writing" in refused.output) == (1, True)
    told = CliRunner().invoke(app, ["serve", "--db", str(older)])
    assert told.exit_code == 0
    first, *_, last = (line for line in told.stderr.splitlines() if line.startswith("hearsay: "))
    assert f"{older} is from an earlier version: it is brought up to date first" in first
    assert f"{older} is up to date" in told.stderr
    assert f"{older} at http://127.0.0.1:8000/" in last
    assert "earlier version" not in CliRunner().invoke(app, ["serve", "--db", str(older)]).output


def test_an_export_asks_for_a_page_when_the_one_before_is_sent(client: TestClient):
    row = LedgerEvent.model_validate(client.get("/events.json?limit=1").json()["events"][0])
    asked = []

    def pages() -> Iterator[Sequence[LedgerEvent]]:
        for number in range(1_000):
            asked.append(number)
            yield (row,) * 3

    answer = as_csv(LedgerEvent, pages())
    assert isinstance(answer, StreamingResponse)
    assert asked == [0]

    async def begin() -> list[str]:
        sent = aiter(answer.body_iterator)
        return [str(await anext(sent)) for _ in range(4)]

    with ThreadPoolExecutor(1) as pool:
        parts = pool.submit(anyio.run, begin).result()
    assert parts[0].startswith("id,")
    assert [part.count("\n") for part in parts] == [1, 3, 3, 3]
    assert asked == [0, 1, 2]


def test_an_export_holds_every_event_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hearsay.explorer.events._BULK", 4)
    with Ledger.open(tmp_path / "hearsay.db") as ledger:
        fill(ledger)
        number = ledger.count()
    with TestClient(create_app(tmp_path / "hearsay.db")) as client:
        rows = client.get("/events.csv").text.splitlines()
    ids = [row.split(",")[0] for row in rows[1:]]
    assert len(ids) >= number
    assert len([id for id in ids if id.count("-") == 1 and len(id) >= 14]) == number


def test_a_ledger_of_the_server_is_shown_as_one_in_a_file(open_ledger, place: str):
    fill(open_ledger())
    with TestClient(create_app(place, a_minute=1_000_000)) as client:
        for page in PAGES:
            assert client.get(page).status_code == 200, page
        assert client.get("/events.json?party=Oman&type=CONSULT").json()["count"] == 1
        before = client.get("/sources.json").json()["outlets"]
        open_ledger().add(told("Night Gazette", "2024-10-01", act("Oman", "AID", "Yemen", date="2024-09-30")), "made")
        assert len(client.get("/sources.json").json()["outlets"]) == len(before) + 1
        for address in ("/events?after=x:1", "/events?after=:1", "/actors/%25", "/events?since=0001"):
            assert client.get(address).status_code in (200, 404, 422), address


def test_what_is_counted_at_the_start_may_take_longer_than_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    status = Ledger.status

    def slow(ledger: Ledger) -> LedgerStatus:
        with ledger.reading() as connection:
            rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 4000000) SELECT max(i) FROM n"
            connection.execute(text(rows)).scalar_one()
        return status(ledger)

    monkeypatch.setattr(Ledger, "status", slow)
    with TestClient(create_app(made(tmp_path / "hearsay.db", "Reuters"), longest=0.1)) as client:
        waiting = client.get("/")
        assert (waiting.status_code, waiting.headers["retry-after"]) == (503, "60")
        assert "That takes too long" in waiting.text
        end = time.monotonic() + 60
        while client.get("/").status_code != 200 and time.monotonic() < end:
            time.sleep(0.05)
        assert "1 article" in client.get("/").text


def test_answers_that_few_ask_for_give_way_and_those_of_the_start_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelf, "_KEPT", 3)
    books = shelf.Shelf(made(tmp_path / "hearsay.db", "Reuters"))
    asked: list[object] = []

    def ask(name: object) -> object:
        return books.kept(name, lambda ledger: asked.append(name) or ledger.count())

    books.aside(lambda: ask("start") and None)
    while "start" not in asked:
        time.sleep(0.01)
    for name in (1, 2, 3, 4, 5):
        ask(name)
    asked.clear()
    assert [ask(name) for name in ("start", 5, 4, 3)] == [1, 1, 1, 1]
    assert asked == []
    ask(1)
    assert asked == [1]
    books.close()
