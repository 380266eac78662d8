"""Where an account belongs among the events of the ledger: kept right whenever accounts come or go.

The events are a function of the set of current accounts and of people's judgements. What a new account touches is its
component: everything that hangs together by pairs that look like one event. Only this is grouped anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from hearsay.ledger import schema
from hearsay.ledger.copying import forget_copies, group_copies
from hearsay.ledger.judging import judgements_on
from hearsay.ledger.loading import batches, load_accounts
from hearsay.ledger.writing import drop_events, write_event
from hearsay.merge.account import Account
from hearsay.merge.blocking import kept_under, looked_for
from hearsay.merge.comparing import Likeness, compare
from hearsay.merge.grouping import group


def place(connection: Connection, document: int, accounts: Sequence[tuple[int, Account]]) -> None:
    """Take a document's accounts, which stand in their tables already, into events.

    Its copies are found first: who repeats whom decides what counts as an origin.
    """
    regrouped = group_copies(connection, document)
    _keep_blocks(connection, accounts)
    _keep_likenesses(connection, accounts)
    touched = {key for key, _ in accounts} | _accounts_of(connection, regrouped)
    regroup(connection, touched)


def displace(connection: Connection, document: int, keys: Collection[int]) -> None:
    """Take a document's accounts out of their events: they are no longer current, or about to be removed."""
    neighbours: set[int] = set()
    for part in batches(keys):
        neighbours |= _neighbours(connection, part)
        held = select(schema.account.c.event).where(schema.account.c.key.in_(part))
        neighbours |= set(
            connection.execute(select(schema.account.c.key).where(schema.account.c.event.in_(held))).scalars()
        )
    events = _leave(connection, neighbours | set(keys))
    for part in batches(keys):
        pairs = schema.joining
        connection.execute(delete(pairs).where(or_(pairs.c.first.in_(part), pairs.c.second.in_(part))))
        connection.execute(delete(schema.block).where(schema.block.c.account.in_(part)))
    drop_events(connection, events)
    regrouped = forget_copies(connection, document)
    regroup(connection, (neighbours | _accounts_of(connection, regrouped)) - set(keys))


def regroup(connection: Connection, touched: Iterable[int]) -> None:
    """Group anew the components that these accounts are in, and write their events."""
    left = set(touched)
    while left:
        component = _component(connection, min(left))
        left -= component
        accounts = load_accounts(connection, component)
        keys = {account.id: key for key, account in accounts.items()}
        judgements = judgements_on(connection, keys)
        drop_events(connection, _leave(connection, component))
        for members in group(accounts.values(), lambda a, b: compare(a, b).score, judgements):
            write_event(connection, [(keys[account.id], account) for account in members])


def _keep_blocks(connection: Connection, accounts: Sequence[tuple[int, Account]]) -> None:
    rows = [{"hash": key, "account": account} for account, told in accounts for key in kept_under(told)]
    if rows:
        connection.execute(insert(schema.block), rows)


def _keep_likenesses(connection: Connection, accounts: Sequence[tuple[int, Account]]) -> None:
    """Compare new accounts with those that they share a key with, and with one another; keep what looks alike."""
    sought: dict[int, set[int]] = {}
    own = {key for key, _ in accounts}
    for key, account in accounts:
        candidates: set[int] = set()
        for part in batches(looked_for(account)):
            candidates |= set(
                connection.execute(select(schema.block.c.account).where(schema.block.c.hash.in_(part))).scalars()
            )
        # Two events of one article were told apart with the whole article at hand: that is not asked again.
        sought[key] = candidates - own
    loaded = load_accounts(connection, {other for found in sought.values() for other in found})
    rows = [
        row
        for key, account in accounts
        for other in sorted(sought[key])
        if (row := _likeness_row(key, other, compare(account, loaded[other]))) is not None
    ]
    if rows:
        connection.execute(insert(schema.joining), rows)


def _likeness_row(key: int, other: int, likeness: Likeness) -> dict[str, object] | None:
    if likeness.score <= 0:
        return None
    first, second = sorted((key, other))
    return {
        "first": first, "second": second, "score": round(likeness.score, 4), "event": None,
        "features": json.dumps([list(feature) for feature in likeness.features if feature[1]]),
    }  # fmt: skip


def _component(connection: Connection, start: int) -> set[int]:
    """Every account that hangs together with one, by likeness or by a judgement that they are the same."""
    found, edge = {start}, {start}
    while edge:
        following: set[int] = set()
        for part in batches(edge):
            following |= _neighbours(connection, part)
        edge = following - found
        found |= edge
    return found


def _neighbours(connection: Connection, part: Sequence[int]) -> set[int]:
    pairs, judged, account = schema.joining, schema.judgement, schema.account
    found = set(connection.execute(select(pairs.c.second).where(pairs.c.first.in_(part))).scalars())
    found |= set(connection.execute(select(pairs.c.first).where(pairs.c.second.in_(part))).scalars())
    ids = select(account.c.id).where(account.c.key.in_(part))
    for one, other in ((judged.c.subject, judged.c.other), (judged.c.other, judged.c.subject)):
        same = select(other).where(
            one.in_(ids), judged.c.kind == "same-event", judged.c.verdict == "same", judged.c.undone.is_(None)
        )
        found |= set(
            connection.execute(select(account.c.key).where(account.c.id.in_(same), account.c.current)).scalars()
        )
    return found


def _accounts_of(connection: Connection, documents: Collection[int]) -> set[int]:
    account = schema.account
    found: set[int] = set()
    for part in batches(documents):
        found |= set(
            connection.execute(select(account.c.key).where(account.c.document.in_(part), account.c.current)).scalars()
        )
    return found


def _leave(connection: Connection, accounts: Collection[int]) -> set[int]:
    """Take accounts out of their events; the keys of these events."""
    events: set[int] = set()
    for part in batches(accounts):
        account = schema.account
        held = select(account.c.event).where(account.c.key.in_(part), account.c.event.is_not(None))
        events |= {key for key in connection.execute(held).scalars() if key is not None}
        connection.execute(update(account).where(account.c.key.in_(part)).values(event=None))
    return events
