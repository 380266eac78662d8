"""Web pages as saved from a browser: the article, and what the page says of itself.

trafilatura (Barbaresi 2021) finds the article, its title, date and site. It drops captions, so those are taken from
the page beforehand; each part becomes a paragraph of the document's text with its own region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hearsay.errors import IngestError
from hearsay.ingest.captions import caption_with_credit
from hearsay.ingest.decode import decode
from hearsay.ingest.drafts import Draft
from hearsay.ingest.figures import Figures, take_figures
from hearsay.ingest.regions import Mark, cover, find_regions
from hearsay.records import RegionKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEWEST_WORDS = 15
"""A page with less text than this is a notice, a login or a menu."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000})\s*-->")
_AFTER_THE_END = {
    "sources", "references", "external links", "see also", "further reading", "notes", "footnotes", "related news",
    "related articles", "related stories", "related topics", "more on this story",
}  # fmt: skip
"""Headings of lists that follow an article: they name other articles."""
_BLOCKS = {"p", "head", "quote", "item", "code", "fw"}
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
"""The day of first publication, from the page's own statements. ``max_date`` is fixed: the default is today, and what
a page says must not depend on the day it is read."""


def read_page(data: bytes, where: str, id: str | None = None) -> Draft:
    """The article of a web page. Raises IngestError when there is none, or the bytes are no text."""
    source, warning = _page_text(data)
    if not source.strip():
        raise IngestError("the page is empty: nothing to code")
    # Importing the extractor takes longer than reading a short text: only pages pay for it.
    import trafilatura
    from lxml import html
    from lxml.etree import LxmlError

    try:
        tree = html.document_fromstring(_DECLARATION.sub("", source, count=1))
        figures = take_figures(tree)
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError) as error:
        raise IngestError(f"the page cannot be taken apart ({str(error)[:80]}): save the article as text") from None
    if page is None or isinstance(page, dict) or page.body is None:
        raise IngestError("no article found in the page: save the article's text as .txt")
    title = _line(page.title or "") or None
    parts = list(_parts(page.body, title, figures))
    if sum(len(text.split()) for kind, text in parts if kind == "body") < _FEWEST_WORDS:
        raise IngestError("no article found in the page, only a few words: save the article's text as .txt")
    text = "\n\n".join(text for _, text in parts)
    saved = _SAVED_FROM.search(source[:4000])
    url = page.url or (saved[1] if saved else None)
    host = urlsplit(url).hostname if url else None
    return Draft(
        where,
        text,
        id=id,
        title=title,
        published=page.date,
        outlet=_line(page.sitename or "") or (host.removeprefix("www.") if host else None),
        url=url,
        regions=cover(text, _marks(parts)),
        warnings=(warning,) if warning else (),
    )


def _page_text(data: bytes) -> tuple[str, str | None]:
    """A page's text, by the character set it names when that is a real one and fits."""
    named = _CHARSET.search(data[:4096])
    # A page whose <meta> could be read in ASCII is not in UTF-16, whatever it says.
    if (
        named
        and not named[1].lower().startswith((b"utf-16", b"utf-32", b"utf-7"))
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        try:
            return data.decode(named[1].decode("ascii")), None
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _parts(body: _Element, title: str | None, figures: Figures) -> Iterator[tuple[RegionKind, str]]:
    if figures.byline:
        yield "dateline", figures.byline
    seen = {caption for _, caption in figures.lines}
    ended = False
    for kind, text in _paragraphs(body):
        if not text or text in seen or (kind == "headline" and title and text.casefold() == title.casefold()):
            continue
        if kind == "headline":
            ended = text.casefold().rstrip(":") in _AFTER_THE_END
        yield ("boilerplate" if ended else kind), text
    yield from figures.lines


def _paragraphs(element: _Element) -> Iterator[tuple[RegionKind, str]]:
    """Paragraphs in order; a quotation or list item with paragraphs inside gives those."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _BLOCKS and not any(d.tag in _BLOCKS for d in child.iterdescendants()):
            yield ("headline" if child.tag == "head" else "body"), _line("".join(child.itertext()))
        else:
            if child.text and child.text.strip():
                yield "body", _line(child.text)
            yield from _paragraphs(child)
        if child.tail and child.tail.strip():
            yield "body", _line(child.tail)


def _marks(parts: list[tuple[RegionKind, str]]) -> Iterator[Mark]:
    """Marks of the parts; body paragraphs are searched for datelines and furniture as plain text is."""
    top = True
    begin = 0
    for kind, text in parts:
        if kind == "body":
            for region in find_regions(text, title="", top=top):
                yield (begin + region.span[0], begin + region.span[1], region.kind)
            top = False
        elif kind == "caption":
            for begun, ended, part in caption_with_credit(text, 0, len(text)):
                yield (begin + begun, begin + ended, part)
        else:
            yield (begin, begin + len(text), kind)
        begin += len(text) + 2


def _line(text: str) -> str:
    return " ".join(text.split())
