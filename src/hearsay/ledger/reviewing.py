"""What people say of items: stored once, replaced by the same person's later word, taken back without being deleted.

The machine's coding is never changed by it: a review stands beside it, and questions may ask for it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from hearsay.errors import LedgerError, NotInLedgerError, StaleReviewError
from hearsay.ledger import schema
from hearsay.ledger.documents import load_coding
from hearsay.ledger.judging import judge_pair
from hearsay.ledger.loading import batches
from hearsay.ledger.own_types import PLOVER, as_event, likes_of
from hearsay.ledger.records import Verdict
from hearsay.ledger.review_queues import accounts_of_item
from hearsay.ledger.review_records import ON_MENTIONS, ON_PAIRS, Coded, Correction, Review, ReviewVerdict
from hearsay.ledger.review_tables import claim, review
from hearsay.ledger.review_values import coded_of, correction, digest_of
from hearsay.records import Coding, Event, Mention

LONGEST_REVIEWER = 60


def named_reviewer(name: str) -> str:
    """A reviewer's name as it is kept. LedgerError for one that cannot be shown."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_REVIEWER or not name.isprintable():
        raise LedgerError(f"{name[:80]!r} is no reviewer's name: write 1 to {LONGEST_REVIEWER} characters")
    return name


def find_account(connection: Connection, account: str) -> tuple[Coding, Event]:
    """The coding of an account's document, and the event that the account is.

    NotInLedgerError for one that never was; StaleReviewError when its article was corrected or coded again.
    """
    table = schema.account
    row = connection.execute(
        select(table.c.document, table.c.coding, table.c.number, table.c.current).where(table.c.id == account)
    ).first()
    if row is None:
        raise NotInLedgerError(f"{account}: the ledger holds no such account: it may have been removed")
    if not row.current:
        raise StaleReviewError(f"{account}: its article was corrected or coded again meanwhile: nothing was stored")
    first = connection.execute(select(func.min(table.c.number)).where(table.c.coding == row.coding)).scalar_one()
    coding = load_coding(connection, row.document)
    return coding, as_event(coding.told[row.number - first])


def find_mention(connection: Connection, item: str) -> tuple[Coding, Event, Mention]:
    """What an item shows: the coding of its document, the event and the mention. Errors are those of an account."""
    (account, *_), number = accounts_of_item(item)
    coding, event = find_account(connection, account)
    if number is None or number > len(event.mentions):
        raise NotInLedgerError(f"{item}: no such mention: its event has {len(event.mentions)}")
    return coding, event, event.mentions[number - 1]


def _check_type(connection: Connection, type: str | None) -> None:
    if type is not None and type not in PLOVER and type not in likes_of(connection):
        raise LedgerError(f"{type[:80]!r} is no event type: neither PLOVER's nor one of a project's own in this ledger")


def store_review(
    connection: Connection, item: str, verdict: ReviewVerdict, reviewer: str, *, fix: Correction, queue: int | None,
    form: str | None, seen: str | None, made: str,
) -> tuple[int, list[int]]:  # fmt: skip
    """Store what a reviewer says; the review's number, and keys of the accounts that must be grouped anew.

    A form that came before is not stored again. ``seen`` is the digest of what was shown (:class:`ReviewTask`):
    StaleReviewError when that is no longer what the ledger holds.
    """
    reviewer = named_reviewer(reviewer)
    if form is not None:
        before = connection.execute(select(review.c.key, review.c.reviewer).where(review.c.form == form)).first()
        if before is not None and before.reviewer != reviewer:
            raise LedgerError("this form was sent by somebody else: load the page again")
        if before is not None:
            return int(before.key), []
    accounts, number = accounts_of_item(item)
    allowed = ON_MENTIONS if number is not None else ON_PAIRS
    if verdict not in allowed:
        raise LedgerError(f"{item}: {verdict!r} is no verdict on it: give one of {', '.join(allowed)}")
    coded, judgement, touched = None, None, list[int]()
    if number is not None:
        _, event, mention = find_mention(connection, item)
        coded = coded_of(event, mention)
        if seen is not None and seen != digest_of(coded):
            raise StaleReviewError(f"{item}: it was coded anew since the page was shown: look at it again")
        _check_type(connection, fix.type)
        fix = correction(coded, fix)
    elif verdict != "skip":
        first, second = accounts
        judgement, touched = judge_pair(connection, first, second, cast(Verdict, verdict), reviewer, made)
    if (fix != Correction()) != (verdict == "fix"):
        what = "says nothing other than the machine" if verdict == "fix" else "cannot bring corrections"
        raise LedgerError(f"{item}: the verdict {verdict!r} {what}: accept it, or fix at least one field")
    connection.execute(
        update(review)
        .where(review.c.item == item, review.c.reviewer == reviewer, review.c.undone.is_(None))
        .values(undone=made)
    )
    key = connection.execute(
        insert(review).values(
            item=item, account=accounts[0], mention=number, queue=queue, reviewer=reviewer, verdict=verdict,
            changes=fix.model_dump_json(exclude_defaults=True),
            coded=coded.model_dump_json(exclude_defaults=True) if coded else "null",
            judgement=judgement, form=form, made=made, undone=None,
        )
    ).inserted_primary_key  # fmt: skip
    assert key is not None
    connection.execute(delete(claim).where(claim.c.item == item, claim.c.reviewer == reviewer))
    return int(key[0]), touched


def take_back(connection: Connection, number: int, made: str) -> Review:
    """Take a review back, if it stands; as it stood before."""
    found = load_review(connection, number)
    if found.undone is None:
        connection.execute(update(review).where(review.c.key == number).values(undone=made))
    return found


def forget_judged(connection: Connection, judgement: int, made: str) -> None:
    """A judgement was taken back: so is the review that made it."""
    connection.execute(
        update(review).where(review.c.judgement == judgement, review.c.undone.is_(None)).values(undone=made)
    )


def load_review(connection: Connection, number: int) -> Review:
    """A review by its number. NotInLedgerError when there is none."""
    row = connection.execute(select(review).where(review.c.key == number)).first()
    if row is None:
        raise NotInLedgerError(f"review {number}: there is none of this number")
    return review_from(row)


def list_reviews(
    connection: Connection,
    *,
    accounts: Collection[str] | None = None,
    queue: int | None = None,
    reviewer: str | None = None,
    undone: bool = False,
) -> tuple[Review, ...]:
    """Reviews, first made first: of some accounts, a queue or a reviewer; those taken back only when asked for."""
    query = select(review).order_by(review.c.key)
    if not undone:
        query = query.where(review.c.undone.is_(None))
    if queue is not None:
        query = query.where(review.c.queue == queue)
    if reviewer is not None:
        query = query.where(review.c.reviewer == reviewer)
    if accounts is None:
        return tuple(review_from(row) for row in connection.execute(query))
    rows = [row for part in batches(accounts) for row in connection.execute(query.where(review.c.account.in_(part)))]
    return tuple(review_from(row) for row in sorted(rows, key=lambda row: int(row.key)))


def review_from(row: Row[Any]) -> Review:
    """The review of a row of its table."""
    coded = json.loads(row.coded)
    return Review(
        number=row.key, item=row.item, queue=row.queue, reviewer=row.reviewer, verdict=row.verdict,
        fix=Correction.model_validate(json.loads(row.changes)),
        coded=Coded.model_validate(coded) if coded is not None else None,
        judgement=row.judgement, made=row.made, undone=row.undone,
    )  # fmt: skip
