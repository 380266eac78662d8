"""The exact form: one record, one line of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hearsay.records import Coding, Record

RecordKind = Literal["events", "reports", "actors", "documents", "own"]


def records_of(coding: Coding, kind: RecordKind) -> Sequence[Record]:
    """The records of one kind in a coding: events, reports, cast, document, or own types' events."""
    match kind:
        case "events":
            return coding.events
        case "reports":
            return coding.reports
        case "actors":
            return coding.actors
        case "documents":
            return (coding.document,)
        case "own":
            return coding.own


def json_lines(coding: Coding, kind: RecordKind) -> str:
    """The records of one kind, each ``model_dump_json(by_alias=True)`` and a line end; empty when there are none."""
    return "".join(record.model_dump_json(by_alias=True) + "\n" for record in records_of(coding, kind))
