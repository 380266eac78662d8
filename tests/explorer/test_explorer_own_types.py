"""Events of a project's own types on the pages."""

import re
from pathlib import Path

from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.ledger.ledger import Ledger
from tests.ledger.test_own_types import articles


def test_every_page_shows_them_under_their_names(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger:
        for coding in articles():
            ledger.add(coding, "made")
        (event,) = (ledger.event(found.id) for found in ledger.events() if found.event == "nationalise")
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        for address in ("/", "/events", "/events?type=NATIONALISE", f"/events/{event.id}", "/articles/star", "/network",
                        "/map?type=nationalise", "/actors/id:yem-gov"):  # fmt: skip
            answer = client.get(address)
            assert answer.status_code == 200, address
        page = client.get("/events?type=NATIONALISE").text
        assert page.count(f'href="/events/{event.id}"') >= 1
        assert '<option value="nationalise">' in client.get("/map").text
        assert client.get("/events.json?type=nationalise").json()["count"] == 1
        assert client.get("/events?type=expel").status_code == 422
        article = client.get("/articles/star").text
        assert "2 events, " in article
        assert "<h2><code>nationalise</code></h2>" in article
        assert f'href="/events/{event.accounts[0].id}">All accounts of this event' in article
        assert re.search(r'<a class="m[^"]* event conflict[^"]*" href="#event-2" title="nationalise', article)
        assert '<b class="verb">\u2013 nationalise \u2013</b>' in client.get(f"/events/{event.id}").text
