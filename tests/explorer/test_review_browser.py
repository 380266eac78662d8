"""Reviewing in a real browser: from the key pressed to the row in the database, with scripts and without, by touch."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import Correction
from tests.explorer.conftest import served
from tests.explorer.test_explorer_accessibility import AXE, RULES, RUN


@pytest.fixture
def ledger(filled: Ledger) -> Ledger:
    return filled


@pytest.fixture
def visit(browser, ledger: Ledger) -> Iterator[Callable[..., object]]:
    """Opens a page of a browser session of its own; whatever goes wrong in one fails the test."""
    troubles: list[str] = []
    contexts = []
    with served(Path(str(ledger.engine.url.database)), prepared=False) as site:

        def opened(name: str | None = "Ada", **options: object) -> object:
            context = browser.new_context(base_url=site, **options)
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda message: troubles.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
            page.on("request", lambda asked: asked.url.startswith(site) or troubles.append(f"asked {asked.url}"))
            page.goto("/review")
            if name:
                page.fill("input[name=reviewer]", name)
                page.press("input[name=reviewer]", "Enter")
                page.wait_for_selector("text=You review as")
            return page

        yield opened
        for context in contexts:
            context.close()
    assert troubles == []


def begin(page, kind: str = "uncertain", size: str = "20", share: str = "0") -> None:
    page.check(f"input[value={kind}]")
    page.select_option("select[name=size]", size)
    page.select_option("select[name=share]", share)
    page.click("text=Draw and begin")
    page.wait_for_url("**/review/queues/*")


def item(page) -> str:
    return page.input_value("input[name=item]")


def press(page, key: str) -> None:
    """A key that decides, and the page that comes after."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_keys_decide_and_undo(visit, ledger: Ledger):
    page = visit()
    begin(page)
    items = [item(page)]
    for key in "ars":
        press(page, key)
        items.append(item(page))
    assert [(r.item, r.verdict, r.reviewer) for r in ledger.reviews()] == [
        (items[0], "accept", "Ada"), (items[1], "reject", "Ada"), (items[2], "skip", "Ada"),
    ]  # fmt: skip
    press(page, "u")
    assert (item(page), len(ledger.reviews())) == (items[2], 2)
    press(page, "u")
    assert (item(page), [r.verdict for r in ledger.reviews()]) == (items[1], ["accept"])


def test_numbers_lead_to_fields_and_enter_saves_the_fix(visit, ledger: Ledger):
    page = visit()
    page.goto("/review?place=Muscat")
    begin(page)
    fields = ("type", "actor", "recipient", "status", "source", "mode", "date", "place")
    for number, field in zip("12345678", fields, strict=True):
        page.keyboard.press("Escape")
        page.keyboard.press(number)
        assert page.evaluate("document.activeElement.name") == field
    page.keyboard.type("Aden [YEM]")
    page.keyboard.press("Escape")
    assert not page.locator("#fix").evaluate("fix => fix.open")
    page.keyboard.press("2")
    page.keyboard.type("ars France [FRA GOV]")
    assert ledger.reviews() == (), "letters typed into a field decide nothing"
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.select_option("select[name=type]", "ASSAULT")
    shown = "groups => groups.filter(group => !group.hidden).map(group => group.dataset.type)"
    assert page.eval_on_selector_all("select.modes >> nth=0 >> optgroup", shown) == ["ASSAULT"]
    page.select_option("select[name=mode] >> nth=0", "aerial")
    page.fill("input[name=date]", "2024-08")
    page.fill("input[name=place]", "Aden [YEM]")
    page.fill("input[name=actor] >> nth=0", "")
    page.press("input[name=actor] >> nth=0", "Enter")
    page.wait_for_selector("text=Nothing is left here for you")
    (review,) = ledger.reviews()
    assert (review.verdict, review.fix) == (
        "fix", Correction(type="ASSAULT", mode=("aerial",), date="2024-08", place="Aden [YEM]", actor=()),
    )  # fmt: skip


def test_a_type_is_found_by_typing_and_saved_by_enter(visit, ledger: Ledger):
    page = visit()
    page.goto("/review?place=Muscat")
    begin(page)
    page.keyboard.press("1")
    page.keyboard.type("CONC")
    press(page, "Enter")
    (review,) = ledger.reviews()
    assert (review.verdict, review.fix) == ("fix", Correction(type="CONCEDE"))


def test_the_pick_list_offers_the_people_of_the_article(visit):
    page = visit()
    page.goto("/review?place=Muscat")
    begin(page)
    offered = page.eval_on_selector_all("#people option", "options => options.map(option => option.value)")
    assert offered == ["Oman [OMN GOV]", "France [FRA GOV]"]
    assert page.get_attribute("input[name=actor] >> nth=0", "list") == "people"


def test_single_keys_can_be_switched_off(visit, ledger: Ledger):
    page = visit()
    begin(page)
    page.uncheck(".keys-on")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("r")
    page.wait_for_timeout(200)
    assert (ledger.reviews(), page.locator(".verdicts kbd").first.is_visible()) == ((), False)
    page.check(".keys-on")
    press(page, "a")
    assert [review.verdict for review in ledger.reviews()] == ["accept"]


