"""The day that an account hangs on, so that events of one kind do not run together over weeks.

Who attacks daily is attacked daily: "attacked last week" is like the attack of each day, and through it all days would
hang together. So an account without an exact day hangs on that of the one exact account that it is most like, and
accounts hang together only on one day. An exact account hangs on its own day, or on the day before when it is more
like an account of that day than any of its own: reports of one event may be a day apart. From there nothing goes
further back, so that days do not chain. All this depends on the set of accounts alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.joining import links_of
from hearsay.ledger.loading import batches

Anchors = dict[int, int | None]

_REMEMBERED = 200_000

Tie = tuple[float, int, int]
"""An exact account that another is like: how like (less than zero, the least is the likest), its day, and its key."""


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
    links = links_of(connection, keys)
    others = exact_days(connection, set().union(*links.values()))
    before: Anchors = {}
    after: Anchors = {}
    for key, day in days.items():
        before[key], after[key] = _own_or_before(day, links[key], others, new)
    nearest: dict[int, tuple[Tie | None, Tie | None]] = {}
    for key in set(keys) - days.keys():
        ties = [(-score, others[other], other) for other, score in links[key].items() if other in others]
        nearest[key] = min((tie for tie in ties if tie[2] not in new), default=None), min(ties, default=None)
    theirs = links_of(connection, {tie[2] for found in nearest.values() for tie in found if tie})
    others = exact_days(connection, theirs.keys() | set().union(*theirs.values()))
    for key, (old, now) in nearest.items():
        before[key] = _own_or_before(old[1], theirs[old[2]], others, new)[0] if old else None
        after[key] = _own_or_before(now[1], theirs[now[2]], others, new)[1] if now else None
    return before, after


def _own_or_before(
    day: int, links: Mapping[int, float], days: Mapping[int, int], new: Collection[int]
) -> tuple[int, int]:
    """The day that an exact account hangs on, from its own: were it not for the new ones, and with them."""
    old_own = old_before = own = before = 0.0
    for other, score in links.items():
        gap = day - days.get(other, 0)
        if gap == 0:
            if score > own:
                own = score
            if score > old_own and other not in new:
                old_own = score
        elif gap == 1:
            if score > before:
                before = score
            if score > old_before and other not in new:
                old_before = score
    return day - (old_before > old_own), day - (before > own)
