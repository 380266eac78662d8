"""Outlets over the whole ledger, and values counted among events, whatever came and went since."""

from collections import Counter

import pytest

from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Outlet
from tests.ledger.made import act, told

TALKS = told(
    "Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"),
    act("Houthis", "ASSAULT", "Yemen", "Reuters", "Saba", date="2024-07-14"), id="talks",
)  # fmt: skip
DENIAL = told("Sahel Dispatch", "2024-07-16", act("Iran", "CONSULT", "Oman", "Reuters", date="2024-07-14",
                                                  status="negated"), id="denial")  # fmt: skip
ALONE = told("Sahel Dispatch", "2024-07-20", act("France", "AID", "farmers", date="2024-07-19"), id="alone")
SENTINEL = Outlet(name="Gulf Sentinel", ownership=None, articles=1, events=2, first=2, alone=1, contradicted=1,
                  relays=(("IRNA", 1), ("Reuters", 1)))  # fmt: skip


def test_each_outlet_with_what_it_tells_and_whom_it_relays(ledger: Ledger):
    for coding in (TALKS, DENIAL, ALONE):
        ledger.add(coding)
    assert tuple(ledger.sources()) == (
        Outlet(name="Sahel Dispatch", ownership=None, articles=2, events=2, first=1, alone=1, contradicted=1,
               relays=(("Reuters", 1),)),
        SENTINEL,
    )  # fmt: skip
    asked = tuple(ledger.sources())
    assert tuple(ledger.sources(limit=1)) == asked[:1]
    ledger.facets()
    assert tuple(ledger.sources()) == asked


def test_what_is_removed_or_corrected_counts_no_more(ledger: Ledger):
    for coding in (TALKS, DENIAL, ALONE):
        ledger.add(coding)
    ledger.facets()
    ledger.remove("alone")
    ledger.remove("denial")
    assert tuple(ledger.sources()) == (SENTINEL.model_copy(update={"contradicted": 0, "alone": 2}),)
    ledger.add(told("Gulf Sentinel", "2024-07-15", act("Iran", "ACCUSE", "Oman", date="2024-07-14"), id="talks"))
    assert tuple(ledger.sources()) == (
        Outlet(name="Gulf Sentinel", ownership=None, articles=1, events=1, first=1, alone=1, contradicted=0, relays=()),
    )
    assert ledger.check() == ()


def test_facets_follow_what_comes_and_goes(ledger: Ledger):
    ledger.add(TALKS)
    assert dict(ledger.facets()["outlet"]) == {"Gulf Sentinel": 2}
    ledger.add(DENIAL)
    ledger.add(ALONE)
    facets = ledger.facets()
    assert facets["type"] == (("AID", 1), ("ASSAULT", 1), ("CONSULT", 1))
    assert facets["outlet"] == (("Gulf Sentinel", 2), ("Sahel Dispatch", 2))
    assert ledger.facets(EventFilter(actor=("IRN",)))["outlet"] == (("Gulf Sentinel", 1), ("Sahel Dispatch", 1))
    ledger.remove("talks")
    assert ledger.facets()["outlet"] == (("Sahel Dispatch", 2),)
    assert ledger.facets(limit=1)["actor"] == (("FRA", 1),)
    assert ledger.facets(EventFilter(actor=("OMN",))) == dict.fromkeys(ledger.facets(), ())


def test_ownership_is_counted_once_an_event(ledger: Ledger):
    for number, outlet in enumerate(("IRNA", "Tasnim", "Reuters")):
        ledger.add(told(outlet, "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"), id=f"d{number}"))
    owned = {row.name: row.ownership for row in ledger.sources()}
    expected = sorted((owner, 1) for owner in {owner for owner in owned.values() if owner})
    assert list(ledger.facets()["ownership"]) == expected
    assert expected != []


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(actor=("IRN",), since="2024-07-10"),
        EventFilter(since="2024-07-15", until="2024-07"),
        EventFilter(type=("CONSULT", "AID"), status=("actual",)),
        EventFilter(party=("OMN",), recipient=("OMN",), quad=(1,)),
        EventFilter(outlet=("sahel",), min_origins=1, max_origins=1),
        EventFilter(min_origins=2),
        EventFilter(max_origins=1, denied=False),
        EventFilter(type=("RETREAT",)),
        EventFilter(actor=("IRN",), mode=("none",)),
    ],
)
def test_facets_count_what_meets_the_conditions(ledger: Ledger, wanted: EventFilter):
    ledger.add(TALKS)
    ledger.facets()
    ledger.add(DENIAL)
    ledger.add(ALONE)
    expected = Counter(event.event for event in ledger.events(wanted))
    assert dict(ledger.facets(wanted)["type"]) == expected
    ledger.facets()
    # Now that all events are at hand, they tell more by themselves.
    assert dict(ledger.facets(wanted)["type"]) == expected


def test_events_read_in_stretches_and_places_given_back(ledger: Ledger, monkeypatch: pytest.MonkeyPatch):
    for name, value in (("holding._FEW", 0), ("holding._PART", 1), ("gauge._SPARE", -100)):
        monkeypatch.setattr(f"hearsay.ledger.{name}", value)
    for coding in (TALKS, DENIAL, ALONE):
        ledger.add(coding)
        ledger.facets()
    ledger.remove("talks")
    network, facets = ledger.network(), ledger.facets()
    with Ledger.open(ledger.engine.url.render_as_string(hide_password=False), read_only=True) as anew:
        assert (anew.network(), anew.events(), anew.places()) == (network, ledger.events(), ledger.places())
        assert anew.facets() == facets
    assert [edge.actor.name for edge in network] == ["France", "Iran"]
