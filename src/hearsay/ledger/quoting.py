"""Who said what, over all documents: full text of quotations, with who relays them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from hearsay.ledger import schema
from hearsay.ledger.conditions import EXACTLY, day_of, named
from hearsay.ledger.fulltext import latest_first
from hearsay.ledger.interning import chain_of
from hearsay.ledger.loading import actor_from
from hearsay.ledger.records import Quote


def list_quotes(
    connection: Connection,
    words: str | None,
    speaker: str | None,
    since: str | None,
    until: str | None,
    outlet: str | None,
    limit: int,
    after: int | None,
) -> tuple[Quote, ...]:
    """Quotations that meet all conditions, the latest added first."""
    quote, document, text, actor, chain = (
        schema.quote, schema.document, schema.document_text, schema.actor, schema.chain,
    )  # fmt: skip
    query: Select[Any] = (
        select(
            quote.c.key.label("number"), quote.c.speaker, quote.c.cue_class, quote.c.kind, quote.c.negated,
            quote.c.spans, chain.c.links, text.c.text, document.c.id, document.c.digest, document.c.outlet,
            document.c.published, document.c.title, document.c.url, actor.c.name, actor.c.country, actor.c.sector,
            actor.c.known, actor.c.role, actor.c.wikidata,
        )
        .join(document, document.c.key == quote.c.document)
        .join(text, text.c.document == quote.c.document)
        .join(chain, chain.c.key == quote.c.chain)
        .outerjoin(actor, actor.c.key == quote.c.speaker)
        .where(quote.c.current, *_conditions(speaker, since, until, outlet))
    )  # fmt: skip
    if after is not None:
        query = query.where(quote.c.key < after)
    # By the speaker alone, which an index tells without the rows.
    said = select(quote.c.key).where(*_conditions(speaker, None, None, None)) if speaker else None
    if words:
        query = latest_first(connection, query, words, said)
    else:
        query = query.order_by(quote.c.key.desc())
        if said is not None and not (since or until or outlet):
            # Somebody who says much: the latest are picked by key alone, before texts are joined to them.
            latest = said.where(quote.c.current) if after is None else said.where(quote.c.current, quote.c.key < after)
            query = query.where(quote.c.key.in_(latest.order_by(quote.c.key.desc()).limit(limit)))
    return tuple(_quote(row) for row in connection.execute(query.limit(limit)))


def _conditions(
    speaker: str | None,
    since: str | None,
    until: str | None,
    outlet: str | None,
) -> Iterator[ColumnElement[bool]]:
    quote, document, actor = schema.quote, schema.document, schema.actor
    if speaker:
        meant = (
            actor.c.identity == speaker.removeprefix(EXACTLY)
            if speaker.startswith(EXACTLY)
            else or_(actor.c.identity == speaker, actor.c.identity.in_(named(speaker)))
        )
        known = select(actor.c.key).where(meant)
        yield quote.c.speaker.in_(known)
    if since:
        day_of(since)
        yield document.c.published >= since
    if until:
        day_of(until)
        # A shorter date is the beginning of all days in it: the tilde sorts after every digit.
        yield document.c.published <= until + "~"
    if outlet:
        yield document.c.outlet.icontains(outlet, autoescape=True)


def _quote(row: Row[Any]) -> Quote:
    spans = json.loads(row.spans)

    def words(span: list[int]) -> str:
        return str(row.text[span[0] : span[1]])

    source = spans["source"]
    return Quote(
        number=row.number, document=row.id, digest=row.digest, outlet=row.outlet, published=row.published,
        title=row.title, url=row.url, speaker=actor_from(row) if row.speaker is not None else None,
        speaker_text=words(source) if source else None, chain=chain_of(row.links), cue_class=row.cue_class,
        kind=row.kind, negated=row.negated, content=tuple((b, e) for b, e in spans["content"]),
        content_text=tuple(words(span) for span in spans["content"]), sentence=tuple(spans["sentence"]),
        sentence_text=words(spans["sentence"]),
    )  # fmt: skip
