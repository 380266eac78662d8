"""GDELT 2.0 events (61 columns) and mentions (16), tab-separated without a header, in its codebook's order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hearsay.export.cells import Cell, tab_line
from hearsay.export.countries import fips_of, name_of
from hearsay.export.outgoing import Outgoing
from hearsay.records import Actor, Place

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{part}" for side in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTION_COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip

_TYPES = {
    "CVL": "CVL", "BUS": "BUS", "COP": "COP", "EDU": "EDU", "GOV": "GOV", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG",
    "MIL": "MIL", "OPP": "OPP", "REB": "REB", "SPY": "SPY", "JRN": "MED", "MED": "HLH", "CRM": "CRM", "REL": "REL",
    "HRI": "HRI", "REF": "REF", "AGR": "AGR", "ELI": "ELI", "UAF": "UAF", "INS": "INS", "SEP": "SEP", "RAD": "RAD",
    "PTY": "PTY",
}  # fmt: skip
"""PLOVER's sectors by CAMEO's codes of roles; JRN is CAMEO's MED (media), PLOVER's MED (medical) its HLH."""
_COUNTRY, _REGION, _CITY = "1", "5", "4"
_GEO_TYPES = {"country": _COUNTRY, "region": _REGION, "city": _CITY}
_NO_COUNTRY = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")


def event_line(out: Outgoing) -> str:
    """One event as a line. Its date, else the first publication's; a month or year without a day is its first day."""
    event = out.event
    day = _day(event.date or event.published)
    code = event.cameo or ""
    url = next((report.url or report.document for report in out.reports), None)
    return tab_line((
        out.number, *_dates(day), *_actor(event.actor), *_actor(event.recipient),
        1, code, code[:3], code[:2], event.quad_code, event.goldstein,
        sum(len(report.tellings) for report in out.reports), event.outlets, event.reports, None,
        *(None,) * 16, *_geo(event.place), _stamp(event.published), url,
    ))  # fmt: skip


def mention_lines(out: Outgoing) -> Iterator[str]:
    """One line for each place that tells the event."""
    event = out.event
    when = _stamp(event.date or event.published)
    for report in out.reports:
        for telling in report.tellings:
            yield tab_line((
                out.number, when, _stamp(report.published), 1 if report.url else 2, report.outlet,
                report.url or report.document, None, None, None, telling.trigger[0], 1,
                round(telling.confidence * 100), report.characters, None, None, None,
            ))  # fmt: skip


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _dates(day: date | None) -> tuple[Cell, ...]:
    if day is None:
        return (None,) * 4
    fraction = day.year + ((day.month - 1) * 30 + day.day) / 365
    return (f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, f"{fraction:.4f}")


def _stamp(text: str | None) -> str | None:
    day = _day(text)
    return f"{day:%Y%m%d}000000" if day else None


def _actor(actors: tuple[Actor, ...]) -> tuple[Cell, ...]:
    if not actors:
        return (None,) * 10
    first = actors[0]
    country = first.country if first.country not in _NO_COUNTRY else None
    types = [_TYPES[sector] for sector in first.sector if sector in _TYPES][:3]
    if first.country in _NO_COUNTRY:
        types = [str(first.country), *types][:3]
    types += [""] * (3 - len(types))
    code = (country or "") + "".join(types)
    return (code, (first.name or "").upper(), country, *(None,) * 4, *types)


def _geo(place: Place | None) -> tuple[Cell, ...]:
    if place is None:
        return (0, *(None,) * 7)
    fips = fips_of(place.country)
    parts = [place.name] if place.precision == "country" else [place.name, name_of(place.country)]
    return (
        _GEO_TYPES.get(place.precision, "0"), ", ".join(part for part in parts if part), fips, fips or None, None,
        place.latitude, place.longitude, place.geonames if place.precision != "country" else fips,
    )  # fmt: skip
