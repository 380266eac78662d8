"""Codings as lines of JSON and as tables for a spreadsheet; readings as CoNLL-U (:mod:`hearsay.export.conllu`).

Made from records alone: how they were coded is not known here.
"""

from hearsay.export.flat import COLUMNS, csv_header, csv_rows
from hearsay.export.lines import RecordKind, json_lines, records_of

__all__ = ["COLUMNS", "RecordKind", "csv_header", "csv_rows", "json_lines", "records_of"]
