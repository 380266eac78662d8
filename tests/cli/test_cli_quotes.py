"""Who said what: the command, its filter, its forms and its errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import hearsay
from hearsay.export.spoken import chain, spoken_by
from hearsay.ingest import make_document
from hearsay.records import Report, Source
from tests.cli.test_cli_code import hearsay as run
from tests.hand_made import SmallCoder, coding_of

TEXT = "IRNA said Iran met Oman on Monday. Then Iran attacked Oman. Reuters said Oman met Iran."


@pytest.fixture
def article(tmp_path: Path, small_coder: SmallCoder) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    return path


def _report(name: str | None, text: str, *others: str, via: str | None = None) -> Report:
    return Report(
        id="d#r1", document="d", source=Source(name=name, text=text), source_span=(0, len(text)), source_text=text,
        via=(Source(name=via),) if via else (), cue=((1, 2),), cue_text=("said",), content=((3, 4),),
        content_text=("x",), kind="indirect", sentence=(0, 9), **{"with": tuple(Source(name=o) for o in others)},
    )  # fmt: skip


def test_json_lines_are_the_reports_of_the_coding(article: Path):
    result = run("quotes", article, "--published", "2024-07-15", "-f", "jsonl")
    reports = coding_of(make_document(TEXT, id="talks", published="2024-07-15")).reports
    assert result.stdout == "".join(report.model_dump_json(by_alias=True) + "\n" for report in reports)
    assert (len(reports), result.exit_code, result.stderr) == (2, 0, "")


def test_a_speaker_is_asked_for_by_any_words_of_the_name(article: Path):
    lines = run("quotes", article, "--published", "2024-07-15", "--speaker", "irna", "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line)["source_text"] for line in lines] == ["IRNA"]


def test_csv_has_one_row_a_report_with_its_sentence(article: Path, tmp_path: Path):
    out = tmp_path / "who.csv"
    assert run("quotes", article, "--published", "2024-07-15", "-o", out).stdout == ""
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [(r["source"], r["content"], r["sentence"]) for r in rows] == [
        ("IRNA", "Iran met Oman", "IRNA said Iran met Oman on Monday."),
        ("Reuters", "Oman met Iran", "Reuters said Oman met Iran."),
    ]


def test_the_table_shows_speaker_words_and_sentence(article: Path):
    lines = run("quotes", article, "--published", "2024-07-15", "--speaker", "IRNA").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["talks", "who, through whom", "─" * 100, "IRNA", "", ""]
    assert [" ".join(line.split()) for line in lines[3:5]] == [
        "IRNA Iran met Oman IRNA said Iran met Oman on Monday.",
        "said, indirect",
    ]


def test_an_article_without_the_speaker_is_left_out_of_the_table(article: Path):
    result = run("quotes", article, "--published", "2024-07-15", "--speaker", "Lopez")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_speaker_without_a_name_is_a_usage_error(article: Path):
    result = run("quotes", article, "--speaker", " - ")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "names nobody" in result.stderr


def test_a_path_that_is_missing_is_one_line_and_status_one(tmp_path: Path, small_coder: SmallCoder):
    result = run("quotes", tmp_path / "nothing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing.txt" in result.stderr


def test_names_match_by_whole_words_of_speakers_not_of_relays():
    lopez = _report("Maria Lopez", "Mrs. Lopez", via="Reuters")
    pair = _report("Jon Berg", "Berg", "Anna Weber")
    reports = (lopez, pair, _report(None, "officials"))
    found = [spoken_by(reports, name) for name in ("lopez", "maria LOPEZ", "Lop", "Reuters", "Weber", "officials", "-")]
    assert found == [(lopez,), (lopez,), (), (), (pair,), (reports[2],), ()]
    assert spoken_by(reports) == reports
    assert [source.name for source in chain(lopez)] == ["Reuters", "Maria Lopez"]


def test_python_gives_the_records_of_one_speaker():
    text = "Maria Lopez said the port is closed. Jon Berg said the road is open."
    found = hearsay.quotes(text, published="2024-07-15", speaker="Berg")
    assert [(r.source_text, r.content_text) for r in found] == [("Jon Berg", ("the road is open",))]
    assert len(hearsay.quotes(text, published="2024-07-15")) == 2
