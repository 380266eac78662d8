"""What the JSON of each page holds."""

from __future__ import annotations

from pydantic import Field

from hearsay.explorer.lately import Denied, Lately, Movement
from hearsay.ledger.records import Bin, Edge, LedgerEvent, Outlet, Spot
from hearsay.records import Actor, Record


class TodayAnswer(Record):
    """What the ledger says happened lately."""

    timeline: tuple[Bin, ...] = Field(description="by month, the last three years of them")
    latest: tuple[LedgerEvent, ...]
    lately: Lately | None = Field(description="the days looked at; none in a ledger without dates")
    most_told: tuple[LedgerEvent, ...] = Field(description="of these days, those that most origins vouch for")
    movements: tuple[Movement, ...] = Field(description="between whom most changed against as many days before")
    denied: tuple[Denied, ...] = Field(description="the newest denials first")
    repeated: tuple[LedgerEvent, ...] = Field(description="told by several, vouched for by one origin")
    most: tuple[Edge, ...] = Field(description="pairs of actors with most events over all time")


class EventsAnswer(Record):
    """A page of events."""

    count: int = Field(description="events that meet the conditions; where counting takes long, as of a moment ago")
    events: tuple[LedgerEvent, ...]
    after: str | None = Field(description="send it back for the next page; null when this was the last")


class ActorsAnswer(Record):
    """Actors by words of their names."""

    actors: tuple[Actor, ...]


class PairsAnswer(Record):
    """Pairs of actors, those with most events first."""

    edges: tuple[Edge, ...]


class PlacesAnswer(Record):
    """Places with the events that happened there."""

    places: tuple[Spot, ...]


class OutletsAnswer(Record):
    """Outlets, those with most articles first."""

    outlets: tuple[Outlet, ...]


class Refusal(Record):
    """Why a question was not answered."""

    error: str
    detail: str
