"""Events of a project's own types on the pages."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.explorer.wording import act
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.own_types import as_event
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
        assert '<b class="verb">nationalises</b>' in client.get(f"/events/{event.id}").text


@pytest.mark.parametrize(
    ("type", "verbs"),
    [
        ("nationalise", ("nationalises", "nationalises")),
        ("grant", ("grants", "grants")),
        ("coup", ("\u2013 coup \u2013", "\u2013 coup")),
        ("cut_ties", ("\u2013 cut ties \u2013", "\u2013 cut ties")),
        ("TAKEOVER", ("\u2013 TAKEOVER \u2013", "\u2013 TAKEOVER")),
    ],
)
def test_a_type_whose_name_is_a_verb_is_one(type: str, verbs: tuple[str, str]):
    (event,) = articles()[1].own
    whole = as_event(event.model_copy(update={"event": type}))
    alone = whole.model_copy(update={"recipient": ()})
    assert (act(whole)[0], act(alone)[0]) == verbs


def test_they_are_reviewed_on_the_pages(tmp_path: Path):
    path = tmp_path / "hearsay.db"
    with Ledger.open(path) as ledger:
        for coding in articles():
            ledger.add(coding, "made")
        queue = ledger.draw("mentions", "random", EventFilter(type=("nationalise",)), share=0, seed="a")
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        token = re.search(r'name="token" value="([^"]+)"', client.get("/review").text)
        assert token is not None
        client.post("/review/name", data={"token": token[1], "reviewer": "Ada"})
        page = client.get(f"/review/queues/{queue.number}").text
        assert '<b class="verb">nationalises</b>' in page
        assert re.search(r'<option value="nationalise" selected>', page)
