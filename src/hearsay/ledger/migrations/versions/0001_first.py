"""The tables of the first ledger."""

import sqlalchemy as sa
from alembic import op

from hearsay.ledger.fulltext import create_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and the full-text index of quotations."""
    op.create_table(
        "actor",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_actor")),
        sa.UniqueConstraint("state", name=op.f("uq_actor_state")),
    )
    op.create_index(op.f("ix_actor_country"), "actor", ["country"], unique=False)
    op.create_index(op.f("ix_actor_identity"), "actor", ["identity"], unique=False)
    op.create_table(
        "document",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("words_digest", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("regions", sa.Text(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("superseded", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("copy_group", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["copy_group"], ["document.key"], name=op.f("fk_document_copy_group")),
        sa.ForeignKeyConstraint(["superseded"], ["document.key"], name=op.f("fk_document_superseded")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_document")),
        sa.UniqueConstraint("digest", name=op.f("uq_document_digest")),
    )
    op.create_index(op.f("ix_document_copy_group"), "document", ["copy_group"], unique=False)
    op.create_index(op.f("ix_document_id"), "document", ["id"], unique=False)
    op.create_index(op.f("ix_document_outlet"), "document", ["outlet"], unique=False)
    op.create_index(op.f("ix_document_published"), "document", ["published"], unique=False)
    op.create_index(op.f("ix_document_series"), "document", ["series"], unique=False)
    op.create_table(
        "event",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=False),
        sa.Column("begin_day", sa.Integer(), nullable=True),
        sa.Column("end_day", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("many", sa.Boolean(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("quad_code", sa.SmallInteger(), nullable=False),
        sa.Column("scale", sa.Float(), nullable=False),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("goldstein", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("denials", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_event")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
    )
    op.create_index("ix_event_day", "event", ["day", "key"], unique=False)
    op.create_index("ix_event_origins_day", "event", ["origins", "day"], unique=False)
    op.create_index("ix_event_place_country_day", "event", ["place_country", "day"], unique=False)
    op.create_index("ix_event_type_day", "event", ["type", "day"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("judge", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("undone", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_other"), "judgement", ["other"], unique=False)
    op.create_index(op.f("ix_judgement_subject"), "judgement", ["subject"], unique=False)
    op.create_table(
        "band",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_band_document")),
        sa.PrimaryKeyConstraint("hash", "document", name=op.f("pk_band")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_band_document", "band", ["document"], unique=False)
    op.create_table(
        "chain",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("end", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["end"], ["actor.key"], name=op.f("fk_chain_end")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_chain")),
        sa.UniqueConstraint("identity", name=op.f("uq_chain_identity")),
    )
    op.create_index(op.f("ix_chain_end"), "chain", ["end"], unique=False)
    op.create_table(
        "coding",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_coding_document")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_coding")),
    )
    op.create_index(op.f("ix_coding_document"), "coding", ["document"], unique=False)
    op.create_table(
        "copy",
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_copy_document")),
        sa.ForeignKeyConstraint(["other"], ["document.key"], name=op.f("fk_copy_other")),
        sa.PrimaryKeyConstraint("document", "other", name=op.f("pk_copy")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copy_other", "copy", ["other"], unique=False)
    op.create_table(
        "document_text",
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_document_text_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_document_text")),
    )
    op.create_table(
        "event_origin",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("accounts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name=op.f("fk_event_origin_actor")),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name=op.f("fk_event_origin_event")),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_event_origin")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_origin_identity"), "event_origin", ["identity"], unique=False)
    op.create_table(
        "event_party",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("actor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name=op.f("fk_event_party_actor")),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name=op.f("fk_event_party_event")),
        sa.PrimaryKeyConstraint("event", "side", "position", name=op.f("pk_event_party")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_party_country", "event_party", ["country", "side", "event"], unique=False)
    op.create_index("ix_event_party_identity", "event_party", ["identity", "side", "event"], unique=False)
    op.create_table(
        "sketch",
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_sketch_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_sketch")),
    )
    op.create_table(
        "account",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("coding", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("begin_day", sa.Integer(), nullable=True),
        sa.Column("end_day", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("numbers", sa.Text(), nullable=True),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["coding"], ["coding.key"], name=op.f("fk_account_coding")),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_account_document")),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name=op.f("fk_account_event")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_account")),
        sa.UniqueConstraint("id", name=op.f("uq_account_id")),
    )
    op.create_index(op.f("ix_account_document"), "account", ["document"], unique=False)
    op.create_index(op.f("ix_account_event"), "account", ["event"], unique=False)
    op.create_table(
        "quote",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("speaker", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("chain", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cue_class", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chain"], ["chain.key"], name=op.f("fk_quote_chain")),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_quote_document")),
        sa.ForeignKeyConstraint(["speaker"], ["actor.key"], name=op.f("fk_quote_speaker")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_quote")),
    )
    op.create_index(op.f("ix_quote_document"), "quote", ["document"], unique=False)
    op.create_index(op.f("ix_quote_speaker"), "quote", ["speaker"], unique=False)
    op.create_table(
        "block",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("account", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_block_account")),
        sa.PrimaryKeyConstraint("hash", "account", name=op.f("pk_block")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_account", "block", ["account"], unique=False)
    op.create_table(
        "joining",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("first", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("second", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name=op.f("fk_joining_event")),
        sa.ForeignKeyConstraint(["first"], ["account.key"], name=op.f("fk_joining_first")),
        sa.ForeignKeyConstraint(["second"], ["account.key"], name=op.f("fk_joining_second")),
        sa.PrimaryKeyConstraint("first", "second", name=op.f("pk_joining")),
    )
    op.create_index(op.f("ix_joining_event"), "joining", ["event"], unique=False)
    op.create_index("ix_joining_second", "joining", ["second"], unique=False)
    op.create_table(
        "mention",
        sa.Column("account", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("trigger_begin", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("sentence_begin", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("chain", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_mention_account")),
        sa.ForeignKeyConstraint(["chain"], ["chain.key"], name=op.f("fk_mention_chain")),
        sa.PrimaryKeyConstraint("account", "number", name=op.f("pk_mention")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mention_chain"), "mention", ["chain"], unique=False)
    op.create_table(
        "party",
        sa.Column("account", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("actor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_party_account")),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name=op.f("fk_party_actor")),
        sa.PrimaryKeyConstraint("account", "side", "position", name=op.f("pk_party")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_party_actor", "party", ["actor", "account"], unique=False)
    create_index(op.get_bind())
