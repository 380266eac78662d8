"""What the ledger answers with: events over all documents, with every account and how many independent origins.

Like the records of one document these are frozen and print as one line of JSON. See docs/ledger.md.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hearsay.records import (
    Actor,
    DatePrecision,
    Document,
    Number,
    NumberKind,
    Ownership,
    Place,
    PlacePrecision,
    Record,
    RegionKind,
    ReportKind,
    Source,
    Span,
    Status,
)

Verdict = Literal["same", "different", "unsure"]


class Evidence(Record):
    """One mention of an event with the words that carry it."""

    trigger: Span
    trigger_text: str
    sentence: Span
    sentence_text: str
    chain: tuple[Source, ...] = Field((), description="who vouches beside the outlet, outermost first")
    status: Status
    region: RegionKind
    rule: str
    confidence: float


class Told(Record):
    """One document's account of an event."""

    id: str = Field(description="address of the document, and the event's number there: 3f9c0a81d2e4-3")
    document: str = Field(description="the document's id")
    digest: str
    outlet: str | None
    ownership: Ownership | None
    published: str | None
    title: str | None
    url: str | None
    event: str = Field(description="PLOVER type, or the name of a project's own")
    mode: tuple[str, ...] = ()
    status: Status
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: str | None
    place: Place | None = None
    numbers: tuple[Number, ...] = ()
    confidence: float
    copy_of: str | None = Field(None, description="digest of the document whose text this one repeats")
    mentions: tuple[Evidence, ...] = ()


class Origin(Record):
    """Who first vouched: the end of a source chain, copies and relays folded into one."""

    name: str = Field(description="the outlet, agency, body or person that the chains end in")
    actor: Actor | None = None
    ownership: Ownership | None = None
    status: Status = Field(description="how this origin tells it: negated is a denial")
    accounts: tuple[str, ...] = Field(description="ids of the accounts that rest on it")


class Figure(Record):
    """One count as an origin gives it."""

    kind: NumberKind
    low: int | None
    best: int | None
    high: int | None
    origin: str
    account: str


class Joining(Record):
    """Why two accounts were taken for one event."""

    first: str
    second: str
    score: float
    features: tuple[tuple[str, float], ...]


class LedgerEvent(Record):
    """A real-world event that stands once, however often it is told.

    Rows of a list leave ``accounts``, ``origins``, ``figures`` and ``joinings`` empty; :meth:`Ledger.event` fills them.
    """

    id: str
    event: str = Field(description="PLOVER type, or the name of a project's own")
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: str | None = None
    date_precision: DatePrecision = "unknown"
    published: str | None = Field(None, description="first day on which a document told it")
    place: Place | None = None
    status: Status
    quad_code: int
    scale: float
    cameo: str | None = None
    goldstein: float | None = None
    confidence: float
    reports: int = Field(description="documents that tell it")
    outlets: int = Field(description="outlets that published these")
    origin_count: int = Field(description="independent origins among them")
    denials: int = Field(description="origins that deny it")
    numbers: dict[NumberKind, tuple[int | None, int | None, int | None]] = Field(
        default_factory=dict, description="low, best, high over all accounts"
    )
    summary: str = Field(description="who says so and who denies it, in plain words")
    accounts: tuple[Told, ...] = ()
    origins: tuple[Origin, ...] = ()
    figures: tuple[Figure, ...] = ()
    joinings: tuple[Joining, ...] = ()
    related: tuple[tuple[str, str], ...] = Field((), description="kind of relation and id: a summary and its parts")


class Quote(Record):
    """Words that somebody is reported to have said, with who relays them."""

    number: int = Field(description="its number in the ledger, for the page after it")

    document: str
    digest: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    speaker: Actor | None
    speaker_text: str | None
    chain: tuple[Source, ...] = Field((), description="who relays it, outermost first, then the speaker")
    cue_class: str
    kind: ReportKind
    negated: bool
    content: tuple[Span, ...]
    content_text: tuple[str, ...]
    sentence: Span
    sentence_text: str


