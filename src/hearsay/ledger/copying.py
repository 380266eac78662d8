"""Which documents of the ledger repeat one another: kept right whenever a document comes or goes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from hearsay.ledger import schema
from hearsay.ledger.loading import batches
from hearsay.merge.copies import Text, bands, compare_texts, signature

_SHORTEST = 120
"""Characters from which on a text can be told to be a copy: two captions may agree by chance."""

_DAYS = 14
"""Days after which nobody reprints a report: later texts are told apart without a look."""


def group_copies(connection: Connection, document: int) -> set[int]:
    """Find the copies of a new document; the keys of documents whose copy group is another one now."""
    text = _text(connection, document)
    if len(text.text) < _SHORTEST:
        return _regroup(connection, {document})
    keys = _bands(text)
    candidates: set[int] = set()
    for part in batches(keys):
        near = select(schema.band.c.document).where(schema.band.c.hash.in_(part))
        if text.published is not None:
            day = date.fromisoformat(text.published)
            earliest, latest = ((day + timedelta(days=days)).isoformat() for days in (-_DAYS, _DAYS))
            near = near.join(schema.document, schema.document.c.key == schema.band.c.document).where(
                or_(schema.document.c.published.is_(None), schema.document.c.published.between(earliest, latest))
            )
        candidates |= set(connection.execute(near).scalars())
    connection.execute(insert(schema.band), [{"hash": key, "document": document} for key in keys])
    rows = []
    for other, printed in _texts(connection, candidates):
        verdict = compare_texts(text, printed)
        if verdict.copies:
            first, second = sorted((document, other))
            rows.append({
                "document": first, "other": second, "score": verdict.score,
                "reasons": json.dumps([list(reason) for reason in verdict.reasons]),
            })  # fmt: skip
    if rows:
        connection.execute(insert(schema.copy), rows)
    return _regroup(connection, {document})


def forget_copies(connection: Connection, document: int) -> set[int]:
    """Take a document out of its copy group; the keys of documents whose group is another one now."""
    pairs = schema.copy
    others = _linked(connection, {document}) - {document}
    connection.execute(delete(pairs).where(or_(pairs.c.document == document, pairs.c.other == document)))
    text = _text(connection, document)
    if len(text.text) >= _SHORTEST:
        band, keys = schema.band, _bands(text)
        gone = connection.execute(delete(band).where(band.c.hash.in_(keys), band.c.document == document)).rowcount
        if gone != len(keys):
            # Bands of a version that made others: found by looking through all.
            connection.execute(delete(band).where(band.c.document == document))
    connection.execute(update(schema.document).where(schema.document.c.key == document).values(copy_group=document))
    return _regroup(connection, others)


def _regroup(connection: Connection, documents: set[int]) -> set[int]:
    changed: set[int] = set()
    left = set(documents)
    while left:
        component = {min(left)}
        edge = component
        while edge:
            edge = _linked(connection, edge) - component
            component = component | edge
        left -= component
        changed |= _name_group(connection, component)
    return changed


def _name_group(connection: Connection, component: set[int]) -> set[int]:
    """Name a group after its first document by publication and digest."""
    document = schema.document
    rows = [
        row
        for part in batches(component)
        for row in connection.execute(
            select(document.c.key, document.c.published, document.c.digest, document.c.copy_group)
            .where(document.c.key.in_(part))
        )
    ]  # fmt: skip
    first = min(rows, key=lambda row: (row.published or "9999", row.digest)).key
    changed = {row.key for row in rows if row.copy_group != first}
    for part in batches(changed):
        connection.execute(update(document).where(document.c.key.in_(part)).values(copy_group=first))
    return changed


def _linked(connection: Connection, documents: set[int]) -> set[int]:
    pairs = schema.copy
    found: set[int] = set()
    for part in batches(documents):
        found |= set(connection.execute(select(pairs.c.other).where(pairs.c.document.in_(part))).scalars())
        found |= set(connection.execute(select(pairs.c.document).where(pairs.c.other.in_(part))).scalars())
    return found


def _bands(text: Text) -> list[int]:
    return sorted({key & schema.SHORT for key in bands(signature(text.text))})


def _text(connection: Connection, document: int) -> Text:
    return next(text for _, text in _texts(connection, {document}))


def _texts(connection: Connection, documents: Collection[int]) -> Iterator[tuple[int, Text]]:
    for part in batches(documents):
        for row in connection.execute(
            select(schema.document.c.key, schema.document_text.c.text, schema.document.c.published,
                   schema.document.c.regions)
            .join(schema.document, schema.document.c.key == schema.document_text.c.document)
            .where(schema.document_text.c.document.in_(part))
        ):  # fmt: skip
            credits = " ".join(
                row.text[begin:end] for kind, begin, end in json.loads(row.regions) if kind in ("dateline", "credit")
            )
            agencies = re.findall(r"[(\u2014\u2013-]\s*([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})", credits)
            yield row.key, Text(row.text, row.published, frozenset(name.casefold() for name in agencies))
