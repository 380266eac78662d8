"""People look at mentions one by one: each is handed to one of them at a time, stored once, and taken back at will."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from hearsay.errors import LedgerError, NotInLedgerError, StaleReviewError
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import FIELDS, Coded, Correction, Review
from hearsay.merge.account import account_id, address_of
from hearsay.records import Actor, Coding
from tests.ledger.conftest import NOON
from tests.ledger.made import act, told


def surely(coding: Coding, *confidences: float) -> Coding:
    """The same coding with other confidences of its mentions."""
    events = tuple(
        event.model_copy(update={"mentions": tuple(m.model_copy(update={"confidence": sure}) for m in event.mentions)})
        for event, sure in zip(coding.events, confidences, strict=True)
    )
    return coding.model_copy(update={"events": events})


IRAN, OMAN = (Actor(name=n, country=c, sector=("GOV",)) for n, c in (("Iran", "IRN"), ("Oman", "OMN")))
SABA = Actor(name="Saba", country="YEM", sector=("JRN", "GOV"))
ARTICLES = (
    surely(told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "Saba", date="2024-07-14"),
                act("Houthis", "ASSAULT", "Yemen"), id="a"), 0.9, 0.55),
    surely(told("Harbour News", "2024-07-16", act("Iran", "ACCUSE", "Oman"), id="b"), 0.35),
    surely(told("Delta Times", "2024-07-17", act("France", "AID", "Yemen"), id="c"), 0.7),
)  # fmt: skip
A1, A2 = (f"{account_id(address_of(ARTICLES[0].document), number)}.1" for number in (1, 2))
B, C = (f"{account_id(address_of(coding.document), 1)}.1" for coding in ARTICLES[1:])
DOUBTFUL = [A2, B, C, A1]
"""All items, nearest to even odds first."""


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for coding in ARTICLES:
        ledger.add(coding)
    return ledger


def item(ledger: Ledger, queue: int, reviewer: str) -> str | None:
    task = ledger.task(queue, reviewer)
    return task.item if task else None


def test_a_queue_begins_with_what_the_machine_is_least_sure_of(full: Ledger):
    queue = full.draw(size=3, share=0, maker="Ada")
    assert queue.model_dump(exclude={"seed"}) == {
        "number": 1, "kind": "mentions", "order": "uncertain", "conditions": EventFilter().model_dump(), "size": 3,
        "twice": 0, "population": 4, "maker": "Ada", "made": "2024-08-01T12:00:00+00:00", "begun": 0, "done": 0,
    }  # fmt: skip
    seen = []
    while (task := full.task(1, "Ada")) is not None:
        seen.append((task.position, task.item))
        full.review(task.item, "accept", "Ada", queue=1)
    assert seen == list(enumerate(DOUBTFUL[:3], 1))
    assert (full.queue(1).begun, full.queue(1).done) == (3, 3)


def test_what_was_decided_is_not_drawn_again(full: Ledger):
    full.review(A2, "reject", "Ada")
    full.review(B, "skip", "Ada")
    full.draw(size=2, share=0)
    assert [item(full, 1, "Ben"), item(full, 1, "Cleo")] == [B, C]


def test_a_random_sample_is_the_same_for_the_same_seed(full: Ledger):
    orders = []
    for number, seed in enumerate(("one", "one", "two"), 1):
        full.draw(order="random", size=4, share=0, seed=seed)
        orders.append([item(full, number, f"{name} {number}") for name in "abcd"])
    assert sorted(orders[0]) == sorted(DOUBTFUL)
    assert orders[1] == [None] * 4, "held through the first queue"
    for name in "abcd":
        full.leave(f"{name} 1")
    assert [item(full, 2, f"{name} 2") for name in "abcd"] == orders[0]


def test_a_queue_is_drawn_under_conditions(full: Ledger):
    queue = full.draw(wanted=EventFilter(party=("IRN",), type=("ACCUSE",)), size=10)
    assert (queue.size, queue.population, queue.conditions.type) == (1, 1, ("ACCUSE",))
    with pytest.raises(LedgerError, match=r"no mention of an event is left .*: take conditions away"):
        full.draw(wanted=EventFilter(party=("BRA",)))
    full.review(B, "accept", "Ada")
    with pytest.raises(LedgerError, match="everything that does was decided already"):
        full.draw(wanted=EventFilter(type=("ACCUSE",)))


@pytest.mark.parametrize(("size", "share"), [(0, 0.2), (5001, 0.2), (10, 1.5)])
def test_absurd_queues_are_refused(full: Ledger, size: int, share: float):
    with pytest.raises(LedgerError, match=r"draw 1 to 5000|give 0 to 1"):
        full.draw(size=size, share=share)


def test_an_item_is_held_for_one_person_until_it_is_decided_or_time_is_over(full: Ledger, open_ledger):
    full.draw(size=4, share=0)
    assert [item(full, 1, name) for name in ("Ada", "Ben", "Ada")] == [A2, B, A2]
    later = open_ledger()
    later._clock = lambda: NOON + timedelta(seconds=901)
    assert item(later, 1, "Cleo") == A2
    full.leave("Ben")
    assert [item(later, 1, name) for name in ("Cleo", "Ben")] == [A2, B]


def test_some_items_are_coded_by_two_people_and_never_twice_by_one(full: Ledger):
    queue = full.draw(size=4, share=0.5, seed="two")
    assert queue.twice == 2
    seen: dict[str, list[str]] = {"Ada": [], "Ben": []}
    for name in ("Ada", "Ben"):
        while (found := item(full, 1, name)) is not None:
            seen[name].append(found)
            full.review(found, "accept", name, queue=1)
    assert seen["Ada"] == DOUBTFUL
    assert len(seen["Ben"]) == 2
    assert (full.queue(1).begun, full.queue(1).done) == (4, 4)


def test_a_review_says_what_the_machine_had_said_and_what_is_right(full: Ledger):
    fix = Correction(type="AGREE", actor=(IRAN,), source=(), status="planned")
    number = full.review(A1, "fix", "Ada", fix).number
    coded = Coded(type="CONSULT", actor=(IRAN,), recipient=(OMAN,), source=(SABA,), date="2024-07-14", trigger="met",
                  sentence="Saba said Iran met Oman.", confidence=0.9, judged=FIELDS)  # fmt: skip
    assert full.reviews() == (
        Review(number=number, item=A1, reviewer="Ada", verdict="fix", coded=coded, made="2024-08-01T12:00:00+00:00",
               fix=Correction(type="AGREE", source=(), status="planned")),
    )  # fmt: skip
    assert full.coding("a") == ARTICLES[0], "the machine's coding stays"
    assert full.event(A1.rpartition(".")[0]).event == "CONSULT"


def test_the_same_form_is_stored_once_and_a_later_word_replaces_the_earlier(full: Ledger):
    first = full.review(A1, "accept", "Ada", form="f1")
    assert full.review(A1, "accept", "Ada", form="f1") == first
    second = full.review(A1, "reject", "Ada", form="f2")
    assert [(r.number, r.verdict, r.undone is None) for r in full.reviews(undone=True)] == [
        (first.number, "accept", False), (second.number, "reject", True),
    ]  # fmt: skip
    with pytest.raises(LedgerError, match="sent by somebody else"):
        full.review(A1, "accept", "Ben", form="f2")


def test_taken_back_it_is_to_be_looked_at_again(full: Ledger):
    full.draw(size=2, share=0)
    number = full.review(A2, "accept", "Ada", queue=1).number
    assert item(full, 1, "Ada") == B
    assert full.take_back(number).undone == "2024-08-01T12:00:00+00:00"
    assert full.take_back(number).undone == "2024-08-01T12:00:00+00:00"
    assert [item(full, 1, "Ada"), full.reviews()] == [A2, ()]


def test_what_cannot_be_reviewed(full: Ledger):
    with pytest.raises(NotInLedgerError, match="no item to review: ACCOUNT"):
        full.review("nonsense", "accept", "Ada")
    with pytest.raises(NotInLedgerError, match="holds no such account"):
        full.review("0123456789ab-1.1", "accept", "Ada")
    with pytest.raises(NotInLedgerError, match="no such mention: its event has 1"):
        full.review(A1[:-1] + "2", "accept", "Ada")
    with pytest.raises(LedgerError, match="'same' is no verdict on it: give one of accept, fix, reject, skip"):
        full.review(A1, "same", "Ada")
    with pytest.raises(LedgerError, match="says nothing other than the machine"):
        full.review(A1, "fix", "Ada", Correction(actor=(IRAN,)))
    with pytest.raises(LedgerError, match="cannot bring corrections"):
        full.review(A1, "accept", "Ada", Correction(type="AID"))
    for name in ("", "  ", "a\u202eb", "x" * 61):
        with pytest.raises(LedgerError, match="is no reviewer's name"):
            full.review(A1, "accept", name)
    with pytest.raises(NotInLedgerError, match="queue 9: there is none"):
        full.task(9, "Ada")
    with pytest.raises(NotInLedgerError, match="review 9: there is none"):
        full.take_back(9)
    assert full.reviews(undone=True) == ()


def test_an_item_whose_text_was_corrected_or_coded_anew_is_refused_and_passed_over(full: Ledger):
    full.draw(size=4, share=0)
    task = full.task(1, "Ada")
    assert task is not None
    full.add(told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "France"), id="a"))
    with pytest.raises(StaleReviewError, match="corrected or coded again meanwhile: nothing was stored"):
        full.review(task.item, "accept", "Ada", queue=1, seen=task.seen)
    assert item(full, 1, "Ada") == B
    with pytest.raises(StaleReviewError, match="look at it again"):
        full.review(B, "accept", "Ada", seen="0" * 16)


def test_two_accounts_are_judged_and_the_ledger_obeys(full: Ledger):
    full.add(told("Hill Courier", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"), id="d"))
    queue = full.draw("pairs", size=5, share=0, seed="p")
    assert (queue.kind, queue.size) == ("pairs", 1)
    task = full.task(1, "Ada")
    assert task is not None
    one, other = task.accounts
    before = full.event(one)
    assert {account.id for account in before.accounts} == {one, other}
    review = full.review(task.item, "different", "Ada", queue=1)
    assert full.event(one).id != full.event(other).id
    assert [(j.verdict, j.judge) for j in full.judgements()] == [("different", "Ada")]
    full.take_back(review.number)
    assert full.event(other) == before
    again = full.review(task.item, "different", "Ada", queue=1)
    full.undo(again.judgement or 0)
    assert full.reviews() == ()
    with pytest.raises(LedgerError, match="'accept' is no verdict on it"):
        full.review(task.item, "accept", "Ada")


def test_two_people_at_once_never_get_one_item_twice(full: Ledger, open_ledger: Callable[..., Ledger]):
    """Each in a session of their own, as fast as they can, until nothing is left."""
    acts = [act("Iran", "ACCUSE", f"town {n}") for n in range(24)]
    full.add(told("Delta Times", "2024-07-20", *acts, id="many"))
    full.draw(size=28, share=0.25, seed="s")
    sessions = {name: open_ledger() for name in ("Ada", "Ben")}
    seen: dict[str, list[str]] = {name: [] for name in sessions}
    together = threading.Barrier(len(sessions))
    wrong: list[BaseException] = []

    def work(name: str) -> None:
        try:
            together.wait()
            while (task := sessions[name].task(1, name)) is not None:
                seen[name].append(task.item)
                sessions[name].review(task.item, "accept", name, queue=1, form=f"{name} {task.item}")
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    # What is to be coded twice may still be held by the other when one of them comes to the end.
    for name in sessions:
        work_left = sessions[name].task(1, name)
        while work_left is not None:
            seen[name].append(work_left.item)
            sessions[name].review(work_left.item, "accept", name, queue=1)
            work_left = sessions[name].task(1, name)
    twice = set(seen["Ada"]) & set(seen["Ben"])
    assert [len(seen[name]) == len(set(seen[name])) for name in seen] == [True, True]
    assert len(twice) == full.queue(1).twice == 7
    assert len(set(seen["Ada"]) | set(seen["Ben"])) == 28
    assert full.queue(1).done == 28


def test_events_are_asked_for_by_what_people_said(full: Ledger):
    ids = {name: item.rpartition(".")[0] for name, item in (("a1", A1), ("a2", A2), ("b", B), ("c", C))}

    def found(**wanted: object) -> list[str]:
        names = {id: name for name, id in ids.items()}
        return sorted(names[event.id] for event in full.events(EventFilter(**wanted)))  # type: ignore[arg-type]

    full.review(A1, "accept", "Ada")
    full.review(A2, "fix", "Ada", Correction(type="COERCE"))
    full.review(B, "reject", "Ada")
    wrong = full.review(C, "reject", "Ada")
    full.review(C, "skip", "Ben")
    assert [found(reviewed=(state,)) for state in ("accepted", "fixed", "rejected", "disputed", "open")] == [
        ["a1"], ["a2"], ["b", "c"], [], [],
    ]  # fmt: skip
    full.review(C, "accept", "Ben")
    assert [found(reviewed=(state,)) for state in ("accepted", "rejected", "disputed")] == [["a1"], ["b"], ["c"]]
    full.take_back(wrong.number)
    assert [found(reviewed=("accepted", "fixed")), found(rejected=True), found(rejected=False)] == [
        ["a1", "a2", "c"], ["b"], ["a1", "a2", "c"],
    ]  # fmt: skip
    assert (full.count(EventFilter(rejected=False)), full.count(EventFilter(reviewed=("open",)))) == (3, 0)