def test_a_decision_pressed_twice_is_one(visit, ledger: Ledger):
    page = visit()
    begin(page)
    with page.expect_navigation():
        page.evaluate("""() => { for (let n = 0; n < 5; n++) {
            document.dispatchEvent(new KeyboardEvent("keydown", {key: "a", bubbles: true})); } }""")
    page.wait_for_load_state()
    assert len(ledger.reviews(undone=True)) == 1


def test_pairs_are_judged_by_key(visit, ledger: Ledger):
    page = visit()
    begin(page, "pairs")
    pairs = item(page)
    press(page, "r")
    one, _, other = pairs.partition("~")
    assert ledger.event(one).id != ledger.event(other).id
    press(page, "u")
    assert item(page) == pairs
    assert ledger.event(one).id == ledger.event(other).id
    press(page, "n")
    assert [judged.verdict for judged in ledger.judgements() if judged.undone is None] == ["unsure"]


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {"viewport": {"width": 390, "height": 844},
                                     "has_touch": True, "is_mobile": True}], ids=["no scripts", "touch"])  # fmt: skip
def test_everything_works_as_a_form_and_by_touch(visit, ledger: Ledger, options: dict[str, object]):
    page = visit(**options)
    page.goto("/review?party=IRN")
    begin(page, share="100")
    act = page.tap if "has_touch" in options else page.click
    act("button[value=accept]")
    page.wait_for_selector("text=Accepted")
    if "has_touch" in options:
        act("a.to-fix")
        heights = page.eval_on_selector_all(".verdicts > *", "all => all.map(one => one.offsetHeight)")
        assert min(heights) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    else:
        act("summary")
    page.check("input[value=planned]")
    act("button[value=fix]")
    page.wait_for_selector("text=Fixed")
    act("button[name=undo]")
    page.wait_for_selector("text=Accepted")
    act("button[value=skip]")
    page.wait_for_selector("text=Skipped")
    assert [(r.verdict, r.undone is None) for r in ledger.reviews(undone=True)] == [
        ("accept", True), ("fix", False), ("skip", True),
    ]  # fmt: skip


def test_two_people_code_the_same_items_without_seeing_each_other(visit, ledger: Ledger):
    ada, ben = visit("Ada"), visit("Ben")
    begin(ada, "random", share="100")
    ben.goto(ada.url)
    assert item(ada) != item(ben), "one item is not with two people at a time"
    seen: dict[str, set[str]] = {"Ada": set(), "Ben": set()}
    for _ in range(2):
        for name, page in (("Ada", ada), ("Ben", ben)):
            page.goto(page.url)
            while page.locator("input[name=item]").count():
                seen[name].add(item(page))
                press(page, "a" if name == "Ada" or len(seen[name]) > 1 else "r")
    assert seen["Ada"] == seen["Ben"]
    assert ledger.queue(1).done == ledger.queue(1).size == len(seen["Ada"]) == 5
    ada.click("text=See the results")
    assert ada.locator(".alphas tbody tr").count() == 9
    (row,) = (row for row in ledger.agreement() if row.field == "verdict")
    assert (row.items, row.agreed) == (5, 0.8)
    assert f"{row.alpha:.3f}" in ada.locator(".alphas").inner_text()


def test_pages_fit(visit, ledger: Ledger):
    page = visit()

    def wide() -> list[int]:
        found = []
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found.append(page.evaluate("document.documentElement.scrollWidth"))
        return found

    begin(page)
    seen = []
    for address in (page.url, "/review", "/review/results", f"/events/{item(page).rpartition('.')[0]}"):
        page.goto(address)
        seen.append(wide())
    page.goto("/review")
    begin(page, "pairs")
    seen.append(wide())
    assert seen == [[1280, 390]] * 5


def test_every_screen_keeps_the_guidelines_in_each_width_and_light(visit, ledger: Ledger):
    page = visit(name=None, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    troubles: list[str] = []

    def look(screen: str) -> None:
        for details in page.locator("details:not([open]) > summary").all():
            details.click()
        page.evaluate(AXE)
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            troubles.extend(f"{screen} {width} {scheme}: {found}" for found in page.evaluate(RUN, RULES))

    look("name")
    page.fill("input[name=reviewer]", "Ada")
    page.click("text=Begin")
    look("start")
    begin(page, "random", share="100")
    look("item")
    press(page, "a")
    press(page, "r")
    look("item after a decision")
    while page.locator("input[name=item]").count():
        press(page, "a")
    look("done")
    for review in ledger.reviews():
        ledger.review(review.item, "reject", "Ben")
    page.goto("/review/results")
    look("results")
    page.goto("/review")
    begin(page, "pairs")
    look("pair")
    page.goto("/events?reviewed=disputed")
    page.locator(".vouched a").first.click()
    page.wait_for_selector("text=What people say of the coding")
    look("event")
    assert troubles == []
