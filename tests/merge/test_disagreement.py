"""Rival doers, days, places and counts are said beside one another, and only where origins contradict each other."""

from dataclasses import replace
from datetime import date

import pytest

from hearsay.merge.account import Account
from hearsay.merge.origins import origins
from hearsay.merge.places import far_apart, kilometres
from hearsay.merge.summing import sum_up
from hearsay.records import Actor, Number, Place, Source

ISRAEL = Actor(name="Israel", country="ISR", sector=("GOV",), id="ISR")
IRAN = Actor(name="Iran", country="IRN", sector=("GOV",), id="IRN")
ARMY = Actor(name="Sudanese army", country="SDN", sector=("MIL",), id="sdn-mil")
REBELS = Actor(name="Rapid Support Forces", country="SDN", sector=("REB",), id="rsf")
MINISTRY = Actor(name="Interior Ministry", country="SDN", sector=("GOV",), id="sdn-interior")
GUNMEN = Actor(name="gunmen")
IRNA = Source(name="IRNA", country="IRN", sector=("JRN", "GOV"), id="irna", ownership="state")


def place(name: str, latitude: float, longitude: float, country: str = "PSE") -> Place:
    return Place(name=name, country=country, precision="city", span=(0, len(name)), text=name, latitude=latitude,
                 longitude=longitude)  # fmt: skip


RAFAH, KHAN_YOUNIS, TEHRAN = place("Rafah", 31.29, 34.25), place("Khan Younis", 31.34, 34.30), place(
    "Tehran", 35.69, 51.42, "IRN")  # fmt: skip


def account(
    number: int, *actors: Actor, day: int = 14, where: Place | None = None, killed: int | None = None
) -> Account:
    counted = (Number(kind="killed", low=killed, best=killed, high=killed, span=(0, 1), text="x"),) if killed else ()
    return Account(
        id=f"d{number}-1", document=f"d{number}", published=date(2024, 7, 16), outlet=f"Outlet {number}",
        event="ASSAULT", status="actual", actors=actors, begin=date(2024, 7, day), end=date(2024, 7, day), place=where,
        numbers=counted, chains=((),), stances=("actual",),
    )  # fmt: skip


def words(*told: Account) -> str:
    return sum_up(told, origins(told)).words


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ((account(1, ISRAEL), account(2, ISRAEL), account(3)), "3 origins say; two name Israel, one names no one"),
        ((account(1, ISRAEL), account(2, IRAN), account(3, IRAN)), "3 origins say; two name Iran, one names Israel"),
        ((account(1, ISRAEL), account(2, GUNMEN)), "2 origins say"),
        ((account(1, ARMY), account(2, REBELS), account(3, ARMY)),
         "3 origins say; two name the Sudanese army, one names the Rapid Support Forces"),
        ((account(1, ARMY), account(2, MINISTRY)), "2 origins say"),
        ((account(1, ISRAEL), account(2, ISRAEL)), "2 origins say"),
        ((account(1), account(2)), "2 origins say"),
        ((account(1, day=14), account(2, day=15), account(3, day=14)),
         "3 origins say; two date it 14 July 2024, one 15 July 2024"),
        ((account(1, where=RAFAH), account(2, where=TEHRAN)), "2 origins say; one places it in Rafah, one in Tehran"),
        ((account(1, where=RAFAH), account(2, where=KHAN_YOUNIS)), "2 origins say"),
        ((account(1, killed=12), account(2, killed=40)), "2 origins say; 12 to 40 killed"),
        ((account(1, killed=12), account(2, killed=12)), "2 origins say"),
    ],
    ids=["silent", "rival doers", "unknown doers", "army or rebels", "army or ministry",
         "one doer", "nobody", "days", "places", "next town", "counts",
         "one count"],
)  # fmt: skip
def test_what_origins_contradict_each_other_in(told: tuple[Account, ...], said: str) -> None:
    assert words(*told) == said


def test_a_denial_is_told_first_and_takes_no_side() -> None:
    denied = replace(account(3, IRAN), status="negated", chains=((IRNA,),), stances=("negated",))
    assert words(account(1, ISRAEL), account(2), denied) == (
        "2 origins say; IRNA denies; one names Israel, one names no one"
    )


def test_who_repeats_an_origin_is_not_counted_beside_it() -> None:
    relayed = [replace(account(number, ISRAEL), chains=((IRNA,),)) for number in (1, 2)]
    assert words(*relayed, account(3)) == "2 origins say; one names Israel, one names no one"


def test_those_who_meet_one_another_are_no_rivals() -> None:
    told = [replace(account(number, actor), event="CONSULT") for number, actor in ((1, ISRAEL), (2, IRAN))]
    assert words(*told) == "2 origins say"


def test_the_type_of_an_event_is_the_one_most_tell() -> None:
    told = [replace(account(number), event=event) for number, event in ((1, "COERCE"), (2, "ASSAULT"), (3, "ASSAULT"))]
    assert sum_up(told, origins(told)).event == "ASSAULT"


def test_distance_is_known_of_towns_with_a_point_only() -> None:
    assert kilometres(RAFAH, KHAN_YOUNIS) == pytest.approx(7.3, abs=0.3)
    assert kilometres(RAFAH, TEHRAN) == pytest.approx(1660, abs=20)
    assert kilometres(RAFAH, TEHRAN.model_copy(update={"precision": "country"})) is None
    assert kilometres(RAFAH, TEHRAN.model_copy(update={"latitude": None})) is None
    assert far_apart(RAFAH, RAFAH) is False
    assert far_apart(RAFAH, TEHRAN) is True
