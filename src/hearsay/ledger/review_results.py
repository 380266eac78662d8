"""What reviewing has shown: agreement of people, and how often the machine is right.

Precision is told of random queues alone, and only of the beginning of each that was gone through without a gap: what
people looked at because the machine was unsure of it, or skipped to, would tell of other things. Where two people
judged an item, the word of the one who came first counts, so that second coding changes no share.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.agreement import agreed_share, alpha_of, wilson
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.loading import batches
from hearsay.ledger.review_queues import DECIDED, accounts_of_item
from hearsay.ledger.review_records import FIELDS, Alpha, JudgedField, Precision, Rate, Results, Review, Sample
from hearsay.ledger.review_tables import queue, task
from hearsay.ledger.review_values import value_of
from hearsay.ledger.reviewing import list_reviews

Said = Mapping[str, Sequence[Review]]
"""For each item what stands said of it, first said first."""


def results_of(connection: Connection) -> Results:
    """The results of all reviews that stand."""
    reviews = list_reviews(connection)
    said: dict[str, list[Review]] = {}
    for review in reviews:
        said.setdefault(review.item, []).append(review)
    samples = tuple(_samples(connection, said))
    decided = [review for review in reviews if review.verdict in DECIDED]
    items = {review.item for review in decided}
    sampled = set(connection.execute(select(task.c.item).join(queue).where(queue.c.order == "random")).scalars())
    return Results(
        reviews=len(decided), items=len(items), verdicts=_counted(review.verdict for review in reviews),
        reviewers=_counted(review.reviewer for review in decided), agreement=agreement_of(said), samples=samples,
        biased=len(items - sampled),
    )  # fmt: skip


def agreement_of(said: Said) -> tuple[Alpha, ...]:
    """Agreement on each field, over the items that two or more people decided."""
    fields: tuple[JudgedField, ...] = ("verdict", *FIELDS, "same event")
    found = []
    for field in fields:
        units = [values for reviews in said.values() if len(values := _values(reviews, field)) > 1]
        found.append(Alpha(field=field, alpha=alpha_of(units), items=len(units), agreed=agreed_share(units)))
    return tuple(found)


def first_word(reviews: Sequence[Review], prefer: str | None = None) -> Review | None:
    """The decision that counts where several people judged an item: that of the preferred one, else the first."""
    decided = [review for review in reviews if review.verdict in DECIDED]
    return next((review for review in decided if review.reviewer == prefer), decided[0] if decided else None)


def _values(reviews: Sequence[Review], field: JudgedField) -> list[str]:
    """What each person holds a field to be. Who says that there is no event says nothing of its sides."""
    values: list[str] = []
    for review in reviews:
        if review.coded is None:
            if field == "same event" and review.verdict in ("same", "different"):
                values.append(review.verdict)
        elif field == "verdict" and review.verdict in DECIDED:
            values.append(review.verdict)
        elif field == "type" and review.verdict == "reject":
            values.append("no event")
        elif field in review.coded.judged and review.verdict in ("accept", "fix"):
            values.append(value_of(review.coded, review.fix, field))
    return values


def _samples(connection: Connection, said: Said) -> Iterable[Sample]:
    """A sample a queue, the latest first: what was drawn from other codings tells of these."""
    rows = connection.execute(
        select(queue).where(queue.c.kind == "mentions", queue.c.order == "random").order_by(queue.c.key.desc())
    ).all()
    for row in rows:
        items = _without_gap(connection, row.key, said)
        words = [word for item in items if (word := first_word(said[item])) is not None]
        yield Sample(
            queue=row.key, conditions=EventFilter.model_validate(json.loads(row.conditions)), drawn=row.made,
            population=row.population, reviewed=len(words), skipped=len(items) - len(words),
            precision=_precision(words), fields=_right_fields(words),
        )  # fmt: skip


def _without_gap(connection: Connection, number: int, said: Said) -> list[str]:
    """The items of a queue up to the first of which nobody has said anything.

    Texts that were corrected or removed meanwhile are left out. One that was coded anew ends the sample: what the new
    coding says alike would stay in it, and what it says otherwise would not.
    """
    query = select(task.c.item).where(task.c.queue == number).order_by(task.c.position)
    items = list(connection.execute(query).scalars())
    names = {item: accounts_of_item(item)[0][0] for item in items if item not in said}
    held: set[str] = set()
    account, document = schema.account, schema.document
    for part in batches(set(names.values())):
        standing = select(account.c.id).join(document).where(account.c.id.in_(part), document.c.superseded.is_(None))
        held |= set(connection.execute(standing).scalars())
    gap = next((at for at, item in enumerate(items) if names.get(item) in held), len(items))
    return [item for item in items[:gap] if item in said]


def _precision(words: Sequence[Review]) -> tuple[Precision, ...]:
    if not words:
        return ()
    types: list[str] = sorted({word.coded.type for word in words if word.coded})
    chosen: list[tuple[str | None, Sequence[Review]]] = [(None, words)]
    chosen += [(type, [word for word in words if word.coded and word.coded.type == type]) for type in types]
    return tuple(
        Precision(
            type=type,
            act=_rate(sum(word.verdict != "reject" and word.fix.type is None for word in some), len(some)),
            whole=_rate(sum(word.verdict == "accept" for word in some), len(some)),
        )
        for type, some in chosen
    )


def _right_fields(words: Sequence[Review]) -> tuple[tuple[JudgedField, Rate], ...]:
    """Of the events: how often each field that was judged is right. Modes are told where the type is right."""
    events = [word for word in words if word.verdict in ("accept", "fix")]
    judged = {
        field: [
            word for word in events
            if word.coded is not None and field in word.coded.judged and (field != "mode" or word.fix.type is None)
        ]
        for field in FIELDS
    }  # fmt: skip
    return tuple(
        (field, _rate(sum(getattr(word.fix, field) is None for word in some), len(some)))
        for field, some in judged.items()
    )


def _rate(right: int, of: int) -> Rate:
    low, high = wilson(right, of)
    return Rate(right=right, of=of, share=right / of if of else None, low=low, high=high)


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))
