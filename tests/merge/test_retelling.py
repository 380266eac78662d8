"""What looks back on an event is dated by what it looks back on; many events at once are told from one."""

from datetime import date

import pytest

from hearsay.merge.account import Account
from hearsay.merge.blocking import kept_under, looked_for, stretch
from hearsay.merge.retelling import is_summary, retold


def account(sentence: str, trigger: str = "attack", begin: str | None = None, end: str | None = None) -> Account:
    return Account(
        id="d1-1", document="d1", published=date(2024, 7, 20), outlet=None, event="ASSAULT", status="actual",
        begin=date.fromisoformat(begin) if begin else None,
        end=date.fromisoformat(end or begin) if begin and (end or begin) else None,
        triggers=(trigger,), sentences=(sentence,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("A year after the attack on the market, many still live in fear.", ("2023-06-06", "2023-09-04")),
        ("Two weeks after Sunday's deadly attack, shops opened.", ("2024-07-02", "2024-07-10")),
        ("They marked the tenth anniversary of the attack.", ("2014-06-06", "2014-09-04")),
        ("They marked the anniversary of the attack.", ("2014-07-13", "2023-09-24")),
        ("Police opened an investigation into the attack.", ("2023-07-21", "2024-07-20")),
        ("Mourners of the attack filled the square.", ("2023-07-21", "2024-07-20")),
        ("Three men went on trial over the attack.", ("2023-07-21", "2024-07-20")),
        ("In the wake of the Israeli attack, Egypt closed its border.", ("2023-07-21", "2024-07-20")),
    ],
)
def test_the_days_that_a_follow_up_looks_back_on(sentence: str, days: tuple[str, str]) -> None:
    begin, end = (date.fromisoformat(day) for day in days)
    assert retold(account(sentence)) == (begin, end) == stretch(account(sentence))


@pytest.mark.parametrize(
    "told",
    [
        account("Gunmen launched an attack on the market."),
        account("A year after the attack, many still live in fear.", begin="2023-07-18"),
        account("Hours after the vote came the attack."),
        account("Investigators said the attack was planned."),
    ],
    ids=["news", "dated", "after something else", "somebody says"],
)
def test_what_tells_news_does_not_look_back(told: Account) -> None:
    assert retold(told) is None


def test_an_account_that_also_tells_the_act_itself_does_not_look_back() -> None:
    told = account("A year after the attack, many still live in fear.")
    both = Account(**{name: getattr(told, name) for name in told.__dataclass_fields__ if name != "triggers"},
                   triggers=("attack", "killed"))  # fmt: skip
    assert retold(both) is None


def test_a_follow_up_finds_the_day_that_it_looks_back_on_and_is_found_from_there() -> None:
    follow_up = account("Police opened an investigation into the attack.")
    day = account("Gunmen launched an attack.", begin="2024-02-03")
    older = account("Gunmen launched an attack.", begin="2022-02-03")
    assert {*kept_under(day)} & {*looked_for(follow_up)}
    assert {*kept_under(follow_up)} & {*looked_for(day)}
    assert not {*kept_under(older)} & {*looked_for(follow_up)}


@pytest.mark.parametrize(
    ("told", "many"),
    [
        (account("Israel carried out hundreds of attacks.", "attacks"), True),
        (account("A series of protests since May.", "protests"), True),
        (account("Attacks on convoys have come daily.", "Attacks"), True),
        (account("A quake hits the coast, and dozens are hurt.", "hits"), False),
        (account("Several people died in the attack."), False),
        (account("They attacked.", "attacked", "2024-01-01", "2024-12-31"), False),
    ],
)
def test_many_events_at_once(told: Account, many: bool) -> None:
    assert is_summary(told) is many
