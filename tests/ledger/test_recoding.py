"""Coding again keeps the older coding and shows what changed."""

from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Change
from hearsay.records import Coding, Document
from tests.ledger.made import act, told

TALKS = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="talks")
RAID = told("Gulf Sentinel", "2024-07-16", act("Houthis", "ASSAULT", "Yemen", date="2024-07-15"), id="raid")


def other_coder(document: Document) -> Coding:
    """Takes talks for agreements and leaves the rest as it was."""
    coding = TALKS if document == TALKS.document else RAID
    events = tuple(
        event.model_copy(update={"event": "AGREE"}) if event.event == "CONSULT" else event for event in coding.events
    )
    return coding.model_copy(update={"events": events})


def test_only_what_another_version_coded_is_coded_again(ledger: Ledger):
    ledger.add(TALKS, coder="made 1")
    ledger.add(RAID, coder="made 2")
    (talks,) = ledger.recode(other_coder, "made 2")
    assert talks.document == "talks"
    assert talks.changes == (
        Change(kind="gone", text="CONSULT (actual) 2024-07-14: Iran [IRN] - met - Oman [OMN]"),
        Change(kind="new", text="AGREE (actual) 2024-07-14: Iran [IRN] - met - Oman [OMN]"),
    )
    assert ledger.due("made 2") == []


def test_the_new_coding_counts_and_nothing_stands_twice(ledger: Ledger):
    for coding in (TALKS, RAID):
        ledger.add(coding, coder="made 1")
    list(ledger.recode(other_coder, "made 2"))
    assert sorted(event.event for event in ledger.events()) == ["AGREE", "ASSAULT"]
    assert len(ledger.quotes()) == 1
    assert ledger.coding("talks") == other_coder(TALKS.document)
    assert ledger.document("talks").coder == "made 2"
    assert ledger.status().coders == (("made 2", 2),)
    assert ledger.check() == ()


def test_an_event_has_an_id_that_no_older_coding_gave(ledger: Ledger):
    ledger.add(TALKS, coder="made 1")
    (before,) = ledger.events()
    list(ledger.recode(other_coder, "made 2"))
    (after,) = ledger.events()
    assert before.id != after.id
    assert ledger.event(after.id).accounts[0].event == "AGREE"
