"""What people decide about accounts is obeyed, kept and taken back; events are a function of the set of documents."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from hearsay.cli.app import app
from hearsay.errors import LedgerError, NotInLedgerError
from hearsay.ledger.ledger import Ledger
from hearsay.merge.account import account_id, address_of
from hearsay.records import Coding
from tests.ledger.made import act, told

MEETING = act("Iran", "CONSULT", "Oman", date="2024-07-14")
LATER = act("Iran", "CONSULT", "Oman", date="2024-07-19")
ARTICLES = (
    told("Gulf Sentinel", "2024-07-15", MEETING, id="a"),
    told("Lowland Observer", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="b"),
    told("Harbour News", "2024-07-16", act("Iran", "CONSULT", "Oman", "Saba", date="2024-07-14"), id="c"),
    told("Plains Gazette", "2024-07-20", LATER, id="d"),
    told("Hill Courier", "2024-07-16", act("Houthis", "ASSAULT", "Yemen", "Saba", date="2024-07-14"), id="e"),
    told("Harbour News", "2024-07-17", act("Houthis", "ASSAULT", "Yemen", date="2024-07"), MEETING, id="f"),
    told("Delta Times", "2024-07-22", act("Iran", "CONSULT", "Oman", date="2024-07"), id="g"),
)
A, B, C, D, E, F, G = (account_id(address_of(coding.document), 1) for coding in ARTICLES)
FIRST = min(A, B)
"""The account that both of the earliest articles' event is named after."""


def events_of(ledger: Ledger) -> list[tuple[str, list[str], int, str]]:
    """Each event with its accounts, how many origins it has, and what is said of them, in a fixed order."""
    found = [ledger.event(event.id) for event in ledger.events()]
    return sorted((e.id, sorted(a.id for a in e.accounts), e.origins, e.summary) for e in found)


def together(ledger: Ledger) -> list[list[str]]:
    names = dict(zip((A, B, C, D, E, F, G), "abcdefg", strict=True))
    return sorted(sorted(names.get(a, "f2") for a in accounts) for _, accounts, _, _ in events_of(ledger))


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for coding in ARTICLES:
        ledger.add(coding)
    return ledger


UNJUDGED = [["a", "b", "c", "f2", "g"], ["d"], ["e", "f"]]


def test_accounts_of_one_event_stand_together(full: Ledger) -> None:
    assert together(full) == UNJUDGED


def test_an_account_without_a_day_joins_one_day_and_moves_when_that_is_gone(full: Ledger) -> None:
    for name in ("a", "b", "c", "f"):
        full.remove(name)
    assert together(full) == [["d", "g"], ["e"]]
    full.add(ARTICLES[0])
    assert together(full) == [["a", "g"], ["d"], ["e"]]
    assert full.check() == ()


@pytest.mark.parametrize(
    ("verdicts", "found"),
    [
        ([(A, D, "same")], [["a", "b", "c", "d", "f2", "g"], ["e", "f"]]),
        ([(E, F, "different")], [["a", "b", "c", "f2", "g"], ["d"], ["e"], ["f"]]),
        ([(E, F, "unsure")], UNJUDGED),
        ([(A, E, "same"), (E, D, "same"), (B, D, "different")], [["a", "d", "e"], ["b", "c", "f2", "g"], ["f"]]),
    ],
    ids=["same", "different", "unsure", "a chain against a bar"],
)  # fmt: skip
def test_judgements_are_obeyed_and_taken_back(full: Ledger, verdicts, found) -> None:
    before = events_of(full)
    numbers = [full.judge(one, other, verdict, "someone") for one, other, verdict in verdicts]
    if len(verdicts) == 1:
        assert together(full) == found
    else:
        # Whoever else joins or leaves, what was judged the same stands together and what was judged different apart.
        of = {name: place for place, group in enumerate(together(full)) for name in group}
        assert of["a"] == of["e"] == of["d"] != of["b"]
    assert full.check() == ()
    for number in numbers:
        full.undo(number)
    assert events_of(full) == before
    assert [judged.undone is None for judged in full.judgements()] == [False] * len(numbers)


