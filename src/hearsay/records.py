"""The records that flow through Hearsay and that it writes.

One JSON form for all of them: what ``hearsay code --format jsonl`` prints is ``record.model_dump_json()``. A span
is ``[begin, end]``: Python string indices into the document's ``text``, end exclusive. Wherever a record holds a
span it also holds the words there, so that a reader can check one against the other; :meth:`Coding.check` does.

Vocabulary: PLOVER (Open Event Data Alliance, codebook of 2024) for events, modes, contexts and sectors;
ISO 3166-1 alpha-3 for countries, or IGO, UNO, EUR, NGO, ISM, IMG, MNC.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]

Status = Literal["actual", "planned", "possible", "negated"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
RegionKind = Literal["headline", "body", "caption", "credit", "dateline", "boilerplate"]
ReportKind = Literal["direct", "indirect", "mixed"]
DatePrecision = Literal["day", "month", "year", "unknown"]
PlacePrecision = Literal["city", "region", "country", "unknown"]
NumberKind = Literal["killed", "injured", "arrested", "displaced", "participants"]
Ownership = Literal["state", "public", "private", "party", "unknown"]


class Record(BaseModel):
    """A frozen record: equal when its fields are equal, hashable, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Region(Record):
    """A stretch of a document's text that plays one part on the page."""

    kind: RegionKind
    span: Span


class Document(Record):
    """One article as it came in. ``text`` is never changed after this point: every span indexes it."""

    id: str
    digest: str = Field(description="SHA-256 of title and text, hexadecimal: the content address")
    text: str
    title: str | None = None
    published: str | None = Field(None, description="ISO date of publication, YYYY-MM-DD")
    outlet: str | None = Field(None, description="name of the newspaper, agency or body that published it")
    url: str | None = None
    language: str = "en"
    regions: tuple[Region, ...] = Field((), description="cover the text from first to last character, in order")


class Actor(Record):
    """A person, body, country or group, as it stood on the day of the article."""

    name: str | None = Field(description="fullest name in the article; None for a voucher the text leaves unnamed")
    country: str | None = None
    sector: tuple[str, ...] = Field((), description="PLOVER sectors as of the article's date, most important first")
    id: str | None = Field(None, description="id in the knowledge base; None when it is not known there")
    role: str | None = Field(None, description="office held that day, with elect/acting/former, when known")
    wikidata: str | None = None


class Source(Actor):
    """One link of a source chain: an actor that vouches, and where the text says so."""

    span: Span | None = Field(None, description="the words that name the source; None when it is the outlet's credit")
    text: str | None = Field(None, description="text[span]")
    ownership: Ownership | None = Field(None, description="of a news medium, when known")


class Report(Record):
    """An attribution: a source, the cue that reports, and the words or thoughts reported."""

    id: str
    document: str
    source: Source | None = Field(description="None when no source is stated (about 7% in news)")
    also: tuple[Source, ...] = Field((), alias="with", description="further speakers of the same words")
    via: tuple[Source, ...] = Field((), description="who relays the source, outermost first")
    source_span: Span | None
    source_text: str | None
    cue: tuple[Span, ...]
    cue_text: tuple[str, ...]
    cue_class: str = Field("assertion", description="assertion, denial, belief, promise, demand, question, doubt, leak")
    content: tuple[Span, ...]
    content_text: tuple[str, ...]
    kind: ReportKind
    region: RegionKind = "body"
    sentence: Span
    negated: bool = Field(False, description="true for 'did not say that ...'")


class Mention(Record):
    """One place in one document that tells an event."""

    document: str
    trigger: Span
    trigger_text: str
    actor: tuple[Span, ...] = ()
    actor_text: tuple[str, ...] = ()
    recipient: tuple[Span, ...] = ()
    recipient_text: tuple[str, ...] = ()
    sources: tuple[Source, ...] = Field((), description="who vouches beside the outlet, outermost first")
    sentence: Span
    sentence_text: str
    status: Status = "actual"
    region: RegionKind = "body"
    rule: str = Field(description="the lexicon entry or model that coded it")
    path: tuple[str, ...] = Field((), description="how the words hang together, one step a string")
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0


class Place(Record):
    """Where an event happened, with honest precision."""

    name: str
    country: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = "unknown"
    span: Span
    text: str


class Number(Record):
    """How many: low <= best <= high; open ends are None ("at least 30" has no high)."""

    kind: NumberKind
    low: int | None
    best: int | None
    high: int | None
    span: Span
    text: str


