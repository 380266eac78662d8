"""The map shows each place as precisely as it was told, and the brush chooses among all times."""

import csv
import io
import math
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as some

from hearsay.explorer import create_app, earth
from hearsay.explorer.brushing import brush_of
from hearsay.explorer.mapping import drawing_of
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Bin, Spot
from hearsay.records import Place
from tests.ledger.made import act, told

ADEN = Place(name="Aden", country="YEM", precision="city", geonames=415189, latitude=12.78, longitude=45.04,
             span=(0, 4), text="Aden")  # fmt: skip
MARIB = Place(name="Marib", country="YEM", precision="region", geonames=72966, span=(0, 5), text="Marib")
OMAN = Place(name="Oman", country="OMN", precision="country", span=(0, 4), text="Oman")
SEA = Place(name="Red Sea", precision="unknown", span=(0, 7), text="Red Sea")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("map") / "hearsay.db") as ledger:
        acts = [
            act("Houthis", "ASSAULT", "Yemen", date="2024-07-13", place=ADEN),
            act("France", "AID", "Yemen", date="2024-08-01", place=ADEN),
            act("Houthis", "ASSAULT", "residents", date="2024-07-20", place=MARIB),
            act("Iran", "CONSULT", "Oman", date="2024-07-20", place=OMAN),
            act("Houthis", "THREATEN", "France", date="2024-07-21", place=SEA),
            act("farmers", "PROTEST", "France", date="2024-07-22"),
        ]
        for number, done in enumerate(acts):
            ledger.add(told("Harbour Courier", "2024-08-02", done, id=f"article-{number}"))
        yield ledger


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_app(ledger.engine.url.database or "")) as client:
        yield client


def test_each_place_is_drawn_as_precisely_as_it_is_told(ledger: Ledger):
    drawing = drawing_of(ledger.places(), EventFilter())
    assert [(glyph.kind, glyph.tone, glyph.events) for glyph in drawing.glyphs] == [
        ("division", "conflict", 1), ("city", "even", 2),
    ]  # fmt: skip
    assert [(shade.country, shade.tone, shade.events, shade.within) for shade in drawing.shades] == [
        ("OMN", "cooperation", 1, 1)
    ]
    assert drawing.known == {"city": 2, "region": 1, "country": 1, "unknown": 2}
    assert (drawing.untold, [spot.name for spot in drawing.elsewhere]) == (1, ["Red Sea"])


def test_a_city_stands_where_it_is_and_shows_both_kinds(ledger: Ledger):
    (aden,) = (glyph for glyph in drawing_of(ledger.places(), EventFilter()).glyphs if glyph.kind == "city")
    assert (aden.x, aden.y) == tuple(round(at, 2) for at in earth.project(45.04, 12.78))
    assert aden.cooperation**2 * math.pi / 2 == pytest.approx(aden.conflict**2 * 2, rel=0.01)
    assert aden.address == "/events?place=Aden%2C+YEM"


def test_a_place_leads_to_its_events(client: TestClient, ledger: Ledger):
    drawing = drawing_of(ledger.places(), EventFilter())
    counts = {to.address: client.get(to.address.replace("/events", "/events.json")).json()["count"]
              for to in (*drawing.glyphs, *drawing.shades)}  # fmt: skip
    assert counts == {to.address: getattr(to, "within", to.events) for to in (*drawing.glyphs, *drawing.shades)}


def test_each_figure_of_precision_leads_to_its_events(client: TestClient, ledger: Ledger):
    known = drawing_of(ledger.places(), EventFilter()).known
    asked = {kind: client.get(f"/events.json?precision={kind}").json()["count"] for kind in known}
    assert asked == known


def test_the_page_says_what_is_drawn_without_a_script(client: TestClient):
    page = client.get("/map").text
    for words in ("Aden, Yemen: 2 events, 1 of conflict", "somewhere in Marib, Yemen: 1 event, 1 of conflict",
                  "Oman: 1 event known only to be in the country", "1 event with no place told",
                  "Red Sea"):  # fmt: skip
        assert words in page
    assert page.count('<th scope="row">') == 4


