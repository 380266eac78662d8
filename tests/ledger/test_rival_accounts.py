"""From text: one killing, told by some of one doer, by others of another or of none, and denied."""

import hearsay
from hearsay.ingest import make_document
from hearsay.ledger.ledger import Ledger

TOLD = (
    ("Gulf Sentinel", "Israel killed Hamas chief Ismail Haniyeh in Tehran on 31 July 2024, Hamas said."),
    ("Hill Courier", "Hamas chief Ismail Haniyeh was killed in Tehran on 31 July 2024."),
    (
        "Lake Post",
        "Hamas chief Ismail Haniyeh was killed by the United States in Tehran on 31 July 2024, the Houthis said.",
    ),
    ("Plains Gazette", "Israel killed Hamas chief Ismail Haniyeh in Tehran on 31 July 2024, Turkey said."),
    ("Harbour News", "Israel denied that it killed Hamas chief Ismail Haniyeh in Tehran on 31 July 2024."),
)


def test_rival_doers_and_a_denial_stand_side_by_side_in_one_event(ledger: Ledger) -> None:
    coder = hearsay.shared_coder()
    for outlet, text in TOLD:
        ledger.add(coder.code(make_document(text, published="2024-08-01", outlet=outlet)))
    (event,) = (ledger.event(event.id) for event in ledger.events() if event.event == "ASSAULT")
    assert sorted(account.outlet or "" for account in event.accounts) == sorted(outlet for outlet, _ in TOLD)
    assert event.summary == (
        "4 origins say; Israel denies; two name Israel, one names the United States, one names no one"
    )
    assert {account.outlet: tuple(a.name for a in account.actor) for account in event.accounts}["Lake Post"] == (
        "United States",
    )
    assert ledger.check() == ()
