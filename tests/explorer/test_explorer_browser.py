"""Every page in a real browser: no error, nothing asked of another host, nothing wider than the screen."""

import httpx
import pytest


def test_pages_fit_and_ask_nothing_of_others(browser, site: str, strike: str):
    page = browser.new_context().new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: asked.url.startswith(site) or troubles.append(f"asked {asked.url}"))
    addresses = ["/", "/events", f"/events/{strike}", "/articles/strike", "/actors", "/actors/Iran", "/network", "/map",
                 "/sources", "/events?party=Atlantis", *(f"/articles/hostile-{n}" for n in range(11))]  # fmt: skip
    for address in addresses:
        page.goto(site + address)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                troubles.append(f"{address} is {wide} wide on {width}")
    assert troubles == []


def test_a_page_that_is_only_looked_for_is_not_sent(site: str):
    there, asked = httpx.head(f"{site}/events"), httpx.get(f"{site}/events")
    assert (there.status_code, there.content, there.headers["etag"]) == (200, b"", asked.headers["etag"])
    assert httpx.head(f"{site}/actors/Nobody").status_code == 404


def test_filters_work_with_and_without_scripts(browser, site: str):
    for scripts in (True, False):
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.goto(f"{site}/events")
        page.fill("input[name=place]", "Muscat")
        page.click("text=Show")
        page.wait_for_url("**place=Muscat**")
        page.wait_for_selector("text=1 event")
        assert page.locator("ol.rows > li").count() == 1
        page.locator(".vouched a").first.click()
        assert "meets or talks with" in page.locator("h1").inner_text()


def test_light_and_dark_can_be_chosen_and_are_kept(browser, site: str):
    page = browser.new_context(color_scheme="light").new_page()
    page.goto(site)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("button.theme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light


def test_layers_of_an_article_are_switched(browser, site: str):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/articles/strike")
    trigger = page.locator(".text a.m.event").first
    assert trigger.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "double"
    page.uncheck("#layer-event")
    assert trigger.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "none"


def test_views_are_kept_by_name_and_forgotten(browser, site: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/events")
    page.fill("input[name=place]", "Muscat")
    page.click("text=Show")
    page.wait_for_selector("text=1 event")
    assert page.url == f"{site}/events?place=Muscat"
    page.click("text=Copy link")
    page.wait_for_selector("text=Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/events?place=Muscat"
    page.fill(".views input[name=name]", "<b>Talks</b>")
    page.click("text=Keep >> nth=-1")
    page.goto(f"{site}/events")
    page.click(".views a")
    assert page.url == f"{site}/events?place=Muscat"
    assert page.locator(".views a").inner_text() == "<b>Talks</b>"
    page.click(".views li button")
    page.reload()
    assert page.locator(".views li").count() == 0
    context.close()


def test_values_among_many_events_are_counted_when_one_looks(browser, site: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hearsay.explorer.events._FEW", 0)
    page = browser.new_context().new_page()
    page.goto(f"{site}/events?party=Oman")
    assert page.locator(".facet-grid section").count() == 0
    page.click("text=Narrow down")
    page.wait_for_selector(".facet-grid section")
    assert page.url == f"{site}/events?party=Oman"
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{site}/events?party=Oman")
    plain.click("text=Narrow down")
    plain.click("text=Count the values among so many events")
    assert plain.locator(".facet-grid section").first.is_visible()
