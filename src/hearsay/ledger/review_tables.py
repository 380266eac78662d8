"""The tables of reviewing, beside those of ``schema.py``: what was drawn, who looks at it now, what was said of it.

    review_queue -- review_task     items drawn once, in their order; each is a mention of an account, or two accounts
    review_claim                    who looks at an item now, and until when
    review                          what a person said of an item; kept when taken back

Items and accounts are named by their ids, not by keys: a review outlives the coding that it was about.
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
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from hearsay.ledger.schema import Key, metadata

queue = Table(
    "review_queue",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    # mentions, pairs
    Column("order", Text, nullable=False),
    # uncertain, random
    Column("conditions", Text, nullable=False),
    # JSON of the EventFilter that items were drawn under
    Column("seed", Text, nullable=False),
    Column("share", Float, nullable=False),
    Column("population", Integer, nullable=False),
    # How many items met the conditions when it was drawn.
    Column("maker", Text, nullable=False),
    Column("made", Text, nullable=False),
)

task = Table(
    "review_task",
    metadata,
    Column("queue", Key, ForeignKey("review_queue.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("item", Text, nullable=False, index=True),
    # ACCOUNT.MENTION, or ACCOUNT~ACCOUNT
    Column("twice", Boolean, nullable=False),
    PrimaryKeyConstraint("queue", "position"),
    sqlite_with_rowid=False,
)

claim = Table(
    "review_claim",
    metadata,
    Column("item", Text, primary_key=True),
    Column("reviewer", Text, nullable=False),
    Column("queue", Key, ForeignKey("review_queue.key"), nullable=False),
    Column("until", BigInteger, nullable=False),
    # Seconds since 1970, by the ledger's clock.
    Index("ix_review_claim_reviewer", "reviewer"),
    sqlite_with_rowid=False,
)

review = Table(
    "review",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("item", Text, nullable=False, index=True),
    Column("account", Text, nullable=False, index=True),
    Column("mention", SmallInteger),
    # None where two accounts were judged.
    Column("queue", Key, ForeignKey("review_queue.key"), nullable=True),
    Column("reviewer", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    # accept, fix, reject, skip; same, different, unsure
    Column("changes", Text, nullable=False),
    # JSON: the right value of each field that was fixed
    Column("coded", Text, nullable=False),
    # JSON: what the machine had said
    Column("judgement", Key, ForeignKey("judgement.key"), nullable=True, index=True),
    # What a verdict on two accounts put among the judgements that merging obeys.
    Column("form", Text, unique=True),
    # Names the form that brought it: what is posted twice is stored once.
    Column("made", Text, nullable=False),
    Column("undone", Text),
)
