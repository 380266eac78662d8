"""What the tables of the ledger are made of; see :mod:`hearsay.ledger.schema`."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

SHORT = 0xFFFF_FFFF
"""What is kept of a hash that only proposes what is compared: a few needless comparisons cost less than longer rows."""

Key = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only columns declared INTEGER."""


def key_column() -> Column[int]:
    """The key that a table's rows are counted by."""
    return Column("key", Key, primary_key=True, autoincrement=True)


def to(name: str, table: str, *, null: bool = False, index: bool = False) -> Column[int]:
    """A column that holds the key of another table's row."""
    return Column(name, Key, ForeignKey(f"{table}.key"), nullable=null, index=index)
