"""Transcripts: paragraphs that open with who speaks and a colon, "SMITH: ...", "QUESTION: ..."."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.attribution.lexicon import word_class
from hearsay.reading.tree import Reading, Sentence

_LABEL = 5
"""Longest label of a turn in words, colon not counted."""
_TURNS = 3
"""A transcript has so many turns at least, by two speakers or more."""
_RUN = 8
"""How many paragraphs one turn may run over."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one is named: label and colon, and the sentences, by paragraph."""

    label: range
    colon: int
    paragraphs: tuple[tuple[Sentence, ...], ...]


def turns(reading: Reading) -> dict[int, Turn]:
    """The turns of a transcript by the number of their first sentence; empty for any other article."""
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    ordered = [tuple(paragraphs[number]) for number in sorted(paragraphs)]
    opened = {place: head for place, p in enumerate(ordered) if (head := _opening(reading, p[0])) is not None}
    names = {reading.text(label[0], label[-1]).lower() for label, _ in opened.values()}
    if len(opened) < _TURNS or len(names) < 2:
        return {}
    found: dict[int, Turn] = {}
    places = sorted(opened)
    for place, following in zip(places, [*places[1:], None], strict=True):
        # Nothing says where the last turn ends: it has its own paragraph.
        last = place + 1 if following is None or following - place > _RUN else following
        said = [p for p in ordered[place:last] if p[0].region == ordered[place][0].region and not _staged(reading, p)]
        label, colon = opened[place]
        found[ordered[place][0].index] = Turn(label, colon, tuple(said))
    return found


def _opening(reading: Reading, sentence: Sentence) -> tuple[range, int] | None:
    """Label and colon that open a paragraph: a name or an office in capitals, or a part like "Moderator"."""
    words = reading.words
    first = sentence.first + (words[sentence.first].upos == "PUNCT")
    reach = range(first + 1, min(first + _LABEL, len(words) - 1) + 1)
    colon = next((i for i in reach if words[i].text == ":"), None)
    if colon is None or sentence.region == "headline" or not _goes_on(reading, colon, sentence):
        return None
    label = range(first, colon)
    letters = "".join(c for i in label for c in words[i].text if c.isalpha())
    capitals = len(letters) > 1 and letters.isupper() and words[colon - 1].text.lower() not in word_class("notice")
    part = len(label) == 1 and words[first].text[:1].isupper() and words[first].text.lower() in word_class("part")
    return (label, colon) if capitals or part else None


def _goes_on(reading: Reading, colon: int, sentence: Sentence) -> bool:
    """Whether words of the same paragraph follow the colon."""
    after = colon + 1
    return after < len(reading.words) and reading.sentence_of(after).paragraph == sentence.paragraph


def _staged(reading: Reading, paragraph: tuple[Sentence, ...]) -> bool:
    """Whether a paragraph is a stage direction: "(CROSSTALK)", "[Applause.]"."""
    text = reading.document.text[paragraph[0].begin : paragraph[-1].end].strip(" \"“”'.")
    return text[:1] in "([" and text[-1:] in ")]"
