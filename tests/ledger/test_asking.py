"""Questions to a ledger: conditions, pages, quotations, networks, time, SQL."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hearsay.errors import LedgerError, NotInLedgerError
from hearsay.ledger import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Spot
from tests.ledger.made import act, told


@pytest.fixture
def asked(open_ledger: Callable[..., Ledger]) -> Ledger:
    """Four events, one of them told by two outlets that rest on two agencies, one denied."""
    ledger = open_ledger()
    ledger.add(
        told(
            "Gulf Sentinel", "2024-07-15",
            act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"),
            act("Houthis", "ASSAULT", "Yemen", date="2024-07-13", place=("Aden", "YEM"), mode=("drone",)),
        )
    )  # fmt: skip
    ledger.add(told("Lowland Observer", "2024-07-16", act("Iran", "CONSULT", "Oman", "Reuters", date="2024-07-14")))
    ledger.add(told("Lowland Observer", "2024-08-02", act("France", "AID", "Yemen", date="2024-08-01"), id="aid"))
    ledger.add(told("Harbour Courier", "2023-01-10", act("farmers", "PROTEST", "France", date="2023-01-09"), id="farm"))
    return ledger


CASES: tuple[tuple[dict[str, object], list[str]], ...] = (
    ({}, ["AID", "CONSULT", "ASSAULT", "PROTEST"]),
    ({"actor": ("IRN",)}, ["CONSULT"]),
    ({"actor": ("irn-gov",)}, ["CONSULT"]),
    ({"actor": ("houthi",)}, ["ASSAULT"]),
    ({"recipient": ("YEM",)}, ["AID", "ASSAULT"]),
    ({"party": ("FRA",)}, ["AID", "PROTEST"]),
    ({"party": ("id:yem-gov",)}, ["AID", "ASSAULT"]),
    ({"party": ("id:YEM",)}, []),
    ({"actor": ("IRN",), "counterpart": ("OMN",)}, ["CONSULT"]),
    ({"party": ("YEM",), "counterpart": ("FRA",)}, ["AID"]),
    ({"actor": ("IRN", "FRA"), "recipient": ("OMN",)}, ["CONSULT"]),
    ({"type": ("AID", "ASSAULT")}, ["AID", "ASSAULT"]),
    ({"mode": ("drone",)}, ["ASSAULT"]),
    ({"mode": ("dron",)}, []),
    ({"quad": (4,)}, ["ASSAULT", "PROTEST"]),
    ({"since": "2024-07-14"}, ["AID", "CONSULT"]),
    ({"since": "2024", "until": "2024-07"}, ["CONSULT", "ASSAULT"]),
    ({"place": ("YEM",)}, ["ASSAULT"]),
    ({"place": ("aden",)}, ["ASSAULT"]),
    ({"place": ("Aden, YEM",)}, ["ASSAULT"]),
    ({"place": ("Aden, SOM",)}, []),
    ({"outlet": ("lowland observer",)}, ["AID", "CONSULT"]),
    ({"origin": ("reuters",)}, ["CONSULT"]),
    ({"min_origins": 2}, ["CONSULT"]),
    ({"max_origins": 1}, ["AID", "ASSAULT", "PROTEST"]),
    ({"min_reports": 2}, ["CONSULT"]),
    ({"denied": True}, []),
    ({"denied": False, "min_confidence": 0.99}, []),
    ({"precision": ("city",)}, ["ASSAULT"]),
    ({"precision": ("unknown",), "ownership": ("unknown",)}, []),
    ({"reviewed": ("open",), "rejected": False}, ["AID", "CONSULT", "ASSAULT", "PROTEST"]),
    ({"actor": ("%",)}, []),
    ({"actor": ("x' OR '1'='1",)}, []),
    ({"outlet": ('"; DROP TABLE event; --',)}, []),
)


def test_all_conditions_must_hold(asked: Ledger):
    told = {}
    for given, types in CASES:
        wanted = EventFilter.model_validate(given)
        told[wanted] = answers_to(asked, wanted)
        assert ([event.event for event in told[wanted]["events"]], told[wanted]["count"]) == (types, len(types)), given
    asked.facets()
    for wanted, answers in told.items():
        assert answers_to(asked, wanted) == answers


def answers_to(ledger: Ledger, wanted: EventFilter) -> dict[str, Any]:
    """What events in memory answer as the database does."""
    return {
        "events": ledger.events(wanted), "count": ledger.count(wanted), "network": ledger.network(wanted),
        "pairs": ledger.network(wanted, 1), "places": ledger.places(wanted), "months": ledger.timeline(wanted),
    }  # fmt: skip


@pytest.mark.parametrize("wanted", [
    EventFilter(actor=("IRN", "FRA"), recipient=("YEM", "OMN")), EventFilter(party=("yemen",), outlet=("gulf",)),
    EventFilter(origin=("reuters",), party=("IRN",)), EventFilter(ownership=("unknown",)), EventFilter(outlet=("o",)),
])  # fmt: skip
def test_long_lists_of_events_answer_as_short_ones(asked: Ledger, wanted: EventFilter, monkeypatch: pytest.MonkeyPatch):
    short = asked.events(wanted)
    assert len(short) == asked.count(wanted)
    for name in ("ONE_LIST", "SEVERAL_LISTS"):
        monkeypatch.setattr(conditions, name, 0)
    assert asked.events(wanted) == short


ORDERS = ["date", "-date", "published", "-published", "origins", "-origins", "confidence", "-confidence"]


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_pages_hold_each_event_once_while_others_arrive(asked: Ledger, order: str, held: bool):
    asked.add(told("Night Gazette", None, act("Oman", "AID", "France"), id="undated"))
    expected = asked.events(order=order)
    assert len(expected) == 5
    if held:
        asked.facets()
        assert asked.events(order=order) == expected
    before = [event.id for event in asked.events(order=order)]
    seen = [asked.events(order=order, limit=1)[0].id]
    asked.add(told("Night Gazette", "2024-07-20", act("Iran", "THREATEN", "France", date="2024-07-19"), id="late"))
    while page := asked.events(order=order, limit=1, after=seen[-1]):
        seen.append(page[0].id)
    assert [id for id in seen if id in before] == before
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(("order", "held"), [
    ("date", False), ("-date", True), ("published", True), ("-published", False), ("origins", True),
    ("-confidence", True),
])  # fmt: skip
def test_a_page_goes_on_at_its_place_though_the_last_event_is_gone(asked: Ledger, order: str, held: bool):
    if held:
        asked.facets()
    before = [event.id for event in asked.events(order=order)]
    first = asked.events(order=order, limit=2)
    for account in asked.event(first[-1].id).accounts:
        asked.remove(account.document)
    left = {event.id for event in asked.events(order=order)}
    going_on = [event.id for event in asked.events(order=order, after=first.after)]
    assert [id for id in going_on if id in before[2:]] == [id for id in before[2:] if id in left]
    assert first[-1].id not in left


@pytest.mark.parametrize("after", ["x:1", "1.5.2:3", ":" + "9" * 30, "9" * 40 + ":1", "nothing-1", ":"])
def test_a_place_that_is_none_is_an_error(asked: Ledger, after: str):
    with pytest.raises(NotInLedgerError):
        asked.events(after=after)


def test_a_date_that_is_none_is_an_error(asked: Ledger):
    with pytest.raises(LedgerError, match="'July' is no date: give YYYY, YYYY-MM or YYYY-MM-DD"):
        asked.events(EventFilter(since="July"))


def test_an_event_in_full_is_found_by_any_account(asked: Ledger):
    (short,) = asked.events(EventFilter(type=("CONSULT",)))
    full = asked.event(short.id)
    assert [asked.event(account.id) for account in full.accounts] == [full, full]
    assert [(origin.name, origin.status) for origin in full.origins] == [("IRNA", "actual"), ("Reuters", "actual")]
    assert [mention.sentence_text for account in full.accounts for mention in account.mentions] == [
        "IRNA said Iran met Oman.",
        "Reuters said Iran met Oman.",
    ]
    with pytest.raises(NotInLedgerError, match="nowhere-1"):
        asked.event("nowhere-1")


def test_facets_count_the_events_of_each_value(asked: Ledger):
    facets = asked.facets(EventFilter(recipient=("YEM",)))
    assert facets["type"] == (("AID", 1), ("ASSAULT", 1))
    assert facets["actor"] == (("FRA", 1), ("YEM", 1))
    assert facets["outlet"] == (("Gulf Sentinel", 1), ("Lowland Observer", 1))


def test_quotations_are_found_by_words_and_speaker(asked: Ledger):
    assert [(quote.speaker_text, quote.content_text) for quote in asked.quotes('"iran met"')] == [
        ("Reuters", ("Iran met Oman",)),
        ("IRNA", ("Iran met Oman",)),
    ]
    assert [quote.outlet for quote in asked.quotes(speaker="id:irna")] == ["Gulf Sentinel"]
    assert asked.quotes(speaker="id:IRNA") == ()
    assert [quote.outlet for quote in asked.quotes("oman", speaker="IRNA")] == ["Gulf Sentinel"]
    assert [quote.outlet for quote in asked.quotes(since="2024-07-16")] == ["Lowland Observer"]
    for hostile in ('"met iran"', 'nothing" OR "iran', "iran AND oman", "words: iran", "NEAR(iran oman)", "*", "'"):
        assert asked.quotes(hostile) == (), hostile


def test_a_network_has_an_edge_for_each_pair(asked: Ledger):
    edges = asked.network(EventFilter(recipient=("YEM",)))
    assert [(edge.actor.name, edge.recipient.name, edge.events, edge.quads) for edge in edges] == [
        ("France", "Yemen", 1, (0, 1, 0, 0)),
        ("Houthis", "Yemen", 1, (0, 0, 0, 1)),
    ]


def test_places_are_counted_as_precisely_as_they_are_told(asked: Ledger):
    aden = Spot(name="Aden", country="YEM", precision="city", events=1, quads=(0, 0, 0, 1), origins=1, denied=0)
    untold = Spot(name=None, country=None, precision="unknown", events=3, quads=(1, 1, 0, 1), origins=2, denied=0)
    assert asked.places() == (untold, aden)
    assert asked.places(EventFilter(precision=("city",))) == (aden,)
    assert asked.places(EventFilter(precision=("unknown",))) == (untold,)


@pytest.mark.parametrize(
    ("by", "begins"),
    [
        ("day", ["2023-01-09", "2024-07-13", "2024-07-14", "2024-08-01"]),
        ("week", ["2023-01-09", "2024-07-08", "2024-07-29"]),
        ("month", ["2023-01-01", "2024-07-01", "2024-08-01"]),
        ("year", ["2023-01-01", "2024-01-01"]),
    ],
)
def test_a_timeline_leaves_out_times_without_events(asked: Ledger, by: str, begins: list[str]):
    bins = asked.timeline(by=by)
    assert [part.begin for part in bins] == begins
    assert sum(part.events for part in bins) == 4 == sum(sum(part.quads) for part in bins)


def test_an_answer_is_an_arrow_table(asked: Ledger):
    table = asked.events(EventFilter(type=("CONSULT",))).to_arrow()
    assert table.select(["event", "actor_country", "recipient", "date", "origin_count"]).to_pylist() == [
        {"event": "CONSULT", "actor_country": "IRN", "recipient": "Oman", "date": "2024-07-14", "origin_count": 2}
    ]
    assert asked.events(EventFilter(actor=("nobody",))).to_arrow().schema == table.schema


def test_frames_need_a_library_that_is_named(asked: Ledger, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(LedgerError, match="needs polars: install it with pip install polars"):
        asked.events().to_polars()


def test_sql_reads_the_ledger(asked: Ledger):
    rows = asked.sql("SELECT type, day FROM event WHERE origins > 1")
    assert (rows.columns, list(rows)) == (("type", "day"), [("CONSULT", date(2024, 7, 14).toordinal())])
    joined = "SELECT count(*) FROM event e JOIN event_party p ON p.event = e.key WHERE p.country = 'YEM'"
    assert list(asked.sql(joined)) == [(3,)]


HOSTILE = (
    "SELECT * FROM read_csv('{secret}')", "SELECT * FROM read_text('{secret}')", "SELECT * FROM '{secret}'",
    "SELECT * FROM read_blob('{secret}')", "SELECT * FROM glob('{folder}/*')", "FROM read_parquet('{secret}')",
    "COPY event TO '{folder}/stolen.csv'", "COPY (SELECT 1) TO '{folder}/stolen.csv'",
    "EXPORT DATABASE '{folder}/stolen'", "ATTACH '{folder}/stolen.db'", "INSTALL httpfs", "LOAD httpfs",
    "SET enable_external_access = true", "PRAGMA enable_external_access", "RESET enable_external_access",
    "CREATE TABLE stolen AS SELECT 1", "DROP TABLE event", "DELETE FROM event", "UPDATE event SET type = 'AID'",
    "SELECT 1; COPY event TO '{folder}/stolen.csv'", "IMPORT DATABASE '{folder}'", "CALL pragma_version()",
    "SELECT * FROM sqlite_scan('{secret}', 'event')", "SELECT getenv('HOME')", "SELECT * FROM secret_rows", "",
    "SELECT", "nonsense",
)  # fmt: skip


def test_sql_opens_nothing_else(asked: Ledger, tmp_path: Path):
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nhush\n")
    before = sorted(tmp_path.iterdir())
    secret_rows = asked.events().to_arrow()
    assert secret_rows.num_rows == 4
    for hostile in HOSTILE:
        with pytest.raises(LedgerError, match=r"^sql: "):
            asked.sql(hostile.format(secret=secret, folder=tmp_path))
        assert sorted(tmp_path.iterdir()) == before, hostile
    assert asked.count() == 4


def test_who_speaks_about_an_actor(ledger: Ledger):
    ledger.add(told("The Star", "2024-07-15", act("Iran", "ASSAULT", "Oman", "IRNA", date="2024-07-14")))
    ledger.add(told("The Star", "2024-07-16", act("Oman", "ACCUSE", "Iran", "Oman", date="2024-07-15")))
    ledger.add(told("The Star", "2024-07-17", act("France", "AID", "Oman", "Iran", date="2024-07-15")))
    about = ledger.actor("Iran").spoken_of
    assert [(who.name, who.quotes, [quote.content_text for quote in who.latest]) for who in about] == [
        ("IRNA", 1, [("Iran attacked Oman",)]),
        ("Oman", 1, [("Oman accused Iran",)]),
    ]


def test_a_surname_means_a_person_only_where_the_person_is(ledger: Ledger):
    ledger.add(told("The Star", "2024-07-15", act("Ana Lopez", "ACCUSE", "Oman", date="2024-07-14"),
                    act("Lopez", "ACCUSE", "Iran", "Reuters", date="2024-07-14"), id="first"))  # fmt: skip
    ledger.add(told("The Star", "2024-07-16", act("Lopez", "ACCUSE", "France", "IRNA", date="2024-07-15"), id="second"))
    assert [(who.name, who.quotes) for who in ledger.actor("Ana Lopez").spoken_of] == [("Reuters", 1)]


def test_each_state_of_an_actor_has_its_days(ledger: Ledger):
    for published in ("2024-07-20", "2024-07-15", "2024-07-17"):
        ledger.add(
            told("The Star", published, act("Iran", "CONSULT", "Oman", date=published), id=published, more=published)
        )
    ledger.add(told("The Star", "2024-07-22", act("Oman", "AID", "France", "Iran", date="2024-07-21")))
    profile = ledger.actor("id:irn-gov")
    assert [(state.name, days) for state, days in zip(profile.states, profile.seen, strict=True)] == [
        ("Iran", ("2024-07-15", "2024-07-22"))
    ]
    with pytest.raises(NotInLedgerError):
        ledger.actor("id:Iran")
