"""Counts that would take long to make, kept with every change: how many rows are current, whom each outlet relays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, func, select, update

from hearsay.ledger import schema
from hearsay.ledger.interning import chain_of, upsert


def count_document(connection: Connection, document: int, sign: int) -> None:
    """Count a document's current accounts, mentions and quotations in (1), or out (-1) before they stop to be."""
    account, mention, quote, chain = schema.account, schema.mention, schema.quote, schema.chain
    current = (account.c.document == document, account.c.current)
    accounts = connection.execute(select(func.count()).select_from(account).where(*current)).scalar_one()
    rows = connection.execute(
        select(chain.c.links, func.count().label("mentions"))
        .select_from(account)
        .join(mention, mention.c.account == account.c.key)
        .join(chain, chain.c.key == mention.c.chain)
        .where(*current)
        .group_by(chain.c.key, chain.c.links)
    ).all()
    quotes = connection.execute(
        select(func.count()).select_from(quote).where(quote.c.document == document, quote.c.current)
    ).scalar_one()
    mentions = sum(row.mentions for row in rows)
    for name, number in (("accounts", accounts), ("mentions", mentions), ("quotes", quotes)):
        if number:
            give_out(connection, name, sign * number)
    relayed: Counter[str] = Counter()
    for row in rows:
        links = chain_of(row.links)
        if links and links[0].name:
            relayed[links[0].name] += sign * row.mentions
    outlet = connection.execute(
        select(schema.outlet.c.key)
        .join(schema.document, schema.document.c.outlet == schema.outlet.c.name)
        .where(schema.document.c.key == document)
    ).scalar()
    if outlet is not None and relayed:
        _count_relays(connection, outlet, relayed)


def give_out(connection: Connection, name: str, number: int) -> int:
    """Count a tally up by a number; what it was before. Keys so given out are never given again."""
    tally = schema.tally
    value = connection.execute(
        update(tally).where(tally.c.name == name).values(value=tally.c.value + number).returning(tally.c.value)
    ).scalar_one()
    return int(value) - number


def tallies(connection: Connection) -> dict[str, int]:
    """All tallies by name."""
    return {row.name: row.value for row in connection.execute(select(schema.tally))}


def _count_relays(connection: Connection, outlet: int, relayed: Mapping[str, int]) -> None:
    relay = schema.relay
    insert = upsert(connection, relay)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["outlet", "name"], set_={"mentions": relay.c.mentions + insert.excluded.mentions}
        ),
        [{"outlet": outlet, "name": name, "mentions": number} for name, number in sorted(relayed.items())],
    )

