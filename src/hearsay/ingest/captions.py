"""Captions and credits that stand inside a paragraph of running text, as scraped pages leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.records import RegionKind

_CREDIT = re.compile(
    r"\((?:(?:file |hand-?out |illustrative )?"
    r"(?:photo|image|picture|video|illustration|screenshot)s?(?: credit| courtesy| by|:|/)"
    r"|credits?\s?:|file photo|file picture|ap photo|afp photo|reuters/|getty|courtesy|source: )[^()]{0,120}\)\.?",
    re.IGNORECASE,
)
_CLOSING_CREDIT = re.compile(
    r"(?:(?:Photo|Image|Picture|Credit|PHOTO)s?(?: by|:) ?[^.!?]{2,80}"
    r"|[A-Z]{2,}\S*/[\w .,/&'’-]{2,80}|\([^()]{3,120}\))\W*$"
)
_LEAD = re.compile(r"[A-Z][A-Z0-9'’.\-]*[A-Z0-9](?:,? (?:[A-Z][A-Z0-9'’.\-]*|&|\d+)){1,9}(?=,? [^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?=\s+[\"“‘(]?[A-Z]|\s*$)")
_STARTS = re.compile(r"(?<=[.!?\"”’)])\s+(?=[A-Z]{2})")
_FEWEST_WORDS, _FEWEST_LETTERS, _LONGEST = 3, 12, 400


def captions_in(text: str, begin: int, end: int, *, first: bool) -> Iterator[tuple[int, int, RegionKind]]:
    """Marks for captions and credits in ``text[begin:end]``, one line of running text.

    A caption is told by its credit in parentheses, when the paragraph is short, or by a lead in capitals that runs on
    in small letters ("CROWDS GATHER IN THE SQUARE after ..."). ``first``: the article's opening may be set in
    capitals for show, so a lead there needs a credit as well.
    """
    if _mostly_capitals(text[begin:end]):
        return
    position = begin
    for credit in _CREDIT.finditer(text, begin, end):
        head = _caption_before(text, position, credit.start())
        if head is not None:
            yield (head, credit.start(), "caption")
        yield (credit.start(), credit.end(), "credit")
        position = credit.end()
    if first:
        return
    for at in (position, *(m.end() for m in _STARTS.finditer(text, position, end))):
        if at < position:
            continue
        lead = _LEAD.match(text, at, end)
        if not lead or not _long_enough(lead[0]) or not text[lead.end() : end].strip():
            continue
        close = _SENTENCE_END.search(text, lead.end(), end)
        stop = close.end() if close else end
        alone = at == begin and stop >= end
        # Papers also open a new section with a few words in capitals: such a paragraph goes on.
        if stop - at <= _LONGEST and (at > begin or alone):
            yield (at, stop, "caption")
            position = stop


def caption_with_credit(text: str, begin: int, end: int) -> Iterator[tuple[int, int, RegionKind]]:
    """Marks for a line that is a caption as a whole: the credit that may close it stands apart."""
    credit = _CLOSING_CREDIT.search(text, begin, end)
    yield (begin, credit.start() if credit else end, "caption")
    if credit:
        yield (credit.start(), end, "credit")


def _caption_before(text: str, begin: int, end: int) -> int | None:
    """Where the caption that a credit at ``end`` closes begins: its lead in capitals, or a short paragraph's begin."""
    leads = [m.start() for m in _LEAD.finditer(text, begin, end) if _long_enough(m[0])]
    if leads and end - leads[-1] <= _LONGEST:
        return leads[-1]
    return begin if text[begin:end].strip() and end - begin <= _LONGEST else None


def _long_enough(lead: str) -> bool:
    return len(lead.split()) >= _FEWEST_WORDS and sum(c.isalpha() for c in lead) >= _FEWEST_LETTERS


def _mostly_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)
