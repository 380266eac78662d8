"""The OpenAPI description: conditions, answers and refusals of every page that is JSON, with examples.

Conditions are read from EventFilter, so that what may be asked and what is described are one thing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any, get_args

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from hearsay.explorer import asking
from hearsay.explorer.answers import (
    ActorsAnswer,
    EventsAnswer,
    OutletsAnswer,
    PairsAnswer,
    PlacesAnswer,
    Refusal,
    TodayAnswer,
)
from hearsay.explorer.lately import SPANS
from hearsay.ledger.filters import EventFilter, Order

_REF = "#/components/schemas/{model}"
_EXAMPLES: dict[str, Any] = {
    "actor": ["IRN"], "recipient": ["Oman"], "party": ["USA"], "type": ["CONSULT"], "mode": ["visit"],
    "context": ["military"], "quad": [3, 4], "status": ["actual"], "since": "2024-07", "until": "2024-08-15",
    "place": ["Muscat"], "outlet": ["Lowland Observer"], "origin": ["Reuters"], "ownership": ["state"],
    "min_origins": 2, "max_origins": 1, "min_reports": 2, "min_confidence": 0.5, "denied": True,
}  # fmt: skip
ANSWERS: dict[str, type[BaseModel]] = {
    "/today.json": TodayAnswer, "/events.json": EventsAnswer, "/actors.json": ActorsAnswer,
    "/network.json": PairsAnswer, "/map.json": PlacesAnswer, "/sources.json": OutletsAnswer,
}  # fmt: skip
"""What answers hold whose routes only say that it is an object."""

_REFUSALS = {
    "400": "The address holds the character NUL.",
    "404": "The ledger holds nothing of this id or name.",
    "414": "The question is longer than 8,000 characters.",
    "422": "A condition means nothing: the answer says which.",
    "429": "Too many costly pages in a minute; Retry-After says how long to wait.",
    "503": "The ledger cannot be read now, or the question takes too long; Retry-After says when to try again.",
}
_NAMED = ("{", "/events.json", "/reviews.json")


def describe(app: FastAPI) -> None:
    """Let an application describe itself in full."""
    plain: Callable[[], dict[str, Any]] = app.openapi

    def openapi() -> dict[str, Any]:
        described = plain()
        if "Refusal" not in described["components"]["schemas"]:
            _complete(described)
        return described

    app.openapi = openapi  # type: ignore[method-assign]


def _complete(described: dict[str, Any]) -> None:
    models: list[type[BaseModel]] = [*dict.fromkeys(ANSWERS.values()), Refusal]
    _, made = models_json_schema([(model, "serialization") for model in models], ref_template=_REF)
    schemas = described["components"]["schemas"]
    for name, schema in made["$defs"].items():
        schemas.setdefault(name, schema)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    examples = json.loads(files("hearsay.explorer").joinpath("examples.json").read_text("utf-8"))
    for path, operations in described["paths"].items():
        operation = operations["get"]
        asked = [*operation.get("parameters", ()), *_parameters(path)]
        operation["parameters"] = list({(part["in"], part["name"]): part for part in asked}.values())
        for part in operation["parameters"]:
            part.setdefault("example", examples["parameters"].get(f"{path} {part['name']}"))
        answers = operation["responses"]
        answers.pop("422", None)
        content = answers["200"]["content"]
        if path.endswith(".geojson"):
            content["application/geo+json"] = content.pop("application/json")
        told = next(iter(content.values()))
        if path in ANSWERS:
            told["schema"] = {"$ref": _REF.format(model=ANSWERS[path].__name__)}
        if path in examples["answers"]:
            told["example"] = examples["answers"][path]
        for status, words in _REFUSALS.items():
            if status != "404" or any(sign in path for sign in _NAMED):
                answers[status] = {"description": words, "content": {
                    "application/json": {"schema": {"$ref": _REF.format(model="Refusal")}},
                }}  # fmt: skip


def _parameters(path: str) -> list[dict[str, Any]]:
    if path == "/today.json":
        days = _query("days", {"type": "integer", "enum": list(SPANS)}, "Days to look back on.", 30)
        return [days, _condition("since"), _condition("until")]
    if path == "/reviews.json":
        return [
            _query("event", {"type": "string"}, "An event's id: reviews of its mentions.", None),
            _query("queue", {"type": "integer", "minimum": 1, "maximum": 999_999_999}, "A queue's number.", 1),
            _query("reviewer", {"type": "string"}, "Whose reviews.", "Ada"),
        ]
    if not path.startswith(("/events.json", "/network", "/map")):
        return []
    asked = [_condition(name) for name in EventFilter.model_fields]
    if path == "/events.json":
        orders = {"type": "string", "enum": list(get_args(Order)), "default": "-date"}
        asked += [
            _query("order", orders, "What comes first; - turns it round.", "-origins"),
            _query("limit", {"type": "integer", "minimum": 1, "maximum": 1000, "default": 40}, "Events a page.", 100),
            _query("after", {"type": "string"}, "What the page before gave as `after`.", None),
        ]
    return asked


def _condition(name: str) -> dict[str, Any]:
    schema = dict(EventFilter.model_json_schema()["properties"][name])
    words = schema.pop("description", None) or f"Events of this {name}."
    given = next((part for part in schema.get("anyOf", ()) if part["type"] != "null"), schema)
    given = {key: value for key, value in given.items() if key not in ("title", "default")}
    for part in (given, given.get("items", {})):
        if part.get("type") == "string" and "enum" not in part:
            part["maxLength"] = asking.LONGEST
    if given.get("type") == "array":
        given["maxItems"] = asking.MOST
    if given.get("type") == "integer":
        given["maximum"] = 1_000_000
    return _query(name, given, words[:1].upper() + words[1:], _EXAMPLES.get(name))


def _query(name: str, schema: dict[str, Any], words: str, example: Any) -> dict[str, Any]:
    part = {"name": name, "in": "query", "required": False, "description": words, "schema": schema}
    return part if example is None else {**part, "example": example}
