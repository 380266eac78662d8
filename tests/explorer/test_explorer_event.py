"""An event's page: the ways it came, the accounts side by side, what is unsure, and why it is one event."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.explorer.doubting import doubts_of
from hearsay.explorer.events import voices_of
from hearsay.explorer.relaying import ways_of
from hearsay.explorer.wording import verdict
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import LedgerEvent
from tests.explorer.conftest import fill
from tests.ledger.made import act, told


@pytest.fixture(scope="module")
def strike_event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerEvent]:
    with Ledger.open(tmp_path_factory.mktemp("event") / "hearsay.db") as ledger:
        fill(ledger)
        (short,) = ledger.events(EventFilter(place=("Sanaa",)))
        yield ledger.event(short.id)


def test_ways_lead_from_outlets_to_origins(strike_event: LedgerEvent):
    ways = ways_of(strike_event, [voice.origin for voice in voices_of(strike_event)])
    assert ways is not None
    assert [(stop.kind, stop.name, stop.denies) for stop in ways.stops] == [
        ("outlet", "Reuters", False), ("outlet", "Gulf Sentinel", False), ("outlet", "IRNA", False),
        ("relay", "Reuters", False),
        ("origin", "Saba", False), ("origin", "residents", False), ("origin", "Iran", True),
    ]  # fmt: skip
    assert [part.denies for part in ways.stretches] == [False, False, False, True]
    assert [stop.address for stop in ways.stops if stop.kind == "origin"] == ["#voice-1", "#voice-2", "#voice-3"]
    assert [words for _, _, words in ways.heads] == ["published by", "relayed from", "vouched for by"]


def test_stops_of_one_column_do_not_touch(strike_event: LedgerEvent):
    ways = ways_of(strike_event, [voice.origin for voice in voices_of(strike_event)])
    assert ways is not None
    for x in {stop.x for stop in ways.stops}:
        heights = sorted(stop.y for stop in ways.stops if stop.x == x)
        assert all(below - above > 25 for above, below in pairwise(heights))
        assert heights[-1] < ways.height


def test_one_way_is_not_drawn(strike_event: LedgerEvent):
    alone = strike_event.model_copy(update={"accounts": strike_event.accounts[:1], "origins": strike_event.origins[:1]})
    assert ways_of(alone, alone.origins) is None


def test_a_count_is_that_of_the_origin_of_its_sentence(strike_event: LedgerEvent):
    assert [(figure.origin, figure.best) for figure in strike_event.figures] == [("Saba", 30), ("residents", 12)]


def test_each_voice_has_the_mentions_that_end_in_it(strike_event: LedgerEvent):
    assert [
        (voice.origin.name, [said.evidence.sentence_text for _, mentions in voice.accounts for said in mentions])
        for voice in voices_of(strike_event)
    ] == [
        ("Saba", ["Saba said Iran attacked Houthis in Sanaa killing 30."]),
        ("residents", ["residents said Iran attacked Houthis in Sanaa killing 12 Reuters reported."]),
        ("Iran", ["Iran denied Iran attacked Houthis in Sanaa."]),
    ]


def test_doubts_are_said(strike_event: LedgerEvent):
    assert doubts_of(strike_event) == ()
    vague = strike_event.model_copy(update={
        "actor": (), "date": None, "place": None, "origin_count": 1, "reports": 3, "accounts": (), "joinings": (),
    })  # fmt: skip
    assert doubts_of(vague) == (
        "All 3 reports rest on one origin.", "Nobody says who did it.",
        "No day is told; it stands at the day of the first report.", "No place is told.",
    )  # fmt: skip


def test_a_coding_more_likely_wrong_than_right_is_doubted(strike_event: LedgerEvent):
    first = strike_event.accounts[0]
    unsure = first.model_copy(update={
        "mentions": tuple(mention.model_copy(update={"confidence": 0.31}) for mention in first.mentions)
    })  # fmt: skip
    (doubt,) = doubts_of(strike_event.model_copy(update={"accounts": (unsure,)}))
    assert doubt.startswith("The surest mention has a confidence of 0.31")


def test_accounts_that_differ_are_doubted(strike_event: LedgerEvent):
    first, *rest = strike_event.accounts
    told = strike_event.model_copy(update={"accounts": (first.model_copy(update={"date": "2024-07-13"}), *rest)})
    assert doubts_of(told) == ("Accounts give 2 days: 2024-07-13, 2024-07-14.",)


@pytest.mark.parametrize(
    ("summary", "parts"),
    [
        ("IRNA says", ("IRNA says so", ())),
        ("2 origins say; Iran denies; 12 to 30 killed", ("2 origins say so; Iran denies it", ("12 to 30 killed",))),
        ("3 origins say; two name Iran, one names no one", ("3 origins say so", ("two name Iran, one names no one",))),
        ("", ("", ("",))),
    ],
)
def test_a_summary_is_a_verdict_and_what_is_rival(summary: str, parts: tuple[str, tuple[str, ...]]):
    assert verdict(summary) == parts


def test_the_page_shows_all_of_it(client: TestClient, strike: str):
    page = client.get(f"/events/{strike}").text
    for words in ("How it reached readers", 'href="#voice-3"', 'id="voice-3"', "What each account says",
                  "Why these accounts are one event", "the same day", "relayed from"):  # fmt: skip
        assert words in page
    assert page.count("<tbody><tr>") == 1


def test_an_event_of_many_accounts_stays_short(tmp_path: Path):
    with Ledger.open(tmp_path / "hearsay.db") as ledger:
        for number in range(32):
            strike = act("Iran", "ASSAULT", "Houthis", "Saba", date="2024-07-14", place=("Sanaa", "YEM"))
            ledger.add(told(f"Outlet {number}", "2024-07-15", strike, id=f"a{number}", more=f"{number}."), "made")
        (event,) = ledger.events()
    with TestClient(create_app(tmp_path / "hearsay.db")) as client:
        page = client.get(f"/events/{event.id}").text
    assert "and 2 further accounts" in page
    assert "and 26 further accounts" in page
    assert "and 16 further ways, told below" in page
    assert page.count("<blockquote") == 6
