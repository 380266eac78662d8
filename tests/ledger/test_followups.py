"""From text: inquiries, mourning and anniversaries lead back to the event; many events at once are told beside it."""

import hearsay
from hearsay.ingest import make_document
from hearsay.ledger.ledger import Ledger

TOLD = (
    ("2024-03-04", "Gulf Sentinel", "Israeli forces attacked Rafah on 3 March 2024, killing 40 people, medics said."),
    ("2024-03-06", "Hill Courier", "Mourners of the Israeli attack on Rafah gathered at a mosque."),
    ("2024-03-20", "Plains Gazette", "The United Nations opened an investigation into the Israeli attack on Rafah."),
    ("2025-03-03", "Harbour News", "A year after the Israeli attack on Rafah, residents still live in tents."),
    ("2024-12-31", "Delta Times", "Israel made hundreds of attacks on Rafah in 2024, the Red Cross said."),
)


def assaults(ledger: Ledger, *told: tuple[str, str, str]) -> list[tuple[list[str | None], str | None, list[str]]]:
    """Outlets, date and kinds of relation of each assault."""
    for published, outlet, text in told:
        ledger.add(hearsay.shared_coder().code(make_document(text, published=published, outlet=outlet)))
    events = [ledger.event(event.id) for event in ledger.events() if event.event == "ASSAULT"]
    return sorted(
        (sorted(a.outlet or "" for a in event.accounts), event.date, [kind for kind, _ in event.related])
        for event in events
    )


def test_what_looks_back_joins_what_it_looks_back_on(ledger: Ledger) -> None:
    assert assaults(ledger, *TOLD[:4]) == [
        (["Gulf Sentinel", "Harbour News", "Hill Courier", "Plains Gazette"], "2024-03-03", [])
    ]


def test_many_events_are_related_to_one_and_do_not_swallow_it(ledger: Ledger) -> None:
    assert assaults(ledger, TOLD[0], TOLD[4]) == [
        (["Delta Times"], "2024", ["part"]), (["Gulf Sentinel"], "2024-03-03", ["summary"]),
    ]  # fmt: skip


def test_an_anniversary_does_not_join_an_event_of_another_year(ledger: Ledger) -> None:
    older = ("2020-06-02", "Lake Post", "Israeli forces attacked Rafah on 1 June 2020, killing 4 people.")
    assert assaults(ledger, older, TOLD[3]) == [(["Harbour News"], None, []), (["Lake Post"], "2020-06-01", [])]
