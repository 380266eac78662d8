"""Tables of articles: what they say, who is in it, who vouches, and what is quoted."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from hearsay.ledger.tables import Key, key_column, metadata, to

document = Table(
    "document",
    metadata,
    key_column(),
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
    to("superseded", "document", null=True),
    to("copy_group", "document", null=True, index=True),
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
    key_column(),
    to("document", "document", index=True),
    Column("coder", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

outlet = Table(
    "outlet",
    metadata,
    key_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("ownership", Text),
)

actor = Table(
    "actor",
    metadata,
    key_column(),
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
    key_column(),
    Column("identity", Text, nullable=False, unique=True),
    Column("links", Text, nullable=False),
    # JSON, outermost first: name, country, sector, id, role, ownership of each link.
    to("end", "actor", null=True),
)

own_type = Table(
    "own_type",
    metadata,
    Column("name", Text, primary_key=True),
    # An event type that a project defined for itself.
    Column("plover", Text, nullable=False),
    # The PLOVER type that it is like.
    sqlite_with_rowid=False,
)

account = Table(
    "account",
    metadata,
    key_column(),
    Column("id", Text, nullable=False, unique=True),
    to("document", "document", index=True),
    to("coding", "coding"),
    Column("number", Integer, nullable=False),
    to("event", "event", null=True, index=True),
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
    key_column(),
    to("document", "document", index=True),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    to("speaker", "actor", null=True, index=True),
    to("chain", "chain"),
    # Who relays it, then the speaker.
    Column("cue_class", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("spans", Text, nullable=False),
    # JSON: {"source": [b, e] | null, "cue": [...], "content": [...], "sentence": [b, e]}
    Column("words", Text, nullable=False),
    # The content as quoted, for the full-text index (quote_words in SQLite, an expression index in PostgreSQL).
)
