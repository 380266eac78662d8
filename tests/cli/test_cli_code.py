"""The command line around coding: forms of output, exit statuses, one line on stderr for each problem."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.ingest import make_document
from tests.hand_made import SmallCoder, coding_of

TEXT = "IRNA said Iran met Oman on Monday. Then Iran attacked Oman."


def hearsay(*arguments: object, input: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=input, env={"COLUMNS": "100", "TERM": "dumb"})


@pytest.fixture
def article(tmp_path: Path, small_coder: SmallCoder) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    return path


def test_events_are_the_records_themselves_one_a_line(article: Path):
    result = hearsay("code", article, "--published", "15 July 2024", "--outlet", "The Star", "--format", "jsonl")
    coding = coding_of(make_document(TEXT, id="talks", published="2024-07-15", outlet="The Star"))
    assert result.stdout == "".join(event.model_dump_json(by_alias=True) + "\n" for event in coding.events)
    assert (result.exit_code, result.stderr) == (0, "")


def test_reports_have_the_form_the_scorer_reads(article: Path):
    result = hearsay("code", article, "--published", "2024-07-15", "-f", "jsonl", "-r", "reports")
    (report,) = map(json.loads, result.stdout.splitlines())
    assert {key: report[key] for key in ("document", "source_span", "cue", "content")} == {
        "document": "talks",
        "source_span": [0, 4],
        "cue": [[5, 9]],
        "content": [[10, 23]],
    }
    assert "with" in report
    assert "also" not in report


def test_documents_give_the_text_that_spans_index(article: Path):
    result = hearsay("code", article, "-f", "jsonl", "-r", "documents")
    (document,) = map(json.loads, result.stdout.splitlines())
    assert (document["id"], document["text"]) == ("talks", TEXT)


def test_json_is_one_array_whatever_is_in_it(article: Path, tmp_path: Path):
    dull = tmp_path / "dull.txt"
    dull.write_text("Nothing happened at all today.")
    events = json.loads(hearsay("code", article, dull, article, "-f", "json").stdout)
    assert [event["id"] for event in events] == ["talks-e1", "talks-e2"]
    assert json.loads(hearsay("code", dull, "-f", "json").stdout) == []


def test_csv_has_one_row_an_event(article: Path):
    result = hearsay("code", article, "--published", "2024-07-15", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    shown = ("id", "event", "mode", "actor", "actor_country", "recipient", "date", "sources", "trigger", "cameo")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("talks-e1", "CONSULT", "", "Iran; Oman", "IRN; OMN", "", "2024-07-15", "IRNA", "met", "040"),
        ("talks-e2", "ASSAULT", "aerial", "Iran", "IRN", "Oman", "2024-07-15", "-", "attacked", "195"),
    ]


def test_the_table_is_plain_text_that_fits(article: Path):
    result = hearsay("code", article, "--published", "2024-07-15", "--outlet", "The Star")
    lines = result.stdout.splitlines()
    assert lines[0] == "talks  The Star  2024-07-15"
    assert "according to" in lines[1]
    assert [word in result.stdout for word in ("IRNA", "CONSULT", "“met”", "aerial")] == [True] * 4
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("records", ["events", "reports", "actors", "documents"])
@pytest.mark.parametrize("columns", ["30", "72", "200"])
def test_every_table_fits_any_terminal(article: Path, records: str, columns: str):
    result = CliRunner().invoke(app, ["code", str(article), "-r", records], env={"COLUMNS": columns, "TERM": "dumb"})
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= int(columns)


def test_terminal_codes_of_an_article_do_not_reach_the_table(article: Path):
    article.write_text("\x1b[31mIran met Oman\x1b[2J\x07 \u202eagain\u2066.")
    result = hearsay("code", article)
    assert not set("\x1b\x07\u202e\u2066") & set(result.stdout)


def test_the_form_follows_the_name_of_the_file(article: Path, tmp_path: Path):
    target = tmp_path / "events.jsonl"
    assert hearsay("code", article, "-o", target).stdout == ""
    assert target.read_text() == hearsay("code", article, "-f", "jsonl").stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.jsonl", "talks.txt"]


def test_one_bad_input_costs_a_line_and_the_status_not_the_others(article: Path, tmp_path: Path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = hearsay("code", empty, tmp_path / "none.txt", article, "--published", "2024-07-15", "-f", "jsonl")
    assert result.stderr.splitlines() == [
        f"hearsay: error: {empty}: empty: nothing to code",
        f"hearsay: error: {tmp_path / 'none.txt'}: cannot be read (No such file or directory): check the path",
    ]
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2


def test_a_document_that_breaks_the_coder_is_named(article: Path, tmp_path: Path):
    lines = [{"id": "a", "text": "Iran met Oman.", "published": "2024-07-15"},
             {"id": "b", "text": "(FAILS)", "published": "2024-07-15"},
             {"id": "c", "text": "Oman met Iran.", "published": "2024-07-15"}]  # fmt: skip
    table = tmp_path / "docs.jsonl"
    table.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = hearsay("code", table, "-f", "jsonl")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a-e1", "c-e1"]
    assert result.stderr == (
        f"hearsay: error: {table}:2 (id b): could not be coded (RuntimeError: no tree for this text): "
        "please report it with the text\n"
    )
    assert result.exit_code == 1


def test_warnings_alone_are_no_failure(article: Path):
    result = hearsay("code", article, "-f", "jsonl")
    assert (result.exit_code, result.stderr) == (
        0,
        f"hearsay: warning: {article}: no date of publication, so \"on Monday\" stays open: "
        "give it, or use --published DATE\n",
    )  # fmt: skip


def test_standard_input_is_looked_at_to_know_its_kind(small_coder: SmallCoder):
    line = json.dumps({"id": "x", "text": "Iran met Oman.", "published": "2024-07-15"})
    assert hearsay("code", "-", "-f", "csv", input=line).stdout.splitlines()[1].startswith("x-e1,x,2024-07-15")
    page = f"<html><body><article><p>{'Iran met Oman. ' * 20}</p></article></body></html>"
    assert len(hearsay("code", "-", "-f", "jsonl", input=page).stdout.splitlines()) == 20
    assert hearsay("code", "-", "-f", "jsonl", input="Iran met Oman.").stdout.count("CONSULT") == 1


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_coded(article: Path, tmp_path: Path):
    result = hearsay("code", article, "-o", tmp_path / "no" / "events.jsonl")
    assert result.stderr.startswith(f"hearsay: error: {tmp_path / 'no' / 'events.jsonl'}: cannot be written")
    assert result.exit_code == 1


@pytest.mark.parametrize("option", [("--published", "2024-02-30"), ("--format", "xml"), ("--jobs", "0")])
def test_wrong_options_are_a_usage_error(article: Path, option: tuple[str, str]):
    assert hearsay("code", article, *option).exit_code == 2


def test_a_coder_that_cannot_be_loaded_is_one_line(article: Path, monkeypatch: pytest.MonkeyPatch):
    from tests.hand_made import no_coder

    monkeypatch.setattr("hearsay.cli.work.load_coder", no_coder)
    result = hearsay("code", article, "--published", "2024-07-15")
    assert result.stderr == "hearsay: error: the weights are missing: install hearsay again\n"
    assert result.exit_code == 1


def test_reading_and_explaining_take_the_same_inputs(article: Path):
    assert "# text = Then Iran attacked Oman." in hearsay("read", article, "--format", "conllu").stdout
    assert "attacked" in hearsay("read", article).stdout
    explained = hearsay("explain", article, "--outlet", "The Star").stdout
    assert "IRNA [says] said Iran [who] met [act] Oman [who] on Monday." in explained
    assert "The Star → IRNA (Iran, news media, government)" in explained
    page = hearsay("explain", article, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")


def test_the_version_is_that_of_the_package():
    import hearsay as package

    assert hearsay("--version").stdout == f"hearsay {package.__version__}\n"
