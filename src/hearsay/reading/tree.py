"""The linguistic reading of one article: words, sentences, trees, names.

Everything is indexed by the *word's number in the article*, so a tree edge, a name and an actor mention
can be compared without translation. Trees follow Universal Dependencies 2 as in the EWT and GUM treebanks
(https://universaldependencies.org/en/).

Invariants, checked by :meth:`Reading.check`:

* ``document.text[w.begin:w.end] == w.text`` for every word, and words do not overlap;
* the words of a sentence are consecutive, and each head lies in the same sentence or is ``ROOT``;
* each sentence's heads form one tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hearsay.records import Document, Span

ROOT = -1
"""The head of a sentence's root word."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word with its place in the text and in the tree."""

    index: int
    begin: int
    end: int
    text: str
    upos: str
    xpos: str
    """Penn Treebank tag: gives tense and number without a feature table (VBD, VBN, NNS, ...)."""
    lemma: str
    head: int
    """Index of the head word in the article, or :data:`ROOT`."""
    deprel: str
    """Full relation label, subtype included: ``nsubj:pass``, ``obl:agent``, ``nmod:poss``."""
    score: float = 1.0
    """Probability the reader gives to this arc, 0 to 1."""

    @property
    def span(self) -> Span:
        return (self.begin, self.end)

    @property
    def relation(self) -> str:
        """The relation without its subtype: ``nsubj`` for ``nsubj:pass``."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of words ``first`` to ``last`` (inclusive) of one region."""

    index: int
    first: int
    last: int
    begin: int
    end: int
    paragraph: int
    """Paragraphs count from 0 over the whole article."""
    region: str
    """Kind of the region it stands in: body, caption, credit, dateline, headline, boilerplate."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name, words ``first`` to ``last`` inclusive, without title or article."""

    first: int
    last: int
    type: str
    """PER, ORG, LOC, NORP (national, religious or political group) or MISC."""
    score: float = 1.0


@dataclass(frozen=True)
class Reading:
    """What the reader saw in one document."""

    document: Document
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    acts: tuple[float, ...] = ()
    """For each word the log odds that it tells a political act, by its look in context; empty from a reader that does
    not say."""

    # -- the tree ---------------------------------------------------------------------------------

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != ROOT:
                children[word.head].append(word.index)
        return tuple(tuple(c) for c in children)

    @cached_property
    def _relations(self) -> tuple[str, ...]:
        return tuple([word.relation for word in self.words])

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(s.index for s in self.sentences for _ in range(s.first, s.last + 1))

    @cached_property
    def _name_of(self) -> dict[int, Name]:
        return {i: name for name in self.names for i in range(name.first, name.last + 1)}

    def children(self, index: int, *relations: str) -> tuple[Word, ...]:
        """Dependents of a word in text order, only those of the given relations when any are named.

        A relation without a colon matches its subtypes too: ``children(i, "nsubj")`` finds ``nsubj:pass``.
        """
        words, below = self.words, self._children[index]
        if not relations:
            return tuple([words[i] for i in below])
        # Asked a hundred thousand times in a long article: relations are cut at the colon once, not at each call.
        plain = self._relations
        return tuple([words[i] for i in below if words[i].deprel in relations or plain[i] in relations])

    def child(self, index: int, *relations: str) -> Word | None:
        """The first dependent with one of these relations, or None."""
        found = self.children(index, *relations)
        return found[0] if found else None

    def head(self, index: int) -> Word | None:
        """The head of a word; None for a root."""
        head = self.words[index].head
        return None if head == ROOT else self.words[head]

    def ancestors(self, index: int) -> Iterator[Word]:
        """Heads from the nearest up to the sentence's root."""
        head = self.words[index].head
        while head != ROOT:
            yield self.words[head]
            head = self.words[head].head

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of a word and all words below it, in text order."""
        found, stack = [], [index]
        while stack:
            here = stack.pop()
            found.append(here)
            stack.extend(self._children[here])
        return tuple(sorted(found))

    # -- the surface ------------------------------------------------------------------------------

    def sentence_of(self, index: int) -> Sentence:
        return self.sentences[self._sentence_of[index]]

    def sentence_words(self, sentence: Sentence) -> tuple[Word, ...]:
        return self.words[sentence.first : sentence.last + 1]

    def name_of(self, index: int) -> Name | None:
        """The name that covers a word, or None."""
        return self._name_of.get(index)

    def span(self, first: int, last: int) -> Span:
        """Characters from the begin of word ``first`` to the end of word ``last`` (inclusive)."""
        return (self.words[first].begin, self.words[last].end)

    def text(self, first: int, last: int) -> str:
        begin, end = self.span(first, last)
        return self.document.text[begin:end]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Words that lie wholly inside a span of characters."""
        begin, end = span
        return tuple(w for w in self.words if w.begin >= begin and w.end <= end)

    def check(self) -> None:
        """Raise ValueError when an invariant of this module does not hold."""
        position = 0
        for i, word in enumerate(self.words):
            if word.index != i:
                raise ValueError(f"word {i} carries index {word.index}")
            if word.begin < position or self.document.text[word.begin : word.end] != word.text:
                raise ValueError(f"word {i} ({word.text!r}) is not the text at {word.begin}:{word.end}")
            position = word.end
        expected = 0
        for number, sentence in enumerate(self.sentences):
            if sentence.index != number or sentence.first != expected or sentence.last < sentence.first:
                raise ValueError(f"sentence {number} does not continue the words before it")
            expected = sentence.last + 1
            members = range(sentence.first, sentence.last + 1)
            roots = [i for i in members if self.words[i].head == ROOT]
            if len(roots) != 1:
                raise ValueError(f"sentence {number} has {len(roots)} roots")
            if any(self.words[i].head not in members for i in members if i != roots[0]):
                raise ValueError(f"a head leaves sentence {number}")
            if len(self.subtree(roots[0])) != len(members):
                raise ValueError(f"the heads of sentence {number} form a cycle")
        if self.acts and len(self.acts) != len(self.words):
            raise ValueError(f"{len(self.acts)} judgements of acts for {len(self.words)} words")
        if expected != len(self.words):
            raise ValueError(f"{len(self.words) - expected} words stand in no sentence")
