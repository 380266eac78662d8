"""Add a coding: one document, one transaction.

Documents are content-addressed: what is there already changes nothing. Another text under the same series (its URL,
else its outlet and id) corrects the article: the older version stays, its accounts are marked as no longer current.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain as joined

from sqlalchemy import Connection, Table, func, insert, select, update

from hearsay.ledger import schema
from hearsay.ledger.fulltext import forget_quotes, index_quotes
from hearsay.ledger.interning import actor_of, intern_actors, intern_chains, intern_outlet, links_of, state_of
from hearsay.ledger.loading import load_accounts
from hearsay.ledger.merging import displace, place
from hearsay.ledger.own_types import keep_own_types
from hearsay.ledger.packing import pack
from hearsay.ledger.records import Added
from hearsay.ledger.tallying import count_document, give_out
from hearsay.merge.account import Account, account_id, accounts_of, address_of
from hearsay.records import Coding, Document, Ownership, Report, Source


def add_coding(
    connection: Connection, coding: Coding, *, coder: str, made: str, ownership: Ownership | None = None
) -> Added:
    """Store a coding with its document; ``made`` is the time as ISO text, ``ownership`` the outlet's.

    Raises ValueError when a span does not quote the text.
    """
    coding.check()
    document, address = coding.document, address_of(coding.document)
    known = connection.execute(select(schema.document.c.key).where(schema.document.c.digest == address)).scalar()
    if known is not None:
        return Added(document=document.id, digest=address, outcome="known", events=0, quotes=0)
    older = connection.execute(
        select(schema.document.c.key, schema.document.c.version)
        .where(schema.document.c.series == series_of(document), schema.document.c.superseded.is_(None))
    ).first()  # fmt: skip
    key = _insert_document(connection, document, made, ownership, older[1] + 1 if older else 1)
    if older is not None:
        _supersede(connection, older[0], key)
    store_coding(connection, key, coding, coder=coder, made=made)
    copied = connection.execute(
        select(schema.document.c.digest)
        .where(schema.document.c.key == select(schema.document.c.copy_group)
               .where(schema.document.c.key == key).scalar_subquery(), schema.document.c.key != key)
    ).scalar()  # fmt: skip
    return Added(
        document=document.id, digest=address, outcome="corrected" if older else "new",
        events=len(coding.told), quotes=len(coding.reports), copy_of=copied,
    )  # fmt: skip


def is_stored(connection: Connection, document: Document) -> bool:
    """Whether this very document is in the ledger, as the current version of its article or an older one."""
    digest = schema.document.c.digest
    return connection.execute(select(digest).where(digest == address_of(document))).first() is not None


def series_of(document: Document) -> str:
    """What a correction shares with the article it corrects."""
    return document.url or f"{document.outlet or ''}|{document.id}"


def store_coding(connection: Connection, document_key: int, coding: Coding, *, coder: str, made: str) -> None:
    """The rows of a document's coding, which becomes the current one, and its place among the events."""
    coding_key = _insert(
        connection, schema.coding,
        {"document": document_key, "coder": coder, "made": made, "current": True, "record": pack(coding)},
    )  # fmt: skip
    accounts = list(accounts_of(coding))
    keep_own_types(connection, coding.own)
    actors = intern_actors(
        connection,
        joined(
            (actor for account in accounts for actor in (*account.actors, *account.recipients)),
            (actor_of(report.source) for report in coding.reports if report.source),
        ),
    )
    chains = intern_chains(
        connection,
        joined((c for account in accounts for c in account.chains), (_quoted(report) for report in coding.reports)),
    )
    keys, ids = _insert_accounts(connection, document_key, coding_key, coding, accounts)
    accounts = [replace(account, id=name) for account, name in zip(accounts, ids, strict=True)]
    parties = [
        {"account": key, "side": side, "position": position, "actor": actors[state_of(actor)]}
        for key, account in zip(keys, accounts, strict=True)
        for side, members in (("actor", account.actors), ("recipient", account.recipients))
        for position, actor in enumerate(members)
    ]
    mentions = [
        {
            "account": key, "number": number,
            "trigger_begin": mention.trigger[0], "trigger_end": mention.trigger[1],
            "sentence_begin": mention.sentence[0], "sentence_end": mention.sentence[1],
            "status": mention.status, "region": mention.region, "chain": chains[links_of(mention.sources)],
            "confidence": mention.confidence,
        }
        for key, event in zip(keys, coding.told, strict=True)
        for number, mention in enumerate(event.mentions)
    ]  # fmt: skip
    for table, rows in ((schema.party, parties), (schema.mention, mentions)):
        if rows:
            connection.execute(insert(table), rows)
    _insert_quotes(connection, document_key, coding, actors, chains)
    count_document(connection, document_key, 1)
    place(connection, document_key, list(zip(keys, accounts, strict=True)))


