"""Which accounts are worth comparing: of one type or of kindred ones, sharing a party or a place, on like days.

Each account is kept under some keys and looked for under others, so that "last month" meets "12 June" without every
account standing under thirty days. The relation is symmetric: a finds b exactly when b finds a.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from hearsay.merge.account import Account
from hearsay.merge.retelling import retold

FEW_DAYS = 7
"""A stretch of up to so many days stands under each of its days; a longer one under its months."""

_RECALL = 3
"""Days before publication that an event without a date may have happened on."""


def kept_under(account: Account) -> tuple[int, ...]:
    """The keys that an account is found by: 63-bit hashes, sorted."""
    return _hashes(account, (account.event,), _own_times(account))


def looked_for(account: Account) -> tuple[int, ...]:
    """The keys under which those stand that it may be one event with."""
    return _hashes(account, (account.event, *sorted(kindred(account.event))), _other_times(account))


def stretch(account: Account) -> tuple[date, date] | None:
    """First and last day it may have happened on; without a date, the days just before publication.

    What looks back ("a year after the attack") may have happened on the days that it looks back on.
    """
    if account.begin is not None and account.end is not None:
        return account.begin, account.end
    if (back := retold(account)) is not None:
        return back
    if account.published is not None:
        return account.published - timedelta(days=_RECALL), account.published
    return None


def _own_times(account: Account) -> Iterator[str]:
    days = stretch(account)
    if days is None:
        yield "undated"
        return
    begin, end = days
    if (end - begin).days < FEW_DAYS:
        yield from (f"d{day.toordinal()}" for day in _days(begin, end))
        yield from dict.fromkeys(f"M{day:%Y-%m}" for day in _days(begin, end))
    else:
        yield from (f"m{month}" for month in _months(begin, end))


def _other_times(account: Account) -> Iterator[str]:
    days = stretch(account)
    if days is None:
        yield "undated"
        return
    begin, end = days
    if (end - begin).days < FEW_DAYS:
        # One day more on one side only: a key a day apart is then found from either side.
        yield from (f"d{day.toordinal()}" for day in _days(begin - timedelta(days=1), end + timedelta(days=1)))
        yield from dict.fromkeys(f"m{day:%Y-%m}" for day in _days(begin, end))
    else:
        for month in _months(begin, end):
            yield f"m{month}"
            yield f"M{month}"


def _hashes(account: Account, kinds: Sequence[str], times: Iterator[str]) -> tuple[int, ...]:
    whom = _parties(account)
    return tuple(sorted({_hash(f"{kind}|{who}|{time}") for time in times for who in whom for kind in kinds}))


@cache
def kindred(event: str) -> frozenset[str]:
    """Types that one event may be told under beside this one, from ``data/kindred.tsv``; none for own types."""
    lines = (files("hearsay.merge") / "data/kindred.tsv").read_text("utf-8").splitlines()[1:]
    pairs = [line.split("\t") for line in lines]
    return frozenset(b for one in pairs for a, b in (one, one[::-1]) if a == event)


def _parties(account: Account) -> tuple[str, ...]:
    """Countries of the parties; names of those without one; the place where nobody is named."""
    found = dict.fromkeys(
        actor.country or (actor.name or "?").casefold() for actor in (*account.actors, *account.recipients)
    )
    if not found and account.place is not None:
        return (account.place.country or account.place.name.casefold(),)
    return tuple(found) or ("?",)


def _days(begin: date, end: date) -> Iterator[date]:
    for number in range((end - begin).days + 1):
        yield begin + timedelta(days=number)


def _months(begin: date, end: date) -> Iterator[str]:
    """Months of a stretch; of one longer than a year only its years, as "2024"."""
    if (end - begin).days > 400:
        yield from (str(year) for year in range(begin.year, end.year + 1))
        return
    year, month = begin.year, begin.month
    while (year, month) <= (end.year, end.month):
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) >> 1
