"""Whose voice is still in the reader's ear: the speaker that a quotation on its own goes on with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.attribution.drafts import Draft, Drafting
from hearsay.reading.tree import Reading


def last_heard(drafting: Drafting, drafts: Mapping[int, Sequence[Draft]], word: int) -> Draft | None:
    """The draft that spoke last before a word and is near enough; ``drafts`` are those of each paragraph."""
    reading = drafting.reading
    best: Draft | None = None
    sentence = reading.sentence_of(word)
    begin = reading.words[word].begin
    heard = [d for p in (sentence.paragraph - 1, sentence.paragraph) for d in drafts.get(p, ())]
    for draft in heard:
        if draft.source_span is None or not draft.content or draft.where >= word or draft.content[0][0] >= begin:
            continue
        if draft.finding is not None and drafting.inside[draft.finding.anchor] >= 0:
            continue
        there = reading.sentence_of(draft.where)
        near = sentence.paragraph - there.paragraph
        if there.region != sentence.region or near > 1 or (near == 1 and not draft.quotes):
            continue
        end = max(e for _, e in [*draft.content, *draft.cue])
        gap = sentence.index - reading.sentence_of(drafting.word_at(end - 1)).index
        if gap > (2 if near == 0 and draft.quotes else 1):
            continue
        if best is None or _later(reading, draft, best):
            best = draft
    return best


def _later(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether one draft speaks after another; of one sentence who is quoted comes last: "..., said Lee, who wants"."""
    here, there = (reading.sentence_of(d.where).index for d in (one, other))
    return (here, one.quotes > 0, one.where) > (there, other.quotes > 0, other.where)
