"""What the ledger says about outlets: whom each relays, and how often it is first, alone or contradicted."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, case, distinct, func, select

from hearsay.ledger import schema
from hearsay.ledger.interning import chain_of
from hearsay.records import Ownership, Record

_RELAYED = 5
_MOST = 200


class Outlet(Record):
    """One outlet over all its articles of the ledger."""

    name: str
    ownership: Ownership | None
    articles: int
    events: int
    first: int
    """Events that nobody published before it: a tie counts for each."""
    alone: int
    """Events that no other outlet tells."""
    contradicted: int
    """Events that an origin denies."""
    relays: tuple[tuple[str, int], ...]
    """Who it relays most, with the number of mentions."""


def outlets_of(connection: Connection) -> tuple[Outlet, ...]:
    """Every outlet, those with most articles first."""
    document, account, event = schema.document, schema.account, schema.event
    told = (
        select(
            document.c.outlet, event.c.key,
            func.min(document.c.published).label("published"), func.max(event.c.published).label("first"),
            func.max(event.c.outlets).label("outlets"), func.max(event.c.denials).label("denials"),
        )
        .join(account, account.c.document == document.c.key).join(event, event.c.key == account.c.event)
        .where(account.c.current, document.c.outlet.is_not(None)).group_by(document.c.outlet, event.c.key).subquery()
    )  # fmt: skip
    counts = {
        row.outlet: row
        for row in connection.execute(
            select(
                told.c.outlet, func.count().label("events"),
                func.sum(case((told.c.published == told.c.first, 1), else_=0)).label("first"),
                func.sum(case((told.c.outlets == 1, 1), else_=0)).label("alone"),
                func.sum(case((told.c.denials > 0, 1), else_=0)).label("contradicted"),
            ).group_by(told.c.outlet)
        )
    }  # fmt: skip
    relays = _relays(connection)
    rows = connection.execute(
        select(
            document.c.outlet, func.max(document.c.ownership).label("ownership"),
            func.count(distinct(document.c.key)).label("articles"),
        )
        .where(document.c.outlet.is_not(None), document.c.superseded.is_(None)).group_by(document.c.outlet)
        .order_by(func.count(distinct(document.c.key)).desc(), document.c.outlet).limit(_MOST)
    )  # fmt: skip
    made = []
    for row in rows:
        count = counts.get(row.outlet)
        numbers = (count.events, count.first, count.alone, count.contradicted) if count else (0, 0, 0, 0)
        made.append(
            Outlet(
                name=row.outlet, ownership=row.ownership, articles=row.articles,
                events=numbers[0], first=numbers[1], alone=numbers[2], contradicted=numbers[3],
                relays=tuple(relays.get(row.outlet, Counter()).most_common(_RELAYED)),
            )
        )  # fmt: skip
    return tuple(made)


def _relays(connection: Connection) -> dict[str, Counter[str]]:
    document, account, mention, chain = schema.document, schema.account, schema.mention, schema.chain
    rows = connection.execute(
        select(document.c.outlet, chain.c.links, func.count().label("mentions"))
        .join(account, account.c.document == document.c.key).join(mention, mention.c.account == account.c.key)
        .join(chain, chain.c.key == mention.c.chain)
        .where(account.c.current, document.c.outlet.is_not(None))
        .group_by(document.c.outlet, chain.c.links).order_by(document.c.outlet, chain.c.links)
    )  # fmt: skip
    relays: dict[str, Counter[str]] = {}
    for row in rows:
        links = chain_of(row.links)
        if links and links[0].name:
            relays.setdefault(row.outlet, Counter())[links[0].name] += row.mentions
    return relays
