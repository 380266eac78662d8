"""Events of other data sets, to compare with."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rival",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("dataset", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("actor_country", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("recipient_country", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rival")),
    )
    op.create_index(op.f("ix_rival_dataset"), "rival", ["dataset"], unique=False)
    op.create_index("ix_rival_day_type", "rival", ["day", "type"], unique=False)
    op.create_index("uq_rival_dataset_id", "rival", ["dataset", "id"], unique=True)
