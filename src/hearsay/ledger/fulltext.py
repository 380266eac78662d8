"""Words of quotations, searched: FTS5 in SQLite, a text-search index in PostgreSQL.

Both fold case and take words as written, without stemming: a researcher who asks for "ceasefire" gets "ceasefire".
Article text and questions are only ever bound parameters.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TableClause,
    TextClause,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)

from hearsay.ledger import schema

CREATE_SQLITE = (
    "CREATE VIRTUAL TABLE quote_words USING fts5(words, content='quote', content_rowid='key', "
    "tokenize='unicode61 remove_diacritics 2')",
)
CREATE_POSTGRESQL = ("CREATE INDEX ix_quote_words ON quote USING gin (to_tsvector('simple', words))",)


def create_index(connection: Connection) -> None:
    """Make the full-text index of an empty ledger."""
    for statement in CREATE_SQLITE if connection.dialect.name == "sqlite" else CREATE_POSTGRESQL:
        connection.exec_driver_sql(statement)


def index_quotes(connection: Connection, document: int) -> None:
    """Take a document's new quotations into the index; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO quote_words(rowid, words) SELECT key, words FROM quote "
                 "WHERE document = :document AND current"),
            {"document": document},
        )  # fmt: skip


def forget_quotes(connection: Connection, document: int) -> None:
    """Take a document's quotations out of the index, before their rows change or go."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO quote_words(quote_words, rowid, words) SELECT 'delete', key, words FROM quote "
                 "WHERE document = :document AND current"),
            {"document": document},
        )  # fmt: skip


def latest_first(
    connection: Connection, query: Select[Any], words: str, among: Select[int] | None = None
) -> Select[Any]:
    """A query on quotations, cut down to those that hold all the words, the latest added first.

    In SQLite the index itself gives them in this order, one by one: a page of a word that half of all hold is as quick
    as that of a rare one. Those that are not ``among`` some keys are passed over before their rows are looked up.
    """
    quote = schema.quote
    if connection.dialect.name != "sqlite":
        found = query.where(speaks_of(connection, words)).order_by(quote.c.key.desc())
        return found if among is None else found.where(quote.c.key.in_(among))
    hits, matching = _hits(words)
    found = query.join(hits, hits.c.rowid == quote.c.key).where(matching).order_by(hits.c.rowid.desc())
    # The sign keeps SQLite from looking each of the keys up in the index, which takes far longer for many.
    return found if among is None else found.where(literal_column("+quote_words.rowid").in_(among))


def speaks_of(connection: Connection, words: str) -> ColumnElement[bool]:
    """The condition that a quotation holds all these words; words in double quotation marks stand together."""
    if connection.dialect.name == "sqlite":
        hits, matching = _hits(words)
        return select(hits.c.rowid).where(hits.c.rowid == schema.quote.c.key, matching).correlate(schema.quote).exists()
    vector = func.to_tsvector(literal_column("'simple'"), schema.quote.c.words)
    return vector.op("@@")(func.websearch_to_tsquery(literal_column("'simple'"), _match(words)))


def _hits(words: str) -> tuple[TableClause, TextClause]:
    """SQLite's index, and the condition that one of its rows holds all the words."""
    matching = text("quote_words MATCH :match").bindparams(match=_match(words))
    return table("quote_words", column("rowid")), matching


def _match(words: str) -> str:
    """Each word, or each phrase of those in quotation marks, in quotation marks: plain words, whatever they hold."""
    phrases = (" ".join(re.findall(r"\w+", found)) for found in re.findall(r'"[^"]*"|\S+', words))
    return " ".join(f'"{phrase}"' for phrase in phrases if phrase) or '""'
