"""Cells of tab-separated formats: one line each, and actors as other datasets write them."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.export.countries import name_of
from hearsay.records import Actor

Cell = str | int | float | None


def tab_line(cells: Iterable[Cell]) -> str:
    """Cells as a line of a tab-separated file: no cell holds a tab or a line end, and None is empty."""
    return "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells) + "\n"


def names(actors: Iterable[Actor]) -> str:
    """Names of actors, "; " between."""
    return "; ".join(actor.name or "?" for actor in actors)


def country_names(actors: Iterable[Actor]) -> str:
    """Countries of actors by name, each once."""
    return "; ".join(dict.fromkeys(name_of(actor.country) for actor in actors if actor.country))


def sectors(actors: Iterable[Actor]) -> str:
    """Sectors of actors, each once."""
    return "; ".join(dict.fromkeys(sector for actor in actors for sector in actor.sector))
