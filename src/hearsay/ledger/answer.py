"""An answer: a tuple of records that also knows where to go on, and its form as a table."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hearsay.errors import LedgerError
from hearsay.ledger.columns import table_of
from hearsay.records import Record

if TYPE_CHECKING:
    import pyarrow

R = TypeVar("R", bound=Record)


class Answer(tuple[R, ...], Generic[R]):
    """Records in the order asked for. ``after`` is the cursor of the next page, None when this was the last."""

    after: str | None

    def __new__(cls, records: Iterable[R] = (), after: str | None = None) -> Answer[R]:
        made = super().__new__(cls, records)
        made.after = after
        return made

    def to_arrow(self) -> pyarrow.Table:
        """A table of one row a record; columns as in CSV and Parquet exports (docs/formats.md)."""
        return table_of(self)

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame. LedgerError when pandas is not installed."""
        _imported("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """The same as a polars DataFrame. LedgerError when polars is not installed."""
        return _imported("polars").from_arrow(self.to_arrow())


def _imported(library: str) -> Any:
    try:
        return import_module(library)
    except ModuleNotFoundError:
        raise LedgerError(f"to_{library}() needs {library}: install it with pip install {library}") from None
