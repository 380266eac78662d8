"""Hostile articles stay words, and nobody reads who may not."""

from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from hearsay.cli import app
from hearsay.explorer import create_app
from hearsay.explorer.wording import handle
from hearsay.ledger.ledger import Ledger
from hearsay.merge.account import account_id, address_of
from hearsay.records import Actor, Document
from tests.explorer.conftest import fill
from tests.explorer.hostile import HOSTILE

ALLOWED = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "button", "main", "footer", "p",
    "span", "code", "article", "h1", "h2", "h3", "dl", "div", "dt", "dd", "br", "small", "section", "ol", "ul", "li",
    "bdi", "b", "mark", "blockquote", "q", "meter", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
    "form", "label", "input", "select", "option", "fieldset", "legend", "aside", "time", "figure", "figcaption", "svg",
    "output", "rect", "line", "circle", "path", "text", "pre", "g", "defs", "pattern", "h4",
}  # fmt: skip

SCRIPTS = {f"/static/{path.name}" for path in files("hearsay.explorer").joinpath("static").iterdir()}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hearsay.db"
    with Ledger.open(path) as ledger:
        fill(ledger, apart=True)
    return path


@pytest.fixture(scope="module")
def client(db: Path) -> Iterator[TestClient]:
    with TestClient(create_app(db, a_minute=1_000_000)) as client:
        yield client


class Audit(HTMLParser):
    """Notes every tag and attribute that the templates do not write."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src"))
        if tag not in ALLOWED:
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        for name in ("href", "src", "hx-get", "action"):
            if name in given and not (given[name] or "").startswith(("/", "#")):
                self.bad.append(f"{tag} {name}={given[name]}")


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_words_of_articles_never_become_parts_of_the_page(client: TestClient, number: int):
    document = Document.model_validate(client.get(f"/articles/hostile-{number}.json").json()["document"])
    event = account_id(address_of(document), 1)
    told = client.get(f"/events/{event}.json").json()
    actors = [Actor.model_validate(actor) for actor in told["actor"] if any(c.isalnum() for c in actor["name"])]
    pages = ["/", "/events?limit=100", "/actors", "/network", "/map", "/sources", f"/articles/hostile-{number}",
             f"/events/{event}", *(f"/actors/{quote(handle(actor), safe='')}" for actor in actors)]  # fmt: skip
    for page in pages:
        text = client.get(page).text
        audit = Audit()
        audit.feed(text)
        assert audit.bad == [], page
        assert {(source or "").partition("?")[0] for source in audit.scripts} <= SCRIPTS
        assert not {"\u202e", "\u2066"} & set(text)
        assert text.count("7 * 7") == text.count("{{ 7 * 7 }}")


def test_a_spreadsheet_takes_no_words_for_a_formula(client: TestClient):
    assert "\n=HYPERLINK" not in client.get("/events.csv").text
    assert not any(cell.startswith("=") for cell in client.get("/events.csv").text.replace('"', "").split(","))


def test_other_names_for_this_machine_are_refused(db: Path):
    client = TestClient(create_app(db), base_url="http://evil.example")
    assert client.get("/events").status_code == 403
    assert TestClient(create_app(db), base_url="http://127.0.0.1:8000").get("/events").status_code == 200


def test_a_password_or_token_is_asked_for(db: Path):
    client = TestClient(create_app(db, password="öpen", token="key"), base_url="http://desk.example")
    refused = client.get("/events")
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, 'Basic realm="Hearsay", charset="UTF-8"')
    assert client.get("/static/explorer.css").status_code == 401
    assert client.get("/events", auth=("anybody", "wrong")).status_code == 401
    assert client.get("/events", headers={"Authorization": "Basic !!"}).status_code == 401
    assert client.get("/events", auth=("anybody", "öpen")).status_code == 200
    assert client.get("/events", headers={"Authorization": "Bearer key"}).status_code == 200


def test_who_tries_many_words_has_to_wait(db: Path):
    client = TestClient(create_app(db, password="open"), base_url="http://desk.example")
    tries = [client.get("/", auth=("anybody", f"guess {number}")).status_code for number in range(21)]
    assert tries == [401] * 20 + [429]
    right = client.get("/", auth=("anybody", "open"))
    assert (right.status_code, right.headers["retry-after"]) == (429, "5")


def test_serving_to_others_needs_a_password():
    result = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])
    assert result.exit_code == 1
    assert "others can reach 0.0.0.0: say what they must know with --password or --token" in result.stderr
