"""The cast of one article: every actor, with every word that names, describes or points at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from hearsay.records import Actor, CastMember, Document, Span

Form = Literal["name", "description", "pronoun", "adjective"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place in the text that refers to an actor."""

    head: int
    """Index of the head word: the one that fills a role in the tree ("leader" in "the new Iranian leader")."""
    first: int
    last: int
    """Words of the mention's span, inclusive: the name or head phrase without article, title or apposition."""
    form: Form
    member: int
    """Index of the actor in :attr:`Cast.members`."""


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of the article. ``actor`` holds country, sectors and role as of the article's date."""

    index: int
    actor: Actor
    mentions: tuple[ActorMention, ...]
    kind: str = "unknown"
    """country, person, organisation, armed-group, party, igo, ngo, media, company, government-body, group, unknown"""
    rows: tuple[str, ...] = ()
    """Knowledge rows that decided, as ``table:key``; the reasons shown by ``explain``."""
    why: tuple[str, ...] = ()
    """The words and rules that decided, in plain language."""
    runner_up: str | None = None
    """The known actor that came next, or the nearest when none came near enough; with the reasons for it."""


@dataclass(frozen=True)
class Cast:
    """All actors of one article.

    ``describe`` turns *any* noun phrase into an actor that keeps its words ("ships"), for events whose
    participants are not actors on their own: unknown is a value (house principle 2).
    """

    document: Document
    members: tuple[Member, ...]
    outlet: Actor | None
    """The publishing outlet or body as an actor, when known."""
    dominant_country: str | None
    """The country most named in the article: the last resort for bare role mentions."""
    describe: Callable[[int], Actor]
    describe_span: Callable[[int], tuple[int, int]]
    """First and last word (inclusive) of the head phrase of any noun: span as the guidelines want it."""
    near: Callable[[int], str | None] = lambda word: None
    """Country that the words around tell of: where people stand who have no country of their own."""
    _at: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)

    def at(self, word: int) -> tuple[ActorMention, ...]:
        """Mentions whose head is this word; several for "the US and British foreign ministers", "they"."""
        return self._at.get(word, ())

    def actor(self, mention: ActorMention) -> Actor:
        return self.members[mention.member].actor

    def actors_at(self, word: int) -> tuple[Actor, ...]:
        return tuple(self.members[m.member].actor for m in self.at(word))

    def records(self, span: Callable[[int, int], Span]) -> tuple[CastMember, ...]:
        """The public records; ``span`` maps first and last word to characters."""
        text = self.document.text
        records = []
        for member in self.members:
            spans = tuple(dict.fromkeys(span(m.first, m.last) for m in member.mentions))
            records.append(
                CastMember(
                    document=self.document.id,
                    actor=member.actor,
                    mentions=spans,
                    mention_texts=tuple(text[b:e] for b, e in spans),
                    rows=member.rows,
                    why=member.why,
                    runner_up=member.runner_up,
                )
            )
        return tuple(records)
