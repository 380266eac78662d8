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
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        view.set_viewport_size({"width": width, "height": 900})
        view.emulate_media(color_scheme=scheme)
        troubles += [f"{width} {scheme}: {found}" for found in view.evaluate(RUN, RULES)]
    view.context.close()
    assert troubles == []
