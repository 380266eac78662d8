"""Reviewing by plain forms: what is shown, what is stored, and what is refused."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from hearsay.explorer import create_app
from hearsay.explorer.review_session import COOKIE, Sessions
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import Correction
from hearsay.records import Actor
from tests.explorer.hostile import HOSTILE
from tests.ledger.made import act, told


@pytest.fixture
def ledger(filled: Ledger) -> Ledger:
    return filled


@pytest.fixture
def visitor(ledger: Ledger) -> Iterator[Callable[[], TestClient]]:
    """A browser of its own for each call, all of one explorer."""
    app = create_app(str(ledger.engine.url.database), a_minute=1_000_000)
    opened: list[TestClient] = []

    def visit() -> TestClient:
        opened.append(TestClient(app))
        return opened[-1]

    yield visit
    for client in opened:
        client.close()
    app.state.ledger.close()


def fields(page: Response) -> dict[str, str]:
    """The hidden fields of a page's last form."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))


def come_in(client: TestClient, name: str) -> Response:
    token = fields(client.get("/review"))["token"]
    return client.post("/review/name", data={"token": token, "reviewer": name})


def draw(client: TestClient, kind: str = "uncertain", **more: str) -> Response:
    token = fields(client.get("/review"))["token"]
    return client.post("/review/queues", data={"token": token, "kind": kind, "size": "20", "share": "0", **more})


def say(client: TestClient, page: Response, verdict: str, **more: object) -> Response:
    return client.post(page.url.path, data={**fields(page), "verdict": verdict, **more})


def test_a_name_is_asked_for_and_kept_in_a_signed_cookie(visitor: Callable[[], TestClient]):
    ada = visitor()
    assert "Your name" in ada.get("/review").text
    assert "You review as <b><bdi>Ada &lt;3</bdi></b>" in come_in(ada, "  Ada <3 ").text
    cookie = ada.cookies[COOKIE]
    forged = visitor()
    forged.cookies.set(COOKIE, cookie[:-1] + ("0" if cookie[-1] != "0" else "1"))
    assert "Your name" in forged.get("/review").text
    begun = visitor().get("/review").headers["set-cookie"]
    assert "HttpOnly; Path=/; SameSite=strict" in begun
    assert come_in(visitor(), " ").status_code == 422
    left = ada.post("/review/leave", data={"token": fields(ada.get("/review"))["token"]})
    assert "Your name" in left.text


def test_an_item_is_shown_in_plain_words_without_the_machine_s_confidence(visitor: Callable[[], TestClient]):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada, place="Muscat")
    assert page.url.path == "/review/queues/1"
    for words in ("<bdi>Oman</bdi> <b class=\"verb\">meets or talks with</b> <bdi>France</bdi>", "Lowland Observer",
                  "told as having happened", "Oman [OMN GOV]", '<time datetime="2024-08-02">2024-08-02</time>',
                  "<bdi>Muscat, Oman</bdi>", "<kbd>A</kbd>",
                  'value="Muscat [OMN]" list="places"', '<option value="phone">phone: by telephone or video</option>',
                  '<mark class="trigger">met<span class="role" aria-hidden="true">what</span></mark>'):  # fmt: skip
        assert words in page.text
    assert "0.8" not in page.text
    assert page.headers["cache-control"] == "no-store"


def test_decisions_are_stored_and_the_next_item_comes(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada)
    first = fields(page)["item"]
    page = say(ada, page, "accept")
    second = fields(page)["item"]
    assert first != second
    page = say(ada, page, "reject")
    assert "Rejected" in page.text
    assert [(r.item, r.verdict, r.reviewer, r.queue) for r in ledger.reviews()] == [
        (first, "accept", "Ada", 1), (second, "reject", "Ada", 1),
    ]  # fmt: skip
    undo = re.findall(r'name="undo" value="(\d+)"', page.text)
    back = ada.post(page.url.path, data={"token": fields(page)["token"], "undo": undo[0]})
    assert fields(back)["item"] == second
    assert [review.item for review in ledger.reviews()] == [first]