def retire_coding(connection: Connection, document_key: int) -> None:
    """A document's coding stops being current: its accounts leave their events, its quotations the answers."""
    keys = list(
        connection.execute(
            select(schema.account.c.key)
            .where(schema.account.c.document == document_key, schema.account.c.current)
            .order_by(schema.account.c.key)
        ).scalars()
    )
    displace(connection, document_key, keys)
    count_document(connection, document_key, -1)
    forget_quotes(connection, document_key)
    for table in (schema.account, schema.quote):
        connection.execute(update(table).where(table.c.document == document_key).values(current=False))


def restore_coding(connection: Connection, document_key: int) -> None:
    """A document's coding counts again: what :func:`retire_coding` took out goes back among the events."""
    coding = select(schema.coding.c.key).where(schema.coding.c.document == document_key, schema.coding.c.current)
    of_coding = schema.account.c.coding.in_(coding)
    connection.execute(update(schema.account).where(of_coding).values(current=True))
    connection.execute(update(schema.quote).where(schema.quote.c.document == document_key).values(current=True))
    index_quotes(connection, document_key)
    count_document(connection, document_key, 1)
    keys = connection.execute(select(schema.account.c.key).where(of_coding)).scalars()
    place(connection, document_key, sorted(load_accounts(connection, list(keys)).items()))


def _supersede(connection: Connection, older: int, newer: int) -> None:
    retire_coding(connection, older)
    connection.execute(update(schema.document).where(schema.document.c.key == older).values(superseded=newer))


def _insert_document(
    connection: Connection, document: Document, made: str, ownership: Ownership | None, version: int
) -> int:
    key = _insert(
        connection, schema.document,
        {
            "digest": address_of(document), "words_digest": document.digest,
            "id": document.id, "series": series_of(document), "version": version,
            "url": document.url, "outlet": document.outlet, "ownership": ownership,
            "published": document.published, "language": document.language, "title": document.title,
            "regions": json.dumps([[region.kind, *region.span] for region in document.regions]),
            "characters": len(document.text), "added": made,
        },
    )  # fmt: skip
    connection.execute(insert(schema.document_text), {"document": key, "text": document.text})
    if document.outlet is not None:
        intern_outlet(connection, document.outlet, ownership)
    return key


def _insert_accounts(
    connection: Connection, document_key: int, coding_key: int, coding: Coding, accounts: Sequence[Account]
) -> tuple[list[int], list[str]]:
    if not accounts:
        return [], []
    last = connection.execute(select(func.max(schema.account.c.number)).where(
        schema.account.c.document == document_key)).scalar() or 0  # fmt: skip
    key = give_out(connection, "last account", len(accounts))
    rows = [
        {
            # A recoded document's accounts get numbers of their own: an id once given is never given again.
            "id": account_id(address_of(coding.document), last + number), "key": key + number,
            "document": document_key, "coding": coding_key, "number": last + number, "current": True,
            "type": event.event, "mode": " ".join(account.mode), "context": " ".join(account.context),
            "status": event.status, "date": event.date,
            "begin_day": account.begin.toordinal() if account.begin else None,
            "end_day": account.end.toordinal() if account.end else None,
            "place": event.place.model_dump_json(exclude_none=True) if event.place else None,
            "numbers": _compact([n.model_dump() for n in event.numbers]) if event.numbers else None,
            "cameo": account.cameo, "confidence": event.confidence,
        }
        for number, (event, account) in enumerate(zip(coding.told, accounts, strict=True), 1)
    ]  # fmt: skip
    connection.execute(insert(schema.account), rows)
    return [key + number for number in range(1, len(rows) + 1)], [str(row["id"]) for row in rows]


def _insert_quotes(
    connection: Connection, document_key: int, coding: Coding, actors: dict[str, int], chains: dict[str, int]
) -> None:
    rows = [
        {
            "document": document_key, "number": number, "current": True,
            "speaker": actors[state_of(actor_of(report.source))] if report.source else None,
            "chain": chains[links_of(_quoted(report))], "cue_class": report.cue_class, "kind": report.kind,
            "negated": report.negated,
            "spans": _compact({
                "source": report.source_span, "cue": report.cue, "content": report.content,
                "sentence": report.sentence,
            }),
            "words": " ... ".join(report.content_text),
        }
        for number, report in enumerate(coding.reports, 1)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(schema.quote), rows)
        index_quotes(connection, document_key)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _quoted(report: Report) -> tuple[Source, ...]:
    """The chain of a report: who relays it, then the speaker."""
    return (*report.via, *((report.source,) if report.source else ()))


def _insert(connection: Connection, table: Table, row: dict[str, object]) -> int:
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])
