"""Codings as lines of JSON, as tables for a spreadsheet, and readings as CoNLL-U.

Made from records alone: how they were coded is not known here.
"""

from hearsay.export.conllu import conllu
from hearsay.export.flat import COLUMNS, csv_header, csv_rows
from hearsay.export.lines import RecordKind, json_lines, records_of

__all__ = ["COLUMNS", "RecordKind", "conllu", "csv_header", "csv_rows", "json_lines", "records_of"]
