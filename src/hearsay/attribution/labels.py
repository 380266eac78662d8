"""Speakers as labels: "Marco Rubio: ..." in headlines, transcripts and interviews."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.attribution.drafts import Draft, Drafting
from hearsay.attribution.findings import Finding

_LABEL = 7
"""Longest label in words, colon not counted."""


def labelled(drafting: Drafting, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for paragraphs that open with a name and a colon and hold no report yet that takes in what follows."""
    reading, words = drafting.reading, drafting.reading.words
    found: list[Draft] = []
    taken = sorted(span for draft in drafts for span in draft.content)
    paragraph = -1
    for number, sentence in enumerate(reading.sentences):
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        colon = next(
            (i for i in range(sentence.first, min(sentence.first + _LABEL, sentence.last) + 1) if words[i].text == ":"),
            None,
        )
        if colon is None or colon == sentence.first:
            continue
        label = range(sentence.first, colon)
        named = all(words[i].upos in ("PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP") for i in label)
        heads = [i for i in label if words[i].upos == "PROPN" and drafting.speaks[i]]
        if not named or not heads or words[sentence.first].text[:1].islower():
            continue
        last = number
        while last + 1 < len(reading.sentences) and reading.sentences[last + 1].paragraph == paragraph:
            last += 1
        span = (words[colon].end, reading.sentences[last].end)
        if any(b < span[1] and e > span[0] for b, e in taken):
            continue
        finding = Finding(colon, (colon,), "assertion", frozenset(("quote",)), heads[0], frozenset(), form="none")
        draft = Draft(finding, [words[colon].span], heads[0], reading.span(label[0], label[-1]), colon)
        draft.content = drafting.clean([span], draft.barred(), words[colon].begin)
        if draft.content:
            found.append(draft)
    return found
