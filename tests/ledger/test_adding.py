"""Documents go in once, corrections take the place of what they correct, and all comes back as it was."""

from collections.abc import Callable

import pytest

from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Added
from hearsay.merge.account import address_of
from tests.ledger.made import act, told

TALKS = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="talks")


def test_a_coding_comes_back_as_it_went_in(ledger: Ledger):
    added = ledger.add(TALKS, coder="made 1")
    assert added == Added(document="talks", digest=address_of(TALKS.document), outcome="new", events=1, quotes=1)
    assert ledger.coding("talks") == TALKS


def test_a_document_is_known_by_id_digest_and_the_beginning_of_one(ledger: Ledger):
    digest = ledger.add(TALKS, coder="made 1").digest
    stored = ledger.document("talks")
    assert stored == ledger.document(digest) == ledger.document(digest[:8])
    assert (stored.document, stored.version, stored.added, stored.coder, stored.superseded_by, stored.copy_of) == (
        TALKS.document, 1, "2024-08-01T12:00:00+00:00", "made 1", None, None)  # fmt: skip


def test_adding_twice_changes_nothing(ledger: Ledger):
    ledger.add(TALKS)
    before = ledger.status()
    assert ledger.add(TALKS).outcome == "known"
    assert ledger.status().model_copy(update={"bytes": before.bytes}) == before


def test_a_correction_takes_the_place_of_the_article(ledger: Ledger):
    ledger.add(TALKS)
    right = told("Gulf Sentinel", "2024-07-15", act("Iran", "ACCUSE", "Oman", "IRNA", date="2024-07-14"), id="talks")
    assert ledger.add(right).outcome == "corrected"
    assert [event.event for event in ledger.events()] == ["ACCUSE"]
    older = ledger.document(address_of(TALKS.document))
    assert (older.version, older.superseded_by) == (1, address_of(right.document))
    assert ledger.document("talks").version == 2
    assert ledger.coding(address_of(TALKS.document)) == TALKS
    assert [quote.content_text for quote in ledger.quotes()] == [("Iran accused Oman",)]
    assert ledger.check() == ()


def test_the_url_says_what_a_correction_corrects(ledger: Ledger):
    for verb in ("CONSULT", "AID"):
        ledger.add(told(None, None, act("Iran", verb, "Oman"), url="https://news.example/1"))  # type: ignore[arg-type]
    assert (ledger.status().documents, ledger.status().superseded) == (1, 1)


def test_one_text_in_two_outlets_is_two_documents(ledger: Ledger):
    for outlet in ("Gulf Sentinel", "Lowland Observer"):
        assert ledger.add(told(outlet, "2024-07-15", act("Iran", "CONSULT", "Oman"))).outcome == "new"
    assert ledger.status().documents == 2


def test_what_was_added_is_there_when_the_ledger_is_opened_again(open_ledger: Callable[..., Ledger]):
    open_ledger().add(TALKS)
    again = open_ledger(create=False)
    assert again.coding("talks") == TALKS
    assert again.holds(TALKS.document)


def test_a_coding_whose_spans_quote_nothing_is_not_stored(ledger: Ledger):
    event = TALKS.events[0]
    mention = event.mentions[0].model_copy(update={"trigger_text": "fought"})
    wrong = TALKS.model_copy(update={"events": (event.model_copy(update={"mentions": (mention,)}),)})
    with pytest.raises(ValueError, match="is not 'fought'"):
        ledger.add(wrong)
    assert ledger.status().documents == 0
