"""The whole line, model and all, on the sample reports: command line and Python say the same."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hearsay
from hearsay.cli import app
from hearsay.ingest import Problem, read_documents
from hearsay.records import Coding, Document, Event, Report

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
SAMPLES = Path(str(resources.files("hearsay") / "samples"))


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [d for d in read_documents([str(SAMPLES)]) if not isinstance(d, Problem)]


@pytest.fixture(scope="module")
def codings(documents: list[Document]) -> list[Coding]:
    return [hearsay.shared_coder().code(document) for document in documents]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "100", "TERM": "dumb"})
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_every_span_of_every_sample_quotes_its_words(codings: list[Coding]):
    for coding in codings:
        coding.check()
        assert coding.events
        assert coding.reports


def test_the_command_writes_what_python_gives(codings: list[Coding]):
    events = [Event.model_validate_json(line) for line in run("code", str(SAMPLES), "-f", "jsonl").splitlines()]
    assert events == [event for coding in codings for event in coding.events]
    lines = run("code", str(SAMPLES), "-f", "jsonl", "-r", "reports").splitlines()
    assert [Report.model_validate_json(line) for line in lines] == [r for coding in codings for r in coding.reports]


def test_two_processes_write_the_same_bytes(tmp_path: Path):
    for jobs in ("1", "2"):
        command = [sys.executable, "-m", "hearsay", "code", str(SAMPLES), "-f", "jsonl", "--jobs", jobs]
        subprocess.run([*command, "-o", str(tmp_path / jobs)], check=True, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_one_coder_serves_many_threads(documents: list[Document], codings: list[Coding]):
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(hearsay.shared_coder().code, documents)) == codings


def test_the_demo_shows_every_sample_and_how_to_go_on(documents: list[Document]):
    shown = run("demo")
    for document in documents:
        assert document.title is not None
        assert document.title in shown
    for words in ("when", "who", "did what", "to whom", "where", "according to", "status", "hearsay explain "):
        assert words in shown


def test_every_sample_is_explained(codings: list[Coding]):
    shown = run("explain", str(SAMPLES))
    for coding in codings:
        for event in coding.events:
            assert event.event in shown
    assert run("explain", str(SAMPLES), "--format", "html").count('<article class="document"') == len(codings)


def test_code_takes_what_is_known_of_the_article():
    coding = hearsay.code("Iran condemned the strike on Monday.", published="15 July 2024", outlet="The Star", id="x")
    assert (coding.document.published, coding.document.outlet, coding.document.id) == ("2024-07-15", "The Star", "x")
    assert [(e.event, [a.country for a in e.actor], e.date) for e in coding.events if e.event == "ACCUSE"] == [
        ("ACCUSE", ["IRN"], "2024-07-15")
    ]


def test_reading_alone():
    reading = hearsay.read("Iran condemned the strike.")
    reading.check()
    assert [word.text for word in reading.words] == ["Iran", "condemned", "the", "strike", "."]


def test_words_are_resolved_as_of_a_day():
    actor = hearsay.resolve("Iran")
    assert actor is not None
    assert (actor.country, actor.sector) == ("IRN", ("GOV",))


def test_text_that_is_none_is_refused():
    with pytest.raises(hearsay.IngestError, match="empty"):
        hearsay.code(" ")
    with pytest.raises(hearsay.HearsayError, match="no date"):
        hearsay.code("Iran met Oman.", published="2024-02-30")


def test_importing_the_package_loads_nothing():
    program = (
        "import sys, hearsay; print(sorted({'numpy', 'pydantic', 'onnxruntime', 'typer', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=ENVIRONMENT)
    assert done.stdout == b"[]\n"


def test_the_public_names_are_there():
    for name in hearsay.__all__:
        assert getattr(hearsay, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'codes'"):
        hearsay.codes  # noqa: B018


def test_the_form_the_scorer_documents():
    line = run("code", str(SAMPLES / "two-peace-deals.jsonl"), "-f", "jsonl").splitlines()[0]
    event = json.loads(line)
    assert {"event", "actor", "recipient", "date", "status", "mentions"} <= set(event)
    assert {"document", "trigger", "sources"} <= set(event["mentions"][0])
    assert event["mentions"][0]["document"] == "pretoria-cape-mercury"
