"""The day that an account hangs on, so that events of one kind do not run together over weeks.

Who attacks daily is attacked daily: "attacked last week" is like the attack of each day, and through it all days would
hang together. So an account without an exact day hangs on that of the one exact account that it is most like, and
accounts hang together only on one day. An exact account hangs on its own day, or on the day before when it is more
like an account of that day than any of its own: reports of one event may be a day apart. From there nothing goes
further back, so that days do not chain. All this depends on the set of accounts alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.loading import batches

Anchors = dict[int, int | None]


def exact_days(connection: Connection, keys: Collection[int]) -> dict[int, int]:
    """The day, as an ordinal, of each of these accounts that has an exact one."""
    account = schema.account
    return {
        row.key: row.begin_day
        for part in batches(keys)
        for row in connection.execute(
            select(account.c.key, account.c.begin_day)
            .where(account.c.key.in_(part), account.c.begin_day == account.c.end_day)
        )
    }  # fmt: skip


def anchors(connection: Connection, keys: Collection[int], without: Collection[int] = frozenset()) -> Anchors:
    """The day that each account hangs on; None where nothing like it has one. ``without`` leaves accounts unasked."""
    days = exact_days(connection, keys)
    found: Anchors = dict.fromkeys(keys)
    found.update(_own_or_before(connection, days, without))
    best: dict[int, tuple[float, int, int]] = {}
    for key, near, score, day in _exact_partners(connection, set(keys) - days.keys(), without):
        # Of those that are equally like, one of the earliest day.
        if (-score, day, near) < best.get(key, (0.0, 0, 0)):
            best[key] = (-score, day, near)
    theirs = _own_or_before(connection, {near: day for _, day, near in best.values()}, without)
    found.update((key, theirs[near]) for key, (_, _, near) in best.items())
    return found


def _own_or_before(connection: Connection, days: dict[int, int], without: Collection[int]) -> dict[int, int]:
    """The day that each exact account hangs on, from its own."""
    own, before = dict.fromkeys(days, 0.0), dict.fromkeys(days, 0.0)
    for key, _, score, day in _exact_partners(connection, days, without):
        if day == days[key]:
            own[key] = max(own[key], score)
        elif day == days[key] - 1:
            before[key] = max(before[key], score)
    return {key: day - 1 if before[key] > own[key] else day for key, day in days.items()}


def _exact_partners(
    connection: Connection, keys: Collection[int], without: Collection[int]
) -> Iterator[tuple[int, int, float, int]]:
    """For each account those exact ones that it is like: its key, theirs, how like, and their day."""
    pairs, partner = schema.joining, schema.account
    for part in batches(keys):
        for one, other in ((pairs.c.first, pairs.c.second), (pairs.c.second, pairs.c.first)):
            query = (
                select(one, partner.c.key, pairs.c.score, partner.c.begin_day)
                .join(partner, partner.c.key == other)
                .where(one.in_(part), partner.c.begin_day == partner.c.end_day)
            )
            for key, near, score, day in connection.execute(query):
                if near not in without:
                    yield key, near, score, day
