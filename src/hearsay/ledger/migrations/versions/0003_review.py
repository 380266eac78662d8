"""What is drawn to be reviewed, who holds it, and what people said of it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "review_queue",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_review_queue")),
    )
    op.create_table(
        "review_task",
        sa.Column("queue", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("twice", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["queue"], ["review_queue.key"], name=op.f("fk_review_task_queue")),
        sa.PrimaryKeyConstraint("queue", "position", name=op.f("pk_review_task")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_review_task_item"), "review_task", ["item"], unique=False)
    op.create_table(
        "review_claim",
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("queue", KEY, nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["queue"], ["review_queue.key"], name=op.f("fk_review_claim_queue")),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_review_claim")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_review_claim_reviewer", "review_claim", ["reviewer"], unique=False)
    op.create_table(
        "review",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("mention", sa.SmallInteger(), nullable=True),
        sa.Column("queue", KEY, nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("coded", sa.Text(), nullable=False),
        sa.Column("judgement", KEY, nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("undone", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["judgement"], ["judgement.key"], name=op.f("fk_review_judgement")),
        sa.ForeignKeyConstraint(["queue"], ["review_queue.key"], name=op.f("fk_review_queue")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_review")),
        sa.UniqueConstraint("form", name=op.f("uq_review_form")),
    )
    op.create_index(op.f("ix_review_account"), "review", ["account"], unique=False)
    op.create_index(op.f("ix_review_item"), "review", ["item"], unique=False)
    op.create_index(op.f("ix_review_judgement"), "review", ["judgement"], unique=False)
    op.create_index(op.f("ix_review_reviewer"), "review", ["reviewer"], unique=False)
