"""Accounts come together over days, summaries and follow-ups, whatever the order in which documents come and go."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.ledger.ledger import Ledger
from hearsay.merge.account import address_of
from hearsay.records import Coding
from tests.ledger.made import act, told

OUTLETS = (
    "Gulf Sentinel",
    "Lowland Observer",
    "Harbour News",
    "Plains Gazette",
    "Hill Courier",
    "Delta Times",
    "Lake Post",
)


def meeting(number: int, date: str | None, published: str = "2024-07-18") -> Coding:
    return told(OUTLETS[number], published, act("Iran", "CONSULT", "Oman", date=date), id=f"m{number}")


def events_of(ledger: Ledger) -> list[list[str]]:
    """The outlets of each event's accounts."""
    return sorted(sorted(a.outlet or "" for a in ledger.event(event.id).accounts) for event in ledger.events())


def test_reports_a_day_apart_tell_one_event_and_days_do_not_chain(ledger: Ledger) -> None:
    for number, date in enumerate(("2024-07-14", "2024-07-15", "2024-07-16", "2024-07-18")):
        ledger.add(meeting(number, date))
    assert events_of(ledger) == [["Gulf Sentinel", "Lowland Observer"], ["Harbour News"], ["Plains Gazette"]]
    assert ledger.event(ledger.events()[-1].id).date == "2024-07-14"


def test_a_day_of_its_own_holds_an_account_when_it_is_as_like_there(ledger: Ledger) -> None:
    for number, date in enumerate(("2024-07-14", "2024-07-15", "2024-07-15")):
        ledger.add(meeting(number, date))
    assert events_of(ledger) == [["Gulf Sentinel"], ["Harbour News", "Lowland Observer"]]


def test_who_writes_in_turns_sees_what_the_other_joined(ledger: Ledger, open_ledger: Callable[..., Ledger]) -> None:
    other = open_ledger()
    writers = itertools.cycle((ledger, other))
    for number, writer in zip(range(6), writers, strict=False):
        writer.add(meeting(number, "2024-07-14"))
    ledger.remove(address_of(meeting(1, "2024-07-14").document))
    other.add(meeting(6, "2024-07-14"))
    assert events_of(ledger) == events_of(other) == [sorted(set(OUTLETS) - {OUTLETS[1]})]
    assert ledger.check() == ()


CHOICES = tuple(
    meeting(number, date)
    for number, date in enumerate(
        ("2024-07-14", "2024-07-15", "2024-07-16", "2024-07-15", "2024-07", None, "2024-07-17")
    )
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.sampled_from(CHOICES), min_size=3, max_size=7, unique_by=lambda coding: coding.document.id),
       gone=st.integers(0, 6))  # fmt: skip
def test_days_apart_depend_on_the_set_of_documents_only(
    tmp_path_factory: pytest.TempPathFactory, empty: Path, order: list[Coding], gone: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("days")
    for name in ("one", "other", "left"):
        shutil.copy(empty, folder / f"{name}.db")
    left = [coding for place, coding in enumerate(order) if place != gone % len(order)]
    with Ledger.open(str(folder / "one.db")) as one, Ledger.open(str(folder / "other.db")) as other:
        for coding in order:
            one.add(coding)
        for coding in reversed(order):
            other.add(coding)
        assert events_of(one) == events_of(other)
        one.remove(address_of(order[gone % len(order)].document))
        with Ledger.open(str(folder / "left.db")) as fresh:
            for coding in left:
                fresh.add(coding)
            assert events_of(one) == events_of(fresh)
        assert one.check() == ()