def test_a_fix_stores_only_what_differs(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada, place="Muscat")
    whole = {"type": "CONSULT", "status": "planned", "actor": ["France", "Oman [OMN GOV]", ""], "recipient": ["", ""],
             "source": ["Saba [YEM JRN GOV]"], "mode": ["phone", ""], "date": "2024-08-02", "place": ""}  # fmt: skip
    assert say(ada, page, "fix", **whole).status_code == 200
    france, oman = (Actor(name=n, country=c, sector=("GOV",)) for n, c in (("France", "FRA"), ("Oman", "OMN")))
    saba = Actor(name="Saba", country="YEM", sector=("JRN", "GOV"))
    (review,) = ledger.reviews()
    assert review.fix == Correction(
        status="planned", actor=(france, oman), recipient=(), source=(saba,), mode=("phone",), place=""
    )
    shown = visitor().get(f"/events/{review.item.rpartition('.')[0]}").text
    assert "Corrected</b> by <bdi>Ada</bdi>" in shown
    assert (
        "who: <bdi>France</bdi>, <bdi>Oman</bdi>; to whom: nobody; still to come; says who: <bdi>Saba</bdi>;"
        " how: phone; where: <bdi>not told</bdi>;" in shown
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"verdict": "fix"}, "says nothing other than the machine"),
        ({"verdict": "fix", "actor": "Oman [OM]"}, "&#39;OM&#39; is no country"),
        ({"verdict": "fix", "type": "MURDER"}, "&#39;MURDER&#39; is no event type"),
        ({"verdict": "fix", "mode": "aerial"}, "&#39;aerial&#39; is no mode of CONSULT"),
        ({"verdict": "fix", "date": "2024-02-30"}, "is no date: write YYYY"),
        ({"verdict": "fix", "place": "Muscat [OM]"}, "&#39;OM&#39; is no country"),
        ({"verdict": "accept", "place": ""}, "fields were changed: save the fix"),
        ({"verdict": "accept", "status": "planned"}, "fields were changed: save the fix"),
        ({"verdict": "same"}, "is no verdict on it"),
        ({"verdict": "accept", "item": "nonsense"}, "no item to review"),
        ({"verdict": "accept", "item": "0123456789ab-1.1"}, "holds no such account"),
        ({"undo": "9"}, "only what you said yourself"),
    ],
)
def test_what_cannot_be_stored_is_told(
    visitor: Callable[[], TestClient], ledger: Ledger, more: dict[str, str], words: str
):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada, place="Muscat")
    told = ada.post(page.url.path, data={**fields(page), **more})
    assert (told.status_code, words in told.text, 'href="/review/queues/1"' in told.text) == (422, True, True)
    assert ledger.reviews(undone=True) == ()


def test_a_form_sent_twice_is_stored_once(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada)
    assert say(ada, page, "accept").text.count("queues/1") == say(ada, page, "accept").text.count("queues/1")
    assert len(ledger.reviews(undone=True)) == 1


def test_a_form_about_something_that_changed_is_refused(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada, place="Muscat")
    ledger.add(told("Lowland Observer", "2024-08-04", act("Oman", "AID", "France"), id="talks", title="Corrected"))
    stale = say(ada, page, "accept")
    assert (stale.status_code, "It has changed meanwhile" in stale.text) == (409, True)
    assert "Nothing is left here for you" in ada.get(page.url.path).text
    assert ledger.reviews(undone=True) == ()


@pytest.mark.parametrize("address", ["/review/name", "/review/leave", "/review/queues", "/review/queues/1"])
def test_forms_without_the_token_of_their_session_are_refused(visitor: Callable[[], TestClient], address: str):
    ada, eve = visitor(), visitor()
    come_in(ada, "Ada")
    draw(ada)
    data = {"verdict": "accept", "reviewer": "Eve", "kind": "random", "size": "9", "share": "0"}
    token = fields(eve.get("/review"))["token"]
    for wrong in ({}, {"token": ""}, {"token": token}, {"token": "ü"}):
        assert ada.post(address, data={**data, **wrong}).status_code == 403
    nobody = visitor()
    assert nobody.post(address, data={**data, "token": Sessions(b"other").token}).status_code == 403  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "application/json", 415),
        (b"a=%ff", "application/x-www-form-urlencoded", 422),
        (b"a=1&" * 300, "application/x-www-form-urlencoded", 422),
        (b"a=%00", "application/x-www-form-urlencoded", 422),
        (b"a" * 70_000, "application/x-www-form-urlencoded", 413),
    ],
)
def test_what_is_no_form_is_refused(visitor: Callable[[], TestClient], body: bytes, kind: str, status: int):
    ada = visitor()
    come_in(ada, "Ada")
    assert ada.post("/review/queues", content=body, headers={"Content-Type": kind}).status_code == status


def test_an_explorer_that_only_shows_says_so(ledger: Ledger):
    with TestClient(create_app(str(ledger.engine.url.database), read_only=True)) as client:
        page = client.get("/review")
        assert (page.status_code, "it was started to read" in page.text) == (403, True)
        assert client.get("/review/queues/1").status_code == 403
        assert client.post("/review/name", data={"reviewer": "Ada"}).status_code == 403
        assert client.get("/review/results").status_code == 200


def test_the_second_coder_sees_no_verdict_of_the_first(visitor: Callable[[], TestClient], ledger: Ledger):
    ada, ben = visitor(), visitor()
    come_in(ada, "Ada")
    come_in(ben, "Ben")
    page = draw(ada, place="Muscat", share="100")
    event = f"/events/{fields(page)['item'].rpartition('.')[0]}"
    say(ada, page, "accept")
    theirs = ben.get(page.url.path)
    assert (fields(theirs)["item"], "Accepted" in theirs.text) == (fields(page)["item"], False)
    seen = [("Confirmed" in client.get(event).text, len(client.get("/reviews.json").json())) for client in (ada, ben)]
    assert seen == [(True, 1), (False, 0)]
    say(ben, theirs, "reject")
    assert [len(client.get("/reviews.json").json()) for client in (ada, ben)] == [2, 2]
    assert ledger.queue(1).done == 1
    assert visitor().get("/reviews.json?reviewer=Ben").json()[0]["verdict"] == "reject"


