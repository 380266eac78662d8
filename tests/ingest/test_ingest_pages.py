"""Web pages: the article, and captions, credits and by-line kept apart."""

import pytest

from hearsay.errors import IngestError
from hearsay.ingest.pages import read_page
from hearsay.records import Region

BODY = "Iran’s foreign minister met the envoy of Oman on Monday, state media said, and both agreed to hold more talks."
MORE = "The envoy said after the meeting in the capital that the talks had been frank, and that more would follow soon."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Minister meets envoy - The Star</title>
<meta property="og:site_name" content="The Star"><meta property="article:published_time" content="2024-07-15T08:00Z">
<meta property="article:modified_time" content="2024-07-19T08:00Z">
<link rel="canonical" href="https://star.example/news/1"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Minister meets envoy</h1><p class="article-byline">By Jane Doe, Reuters</p>
<figure><img src="x.jpg"><figcaption>The minister greets the envoy. <span class="photo-credit">REUTERS/Jane Doe</span>
</figcaption></figure>
<p>TEHRAN, Iran (Reuters) — {BODY}</p><script>alert("x")</script><h2>What comes next</h2><p>{MORE}</p>
<p>Read more: <a href="/y">Sanctions explained</a></p><div class="related"><figure>
<figcaption>Another story</figcaption></figure></div></article><footer>© 2024 The Star</footer></body></html>"""


def test_the_article_of_a_page_with_its_parts():
    draft = read_page(PAGE.encode(), "page.html", "page")
    assert (draft.title, draft.published, draft.outlet, draft.url) == (
        "Minister meets envoy",
        "2024-07-15",
        "The Star",
        "https://star.example/news/1",
    )
    assert draft.regions is not None
    assert [(r.kind, draft.text[slice(*r.span)].strip()) for r in draft.regions] == [
        ("dateline", "By Jane Doe, Reuters\n\nTEHRAN, Iran (Reuters) —"),
        ("body", BODY),
        ("headline", "What comes next"),
        ("body", MORE),
        ("boilerplate", "Read more: Sanctions explained"),
        ("caption", "The minister greets the envoy."),
        ("credit", "REUTERS/Jane Doe"),
    ]


def test_the_same_page_gives_the_same_draft():
    assert read_page(PAGE.encode(), "x") == read_page(PAGE.encode(), "x")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1252", "cp1252"), ("utf-16", "utf-8"), ("nonsense", "utf-8"), ("utf-8", "utf-8")],
)
def test_the_character_set_a_page_names_is_used_when_it_fits(charset: str, encoding: str):
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').encode(encoding)
    assert BODY in read_page(page, "x").text


def test_a_page_saved_by_a_browser_knows_where_it_is_from():
    comment = "<!-- saved from url=(0027)https://www.star.example/a -->"
    page = f"<!DOCTYPE html>\n{comment}<html><body><article><p>{BODY}</p><p>{MORE}</p></article></body></html>"
    draft = read_page(page.encode(), "x")
    assert (draft.url, draft.outlet, draft.regions) == (
        "https://www.star.example/a",
        "star.example",
        (Region(kind="body", span=(0, len(draft.text))),),
    )


@pytest.mark.parametrize(
    "page", ["", " ", "<", "<html>", "<p>Log in", "<!-- -->", "<?xml version='1.0'?><a/>", "\x01<p>"]
)
def test_what_has_no_article_is_refused(page: str):
    with pytest.raises(IngestError):
        read_page(page.encode(), "x")


def test_a_wrapper_named_like_a_caption_is_not_taken_out():
    paragraphs = "".join(f"<p>{BODY} {n}</p>" for n in range(12))
    page = f"<html><body><article><div class='has-caption'>{paragraphs}</div></article></body></html>"
    assert read_page(page.encode(), "x").text.count(BODY) == 12


def test_lists_of_other_articles_are_no_part_of_the_report():
    caption = "<span class='sr-only'>Image caption, </span>The envoy. <small>Image: J. Doe</small>"
    paragraphs = f"<p>{BODY}</p><p>{MORE}</p>" * 3
    page = (
        "<html><head><title>Talks</title></head><body><div id='content'><h1>Talks</h1><div id='mw-content-text'>"
        f"<div class='thumb'><div class='thumbcaption'>{caption}</div></div>{paragraphs}<h2>Sources</h2><ul>"
        "<li>Jane Doe. “Talks” — <i>The Star</i>, July 15, 2024</li></ul></div></div></body></html>"
    )
    draft = read_page(page.encode(), "x")
    assert draft.regions is not None
    assert [(r.kind, draft.text[slice(*r.span)].strip()) for r in draft.regions[1:]] == [
        ("boilerplate", "Sources\n\nJane Doe. “Talks” — The Star, July 15, 2024"),
        ("caption", "The envoy."),
        ("credit", "Image: J. Doe"),
    ]
