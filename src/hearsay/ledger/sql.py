"""SQL over the ledger or Parquet files, in DuckDB: what is asked about is copied in, then every door is shut.

The query runs in a database in memory that cannot open, attach, install, read or write anything else, and whose
settings are locked. Only one SELECT is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Connection, Float, Integer, LargeBinary, Table, select

from hearsay.errors import LedgerError
from hearsay.ledger import review_tables, schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow

_BATCH = 20_000
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        schema.document, schema.document_text, schema.account, schema.party, schema.mention, schema.actor,
        schema.chain, schema.quote, schema.event, schema.event_party, schema.event_origin, schema.event_outlet,
        schema.outlet, schema.own_type, schema.relay, schema.joining, schema.reason, schema.judgement, schema.copy,
        schema.rival,
        review_tables.queue, review_tables.task, review_tables.review,
    )
}  # fmt: skip
"""Tables that can be asked about; blobs of them are left out."""

_LOCKS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET python_enable_replacements = false",
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


class Rows:
    """What a query gave: names of columns and rows."""

    def __init__(self, table: pyarrow.Table) -> None:
        self._table = table
        self.columns: tuple[str, ...] = tuple(table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for batch in self._table.to_batches():
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def to_arrow(self) -> pyarrow.Table:
        """The rows as an Arrow table."""
        return self._table

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame; pandas must be installed."""
        return self._table.to_pandas()


def query(connection: Connection | None, statement: str, parquet: Mapping[str, Path] | None = None) -> Rows:
    """Run one SELECT over the ledger's tables and Parquet files, each a table by its name here.

    LedgerError for anything but a SELECT, a query that fails, or a file that cannot be read.
    """
    import duckdb

    with duckdb.connect(":memory:") as judge, duckdb.connect(":memory:") as database:
        try:
            _lock(judge)
            asked = _checked(judge, statement)
            for name, path in (parquet or {}).items():
                _take_file(database, name, path)
            if connection is not None:
                for table in TABLES.values():
                    _take_table(database, connection, table, filled=table.name in asked)
            _lock(database)
            return Rows(database.sql(statement).to_arrow_table())
        except duckdb.Error as error:
            raise LedgerError(f"sql: {' '.join(str(error).split())[:400]}") from None


def cell_text(value: Any) -> str:
    """A value of a result as text; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def json_value(value: Any) -> Any:
    """A value of a result as JSON can hold it."""
    if isinstance(value, Mapping):
        return {str(key): json_value(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(part) for part in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, bool | int | float | str) else cell_text(value)


def _lock(database: duckdb.DuckDBPyConnection) -> None:
    for setting in _LOCKS:
        database.execute(setting)


def _checked(database: duckdb.DuckDBPyConnection, statement: str) -> frozenset[str]:
    """The names of the tables a SELECT asks about."""
    import duckdb

    found = database.extract_statements(statement)
    if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
        raise LedgerError("sql: only one SELECT is taken: it reads the ledger and changes nothing")
    return frozenset(name.split(".")[-1].strip('"') for name in database.get_table_names(statement))


def _take_file(database: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    if not name.isidentifier():
        raise LedgerError(f"sql: {name!r} is no name for a table: letters, digits and _, as in NAME=FILE")
    if not path.is_file():
        raise LedgerError(f"{path}: there is no such file: give a Parquet file made by `hearsay export parquet`")
    database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM read_parquet(?)', [str(path)])


def _take_table(database: duckdb.DuckDBPyConnection, connection: Connection, table: Table, *, filled: bool) -> None:
    """Make a ledger's table, with its rows when they are asked about."""
    import pyarrow

    columns = [column for column in table.c if not isinstance(column.type, LargeBinary)]
    form = pyarrow.schema([(column.name, _arrow_type(column.type)) for column in columns])
    database.register("incoming", form.empty_table())
    database.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM incoming')
    database.unregister("incoming")
    if not filled:
        return
    result = connection.execution_options(yield_per=_BATCH).execute(select(*columns))
    for part in _parts(result.partitions(_BATCH), form):
        database.register("incoming", part)
        database.execute(f'INSERT INTO "{table.name}" SELECT * FROM incoming')
        database.unregister("incoming")


def _parts(parts: Iterable[Sequence[Any]], form: pyarrow.Schema) -> Iterator[pyarrow.Table]:
    import pyarrow

    for rows in parts:
        cells = list(zip(*rows, strict=True))
        yield pyarrow.table(
            [pyarrow.array(column, kind) for column, kind in zip(cells, form.types, strict=True)], schema=form
        )


def _arrow_type(kind: Any) -> Any:
    import pyarrow

    if isinstance(kind, Boolean):
        return pyarrow.bool_()
    if isinstance(kind, Integer):
        return pyarrow.int64()
    return pyarrow.float64() if isinstance(kind, Float) else pyarrow.string()
