"""Reasons of joinings each once; which outlets tell an event; counts that would take long to make."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = ("words", "words contained")
_BATCH = 20_000


def upgrade() -> None:
    op.create_table(
        "outlet",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outlet")),
        sa.UniqueConstraint("name", name=op.f("uq_outlet_name")),
    )
    op.create_table(
        "event_outlet",
        sa.Column("event", KEY, nullable=False),
        sa.Column("outlet", KEY, nullable=False),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name=op.f("fk_event_outlet_event")),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.key"], name=op.f("fk_event_outlet_outlet")),
        sa.PrimaryKeyConstraint("event", "outlet", name=op.f("pk_event_outlet")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "relay",
        sa.Column("outlet", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.key"], name=op.f("fk_relay_outlet")),
        sa.PrimaryKeyConstraint("outlet", "name", name=op.f("pk_relay")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tally",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reason",
        sa.Column("key", KEY, autoincrement=True, nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reason")),
        sa.UniqueConstraint("features", name=op.f("uq_reason_features")),
    )
    connection = op.get_bind()
    for statement in _COUNTS:
        connection.execute(sa.text(statement))
    _count_relays(connection)
    op.create_index("ix_event_outlet_outlet", "event_outlet", ["outlet", "event"], unique=False)
    _give_reasons(connection)
    op.drop_index("ix_band_document", table_name="band")


_COUNTS = (
    "INSERT INTO outlet (name, ownership) SELECT outlet, max(ownership) FROM document WHERE outlet IS NOT NULL "
    "GROUP BY outlet ORDER BY min(key)",
    "INSERT INTO event_outlet (event, outlet, first) "
    "SELECT event.key, outlet.key, max(CASE WHEN document.published = event.published THEN 1 ELSE 0 END) = 1 "
    "FROM event JOIN account ON account.event = event.key JOIN document ON document.key = account.document "
    "JOIN outlet ON outlet.name = document.outlet GROUP BY event.key, outlet.key",
    "INSERT INTO tally SELECT 'last event', coalesce(max(key), 0) FROM event",
    "INSERT INTO tally SELECT 'last account', coalesce(max(key), 0) FROM account",
    "INSERT INTO tally SELECT 'accounts', count(*) FROM account WHERE current",
    "INSERT INTO tally SELECT 'mentions', count(*) FROM mention JOIN account ON account.key = mention.account "
    "WHERE account.current",
    "INSERT INTO tally SELECT 'quotes', count(*) FROM quote WHERE current",
)


def _count_relays(connection: sa.Connection) -> None:
    counts: dict[tuple[int, str], int] = {}
    rows = connection.execute(sa.text(
        "SELECT outlet.key, chain.links, count(*) FROM outlet JOIN document ON document.outlet = outlet.name "
        "JOIN account ON account.document = document.key JOIN mention ON mention.account = account.key "
        "JOIN chain ON chain.key = mention.chain WHERE account.current GROUP BY outlet.key, chain.key, chain.links"
    ))  # fmt: skip
    for outlet, links, number in rows:
        chain = json.loads(links)
        if chain and chain[0][0]:
            counts[outlet, chain[0][0]] = counts.get((outlet, chain[0][0]), 0) + number
    if counts:
        connection.execute(
            sa.text("INSERT INTO relay (outlet, name, mentions) VALUES (:outlet, :name, :mentions)"),
            [{"outlet": outlet, "name": name, "mentions": n} for (outlet, name), n in sorted(counts.items())],
        )


def _give_reasons(connection: sa.Connection) -> None:
    """The joinings written anew, each with the key of its reason instead of all its features."""
    op.drop_index("ix_joining_second", table_name="joining")
    op.drop_index("ix_joining_event", table_name="joining")
    op.rename_table("joining", "joining_of_old")
    if connection.dialect.name == "postgresql":
        for name in ("pk_joining", "fk_joining_first", "fk_joining_second", "fk_joining_event"):
            connection.execute(sa.text(f"ALTER TABLE joining_of_old DROP CONSTRAINT {name}"))
    op.create_table(
        "joining",
        sa.Column("first", KEY, nullable=False),
        sa.Column("second", KEY, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", KEY, nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["account.key"], name=op.f("fk_joining_first")),
        sa.ForeignKeyConstraint(["second"], ["account.key"], name=op.f("fk_joining_second")),
        sa.ForeignKeyConstraint(["reason"], ["reason.key"], name=op.f("fk_joining_reason")),
        sa.PrimaryKeyConstraint("first", "second", name=op.f("pk_joining")),
        sqlite_with_rowid=False,
    )
    reasons: dict[str, int] = {}
    last = (0, 0)
    while rows := connection.execute(
        sa.text("SELECT first, second, score, features FROM joining_of_old WHERE (first, second) > (:first, :second) "
                "ORDER BY first, second LIMIT :batch"),
        {"first": last[0], "second": last[1], "batch": _BATCH},
    ).all():  # fmt: skip
        taken = []
        for first, second, score, features in rows:
            pairs = json.loads(features)
            told = json.dumps([[n, None if n in _OPEN else w] for n, w in pairs], separators=(",", ":"))
            if told not in reasons:
                reasons[told] = len(reasons) + 1
                connection.execute(sa.text("INSERT INTO reason (features) VALUES (:told)"), {"told": told})
            weights = " ".join(f"{w:g}" for n, w in pairs if n in _OPEN)
            taken.append({"f": first, "s": second, "score": score, "reason": reasons[told], "weights": weights})
        connection.execute(
            sa.text("INSERT INTO joining (first, second, score, reason, weights) "
                    "VALUES (:f, :s, :score, :reason, :weights)"),
            taken,
        )  # fmt: skip
        last = (rows[-1][0], rows[-1][1])
    op.drop_table("joining_of_old")
    op.create_index("ix_joining_second", "joining", ["second"], unique=False)
