"""The tables of the ledger, for SQLite and PostgreSQL alike.

    document --- document_text      an article as it came; `superseded` points at its corrected version
      coding                        everything said about it, by coder version, as compressed JSON
        account -- party -- actor   one document's telling of one event, and who is in it
          mention -- chain          each place that tells it, and who vouches there
        quote -- chain              who said what
    own_type                        what event types of projects' own are like
    event -- event_party            accounts of many documents that tell one event, with its counts
      event_origin                  who first vouched for it, or denied it
      event_outlet -- outlet        which outlets tell it, and which of them were first
      joining -- reason             every pair of accounts that look like one event, and why
    judgement                       what people decided: obeyed by merging, kept when undone
    review, review_queue, ...       what people said of single mentions: see review_tables.py
    band, copy                      which documents are copies
    block                           which accounts may be one event: looked up when one is added
    relay, tally                    counts that take long to make: whom each outlet relays, how many rows there are

Only rows of a document's current coding stand in account, party, mention and quote; those of a document that was
corrected stay, with `current` false. Dates are ISO text, days are proleptic ordinals (``date.toordinal``).
Names that are interned (actor, chain) are never deleted, so their keys stay good.
"""

from __future__ import annotations

from hearsay.ledger.article_tables import (
    account,
    actor,
    chain,
    coding,
    document,
    document_text,
    mention,
    outlet,
    own_type,
    party,
    quote,
)
from hearsay.ledger.count_tables import (
    band,
    block,
    copy,
    relay,
    rival,
    tally,
)
from hearsay.ledger.event_tables import (
    event,
    event_origin,
    event_outlet,
    event_party,
    joining,
    judgement,
    reason,
)
from hearsay.ledger.tables import (
    SHORT,
    Key,
    metadata,
)

__all__ = [
    "SHORT",
    "Key",
    "account",
    "actor",
    "band",
    "block",
    "chain",
    "coding",
    "copy",
    "document",
    "document_text",
    "event",
    "event_origin",
    "event_outlet",
    "event_party",
    "joining",
    "judgement",
    "mention",
    "metadata",
    "outlet",
    "own_type",
    "party",
    "quote",
    "reason",
    "relay",
    "rival",
    "tally",
]
