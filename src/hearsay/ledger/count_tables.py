"""Tables of copies, of what may be one event, of counts, and of other datasets."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from hearsay.ledger.tables import Key, key_column, metadata

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
    key_column(),
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
