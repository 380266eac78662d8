"""Tables of events: what the accounts of many documents tell together, and why they do."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from hearsay.ledger.tables import Key, key_column, metadata

event = Table(
    "event",
    metadata,
    key_column(),
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
    key_column(),
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
    key_column(),
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
