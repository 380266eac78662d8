"""Verify a ledger: every span, key and count, and the file itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, and_, not_, or_, select, text
from sqlalchemy.exc import DBAPIError

from hearsay.ingest.document import text_digest
from hearsay.ledger import schema
from hearsay.ledger.documents import load_coding, load_document
from hearsay.ledger.interning import links_of
from hearsay.ledger.loading import batches, load_accounts
from hearsay.ledger.records import Fault
from hearsay.ledger.renewing import members_of
from hearsay.ledger.tallying import miscounts
from hearsay.ledger.writing import sum_up_all
from hearsay.merge.account import Account, accounts_of, address_of
from hearsay.records import Document

_RESTORE = "restore a backup, or remove the document and add it again"
_RECOUNT = "restore a backup, or add all documents to a new ledger"
_REGROUP = "remove the documents of its accounts and add them again"


def check_ledger(connection: Connection) -> Iterator[Fault]:
    """What is wrong; nothing when all is well. Reads everything."""
    broken = list(_file(connection))
    yield from broken
    if any(fault.where == "file" for fault in broken):
        # What a damaged file says about the rest is worth nothing.
        return
    yield from _codings(connection)
    yield from _accounts(connection)
    yield from _events(connection)
    yield from _counts(connection)


def _file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    try:
        for (message,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if message != "ok":
                yield Fault(where="file", what=message, remedy="restore a backup")
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Fault(where=f"{row[0]} {row[1]}", what=f"points at a missing row of {row[2]}", remedy=_RESTORE)
        connection.execute(text("INSERT INTO quote_words(quote_words, rank) VALUES('integrity-check', 0)"))
    except DBAPIError as error:
        if "readonly" in str(error.orig):
            return
        yield Fault(where="file", what=" ".join(str(error.orig).split()), remedy="restore a backup")


def _codings(connection: Connection) -> Iterator[Fault]:
    account, quote = schema.account, schema.quote
    addresses = select(schema.document.c.key, schema.document.c.digest).order_by(schema.document.c.key)
    for key, digest in connection.execute(addresses).all():
        where = f"document {digest[:12]}"
        try:
            document = load_document(connection, key)
            if address_of(remade(document)) != digest:
                yield Fault(where=where, what="its text is not the one that was added", remedy=_RESTORE)
            coding = load_coding(connection, key)
            coding.check()
        except Exception as error:  # whatever is wrong with one document, the others are checked too
            yield Fault(where=where, what=" ".join(f"its coding cannot be read: {error}".split())[:200],
                        remedy=_RESTORE)  # fmt: skip
            continue
        keys = connection.execute(
            select(account.c.key)
            .join(schema.coding, schema.coding.c.key == account.c.coding)
            .where(schema.coding.c.document == key, schema.coding.c.current)
        ).scalars()
        stored = sorted(load_accounts(connection, list(keys)).items())
        made = list(accounts_of(coding))
        if len(stored) == len(coding.events):
            # Added by a Hearsay that kept events of own types with the coding alone.
            made = made[: len(stored)]
        if [_told(told) for _, told in stored] != [_told(told) for told in made]:
            yield Fault(where=where, what="its accounts and mentions are not those of its coding", remedy=_RESTORE)
        words = connection.execute(select(quote.c.words).where(quote.c.document == key).order_by(quote.c.number))
        if list(words.scalars()) != [" ... ".join(report.content_text) for report in coding.reports]:
            yield Fault(where=where, what="its quotations are not those of its coding", remedy=_RESTORE)


def _told(account: Account) -> tuple[Account, tuple[str, ...]]:
    """What rows hold of an account: its id may be of another number, and chains leave out the places in the text."""
    return replace(account, id="", chains=()), tuple(map(links_of, account.chains))


def remade(document: Document) -> Document:
    """A document with the digest that its words give."""
    return document.model_copy(update={"digest": text_digest(document.title, document.text)})


def _accounts(connection: Connection) -> Iterator[Fault]:
    account, document = schema.account, schema.document
    lost = select(account.c.id).where(account.c.current, account.c.event.is_(None))
    for name in connection.execute(lost.order_by(account.c.id)).scalars():
        yield Fault(where=f"account {name}", what="belongs to no event", remedy=_REGROUP)
    stale = (
        select(account.c.id)
        .join(document, document.c.key == account.c.document)
        .where(or_(and_(account.c.current, document.c.superseded.is_not(None)),
                   and_(not_(account.c.current), account.c.event.is_not(None))))
    )  # fmt: skip
    for name in connection.execute(stale.order_by(account.c.id)).scalars():
        yield Fault(where=f"account {name}", what="counts although its text was corrected", remedy=_RESTORE)


def _events(connection: Connection) -> Iterator[Fault]:
    """Every event is summed up once more from its accounts."""
    event = schema.event
    for part in batches(connection.execute(select(event.c.key)).scalars().all()):
        groups = members_of(connection, part)
        origins, outlets = _origins(connection, part), _outlets(connection, part)
        summed = dict(zip(groups, sum_up_all(connection, list(groups.values())), strict=True))
        for row in connection.execute(select(event).where(event.c.key.in_(part)).order_by(event.c.key)):
            where = f"event {row.id}"
            if row.key not in summed:
                yield Fault(where=where, what="has no accounts", remedy=_REGROUP)
                continue
            summary, vouching = summed[row.key]
            told = (row.reports, row.outlets, row.origins, row.denials)
            counted = (summary.reports, summary.outlets, summary.origins, summary.denials)
            if told != counted:
                yield Fault(where=where, what=f"counts {told} where there are {counted} (reports, outlets, origins, "
                            "denials)", remedy=_REGROUP)  # fmt: skip
            if (row.id, row.summary) != (summary.first.id, summary.words):
                yield Fault(where=where, what="is not named and summed up after its accounts", remedy=_REGROUP)
            if outlets.get(row.key, set()) != {account.outlet for _, account in groups[row.key] if account.outlet}:
                yield Fault(where=where, what="is not listed for the outlets that tell it", remedy=_REGROUP)
            if origins.get(row.key, []) != [(v.identity, v.status, list(v.accounts)) for v in vouching]:
                yield Fault(where=where, what="its origins do not rest on its accounts", remedy=_REGROUP)


def _counts(connection: Connection) -> Iterator[Fault]:
    """What is counted with every change, counted once more."""
    for what, kept, counted in miscounts(connection):
        yield Fault(where=f"count of {what}", what=f"is {kept} where there are {counted}", remedy=_RECOUNT)


def _outlets(connection: Connection, events: Sequence[int]) -> dict[int, set[str]]:
    told, outlet = schema.event_outlet, schema.outlet
    found: dict[int, set[str]] = {}
    for row in connection.execute(
        select(told.c.event, outlet.c.name).join(outlet, outlet.c.key == told.c.outlet).where(told.c.event.in_(events))
    ):
        found.setdefault(row.event, set()).add(row.name)
    return found


def _origins(connection: Connection, events: Sequence[int]) -> dict[int, list[tuple[str, str, list[str]]]]:
    origin = schema.event_origin
    found: dict[int, list[tuple[str, str, list[str]]]] = {}
    rows = connection.execute(
        select(origin).where(origin.c.event.in_(events)).order_by(origin.c.event, origin.c.position)
    )
    for row in rows:
        found.setdefault(row.event, []).append((row.identity, row.status, json.loads(row.accounts)))
    return found
