"""Ledgers asked, exported and compared at the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a ledger of two events, one of them told twice."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_DB", raising=False)
    with Ledger.open("hearsay.db") as ledger:
        ledger.add(
            told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"),
                 act("Houthis", "ASSAULT", "Yemen", date="2024-07-13"), id="gulf")
        )  # fmt: skip
        ledger.add(told("Lowland Observer", "2024-07-16", act("Iran", "CONSULT", "Oman", "Reuters", date="2024-07-14")))
    return tmp_path


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_events_meet_all_conditions(folder: Path):
    asked = hearsay("events", "--actor", "IRN", "--recipient", "OMN", "--type", "consult", "--since", "2024-07",
                    "--min-origins", "2", "--status", "actual", "--format", "jsonl")  # fmt: skip
    (event,) = map(json.loads, asked.stdout.splitlines())
    assert (event["event"], event["reports"], event["summary"]) == ("CONSULT", 2, "2 origins say")
    told_in_full = hearsay("event", event["id"]).stdout
    assert "“Reuters said Iran met Oman.” - Reuters" in told_in_full
    assert "origin: IRNA: actual" in told_in_full


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("events", "--status", "dreamt"), "--status: 'dreamt'"),
        (("quotes",), "give articles, or a ledger with --db"),
        (("sql", "SELECT 1", "--parquet", "events.parquet"), "write NAME=FILE"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(folder: Path, arguments: tuple[str, ...], words: str):
    asked = hearsay(*arguments)
    assert asked.exit_code == 2
    assert words in " ".join(asked.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("events", "--type", "FEAST"), "FEAST: no PLOVER type (AGREE, CONSULT,"),
        (("events", "--since", "July"), "'July' is no date: give YYYY, YYYY-MM or YYYY-MM-DD"),
        (("events", "--db", "none.db"), "none.db: there is no ledger here"),
        (("event", "nowhere-1"), "nowhere-1: the ledger holds no such event"),
        (("sql", "DROP TABLE event"), "sql: only one SELECT is taken"),
        (("timeline", "--format", "png"), "timeline: a picture needs a file: --output FILE.png"),
        (("compare", "gdelt"), "gdelt: nothing imported: run `hearsay import gdelt FILE` first"),
        (("export", "parquet"), "parquet is no text: give a file with --output FILE"),
    ],
)
def test_an_error_is_one_line_that_names_the_remedy(folder: Path, arguments: tuple[str, ...], error: str):
    asked = hearsay(*arguments)
    assert asked.exit_code == 1
    assert asked.stderr.startswith(f"hearsay: error: {error}")
    assert asked.stderr.count("\n") == 1


def test_quotations_of_a_ledger_are_searched(folder: Path):
    found = hearsay("quotes", "--db", "hearsay.db", "--speaker", "IRNA", "iran met", "--format", "jsonl")
    assert [json.loads(line)["outlet"] for line in found.stdout.splitlines()] == ["Gulf Sentinel"]
    assert hearsay("quotes", "--db", "hearsay.db", "met iran").stdout == "nothing meets these conditions\n"


def test_quotations_are_listed_page_by_page(folder: Path):
    every = [json.loads(line)["number"] for line in
             hearsay("quotes", "--db", "hearsay.db", "--format", "jsonl").stdout.splitlines()]  # fmt: skip
    first = hearsay("quotes", "--db", "hearsay.db", "--limit", "1")
    assert first.stderr == f"hearsay: there may be more: --after {every[0]}\n"
    rest = hearsay("quotes", "--db", "hearsay.db", "--after", str(every[0]), "--format", "jsonl").stdout
    assert [json.loads(line)["number"] for line in rest.splitlines()] == every[1:]
    assert len(every) > 1


def test_forms_of_answers(folder: Path):
    assert hearsay("timeline", "--by", "day", "--format", "csv").stdout == (
        "begin,events,quad_1,quad_2,quad_3,quad_4,reports,origins\n"
        "2024-07-13,1,0,0,0,1,1,1\n2024-07-14,1,1,0,0,0,2,2\n"
    )  # fmt: skip
    assert [edge["events"] for edge in json.loads(hearsay("network", "--format", "json").stdout)] == [1, 1]
    assert hearsay("places", "--format", "csv").stdout == (
        "name,country,precision,geonames,latitude,longitude,events,quad_1,quad_2,quad_3,quad_4,origins,denied\n"
        ",,unknown,,,,2,1,0,0,1,2,0\n"
    )  # fmt: skip
    assert "not told" in hearsay("places").stdout
    assert json.loads(hearsay("actor", "Iran", "--format", "json").stdout)["did"] == 1
    assert hearsay("sql", "SELECT type FROM event ORDER BY 1", "--format", "csv").stdout == "type\nASSAULT\nCONSULT\n"


def test_events_go_out_and_come_back(folder: Path):
    assert hearsay("export", "icews", "--output", "out.tsv").exit_code == 0
    with Path("out.tsv").open("a") as file:
        file.write("broken\n")
    taken = hearsay("import", "icews", "out.tsv")
    assert (taken.exit_code, taken.stdout) == (1, "out.tsv: 2 events of icews\n")
    assert taken.stderr == "hearsay: out.tsv:4: 1 columns instead of 20: correct or delete the line; it was left out\n"
    assert hearsay("compare", "icews").stdout == (
        "2024-07-13 to 2024-07-14: both have 2, coded otherwise 0, only the ledger 0, only icews 0\n"
    )
    assert hearsay("export", "icews").stdout + "broken\n" == Path("out.tsv").read_text()


def test_a_parquet_file_is_asked_without_a_ledger(folder: Path):
    assert hearsay("export", "parquet", "--output", "out.parquet").exit_code == 0
    query = "SELECT event FROM e ORDER BY 1"
    asked = hearsay("sql", query, "--parquet", "e=out.parquet", "--db", "none.db", "-f", "json")
    assert json.loads(asked.stdout) == [{"event": "ASSAULT"}, {"event": "CONSULT"}]
