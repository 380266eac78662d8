"""Each page and its data: what stands there, and what is said when something is wrong."""

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text

from hearsay.explorer import create_app
from hearsay.explorer.gate import POLICY
from hearsay.ledger.ledger import Ledger

PAGES = ("/", "/events", "/actors", "/actors?q=oman", "/network", "/map", "/sources", "/articles/strike",
         "/actors/Iran")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_each_page_answers_under_a_strict_policy(client: TestClient, page: str):
    answer = client.get(page)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert not [words for words in (" style=", "<style") if words in answer.text]


def test_an_event_shows_who_says_so_who_denies_it_and_rival_numbers(client: TestClient, strike: str):
    page = client.get(f"/events/{strike}").text
    for words in ("says it happened", "denies it", "How many killed", "Saba: 30. residents: 12.", "attacked</mark>"):
        assert words in page
    assert page.index("says it happened</span>") < page.index("denies it</span>")


def test_an_event_is_one_address_for_people_and_programs(client: TestClient, strike: str):
    by_suffix = client.get(f"/events/{strike}.json")
    by_accept = client.get(f"/events/{strike}", headers={"Accept": "application/json"})
    assert by_suffix.json() == by_accept.json()
    assert by_suffix.json()["id"] == strike
    assert [origin["name"] for origin in by_suffix.json()["origins"]] == ["Saba", "residents", "Iran"]


def test_the_id_of_any_account_leads_to_the_event(client: TestClient, strike: str):
    accounts = client.get(f"/events/{strike}.json").json()["accounts"]
    assert {client.get(f"/events/{account['id']}.json").json()["id"] for account in accounts} == {strike}


def test_events_are_filtered_and_given_as_they_are_shown(client: TestClient):
    data = client.get("/events.json?party=Oman&type=CONSULT").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/events.csv?party=Oman&type=CONSULT").text)))
    assert (data["count"], [event["id"] for event in data["events"]]) == (1, [rows[0]["id"]])
    assert (rows[0]["actor"], rows[0]["event"], rows[0]["recipient"]) == ("Oman", "CONSULT", "France")


def test_pages_of_events_hold_each_event_once(client: TestClient):
    seen: list[str] = []
    after = ""
    while True:
        data = client.get("/events.json", params={"limit": 3, "after": after}).json()
        seen += [event["id"] for event in data["events"]]
        after = data["after"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == data["count"]


def test_an_article_names_its_marks(client: TestClient):
    page = client.get("/articles/strike").text
    assert "ASSAULT: attacks (actual)" in page
    assert [page.count(words) for words in ('href="#event-1"', 'id="event-1"')] == [1, 1]


def test_sources_count_first_alone_and_contradicted(client: TestClient):
    outlets = {outlet["name"]: outlet for outlet in client.get("/sources.json").json()["outlets"]}
    assert outlets["Gulf Sentinel"] == {
        "name": "Gulf Sentinel", "ownership": None, "articles": 1, "events": 1, "first": 1, "alone": 0,
        "contradicted": 1, "relays": [["Reuters", 1]],
    }  # fmt: skip
    assert (outlets["IRNA"]["first"], outlets["Lowland Observer"]["alone"]) == (0, 1)


def test_what_is_known_already_is_not_sent_again(client: TestClient):
    first = client.get("/events.json")
    again = client.get("/events.json", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_data_are_described(client: TestClient):
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/today.json", "/events.json", "/events/{id}.json", "/articles/{name}.json", "/actors.json",
        "/actors/{name}.json", "/network.json", "/sources.json", "/map.json",
        "/map.geojson", "/network/graph.json", "/review/results.json", "/reviews.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/events/nothing-1", 404, "the ledger holds no such event"),
        ("/articles/nothing", 404, "nothing"),
        ("/actors/Nobody Atall", 404, "nobody of this name is in the ledger"),
        ("/nowhere", 404, "There is no such page"),
        ("/events?since=yesterday", 422, "is no date"),
        ("/events?type=DANCE", 422, "type"),
        ("/events?quad=9", 422, "quad: 1, 2, 3 or 4"),
        ("/events?min_origins=-1", 422, "min_origins"),
        ("/events?order=sideways", 422, "order"),
        ("/events?limit=0", 422, "limit"),
        ("/events?after=nothing-1", 404, "nothing-1"),
        ("/events?party=" + "x" * 300, 422, "party"),
        ("/events?party=" + "x" * 9000, 414, "too long"),
        ("/events?party=Atlantis", 200, "No event meets all of this"),
        ("/events/%00", 400, "NUL"),
        ("/events?after=%00", 400, "NUL"),
        ("/static/%2e%2e/app.py", 404, ""),
    ],
)
def test_what_cannot_be_asked_is_said_plainly(client: TestClient, address: str, status: int, words: str):
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path):
    with Ledger.open(tmp_path / "empty.db"):
        pass
    with TestClient(create_app(tmp_path / "empty.db")) as client:
        for page in ("/", "/events"):
            assert f"hearsay add articles/ --db {tmp_path / 'empty.db'}" in client.get(page).text


def test_a_ledger_that_vanishes_and_returns(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with TestClient(create_app(path)) as client:
        missing = client.get("/events")
        assert (missing.status_code, missing.headers["retry-after"]) == (503, "5")
        assert "there is no ledger here" in missing.text
        with Ledger.open(path):
            pass
        assert client.get("/events").status_code == 200
        assert client.get("/events.json").json() == {"count": 0, "events": [], "after": None}


def test_a_later_ledger_is_refused(tmp_path: Path):
    path = tmp_path / "later.db"
    with Ledger.open(path) as ledger, ledger.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    answer = TestClient(create_app(path)).get("/")
    assert answer.status_code == 503
    assert "This ledger is newer than this program" in answer.text


def test_reading_changes_nothing(client: TestClient, db: Path):
    engine = create_engine(f"sqlite:///{db}")
    with engine.connect() as connection:
        before = connection.execute(text("SELECT count(*), max(key) FROM event")).one()
    for page in PAGES:
        assert client.post(page).status_code == 405
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*), max(key) FROM event")).one() == before
