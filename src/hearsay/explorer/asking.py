"""Questions as web addresses: query parameters to an EventFilter and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args, get_origin
from urllib.parse import urlencode

from pydantic import ValidationError
from starlette.datastructures import QueryParams

from hearsay.errors import LedgerError
from hearsay.explorer.shelf import Shelf
from hearsay.ledger.conditions import day_of
from hearsay.ledger.filters import EventFilter, Facet
from hearsay.records import EventType

LONGEST = 200
"""Characters of one value; nothing that is looked for is longer."""
MOST = 20
"""Values of one condition."""

PARAMETER: dict[Facet, str] = {
    "type": "type", "status": "status", "quad": "quad", "actor": "actor", "recipient": "recipient", "place": "place",
    "outlet": "outlet", "ownership": "ownership", "origins": "min_origins",
}  # fmt: skip
"""The condition that narrows to a value of each facet."""

_SEVERAL = {name for name, field in EventFilter.model_fields.items() if get_origin(field.annotation) is tuple}


class BadQuestion(ValueError):
    """A query parameter that means nothing: the message says which, and what it may be."""


def wanted_of(query: QueryParams) -> EventFilter:
    """The conditions that a query string gives; empty values are none. BadQuestion for what no event can meet."""
    given: dict[str, object] = {}
    for name in EventFilter.model_fields:
        values = [value.strip() for value in query.getlist(name) if value.strip()]
        if not values:
            continue
        if len(values) > MOST or any(len(value) > LONGEST or "\0" in value for value in values):
            raise BadQuestion(f"{name}: at most {MOST} values of {LONGEST} characters")
        if name in _SEVERAL:
            given[name] = tuple(dict.fromkeys(int(v) if name == "quad" and v.isdecimal() else v for v in values))
        else:
            given[name] = values[-1]
    try:
        wanted = EventFilter.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadQuestion(f"{first['loc'][0]}: {first['input']!r}: {first['msg']}") from None
    for name, last in (("since", False), ("until", True)):
        value = getattr(wanted, name)
        try:
            if value:
                day_of(value, last=last)
        except (LedgerError, ValueError, OverflowError):
            raise BadQuestion(f"{name}: {value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    for name in ("min_origins", "max_origins", "min_reports"):
        if (getattr(wanted, name) or 0) > 1_000_000:
            raise BadQuestion(f"{name}: at most 1000000")
    if any(quad not in (1, 2, 3, 4) for quad in wanted.quad):
        raise BadQuestion("quad: 1, 2, 3 or 4")
    return wanted


def pairs(wanted: EventFilter, **changed: object) -> list[tuple[str, str]]:
    """The conditions as query parameters, without those that ask nothing; ``changed`` replaces some."""
    given: list[tuple[str, str]] = []
    for name, field in EventFilter.model_fields.items():
        value = changed.get(name, getattr(wanted, name))
        if value in (None, (), 0, 0.0) or value == field.default:
            continue
        if isinstance(value, bool):
            given.append((name, str(value).lower()))
        elif isinstance(value, tuple):
            given.extend((name, str(item)) for item in value)
        else:
            given.append((name, str(value)))
    for name in ("denied", "rejected"):
        if getattr(wanted, name) is False and name not in changed:
            given.append((name, "false"))
    return given


def address(path: str, given: Iterable[tuple[str, str]]) -> str:
    """A path with query parameters."""
    query = urlencode([(name, value) for name, value in given if value])
    return f"{path}?{query}" if query else path


def without(wanted: EventFilter, name: str, value: str) -> list[tuple[str, str]]:
    """The conditions less one."""
    return [pair for pair in pairs(wanted) if pair != (name, value)]


def kept(wanted: EventFilter) -> list[tuple[str, str]]:
    """The conditions that the fields above a drawing do not show, for it to keep them: also second values of one."""
    shown = {"party", "type", "quad", "place", "since", "until", "min_origins", "denied"}
    seen: set[str] = set()
    left = []
    for name, value in pairs(wanted):
        if name not in shown or name in seen:
            left.append((name, value))
        seen.add(name)
    return left


def types_of(shelf: Shelf) -> tuple[str, ...]:
    """The event types that one may ask for: PLOVER's, and those of the ledger that are a project's own."""
    return (*choices("type"), *shelf.kept("own types", lambda ledger: tuple(ledger.own_types())))


def choices(name: str) -> tuple[str, ...]:
    """The values that a condition may have, where they are few; of types PLOVER's."""
    if name == "type":
        return get_args(EventType)
    annotation = EventFilter.model_fields[name].annotation
    return get_args(get_args(annotation)[0])
