"""Counts that would take long to make, kept with every change: how many rows are current, whom each outlet relays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

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


def miscounts(connection: Connection) -> Iterator[tuple[str, int, int]]:
    """Counts that are not those of the rows: what, the count that is kept, and the right one. Reads everything."""
    account, mention, quote = schema.account, schema.mention, schema.quote
    mentions = select(func.count()).select_from(mention).join(account, account.c.key == mention.c.account)
    kept = tallies(connection)
    for name, query in (
        ("accounts", select(func.count()).select_from(account).where(account.c.current)),
        ("mentions", mentions.where(account.c.current)),
        ("quotes", select(func.count()).select_from(quote).where(quote.c.current)),
    ):
        counted = connection.execute(query).scalar_one()
        if kept.get(name) != counted:
            yield name, kept.get(name, 0), counted
    for name, table in (("last event", schema.event), ("last account", account)):
        last = connection.execute(select(func.max(table.c.key))).scalar() or 0
        if kept.get(name, 0) < last:
            yield name, kept.get(name, 0), last
    relay = schema.relay
    counted_relays = relays(connection)
    rows = {(row.outlet, row.name): row.mentions for row in connection.execute(select(relay)) if row.mentions}
    for pair in sorted(rows.keys() | counted_relays.keys()):
        if rows.get(pair, 0) != counted_relays.get(pair, 0):
            yield f"mentions of {pair[1]} in outlet {pair[0]}", rows.get(pair, 0), counted_relays.get(pair, 0)


def relays(connection: Connection) -> dict[tuple[int, str], int]:
    """Whom each outlet relays, counted from the rows: key of the outlet, name, mentions."""
    outlet, document, account = schema.outlet, schema.document, schema.account
    mention, chain = schema.mention, schema.chain
    found: Counter[tuple[int, str]] = Counter()
    for row in connection.execute(
        select(outlet.c.key, chain.c.links, func.count().label("mentions"))
        .join(document, document.c.outlet == outlet.c.name)
        .join(account, account.c.document == document.c.key)
        .join(mention, mention.c.account == account.c.key)
        .join(chain, chain.c.key == mention.c.chain)
        .where(account.c.current)
        .group_by(outlet.c.key, chain.c.key, chain.c.links)
    ):
        links = chain_of(row.links)
        if links and links[0].name:
            found[row.key, links[0].name] += row.mentions
    return dict(found)


def _count_relays(connection: Connection, outlet: int, relayed: Mapping[str, int]) -> None:
    relay = schema.relay
    insert = upsert(connection, relay)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["outlet", "name"], set_={"mentions": relay.c.mentions + insert.excluded.mentions}
        ),
        [{"outlet": outlet, "name": name, "mentions": number} for name, number in sorted(relayed.items())],
    )
