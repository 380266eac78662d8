"""Every page against WCAG 2.2 AA with axe, by keyboard alone, on paper, and with words that run from right to left."""

from pathlib import Path

import pytest

from hearsay.ledger.ledger import Ledger
from tests.explorer.conftest import served
from tests.ledger.made import act, told

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3).join(" | "));
}"""
PAGES = ("/", "/events", "/events?party=Iran&status=actual", "/events?party=Atlantis", "/events/{strike}",
         "/articles/strike", "/articles/hostile-0", "/actors", "/actors?q=oman", "/actors/Iran", "/network", "/map",
         "/sources", "/review", "/nowhere")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_keep_the_guidelines_in_each_width_and_light(browser, site: str, strike: str, page: str):
    view = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page()
    view.goto(site + page.format(strike=strike))
    for details in view.locator("details:not([open]) > summary").all():
        details.click()
    view.evaluate(AXE)
    troubles = []
    for width, scheme in ((1280, "light"), (390, "dark")):
        view.set_viewport_size({"width": width, "height": 900})
        view.emulate_media(color_scheme=scheme)
        troubles += [f"{width} {scheme}: {found}" for found in view.evaluate(RUN, RULES)]
    view.context.close()
    assert troubles == []


def test_the_keyboard_reaches_all_and_shows_where_it_is(browser, site: str):
    view = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    view.goto(f"{site}/events")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    assert view.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    assert view.evaluate("document.querySelector('main').contains(document.activeElement)")
    links = view.evaluate("""() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter(
      e => e.checkVisibility() && e.tabIndex >= 0 && !e.closest('details:not([open]) > :not(summary)')).length""")
    seen = set()
    view.evaluate("document.body.focus()")
    for _ in range(links + 5):
        view.keyboard.press("Tab")
        seen.add(
            view.evaluate("""() => {
          const e = document.activeElement;
          if (!(e.tagName + ' ' + e.className).includes('BODY') && getComputedStyle(e).outlineStyle === 'none') {
            return 'no outline: ' + e.outerHTML.slice(0, 80);
          }
          return [...document.querySelectorAll('*')].indexOf(e);
        }""")
        )
    assert [found for found in seen if isinstance(found, str)] == []
    assert len(seen) >= links
    view.context.close()


def test_paper_shows_the_words_and_leaves_out_what_one_clicks(browser, site: str, strike: str):
    view = browser.new_context(viewport={"width": 800, "height": 900}, color_scheme="dark").new_page()
    view.emulate_media(media="print")
    for page in ("/events", f"/events/{strike}", "/articles/strike"):
        view.goto(site + page)
        shown = view.evaluate("""() => ['.top nav', 'aside[aria-label=Filters]', '.layers', '.downloads', '.theme']
          .filter(s => [...document.querySelectorAll(s)].some(e => e.checkVisibility()))""")
        assert shown == [], page
        assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert view.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    view.context.close()


def test_words_run_the_way_of_their_script(browser, tmp_path: Path):
    path = tmp_path / "hearsay.db"
    arabic, hebrew = "وزارة الخارجية", "משרד החוץ"
    with Ledger.open(path) as ledger:
        accused = act(arabic, "ACCUSE", hebrew, arabic, date="2024-07-14")
        aided = act("Oman", "AID", "Yemen", date="2024-07-14")
        more, title = f"{hebrew} הכחיש.", "اتهامات متبادلة"
        ledger.add(told("الخليج", "2024-07-15", accused, aided, id="rtl", title=title, more=more), "made")
    with served(path) as site:
        view = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
        view.goto(f"{site}/articles/rtl")
        direction = "e => getComputedStyle(e).direction"
        assert view.locator("h1").evaluate(direction) == "rtl"
        view.goto(f"{site}/events?party={arabic}")
        view.locator(".vouched a").click()
        assert view.locator("h1 bdi").first.evaluate(direction) == "rtl"
        assert view.locator("h1").evaluate(direction) == "ltr"
        assert view.locator("blockquote").first.evaluate(direction) == "rtl"
        assert view.locator("blockquote").first.evaluate("e => getComputedStyle(e).textAlign") == "start"
        view.goto(f"{site}/events?party=Oman")
        view.locator(".vouched a").click()
        assert view.locator("blockquote").first.evaluate(direction) == "ltr"
        view.goto(f"{site}/actors/{arabic}")
        assert view.locator("h1 bdi").evaluate(direction) == "rtl"
        assert view.locator(".quotation blockquote").first.evaluate(direction) == "rtl"
        wide = view.evaluate("document.documentElement.scrollWidth")
        assert wide == 390
        view.context.close()
