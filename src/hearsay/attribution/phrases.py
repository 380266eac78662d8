"""Words to spans: runs of words, noun phrases as the text gives them, spans fitted to quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.attribution.quotes import Quotation
from hearsay.reading.tree import Reading
from hearsay.records import Span

_EDGE = " \t\n\r,;:.-–—…\u00a0\u200b\u200e\u200f"


def runs(reading: Reading, words: Iterable[int], banned: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """First and last words of the stretches that ``words`` cover; only punctuation may lie inside a stretch."""
    found: list[tuple[int, int]] = []
    for index in sorted(w for w in words if w not in banned and reading.words[w].upos != "PUNCT"):
        if found and all(reading.words[i].upos == "PUNCT" and i not in banned for i in range(found[-1][1] + 1, index)):
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found


def noun_phrase(reading: Reading, head: int, banned: frozenset[int] = frozenset()) -> tuple[int, int]:
    """The whole phrase of a noun as printed: article, title, apposition and all, but not the preposition before it.

    Stops before a word of ``banned`` (the cue and the content), so that a clause hanging on the phrase stays out.
    """
    words = reading.words
    keep = {head}
    for child in reading.children(head):
        if child.relation in ("case", "cc", "punct", "mark", "parataxis", "advcl", "discourse", "cop", "nsubj", "aux"):
            continue
        if (
            child.relation == "advmod"
            and child.index < head
            and child.lemma in ("also", "then", "meanwhile", "however")
        ):
            continue
        branch = reading.subtree(child.index)
        if banned.isdisjoint(branch):
            keep.update(branch)
    first = last = head
    while first - 1 in keep or (first - 2 in keep and words[first - 1].upos == "PUNCT" and first - 1 not in banned):
        first -= 1
    while last + 1 in keep or (last + 2 in keep and words[last + 1].upos == "PUNCT" and last + 1 not in banned):
        last += 1
    while first < head and (words[first].upos == "PUNCT" or first not in keep):
        first += 1
    while last > head and words[last].upos == "PUNCT" and words[last].text not in ")]\"”'’":
        last -= 1
    return first, last


def trim(text: str, span: Span, quotations: Iterable[Quotation] = ()) -> Span | None:
    """A span without white space and stray punctuation at its edges; None when nothing is left.

    Punctuation stays where it stands inside a quotation that the span takes in whole.
    """
    begin, end = span
    starts = {q.begin for q in quotations}
    ends = {q.end for q in quotations}
    while begin < end and text[begin] in _EDGE and begin not in starts:
        begin += 1
    while begin < end and text[end - 1] in _EDGE and end not in ends:
        end -= 1
    return (begin, end) if begin < end else None


def fit(text: str, span: Span, quotations: Iterable[Quotation], banned: Iterable[Span]) -> Span:
    """Grow a span to the quotations it touches, and cut it at the end of a quotation that holds its own cue.

    ``banned`` are the spans of cue and source: a quotation holding one of them is an outer quotation.
    """
    begin, end = span
    for quotation in quotations:
        if quotation.end <= begin or quotation.begin >= end:
            continue
        if any(b < quotation.end and e > quotation.begin for b, e in banned):
            holds = quotation.begin <= begin and any(quotation.begin <= b < quotation.end for b, _ in banned)
            if holds:
                end = min(end, quotation.end)
            continue
        begin, end = min(begin, quotation.begin), max(end, quotation.end)
    return begin, end


def disjoint(spans: Iterable[Span], banned: Iterable[Span]) -> list[Span]:
    """Spans in order with overlaps among them merged and every banned stretch cut out."""
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    for cut_begin, cut_end in banned:
        pieces: list[Span] = []
        for begin, end in merged:
            if cut_end <= begin or cut_begin >= end:
                pieces.append((begin, end))
                continue
            if begin < cut_begin:
                pieces.append((begin, cut_begin))
            if cut_end < end:
                pieces.append((cut_end, end))
        merged = pieces
    return merged
