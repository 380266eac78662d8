"""What a question may ask for: one set of conditions for the command line, Python, the web pages and the API."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hearsay.records import Ownership, PlacePrecision, Record, Status

Order = Literal["date", "-date", "published", "-published", "origins", "-origins", "confidence", "-confidence"]

Period = Literal["day", "week", "month", "year"]
Facet = Literal["type", "status", "quad", "actor", "recipient", "place", "outlet", "ownership", "origins"]


Reviewed = Literal["accepted", "fixed", "rejected", "disputed", "open"]
"""What people said of an event's mentions: some accepted or fixed and none rejected; rejected alone; both; nothing."""


class EventFilter(Record):
    """Conditions on events; all that are given must hold, and of several values of one condition any."""

    actor: tuple[str, ...] = Field(
        (), description="country code, knowledge id or words of a name, as doer; id:ID is that actor alone"
    )
    recipient: tuple[str, ...] = Field((), description="the same of the one it is done to")
    party: tuple[str, ...] = Field((), description="the same on either side")
    counterpart: tuple[str, ...] = Field((), description="the same of somebody who is in it beside these")
    type: tuple[str, ...] = Field((), description="PLOVER types, or a project's own")
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad: tuple[int, ...] = Field((), description="1 verbal cooperation, 2 material cooperation, 3 and 4 conflict")
    status: tuple[Status, ...] = ()
    since: str | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD: the event's date, from its first day")
    until: str | None = Field(None, description="the same, to its last day")
    place: tuple[str, ...] = Field((), description="country code, words of a place's name, or name and code: Aden, YEM")
    precision: tuple[PlacePrecision, ...] = Field((), description="how precisely the place is told")
    outlet: tuple[str, ...] = ()
    origin: tuple[str, ...] = Field((), description="words of the name of an origin: who vouches")
    ownership: tuple[Ownership, ...] = Field((), description="of an outlet that tells it")
    min_origins: int = Field(0, ge=0)
    max_origins: int | None = Field(None, ge=1)
    min_reports: int = Field(0, ge=0)
    min_confidence: float = Field(0.0, ge=0, le=1)
    denied: bool | None = Field(None, description="only events that an origin denies (or none does)")
    reviewed: tuple[Reviewed, ...] = Field((), description="what people said of its mentions")
    rejected: bool | None = Field(None, description="only events that people rejected (or all but these)")
