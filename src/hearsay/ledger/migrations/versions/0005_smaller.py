"""Shorter hashes; no sketches, which follow from the texts; no indexes that nothing asks."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_table("sketch")
    op.drop_index("ix_mention_chain", table_name="mention")
    op.drop_index("ix_event_origin_identity", table_name="event_origin")
    op.drop_index("ix_chain_end", table_name="chain")
    op.drop_index("ix_block_account", table_name="block")
    _shorten("band", "document")
    _shorten("block", "account")
    op.create_index("ix_block_account", "block", ["account"], unique=False)


def _shorten(table: str, owner: str) -> None:
    """The table written anew with the last 32 bits of each hash."""
    connection = op.get_bind()
    op.rename_table(table, f"{table}_of_old")
    if connection.dialect.name == "postgresql":
        for name in (f"pk_{table}", f"fk_{table}_{owner}"):
            connection.execute(sa.text(f"ALTER TABLE {table}_of_old DROP CONSTRAINT {name}"))
    op.create_table(
        table,
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column(owner, KEY, nullable=False),
        sa.ForeignKeyConstraint([owner], [f"{owner}.key"], name=op.f(f"fk_{table}_{owner}")),
        sa.PrimaryKeyConstraint("hash", owner, name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    connection.execute(sa.text(
        f"INSERT INTO {table} (hash, {owner}) "
        f"SELECT DISTINCT hash & 4294967295, {owner} FROM {table}_of_old ORDER BY 1, 2"
    ))  # fmt: skip
    op.drop_table(f"{table}_of_old")
