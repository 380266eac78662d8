"""A ledger with a contradicted strike, rival numbers, a relayed claim and hostile articles, and its explorer."""

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.ledger.ledger import Ledger
from tests.explorer.hostile import HOSTILE
from tests.ledger.conftest import empty, open_ledger, place
from tests.ledger.made import act, told

__all__ = ["empty", "open_ledger", "place"]

CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip

SANAA = {"date": "2024-07-14", "place": ("Sanaa", "YEM")}


def fill(ledger: Ledger, *, apart: bool = False) -> None:
    """Fill a ledger; the hostile articles correct one another, unless they are to stand ``apart``."""
    strike = act("Iran", "ASSAULT", "Houthis", "Saba", killed=(30, 30, 30), **SANAA)
    fewer = act("Iran", "ASSAULT", "Houthis", "Reuters", "residents", killed=(12, 12, 12), **SANAA)
    denial = act("Iran", "ASSAULT", "Houthis", "Iran", status="negated", **SANAA)
    ledger.add(told("Reuters", "2024-07-15", strike, title="Strike on Sanaa", id="strike"), "made")
    ledger.add(told("Gulf Sentinel", "2024-07-15", fewer, title="Dozens dead", id="fewer"), "made")
    ledger.add(told("IRNA", "2024-07-16", denial, title="Iran denies", id="denial"), "made")
    talks = act("Oman", "CONSULT", "France", date="2024-08-02", place=("Muscat", "OMN"))
    ledger.add(told("Lowland Observer", "2024-08-03", talks, title="Talks in Muscat", id="talks"), "made")
    for number, words in enumerate(HOSTILE):
        hostile = told(words, "2024-09-01", act(words, "ACCUSE", "Oman", "Saba"), id=f"hostile-{number}", title=words,
                       url=f"javascript:alert({number if apart else 1})", more=words)  # fmt: skip
        ledger.add(hostile, "made")


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled ledger that tests only read: made once for all of them."""
    path = tmp_path_factory.mktemp("explorer") / "hearsay.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
    return path


@pytest.fixture
def filled(db: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of the same content that a test may write to."""
    path = tmp_path / "hearsay.db"
    with sqlite3.connect(db) as made, sqlite3.connect(path) as copy:
        made.backup(copy)
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def client(db: Path) -> Iterator[TestClient]:
    with TestClient(create_app(db, a_minute=1_000_000)) as client:
        yield client


@pytest.fixture(scope="session")
def strike(client: TestClient) -> str:
    """The id of the contradicted strike."""
    found = client.get("/events.json", params={"place": "Sanaa"}).json()["events"]
    assert len(found) == 1
    return str(found[0]["id"])


@contextmanager
def served(db: Path, *, prepared: bool = True, **options: object) -> Iterator[str]:
    """The explorer of a ledger, answering over HTTP; its address. Not ``prepared`` it counts nothing at the start."""
    app = create_app(db, a_minute=1_000_000, **options)  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="on" if prepared else "off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    app.state.ledger.close()


@pytest.fixture(scope="session")
def site(db: Path) -> Iterator[str]:
    with served(db) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
