"""Captions, credits and the by-line of a web page, taken from its tree by their tags and class names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.records import RegionKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _named(*names: str) -> re.Pattern[str]:
    """A class name that is one of these, alone or as a part between dashes: "photo-credit", "article__byline"."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names)})(?:[\s_-]|$)", re.IGNORECASE)


_CAPTION_CLASS = _named("(?:fig)?captions?", "wp-caption-text", "thumbcaption", "image-?description")
_CREDIT_CLASS = _named("(?:photo|image|media|picture)?(?:credits?|copyright|photographer|attribution)")
_BYLINE_CLASS = _named("by-?line", "article-?authors?")
_FOR_EARS = _named("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text")
_ELSEWHERE = _named(
    "related", r"recommend\w*", "teasers?", "promo", "sidebar", "most-?read", "more-?stories", "newsletter", "carousel"
)
_ELSEWHERE_TAGS = {"nav", "aside", "footer", "form"}
_LONGEST_CAPTION, _LONGEST_BYLINE = 1000, 120


@dataclass(frozen=True, slots=True)
class Figures:
    """Lines that stand beside the article: by-line, and captions with credits in page order."""

    byline: str | None
    lines: tuple[tuple[RegionKind, str], ...]


def take_figures(tree: HtmlElement) -> Figures:
    """Captions, credits and by-line of the article in a page.

    Figures are *removed* from ``tree``, so that the extractor cannot mix their words into the article.
    """
    article = _article(tree)
    lines: list[tuple[RegionKind, str]] = []
    byline = None
    for element in list(article.iter()):
        if not isinstance(element.tag, str) or not _inside(element, article):
            continue
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if element.tag == "figcaption" or (_CAPTION_CLASS.search(name) and element.tag not in ("figure", "body")):
            # A wrapper around the whole article may be called "with-caption" too; it is no caption.
            if len(_words(element)) <= _LONGEST_CAPTION:
                lines.extend(_caption(element))
                _remove(element)
        elif _CREDIT_CLASS.search(name) and element.tag in ("span", "p", "div", "small", "cite", "figcaption"):
            credit = _words(element)
            if credit and len(credit) <= _LONGEST_CAPTION:
                lines.append(("credit", credit))
                _remove(element)
        elif byline is None and (_BYLINE_CLASS.search(name) or element.get("rel") == "author"):
            words = _words(element)
            if 3 <= len(words) <= _LONGEST_BYLINE:
                byline = words
                _remove(element)
    return Figures(byline, tuple(dict.fromkeys(line for line in lines if line[1])))


def _article(tree: HtmlElement) -> HtmlElement:
    """The element that most likely holds the article: the <article> with most text, else <main>, else the page."""
    for tag in ("article", "main"):
        found = list(tree.iter(tag))
        if found:
            return max(found, key=lambda e: len(e.text_content()))
    return tree


def _inside(element: HtmlElement, article: HtmlElement) -> bool:
    """Still part of the article (not of a caption that was taken out), and of no list of other stories."""
    while element is not article:
        if element.tag in _ELSEWHERE_TAGS or _ELSEWHERE.search(element.get("class") or ""):
            return False
        parent = element.getparent()
        if parent is None:
            return False
        element = parent
    return True


def _caption(element: HtmlElement) -> list[tuple[RegionKind, str]]:
    credits: list[str] = []
    for part in list(element.iterdescendants()):
        if isinstance(part.tag, str) and _inside(part, element):
            name = f"{part.get('class') or ''} {part.get('itemprop') or ''}"
            if _FOR_EARS.search(name):
                _remove(part)
            elif _CREDIT_CLASS.search(name) or part.tag == "small":
                credits.append(_words(part))
                _remove(part)
    words = _words(element)
    lines: list[tuple[RegionKind, str]] = [("caption", words)] if words else []
    return lines + [("credit", credit) for credit in credits if credit]


def _remove(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
