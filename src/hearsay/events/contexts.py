"""What an act is about: PLOVER's contexts, from the words of its sentence and paragraph and from who takes part.

The manual expects a context "at the paragraph- or document-level"; so a word in the act's own sentence counts fully and
one elsewhere in its paragraph a little. Few and precise: at most two, each above a threshold, the weaker of two only
when it is nearly as strong. Tables: ``data/contexts.tsv``; definitions: PLOVER manual, chapter "Contexts".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate
from hearsay.events.tables import read_table
from hearsay.reading.tree import Reading, Sentence

_PARAGRAPH = 0.4
_ARTICLE = 1.0
"""What a context gains that every sentence of the article speaks for."""
_THRESHOLD = 0.7
_SECOND = 0.6
_MOST = 2
_NEAR = 3
"""Sentences before and after the act's own that count, so that one long paragraph is not all context."""
_FURTHER = 0.2
_STRONGEST = 1.5
_SPECIFIC = {"crime": ("trafficking", "corruption", "illegal_drugs", "terrorism", "military")}
"""A general context that gives way where one of these stands (PLOVER manual, "Crime")."""


@cache
def _tables() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[tuple[tuple[str, ...], str, float]]]]:
    """Words -> (context, weight); first word of a phrase -> (words, context, weight)."""
    words: dict[str, list[tuple[str, float]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    for row in read_table("contexts.tsv"):
        for term in row["terms"].split("|") if row["kind"] in ("word", "phrase") else ():
            parts = tuple(term.split())
            if len(parts) == 1:
                words.setdefault(term, []).append((row["context"], float(row["weight"])))
            else:
                phrases.setdefault(parts[0], []).append((parts, row["context"], float(row["weight"])))
    return words, phrases


@cache
def _traits(kind: str) -> dict[str, list[tuple[str, float]]]:
    """Sector or type -> (context, weight)."""
    table: dict[str, list[tuple[str, float]]] = {}
    for row in read_table("contexts.tsv"):
        if row["kind"] == kind:
            for term in row["terms"].split("|"):
                table.setdefault(term, []).append((row["context"], float(row["weight"])))
    return table


class Contexts:
    """The contexts of one article's acts; what each sentence speaks for is found once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sentences = tuple(_told(reading, sentence) for sentence in reading.sentences)
        counts = Counter(context for told in self._sentences for context in told)
        self._everywhere = {c: n / len(self._sentences) for c, n in counts.items() if n > 1}

    def of(self, candidate: Candidate) -> tuple[str, ...]:
        """At most two contexts of a candidate, the strongest first."""
        scores: dict[str, float] = {}
        own = self._reading.sentence_of(candidate.trigger)
        for sentence in _paragraph(self._reading, own):
            share = 1.0 if sentence.index == own.index else _PARAGRAPH
            for context, weight in self._sentences[sentence.index].items():
                scores[context] = scores.get(context, 0.0) + share * weight
        for context, weight in _by_traits(candidate):
            scores[context] = scores.get(context, 0.0) + weight
        for context, often in self._everywhere.items():
            scores[context] = scores.get(context, 0.0) + _ARTICLE * often
        for general, specific in _SPECIFIC.items():
            if general in scores and any(scores.get(s, 0.0) >= _THRESHOLD for s in specific):
                del scores[general]
        ranked = sorted(scores, key=lambda c: (-scores[c], c))
        strong = [c for c in ranked if scores[c] >= _THRESHOLD and scores[c] >= _SECOND * scores[ranked[0]]]
        return tuple(strong[:_MOST])


def contexts_of(reading: Reading, cast: Cast, candidate: Candidate) -> tuple[str, ...]:
    """Contexts of a single candidate; for all of an article make one :class:`Contexts`."""
    return Contexts(reading).of(candidate)


def _paragraph(reading: Reading, own: Sentence) -> Iterator[Sentence]:
    for sentence in reading.sentences[max(0, own.index - _NEAR) : own.index + _NEAR + 1]:
        if sentence.paragraph == own.paragraph and sentence.region == own.region:
            yield sentence


def _told(reading: Reading, sentence: Sentence) -> dict[str, float]:
    """Contexts that the words of a sentence speak for: its strongest word, and a little for each further one."""
    words, phrases = _tables()
    found: dict[str, float] = {}
    told = reading.sentence_words(sentence)
    low = [w.text.lower() for w in told]
    for at, form in enumerate(low):
        for context, weight in words.get(form) or words.get(told[at].lemma.lower()) or ():
            found[context] = min(_STRONGEST, max(found.get(context, 0.0) + _FURTHER, weight))
        for parts, context, weight in phrases.get(form, ()):
            if tuple(low[at : at + len(parts)]) == parts:
                found[context] = min(_STRONGEST, max(found.get(context, 0.0) + _FURTHER, weight))
    return found


def _by_traits(candidate: Candidate) -> Iterator[tuple[str, float]]:
    sectors = dict.fromkeys(s for p in (*candidate.actors, *candidate.recipients) for s in p.actor.sector[:2])
    for sector in sectors:
        yield from _traits("sector").get(sector, ())
    kinds = (candidate.event, *(f"{candidate.event} {mode}" for mode in candidate.mode))
    for kind in kinds:
        yield from _traits("event").get(kind, ())
