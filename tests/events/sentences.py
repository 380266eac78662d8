"""Readings and candidates from sentences written out by hand, one token as form/lemma/UPOS/XPOS/head/relation."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors.cast import Cast
from hearsay.attribution.stance import Stance
from hearsay.events.candidate import Candidate, Participant
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Actor, Document, EventType, Status


def read(*sentences: str, published: str | None = "2024-07-17", names: Sequence[Name] = ()) -> Reading:
    """A reading of sentences, a paragraph each where one begins with "¶". 2024-07-17 is a Wednesday."""
    words: list[Word] = []
    found: list[Sentence] = []
    text, paragraph = "", 0
    for line in sentences:
        if line.startswith("¶"):
            paragraph += 1
            text, line = text + "\n\n", line.removeprefix("¶").strip()
        elif text:
            text += " "
        first = len(words)
        for token in line.split():
            form, lemma, upos, xpos, head, relation = token.rsplit("/", 5)
            if text and not text.endswith(("\n", " ")) and len(words) > first:
                text += " "
            above = ROOT if head == "0" else first + int(head) - 1
            words.append(Word(len(words), len(text), len(text) + len(form), form, upos, xpos, lemma, above, relation))
            text += form
        found.append(Sentence(len(found), first, len(words) - 1, words[first].begin, words[-1].end, paragraph, "body"))
    reading = Reading(
        Document(id="d", digest="0", text=text, published=published), tuple(words), tuple(found), tuple(names)
    )
    reading.check()
    return reading


def word(reading: Reading, form: str, nth: int = 0) -> int:
    """The index of a word by its form."""
    return [w.index for w in reading.words if w.text == form][nth]


def party(
    reading: Reading, form: str, country: str | None = None, member: int | None = None, *sectors: str
) -> Participant:
    index = word(reading, form)
    known = None if member is None else form
    return Participant(Actor(name=form, country=country, sector=sectors, id=known), member, index, index)


def act(
    reading: Reading,
    form: str,
    event: EventType,
    *,
    nth: int = 0,
    actors: Sequence[Participant] = (),
    recipients: Sequence[Participant] = (),
    status: Status = "actual",
    mode: tuple[str, ...] = (),
    clause: str | None = None,
) -> Candidate:
    """A candidate whose trigger is the word ``form``."""
    index = word(reading, form, nth)
    return Candidate(
        trigger=index,
        first=index,
        last=index,
        event=event,
        mode=mode,
        cameo=None,
        actors=tuple(actors),
        recipients=tuple(recipients),
        stance=Stance(status=status),
        clause=index if clause is None else word(reading, clause),
        rule="test",
        path=(),
        confidence=0.9,
    )


def empty_cast(reading: Reading, dominant: str | None = None) -> Cast:
    """A cast without members; descriptions are their own words."""

    def describe(index: int) -> Actor:
        return Actor(name=reading.words[index].text)

    return Cast(reading.document, (), None, dominant, describe, lambda index: (index, index))
