"""The explorer of a ledger on PostgreSQL answers every page as that of the same ledger on SQLite does."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.ledger.ledger import Ledger
from tests.explorer.conftest import fill

on_postgres = pytest.mark.parametrize("place", ["postgresql"], indirect=True)

CONDITIONS = ("party=IRN&since=2024-07&until=2024-08", "actor=Oman&type=CONSULT", "place=Sanaa&denied=true",
              "origin=Saba&min_origins=2", "outlet=IRNA&status=actual", "quad=3&quad=4&max_origins=1&order=-origins",
              "ownership=state&min_reports=2", "mode=visit", "precision=city",
              "rejected=false&reviewed=open")  # fmt: skip
PAGES = (
    "/", "/?days=365", "/?since=2024-07&until=2024-07", "/today.json", "/events", "/events.json?limit=2", "/events.csv",
    *(f"/events{form}?{asked}" for asked in CONDITIONS for form in ("", ".json")), "/events?facets=1&party=Iran",
    "/events/{event}", "/events/{event}.json", "/articles/strike", "/articles/strike.json", "/articles/hostile-0",
    "/actors", "/actors?q=ira", "/actors.json?q=ira", "/actors/Iran", "/actors/Iran.json",
    "/network", "/network?party=IRN", "/network.json", "/network.csv", "/network.graphml", "/network/graph.json?quad=4",
    "/map", "/map?since=2024-08", "/map.json", "/map.csv", "/map.geojson", "/sources", "/sources.json?order=alone",
    "/review/results", "/review/results.json", "/reviews.json", "/events/none-1", "/actors/Nobody", "/events?quad=9",
)  # fmt: skip


@pytest.fixture
def theirs(place: str) -> Iterator[TestClient]:
    with Ledger.open(place) as ledger:
        fill(ledger)
    with TestClient(create_app(place, a_minute=1_000_000)) as client:
        yield client


@on_postgres
def test_every_page_and_answer_is_the_same(theirs: TestClient, client: TestClient, strike: str):
    for page in PAGES:
        address = page.format(event=strike)
        ours, other = client.get(address), theirs.get(address)
        assert (other.status_code, other.text) == (ours.status_code, ours.text), address


@on_postgres
def test_pages_go_on_one_after_another_as_they_do_there(theirs: TestClient, client: TestClient):
    def ids(of: TestClient) -> list[str]:
        found, after = [], ""
        while after is not None:
            answer = of.get(f"/events.json?limit=1&order=-confidence&after={after}").json()
            found += [event["id"] for event in answer["events"]]
            after = answer["after"]
        return found

    assert ids(theirs) == ids(client)


@on_postgres
def test_two_people_review_and_agree(theirs: TestClient, place: str):
    def fields(page: str) -> dict[str, str]:
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))

    ben = TestClient(theirs.app)
    for client, name in ((theirs, "Ada"), (ben, "Ben")):
        token = fields(client.get("/review").text)["token"]
        client.post("/review/name", data={"token": token, "reviewer": name})
    form = {"token": fields(theirs.get("/review").text)["token"], "kind": "random", "size": "20", "share": "100"}
    assert theirs.post("/review/queues", data=form).url.path == "/review/queues/1"
    for client, date in ((theirs, "2024-07-13"), (ben, "2023")):
        page = client.get("/review/queues/1")
        while "item" in (shown := fields(page.text)):
            page = client.post("/review/queues/1", data={**shown, "verdict": "fix", "date": date})
            assert page.status_code == 200, page.text
    with Ledger.open(place, read_only=True) as ledger:
        reviews = ledger.reviews()
        assert (len(reviews), {r.fix.date for r in reviews if r.reviewer == "Ben"}) == (10, {"2023"})
        agreement = {row.field: (row.items, row.agreed) for row in ledger.agreement()}
        assert (agreement["verdict"], agreement["date"], agreement["place"]) == ((5, 1.0), (5, 0.0), (5, 1.0))
    assert "<b>0%</b>" in theirs.get("/review/results").text
