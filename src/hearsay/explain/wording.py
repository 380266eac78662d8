"""Plain words for the codes: a reader of an explanation need not know PLOVER. The words stand in ``words.tsv``."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from hearsay.records import Actor, Event, Place


@cache
def _words() -> dict[tuple[str, str], str]:
    table = files("hearsay.explain").joinpath("words.tsv").read_text("utf-8").splitlines()
    return {(row["table"], row["code"]): row["words"] for row in csv.DictReader(table, delimiter="\t")}


def word(table: str, code: str) -> str:
    """The words of a code; the code itself when there are none."""
    return _words().get((table, code), code)


def act(event: Event) -> str:
    """What was done: "attacks, from the air"."""
    modes = [word("mode", f"{event.event}.{mode}").replace(f"{event.event}.", "") for mode in event.mode]
    return ", ".join((word("event", event.event), *modes))


def tone(event: Event) -> str:
    """``cooperation`` or ``conflict``, by the quad code."""
    return "cooperation" if event.quad_code <= 2 else "conflict"


def standing(actor: Actor) -> str:
    """Country, sectors and role of an actor: "Iran, government, president-elect"; empty when nothing is known.

    A country that is its own name is not said again.
    """
    country = word("country", actor.country) if actor.country else ""
    return ", ".join(
        (
            *([country] if country and country != actor.name else []),
            *(word("sector", sector) for sector in actor.sector), *([actor.role] if actor.role else []),
        )
    )  # fmt: skip


def located(place: Place) -> str:
    """A place with its country: "Muscat, Oman"; a country alone is not said twice."""
    country = word("country", place.country) if place.country else ""
    return ", ".join(part for part in (place.name, country if country != place.name else "") if part)


def counted(number: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
