"""Which predicates the lexicon knows, and which entries a sentence tried."""

from __future__ import annotations

from pathlib import Path

from hearsay import Coder, lexicon, make_document
from hearsay.actors import find_cast
from hearsay.events.matching import Matcher
from tests.lexicon.conftest import write_lexicon

TEXT = (
    "The Iranian government condemned Turkey. The Iranian government said so. The Turkish army zorped. "
    "Iran's president is proud of Turkey. The dog zorped."
)


def test_predicates_of_political_actors_are_counted_by_state(coder: Coder) -> None:
    """An entry, a word listed as no event, a missing one; the dog's act does not count."""
    found = lexicon.coverage([make_document(TEXT, id="d")], coder)
    states = {(p.words, p.pos): (p.state, p.count) for p in found.predicates}
    assert states["condemn", "verb"] == ("entry", 1)
    assert states["say", "verb"] == ("listed", 1)
    assert states["zorp", "verb"] == ("missing", 1)
    assert (found.documents, found.count("missing"), [p.words for p in found.missing()]) == (1, 1, ["zorp"])
    assert found.known == 1 - 1 / found.count()
    assert "condemn.v" not in found.never
    assert "bomb.v" in found.never


def test_a_project_s_own_entry_makes_a_word_known(tmp_path: Path, coder: Coder) -> None:
    write_lexicon(tmp_path / "p", "zorp.v\tzorp\tverb\tagent>\t\t\tnone")
    mine = Coder.of_project(tmp_path / "p", coder.reader)
    assert lexicon.coverage([make_document(TEXT, id="d")], mine).missing() == ()


def test_no_documents_make_an_empty_coverage(coder: Coder) -> None:
    found = lexicon.coverage([], coder)
    assert (found.documents, found.predicates, found.known) == (0, (), 1.0)


def test_why_tells_what_was_tried_what_failed_and_what_won(coder: Coder) -> None:
    tried = {t.word: t for t in lexicon.why("Iran called for talks and condemned the Israeli attack on Gaza.", coder)}
    assert list(tried) == ["called", "talks", "condemned", "attack"]
    assert tried["condemned"].outcome == "ACCUSE disapprove: Iran > Israel"
    assert tried["condemned"].roles == (("agent", "Iran"), ("patient", "attack"))
    assert [(e.entry, e.won) for e in tried["condemned"].entries if not e.failed] == [("condemn.v", True)]
    failed = next(e for e in tried["condemned"].entries if e.entry == "condemn.v2")
    assert (failed.event, failed.won) == ("none", False)
    assert failed.failed == ("passive", "patient=block|building|flat|home|house|structure")
    assert tried["talks"].outcome == "only talked about by 'called'"
    assert "words: call off" in {f for e in tried["called"].entries for f in e.failed}


def test_why_says_why_nothing_is_coded(coder: Coder) -> None:
    outcomes = {t.word: t.outcome for t in lexicon.why("The dog praised the cat, Iran said.", coder)}
    assert outcomes["praised"] == "no political actor takes part"
    assert outcomes["said"] == "no event"


def test_the_first_trial_that_holds_is_the_match(coder: Coder) -> None:
    """What ``why`` shows and what the coder does cannot part ways."""
    reading = coder.read(make_document(TEXT + " Iran cut off aid to Turkey and called off talks.", id="d"))
    matcher = Matcher(reading, find_cast(reading, coder.world), coder.lexicon)
    for word in reading.words:
        holding = [t.entry for t in matcher.trials(word.index) if not t.missing and not t.failed]
        match = matcher.at(word.index)
        assert (holding[:1] or [None]) == [match.entry if match else None]
