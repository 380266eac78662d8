"""The methods of a ledger that review it: draw, hand out, store, sum up. See docs/explorer.md.

queue = ledger.draw("mentions", "random", size=100, maker="Ada")
task = ledger.task(queue.number, "Ada")
ledger.review(task.item, "accept", "Ada", queue=queue.number)
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from hearsay.ledger.filters import EventFilter
from hearsay.ledger.judging import undo_judgement
from hearsay.ledger.merging import regroup
from hearsay.ledger.review_queues import (
    accounts_of_item,
    choose_items,
    hold,
    let_go,
    list_queues,
    next_item,
    store_queue,
)
from hearsay.ledger.review_records import (
    Alpha,
    Correction,
    DrawOrder,
    ItemKind,
    Results,
    Review,
    ReviewQueue,
    ReviewTask,
    ReviewVerdict,
)
from hearsay.ledger.review_results import results_of
from hearsay.ledger.review_values import coded_of, digest_of
from hearsay.ledger.reviewing import (
    find_account,
    find_mention,
    list_reviews,
    load_review,
    named_reviewer,
    store_review,
    take_back,
)
from hearsay.records import Coding, Event, Mention

if TYPE_CHECKING:
    from hearsay.ledger.gold import GoldCount


class ReviewDesk:
    """What a ledger can do for those who review it."""

    if TYPE_CHECKING:

        def _write(self) -> AbstractContextManager[Connection]: ...
        def _read(self) -> AbstractContextManager[Connection]: ...
        def _now(self) -> str: ...
        def _time(self) -> datetime: ...

    def draw(
        self,
        kind: ItemKind = "mentions",
        order: DrawOrder = "uncertain",
        wanted: EventFilter | None = None,
        *,
        size: int = 100,
        share: float = 0.2,
        seed: str | None = None,
        maker: str = "anonymous",
    ) -> ReviewQueue:
        """Draw items to be reviewed: the most doubtful first, or at random; ``share`` of them to be coded by two.

        The same seed draws the same items from the same ledger. LedgerError when nothing meets the conditions.
        """
        maker, wanted, seed = named_reviewer(maker), wanted or EventFilter(), seed or secrets.token_hex(8)
        # Choosing among a million mentions takes seconds, in which others may write.
        with self._read() as connection:
            items, population = choose_items(connection, kind=kind, order=order, wanted=wanted, size=size, seed=seed)
        with self._write() as connection:
            number = store_queue(
                connection, items, kind=kind, order=order, wanted=wanted, population=population, share=share,
                seed=seed, maker=maker, made=self._now(),
            )  # fmt: skip
            return list_queues(connection, number)[0]

    def queues(self) -> tuple[ReviewQueue, ...]:
        """All queues with how far they are, the latest first."""
        with self._read() as connection:
            return list_queues(connection)

    def queue(self, number: int) -> ReviewQueue:
        """One queue."""
        with self._read() as connection:
            return list_queues(connection, number)[0]

    def task(self, queue: int, reviewer: str) -> ReviewTask | None:
        """The item of a queue that a reviewer is to look at, theirs alone for fifteen minutes; None when none is left.

        Asked again, it is the same one until they have said something of it.
        """
        reviewer = named_reviewer(reviewer)
        with self._write() as connection:
            found = next_item(connection, queue, reviewer, int(self._time().timestamp()))
            if found is None:
                return None
            position, item, until = found
            accounts, mention = accounts_of_item(item)
            seen = ""
            if mention is not None:
                _, event, told = find_mention(connection, item)
                seen = digest_of(coded_of(event, told))
            return ReviewTask(
                queue=queue, position=position, item=item, accounts=accounts, mention=mention, seen=seen, until=until
            )

    def mention(self, item: str) -> tuple[Coding, Event, Mention]:
        """What an item shows: the coding of its article, the event, and the mention."""
        with self._read() as connection:
            return find_mention(connection, item)

    def account(self, id: str) -> tuple[Coding, Event]:
        """The coding of an account's article, and the event that it is there."""
        with self._read() as connection:
            return find_account(connection, id)

    def review(
        self,
        item: str,
        verdict: ReviewVerdict,
        reviewer: str,
        fix: Correction | None = None,
        *,
        queue: int | None = None,
        form: str | None = None,
        seen: str | None = None,
    ) -> Review:
        """Store what a reviewer says of an item; their earlier word on it is taken back.

        ``form`` names the message: one that comes twice is stored once. ``seen`` is that of the task: StaleReviewError
        when something else stands there now, or the article was corrected. A verdict on two accounts is obeyed at once.
        """
        with self._write() as connection:
            number, touched = store_review(
                connection, item, verdict, reviewer, fix=fix or Correction(), queue=queue, form=form, seen=seen,
                made=self._now(),
            )  # fmt: skip
            if touched:
                regroup(connection, touched)
            return load_review(connection, number)

    def take_back(self, number: int) -> Review:
        """Take a review back, if it stands; whoever said it is given the item again."""
        with self._write() as connection:
            found = take_back(connection, number, self._now())
            if found.undone is None:
                if found.judgement is not None:
                    regroup(connection, undo_judgement(connection, found.judgement, self._now()))
                if found.queue is not None:
                    hold(connection, found.item, found.queue, found.reviewer, int(self._time().timestamp()))
            return load_review(connection, number)

    def leave(self, reviewer: str) -> None:
        """Let go of everything that a reviewer holds."""
        with self._write() as connection:
            let_go(connection, reviewer)

    def reviews(
        self, event: str | None = None, queue: int | None = None, reviewer: str | None = None, undone: bool = False
    ) -> tuple[Review, ...]:
        """Reviews, first made first: of an event, a queue, a person; those taken back when ``undone``."""
        from hearsay.ledger.asking import load_event

        with self._read() as connection:
            accounts = [told.id for told in load_event(connection, event).accounts] if event is not None else None
            return list_reviews(connection, accounts=accounts, queue=queue, reviewer=reviewer, undone=undone)

    def agreement(self) -> tuple[Alpha, ...]:
        """How far people agree on each field, over the items that two or more decided."""
        return self.results().agreement

    def results(self) -> Results:
        """Agreement, and the precision of the machine with intervals."""
        with self._read() as connection:
            return results_of(connection)

    def gold(
        self, whole: bool = False, prefer: str | None = None, licence: str = "unknown"
    ) -> Iterator[tuple[dict[str, Any], GoldCount]]:
        """Reviewed articles as a gold standard, each with its counts."""
        from hearsay.ledger.gold import gold_articles
        from hearsay.world import World

        with self._read() as connection:
            yield from gold_articles(connection, World.default(), whole=whole, prefer=prefer, licence=licence)
