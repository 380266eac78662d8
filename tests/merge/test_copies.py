"""Copies are found whatever was done to them; independent reports of one event are not copies."""

from benchmarks.copies.__main__ import load, measure
from hearsay.merge.copies import Text, bands, compare_texts, components, signature

REPORTS = {report.id: report for report in load()}


SIGNED = "c1da27a67c27fd7c"


def test_the_written_sets_are_told_apart_as_measured() -> None:
    assert [(row["part"], row["reports"], row["groups"], row["pairs"]) for row in measure(load())] == [
        ("settling", 28, 9, [1.0, 1.0, 1.0]), ("reporting", 32, 11, [1.0, 1.0, 1.0]),
        ("second set", 32, 23, [0.917, 1.0, 0.957]),
    ]  # fmt: skip


def test_a_verdict_says_what_decided_and_knows_no_order() -> None:
    wire, printed = (Text(REPORTS[name].text, None) for name in ("embassy-1", "embassy-2"))
    verdict = compare_texts(wire, printed)
    assert verdict == compare_texts(printed, wire)
    assert verdict.copies
    assert dict(verdict.reasons) == {"contained": 1.0, "quotations": 1.0, "words": 1.0, "agency": 0.0}


def test_an_agency_that_both_credit_speaks_for_a_copy_but_does_not_decide() -> None:
    one, other = (Text(REPORTS[name].text, None, frozenset({"orbis"})) for name in ("embassy-1", "vote-1"))
    assert dict(compare_texts(one, other).reasons)["agency"] == 1.0
    assert not compare_texts(one, other).copies


def test_signatures_are_the_same_on_every_machine() -> None:
    signed = signature(REPORTS["embassy-1"].text)
    assert (len(signed), signed[:8].hex(), len(set(bands(signed)))) == (384, SIGNED, 32)
    assert signature("") == signature("of the and")


def test_components_hang_together_by_any_chain_of_pairs() -> None:
    assert components(range(6), [(4, 1), (1, 3), (0, 5)]) == [[0, 5], [1, 3, 4], [2]]
