"""Made-up coded news, day by day: codings as a coder would make them, for measuring what adding and merging cost.

A day brings the same number of articles however large the ledger is: more mentions are more days. A few events of a day
are told by many outlets, most by one; one conflict takes an eighth of everything, with the same two sides every day
(the hot conflict); one article in ten is another's, word for word. Everything follows from the seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.ledger.generate import Zipf, countries, words
from hearsay.events.scales import default_cameo, goldstein, plover_scale, quad_code
from hearsay.ingest import make_document
from hearsay.records import Actor, Coding, Event, EventType, Mention, Number, Place, Report, Source, Span

ARTICLES_OF_DAY, EVENTS_OF_ARTICLE, EVENTS_OF_DAY, FIRST = 40, 5, 150, date(2010, 1, 1)
MENTIONS_OF_ARTICLE = 6.25
HOT = 1 / 8
_VERBS: dict[EventType, str] = {
    "AGREE": "signed with", "CONSULT": "met", "SUPPORT": "backed", "CONCEDE": "yielded to", "COOPERATE": "joined",
    "AID": "aided", "RETREAT": "freed", "REQUEST": "asked", "ACCUSE": "accused", "REJECT": "rebuffed",
    "THREATEN": "warned", "PROTEST": "rallied against", "SANCTION": "sanctioned", "MOBILIZE": "deployed against",
    "COERCE": "arrested", "ASSAULT": "attacked",
}  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """What happened on a day, before anybody tells it."""

    type: EventType
    actor: Actor
    recipient: Actor
    day: date
    town: str
    country: str
    killed: int | None
    tale: tuple[str, ...]


class News:
    """A stream of codings in the order of their days; ``written`` articles were before it."""

    def __init__(self, seed: int = 1, written: int = 0) -> None:
        self._dice = random.Random(seed)
        self._words = words()
        self._country = Zipf(countries(), self._dice)
        self._outlet = Zipf([f"Outlet {n}" for n in range(400)], self._dice)
        self._type = Zipf(sorted(_VERBS, reverse=True), self._dice)
        self._number = written

    def codings(self, mentions: int) -> Iterator[Coding]:
        """About so many mentions, told in articles from the first day on."""
        for place in range(int(mentions / MENTIONS_OF_ARTICLE / ARTICLES_OF_DAY) + 1):
            yield from self.day(FIRST + timedelta(days=place))

    def day(self, day: date) -> Iterator[Coding]:
        """The articles of one day; some look back on the day before."""
        dice = self._dice
        happened = [self._happening(day - timedelta(days=dice.random() < 0.3)) for _ in range(EVENTS_OF_DAY)]
        heard = Zipf(happened, dice)
        told: list[Coding] = []
        for _ in range(ARTICLES_OF_DAY):
            if told and dice.random() < 0.1:
                yield self._printed_again(dice.choice(told))
                continue
            chosen = dict.fromkeys(heard.draw() for _ in range(EVENTS_OF_ARTICLE * 2))
            told.append(self._article(day, list(chosen)[:EVENTS_OF_ARTICLE]))
            yield told[-1]

    def hot_day(self, day: date, articles: int) -> Iterator[Coding]:
        """Articles of one day that tell of nothing but the hot conflict."""
        happened = [self._hot(day) for _ in range(20)]
        for _ in range(articles):
            yield self._article(day, self._dice.sample(happened, EVENTS_OF_ARTICLE))

    def _happening(self, day: date) -> Happening:
        if self._dice.random() < HOT:
            return self._hot(day)
        return self._happened(self._type.draw(), self._somebody(), self._somebody(), day, self._country.draw())

    def _hot(self, day: date) -> Happening:
        sides = [Actor(name="Upland army", country="UPL", sector=("MIL",), id="upl-mil"),
                 Actor(name="Lowland fighters", country="LOW", sector=("REB",), id="low-reb")]  # fmt: skip
        self._dice.shuffle(sides)
        return self._happened(self._dice.choice(("ASSAULT", "ASSAULT", "ACCUSE", "MOBILIZE")), *sides, day, "LOW")

    def _happened(self, type: EventType, actor: Actor, recipient: Actor, day: date, country: str) -> Happening:
        dice = self._dice
        killed = dice.randint(1, 60) if type == "ASSAULT" and dice.random() < 0.5 else None
        tale = tuple(self._dice.choices(self._words, k=12))
        return Happening(type, actor, recipient, day, f"Town {dice.randint(1, 30)}", country, killed, tale)

    def _somebody(self) -> Actor:
        country, rank = self._country.draw(), int(self._dice.paretovariate(0.7))
        if rank > 3 and rank < 2000:
            return Actor(name=f"Minister {country} {rank}", country=country, sector=("GOV",), role="minister",
                         id=f"person:{country}{rank}")  # fmt: skip
        name, sector = (("government", "GOV"), ("army", "MIL"), ("police", "COP"), ("opposition", "OPP"))[rank % 4]
        return Actor(name=f"{country} {name}", country=country, sector=(sector,), id=f"{country}-{sector}")

    def _article(self, day: date, happened: list[Happening]) -> Coding:
        self._number += 1
        page = _Page(f"d{self._number}")
        events = []
        for number, what in enumerate(happened, 1):
            mentions = [page.mention(what, self._source(), self._dice)]
            if self._dice.random() < 0.25:
                mentions.append(page.mention(what, None, self._dice))
            events.append((number, what, mentions))
            for _ in range(2):
                page.write(" ".join(self._dice.choices(self._words, k=self._dice.randint(12, 26))).capitalize() + ".")
        document = make_document(
            page.text, id=page.id, published=day.isoformat(), outlet=self._outlet.draw(),
            url=f"https://example.org/{page.id}", title=f"Report {self._number}",
        )  # fmt: skip
        made = tuple(_event(f"{page.id}-e{number}", what, mentions, page) for number, what, mentions in events)
        return Coding(document=document, events=made, reports=tuple(page.reports))

    def _source(self) -> Actor | None:
        return self._somebody() if self._dice.random() < 0.6 else None

    def _printed_again(self, coding: Coding) -> Coding:
        self._number += 1
        old = coding.document
        document = make_document(
            old.text, id=old.id, published=old.published, outlet=self._outlet.draw(),
            url=f"https://example.org/d{self._number}", title=old.title,
        )  # fmt: skip
        return coding.model_copy(update={"document": document})


class _Page:
    """An article while it is written."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.text = ""
        self.reports: list[Report] = []
        self.places: dict[Happening, Span] = {}
        self.killed: dict[Happening, Span] = {}

    def write(self, words: str) -> Span:
        begin = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text} {words}" if self.text else words
        return begin, len(self.text)

    def mention(self, what: Happening, source: Actor | None, dice: random.Random) -> Mention:
        tale = " ".join(dice.sample(what.tale, 8))
        act = f"{what.actor.name} {_VERBS[what.type]} {what.recipient.name}"
        dead = f", killing {what.killed}" if what.killed is not None else ""
        lead = f"{source.name} said " if source else ""
        sentence = f"{lead}{act} in {what.town}{dead} over {tale}."
        span = self.write(sentence)
        begin = span[0] + len(lead)
        actor = (begin, begin + len(what.actor.name or ""))
        trigger = (actor[1] + 1, actor[1] + 1 + len(_VERBS[what.type]))
        recipient = (trigger[1] + 1, trigger[1] + 1 + len(what.recipient.name or ""))
        self.places.setdefault(what, (recipient[1] + 4, recipient[1] + 4 + len(what.town)))
        if what.killed is not None:
            end = recipient[1] + 4 + len(what.town) + len(dead)
            self.killed.setdefault(what, (end - len(str(what.killed)), end))
        links = (self._link(source, span[0]),) if source else ()
        if source:
            self._report(links[0], span, sentence, len(lead))
        return Mention(
            document=self.id, trigger=trigger, trigger_text=_VERBS[what.type], actor=(actor,),
            actor_text=(what.actor.name or "",), recipient=(recipient,), recipient_text=(what.recipient.name or "",),
            sources=links, sentence=span, sentence_text=sentence, rule=f"made.{what.type.lower()}",
            path=("subject: nsubj", "object: obj"), confidence=0.8,
        )  # fmt: skip

    def _link(self, source: Actor, begin: int) -> Source:
        name = source.name or ""
        return Source(**source.model_dump(), span=(begin, begin + len(name)), text=name)

    def _report(self, link: Source, span: Span, sentence: str, lead: int) -> None:
        content = (span[0] + lead, span[1] - 1)
        cue = (content[0] - 5, content[0] - 1)
        self.reports.append(Report(
            id=f"{self.id}-r{len(self.reports) + 1}", document=self.id, source=link, source_span=link.span,
            source_text=link.text, cue=(cue,), cue_text=("said",), content=(content,),
            content_text=(sentence[lead:-1],), kind="indirect", sentence=span,
        ))  # fmt: skip


def _event(id: str, what: Happening, mentions: list[Mention], page: _Page) -> Event:
    place, killed, cameo = page.places[what], what.killed, default_cameo(what.type)
    numbers = ()
    if killed is not None:
        span = page.killed[what]
        numbers = (Number(kind="killed", low=None, best=killed, high=None, span=span, text=str(killed)),)
    return Event(
        id=id, event=what.type, actor=(what.actor,), recipient=(what.recipient,), date=what.day.isoformat(),
        date_precision="day", quad_code=quad_code(what.type), scale=plover_scale(what.type), cameo=cameo,
        goldstein=goldstein(cameo), confidence=0.8, numbers=numbers, mentions=tuple(mentions),
        place=Place(name=what.town, country=what.country, precision="city", span=place, text=what.town),
    )  # fmt: skip
