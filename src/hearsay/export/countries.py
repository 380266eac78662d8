"""Country codes of other datasets: two letters, FIPS 10-4 and Correlates of War numbers for ISO 3166-1 alpha-3."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("hearsay.export") / "data" / "countries.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")][1:]
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def _by_iso() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in _rows()}


@cache
def _by_fips() -> dict[str, str]:
    # A code shared with a dependency is the state's; the West Bank and Gaza have one each.
    states = {fips: iso for iso, _, fips, cow, _ in _rows() if fips and cow}
    return {**{fips: iso for iso, _, fips, _, _ in _rows() if fips}, **states, "WE": "PSE"}


@cache
def _by_name() -> dict[str, str]:
    return {name.casefold(): iso for iso, _, _, _, name in _rows()}


def iso2_of(iso: str | None) -> str | None:
    """The two letters of a country, in lower case as FollowTheMoney writes them; None for a code that is none's."""
    return _by_iso().get(iso or "", ("",))[0].lower() or None


def fips_of(iso: str | None) -> str:
    """The FIPS 10-4 code of a country; empty when it has none, as IGO and the other codes that are no country's."""
    return _by_iso().get(iso or "", ("", "", "", ""))[1]


def cow_of(iso: str | None) -> str:
    """The Correlates of War number of a state; empty when it has none."""
    return _by_iso().get(iso or "", ("", "", "", ""))[2]


def name_of(iso: str | None) -> str:
    """The English name of a country; a code that is no country's as it is."""
    return _by_iso().get(iso or "", ("", "", "", iso or ""))[3]


def iso_of_fips(fips: str) -> str | None:
    """The country of a FIPS 10-4 code."""
    return _by_fips().get(fips)


def iso_of_name(name: str) -> str | None:
    """The country of an English name, or of a code of three letters as it is."""
    if len(name) == 3 and name.isupper():
        return name
    return _by_name().get(name.casefold().strip())
