"""The day that an account hangs on, so that events of one kind do not run together over weeks.

Who attacks daily is attacked daily: "attacked last week" is like the attack of each day, and through it all days would
hang together. So an account without an exact day hangs on that of the one exact account that it is most like, and
accounts hang together only on one day. An exact account hangs on its own day, or on the day before when it is more
like an account of that day than any of its own: reports of one event may be a day apart. From there nothing goes
further back, so that days do not chain. All this depends on the set of accounts alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.joining import links_of
from hearsay.ledger.loading import batches

Anchors = dict[int, int | None]

_REMEMBERED = 200_000

Tie = tuple[int, float, int]
"""An exact account that another is like: its key, how like, and its day."""


def exact_days(connection: Connection, keys: Collection[int]) -> dict[int, int]:
    """The day, as an ordinal, of each of these accounts that has an exact one."""
    account = schema.account
    # Rows of accounts never change, and no key is given twice.
    known: dict[int, int | None] = connection.info.setdefault("hearsay days", {})
    if len(known) > _REMEMBERED:
        known.clear()
    for part in batches({key for key in keys if key not in known}):
        known.update(dict.fromkeys(part))
        known.update(
            (row.key, row.begin_day)
            for row in connection.execute(
                select(account.c.key, account.c.begin_day)
                .where(account.c.key.in_(part), account.c.begin_day == account.c.end_day)
            )
        )  # fmt: skip
    return {key: day for key in keys if (day := known[key]) is not None}


def anchors(connection: Connection, keys: Collection[int]) -> Anchors:
    """The day that each account hangs on; None where nothing like it has one."""
    return anchors_without(connection, keys, frozenset())[1]


def anchors_without(connection: Connection, keys: Collection[int], new: Collection[int]) -> tuple[Anchors, Anchors]:
    """The day that each account hangs on were it not for some new ones, and with them."""
    days = exact_days(connection, keys)
    ties = _ties(connection, keys)
    best = [{key: _best(ties.get(key, ()), left_out) for key in set(keys) - days.keys()} for left_out in (new, ())]
    theirs = ties | _ties(connection, {tie[0] for found in best for tie in found.values() if tie} - set(keys))
    hung: list[Anchors] = []
    for left_out, nearest in zip((new, ()), best, strict=True):
        of: Anchors = {key: _own_or_before(day, ties.get(key, ()), left_out) for key, day in days.items()}
        for key, tie in nearest.items():
            of[key] = _own_or_before(tie[2], theirs.get(tie[0], ()), left_out) if tie else None
        hung.append(of)
    return hung[0], hung[1]


def _best(ties: Iterable[Tie], left_out: Collection[int]) -> Tie | None:
    """The exact account that one without a day is most like; of those that are equally like, the earliest day's."""
    return min((tie for tie in ties if tie[0] not in left_out), key=lambda tie: (-tie[1], tie[2], tie[0]), default=None)


def _own_or_before(day: int, ties: Iterable[Tie], left_out: Collection[int]) -> int:
    """The day that an exact account hangs on, from its own."""
    own = before = 0.0
    for near, score, other in ties:
        if near in left_out:
            continue
        if other == day:
            own = max(own, score)
        elif other == day - 1:
            before = max(before, score)
    return day - 1 if before > own else day


def _ties(connection: Connection, keys: Collection[int]) -> dict[int, list[Tie]]:
    """The exact accounts that each is like."""
    links = links_of(connection, keys)
    days = exact_days(connection, {other for found in links.values() for other in found})
    return {
        key: [(other, score, days[other]) for other, score in found.items() if other in days]
        for key, found in links.items()
    }
