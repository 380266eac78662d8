"""What a text says of itself at its head: its title, its date, a Markdown file's front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hearsay.ingest.dates import iso_date
from hearsay.records import Region

_FRONT = re.compile(r"---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"(\w+)\s*:\s*(.+)")
_NAMES = {"title": "title", "published": "published", "date": "published", "outlet": "outlet", "source": "outlet",
          "url": "url", "link": "url", "id": "id"}  # fmt: skip
_TH = r"(?:st|nd|rd|th)?"
_FULL_DATE = re.compile(
    rf"(?:[A-Za-z]{{3,9}}\.? \d{{1,2}}{_TH},? \d{{4}}|\d{{1,2}}{_TH} [A-Za-z]{{3,9}}\.?,? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
_MARKDOWN = "#*_ \t"


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Where the block between two lines of dashes ends, and what it says of title, date, outlet, url and id.

    ``(0, {})`` without such a block. Only plain ``name: value`` lines are read.
    """
    block = _FRONT.match(text)
    if not block:
        return 0, {}
    found: dict[str, str] = {}
    for line in block[1].splitlines():
        entry = _ENTRY.fullmatch(line.strip())
        if entry and entry[1].lower() in _NAMES:
            found.setdefault(_NAMES[entry[1].lower()], entry[2].strip().strip("\"'"))
    return block.end(), found


def stated_title(text: str, regions: Iterable[Region]) -> str | None:
    """The first headline, unless the report has begun before it."""
    for region in regions:
        if region.kind == "headline":
            return " ".join(text[slice(*region.span)].splitlines()[0].strip(_MARKDOWN).split()) or None
        if region.kind == "body":
            return None
    return None


def stated_date(text: str, regions: Iterable[Region]) -> str | None:
    """The day that the dateline, or a line of date at the head, gives with its year: ``YYYY-MM-DD``."""
    for region in regions:
        if region.kind == "dateline":
            for written in _FULL_DATE.findall(text, *region.span):
                try:
                    return iso_date(written)
                except ValueError:
                    continue
    return None
