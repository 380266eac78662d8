"""The map, the network and the brush in a real browser: from click and key to what the page then shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hearsay.ledger.ledger import Ledger
from hearsay.records import Place
from tests.explorer.conftest import served
from tests.ledger.made import act, told

CITIES = {"Aden": ("YEM", 12.78, 45.04), "Muscat": ("OMN", 23.58, 58.41), "Tehran": ("IRN", 35.69, 51.42)}


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("atlas") / "hearsay.db"
    with Ledger.open(path) as ledger:
        for number, (name, (country, north, east)) in enumerate(CITIES.items()):
            place = Place(name=name, country=country, precision="city", latitude=north, longitude=east,
                          span=(0, len(name)), text=name)  # fmt: skip
            done = act("Iran", "CONSULT" if number else "ASSAULT", "Oman", date=f"2024-07-{10 + number}", place=place)
            ledger.add(told("The Star", "2024-07-20", done, id=name))
        oman = Place(name="Oman", country="OMN", precision="country", span=(0, 4), text="Oman")
        ledger.add(told("The Star", "2024-07-20", act("Yemen", "ASSAULT", "Oman", date="2024-07-20", place=oman)))
    with served(path) as site:
        yield site


@contextmanager
def opened(browser, address: str, **options):
    page = browser.new_context(viewport={"width": 1280, "height": 1000}, **options).new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(address)
    yield page
    assert troubles == []
    page.context.close()


def view(page) -> list[float]:
    return [float(number) for number in page.get_attribute(".earth svg", "viewBox").split()]


def test_a_city_of_the_map_leads_to_its_events(browser, atlas: str):
    with opened(browser, f"{atlas}/map") as page:
        page.wait_for_selector(".zoom")
        page.locator("a.glyph", has_text="Aden").click()
        page.wait_for_url("**/events?place=Aden%2C+YEM")
        assert page.locator("ol.rows > li").count() == 1


def test_a_country_of_the_map_is_reached_by_keys_and_without_scripts(browser, atlas: str):
    with opened(browser, f"{atlas}/map", java_script_enabled=False) as page:
        page.locator("a:has(.shade)").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/events?place=OMN")
        assert page.locator("ol.rows > li").count() == 2


def test_the_map_is_moved_by_wheel_buttons_and_keys(browser, atlas: str):
    with opened(browser, f"{atlas}/map") as page:
        page.wait_for_selector(".zoom")
        first = view(page)
        page.click("button[title=Closer]")
        page.wait_for_function(
            "w => document.querySelector('.earth svg').viewBox.baseVal.width < w", arg=first[2] * 0.7
        )
        sign = page.evaluate("document.querySelector('a.glyph').getBoundingClientRect().width")
        page.focus(".earth")
        before = view(page)
        page.keyboard.press("ArrowRight")
        page.wait_for_function("x => document.querySelector('.earth svg').viewBox.baseVal.x > x", arg=before[0])
        page.keyboard.press("+")
        page.wait_for_function(
            "w => document.querySelector('.earth svg').viewBox.baseVal.width < w", arg=before[2] * 0.7
        )
        assert page.evaluate("document.querySelector('a.glyph').getBoundingClientRect().width") == pytest.approx(
            sign, abs=1
        )
        page.keyboard.press("0")
        page.wait_for_function(
            "w => Math.abs(document.querySelector('.earth svg').viewBox.baseVal.width - w) < 1", arg=first[2]
        )


def test_dragging_the_map_opens_nothing(browser, atlas: str):
    with opened(browser, f"{atlas}/map") as page:
        page.wait_for_selector(".zoom")
        page.click("button[title=Closer]")
        box = page.locator("a.glyph", has_text="Muscat").bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] - 60, box["y"] + 20, steps=4)
        page.mouse.up()
        assert page.url == f"{atlas}/map"


@pytest.mark.parametrize("part", ["map", "network", "events", ""])
def test_a_time_is_chosen_by_dragging_over_the_columns(browser, atlas: str, part: str):
    with opened(browser, f"{atlas}/{part}") as page:
        page.wait_for_selector("figure.brush a")
        columns = page.locator("figure.brush a[data-begin]")
        first, last = columns.nth(0).bounding_box(), columns.nth(2).bounding_box()
        held = columns.count()
        page.mouse.move(first["x"] + 3, first["y"] + 20)
        page.mouse.down()
        page.mouse.move(last["x"] + 3, last["y"] + 20, steps=5)
        page.mouse.up()
        page.wait_for_url(f"{atlas}/{part}?since=2024-07-10&until=2024-07-12")
        page.wait_for_selector("figure.brush rect.window")
        assert page.locator("figure.brush a.out").count() == held - 3
        assert page.input_value("input[name=since]") == "2024-07-10"
        page.click("figure.brush .now a")
        page.wait_for_selector("figure.brush .hint")
        page.wait_for_url(f"{atlas}/{part}")


@pytest.mark.parametrize("part", ["events", ""])
def test_a_time_is_chosen_by_keys(browser, atlas: str, part: str):
    with opened(browser, f"{atlas}/{part}") as page:
        page.focus("figure.brush svg")
        for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight"):
            page.keyboard.press(key)
        assert page.locator("figure.brush .now").inner_text() == "2024-07-11 to 2024-07-12"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{atlas}/{part}?since=2024-07-11&until=2024-07-12")
        page.wait_for_selector("figure.brush .now a")
        assert page.input_value("input[name=until]") == "2024-07-12"


def test_filters_are_folded_on_a_phone_and_say_what_is_set(browser, atlas: str):
    with opened(browser, f"{atlas}/events?party=Iran") as page:
        assert (page.locator(".fold").get_attribute("open"), page.is_visible(".fold > summary")) == ("", False)
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_selector(".fold:not([open])")
        assert page.locator(".fold > summary").inner_text() == "Filters Iran"
        assert page.locator("ol.rows > li").first.bounding_box()["y"] < 844
        page.click(".fold > summary")
        page.fill("input[name=place]", "Aden")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelector('#fold-told').innerText === 'Iran, Aden'")


def test_a_column_is_a_link_without_scripts(browser, atlas: str):
    with opened(browser, f"{atlas}/map", java_script_enabled=False) as page:
        page.locator("figure.brush a[data-begin]").nth(1).click(force=True)
        page.wait_for_url("**/map?since=2024-07-11&until=2024-07-11")
        assert page.locator(".count").inner_text() == "1 event"


def test_an_actor_of_the_network_is_found_and_followed(browser, atlas: str):
    with opened(browser, f"{atlas}/network") as page:
        page.wait_for_selector("figure.net[data-settled]")
        assert page.locator("[data-count]").inner_text() == "3 actors, 2 pairs"
        page.fill("input[type=search]", "iran")
        page.keyboard.press("Enter")
        assert page.locator(".who-panel h3").inner_text() == "Iran"
        page.click(".who-panel li a")
        page.wait_for_url("**/events?actor=id*counterpart=id*")
        assert page.locator("ol.rows > li").count() == 3


def test_the_network_is_a_drawing_and_a_table_without_scripts(browser, atlas: str):
    with opened(browser, f"{atlas}/network", java_script_enabled=False) as page:
        assert page.locator(".net svg circle").count() == 3
        assert page.locator("tbody tr").count() == 2


def test_what_changes_by_htmx_is_drawn_anew(browser, atlas: str):
    with opened(browser, f"{atlas}/network") as page:
        page.wait_for_selector("figure.net[data-settled]")
        page.select_option("select[name=type]", "CONSULT")
        page.wait_for_selector("figure.net[data-settled][data-graph*=CONSULT]")
        assert page.locator("[data-count]").inner_text() == "2 actors, 1 pair"


def graph(actors: int, pairs: int) -> dict[str, list[list[object]]]:
    nodes = [[f"Actor {n}", "Iran, government", f"actor-{n}", 1 + actors // (n + 1)] for n in range(actors)]
    ends = ((n * 7919 % actors, (n * n + 3 * n + 1) % actors) for n in range(2 * pairs))
    links = [[a, b, 1 + n % 9, n % 3, n % 4, 1] for n, (a, b) in enumerate(ends) if a != b]
    return {"nodes": nodes, "links": links[:pairs]}


def test_two_thousand_actors_are_drawn_and_can_be_moved(browser, atlas: str):
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.route("**/network/graph.json*", lambda route: route.fulfill(json=graph(2_000, 6_000)))
    page.goto(f"{atlas}/network")
    page.wait_for_selector("figure.net[data-drawn]")
    assert page.locator("[data-count]").inner_text() == "2,000 actors, 6,000 pairs"
    page.wait_for_selector("figure.net[data-settled]")
    assert int(page.get_attribute("figure.net", "data-named")) >= 16, "the busiest are named, however dense it is"
    filled = """() => {
        const canvas = document.querySelector('.stage canvas');
        const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        return dots.filter((dot, at) => at % 4 === 3 && dot).length;
    }"""
    before = page.evaluate(filled)
    assert before > 20_000
    box = page.locator(".stage").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(200)
    assert page.evaluate(filled) != before
