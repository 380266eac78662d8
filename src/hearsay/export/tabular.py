"""Events of a ledger as CSV and Parquet: the columns of :mod:`hearsay.ledger.columns`, one row an event."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from hearsay.errors import LedgerError
from hearsay.export.flat import harmless
from hearsay.export.outgoing import Outgoing
from hearsay.ledger.columns import COLUMNS, row_of, table_of
from hearsay.ledger.records import LedgerEvent
from hearsay.records import Record

_GROUP = 20_000
"""Rows of one Parquet row group."""


def csv_header(kind: type[Record] = LedgerEvent) -> str:
    """The first line."""
    return ",".join(COLUMNS[kind]) + "\n"


def csv_line(record: Record) -> str:
    """One record as a line; cells that a spreadsheet would take for formulas get an apostrophe in front."""
    sink = io.StringIO()
    cells = row_of(record)
    csv.writer(sink, lineterminator="\n").writerow(
        [str(cell).lower() if isinstance(cell, bool) else harmless(cell) for cell in cells]
    )
    return sink.getvalue()


def write_parquet(events: Iterable[Outgoing], path: Path) -> int:
    """Write events to a Parquet file, a row group at a time; their number. LedgerError when it cannot be written."""
    from pyarrow import parquet

    source, written = iter(events), 0
    part = path.with_name(path.name + ".part")
    try:
        with parquet.ParquetWriter(part, table_of((), LedgerEvent).schema, compression="zstd") as writer:
            while group := [out.event for out in islice(source, _GROUP)]:
                writer.write_table(table_of(group, LedgerEvent))
                written += len(group)
        part.replace(path)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written ({error.strerror or error}): choose another --output") from None
    return written
