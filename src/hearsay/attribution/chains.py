"""Source chains: who is the actor behind a source phrase, who relays whom, and the agency a page credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from hearsay.actors.cast import ActorMention, Cast
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.media import looks_like_medium
from hearsay.attribution.speakers import antecedent
from hearsay.reading.tree import Reading
from hearsay.records import Actor, Ownership, Source, Span

if TYPE_CHECKING:
    from hearsay.world import Outlet, World

Link = tuple[Source, int | None]
"""A source and its index in ``Cast.members`` (None when it is not in the cast)."""

_PERSONS = frozenset(("he", "she", "they", "we", "i", "who", "it", "his", "her", "their", "him", "them"))
_PEOPLE = frozenset(("man", "woman", "people", "person", "victim", "child"))
_DATELINE = re.compile(r"^[^\n]{0,80}?\((?P<name>[A-Z][\w .&-]{1,30})\)\s*[-–—:]")


class Chains:
    """Turns source phrases of one article into links of source chains."""

    def __init__(self, reading: Reading, actors: Cast, world: World):
        self.reading, self.cast, self.world = reading, actors, world
        self.text = reading.document.text
        self._telling = word_class("document") | word_class("study") | word_class("medium")
        self._written = word_class("document") | word_class("study")
        self.speaks = [self._speaks(i) for i in range(len(reading.words))]
        self._owners: dict[str, tuple[tuple[int, tuple[Link, ...]], ...]] = {}
        self._owners = self._find_owners()
        self.credit: tuple[Link, ...] = self._credit()

    def _speaks(self, index: int) -> bool:
        """Whether a word can name someone who says things."""
        word = self.reading.words[index]
        if word.upos in ("PRON", "ADJ", "DET") and word.relation == "nsubj" and word.text.lower() in word_class("some"):
            return True
        if word.upos == "PRON":
            return word.text.lower() in _PERSONS
        if word.upos == "PROPN" or self.cast.at(index) or self.reading.name_of(index) is not None:
            return True
        return word.upos == "NOUN" and (
            self.world.agent(word.text.lower()) is not None
            or word.lemma in self._written
            or word.lemma in word_class("people")
            or (word.lemma in ("percent", "majority", "number", "share") and self._counts_people(index))
        )

    def _counts_people(self, index: int) -> bool:
        """ "86 percent of black voters", "a majority of Americans"."""
        return any(self._speaks(child.index) for child in self.reading.children(index, "nmod") if child.index > index)

    # -- links ----------------------------------------------------------------------------------------

    def links(self, head: int, span: Span | None = None) -> tuple[Link, ...]:
        """The actors behind a source phrase; several for "the US and British ministers", "Bush and Blair"."""
        owners = self._owner(head)
        if owners:
            return owners
        found: list[Link] = []
        for word in (head, *(c.index for c in self.reading.children(head, "conj"))):
            stands_for = antecedent(self.reading, self.reading.words[word]).index
            mentions = self.cast.at(word) or self.cast.at(stands_for)
            if not mentions or all(m.form == "description" for m in mentions):
                mentions = self._name_beside(stands_for) or mentions
            if mentions:
                for mention in mentions:
                    member = self.cast.members[mention.member]
                    found.append(self._link(member.actor, (mention.first, mention.last), member.index))
            else:
                found.append(self._described(stands_for))
        seen: dict[tuple[str | None, int | None], Link] = {}
        for link in found:
            seen.setdefault((link[0].name, link[1]), link)
        return tuple(seen.values())

    def _name_beside(self, word: int) -> tuple[ActorMention, ...]:
        """The name in "the television network NBC", "news site City Online"."""
        for child in self.reading.children(word, "appos", "flat", "compound", "nmod:desc"):
            names = tuple(m for m in self.cast.at(child.index) if m.form == "name")
            if names and child.upos == "PROPN" and abs(child.index - word) <= 3 and child.index > word:
                return names
        return ()

    def _described(self, word: int) -> Link:
        first, last = self.cast.describe_span(word)
        return self._link(self.cast.describe(word), (first, last), None)

    def _link(self, actor: Actor, words: tuple[int, int] | None, member: int | None) -> Link:
        span = None if words is None else self.reading.span(*words)
        source = Source(
            **actor.model_dump(),
            span=span,
            text=None if span is None else self.text[span[0] : span[1]],
            ownership=self._ownership(actor.name),
        )
        return source, member

    def _ownership(self, name: str | None) -> Ownership | None:
        outlet = self.world.outlet(name) if name else None
        return None if outlet is None else cast(Ownership, outlet.ownership)

    def _owner(self, head: int) -> tuple[Link, ...]:
        """Who is behind words that speak: "the IRNA report", "a statement by the two ministers", "the release"."""
        word = self.reading.words[head]
        if word.upos != "NOUN" or self.cast.at(head):
            return ()
        if word.lemma not in self._written:
            return self._agent_of(head)
        named = self._named_owner(head) or self._agent_of(head)
        if named:
            return named
        known = [owned for at, owned in self._owners.get(word.lemma, ()) if at < head]
        return known[-1] if known else ()

    def _agent_of(self, noun: int) -> tuple[Link, ...]:
        """ "fears expressed by an official"."""
        for child in self.reading.children(noun, "acl"):
            for actor in self.reading.children(child.index, "obl:agent"):
                if self.speaks[actor.index] and self.reading.words[noun].lemma not in _PEOPLE:
                    return self.links(actor.index)
        return ()

    def _named_owner(self, head: int) -> tuple[Link, ...]:
        for child in self.reading.children(head, "nmod", "compound", "amod"):
            case = self.reading.child(child.index, "case")
            if case is not None and case.lemma in ("in", "on") and self.is_medium(child.index):
                return self.links(child.index)  # "a report in the Guardian"
            if case is not None and case.lemma not in ("by", "from", "'s", "’s", "'", "’"):
                deeper = [c for c in self.reading.children(child.index, "nmod") if self._by(c.index)]
                if deeper and self.cast.at(deeper[0].index):
                    return self.links(deeper[0].index)
                continue
            if self.cast.at(child.index):
                return self.links(child.index)
        return ()

    def _by(self, noun: int) -> bool:
        case = self.reading.child(noun, "case")
        return case is not None and case.lemma == "by"

    def _find_owners(self) -> dict[str, tuple[tuple[int, tuple[Link, ...]], ...]]:
        """For each kind of document, who issued one where: "passed a resolution", "a Defense Department release"."""
        owners: dict[str, list[tuple[int, tuple[Link, ...]]]] = {}
        for word in self.reading.words:
            if word.upos != "NOUN" or word.lemma not in self._written:
                continue
            links = self._named_owner(word.index)
            head = self.reading.head(word.index)
            if not links and head is not None and word.relation == "obj" and head.lemma in word_class("issuing"):
                subject = self.reading.child(head.index, "nsubj")
                if subject is not None and subject.deprel == "nsubj" and self.cast.at(subject.index):
                    links = self.links(subject.index)
            if links:
                owners.setdefault(word.lemma, []).append((word.index, links))
        return {lemma: tuple(found) for lemma, found in owners.items()}

    # -- media ----------------------------------------------------------------------------------------

    def is_medium(self, index: int) -> bool:
        """Whether a word heads the name or description of a news medium."""
        word = self.reading.words[index]
        if word.upos not in ("PROPN", "NOUN"):
            return False
        for mention in self.cast.at(index):
            member = self.cast.members[mention.member]
            if member.kind == "media" or (member.actor.sector and member.actor.sector[0] == "JRN"):
                return member.kind != "person"
        if looks_like_medium(word):
            return True
        if word.lemma == "service" and any(self.is_medium(c.index) for c in self.reading.children(index, "nmod")):
            return True  # "the BBC's Persian service"
        name = self.reading.name_of(index)
        if name is None:
            return word.upos == "PROPN" and self.world.outlet(word.text) is not None
        return self.world.outlet(self.reading.text(name.first, name.last)) is not None

    def _credit(self) -> tuple[Link, ...]:
        """The agency that a dateline, by-line or credit names: it heads every chain, unless it is the outlet itself."""
        document = self.reading.document
        places: list[Span] = [r.span for r in document.regions if r.kind == "dateline"]
        body = next((r.span for r in document.regions if r.kind == "body"), (0, len(self.text)))
        match = _DATELINE.match(self.text[body[0] : body[1]])
        if match is not None:
            places.append((body[0] + match.start("name"), body[0] + match.end("name")))
        for begin, end in places:
            for phrase in re.finditer(r"[^\W\d_][\w.&'’ -]*", self.text[begin:end]):
                name = phrase.group().strip()
                outlet = self.world.outlet(name)
                if outlet is None or self._is_outlet(name):
                    continue
                span = (begin + phrase.start(), begin + phrase.start() + len(name))
                return (self._credited(outlet, span),)
        return ()

    def _is_outlet(self, name: str) -> bool:
        own = self.reading.document.outlet
        if own is None:
            return False
        if own.casefold() == name.casefold():
            return True
        here, there = self.world.outlet(own), self.world.outlet(name)
        return here is not None and there is not None and here.entity.id == there.entity.id

    def _credited(self, outlet: Outlet, span: Span) -> Link:
        entity = outlet.entity
        for member in self.cast.members:
            if member.actor.id == entity.id:
                link, index = self._link(member.actor, None, member.index)
                own = {"name": entity.name, "span": span, "text": self.text[span[0] : span[1]]}
                return link.model_copy(update=own), index
        sectors = entity.sectors or (("JRN", "GOV") if outlet.ownership == "state" else ("JRN",))
        source = Source(
            name=entity.name, country=entity.country, sector=sectors, id=entity.id, wikidata=entity.wikidata, span=span,
            text=self.text[span[0] : span[1]], ownership=self._ownership(entity.name),
        )  # fmt: skip
        return source, None
