"""Two accounts side by side: what speaks for one event, and what forbids it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.merge.account import Account
from hearsay.merge.blocking import kept_under, looked_for
from hearsay.merge.comparing import compare
from hearsay.merge.kinship import kinship
from hearsay.records import Actor, EventType, Number, Place

IRAN = Actor(name="Iran", country="IRN", sector=("GOV",), id="irn-gov")
OMAN = Actor(name="Oman", country="OMN", sector=("GOV",), id="omn-gov")
FRANCE = Actor(name="France", country="FRA", sector=("GOV",), id="fra-gov")
POLICE = Actor(name="riot police", country="FRA", sector=("COP",))
FARMERS = Actor(name="farmers", country="FRA", sector=("AGR",))


def account(
    number: int,
    event: EventType = "CONSULT",
    actors: tuple[Actor, ...] = (IRAN,),
    recipients: tuple[Actor, ...] = (OMAN,),
    day: str | None = "2024-07-15",
    trigger: str = "met",
    until: str | None = None,
    sentence: str = "The two met on Monday.",
) -> Account:
    return Account(
        id=f"d{number}-1", document=f"d{number}", published=date(2024, 7, 16), outlet=f"Outlet {number}", event=event,
        status="actual", actors=actors, recipients=recipients, begin=date.fromisoformat(day) if day else None,
        end=date.fromisoformat(until or day) if day else None, triggers=(trigger,), sentences=(sentence,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "one_event"),
    [
        (account(2), True),
        (account(2, trigger="meeting", sentence="A meeting of the two was held on Monday."), True),
        (account(2, actors=(OMAN,), recipients=(IRAN,)), True),
        (account(2, day="2024-07-01", until="2024-07-31"), True),
        (account(2, day=None), True),
        (account(2, recipients=(FRANCE,)), False),
        (account(2, day="2024-07-18"), False),
        (account(2, event="AGREE"), True),
        (account(2, event="AGREE", trigger="signed"), False),
        (account(2, day="2024-07-16"), True),
        (account(2, day="2024-07-16", trigger="dined", sentence="A long dinner in Doha followed."), False),
        (account(2, day="2024-07-17"), False),
        (account(2, day="2024-05-01", until="2024-05-31"), False),
        (account(2, actors=(FRANCE,), recipients=(FARMERS,)), False),
    ],
    ids=["same words", "noun", "turned round", "month", "no date", "other guest", "other day", "kindred type",
         "kindred type, other word", "next day", "next day, other words", "two days later", "other month", "others"],
)  # fmt: skip
def test_what_makes_one_event_of_a_meeting(other: Account, one_event: bool) -> None:
    assert (compare(account(1), other).score > 0) is one_event


def test_every_score_is_the_sum_of_named_features() -> None:
    likeness = compare(account(1), account(2))
    assert likeness.features == (
        ("base", -6.0), ("parties same", 2.2), ("date same day", 1.3), ("trigger same", 2.6),
        ("trigger same in one story", 2.1), ("words", 2.3), ("words contained", 0.8),
    )  # fmt: skip
    assert likeness.score == pytest.approx(5.3)


def test_what_both_articles_come_back_to_is_more_likely_one_event() -> None:
    once, often = account(1), replace(account(1), triggers=("met", "meeting"))
    other = replace(account(2), triggers=("meeting", "met"))
    assert compare(often, other).score - compare(once, other).score == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("one", "other", "degree"),
    [
        (IRAN, IRAN, 2), (FARMERS, Actor(name="angry farmers", country="FRA", sector=("AGR",)), 2),
        (FRANCE, POLICE, 0), (POLICE, Actor(name="gendarmes", country="FRA", sector=("COP",)), 1),
        (Actor(name="France", country="FRA"), POLICE, 1), (IRAN, OMAN, -1), (FARMERS, POLICE, 0),
    ],
)  # fmt: skip
def test_who_may_stand_for_whom(one: Actor, other: Actor, degree: int) -> None:
    assert (kinship(one, other), kinship(other, one)) == (degree, degree)


def town(name: str, latitude: float, longitude: float) -> Place:
    return Place(
        name=name, country="UKR", precision="city", span=(0, 1), text=name, latitude=latitude, longitude=longitude
    )


RUSSIA = Actor(name="Russian forces", country="RUS", sector=("MIL",), id="body:russian-army")
KHARKIV, ODESA, DERHACHI = (Actor(name=name, country="UKR") for name in ("Kharkiv", "Odesa", "Derhachi"))
KHARKIV_TOWN, ODESA_TOWN, NEXT_TOWN = (
    town("Kharkiv", 49.99, 36.23),
    town("Odesa", 46.48, 30.72),
    town("Derhachi", 50.11, 36.12),
)


def shelling(number: int, *recipients: Actor, day: int = 3, where: Place | None = None, killed: int = 3) -> Account:
    told = account(number, "ASSAULT", (RUSSIA,), recipients, f"2024-05-{day:02}", "shelled",
                   sentence="Russian forces shelled the town, officials said.")  # fmt: skip
    count = Number(kind="killed", low=killed, best=killed, high=killed, span=(0, 1), text=str(killed))
    return replace(told, place=where, numbers=(count,), published=date(2024, 5, 4))


@pytest.mark.parametrize(
    ("one", "other", "one_event"),
    [
        (shelling(1, KHARKIV), shelling(2, KHARKIV), True),
        (shelling(1, KHARKIV), shelling(2, ODESA), False),
        (shelling(1, KHARKIV), shelling(2, KHARKIV, day=4), True),
        (shelling(1, KHARKIV), shelling(2, KHARKIV, day=4, killed=5), False),
        (shelling(1, where=KHARKIV_TOWN), shelling(2, where=KHARKIV_TOWN), True),
        (shelling(1, where=KHARKIV_TOWN), shelling(2, where=NEXT_TOWN), True),
        (shelling(1, where=KHARKIV_TOWN), shelling(2, where=ODESA_TOWN), False),
    ],
    ids=["one town", "other town", "next day", "next day, other count", "one place", "next place", "far away"],
)
def test_who_is_shelled_daily_is_shelled_once_a_day_and_town(one: Account, other: Account, one_event: bool) -> None:
    assert (compare(one, other).score > 0) is one_event


PUTIN, LAVROV, XI = (
    Actor(name=name, country=country, sector=("GOV",), id=f"person:{name.lower()}")
    for name, country in (("Putin", "RUS"), ("Lavrov", "RUS"), ("Xi", "CHN"))
)


def test_known_persons_are_not_taken_for_one_another() -> None:
    assert kinship(PUTIN, LAVROV) == -1
    met, called = (
        account(1, "ACCUSE", (PUTIN,), (), trigger="accused"),
        account(2, "ACCUSE", (LAVROV,), (), trigger="accused"),
    )
    assert dict(compare(met, called).features)["persons apart"] < 0
    assert "persons apart" not in dict(compare(met, account(2, "ACCUSE", (PUTIN, LAVROV), ())).features)
    assert "persons apart" not in dict(compare(met, account(2, "ACCUSE", (RUSSIA,), ())).features)


def test_acts_done_with_words_are_told_apart_by_what_was_said() -> None:
    told = [account(n, "REQUEST", (XI,), (), None, "called for", sentence=sentence) for n, sentence in (
        (1, "Xi called for calm along the disputed border."), (2, "Xi called for higher wages of nurses."),
        (3, "Xi called for calm along that border."))]  # fmt: skip
    assert "said other" in dict(compare(told[0], told[1]).features)
    assert "said other" not in dict(compare(told[0], told[2]).features)


days = st.dates(date(2024, 6, 1), date(2024, 9, 1))


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    begin = draw(st.none() | days)
    length = draw(st.sampled_from((0, 0, 2, 30, 365)))
    end = date.fromordinal(begin.toordinal() + length) if begin else None
    sides = st.lists(st.sampled_from((IRAN, OMAN, FRANCE, POLICE, FARMERS)), max_size=2, unique=True).map(tuple)
    name = draw(st.integers(1, 10**6))
    return Account(
        id=f"x{name}-1", document=f"x{name}", published=draw(days), outlet=None, status="actual",
        event=draw(st.sampled_from(("CONSULT", "ASSAULT"))), actors=draw(sides), recipients=draw(sides), begin=begin,
        end=end, triggers=(draw(st.sampled_from(("met", "attacked", "talks"))),), sentences=("They met there.",),
    )  # fmt: skip


@settings(deadline=None)
@given(accounts(), accounts())
def test_comparing_knows_no_order(a: Account, b: Account) -> None:
    assert compare(a, b) == compare(b, a)


@settings(deadline=None)
@given(accounts(), accounts())
def test_one_finds_the_other_exactly_when_the_other_finds_it(a: Account, b: Account) -> None:
    assert bool({*kept_under(a)} & {*looked_for(b)}) == bool({*kept_under(b)} & {*looked_for(a)})


@settings(deadline=None)
@given(accounts())
def test_an_account_finds_what_is_like_itself(a: Account) -> None:
    assert {*kept_under(a)} & {*looked_for(a)}
