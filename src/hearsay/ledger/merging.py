"""Where an account belongs among the events of the ledger: kept right whenever accounts come or go.

The events are a function of the set of current accounts and of people's judgements. What a new account touches is its
component: everything that hangs together by pairs that look like one event and hang on one day. Only this is grouped
anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from hearsay.ledger import schema
from hearsay.ledger.anchoring import Anchors, anchors, anchors_without
from hearsay.ledger.copying import forget_copies, group_copies
from hearsay.ledger.joining import forget_joinings, keep_joinings, links_of
from hearsay.ledger.judging import judgements_on
from hearsay.ledger.loading import batches, fetched
from hearsay.ledger.memory import recall, remember
from hearsay.ledger.writing import drop_events, write_events
from hearsay.merge.account import Account
from hearsay.merge.blocking import kept_under, looked_for
from hearsay.merge.grouping import group

_PARTNER = schema.account.alias()
_JUDGED_SAME = (
    schema.judgement.c.kind == "same-event", schema.judgement.c.verdict == "same", schema.judgement.c.undone.is_(None),
)  # fmt: skip
_ANY_JUDGED = select(schema.judgement.c.key).where(*_JUDGED_SAME).limit(1)


def place(connection: Connection, document: int, accounts: Sequence[tuple[int, Account]]) -> None:
    """Take a document's accounts, which stand in their tables already, into events.

    Its copies are found first: who repeats whom decides what counts as an origin.
    """
    regrouped = group_copies(connection, document)
    _keep_blocks(connection, accounts)
    _keep_likenesses(connection, accounts)
    own = {key for key, _ in accounts}
    near = _near(connection, own) - own
    before, after = anchors_without(connection, near, own)
    # Who is most like an account that moved moves with it.
    with_them = _near(connection, {key for key in near if before[key] != after[key]}) - near - own
    theirs = anchors_without(connection, with_them, own)
    days = after | theirs[1]
    moved = _moved(connection, before | theirs[0], days)
    regroup(connection, own | moved | _accounts_of(connection, regrouped), days)


def displace(connection: Connection, document: int, keys: Collection[int]) -> None:
    """Take a document's accounts out of their events: they are no longer current, or about to be removed."""
    neighbours: set[int] = set()
    for part in batches(keys):
        neighbours |= _neighbours(connection, part)
    neighbours |= _companions(connection, neighbours | set(keys))
    neighbours -= set(keys)
    around = neighbours | (_near(connection, neighbours) - set(keys))
    before = anchors(connection, around)
    events = _leave(connection, neighbours | set(keys))
    forget_joinings(connection, keys)
    for part in batches(keys):
        connection.execute(delete(schema.block).where(schema.block.c.account.in_(part)))
    drop_events(connection, events)
    regrouped = forget_copies(connection, document)
    neighbours |= _moved(connection, before, anchors(connection, around))
    regroup(connection, (neighbours | _accounts_of(connection, regrouped)) - set(keys))


def _moved(connection: Connection, before: Anchors, after: Anchors) -> set[int]:
    """Accounts that hang on another day now, and those that they may have held together on the day before."""
    moved = {key for key in before if before[key] != after[key]}
    left = {before[key] for key in moved}
    days = anchors(connection, _near(connection, moved)) if moved else {}
    return moved | {key for key, day in days.items() if day in left}


def _near(connection: Connection, accounts: Collection[int]) -> set[int]:
    return {other for part in batches(accounts) for other in _neighbours(connection, part)}


def regroup(connection: Connection, touched: Iterable[int], known: Anchors | None = None) -> None:
    """Group anew the components that these accounts are in, and write their events; some days are known already."""
    touched, days = set(touched), dict(known or {})
    components = _components(connection, touched, days)
    held = {key for component in components for key in component}
    # An event whose accounts hang on several days now is taken apart whole.
    while (together := _companions(connection, held)) - held:
        components = _components(connection, held | together, days)
        held = {key for component in components for key in component}
    memory = recall(connection, held)
    accounts = {key: memory.accounts[key] for key in sorted(held)}
    keys = {account.id: key for key, account in accounts.items()}
    judgements = judgements_on(connection, keys)

    def score(one: Account, other: Account) -> float:
        return memory.score(keys[one.id], keys[other.id])

    groups = [
        [(keys[account.id], account) for account in members]
        for component in components
        for members in group([accounts[key] for key in component], score, judgements)
    ]
    # An event that has the accounts it had, none of them touched, would be written as it stands.
    kept = {members for members in _told_by(connection, held) if not members & touched}
    groups = [members for members in groups if frozenset(key for key, _ in members) not in kept]
    drop_events(connection, _leave(connection, {key for members in groups for key, _ in members}))
    write_events(connection, groups)


def _keep_blocks(connection: Connection, accounts: Sequence[tuple[int, Account]]) -> None:
    rows = [
        {"hash": key, "account": account}
        for account, told in accounts
        for key in sorted({key & schema.SHORT for key in kept_under(told)})
    ]
    if rows:
        connection.execute(insert(schema.block), rows)


