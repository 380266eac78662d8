"""POLECAT's 40 columns (Halterman et al. 2023; Dataverse), tab-separated with a header."""

from __future__ import annotations

from hearsay.export.cells import Cell, country_names, names, sectors, tab_line
from hearsay.export.countries import cow_of, name_of
from hearsay.export.outgoing import Outgoing
from hearsay.records import Actor

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip

_QUADS = ("", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
_FEATURES = {"city": "PPL", "region": "ADM1", "country": "PCLI"}
VERSION = "hearsay"


def header() -> str:
    """The first line."""
    return tab_line(COLUMNS)


def polecat_line(out: Outgoing) -> str:
    """One event as a line; the publisher is that of the first report, the date else that of its publication."""
    event, place = out.event, out.event.place
    first = out.reports[0] if out.reports else None
    precision = place.precision if place else None
    return tab_line((
        event.id, event.date or event.published, event.event, "; ".join(event.mode), event.scale,
        _QUADS[event.quad_code], "; ".join(event.context), *_side(event.actor), *_side(event.recipient),
        *((place.name, place.name if precision == "city" else None, None,
           place.name if precision == "region" else None, name_of(place.country), place.latitude, place.longitude,
           place.geonames, None, _FEATURES.get(place.precision)) if place else (None,) * 10),
        first.outlet if first else None, first.published if first else None, None, None, None,
        first.language if first else None, VERSION,
    ))  # fmt: skip


def _side(actors: tuple[Actor, ...]) -> tuple[Cell, ...]:
    listed = sectors(actors)
    return (
        names(actors), country_names(actors),
        "; ".join(dict.fromkeys(cow_of(actor.country) for actor in actors if cow_of(actor.country))),
        listed.split("; ")[0], listed, "; ".join(actor.role for actor in actors if actor.role), names(actors),
        "; ".join(actor.wikidata for actor in actors if actor.wikidata),
    )  # fmt: skip
