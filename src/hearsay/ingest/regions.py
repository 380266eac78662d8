"""Which part of the page each stretch of text is, by rule: body, headline, dateline, caption, credit, boilerplate.

Regions are contiguous: they cover the text from its first to its last character, in order. Kinds:

* ``headline``: a line that equals the title, a Markdown heading, an unclosed short first line;
* ``dateline``: "BAGHDAD (Reuters) - ", and what else heads an article: by-line, line of date;
* ``caption``, ``credit``: words below a picture, and whose picture it is;
* ``boilerplate``: "Read more", copyright, sharing, sign-off: not part of the report;
* ``body``: all the rest.

Whole lines are matched against ``furniture.tsv``; what stands inside a paragraph against the patterns below.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from hearsay.ingest.captions import caption_with_credit, captions_in
from hearsay.ingest.dates import iso_date
from hearsay.ingest.heading import front_matter
from hearsay.records import Region, RegionKind

Mark = tuple[int, int, RegionKind]

_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S.*")
_LONGEST_FURNITURE = 700
_TOP_LINES = 6
"""By-lines and lines of date count only among the first lines: further down they are news."""

_CAPS = r"(?=[A-Z][A-Z'’.\- ]{3})[A-Z][A-Z'’.\-]*[A-Z.](?:[ /-][A-Z'’.\-]+){0,5}"
_NAME = r"[A-Z][\w'’.\-]+(?: (?:[A-Z][\w'’.\-]+|of|de|el|al|the)){0,4}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([A-Z][\w.&'’-]*(?:[ /][\w.&'’-]+){0,4}\)"
_DASH = r"(?:\s*(?:[–—]|--?|―)\s+|[–—])"
_DATELINE = re.compile(
    rf"{_CAPS}(?:, {_NAME})?(?:, {_DAY})?(?:\s*{_AGENCY})?{_DASH}"
    rf"|{_NAME}(?:, {_NAME})?(?:, {_DAY})?\s*{_AGENCY}(?:{_DASH}|:\s+)"
    rf"|{_AGENCY}{_DASH}"
    rf"|{_CAPS}(?:, {_DAY})?(?:\s*{_AGENCY})?:\s+"
)
_PLACE = r"[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]+){0,2}"
_PLAIN_DATELINE = re.compile(rf"{_PLACE}(?:, {_PLACE}){{0,2}} [–—] (?=[A-Z\"“‘])(?![^\n]{{0,120}} [–—] )")
"""The same in small letters ("Gaza City, Gaza Strip – "), where no second dash closes an aside about somebody."""
_LABEL = re.compile(r"[A-Z][A-Z'’.\- ]+(?: \([^()\n]{1,40}\))?:(?:\s|$)")
"""Capitals and a colon at the start of a paragraph: one alone may be a place, several are a transcript's speakers."""


@cache
def _furniture() -> tuple[tuple[RegionKind, re.Pattern[str]], ...]:
    table = files("hearsay.ingest").joinpath("furniture.tsv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    names: tuple[RegionKind, ...] = ("credit", "caption", "boilerplate", "dateline")
    kinds: dict[str, RegionKind] = dict(zip(map(str, names), names, strict=True))
    return tuple((kinds[row["kind"]], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)


def find_regions(
    text: str, *, title: str | None = None, markdown: bool = False, top: bool = True
) -> tuple[Region, ...]:
    """The regions of a plain text.

    ``markdown`` reads ``#`` lines as headlines. Without a title, an unclosed short first line is taken for one.
    ``top`` is False for a text that does not begin an article, where there is no dateline to look for.
    """
    return cover(text, _marks(text, title, markdown, top))


def cover(text: str, marks: Iterable[Mark]) -> tuple[Region, ...]:
    """Contiguous regions over the whole text from marks that may leave gaps: gaps are body.

    White space between two regions goes to the one before it; neighbours of one kind are joined.
    """
    regions: list[Region] = []

    def add(begin: int, end: int, kind: RegionKind) -> None:
        if regions and kind == "body":
            blank = len(text[begin:end]) - len(text[begin:end].lstrip())
            regions[-1] = Region(kind=regions[-1].kind, span=(regions[-1].span[0], begin + blank))
            begin += blank
        if begin >= end:
            return
        if regions and (not text[begin:end].strip() or regions[-1].kind == kind):
            regions[-1] = Region(kind=regions[-1].kind, span=(regions[-1].span[0], end))
        else:
            regions.append(Region(kind=kind, span=(begin, end)))

    position = 0
    for begin, end, kind in sorted(marks):
        begin = max(begin, position)
        if begin >= end:
            continue
        add(position, begin, "body")
        add(begin, end, kind)
        position = end
    add(position, len(text), "body")
    return tuple(regions)


def _marks(text: str, title: str | None, markdown: bool, top: bool) -> Iterator[Mark]:
    head = front_matter(text)[0] if markdown else 0
    if head:
        yield (0, head, "boilerplate")
    lines = [(m.start() + len(m[0]) - len(m[0].lstrip()), m.end() - len(m[0]) + len(m[0].rstrip()), m[0].strip())
             for m in _LINE.finditer(text, head) if m[0].strip()]  # fmt: skip
    heading = " ".join(title.split()).casefold() if title else None
    labels = sum(1 for _, _, line in lines if _LABEL.match(line))
    met_body = met_dateline = not top
    for number, (begin, end, line) in enumerate(lines):
        if markdown and _HEADING.fullmatch(line):
            yield (begin, end, "headline")
            continue
        if number < 3 and (" ".join(line.split()).casefold() == heading):
            yield (begin, end, "headline")
            continue
        kind = _whole_line(line, top=number < _TOP_LINES and not met_body)
        if kind == "caption":
            yield from caption_with_credit(text, begin, end)
            continue
        if kind:
            yield (begin, end, kind)
            continue
        if number == 0 and title is None and len(lines) > 1 and _looks_like_headline(line, text, end):
            yield (begin, end, "headline")
            continue
        found = None if met_dateline or number >= _TOP_LINES else _DATELINE.match(text, begin, end)
        if found is None and not met_dateline and not met_body and number < _TOP_LINES:
            found = _PLAIN_DATELINE.match(text, begin, end)
        if found and not (labels > 1 and _LABEL.match(text, begin, end)):
            met_dateline = True
            yield (begin, found.end(), "dateline")
            begin = found.end()
        yield from captions_in(text, begin, end, first=not met_body)
        met_body = True


def _whole_line(line: str, *, top: bool) -> RegionKind | None:
    if len(line) > _LONGEST_FURNITURE:
        return None
    if top and _is_date(line):
        return "dateline"
    for kind, pattern in _furniture():
        if kind == "dateline" and not (top and len(line) < 120):
            continue
        if pattern.fullmatch(line):
            return kind
    return None


def _is_date(line: str) -> bool:
    if len(line) > 60 or not any(c.isdigit() for c in line):
        return False
    try:
        iso_date(line.rstrip("."))
    except ValueError:
        return False
    return True


def _looks_like_headline(line: str, text: str, end: int) -> bool:
    """A first line of a few words that no full stop closes, set off from what follows by an empty line."""
    return (
        3 <= len(line.split()) <= 25
        and len(line) <= 160
        and line[-1] not in ".:;,…\"”'’)"
        and not _DATELINE.match(line)
        and _BLANK_LINE.match(text, end) is not None
    )