class Edge(Record):
    """What one actor did to another, over the events that a question selects."""

    actor: Actor
    recipient: Actor
    events: int
    quads: tuple[int, int, int, int] = Field(description="events by quad class 1 to 4")
    scale: float = Field(description="mean of the events' PLOVER scale")
    origins: int = Field(description="highest number of origins of one of the events")


class Spot(Record):
    """Where events happened, as precisely as it was told; without name and country those whose place is not told."""

    name: str | None
    country: str | None
    precision: PlacePrecision
    geonames: int | None = None
    latitude: float | None = Field(None, description="degrees, WGS 84; None where no point is known, as of divisions")
    longitude: float | None = None
    events: int
    quads: tuple[int, int, int, int] = Field(description="events by quad class 1 to 4")
    origins: int = Field(description="highest number of origins of one of the events")
    denied: int = Field(description="events that an origin denies")


class Bin(Record):
    """The events of one stretch of time."""

    begin: str
    events: int
    quads: tuple[int, int, int, int]
    reports: int
    origins: int


class Speaker(Record):
    """Somebody whose reported words name an actor."""

    speaker: Actor | None
    name: str | None = Field(description="of the speaker, else the words that stand for it; None when unnamed")
    quotes: int = Field(description="among the latest quotations that name the actor")
    latest: tuple[Quote, ...]


class Outlet(Record):
    """One outlet over all its articles of the ledger."""

    name: str
    ownership: Ownership | None
    articles: int
    events: int
    first: int
    """Events that nobody published before it: a tie counts for each."""
    alone: int
    """Events that no other outlet tells."""
    contradicted: int
    """Events that an origin denies."""
    relays: tuple[tuple[str, int], ...]
    """Who it relays most, with the number of mentions."""


class ActorProfile(Record):
    """An actor over time: under which names and roles, in how many events and quotations."""

    identity: str
    name: str | None
    country: str | None
    states: tuple[Actor, ...] = Field(description="as it stood: each role and sector once, first seen first")
    seen: tuple[tuple[str | None, str | None], ...] = Field(
        (), description="first and last day of publication of each state; None where too many would have to be counted"
    )
    first: str | None
    last: str | None
    did: int
    suffered: int
    quotes: int
    partners: tuple[Edge, ...] = ()
    spoken_of: tuple[Speaker, ...] = Field((), description="who speaks about it, those who do most first")


class Added(Record):
    """What became of a document that was to be added."""

    document: str
    digest: str
    outcome: Literal["new", "known", "corrected"]
    events: int
    quotes: int
    copy_of: str | None = None


class LedgerStatus(Record):
    """How much the ledger holds, and in what state it is."""

    url: str
    schema_version: str
    documents: int
    superseded: int
    copies: int
    accounts: int
    mentions: int
    quotes: int
    events: int
    own_types: dict[str, int] = Field(description="how many of them are of each type of a project's own")
    actors: int
    judgements: int
    coders: tuple[tuple[str, int], ...] = Field(description="each coder version with its number of current codings")
    first_published: str | None
    last_published: str | None
    bytes: int | None


class StoredDocument(Record):
    """A document as the ledger keeps it."""

    document: Document
    version: int
    added: str
    superseded_by: str | None = None
    copy_of: str | None = None
    coder: str


class Judgement(Record):
    """What a person decided."""

    number: int
    subject: str
    other: str | None
    kind: str
    verdict: str
    judge: str
    made: str
    undone: str | None = None


class Change(Record):
    """An event that a new coding of a document has and the older one had not, or the other way round."""

    kind: Literal["gone", "new"]
    text: str


class Recoded(Record):
    """What coding a document again changed."""

    document: str
    digest: str
    changes: tuple[Change, ...]


class Fault(Record):
    """Something in the ledger that should not be so."""

    where: str
    what: str
    remedy: str
