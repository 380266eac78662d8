"""JSON Schema of the records that ``hearsay code`` writes (draft 2020-12), made from the types themselves."""

from __future__ import annotations

import json

from hearsay.records import CastMember, Coding, Document, Event, OwnEvent, Record, Report

RECORDS: dict[str, type[Record]] = {
    "event": Event,
    "report": Report,
    "actor": CastMember,
    "document": Document,
    "own": OwnEvent,
    "coding": Coding,
}
"""What one line of each ``--records`` form is; ``coding`` is all of them for one document."""


def schema(name: str) -> dict[str, object]:
    """The schema of one record; KeyError for a name that is not in :data:`RECORDS`."""
    made = RECORDS[name].model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text(name: str) -> str:
    """The schema as it is committed in ``docs/schema``."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
