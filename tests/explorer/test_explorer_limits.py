"""What one client may ask, how much it may send, and how long a question may take."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from hearsay.explorer import create_app, limits
from hearsay.explorer.limits import Buckets, price_of
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger


def test_a_bucket_empties_and_fills_again():
    now = [100.0]
    buckets = Buckets(a_minute=60, at_once=3, clock=lambda: now[0])
    assert [buckets.take("a", 1) for _ in range(4)] == [0, 0, 0, 1]
    assert buckets.take("b", 3) == 0
    assert buckets.wait("b", 2) == 2
    now[0] += 2
    assert [buckets.take("a", 1), buckets.take("a", 1), buckets.take("a", 1)] == [0, 0, 1]
    now[0] += 3600
    assert buckets.take("a", 100) == 0
    assert buckets.take("a", 1) == 1


def test_buckets_of_clients_that_went_away_are_forgotten(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "_CLIENTS", 2)
    buckets = Buckets(a_minute=60, at_once=1, clock=lambda: 0.0)
    assert [buckets.take(client, 1) for client in "abca"] == [0, 0, 0, 0]
    assert buckets.take("c", 1) == 1


@pytest.mark.parametrize(
    ("path", "price"),
    [("/", 0), ("/static/explorer.css", 0), ("/articles/a.json", 0), ("/sources", 0), ("/events", 1),
     ("/events.json", 1), ("/network", 1), ("/map", 1), ("/actors", 1), ("/events.csv", 10)],
)  # fmt: skip
def test_costly_pages_have_a_price(path: str, price: int):
    assert price_of(path) == price


def test_looking_back_on_other_days_has_a_price():
    assert [price_of(path, "since=2024") for path in ("/", "/today.json", "/sources", "/events")] == [1, 1, 0, 1]


def test_who_asks_too_much_is_told_when_to_come_again(db: Path):
    with TestClient(create_app(db, a_minute=6)) as client:
        answers = [client.get("/events.csv") for _ in range(11)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429]
        page = client.get("/events")
        assert (page.status_code, page.headers["content-type"]) == (429, "text/html; charset=utf-8")
        assert 1 <= int(page.headers["retry-after"]) <= 10
        assert f"Load the page again in {page.headers['retry-after']} seconds." in page.text
        assert page.headers["content-security-policy"]
        data = client.get("/events.json")
        assert (data.status_code, data.json()["error"]) == (429, "That was a lot at once")
        assert client.get("/sources").status_code == client.get("/static/explorer.css").status_code == 200


def test_no_more_is_taken_in_than_a_form_can_hold(client: TestClient):
    large = b"a" * (limits.LARGEST + 1)

    def pieces() -> Iterator[bytes]:
        for _ in range(3):
            yield large[: limits.LARGEST // 2]

    for page in ("/", "/review/name", "/nowhere"):
        assert client.post(page, content=large).status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/review/name", content=pieces(), headers=form).status_code == 413
    assert client.get("/events", headers={"content-length": "many"}).status_code == 413


def test_a_question_that_takes_too_long_is_ended_and_said_so(db: Path, monkeypatch: pytest.MonkeyPatch):
    endless = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")

    def count(ledger: Ledger, wanted: EventFilter | None = None) -> int:
        with ledger.reading() as connection:
            return int(connection.execute(endless).scalar_one())

    with TestClient(create_app(db, longest=0.3)) as client:
        monkeypatch.setattr(Ledger, "count", count)
        page, data = client.get("/events?party=x"), client.get("/events.json?party=y")
        assert (page.status_code, page.headers["retry-after"]) == (503, "60")
        assert "That takes too long" in page.text
        assert "add conditions, as a shorter time" in data.json()["detail"]
        monkeypatch.undo()
        assert client.get("/events?party=x").status_code == 200


def test_an_explorer_that_only_reads_stores_nothing(db: Path):
    with TestClient(create_app(db, read_only=True)) as client:
        assert client.post("/review/name", data={"reviewer": "Ada"}).status_code == 403
        assert client.get("/events").status_code == 200
        assert client.get("/review").status_code == 403