def _keep_likenesses(connection: Connection, accounts: Sequence[tuple[int, Account]]) -> None:
    """Compare new accounts with those that they share a key with, and with one another; keep what looks alike."""
    sought: dict[int, set[int]] = {}
    own = {key for key, _ in accounts}
    for key, account in accounts:
        candidates: set[int] = set()
        for part in batches({key & schema.SHORT for key in looked_for(account)}):
            candidates |= set(
                connection.execute(select(schema.block.c.account).where(schema.block.c.hash.in_(part))).scalars()
            )
        # Two events of one article were told apart with the whole article at hand: that is not asked again.
        sought[key] = candidates - own
    remember(connection, accounts)
    memory = recall(connection, own.union(*sought.values()))
    alike = [
        (min(key, other), max(key, other), likeness)
        for key in sought
        for other, likeness in [(other, memory.compare(key, other)) for other in sorted(sought[key])]
        if memory.score(key, other) > 0
    ]
    keep_joinings(connection, alike)


def _components(connection: Connection, touched: set[int], days: Anchors) -> list[list[int]]:
    """The accounts that hang together with some, by likeness or by a judgement that they are the same.

    ``days`` on which accounts hang are added to.
    """
    links: dict[int, set[int]] = {key: set() for key in touched}
    edge = set(touched)
    days.update(anchors(connection, edge - days.keys()))
    while edge:
        likely = links_of(connection, edge)
        days.update(anchors(connection, set().union(*likely.values()) - days.keys()))
        met: set[int] = set()
        for one, others in likely.items():
            day = days[one]
            found = {other for other in others if days[other] == day}
            links[one] |= found
            met |= found
        for one, other in {pair for part in batches(edge) for pair in _judged(connection, part)}:
            links[one].add(other)
            met.add(other)
        days.update(anchors(connection, met - days.keys()))
        edge = met - links.keys()
        # Likeness and judgements go both ways: each one's own are found when it is at the edge.
        links.update((key, set()) for key in edge)
    components, left = [], sorted(links)
    seen: set[int] = set()
    for start in left:
        if start in seen:
            continue
        component, edge = {start}, {start}
        while edge:
            edge = {other for key in edge for other in links[key]} - component
            component |= edge
        seen |= component
        components.append(sorted(component))
    return components


def _judged(connection: Connection, part: Sequence[int]) -> set[tuple[int, int]]:
    """Accounts of a batch, each with one that somebody judged to tell the same event."""
    if connection.execute(_ANY_JUDGED).first() is None:
        return set()
    judged, account = schema.judgement, schema.account
    queries = [
        select(account.c.key, _PARTNER.c.key)
        .join(judged, one == account.c.id)
        .join(_PARTNER, _PARTNER.c.id == other)
        .where(account.c.key.in_(part), _PARTNER.c.current, *_JUDGED_SAME)
        for one, other in ((judged.c.subject, judged.c.other), (judged.c.other, judged.c.subject))
    ]
    return {(row[0], row[1]) for query in queries for row in connection.execute(query)}


def _neighbours(connection: Connection, part: Sequence[int]) -> set[int]:
    alike = {other for found in links_of(connection, part).values() for other in found}
    return alike | {other for _, other in _judged(connection, part)}


def _accounts_of(connection: Connection, documents: Collection[int]) -> set[int]:
    account = schema.account
    found: set[int] = set()
    for part in batches(documents):
        found |= set(
            connection.execute(select(account.c.key).where(account.c.document.in_(part), account.c.current)).scalars()
        )
    return found


def _companions(connection: Connection, accounts: Collection[int]) -> set[int]:
    """All accounts of the events that some are in."""
    found: set[int] = set()
    account = schema.account
    for part in batches(accounts):
        held = select(account.c.event).where(account.c.key.in_(part), account.c.event.is_not(None))
        found |= set(connection.execute(select(account.c.key).where(account.c.event.in_(held))).scalars())
    return found


def _told_by(connection: Connection, accounts: Collection[int]) -> set[frozenset[int]]:
    """The accounts of each event that some are in; all of an event's accounts are among them."""
    account, events = schema.account, dict[int, list[int]]()
    for part in batches(accounts):
        held = select(account.c.key, account.c.event).where(account.c.key.in_(part), account.c.event.is_not(None))
        for key, event in fetched(connection, held):
            events.setdefault(event, []).append(key)
    return {frozenset(members) for members in events.values()}


def _leave(connection: Connection, accounts: Collection[int]) -> set[int]:
    """Take accounts out of their events; the keys of these events."""
    events: set[int] = set()
    for part in batches(accounts):
        account = schema.account
        held = select(account.c.event).where(account.c.key.in_(part), account.c.event.is_not(None))
        events |= {key for key in connection.execute(held).scalars() if key is not None}
        connection.execute(update(account).where(account.c.key.in_(part)).values(event=None))
    return events
