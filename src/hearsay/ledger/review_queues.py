"""Queues of items to review: drawn once, then handed out one by one, to one person at a time.

A queue by uncertainty begins where the calibrated confidence is nearest to even odds; of pairs of accounts, where their
likeness is weakest. A random queue is a simple random sample without replacement of all that met the conditions, in
random order, so that any beginning of it is one too: of such samples alone is precision told.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from hearsay.errors import LedgerError, NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.conditions import conditions
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.loading import batches
from hearsay.ledger.own_types import meant_by
from hearsay.ledger.review_records import DrawOrder, ItemKind, ReviewQueue
from hearsay.ledger.review_tables import claim, queue, review, task

MOST = 5_000
"""Items of one queue."""
HOLD = 900
"""Seconds for which nobody else is given an item that somebody looks at."""
DECIDED = ("accept", "fix", "reject", "same", "different", "unsure")


def choose_items(
    connection: Connection, *, kind: ItemKind, order: DrawOrder, wanted: EventFilter, size: int, seed: str
) -> tuple[list[str], int]:
    """Items to be reviewed in their order, and how many met the conditions. Nothing is written.

    LedgerError when nothing meets the conditions that is not decided already.
    """
    if not 1 <= size <= MOST:
        raise LedgerError(f"a queue of {size} items: draw 1 to {MOST}")
    wanted = meant_by(connection, wanted)
    found = _mentions(wanted) if kind == "mentions" else _pairs(wanted)
    population = connection.execute(select(func.count()).select_from(found.order_by(None).subquery())).scalar_one()
    if order == "random":
        rows = _sampled(connection, found, population, min(size, population), seed)
        items = _named(connection, kind, rows)
    else:
        items = list(_undecided(connection, kind, found, size))
    if not items:
        what = "mention of an event" if kind == "mentions" else "pair of accounts that look alike"
        why = "everything that does was decided already" if population else "take conditions away, or add articles"
        raise LedgerError(f"no {what} is left that meets the conditions: {why}")
    return items, population


def store_queue(
    connection: Connection, items: Sequence[str], *, kind: ItemKind, order: DrawOrder, wanted: EventFilter,
    population: int, share: float, seed: str, maker: str, made: str,
) -> int:  # fmt: skip
    """Store a queue of items, a random share of them to be coded twice; its number."""
    if not 0 <= share <= 1:
        raise LedgerError(f"{share} is no share to be coded twice: give 0 to 1")
    key = connection.execute(
        insert(queue).values(
            kind=kind, order=order, conditions=wanted.model_dump_json(exclude_defaults=True), seed=seed, share=share,
            population=population, maker=maker, made=made,
        )
    ).inserted_primary_key  # fmt: skip
    assert key is not None
    twice = set(random.Random(f"{seed} twice").sample(range(len(items)), round(share * len(items))))
    connection.execute(
        insert(task),
        [{"queue": int(key[0]), "position": at, "item": item, "twice": at - 1 in twice}
         for at, item in enumerate(items, 1)],
    )  # fmt: skip
    return int(key[0])


def list_queues(connection: Connection, number: int | None = None) -> tuple[ReviewQueue, ...]:
    """All queues, the latest first, or one. NotInLedgerError when there is none of the number."""
    query = select(queue).order_by(queue.c.key.desc())
    rows = connection.execute(query if number is None else query.where(queue.c.key == number)).all()
    if number is not None and not rows:
        raise NotInLedgerError(f"queue {number}: there is none of this number: `hearsay review status` lists them")
    return tuple(_queue(connection, row) for row in rows)


def decisions(connection: Connection, number: int) -> dict[str, dict[str, str]]:
    """For each item of a queue who said what of it, in whatever queue; first said first."""
    query = (
        select(review.c.item, review.c.reviewer, review.c.verdict)
        .where(review.c.undone.is_(None), review.c.item.in_(select(task.c.item).where(task.c.queue == number)))
        .order_by(review.c.key)
    )
    found: dict[str, dict[str, str]] = {}
    for item, reviewer, verdict in connection.execute(query):
        found.setdefault(item, {})[reviewer] = verdict
    return found


def next_item(connection: Connection, number: int, reviewer: str, now: int) -> tuple[int, str, int] | None:
    """The position and item that a reviewer is to look at, and until when it is theirs; None when nothing is left.

    It is what they hold already, else the first that they have said nothing of, that needs somebody still, and that
    nobody else holds. What belongs to a text that was corrected meanwhile is passed over.
    """
    list_queues(connection, number)
    said = decisions(connection, number)
    held = dict(
        connection.execute(
            select(claim.c.item, claim.c.reviewer)
            .where(claim.c.until > now, claim.c.item.in_(select(task.c.item).where(task.c.queue == number)))
        ).all()
    )  # fmt: skip
    rows = connection.execute(select(task).where(task.c.queue == number).order_by(task.c.position)).all()
    rows = sorted(rows, key=lambda row: held.get(row.item) != reviewer)
    for row in rows:
        judged = said.get(row.item, {})
        enough = sum(verdict in DECIDED for verdict in judged.values()) >= (2 if row.twice else 1)
        free = reviewer not in judged and not enough and held.get(row.item, reviewer) == reviewer
        if free and _stands(connection, row.item):
            return row.position, row.item, hold(connection, row.item, number, reviewer, now)
    let_go(connection, reviewer, number)
    return None


def hold(connection: Connection, item: str, number: int, reviewer: str, now: int) -> int:
    """Give an item to a reviewer, who lets go of what else they held of the queue; until when."""
    let_go(connection, reviewer, number)
    connection.execute(delete(claim).where(claim.c.item == item))
    connection.execute(insert(claim).values(item=item, reviewer=reviewer, queue=number, until=now + HOLD))
    return now + HOLD


def let_go(connection: Connection, reviewer: str, number: int | None = None) -> None:
    """End a reviewer's holds, of one queue or of all."""
    mine = delete(claim).where(claim.c.reviewer == reviewer)
    connection.execute(mine if number is None else mine.where(claim.c.queue == number))