def test_the_map_is_one_address_for_people_and_programs(client: TestClient):
    places = client.get("/map.json").json()["places"]
    assert client.get("/map", headers={"Accept": "application/json"}).json()["places"] == places
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv").text)))
    assert [(row["name"], int(row["events"])) for row in rows] == [(p["name"] or "", p["events"]) for p in places]
    answer = client.get("/map", headers={"Accept": "application/geo+json"})
    assert answer.headers["content-type"].startswith("application/geo+json")
    features = {part["properties"]["name"]: part for part in answer.json()["features"]}
    assert features["Aden"]["geometry"] == {"type": "Point", "coordinates": [45.04, 12.78]}
    assert features["Marib"]["properties"]["radius_km"] >= 20
    assert [features[name]["geometry"] for name in ("Oman", "Red Sea", None)] == [None] * 3


def test_what_the_map_asks_is_what_events_ask(client: TestClient):
    for question in ("quad=4", "since=2024-08", "party=Houthis&min_origins=1", "place=OMN", "denied=true"):
        places = client.get(f"/map.json?{question}").json()["places"]
        assert sum(p["events"] for p in places) == client.get(f"/events.json?{question}").json()["count"], question


def test_conditions_that_no_field_shows_are_kept(client: TestClient):
    page = client.get("/map?outlet=Harbour&party=Iran&party=Oman").text
    assert '<input type="hidden" name="outlet" value="Harbour">' in page
    assert '<input type="hidden" name="party" value="Oman">' in page


@pytest.mark.parametrize(("address", "words"), [("since=yesterday", "is no date"), ("precision=exact", "precision")])
def test_what_a_map_cannot_be_asked(client: TestClient, address: str, words: str):
    answer = client.get(f"/map?{address}")
    assert (answer.status_code, words in answer.text) == (422, True)


@pytest.mark.parametrize("part", ["map", "network"])
def test_empty_fields_of_a_form_leave_the_address(client: TestClient, part: str):
    answer = client.get(f"/{part}?party=&type=CONSULT&since=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{part}?type=CONSULT")
    asked = client.get(f"/{part}?party=&type=CONSULT", headers={"HX-Request": "true", "HX-Target": "found"})
    assert asked.headers["hx-push-url"] == f"/{part}?type=CONSULT"


def test_nothing_found_is_said(client: TestClient):
    assert "No event meets all of this" in client.get("/map?party=Atlantis").text


def test_the_brush_shows_all_times_and_the_one_chosen(ledger: Ledger):
    brush = brush_of(ledger.timeline(by="day"), EventFilter(since="2024-07-20", until="2024-07-21"), "/map")
    assert brush is not None
    assert (brush.by, brush.everything) == ("day", "/map")
    assert [part.begin for part in brush.stretches] == [
        (date(2024, 7, 13) + timedelta(days=n)).isoformat() for n in range(20)
    ]
    assert sum(part.events for part in brush.stretches) == 6
    assert [part.begin for part in brush.stretches if part.chosen] == ["2024-07-20", "2024-07-21"]
    assert brush.stretches[0].address == "/map?since=2024-07-13&until=2024-07-13"


def test_few_events_of_long_ago_do_not_stretch_the_brush():
    days = [date(1979, 2, 11), *(date(2024, 1, 1) + timedelta(days=number) for number in range(60))]
    bins = [Bin(begin=day.isoformat(), events=1, quads=(1, 0, 0, 0), reports=1, origins=1) for day in days]
    brush = brush_of(bins, EventFilter(), "/map")
    assert brush is not None
    assert (brush.by, len(brush.stretches), brush.earlier, brush.later) == ("day", 60, 1, 0)


