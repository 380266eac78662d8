"""Reviews of a document that is coded again: what the new coding says as the old one did, stays reviewed.

A mention is the same when its trigger stands at the same place and all that a reviewer judges is as it was, whatever
the confidence. Reviews, tasks and holds of such mentions move to the new account; those of others stay with the old
one, where they are kept and bear on nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from hearsay.ledger import schema
from hearsay.ledger.loading import batches
from hearsay.ledger.own_types import as_event
from hearsay.ledger.review_queues import accounts_of_item
from hearsay.ledger.review_tables import claim, review, task
from hearsay.ledger.review_values import coded_of
from hearsay.records import Coding

Told = tuple[tuple[int, int], str]


def accounts_now(connection: Connection, document: int) -> list[str]:
    """Ids of the accounts of a document's current coding, in the order of its events."""
    account = schema.account
    query = select(account.c.id).where(account.c.document == document, account.c.current).order_by(account.c.number)
    return list(connection.execute(query).scalars())


def carry_reviews(
    connection: Connection, before: Coding, old: Sequence[str], after: Coding, new: Sequence[str]
) -> None:
    """Move what was said of mentions that both codings tell alike; ``old`` and ``new`` are the codings' accounts."""
    here, there = _items(before, old), _items(after, new)
    known: set[str] = set()
    for part in batches(set(here.values())):
        for table in (review, task):
            known |= set(connection.execute(select(table.c.item).where(table.c.item.in_(part))).scalars())
    for told, item in here.items():
        moved = there.get(told)
        if item not in known or moved is None:
            continue
        (account,), number = accounts_of_item(moved)
        connection.execute(
            update(review).where(review.c.item == item).values(item=moved, account=account, mention=number)
        )
        connection.execute(update(task).where(task.c.item == item).values(item=moved))
        connection.execute(delete(claim).where(claim.c.item == item))


def _items(coding: Coding, accounts: Sequence[str]) -> dict[Told, str]:
    """Each mention's place and content with the name of its item."""
    return {
        (mention.trigger, coded_of(event, mention).model_copy(update={"confidence": 0.0}).model_dump_json()): (
            f"{account}.{number}"
        )
        for event, account in zip(map(as_event, coding.told), accounts, strict=False)
        for number, mention in enumerate(event.mentions, 1)
    }