class Event(Record):
    """One real-world event of one document, with every mention of it there."""

    id: str
    event: EventType
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: str | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD, as precise as the text")
    date_precision: DatePrecision = "unknown"
    date_span: Span | None = None
    date_text: str | None = None
    place: Place | None = None
    status: Status = "actual"
    numbers: tuple[Number, ...] = ()
    quad_code: Annotated[int, Field(ge=1, le=4)]
    scale: float = Field(description="PLOVER conflict-cooperation score of the type and mode")
    cameo: str | None = Field(None, description="CAMEO code, a string: '010' is not '10'")
    goldstein: float | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    mentions: tuple[Mention, ...]


class OwnEvent(Record):
    """An event of a type that a project defined for itself; it stands beside PLOVER's events, not among them."""

    id: str
    event: str = Field(description="name of the project's type")
    like: EventType = Field(description="PLOVER type whose rules for participants it follows")
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: str | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD, as precise as the text")
    date_precision: DatePrecision = "unknown"
    date_span: Span | None = None
    date_text: str | None = None
    place: Place | None = None
    status: Status = "actual"
    numbers: tuple[Number, ...] = ()
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    mentions: tuple[Mention, ...]


class CastMember(Record):
    """An actor of one document with every place that names, describes or points at it."""

    document: str
    actor: Actor
    mentions: tuple[Span, ...]
    mention_texts: tuple[str, ...]
    rows: tuple[str, ...] = Field((), description="knowledge rows that decided, as table:key")
    why: tuple[str, ...] = Field((), description="words and reasons that decided, for people to read")
    runner_up: str | None = Field(None, description="the known actor that came next, with reasons")


class Note(Record):
    """Something about the document that a careful reader should know: a contradiction, a doubt."""

    kind: str
    message: str
    spans: tuple[Span, ...] = ()


class Coding(Record):
    """Everything Hearsay says about one document."""

    document: Document
    actors: tuple[CastMember, ...] = ()
    events: tuple[Event, ...] = ()
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
    own: tuple[OwnEvent, ...] = Field((), description="events of a project's own types")

    @property
    def told(self) -> tuple[Event | OwnEvent, ...]:
        """All events, PLOVER's first."""
        return (*self.events, *self.own)

    def _repr_html_(self) -> str:
        """What a notebook shows: the explanation of every event."""
        # Records know nothing of how they are shown: only a notebook that asks for this loads the page.
        from hearsay.explain import fragment

        return fragment(self)

    def check(self) -> None:
        """Raise ValueError unless every span of every record quotes the document verbatim."""
        text = self.document.text

        def verify(where: str, span: Span | None, words: str | None) -> None:
            if (span is None) != (words is None):
                raise ValueError(f"{where}: a span without words, or words without a span")
            if span is not None and not (0 <= span[0] < span[1] <= len(text) and text[span[0] : span[1]] == words):
                raise ValueError(f"{where}: text[{span[0]}:{span[1]}] is not {words!r}")

        def verify_all(where: str, spans: tuple[Span, ...], words: tuple[str, ...]) -> None:
            for span, quoted in zip(spans, words, strict=True):
                verify(where, span, quoted)

        for member in self.actors:
            verify_all(f"actor {member.actor.name}", member.mentions, member.mention_texts)
        for event in self.told:
            verify(f"event {event.id} date", event.date_span, event.date_text)
            if event.place:
                verify(f"event {event.id} place", event.place.span, event.place.text)
            for number in event.numbers:
                verify(f"event {event.id} number", number.span, number.text)
            for mention in event.mentions:
                verify(f"event {event.id} trigger", mention.trigger, mention.trigger_text)
                verify(f"event {event.id} sentence", mention.sentence, mention.sentence_text)
                verify_all(f"event {event.id} actor", mention.actor, mention.actor_text)
                verify_all(f"event {event.id} recipient", mention.recipient, mention.recipient_text)
                for source in mention.sources:
                    verify(f"event {event.id} source", source.span, source.text)
        for report in self.reports:
            verify(f"report {report.id} source", report.source_span, report.source_text)
            verify_all(f"report {report.id} cue", report.cue, report.cue_text)
            verify_all(f"report {report.id} content", report.content, report.content_text)
            for source in (*report.via, *report.also, *((report.source,) if report.source else ())):
                verify(f"report {report.id} chain", source.span, source.text)
