"""How much of what political actors do the lexicon knows: predicates that are entries, listed as no event, or missing.

Counted is every word that heads a clause (a verb, or an adjective or noun behind "to be") in which a political actor
(:func:`hearsay.events.participants.political`) fills a role. It is an *entry* when a row with an event could apply by
its words (its conditions may fail in this clause), *listed* when only rows with ``none`` could or ``states.tsv`` says
that it is what somebody is, not does, and *missing* when there is none. A verb that leaves the act to its noun
(``light_verbs.tsv``) counts as an entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hearsay.actors import find_cast
from hearsay.events.clauses import part_of_speech
from hearsay.events.lexicon import Lexicon
from hearsay.events.matching import Matcher
from hearsay.events.participants import political
from hearsay.events.tables import read_table
from hearsay.events.wordforms import forms
from hearsay.pipeline import Coder
from hearsay.reading.tree import Reading
from hearsay.records import Document

State = Literal["entry", "listed", "missing"]
_REGIONS = ("credit", "boilerplate")


@dataclass(frozen=True)
class Predicate:
    """A predicate with how often it headed a clause of a political actor."""

    words: str
    pos: str
    state: State
    count: int


@dataclass(frozen=True)
class Coverage:
    """Predicates, the commonest first, and entries that never won anywhere."""

    documents: int
    predicates: tuple[Predicate, ...]
    never: tuple[str, ...]
    """Ids of entries with an event that held nowhere."""

    def count(self, state: State | None = None, pos: str | None = None) -> int:
        """How many clauses had a predicate of this state and part of speech; None counts all."""
        return sum(p.count for p in self.predicates if state in (None, p.state) and pos in (None, p.pos))

    @property
    def known(self) -> float:
        """Share of clauses whose predicate is an entry or listed; 1 when there are none."""
        return 1 - self.count("missing") / self.count() if self.predicates else 1.0

    def missing(self) -> tuple[Predicate, ...]:
        """The missing predicates, the commonest first."""
        return tuple(p for p in self.predicates if p.state == "missing")


def coverage(documents: Iterable[Document], coder: Coder | None = None) -> Coverage:
    """Read documents and count their predicates; the texts themselves are not kept."""
    coder = coder or Coder()
    counts: Counter[tuple[str, str, State]] = Counter()
    won: set[str] = set()
    number = 0
    for document in documents:
        number += 1
        counted, held = count_document(document, coder)
        counts.update(counted)
        won |= held
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    predicates = tuple(Predicate(words, pos, state, n) for (words, pos, state), n in ranked)
    return Coverage(number, predicates, never(coder.vocabulary, won))


def never(lexicon: Lexicon, won: set[str]) -> tuple[str, ...]:
    """Entries with an event that are not among those that won, in the order of their ids."""
    return tuple(sorted(e.id for e in lexicon.entries.values() if e.event is not None and e.id not in won))


def count_document(document: Document, coder: Coder) -> tuple[Counter[tuple[str, str, State]], set[str]]:
    """Predicates of one document as (words, part of speech, state), and the ids of entries that won in it."""
    reading = coder.read(document)
    cast = find_cast(reading, coder.world)
    matcher = Matcher(reading, cast, coder.vocabulary)
    counts: Counter[tuple[str, str, State]] = Counter()
    won: set[str] = set()
    for index in _told(reading):
        match = matcher.at(index)
        if match is not None:
            won.add(match.entry.id)
        pos = _heads(reading, index)
        if pos is None or not _political(matcher, index, pos):
            continue
        counts[_words(reading, index, pos), pos, _state(matcher, index)] += 1
    return counts, won


def _told(reading: Reading) -> Iterator[int]:
    for sentence in reading.sentences:
        if sentence.region not in _REGIONS:
            yield from range(sentence.first, sentence.last + 1)


def _heads(reading: Reading, index: int) -> str | None:
    """The part of speech of a word that heads a clause; None for any other word."""
    word = reading.words[index]
    if word.upos == "VERB" and word.relation not in ("amod", "compound", "case", "mark", "fixed", "cc", "advmod"):
        return "verb"
    if word.upos in ("ADJ", "NOUN") and reading.children(index, "cop"):
        return part_of_speech(word)
    return None


def _political(matcher: Matcher, index: int, pos: str) -> bool:
    clause = matcher.clauses.at(index, "verb" if pos != "noun" else "noun")
    roles = (fillers for role, fillers in clause.roles.items() if not role.startswith(("comp", "purpose")))
    return any(political(actor) for fillers in roles for f in fillers for actor in matcher.cast.actors_at(f.word))


def _words(reading: Reading, index: int, pos: str) -> str:
    particles = [w.lemma.lower() for w in reading.children(index, "compound:prt")]
    return " ".join((forms(reading.words[index])[0], *particles)) if pos == "verb" else forms(reading.words[index])[0]


@cache
def _states() -> frozenset[tuple[str, str]]:
    """(adj or noun, word) of what somebody is, not does."""
    return frozenset((row["pos"], row["word"]) for row in read_table("states.tsv"))


def _state(matcher: Matcher, index: int) -> State:
    usable = [t.entry for t in matcher.trials(index) if not t.missing]
    if any(entry.event is not None for entry in usable):
        return "entry"
    if usable:
        return "listed"
    word = matcher.reading.words[index]
    if word.upos != "VERB" and any((word.upos.lower(), form) in _states() for form in forms(word)):
        return "listed"
    particles = bool(matcher.reading.children(index, "compound:prt"))
    light = not particles and matcher.lexicon.light.knows(forms(word))
    return "entry" if light else "missing"
