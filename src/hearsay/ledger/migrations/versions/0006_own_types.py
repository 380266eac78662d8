"""Event types of projects' own."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_type",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("plover", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_own_type")),
        sqlite_with_rowid=False,
    )