def test_a_later_verdict_of_one_judge_replaces_the_earlier_one(full: Ledger) -> None:
    full.judge(E, F, "different", "someone")
    full.judge(F, E, "unsure", "someone")
    assert together(full) == UNJUDGED
    assert [(j.verdict, j.undone is None) for j in full.judgements()] == [("different", False), ("unsure", True)]


def test_where_judges_disagree_nothing_is_joined(full: Ledger) -> None:
    full.judge(A, D, "same", "one")
    full.judge(A, D, "different", "another")
    assert together(full) == UNJUDGED


def test_every_join_is_explained(full: Ledger) -> None:
    event = full.event(A)
    joined = {frozenset((j.first, j.second)) for j in event.joinings}
    accounts = sorted(a.id for a in event.accounts)
    assert {frozenset(pair) for pair in itertools.combinations(accounts, 2)} == joined
    for joining in event.joinings:
        assert joining.score == pytest.approx(sum(weight for _, weight in joining.features), abs=1e-3)


def test_what_cannot_be_judged(full: Ledger) -> None:
    with pytest.raises(LedgerError, match="cannot be judged against itself"):
        full.judge(A, A, "same", "someone")
    with pytest.raises(NotInLedgerError, match="nobody-1: the ledger holds no such account"):
        full.judge(A, "nobody-1", "same", "someone")
    with pytest.raises(NotInLedgerError, match="judgement 7: there is none"):
        full.undo(7)
    number = full.judge(A, B, "same", "someone")
    full.undo(number)
    with pytest.raises(LedgerError, match="taken back already"):
        full.undo(number)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[str], int, str]]:
    with Ledger.open(str(tmp_path_factory.mktemp("wanted") / "hearsay.db")) as ledger:
        for coding in ARTICLES:
            ledger.add(coding)
        return events_of(ledger)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(ARTICLES), gone=st.sampled_from(ARTICLES))
def test_events_depend_on_the_set_of_documents_only(
    tmp_path_factory: pytest.TempPathFactory,
    empty: Path,
    wanted: list[tuple[str, list[str], int, str]],
    order: list[Coding],
    gone: Coding,
) -> None:
    with Ledger.open(shutil.copy(empty, tmp_path_factory.mktemp("order") / "hearsay.db")) as ledger:
        for coding in order:
            ledger.add(coding)
        assert events_of(ledger) == wanted
        ledger.remove(address_of(gone.document))
        assert address_of(gone.document)[:12] not in str(events_of(ledger))
        ledger.add(gone)
        assert events_of(ledger) == wanted


run = CliRunner().invoke


@pytest.fixture
def kept(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Runs hearsay judge on a ledger of the articles."""
    path = str(tmp_path / "kept.db")
    with Ledger.open(path) as ledger:
        for coding in ARTICLES:
            ledger.add(coding)

    def judge(*words: str) -> tuple[int, str]:
        result = run(app, ["judge", *words, "--db", path])
        return result.exit_code, result.output

    return judge


def test_judging_at_the_command_line(kept: Callable[..., tuple[int, str]]) -> None:
    assert kept("--list") == (0, "no judgements yet\n")
    assert kept(A, D, "same", "--by", "reader") == (0, f"judgement 1: one event now, {FIRST}\n")
    status, listed = kept("--list")
    assert status == 0
    assert listed.startswith(f"1 {min(A, D)} {max(A, D)} same, reader, 2")
    assert kept("--undo", "1") == (0, "judgement 1 is taken back\n")
    assert ", taken back 2" in kept("--list")[1]


@pytest.mark.parametrize("words", [(), (A, D), (A, D, "same", "--list"), ("--undo", "1", "--list")])
def test_half_a_judgement_is_a_wrong_use(kept: Callable[..., tuple[int, str]], words: tuple[str, ...]) -> None:
    status, said = kept(*words)
    assert status == 2
    assert "give two accounts and a verdict" in said


def test_an_unknown_account_is_named(kept: Callable[..., tuple[int, str]]) -> None:
    assert kept(A, "nobody-1", "same") == (
        1, "hearsay: error: nobody-1: the ledger holds no such account: ids stand in `hearsay event ID`\n",
    )  # fmt: skip
