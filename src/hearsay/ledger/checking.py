"""Verify a ledger: every span, key and count, and the file itself."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, not_, or_, select, text
from sqlalchemy.exc import DBAPIError

from hearsay.ingest.document import text_digest
from hearsay.ledger import schema
from hearsay.ledger.documents import load_coding
from hearsay.ledger.loading import batches
from hearsay.ledger.records import Fault
from hearsay.merge.account import address_of
from hearsay.records import Document

_RESTORE = "restore a backup, or remove the document and add it again"
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
    document, account, mention, quote = schema.document, schema.account, schema.mention, schema.quote
    for key, digest, superseded in connection.execute(
        select(document.c.key, document.c.digest, document.c.superseded).order_by(document.c.key)
    ).all():
        where = f"document {digest[:12]}"
        try:
            coding = load_coding(connection, key)
            coding.check()
        except Exception as error:  # whatever is wrong with one document, the others are checked too
            yield Fault(where=where, what=" ".join(f"its coding cannot be read: {error}".split())[:200],
                        remedy=_RESTORE)  # fmt: skip
            continue
        if address_of(remade(coding.document)) != digest:
            yield Fault(where=where, what="its text is not the one that was added", remedy=_RESTORE)
        current = account.c.document == key if superseded else and_(account.c.document == key, account.c.current)
        accounts = connection.execute(select(func.count()).select_from(account).where(current)).scalar() or 0
        mentions = connection.execute(
            select(func.count()).select_from(mention).join(account, account.c.key == mention.c.account).where(current)
        ).scalar()
        quotes = connection.execute(select(func.count()).select_from(quote).where(quote.c.document == key)).scalar()
        told = sum(len(event.mentions) for event in coding.events)
        if (not superseded and (accounts, mentions) != (len(coding.events), told)) or quotes != len(coding.reports):
            yield Fault(
                where=where,
                what=f"its rows ({accounts} accounts, {mentions} mentions, {quotes} quotations) are not those of its "
                     f"coding ({len(coding.events)}, {told}, {len(coding.reports)})",
                remedy=_RESTORE,
            )  # fmt: skip


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
    event, account, document, origin = schema.event, schema.account, schema.document, schema.event_origin
    reports: dict[int, int] = dict(
        connection.execute(
            select(account.c.event, func.count(account.c.document.distinct()))
            .join(document, document.c.key == account.c.document)
            .where(account.c.event.is_not(None))
            .group_by(account.c.event)
        ).all()
    )  # fmt: skip
    origins: dict[int, list[tuple[str, list[str]]]] = {}
    for key, status, told in connection.execute(select(origin.c.event, origin.c.status, origin.c.accounts)):
        origins.setdefault(key, []).append((status, json.loads(told)))
    ids: dict[int, set[str]] = {}
    for part in batches(reports):
        for key, name in connection.execute(select(account.c.event, account.c.id).where(account.c.event.in_(part))):
            ids.setdefault(key, set()).add(name)
    rows = connection.execute(select(event.c.key, event.c.id, event.c.reports, event.c.origins, event.c.denials))
    for key, name, told, independent, denials in rows:
        found = origins.get(key, [])
        counted = (
            reports.get(key, 0),
            sum(status != "negated" for status, _ in found),
            sum(status == "negated" for status, _ in found),
        )
        if (told, independent, denials) != counted:
            yield Fault(where=f"event {name}", what=f"counts {(told, independent, denials)} where there are {counted}",
                        remedy=_REGROUP)  # fmt: skip
        if name not in ids.get(key, set()):
            yield Fault(where=f"event {name}", what="is named after an account it does not hold", remedy=_REGROUP)
        if {account for _, accounts in found for account in accounts} != ids.get(key, set()):
            yield Fault(where=f"event {name}", what="its origins do not rest on its accounts", remedy=_REGROUP)
