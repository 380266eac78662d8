"""A coding as something to tell: for each event what it is, who, where, when, whether, and for each mention why.

Made from the coding alone; words of the lexicon and the knowledge base are quoted by their names.
"""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.explain.marks import Mark, Piece, pieces
from hearsay.explain.wording import act, located, standing, tone, word
from hearsay.records import Actor, CastMember, Coding, Document, Event, Mention, Report, Source

_PRECISION = {"month": "to the month", "year": "to the year"}


@dataclass(frozen=True, slots=True)
class Person:
    """An actor in a part of an event."""

    name: str
    standing: str
    rows: tuple[str, ...]
    """Knowledge rows that decided who it is, as ``table:key``."""
    why: tuple[str, ...] = ()
    """Words and reasons that decided."""
    runner_up: str | None = None
    """The known actor that came next, with reasons."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a source chain; ``words`` are the article's words for it, where it has any."""

    name: str
    standing: str
    words: str | None
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class MentionStory:
    """One place that tells the event."""

    pieces: tuple[Piece, ...]
    chain: tuple[Link, ...]
    status: str
    region: str | None
    rule: str
    path: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class EventStory:
    """One event in plain words."""

    number: int
    code: str
    act: str
    tone: str
    quad: str
    actors: tuple[Person, ...]
    recipients: tuple[Person, ...]
    when: str | None
    when_words: str | None
    where: str | None
    where_words: str | None
    status: str
    status_words: str
    numbers: tuple[tuple[str, str], ...]
    context: tuple[str, ...]
    scale: float
    cameo: str | None
    confidence: float
    mentions: tuple[MentionStory, ...]


@dataclass(frozen=True, slots=True)
class ReportStory:
    """Who said what: the chain of sources, the cue and the words reported."""

    chain: tuple[Link, ...]
    cue: str
    content: tuple[str, ...]
    kind: str
    cue_class: str


def event_stories(coding: Coding) -> tuple[EventStory, ...]:
    """The events in the coding's order, numbered from 1."""
    cast = {member.actor: member for member in coding.actors}
    return tuple(_event(coding, cast, number, event) for number, event in enumerate(coding.events, start=1))


def report_stories(coding: Coding) -> tuple[ReportStory, ...]:
    return tuple(_report(coding.document, report) for report in coding.reports)


def trigger_marks(coding: Coding) -> tuple[Mark, ...]:
    """Every trigger of every event, numbered as the stories are: for the whole article's text."""
    return tuple(
        Mark("trigger", mention.trigger, number)
        for number, event in enumerate(coding.events, start=1)
        for mention in event.mentions
    )


def member_words(member: CastMember) -> tuple[str, ...]:
    """The different words an article uses for an actor, in the order of their first use."""
    return tuple(dict.fromkeys(member.mention_texts))


def _event(coding: Coding, cast: dict[Actor, CastMember], number: int, event: Event) -> EventStory:
    place = event.place
    return EventStory(
        number=number,
        code=" ".join((event.event, *event.mode)),
        act=act(event),
        tone=tone(event),
        quad=word("quad", str(event.quad_code)),
        actors=tuple(_person(actor, cast) for actor in event.actor),
        recipients=tuple(_person(actor, cast) for actor in event.recipient),
        when=" ".join(filter(None, (event.date, _PRECISION.get(event.date_precision)))) or None,
        when_words=event.date_text,
        where=located(place) if place else None,
        where_words=place.text if place else None,
        status=event.status,
        status_words=word("status", event.status),
        numbers=tuple((n.kind, n.text) for n in event.numbers),
        context=tuple(code.replace("_", " ") for code in event.context),
        scale=event.scale,
        cameo=event.cameo,
        confidence=event.confidence,
        mentions=tuple(_mention(coding.document, event, mention) for mention in event.mentions),
    )


def _person(actor: Actor, cast: dict[Actor, CastMember]) -> Person:
    name, member = actor.name or "unnamed", cast.get(actor)
    if member is None:
        return Person(name, standing(actor), ())
    return Person(name, standing(actor), member.rows, member.why, member.runner_up)


def _mention(document: Document, event: Event, mention: Mention) -> MentionStory:
    marks = [Mark("trigger", mention.trigger)]
    marks += [Mark("actor", span) for span in mention.actor]
    marks += [Mark("recipient", span) for span in mention.recipient]
    marks += [Mark("source", source.span) for source in mention.sources if source.span]
    if event.date_span:
        marks.append(Mark("date", event.date_span))
    if event.place:
        marks.append(Mark("place", event.place.span))
    marks += [Mark("number", number.span) for number in event.numbers]
    return MentionStory(
        pieces=pieces(document.text, mention.sentence, marks),
        chain=chain(document, mention.sources),
        status=mention.status,
        region=None if mention.region == "body" else word("region", mention.region),
        rule=mention.rule,
        path=mention.path,
        confidence=mention.confidence,
    )


def chain(document: Document, sources: tuple[Source, ...]) -> tuple[Link, ...]:
    """The outlet, then everyone who vouches beside it, outermost first."""
    outlet = Link(document.outlet or "the outlet", "", None, outlet=True)
    return (outlet, *(Link(source.name or "unnamed", _source(source), source.text) for source in sources))


def _source(source: Source) -> str:
    owned = f"{source.ownership} medium" if source.ownership and source.ownership != "unknown" else ""
    return ", ".join(filter(None, (standing(source), owned)))


def _report(document: Document, report: Report) -> ReportStory:
    speakers = (report.source, *report.also) if report.source else ()
    links = chain(document, report.via)
    if speakers:
        names = " and ".join(speaker.name or "unnamed" for speaker in speakers)
        links += (Link(names, _source(speakers[0]), report.source_text),)
    else:
        links += (Link("source not stated", "", None),)
    return ReportStory(
        chain=links,
        cue=("not " if report.negated else "") + " … ".join(report.cue_text),
        content=report.content_text,
        kind=report.kind,
        cue_class=report.cue_class,
    )
