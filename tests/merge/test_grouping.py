"""Accounts into events: a function of the set, obeying what people decided."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.merge.account import Account
from hearsay.merge.comparing import compare
from hearsay.merge.grouping import MANY, Judgements, group
from hearsay.records import Actor

IRAN, OMAN, YEMEN = (
    Actor(name=name, country=country, sector=("GOV",), id=f"{country.lower()}-gov")
    for name, country in (("Iran", "IRN"), ("Oman", "OMN"), ("Yemen", "YEM"))
)


def account(number: int, day: int = 15, other: Actor = OMAN) -> Account:
    return Account(
        id=f"d{number:04}-1", document=f"d{number:04}", published=date(2024, 7, 20), outlet=None, event="CONSULT",
        status="actual", actors=(IRAN,), recipients=(other,), begin=date(2024, 7, day), end=date(2024, 7, day),
        triggers=("met",), sentences=("The two met on that day.",),
    )  # fmt: skip


def score(a: Account, b: Account) -> float:
    return compare(a, b).score


def ids(groups: list[list[Account]]) -> list[list[str]]:
    return [[a.id for a in members] for members in groups]


FIVE = [account(1), account(2), account(3, day=19), account(4, other=YEMEN), account(5)]


def test_accounts_of_one_meeting_stand_together() -> None:
    assert ids(group(FIVE, score)) == [["d0001-1", "d0002-1", "d0005-1"], ["d0003-1"], ["d0004-1"]]


@pytest.mark.parametrize(
    ("judgements", "groups"),
    [
        (Judgements(same=frozenset({("d0003-1", "d0004-1")})),
         [["d0001-1", "d0002-1", "d0005-1"], ["d0003-1", "d0004-1"]]),
        (Judgements(different=frozenset({("d0001-1", "d0002-1")})),
         [["d0001-1", "d0005-1"], ["d0002-1"], ["d0003-1"], ["d0004-1"]]),
    ],
    ids=["same", "different"],
)  # fmt: skip
def test_judgements_are_obeyed(judgements: Judgements, groups: list[list[str]]) -> None:
    assert ids(group(FIVE, score, judgements)) == groups


@settings(deadline=None)
@given(st.permutations(FIVE))
def test_groups_do_not_depend_on_the_order_of_arrival(order: list[Account]) -> None:
    assert group(order, score) == group(FIVE, score)


def test_a_component_of_very_many_is_grouped_alike_in_any_order() -> None:
    many = [account(number, day=1 + number % 3 * 5) for number in range(MANY + 30)]
    found = group(many, score)
    assert [len(members) for members in found] == [50, 50, 50]
    assert group(many[::-1], score) == found


def never(a: Account, b: Account) -> float:
    return -1.0


@pytest.mark.parametrize("apart", [never, lambda a, b: 0.0])
def test_what_is_not_alike_stays_alone(apart: Callable[[Account, Account], float]) -> None:
    assert ids(group(FIVE, apart)) == [[a.id] for a in FIVE]


def test_two_accounts_of_one_document_stay_apart_though_another_is_like_both() -> None:
    first = account(1)
    second = replace(first, id="d0001-2")
    assert ids(group([first, second], score)) == [["d0001-1"], ["d0001-2"]]
    assert ids(group([first, second, account(2)], score)) == [["d0001-1", "d0002-1"], ["d0001-2"]]
    judged = Judgements(same=frozenset({("d0001-1", "d0001-2")}))
    assert ids(group([first, second, account(2)], score, judged)) == [["d0001-1", "d0001-2", "d0002-1"]]


def test_reports_of_one_story_are_told_from_those_of_another() -> None:
    here, there = tuple(range(8)), tuple(range(100, 108))
    told = [replace(account(number), story=story) for number, story in ((1, here), (2, here), (3, there), (4, there))]
    # Too weak to join or to part: the stories decide.
    assert ids(group(told, lambda a, b: -1.0)) == [["d0001-1", "d0002-1"], ["d0003-1", "d0004-1"]]
    assert ids(group(told, lambda a, b: 1.0)) == [["d0001-1", "d0002-1"], ["d0003-1", "d0004-1"]]
