"""What is removed is gone as if it had never been there."""

import pytest

from hearsay.errors import NotInLedgerError
from hearsay.ledger.ledger import Ledger
from hearsay.merge.account import address_of
from tests.ledger.made import act, told

TALKS = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="talks")
RAID = told("Gulf Sentinel", "2024-07-16", act("Houthis", "ASSAULT", "Yemen", "Saba", date="2024-07-15"), id="raid")
MENDED = told("Gulf Sentinel", "2024-07-15", act("Iran", "ACCUSE", "Oman", "IRNA", date="2024-07-14"), id="talks")


def test_removing_leaves_what_others_told(ledger: Ledger):
    ledger.add(RAID)
    before = (ledger.events(), ledger.quotes())
    ledger.add(TALKS)
    assert ledger.remove("talks").document == TALKS.document
    assert (ledger.events(), ledger.quotes()) == before
    assert ledger.check() == ()


def test_removing_a_correction_makes_the_older_version_count_again(ledger: Ledger):
    ledger.add(TALKS)
    before = (ledger.events(), ledger.quotes(), ledger.document("talks"))
    ledger.add(MENDED)
    ledger.remove(address_of(MENDED.document))
    assert (ledger.events(), ledger.quotes(), ledger.document("talks")) == before
    assert ledger.check() == ()


def test_removing_an_older_version_leaves_the_newer_one(ledger: Ledger):
    ledger.add(TALKS)
    ledger.add(MENDED)
    ledger.remove(address_of(TALKS.document))
    assert [event.event for event in ledger.events()] == ["ACCUSE"]
    assert ledger.check() == ()


def test_what_was_removed_can_be_added_again(ledger: Ledger):
    ledger.add(TALKS)
    before = ledger.events()
    ledger.remove("talks")
    assert ledger.add(TALKS).outcome == "new"
    assert ledger.events() == before


def test_what_is_not_there_cannot_be_removed(ledger: Ledger):
    with pytest.raises(NotInLedgerError, match="talks: the ledger holds no such document"):
        ledger.remove("talks")


WEATHER = (
    "The weather stays as it was over the northern plains, with light winds from the west and some cloud towards the "
    "evening. Farmers along the river expect a dry week and have begun to bring in the barley. In the hills the nights "
    "are cool for the season, and shepherds report the first frost above the tree line."
)


def test_a_document_that_tells_nothing_is_removed_too(ledger: Ledger):
    first, second = (told(outlet, day, id=outlet, more=WEATHER) for outlet, day in (("a", "2024-07-15"),
                                                                                   ("b", "2024-07-16")))  # fmt: skip
    ledger.add(first)
    assert ledger.add(second).copy_of == address_of(first.document)
    ledger.remove("a")
    assert ledger.document("b").copy_of is None
    assert ledger.check() == ()
