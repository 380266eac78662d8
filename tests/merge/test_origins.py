"""Who vouched first: copies and relays fold into one origin, a denial stands beside the others."""

from datetime import date

from hearsay.merge.account import Account
from hearsay.merge.origins import Vouching, origins
from hearsay.merge.summing import in_words, sum_up
from hearsay.records import Actor, Number, Source, Status

WIRE = Source(name="IRNA", country="IRN", sector=("JRN", "GOV"), id="irna", ownership="state")
PAPER = Source(name="Lowland Observer", country="NLD", sector=("JRN",))
UNNAMED = Source(name=None)


def account(
    number: int, *chains: tuple[Source, ...], stances: tuple[Status, ...] = (), killed: int | None = None
) -> Account:
    counted = (Number(kind="killed", low=killed, best=killed, high=killed, span=(0, 1), text="x"),) if killed else ()
    return Account(
        id=f"d{number}-1", document=f"d{number}", published=date(2024, 7, number), outlet=f"Outlet {number}",
        event="ASSAULT", status=stances[0] if stances else "actual", chains=chains or ((),),
        stances=stances or ("actual",) * max(1, len(chains)), numbers=counted,
    )  # fmt: skip


def of(found: tuple[Vouching, ...]) -> list[tuple[str, Status, tuple[str, ...]]]:
    return [(origin.name, origin.status, origin.accounts) for origin in found]


def test_an_agency_is_one_origin_however_many_relay_it() -> None:
    told = [account(1, (WIRE,)), account(2, (PAPER, WIRE)), account(3, (WIRE,))]
    assert of(origins(told)) == [("IRNA", "actual", ("d1-1", "d2-1", "d3-1"))]
    assert origins(told)[0].ownership == "state"


def test_outlets_that_vouch_themselves_are_origins_but_copies_are_not() -> None:
    told = [account(1), account(2), account(3)]
    assert of(origins(told)) == [(f"Outlet {n}", "actual", (f"d{n}-1",)) for n in (1, 2, 3)]
    printed = {"d1": "d1", "d2": "d1", "d3": "d3"}
    outlets = {"d1": ("Outlet 1", None), "d3": ("Outlet 3", None)}
    assert of(origins(told, printed, outlets)) == [
        ("Outlet 1", "actual", ("d1-1", "d2-1")), ("Outlet 3", "actual", ("d3-1",)),
    ]  # fmt: skip


def test_unnamed_sources_of_one_outlet_count_once() -> None:
    found = origins([account(1, (UNNAMED,), (UNNAMED,))])
    assert of(found) == [("an unnamed source of Outlet 1", "actual", ("d1-1",))]


def test_a_denial_is_no_origin_of_the_event() -> None:
    told = [account(1), account(2, (WIRE,), stances=("negated",)), account(3, (PAPER,), stances=("possible",))]
    found = origins(told)
    assert of(found) == [
        ("Outlet 1", "actual", ("d1-1",)), ("Lowland Observer", "possible", ("d3-1",)),
        ("IRNA", "negated", ("d2-1",)),
    ]  # fmt: skip
    summary = sum_up(told, found)
    assert (summary.reports, summary.outlets, summary.origins, summary.denials) == (3, 3, 2, 1)
    assert summary.words == "2 origins say; IRNA denies"
    assert summary.status == "actual"


def test_who_both_says_and_denies_is_taken_at_the_firmest() -> None:
    (found,) = origins([account(1, (WIRE,), (WIRE,), stances=("negated", "actual"))])
    assert found.status == "actual"


def test_rival_numbers_are_kept_as_a_range() -> None:
    told = [account(1, killed=12), account(2, killed=12), account(3, killed=40)]
    assert sum_up(told, origins(told)).numbers == {"killed": (12, 12, 40)}


def test_words_for_one_for_many_and_for_nobody() -> None:
    one = Vouching("a", "IRNA", Actor(name="IRNA"), None, "actual", ())
    no = Vouching("b", "Oman", None, None, "negated", ())
    assert [in_words([one], []), in_words([one, one], [no]), in_words([], [no, no]), in_words([], [])] == [
        "IRNA says", "2 origins say; Oman denies", "2 origins deny", "",
    ]  # fmt: skip


def test_verbs_agree_with_who_says_it() -> None:
    names = ("Russian officials", "United Nations", "the press", "Oman's foreign minister")
    assert [in_words([Vouching(name, name, None, None, "actual", ())], []) for name in names] == [
        "Russian officials say", "United Nations says", "the press says", "Oman's foreign minister says",
    ]  # fmt: skip
