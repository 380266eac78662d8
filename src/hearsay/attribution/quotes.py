"""Quotation marks to quotations: every style, unbalanced and nested marks, apostrophes, inches.

A quotation never leaves its region and, unless the next paragraph opens with the same mark again (the newspaper's
way of going on), never leaves its paragraph. A mark that is never closed reaches to the end of its paragraph when it
opens the paragraph, else to the end of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.records import Span

_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[^\sa-z]|\s*$)")
_MARK = re.compile("\"|“|”|„|‟|«|»|‹|›|＂|``|''|‘|’|‚|'|`")

_DOUBLE_OPEN = {"“", "„", "«", "``", "‟"}
_DOUBLE_CLOSE = {"”", "»"}
_DOUBLE_BOTH = {'"', "''", "＂"}
_SINGLE_OPEN = {"‘", "‚", "‹", "`"}
_SINGLE_CLOSE = {"’", "›"}
_BEFORE_OPEN = frozenset("([{—–-/")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…\"”»'’")
_ELISIONS = re.compile(r"(?:\d\ds|em|tis|twas|til|cause|n|bout|round|cos)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between marks, marks included, inside one paragraph."""

    begin: int
    end: int
    continued: bool = False
    """The quotation goes on from the paragraph before."""
    closed: bool = True

    @property
    def span(self) -> Span:
        return (self.begin, self.end)


def find_quotations(text: str, regions: Iterable[Span]) -> tuple[Quotation, ...]:
    """Outermost quotations of a text in order; ``regions`` are the stretches that no quotation may leave."""
    found: list[Quotation] = []
    for begin, end in regions:
        open_before: str | None = None
        for first, last in _paragraphs(text, begin, end):
            quotations, open_before = _in_paragraph(text, first, last, open_before)
            found.extend(quotations)
    return tuple(found)


def _paragraphs(text: str, begin: int, end: int) -> list[Span]:
    cuts = [begin]
    for match in _PARAGRAPH.finditer(text, begin, end):
        cuts += [match.start(), match.end()]
    cuts.append(end)
    spans = zip(cuts[::2], cuts[1::2], strict=True)
    return [(b, e) for b, e in spans if text[b:e].strip()]


def _in_paragraph(text: str, begin: int, end: int, left_open: str | None) -> tuple[list[Quotation], str | None]:
    """Quotations of one paragraph, and the kind of mark left open at its end ("double", "single" or None).

    ``left_open`` is what the paragraph before left open: it goes on only when this one opens with such a mark.
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
    continued = False
    for match in _MARK.finditer(text, begin, end):
        mark, at = match.group(), match.start()
        kind = "single" if mark in _SINGLE_OPEN or mark in _SINGLE_CLOSE or mark == "'" else "double"
        role = _role(text, match, begin, end, [k for k, _ in stack])
        if role == "open":
            if any(k == kind for k, _ in stack) and kind == "single":
                continue
            if at == start and kind == left_open:
                continued = True
            stack.append((kind, at))
        elif role == "close":
            while stack and stack[-1][0] != kind and any(k == kind for k, _ in stack):
                stack.pop()
            if stack and stack[-1][0] == kind:
                _, opened = stack.pop()
                if not stack:
                    found.append(Quotation(opened, match.end(), continued and opened == start))
    if not stack:
        return found, None
    kind, opened = stack[0]
    stop = begin + len(text[begin:end].rstrip())
    if kind == "single":
        return found, None
    if opened != start:
        sentence = _SENTENCE_END.search(text, opened + 1, stop)
        stop = sentence.end() if sentence else stop
    found = [q for q in found if q.end <= opened]
    if stop > opened + 1:
        found.append(Quotation(opened, stop, continued and opened == start, closed=False))
    return found, kind


def _role(text: str, match: re.Match[str], begin: int, end: int, open_kinds: list[str]) -> str | None:
    """Whether a mark opens, closes, or is no quotation mark at all (apostrophe, inch, second)."""
    mark, at, after = match.group(), match.start(), match.end()
    left = text[at - 1] if at > begin else " "
    right = text[after] if after < end else " "
    opens = (left.isspace() or left in _BEFORE_OPEN or left in "\"“'‘«„") and not right.isspace()
    closes = not left.isspace() and (right.isspace() or right in _AFTER_CLOSE or not right.isalnum())
    if mark in _DOUBLE_OPEN:
        return "close" if "double" in open_kinds and closes and not opens else "open"
    if mark in _DOUBLE_CLOSE:
        if "double" in open_kinds:
            return "close"
        return "open" if opens and left.isspace() else None
    if mark in _DOUBLE_BOTH:
        if "double" not in open_kinds:
            return None if left.isdigit() or (closes and not opens) else "open"
        if opens and not closes and left.isspace():
            return "open" if _closes_later(text, after, end) else "close"
        return "close"
    if mark in _SINGLE_OPEN:
        if _ELISIONS.match(text, after):
            return None
        return "open" if opens else None
    if mark in _SINGLE_CLOSE:
        return "close" if "single" in open_kinds and not right.isalnum() else None
    if "single" in open_kinds:
        return "close" if closes and not right.isalnum() else None
    if not opens or not (right.isalnum() or right in '[(“"') or _ELISIONS.match(text, after):
        return None
    return "open" if re.compile(r"[\w.,!?…]'(?!\w)").search(text, after, end) else None


def _closes_later(text: str, after: int, end: int) -> bool:
    """Whether at least two closing straight marks follow, so that a second opening one is truly nested."""
    return sum(1 for m in re.compile(r'\S"(?=[\s.,;:!?)]|$)').finditer(text, after, end)) >= 2
