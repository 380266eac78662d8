"""An actor's page: offices with their dates, whom it met, what it said, and who speaks about it."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.explorer.offices import Office, career_of
from hearsay.ledger.ledger import Ledger
from hearsay.records import Actor
from hearsay.world import World
from tests.ledger.made import act, told

BIDEN = "person:joe-biden"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("actor") / "hearsay.db"
    with Ledger.open(path) as ledger:
        for number, (one, done, other, source) in enumerate(
            [("Iran", "CONSULT", "Oman", "IRNA"), ("Oman", "CONSULT", "Iran", "Reuters"),
             ("Iran", "CONSULT", "France", "Iran"), ("Houthis", "ASSAULT", "Iran", "Saba")]
        ):  # fmt: skip
            told_act = act(one, done, other, source, date=f"2024-0{number + 1}-10")
            ledger.add(told("The Star", f"2024-0{number + 1}-11", told_act, id=f"article-{number}"))
    with TestClient(create_app(path, a_minute=1_000_000)) as client:
        yield client


def test_whom_an_actor_met_is_counted_on_either_side(client: TestClient):
    page = client.get("/actors/irn-gov").text
    met = page[page.index("Whom they met") : page.index("What they said")]
    assert [met.count(words) for words in (">2 meetings<", ">1 meeting<", ">Oman<", ">France<")] == [1, 1, 1, 1]
    assert client.get("/events.json?party=id:irn-gov&counterpart=id:omn-gov&type=CONSULT").json()["count"] == 2


def test_an_actor_is_shown_alone_and_not_with_its_country(client: TestClient):
    data = client.get("/actors/irn-gov.json").json()
    assert (data["did"], data["suffered"], data["quotes"]) == (2, 2, 1)
    page = client.get("/actors/irn-gov").text
    assert "/events?actor=id%3Airn-gov" in page
    assert client.get("/events.json?actor=id:irn-gov").json()["count"] == 2


def test_who_speaks_about_an_actor_is_shown_with_words(client: TestClient):
    page = client.get("/actors/irn-gov").text
    about = page[page.index("Who speaks about them") : page.index("With whom")]
    assert [name for name in ("IRNA", "Reuters", "Saba") if f">{name}</bdi>" in about] == ["IRNA", "Reuters", "Saba"]
    assert "Houthis attacked Iran" in about


def test_nobody_is_told_from_somebody_of_the_same_name(client: TestClient):
    assert client.get("/actors/Iran").status_code == 200
    assert client.get("/actors/id:nobody").status_code == 404


def test_offices_stand_on_one_line_of_time():
    states = (Actor(name="Joe Biden", country="USA", id=BIDEN),)
    career = career_of(states, "2022-07-01", "2022-12-31")
    assert career is not None
    terms = {(term.title, term.since, term.until) for term in World.default().terms(BIDEN)}
    assert {(office.title.removesuffix("-elect"), office.since, office.until) for office in career.offices} == terms
    president = next(office for office in career.offices if office.title == "President")
    assert (president.since, president.until, president.country, president.open) == (
        "2021-01-20", "2025-01-20", "United States", False,
    )  # fmt: skip
    assert career.news is not None
    assert president.left < career.news[0] < career.news[0] + career.news[1] < president.left + president.width
    assert all(0 <= office.left <= office.left + office.width <= 1005 for office in career.offices)


def test_an_office_without_an_end_is_left_open():
    career = career_of((Actor(name="Abbas Araghchi", id="person:abbas-araghchi"),), None, None)
    assert career is not None
    latest: Office = career.offices[0]
    assert (latest.title, latest.since, latest.open) == ("Foreign Minister", "2024-08-21", True)


@pytest.mark.parametrize("states", [(), (Actor(name="farmers"),), (Actor(name="Iran", id="IRN"),)])
def test_who_holds_no_office_has_no_career(states: tuple[Actor, ...]):
    assert career_of(states, "2024-01-01", "2024-01-02") is None
