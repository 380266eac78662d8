"""The tables of the ledger, for SQLite and PostgreSQL alike.

    document --- document_text      an article as it came; `superseded` points at its corrected version
      coding                        everything said about it, by coder version, as compressed JSON
        account -- party -- actor   one document's telling of one event, and who is in it
          mention -- chain          each place that tells it, and who vouches there
        quote -- chain              who said what
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

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

SHORT = 0xFFFF_FFFF
"""What is kept of a hash that only proposes what is compared: a few needless comparisons cost less than longer rows."""

Key = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only columns declared INTEGER."""


def _key() -> Column[int]:
    return Column("key", Key, primary_key=True, autoincrement=True)


def _to(name: str, table: str, *, null: bool = False, index: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey(f"{table}.key"), nullable=null, index=index)


document = Table(
    "document",
    metadata,
    _key(),
    Column("digest", Text, nullable=False, unique=True),
    # The document's address: of title, text, outlet and URL. Two outlets may print the same words.
    Column("words_digest", Text, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("series", Text, nullable=False, index=True),
    # What stays the same when an article is corrected: its URL, else its outlet and id.
    Column("version", Integer, nullable=False),
    Column("url", Text),
    Column("outlet", Text, index=True),
    Column("ownership", Text),
    Column("published", Text, index=True),
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("regions", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("added", Text, nullable=False),
    _to("superseded", "document", null=True),
    _to("copy_group", "document", null=True, index=True),
    # The document of its copy group that was first; itself when it is no copy.
)

document_text = Table(
    "document_text",
    metadata,
    Column("document", Key, ForeignKey("document.key"), primary_key=True),
    Column("text", Text, nullable=False),
)

coding = Table(
    "coding",
    metadata,
    _key(),
    _to("document", "document", index=True),
    Column("coder", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

outlet = Table(
    "outlet",
    metadata,
    _key(),
    Column("name", Text, nullable=False, unique=True),
    Column("ownership", Text),
)

actor = Table(
    "actor",
    metadata,
    _key(),
    # One row for an actor as it stood: another role or sector is another row of the same identity.
    Column("state", Text, nullable=False, unique=True),
    Column("identity", Text, nullable=False, index=True),
    # The id in the knowledge base, else the name folded and the country.
    Column("known", Text),
    Column("name", Text),
    Column("country", Text, index=True),
    Column("sector", Text, nullable=False),
    Column("role", Text),
    Column("wikidata", Text),
)

chain = Table(
    "chain",
    metadata,
    _key(),
    Column("identity", Text, nullable=False, unique=True),
    Column("links", Text, nullable=False),
    # JSON, outermost first: name, country, sector, id, role, ownership of each link.
    _to("end", "actor", null=True),
)

account = Table(
    "account",
    metadata,
    _key(),
    Column("id", Text, nullable=False, unique=True),
    _to("document", "document", index=True),
    _to("coding", "coding"),
    Column("number", Integer, nullable=False),
    _to("event", "event", null=True, index=True),
    Column("current", Boolean, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("begin_day", Integer),
    Column("end_day", Integer),
    Column("place", Text),
    # JSON of the record's place and numbers: merging needs them without unpacking the coding.
    Column("numbers", Text),
    Column("cameo", Text),
    Column("confidence", Float, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("account", Key, ForeignKey("account.key"), nullable=False),
    Column("side", Text, nullable=False),  # actor, recipient
    Column("position", SmallInteger, nullable=False),
    Column("actor", Key, ForeignKey("actor.key"), nullable=False),
    PrimaryKeyConstraint("account", "side", "position"),
    Index("ix_party_actor", "actor", "account"),
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    Column("account", Key, ForeignKey("account.key"), nullable=False),
    Column("number", SmallInteger, nullable=False),
    Column("trigger_begin", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("sentence_begin", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("chain", Key, ForeignKey("chain.key"), nullable=False),
    Column("confidence", Float, nullable=False),
    PrimaryKeyConstraint("account", "number"),
    sqlite_with_rowid=False,
)

quote = Table(
    "quote",
    metadata,
    _key(),
    _to("document", "document", index=True),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    _to("speaker", "actor", null=True, index=True),
    _to("chain", "chain"),
    # Who relays it, then the speaker.
    Column("cue_class", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("spans", Text, nullable=False),
    # JSON: {"source": [b, e] | null, "cue": [...], "content": [...], "sentence": [b, e]}
    Column("words", Text, nullable=False),
    # The content as quoted, for the full-text index (quote_words in SQLite, an expression index in PostgreSQL).
)

event = Table(
    "event",
    metadata,
    _key(),
    Column("id", Text, nullable=False, unique=True),
    # The id of its first account by day of publication and digest: an id given out once always leads to the event.
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("date_precision", Text, nullable=False),
    Column("begin_day", Integer),
    Column("end_day", Integer),
    Column("day", Integer, nullable=False),
    # What it is sorted and searched by: its first day, else the first day of publication, else 0.
    Column("many", Boolean, nullable=False),
    # It tells many events at once: related to single ones, never one with them.
    Column("published", Text),
    # First day of publication.
    Column("place", Text),
    Column("place_country", Text),
    Column("geonames", Integer),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("place_precision", Text),
    Column("quad_code", SmallInteger, nullable=False),
    Column("scale", Float, nullable=False),
    Column("cameo", Text),
    Column("goldstein", Float),
    Column("confidence", Float, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("denials", Integer, nullable=False),
    # Origins that deny it.
    Column("numbers", Text, nullable=False),
    # JSON: {"killed": [low, best, high], ...} over all accounts
    Column("summary", Text, nullable=False),
    # In plain words: "3 origins say; IRNA denies".
    Index("ix_event_type_day", "type", "day"),
    Index("ix_event_day", "day", "key"),
    Index("ix_event_origins_day", "origins", "day"),
    Index("ix_event_place_country_day", "place_country", "day"),
)

event_party = Table(
    "event_party",
    metadata,
    Column("event", Key, ForeignKey("event.key"), nullable=False),
    Column("side", Text, nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("actor", Key, ForeignKey("actor.key"), nullable=False),
    Column("identity", Text, nullable=False),
    Column("country", Text),
    PrimaryKeyConstraint("event", "side", "position"),
    Index("ix_event_party_country", "country", "side", "event"),
    Index("ix_event_party_identity", "identity", "side", "event"),
    sqlite_with_rowid=False,
)

event_origin = Table(
    "event_origin",
    metadata,
    Column("event", Key, ForeignKey("event.key"), nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("identity", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("actor", Key, ForeignKey("actor.key")),
    Column("ownership", Text),
    Column("status", Text, nullable=False),
    Column("accounts", Text, nullable=False),
    # JSON: ids of the accounts that rest on it
    PrimaryKeyConstraint("event", "position"),
    sqlite_with_rowid=False,
)

event_outlet = Table(
    "event_outlet",
    metadata,
    Column("event", Key, ForeignKey("event.key"), nullable=False),
    Column("outlet", Key, ForeignKey("outlet.key"), nullable=False),
    Column("first", Boolean, nullable=False),
    # Nobody published it on an earlier day.
    PrimaryKeyConstraint("event", "outlet"),
    Index("ix_event_outlet_outlet", "outlet", "event"),
    sqlite_with_rowid=False,
)

reason = Table(
    "reason",
    metadata,
    _key(),
    Column("features", Text, nullable=False, unique=True),
    # JSON: [[name, weight | null], ...]; null where the weight is another one for each pair
)

joining = Table(
    "joining",
    metadata,
    # Two accounts that look like one event. They are in one unless the rest of the evidence kept them apart.
    Column("first", Key, ForeignKey("account.key"), nullable=False),
    Column("second", Key, ForeignKey("account.key"), nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Key, ForeignKey("reason.key"), nullable=False),
    Column("weights", Text, nullable=False),
    # Those that the reason leaves open, with blanks between.
    PrimaryKeyConstraint("first", "second"),
    Index("ix_joining_second", "second"),
    sqlite_with_rowid=False,
)

judgement = Table(
    "judgement",
    metadata,
    _key(),
    Column("subject", Text, nullable=False, index=True),
    # An account's id.
    Column("other", Text, index=True),
    # The second account, where two are judged.
    Column("kind", Text, nullable=False),
    # same-event, event, type, actor, recipient, status, source
    Column("verdict", Text, nullable=False),
    # same | different | unsure; accept | reject | skip; for a correction JSON of the right value
    Column("judge", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undone", Text),
)

band = Table(
    "band",
    metadata,
    Column("hash", BigInteger, nullable=False),
    Column("document", Key, ForeignKey("document.key"), nullable=False),
    PrimaryKeyConstraint("hash", "document"),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("document", Key, ForeignKey("document.key"), nullable=False),
    Column("other", Key, ForeignKey("document.key"), nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    # JSON: [[name, value], ...]
    PrimaryKeyConstraint("document", "other"),
    Index("ix_copy_other", "other"),
    sqlite_with_rowid=False,
)

block = Table(
    "block",
    metadata,
    Column("hash", BigInteger, nullable=False),
    Column("account", Key, ForeignKey("account.key"), nullable=False),
    PrimaryKeyConstraint("hash", "account"),
    Index("ix_block_account", "account"),
    sqlite_with_rowid=False,
)

relay = Table(
    "relay",
    metadata,
    Column("outlet", Key, ForeignKey("outlet.key"), nullable=False),
    Column("name", Text, nullable=False),
    # The outermost link of the source chain.
    Column("mentions", Integer, nullable=False),
    PrimaryKeyConstraint("outlet", "name"),
    sqlite_with_rowid=False,
)

tally = Table(
    "tally",
    metadata,
    Column("name", Text, primary_key=True),
    # accounts, mentions, quotes: rows that are current; last event, last account: keys given out
    Column("value", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

rival = Table(
    "rival",
    metadata,
    _key(),
    Column("dataset", Text, nullable=False, index=True),
    # polecat, gdelt, icews
    Column("id", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("type", Text),
    # The PLOVER type; None where a CAMEO code has none.
    Column("cameo", Text),
    Column("actor", Text),
    Column("actor_country", Text),
    Column("recipient", Text),
    Column("recipient_country", Text),
    Column("place_country", Text),
    Column("publisher", Text),
    Index("ix_rival_day_type", "day", "type"),
    Index("uq_rival_dataset_id", "dataset", "id", unique=True),
)