def accounts_of_item(item: str) -> tuple[tuple[str, ...], int | None]:
    """The accounts that an item is about, and the number of the mention, from 1. NotInLedgerError for no item."""
    first, both, second = item.partition("~")
    if both and first and second:
        return (first, second), None
    account, _, number = item.rpartition(".")
    if not account or not number.isascii() or not number.isdecimal() or not 0 < int(number[:6]) < 100_000:
        raise NotInLedgerError(f"{item[:80]}: no item to review: ACCOUNT.MENTION is one, as 3f9c0a81d2e4-3.1")
    return (account,), int(number)


def _stands(connection: Connection, item: str) -> bool:
    accounts, _ = accounts_of_item(item)
    account = schema.account
    query = select(func.count()).where(account.c.id.in_(accounts), account.c.current, account.c.event.is_not(None))
    return connection.execute(query).scalar_one() == len(accounts)


def _mentions(wanted: EventFilter) -> Select[Any]:
    account, mention, event = schema.account, schema.mention, schema.event
    found = (
        select(mention.c.account.label("one"), mention.c.number.label("other"))
        .join(account, account.c.key == mention.c.account)
        .where(account.c.current)
        .order_by(func.abs(mention.c.confidence - 0.5), mention.c.account, mention.c.number)
    )
    tests = conditions(wanted)
    # Without conditions a million events need not be looked at.
    return found.join(event, event.c.key == account.c.event).where(*tests) if tests else found


def _pairs(wanted: EventFilter) -> Select[Any]:
    pairs, event = schema.joining, schema.event
    first, second = schema.account.alias("first"), schema.account.alias("second")
    return (
        select(pairs.c.first.label("one"), pairs.c.second.label("other"))
        .join(first, first.c.key == pairs.c.first)
        .join(second, second.c.key == pairs.c.second)
        .join(event, event.c.key == first.c.event)
        .where(first.c.current, second.c.current, *conditions(wanted))
        .order_by(pairs.c.score, pairs.c.first, pairs.c.second)
    )


def _undecided(connection: Connection, kind: ItemKind, found: Select[Any], size: int) -> Iterator[str]:
    """The most doubtful first, without what somebody decided."""
    decided = set(
        connection.execute(
            select(review.c.item).where(review.c.undone.is_(None), review.c.verdict.in_(DECIDED)).distinct()
        ).scalars()
    )
    judged = schema.judgement
    decided |= {
        f"{one}~{other}"
        for one, other in connection.execute(
            select(judged.c.subject, judged.c.other).where(judged.c.undone.is_(None), judged.c.other.is_not(None))
        )
    }
    rows = connection.execute(found.limit(size + len(decided))).all()
    names = _named(connection, kind, [(row.one, row.other) for row in rows])
    yield from islice((name for name in names if name not in decided), size)


def _sampled(
    connection: Connection, found: Select[Any], population: int, size: int, seed: str
) -> list[tuple[int, int]]:
    """A simple random sample in random order: the same for the same ledger and seed."""
    chosen = {at: rank for rank, at in enumerate(random.Random(seed).sample(range(population), size))}
    one, other = found.selected_columns
    rows = connection.execute(found.order_by(None).order_by(one, other), execution_options={"yield_per": 10_000})
    picked = sorted((chosen[at], row.one, row.other) for at, row in enumerate(rows) if at in chosen)
    return [(first, second) for _, first, second in picked]


def _named(connection: Connection, kind: ItemKind, rows: Sequence[tuple[int, int]]) -> list[str]:
    """Items by their names, of rows that hold keys of accounts, and of the second account or the mention's number."""
    account = schema.account
    keys = {key for row in rows for key in (row if kind == "pairs" else row[:1])}
    ids: dict[int, str] = {}
    for part in batches(keys):
        found = connection.execute(select(account.c.key, account.c.id).where(account.c.key.in_(part)))
        ids.update((row.key, row.id) for row in found)
    if kind == "mentions":
        return [f"{ids[one]}.{number + 1}" for one, number in rows]
    return ["~".join(sorted((ids[one], ids[other]))) for one, other in rows]


def _queue(connection: Connection, row: Any) -> ReviewQueue:
    size, twice = connection.execute(
        select(func.count(), func.count().filter(task.c.twice)).where(task.c.queue == row.key)
    ).one()
    needed = dict(connection.execute(select(task.c.item, task.c.twice).where(task.c.queue == row.key)).all())
    counts = [
        (sum(verdict in DECIDED for verdict in said.values()), needed[item])
        for item, said in decisions(connection, row.key).items()
    ]
    return ReviewQueue(
        number=row.key, kind=row.kind, order=row.order,
        conditions=EventFilter.model_validate(json.loads(row.conditions)), seed=row.seed, size=size, twice=twice,
        population=row.population, maker=row.maker, made=row.made,
        begun=sum(count > 0 for count, _ in counts), done=sum(count >= 1 + bool(two) for count, two in counts),
    )  # fmt: skip
