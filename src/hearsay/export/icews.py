"""ICEWS' 20 columns (Boschee et al., Dataverse), tab-separated with a header. "Source" is the doer, not who says so."""

from __future__ import annotations

from hearsay.export.cells import country_names, names, sectors, tab_line
from hearsay.export.countries import name_of
from hearsay.export.outgoing import Outgoing

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def header() -> str:
    """The first line."""
    return tab_line(COLUMNS)


def icews_line(out: Outgoing) -> str:
    """One event as a line. The event's text is its PLOVER type and mode; CAMEO codes stay strings: 010 is not 10."""
    event, place = out.event, out.event.place
    first = out.reports[0] if out.reports else None
    precision = place.precision if place else None
    return tab_line((
        out.number, event.date or event.published, names(event.actor), sectors(event.actor),
        country_names(event.actor), " ".join((event.event, *event.mode)), event.cameo,
        event.goldstein if event.goldstein is not None else event.scale,
        names(event.recipient), sectors(event.recipient), country_names(event.recipient),
        first.document if first else None, None, first.outlet if first else None,
        *((place.name if precision == "city" else None, None, place.name if precision == "region" else None,
           name_of(place.country), place.latitude, place.longitude) if place else (None,) * 6),
    ))  # fmt: skip
