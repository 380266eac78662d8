"""What the newest reports changed, and the months that a timeline shows."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.explorer.lately import Lately, Movement, lately_of, months_of, movements_of
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Bin
from tests.ledger.made import act, actor_of, told


@pytest.fixture
def moving(open_ledger: Callable[..., Ledger]) -> Ledger:
    """Iran and Oman quarrel in June and talk in July; a claim of Saba is repeated and denied."""
    ledger = open_ledger()
    for day in ("2024-05-22", "2024-06-12"):
        ledger.add(told("Reuters", day, act("Iran", "THREATEN", "Oman", date=day), more=f"On {day}."), "made")
    for day in ("2024-06-20", "2024-07-12"):
        ledger.add(told("Reuters", day, act("Iran", "CONSULT", "Oman", date=day), more=f"On {day}."), "made")
    strike = {"date": "2024-07-14", "place": ("Sanaa", "YEM")}
    for outlet in ("Reuters", "Gulf Sentinel"):
        ledger.add(told(outlet, "2024-07-15", act("Iran", "ASSAULT", "Houthis", "Saba", **strike)), "made")
    rumour = act("France", "AID", "Yemen", "Saba", date="2024-07-13")
    for outlet in ("Reuters", "Gulf Sentinel", "IRNA"):
        ledger.add(told(outlet, "2024-07-14", rumour, more=f"So {outlet}."), "made")
    denial = act("Iran", "ASSAULT", "Houthis", "Iran", status="negated", **strike)
    ledger.add(told("IRNA", "2024-07-16", denial), "made")
    return ledger


def test_movements_compare_the_last_days_with_as_many_before(moving: Ledger):
    with moving.reading() as connection:
        lately = lately_of(connection, 30)
    assert lately == Lately(since="2024-06-17", until="2024-07-16", days=30, before="2024-05-18")
    (first, *_) = movements_of(moving, lately, 8)
    assert (first.actor.name, first.recipient.name) == ("Iran", "Oman")
    assert (first.events, first.events_before) == (2, 2)
    assert first.balance > 0 > first.balance_before
    assert first.words == "more cooperation"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(3.0, -2.0, "more cooperation"), (0.0, -2.0, "less conflict"), (-5.0, 1.0, "more conflict"),
     (0.0, 4.0, "less cooperation")],
)  # fmt: skip
def test_what_moved_is_said_in_words(now: float, before: float, words: str):
    movement = Movement(
        actor=actor_of("Iran"), recipient=actor_of("Oman"), events=1, events_before=1, balance=now,
        balance_before=before,
    )  # fmt: skip
    assert movement.words == words


def test_today_tells_new_denials_and_what_is_repeated_from_one(moving: Ledger, place: str):
    with TestClient(create_app(place)) as client:
        data = client.get("/today.json?days=30").json()
        assert [(told["event"]["event"], told["denied"]) for told in data["denied"]] == [("ASSAULT", "2024-07-16")]
        repeated = [(event["event"], event["reports"], event["origin_count"]) for event in data["repeated"]]
        assert repeated == [("ASSAULT", 3, 1), ("AID", 3, 1)]
        page = client.get("/?days=30").text
        assert "denied 2024-07-16</span>" in page
        assert page.count("more cooperation") == 1
        assert client.get("/today.json?days=7").json()["lately"]["since"] == "2024-07-10"
        assert client.get("/?days=8").status_code == 422


def test_any_days_may_be_looked_at(moving: Ledger, place: str):
    with TestClient(create_app(place)) as client:
        data = client.get("/today.json?since=2024-06&until=2024-06").json()
        assert data["lately"] == {"since": "2024-06-01", "until": "2024-06-30", "days": 30, "before": "2024-05-02"}
        assert [event["date"] for event in data["most_told"]] == ["2024-06-20", "2024-06-12"]
        assert {event["date"] for event in data["latest"]} == {"2024-06-20", "2024-06-12"}
        assert (data["denied"], data["repeated"]) == ([], [])
        page = client.get("/?since=2024-06&until=2024-06").text
        for words in ('<time>2024-06-01</time> to <time>2024-06-30</time>, against the 30 days before',
                      'name="since" value="2024-06"', '<rect class="window"', 'href="/?since=2024-07-01&amp;until=',
                      'href="/events?since=2024-06-01&amp;until=2024-06-30&amp;order=-origins"'):  # fmt: skip
            assert words in page
        assert client.get("/today.json?until=2024-06-20").json()["lately"]["since"] == "2024-05-22"
        assert client.get("/?since=&until=", follow_redirects=False).headers["location"] == "/"


def test_absurd_days_are_answered(moving: Ledger, place: str):
    answers = {
        "since=2024-07&until=2024-06": (200, "end before they begin"),
        "since=1066&until=1066": (200, "No event of these days is told"),
        "since=0001&until=9999": (200, "Most vouched for"),
        "since=yesterday": (422, "is no date: write YYYY"),
    }
    client = TestClient(create_app(place))
    pages = {query: client.get(f"/?{query}") for query in answers}
    assert {query: (page.status_code, answers[query][1] in page.text) for query, page in pages.items()} == {
        query: (status, True) for query, (status, _) in answers.items()
    }
    client.app.state.ledger.close()  # type: ignore[attr-defined]


def test_months_without_events_are_shown_and_earlier_ones_left_out():
    def bin_of(begin: str, events: int) -> Bin:
        return Bin(begin=begin, events=events, quads=(events, 0, 0, 0), reports=events, origins=events)

    bins = (bin_of("2016-01-01", 9), bin_of("2023-11-01", 1), bin_of("2024-02-01", 2))
    assert months_of(bins, 4) == (bins[1], bin_of("2023-12-01", 0), bin_of("2024-01-01", 0), bins[2])
    assert months_of((), 4) == ()


def test_sources_are_ordered_by_what_is_looked_for(moving: Ledger, place: str):
    with TestClient(create_app(place)) as client:

        def names(order: str) -> list[str]:
            return [outlet["name"] for outlet in client.get(f"/sources.json?order={order}").json()["outlets"]]

        assert names("articles")[0] == "Reuters"
        assert names("contradicted")[0] in ("Gulf Sentinel", "IRNA")
        assert names("contradicted")[-1] == "Reuters"
        assert client.get("/sources?order=sideways").status_code == 422
