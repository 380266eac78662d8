"""PLOVER JSON Lines (Open Event Data Alliance, codebook of 2024, "Data fields"): one event a line."""

from __future__ import annotations

import json
from typing import Any

from hearsay.export.outgoing import Outgoing
from hearsay.records import Actor, NumberKind

_AUXILIARY = {"planned": "future", "possible": "hypothetical", "negated": "negation"}
"""PLOVER files what did not happen, or not yet, under auxiliary contexts."""
_RESOLUTION = {"city": 5, "region": 3, "country": 1}


def plover_line(out: Outgoing) -> str:
    """One event as a line of JSON. Keys that are not known are left out, as the codebook asks."""
    event = out.event
    first = out.reports[0] if out.reports else None
    telling = first.tellings[0] if first and first.tellings else None
    context = (*event.context, *((_AUXILIARY[event.status],) if event.status in _AUXILIARY else ()))
    record: dict[str, Any] = {
        "id": event.id,
        "date": event.date or event.published or "",
        "actor": [_entity(actor) for actor in event.actor],
        "recipient": [_entity(actor) for actor in event.recipient],
        "event": event.event,
        "mode": ", ".join(event.mode),
        "context": ", ".join(context),
        "quad_code": event.quad_code,
        "event_scale": event.scale,
        "event_text": telling.trigger_text if telling else None,
        "event_loc": _location(out),
        "size": _size(out),
        "text": telling.sentence_text if telling else None,
        "text_info": {"start": telling.sentence[0], "end": telling.sentence[1]} if telling else None,
        "cite_info": {
            "corpus": first.outlet, "url": first.url, "title": first.title, "language": first.language,
            "publication": first.published, "citation": first.document,
        } if first else None,
        "comment": event.summary,
    }  # fmt: skip
    return json.dumps(_known(record), ensure_ascii=False) + "\n"


def _entity(actor: Actor) -> dict[str, Any]:
    return {
        "entity_text": actor.name, "code": actor.country, "sector": ", ".join(actor.sector),
        "identifier_id": actor.wikidata, "identifier_text": actor.id, "office": actor.role,
    }  # fmt: skip


def _location(out: Outgoing) -> dict[str, Any] | None:
    place = out.event.place
    if place is None:
        return None
    return {
        "extracted_place": place.text, "resolved_place": place.name, "geonameid": place.geonames,
        "lat": place.latitude, "lon": place.longitude, "country_code": place.country,
        "city": place.name if place.precision == "city" else None,
        "province": place.name if place.precision == "region" else None,
        "resolution": _RESOLUTION.get(place.precision),
    }  # fmt: skip


def _size(out: Outgoing) -> dict[str, int | None]:
    names: dict[NumberKind, str] = {"killed": "dead", "injured": "injured", "arrested": "arrested"}
    return {name: out.event.numbers[kind][1] for kind, name in names.items() if kind in out.event.numbers}


def _known(value: Any) -> Any:
    """The same without what is not known."""
    if isinstance(value, dict):
        kept = {key: _known(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, "", [], {})}
    return [_known(part) for part in value] if isinstance(value, list) else value
