"""Codings made by hand: what a coder would say about short articles, without one.

    told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"))

writes an article of one sentence for each act and the coding of it, with spans that quote the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as field_of

from hearsay.events.scales import plover_scale, quad_code
from hearsay.ingest import make_document
from hearsay.records import Actor, Coding, Event, EventType, Mention, Number, Place, Report, Source, Span, Status

ACTORS = {
    "Iran": ("IRN", ("GOV",), "irn-gov"),
    "Oman": ("OMN", ("GOV",), "omn-gov"),
    "Yemen": ("YEM", ("GOV",), "yem-gov"),
    "Houthis": ("YEM", ("REB",), "yem-houthis"),
    "France": ("FRA", ("GOV",), "fra-gov"),
    "Reuters": ("GBR", ("JRN",), "reuters"),
    "IRNA": ("IRN", ("JRN", "GOV"), "irna"),
    "Saba": ("YEM", ("JRN", "GOV"), "saba"),
    "farmers": ("FRA", ("AGR",), None),
    "residents": ("YEM", ("CVL",), None),
}
"""Country, sectors and knowledge id of each name; any other name is of somebody unknown."""

WORDS: dict[str, tuple[str, str]] = {
    "CONSULT": ("met", "040"), "ASSAULT": ("attacked", "190"), "ACCUSE": ("accused", "112"), "AID": ("aided", "070"),
    "PROTEST": ("protested against", "140"), "AGREE": ("signed with", "057"), "THREATEN": ("threatened", "130"),
}  # fmt: skip


@dataclass(frozen=True)
class Act:
    """One sentence of an article."""

    actor: str
    type: EventType
    recipient: str
    sources: tuple[str, ...] = ()
    date: str | None = None
    place: tuple[str, str] | Place | None = None
    status: Status = "actual"
    killed: tuple[int | None, int | None, int | None] | None = None
    mode: tuple[str, ...] = field_of(default=())


def act(
    actor: str,
    type: EventType,
    recipient: str,
    *sources: str,
    date: str | None = None,
    place: tuple[str, str] | Place | None = None,
    status: Status = "actual",
    killed: tuple[int | None, int | None, int | None] | None = None,
    mode: tuple[str, ...] = (),
) -> Act:
    """Who does what to whom; ``sources`` vouch for it, outermost first, ``place`` is a name and country, or a Place."""
    return Act(actor, type, recipient, sources, date, place, status, killed, mode)


def actor_of(name: str) -> Actor:
    country, sector, known = ACTORS.get(name, (None, (), None))
    return Actor(name=name, country=country, sector=sector, id=known)


def told(
    outlet: str | None,
    published: str | None,
    *acts: Act,
    id: str | None = None,
    url: str | None = None,
    title: str | None = None,
    more: str = "",
) -> Coding:
    """An article that tells these acts, one sentence each, followed by ``more`` words; its coding."""
    sentences: list[str] = []
    begins: list[int] = []
    length = 0
    for done in acts:
        sentences.append(sentence_of(done))
        begins.append(length)
        length += len(sentences[-1]) + 1
    text = " ".join((*sentences, more)).strip() or "Nothing happened."
    document = make_document(text, id=id, title=title, published=published, outlet=outlet, url=url)
    name = document.id
    events = tuple(
        _event(f"{name}-e{number}", name, text, begin, done)
        for number, (done, begin) in enumerate(zip(acts, begins, strict=True), 1)
    )
    reports = tuple(
        _report(f"{name}-r{number}", name, text, begin, done)
        for number, (done, begin) in enumerate(zip(acts, begins, strict=True), 1)
        if done.sources
    )
    coding = Coding(document=document, events=events, reports=reports)
    coding.check()
    return coding


def sentence_of(done: Act) -> str:
    lead = f"{done.sources[-1]} {'denied' if done.status == 'negated' else 'said'} " if done.sources else ""
    relayed = "".join(f" {name} reported" for name in done.sources[:-1])
    where = f" in {_place(done.place).name}" if done.place else ""
    dead = f" killing {number_of(done.killed)}" if done.killed else ""
    return f"{lead}{done.actor} {WORDS[done.type][0]} {done.recipient}{where}{dead}{relayed}."


def _place(place: tuple[str, str] | Place) -> Place:
    if isinstance(place, Place):
        return place
    return Place(name=place[0], country=place[1], precision="city", text=place[0], span=(0, len(place[0])))


def number_of(killed: tuple[int | None, int | None, int | None]) -> str:
    return str(killed[1] if killed[1] is not None else killed[0])


def _event(id: str, document: str, text: str, begin: int, done: Act) -> Event:
    sentence = sentence_of(done)
    span: Span = (begin, begin + len(sentence))
    trigger, cameo = WORDS[done.type]
    number = ()
    if done.killed:
        words = number_of(done.killed)
        at = _within(text, f"killing {words}", span)[1] - len(words)
        low, best, high = done.killed
        number = (Number(kind="killed", low=low, best=best, high=high, span=(at, at + len(words)), text=words),)
    place = None
    if done.place:
        named = _place(done.place)
        at = _within(text, f"in {named.name}", span)[0] + 3
        place = named.model_copy(update={"span": (at, at + len(named.name)), "text": named.name})
    subject = _within(text, f"{done.actor} {trigger}", span)[0]
    cue = (subject + len(done.actor) + 1, subject + len(done.actor) + 1 + len(trigger))
    mention = Mention(
        document=document, trigger=cue, trigger_text=trigger,
        actor=((subject, subject + len(done.actor)),), actor_text=(done.actor,),
        recipient=((cue[1] + 1, cue[1] + 1 + len(done.recipient)),), recipient_text=(done.recipient,),
        sources=_links(text, span, done), sentence=span, sentence_text=sentence, status=done.status,
        rule=f"made.{done.type.lower()}", confidence=0.8,
    )  # fmt: skip
    return Event(
        id=id, event=done.type, mode=done.mode, actor=(actor_of(done.actor),), recipient=(actor_of(done.recipient),),
        date=done.date, date_precision=_precision(done.date), place=place, status=done.status, numbers=number,
        quad_code=quad_code(done.type), scale=plover_scale(done.type, done.mode), cameo=cameo, confidence=0.8,
        mentions=(mention,),
    )  # fmt: skip


def _report(id: str, document: str, text: str, begin: int, done: Act) -> Report:
    span: Span = (begin, begin + len(sentence_of(done)))
    links = _links(text, span, done)
    cue = "denied" if done.status == "negated" else "said"
    speaker = links[-1].span
    assert speaker is not None
    said = (speaker[1] + 1, speaker[1] + 1 + len(cue))
    content = (said[1] + 1, span[1] - 1)
    return Report(
        id=id, document=document, source=links[-1], via=links[:-1], source_span=speaker, source_text=links[-1].text,
        cue=(said,), cue_text=(cue,), cue_class="denial" if cue == "denied" else "assertion", content=(content,),
        content_text=(text[slice(*content)],), kind="indirect", sentence=span,
    )  # fmt: skip


def _links(text: str, span: Span, done: Act) -> tuple[Source, ...]:
    found = []
    for place, name in enumerate(done.sources):
        last = place == len(done.sources) - 1
        at = span[0] if last else _within(text, f"{name} reported", span)[0]
        found.append(Source(**actor_of(name).model_dump(), span=(at, at + len(name)), text=name))
    return tuple(found)


def _within(text: str, words: str, span: Span) -> Span:
    at = text.index(words, *span)
    return at, at + len(words)


def _precision(date: str | None) -> str:
    return "unknown" if date is None else ("year", "month", "day")[date.count("-")]
