"""The day that an account hangs on, so that events of one kind do not run together over weeks.

Who attacks daily is attacked daily: "attacked last week" is like the attack of each day, and through it all days would
hang together. So an account without an exact day hangs on the day of the one exact account that it is most like, and
accounts hang together only on one day. This depends on the set of accounts alone.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.loading import batches


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


def anchors(
    connection: Connection, keys: Collection[int], without: Collection[int] = frozenset()
) -> dict[int, int | None]:
    """The day that each account hangs on; None where nothing like it has one. ``without`` leaves accounts unasked."""
    days: dict[int, int | None] = {**exact_days(connection, keys)}
    best: dict[int, tuple[float, int]] = {}
    pairs, partner = schema.joining, schema.account
    for part in batches(set(keys) - days.keys()):
        for one, other in ((pairs.c.first, pairs.c.second), (pairs.c.second, pairs.c.first)):
            query = (
                select(one, partner.c.key, pairs.c.score, partner.c.begin_day)
                .join(partner, partner.c.key == other)
                .where(one.in_(part), partner.c.begin_day == partner.c.end_day)
            )
            for key, near, score, day in connection.execute(query):
                # Of days that are equally like, the earliest.
                if near not in without and (-score, day) < best.get(key, (0.0, 0)):
                    best[key] = (-score, day)
    return {key: days[key] if key in days else best[key][1] if key in best else None for key in keys}
