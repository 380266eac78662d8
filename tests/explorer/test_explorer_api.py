"""The described API: complete, true to what is answered, and sound under questions that nobody would ask."""

import json
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

import hypothesis
import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import strategies
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from hearsay.explorer import create_app
from hearsay.explorer.described import ANSWERS
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import ActorProfile, LedgerEvent
from tests.explorer.conftest import fill

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PATHS = ("/today.json", "/events.json", "/events/{id}.json", "/articles/{name}.json", "/actors.json",
         "/actors/{name}.json", "/network.json", "/network/graph.json", "/map.json", "/map.geojson", "/sources.json",
         "/reviews.json", "/review/results.json")  # fmt: skip


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("api") / "hearsay.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(path, a_minute=1_000_000))


@pytest.mark.parametrize("path", PATHS)
def test_whatever_is_asked_is_answered_as_described(api: Any, path: str):
    asked: list[int] = []

    @hypothesis.settings(max_examples=10, derandomize=True, deadline=None, database=None,
                         suppress_health_check=list(hypothesis.HealthCheck))  # fmt: skip
    @hypothesis.given(case=api[path]["GET"].as_strategy())
    def ask(case: Any) -> None:
        asked.append(case.call_and_validate(checks=CHECKS).status_code)

    ask()
    assert asked


ABSURD = strategies.one_of(
    strategies.text(max_size=40),
    strategies.integers(-(10**25), 10**25).map(str),
    strategies.sampled_from(["NaN", "-inf", "1e999", "\0", "%", "_", "'", '"', "\\", "\ud800", "2024-13", "0000",
                             "9999-12-31", "id:", "true", ":", "1:1", "\u202e", "🏳️‍🌈", "0x10", "-0", "١٢"]),
)  # fmt: skip


@hypothesis.settings(max_examples=150, derandomize=True, deadline=None, database=None,
                     suppress_health_check=list(hypothesis.HealthCheck))  # fmt: skip
@hypothesis.given(
    page=strategies.sampled_from(["/", "/events", "/actors", "/network", "/map", "/reviews.json", "/review"]),
    name=strategies.text(max_size=12),
    asked=strategies.dictionaries(
        strategies.sampled_from([*EventFilter.model_fields, "order", "limit", "after", "q", "days", "facets", "queue"]),
        ABSURD, max_size=4,
    ),
)  # fmt: skip
def test_absurd_questions_are_answered_or_refused(client: TestClient, page: str, name: str, asked: dict[str, str]):
    query = urlencode(asked, errors="surrogatepass")
    for address in (f"{page}?{query}", f"/events/{quote(name, errors='surrogatepass')}", f"/actors/{quote(name)}"):
        answer = client.get(address, follow_redirects=False)
        assert answer.status_code in (200, 303, 307, 400, 404, 422), address


def test_every_page_of_data_is_described_with_all_that_may_be_asked(client: TestClient):
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == set(PATHS)
    for path in ("/events.json", "/network.json", "/map.json"):
        named = {part["name"] for part in described["paths"][path]["get"]["parameters"]}
        assert set(EventFilter.model_fields) <= named
    for path, operations in described["paths"].items():
        operation = operations["get"]
        assert operation["summary"]
        assert operation["responses"]["200"]["content"]
        assert {"422", "429", "503"} <= set(operation["responses"]), path


def test_examples_are_such_as_are_answered():
    examples = json.loads(files("hearsay.explorer").joinpath("examples.json").read_text("utf-8"))
    models = {**ANSWERS, "/events/{id}.json": LedgerEvent, "/actors/{name}.json": ActorProfile}
    assert set(examples["answers"]) == set(models)
    for path, model in models.items():
        assert model.model_validate_json(json.dumps(examples["answers"][path])).model_dump(mode="json", by_alias=True)


@pytest.mark.parametrize(("path", "model"), sorted(ANSWERS.items()))
def test_answers_hold_what_is_described(client: TestClient, path: str, model: Any):
    answer = client.get(path, params={"q": "oman"} if path == "/actors.json" else {})
    assert model.model_validate_json(answer.text).model_dump(mode="json", by_alias=True) == answer.json()


@pytest.mark.parametrize(
    "page",
    ["/", "/events", "/events?party=Iran", "/articles/strike", "/actors?q=oman", "/actors/Iran", "/network", "/map",
     "/sources", "/review/results"],
)  # fmt: skip
def test_each_page_is_data_by_suffix_and_by_accept_and_known_again(client: TestClient, page: str):
    path, _, query = page.partition("?")
    suffixed = f"{path}.json?{query}" if path != "/" else "/today.json"
    by_suffix, by_accept = client.get(suffixed), client.get(page, headers={"Accept": "application/json"})
    assert by_suffix.json() == by_accept.json()
    assert by_suffix.headers["etag"] == by_accept.headers["etag"] != client.get(page).headers["etag"]
    assert by_accept.headers["vary"].startswith("Accept")
    for address in (page, suffixed):
        again = client.get(address, headers={"If-None-Match": client.get(address).headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
