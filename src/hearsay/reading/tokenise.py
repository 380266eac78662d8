"""Words of a text with exact places, cut as the English UD treebanks (EWT, GUM) cut them.

Contractions and possessives come apart (*do|n't*, *Iran|'s*), and so do hyphenated words save those with a prefix
(*well|-|known*, *anti-war*); abbreviations, initials, numbers, times, dates, addresses and runs of one mark
stay whole. A full stop without a space after it still ends a word. Characters that show nothing (zero-width, direction
and control marks) are no part of a word's edges.

White space separates chunks; each chunk is cut by its own letters and by the kind of character that follows the
space, so the work is linear in the text and chunks that come again are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

Cut = tuple[int, int]
"""Begin and end of a word inside its chunk."""

INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
"""Characters that show nothing, as the inside of a regular expression's set."""
_EDGE = re.compile(f"^[{INVISIBLE}]+|[{INVISIBLE}]+$")
_CHUNK = re.compile(r"\S+")
LONGEST_CHUNK = 2000
"""Longer runs without white space are cut, so that no rule sees more than this."""
_REMEMBERED = 40


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    text = resources.files("hearsay.reading").joinpath("tokens.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        kind, _, members = line.partition("\t")
        table[kind] = frozenset(members.split())
    return table


def forms(kind: str) -> frozenset[str]:
    """The forms of one kind in ``tokens.tsv``, in small letters."""
    return _forms()[kind]


def _any(members: frozenset[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(members, key=lambda f: (-len(f), f)))


@lru_cache(maxsize=1)
def _master() -> re.Pattern[str]:
    """One pattern for the next word of a chunk; alternatives from the most special to a single mark."""
    letter = r"[^\W\d_]"
    mark = (
        "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e"
        "\u00ad\u200b-\u200d"
    )
    word = rf"[\w{mark}]"
    number = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)*)"
    return re.compile(
        "|".join((
            r"(?:https?|ftp)://\S*[\w/#=&-]",
            r"www\.\S*[\w/]",
            r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*",
            rf"\w[\w-]*(?:\.\w[\w-]*)*\.(?i:{_any(forms('domain'))})(?:/\S*[\w/])?(?![\w.]\w|\w)",
            r"[@#][^\W\d]\w*",
            r"(?i:'s|’s)(?!\w)",
            rf"['’](?i:\d\ds?|{_any(forms('elision'))})(?!\w)",
            r"\d{1,2}:\d\d(?::\d\d)?(?!\d)",
            r"\d{1,4}/\d{1,2}(?:/\d{2,4})?(?![\d/])",
            r"\d{4}-\d\d-\d\d(?!\d)",
            r"(?:\d-)?\d{3}-\d{3}-\d{4}(?!\d)",
            rf"\.?{number}(?=(?i:{_any(forms('unit'))})(?!\w))",
            r"(?<=\d)" rf"(?i:{_any(forms('unit'))})(?!\w)",
            rf"{number}(?i:st|nd|rd|th|s|['’]s)(?!\w)",
            rf"(?<!\w)\.\d+(?!{word})|{number}(?!{word})",
            rf"(?:{letter}\.){{2,}}(?:{letter}(?!\w))?",
            r"Ph\.D\.?|[MB]\.?Sc\.",
            rf"(?<!\w)(?i:{_any(forms('abbreviation'))})\.(?!{letter}{{2}})",
            r"(?:US|A|AU|C|CA|NZ|HK|S|R)\$",
            r"[A-Z]+(?:&[A-Z]+)+(?!\w)",
            rf"(?<!\w)(?i:{_any(forms('joined'))})(?!\w)",
            rf"(?<![\w-])(?i:{_any(forms('prefix'))})-{word}+(?:['’](?!s(?!\w)|S(?!\w)){letter}+)*",
            rf"{word}+(?:['’]{word}+)*",
            r"\.{2,}|…+\.?|[!?][!?.]*|-{2,}|<{2,}|>{2,}|\*+|=+|_+|~+|\++|''|``",
            "[\U0001f1e6-\U0001f1ff]{2}",
            "[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff][\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
            "(?:\u200d[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]*)*",
            rf"[^\s{INVISIBLE}]",
        ))
    )  # fmt: skip


_FACE = re.compile(r"(?:[:;=]['-]?[)(DPp/|\]]+|[)(]+[:;=]|<3)")
_CONTRACTION = re.compile(r"(?i)(?:n['’]t|['’](?:s|m|re|ve|ll|d))$")
_INITIAL = re.compile(r"[^\W\d_]\.$")
NOTHING, CAPITAL, SMALL, DIGIT, MARK = range(5)
"""What follows a chunk: the end of the paragraph, a capital, a small letter, a digit, anything else."""


def words_of(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Begin and end of every word of ``text[begin:end]``, one paragraph, in order."""
    chunks = list(_chunks(text, begin, end))
    for number, (first, last) in enumerate(chunks):
        following = _kind(text[chunks[number + 1][0]]) if number + 1 < len(chunks) else NOTHING
        chunk = text[first:last]
        cuts = _cut_known(chunk, following) if len(chunk) <= _REMEMBERED else _cut(chunk, following)
        for a, b in cuts:
            yield first + a, first + b


def _chunks(text: str, begin: int, end: int) -> Iterator[Cut]:
    for match in _CHUNK.finditer(text, begin, end):
        first, last = match.span()
        for piece in range(first, last, LONGEST_CHUNK):
            stop = min(piece + LONGEST_CHUNK, last)
            edge = _EDGE.match(text[piece:stop])
            start = piece + edge.end() if edge else piece
            while stop > start and _EDGE.match(text[stop - 1]) and text[stop - 1] not in "\ufe0f\ufe0e":
                stop -= 1
            if start < stop:
                yield start, stop


def _kind(char: str) -> int:
    if char.isalpha():
        return SMALL if char.islower() else CAPITAL
    return DIGIT if char.isdigit() else MARK


@lru_cache(maxsize=1 << 16)
def _cut_known(chunk: str, following: int) -> tuple[Cut, ...]:
    return tuple(_cut(chunk, following))


def _cut(chunk: str, following: int) -> list[Cut]:
    if _FACE.fullmatch(chunk):
        return [(0, len(chunk))]
    cuts: list[Cut] = []
    for match in _master().finditer(chunk):
        begin, end = match.span()
        cuts.extend(_come_apart(chunk, begin, end))
    return _rejoin(chunk, cuts, following)


def _come_apart(chunk: str, begin: int, end: int) -> list[Cut]:
    """Split contractions and fused words."""
    word = chunk[begin:end]
    for kind, size in (("cut:3", 3), ("cut:2", 2)):
        if word.lower() in forms(kind):
            middle = end - size
            return [(begin, middle), (middle, end)]
    match = _CONTRACTION.search(word)
    if match and match.start() and not word[0].isdigit():
        middle = begin + match.start()
        return [*_come_apart(chunk, begin, middle), (middle, end)]
    return [(begin, end)]


def _rejoin(chunk: str, cuts: list[Cut], following: int) -> list[Cut]:
    """Give back its full stop to an initial before a name and to "No." before a number; cut "I." and a final "B."."""
    if len(cuts) < 2 or chunk[cuts[-1][0] : cuts[-1][1]] != ".":
        return cuts
    begin, end = cuts[-2]
    word = chunk[begin:end]
    if end != cuts[-1][0]:
        return cuts
    initial = len(word) == 1 and word.isupper() and word != "I" and following == CAPITAL
    numbered = following == DIGIT and word.lower() in forms("numbered")
    if initial or numbered:
        return [*cuts[:-2], (begin, cuts[-1][1])]
    return cuts