def test_two_people_at_once_are_given_different_items(visitor: Callable[[], TestClient]):
    ada, ben = visitor(), visitor()
    come_in(ada, "Ada")
    come_in(ben, "Ben")
    page = draw(ada)
    assert fields(ben.get(page.url.path))["item"] != fields(page)["item"] == fields(ada.get(page.url.path))["item"]


def test_pairs_are_judged_side_by_side(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    page = draw(ada, "pairs", place="Sanaa")
    assert "Do these two tell one event?" in page.text
    one, _, other = fields(page)["item"].partition("~")
    say(ada, page, "different")
    assert ledger.event(one).id != ledger.event(other).id
    assert [(j.subject, j.other, j.verdict, j.judge) for j in ledger.judgements()] == [(one, other, "different", "Ada")]


def test_conditions_of_events_lead_to_a_queue_of_them(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    assert '<a href="/review?type=CONSULT">Review</a>' in ada.get("/events?type=CONSULT").text
    token = fields(ada.get("/review?type=CONSULT"))
    assert token["type"] == "CONSULT"
    page = ada.post("/review/name", data={**token, "reviewer": "Ada"})
    assert "Only from the 1 event with" in page.text
    draw(ada, type="CONSULT")
    assert (ledger.queue(1).size, ledger.queue(1).conditions.type) == (1, ("CONSULT",))
    assert draw(ada, type="AID").status_code == 422
    assert draw(ada, "nonsense").status_code == 422
    assert draw(ada, size="1e9").status_code == 422


def test_results_are_a_page_and_data(visitor: Callable[[], TestClient]):
    ada = visitor()
    assert "it takes a random sample" in ada.get("/review/results").text
    come_in(ada, "Ada")
    page = draw(ada, "random")
    while "item" in fields(page):
        page = say(ada, page, "accept" if "Sanaa" in page.text else "reject")
    shown, data = ada.get("/review/results").text, ada.get("/review/results.json").json()
    assert re.findall(r"Of .* drawn at random from \d+(?= on)", shown) == ["Of 5 mentions drawn at random from 5"]
    whole = data["samples"][0]["precision"][0]["whole"]
    assert (whole["right"], whole["of"]) == (3, 5)
    assert "<b>60%</b> <small>23% to 88%</small>" in shown
    assert "Not known yet: it takes two people" in shown


def test_events_are_listed_by_what_reviewers_said(visitor: Callable[[], TestClient], ledger: Ledger):
    ada = visitor()
    come_in(ada, "Ada")
    say(ada, draw(ada, place="Muscat"), "reject")
    counts = [ada.get(f"/events.json?{query}").json()["count"] for query in ("", "reviewed=rejected", "rejected=false")]
    assert counts == [3, 1, 2]
    assert "rejected: <bdi>false</bdi>" in ada.get("/events?rejected=false").text


def test_words_of_articles_never_become_parts_of_the_page(visitor: Callable[[], TestClient], ledger: Ledger):
    for number, words in enumerate(HOSTILE):
        ledger.add(told(words, "2024-09-02", act(words, "THREATEN", "Iran", "Saba"), id=f"h{number}", title=words))
    ada = visitor()
    come_in(ada, HOSTILE[0][:60])
    page = draw(ada, type="THREATEN")
    seen = 0
    while "item" in fields(page):
        tags = set(re.findall(r"<(\w+)", page.text))
        assert tags & {"script", "img", "iframe", "object", "style", "svg"} == {"script"}
        assert page.text.count("<script") == 3
        page = say(ada, page, "accept")
        seen += 1
    assert seen == len(HOSTILE)
    assert page.text.count("<script") == 3
    assert {review.verdict for review in ledger.reviews()} == {"accept"}


def test_absurd_addresses_are_refused(visitor: Callable[[], TestClient]):
    ada = visitor()
    assert ada.get("/review/queues/1", follow_redirects=False).headers["location"] == "/review"
    come_in(ada, "Ada")
    assert [ada.get(f"/review/queues/{number}").status_code for number in ("7", "99999999999999999999", "x")] == [
        404, 404, 422,
    ]  # fmt: skip
    assert [ada.get(f"/reviews.json?{query}").status_code for query in ("event=x-1", "queue=-1", "queue=7")] == [
        404, 422, 200,
    ]  # fmt: skip


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path):
    Ledger.open(tmp_path / "empty.db").close()
    with TestClient(create_app(tmp_path / "empty.db")) as client:
        assert "hearsay add articles/" in client.get("/review").text
    with TestClient(create_app(tmp_path / "none.db")) as client:
        page = client.get("/review")
        assert (page.status_code, "there is no ledger here" in page.text) == (503, True)