@pytest.mark.parametrize(
    ("asked", "first"),
    [({}, "2023-12"), ({"since": "2024-01"}, "2023-12"), ({"until": "2024-01"}, "2023-12"),
     ({"since": "2023-02"}, "2022-12"), ({"until": "2023-02"}, "2022-12")],
)  # fmt: skip
def test_a_brush_of_late_goes_back_further_when_that_is_asked_for(asked: dict[str, str], first: str):
    days = (date(2023, 1, 1) + timedelta(days=3 * n) for n in range(140))
    bins = [Bin(begin=day.isoformat(), events=1, quads=(1, 0, 0, 0), reports=1, origins=1) for day in days]
    brush = brush_of(bins, EventFilter(**asked), "/", 60)
    assert brush is not None
    assert brush.stretches[0].begin[:7] == first


def test_no_date_no_brush():
    assert brush_of((), EventFilter(), "/map") is None


@given(some.floats(-180, 180), some.floats(-90, 90))
def test_every_point_of_the_earth_is_on_the_map(longitude: float, latitude: float):
    x, y = earth.project(longitude, latitude)
    assert -0.01 <= x <= earth.WIDTH + 0.01
    assert -0.01 <= y <= earth.HEIGHT + 0.01


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [(180, 0, 17243959.06, 0), (-180, 90, -10216474.79, 8392927.6), (0, -90, 0, -8392927.6)],
)
def test_the_projection_is_that_of_its_authors(longitude: float, latitude: float, x: float, y: float):
    """Metres on a sphere of the earth's mean radius, as PROJ gives them for its ``eqearth``."""
    metre = earth.units_of(6371.0) / 6371008.7714
    found = earth.project(longitude, latitude)
    assert ((found[0] - 500) / metre, (earth.HEIGHT / 2 - found[1]) / metre) == pytest.approx((x, y), rel=1e-6)


def test_areas_are_shown_true():
    """A square degree weighs by the cosine of its latitude, wherever it lies."""

    def area(latitude: float) -> float:
        (a, b), (c, _), (_, d) = (earth.project(20 + dx, latitude + dy) for dx, dy in ((0, 0), (0.1, 0), (0, 0.1)))
        return abs((c - a) * (d - b)) / math.cos(math.radians(latitude + 0.05))

    assert [area(north) / area(0) for north in (20, 45, 60, 75)] == pytest.approx([1] * 4, rel=0.003)


@pytest.mark.parametrize("most", [1, 2, 3, 7, 100, 12345])
def test_shades_cover_every_number_once(most: int):
    spots = [Spot(name=name, country=code, precision="country", events=events, quads=(events, 0, 0, 0), origins=1,
                  denied=0) for name, code, events in (("Oman", "OMN", most), ("Iran", "IRN", 1))]  # fmt: skip
    drawing = drawing_of(spots, EventFilter())
    bounds = [[int(n.replace(",", "")) for n in words.split(" to ")] for _, words in drawing.breaks]
    assert (bounds[0][0], bounds[-1][-1]) == (1, most)
    assert [low[0] for low in bounds[1:]] == [high[-1] + 1 for high in bounds[:-1]]
    assert {shade.country: shade.level for shade in drawing.shades}["OMN"] == drawing.breaks[-1][0]


def test_a_state_too_small_to_see_is_a_disc():
    spot = Spot(name="Malta", country="MLT", precision="country", events=2, quads=(0, 0, 2, 0), origins=1, denied=0)
    far = Spot(name="Brazil", country="BRA", precision="country", events=1, quads=(1, 0, 0, 0), origins=1, denied=0)
    assert [(glyph.kind, glyph.events) for glyph in drawing_of([spot, far], EventFilter()).glyphs] == [("state", 2)]


@pytest.mark.parametrize("part", ["map", "network", "actors"])
def test_an_empty_ledger_is_drawn_as_nothing(tmp_path: Path, part: str):
    with Ledger.open(tmp_path / "empty.db"):
        pass
    with TestClient(create_app(tmp_path / "empty.db")) as client:
        assert client.get(f"/{part}").status_code == 200
        assert client.get(f"/{part}.json").json() in ({"places": []}, {"edges": []}, {"actors": []})
