"""A fault anywhere in the ledger is found and named, with what to do about it."""

import pytest
from sqlalchemy import text

from hearsay.ledger import opening
from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told

CODINGS = [
    told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14",
                                            place=("Muscat", "OMN")), id="talks"),
    told("Sahel Dispatch", "2024-07-16", act("Houthis", "ASSAULT", "Yemen", "Reuters", "Saba", date="2024-07-15",
                                             killed=(None, 12, None)), id="raid"),
]  # fmt: skip


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for coding in CODINGS:
        ledger.add(coding)
    return ledger


def test_a_ledger_without_a_fault_has_none(filled: Ledger):
    assert filled.check() == ()


@pytest.mark.parametrize(
    ("damage", "where", "what"),
    [
        ("UPDATE event SET reports = 7 WHERE type = 'ASSAULT'", "event", "counts (7, 1, 1, 0) where there are"),
        ("UPDATE event SET outlets = 7 WHERE type = 'ASSAULT'", "event", "counts (1, 7, 1, 0) where there are"),
        ("UPDATE event SET summary = 'all deny'", "event", "is not named and summed up after its accounts"),
        ("UPDATE event_origin SET status = 'negated'", "event", "its origins do not rest on its accounts"),
        ("UPDATE account SET event = NULL WHERE type = 'ASSAULT'", "account", "belongs to no event"),
        ("UPDATE account SET event = NULL WHERE type = 'ASSAULT'", "event", "has no accounts"),
        ("UPDATE mention SET trigger_end = trigger_end + 1", "document", "accounts and mentions are not those"),
        ("DELETE FROM party WHERE side = 'recipient'", "document", "accounts and mentions are not those"),
        ("UPDATE quote SET words = 'nothing'", "document", "its quotations are not those of its coding"),
        ("UPDATE document_text SET text = text || '!'", "document", "its text is not the one that was added"),
        ("UPDATE document_text SET text = 'Quite another text.'", "document", "its coding cannot be read"),
        ("UPDATE tally SET value = 9 WHERE name = 'mentions'", "count", "is 9 where there are 2"),
        ("UPDATE tally SET value = 0 WHERE name = 'last event'", "count", "is 0 where there are 2"),
        ("UPDATE relay SET mentions = 5", "count of mentions of Reuters", "is 5 where there are 1"),
        ("DELETE FROM event_outlet", "event", "is not listed for the outlets that tell it"),
        ("UPDATE coding SET current = (1 = 0)", "document", "its coding cannot be read"),
    ],
)
def test_each_kind_of_damage_is_found(filled: Ledger, damage: str, where: str, what: str):
    with opening.writing(filled.engine) as connection:
        connection.execute(text(damage))
    faults = [fault for fault in filled.check() if fault.where.startswith(where) and what in fault.what]
    assert faults
    assert all("add" in fault.remedy for fault in faults)
