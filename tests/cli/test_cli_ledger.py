"""The commands that keep a ledger, with the small coder."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli import app, work
from hearsay.ledger.ledger import Ledger
from tests.hand_made import SmallCoder

LOAD_CODER = work.load_coder
"""That of Hearsay itself, which the small coder takes the place of."""

ARTICLES = [
    {"id": "talks", "text": "IRNA said Iran met Oman.", "published": "2024-07-15", "outlet": "Gulf Sentinel"},
    {"id": "raid", "text": "Iran attacked Oman. Oman met Iran.", "published": "2024-07-16", "outlet": "Gulf Sentinel"},
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_coder: SmallCoder) -> Path:
    """An empty working folder with two articles in a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_DB", raising=False)
    write(ARTICLES)
    return tmp_path


def write(articles: list[dict[str, str]]) -> None:
    Path("docs.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))


def run(*arguments: str, status: int = 0) -> str:
    """What a command prints; on standard error when it fails."""
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == status, result.output
    return result.stdout or result.stderr


def test_add_says_what_it_added_and_what_it_knew():
    assert run("add", "docs.jsonl") == "added 2 documents, 3 events, 1 quotation\n"
    assert run("add", "docs.jsonl") == "added 0 documents, 2 known already, 0 events, 0 quotations\n"


def test_what_is_known_is_not_coded_again(small_coder: SmallCoder, monkeypatch: pytest.MonkeyPatch):
    run("add", "docs.jsonl")
    monkeypatch.setattr(small_coder, "code", None)
    assert "2 known already" in run("add", "docs.jsonl")


def test_a_correction_is_counted_as_one():
    run("add", "docs.jsonl")
    write([{**ARTICLES[0], "text": "IRNA said Iran attacked Oman."}])
    assert run("add", "docs.jsonl") == "added 1 document, 1 corrected, 1 event, 1 quotation\n"


def test_one_bad_document_does_not_cost_the_others():
    write([{**ARTICLES[0], "text": "(FAILS)"}, ARTICLES[1]])
    result = CliRunner().invoke(app, ["add", "docs.jsonl"])
    assert (result.exit_code, result.stdout) == (1, "added 1 document, 2 events, 0 quotations\n")
    assert "docs.jsonl" in result.stderr
    assert "id talks" in result.stderr
    assert "could not be coded" in result.stderr


def test_the_ledger_is_named_by_option_or_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HEARSAY_DB", "mine.db")
    run("add", "docs.jsonl")
    assert Path("mine.db").exists()
    run("add", "docs.jsonl", "--db", "other.db")
    assert Path("other.db").exists()


def test_status_check_and_backup_of_a_copy():
    run("add", "docs.jsonl")
    lines = run("status").splitlines()
    assert lines[1] == "documents: 2, published 2024-07-15 to 2024-07-16; 0 of them copies of others"
    assert run("backup", "copy.db") == "copy.db: a whole copy of hearsay.db\n"
    assert run("check", "--db", "copy.db").startswith("all is well: 2 documents, ")
    assert run("backup", "copy.db", status=1) == (
        "hearsay: error: copy.db: exists already: choose another name, nothing is written over\n"
    )


def test_check_says_what_is_wrong():
    import sqlite3

    run("add", "docs.jsonl")
    with sqlite3.connect("hearsay.db") as connection:
        connection.execute("UPDATE event SET reports = 7 WHERE type = 'ASSAULT'")
        connection.execute("UPDATE document_text SET text = replace(text, 'IRNA', 'ISNA')")
    connection.close()
    found = run("check", status=1)
    assert "counts (7, 1, 1, 0) where there are (1, 1, 1, 0)" in found
    assert "its coding cannot be read" in found
    assert "restore a backup, or remove the document and add it again" in found


def test_remove_and_its_error():
    run("add", "docs.jsonl")
    assert run("remove", "talks") == "removed talks 2024-07-15\n"
    assert run("remove", "talks", status=1) == (
        "hearsay: error: talks: the ledger holds no such document: `hearsay status` says what it holds\n"
    )


def test_recode_shows_the_difference(small_coder: SmallCoder, monkeypatch: pytest.MonkeyPatch):
    run("add", "docs.jsonl")
    assert run("recode").startswith("every document was coded by hearsay ")
    coded = small_coder.code
    monkeypatch.setattr("hearsay.stamp.coder_stamp", lambda project=None: "hearsay 9")
    monkeypatch.setattr(
        small_coder, "code", lambda document: coded(document).model_copy(update={"events": coded(document).events[:1]})
    )
    lines = run("recode").splitlines()
    assert lines[0].startswith("raid ")
    assert lines[1] == "  - CONSULT (actual) 2024-07-16: Oman [OMN], Iran [IRN] - met - ?"
    assert lines[2] == "coded 2 documents again, 1 changed"


def test_recode_in_several_processes_codes_each_document_once(monkeypatch: pytest.MonkeyPatch):
    run("add", "docs.jsonl")
    monkeypatch.setattr("hearsay.stamp.coder_stamp", lambda project=None: "hearsay 9")
    monkeypatch.setattr(work, "load_coder", LOAD_CODER)
    lines = run("recode", "--jobs", "2").splitlines()
    assert lines[-1].startswith("coded 2 documents again, ")
    assert "coded by hearsay 9: 2 documents" in run("status")
    assert run("check").startswith("all is well: 2 documents, ")
    with Ledger.open("hearsay.db", read_only=True) as ledger:
        rules = {name: ledger.coding(name).events[0].mentions[0].rule for name in ("talks", "raid")}
        assert {event.event for event in ledger.events()} == {"CONSULT", "ASSAULT"}
    assert all("small" not in rule for rule in rules.values()), rules
    assert run("recode", "--jobs", "2") == "every document was coded by hearsay 9\n"


def test_one_document_that_cannot_be_coded_again_does_not_cost_the_others(
    small_coder: SmallCoder, monkeypatch: pytest.MonkeyPatch
):
    run("add", "docs.jsonl")
    coded = small_coder.code
    monkeypatch.setattr("hearsay.stamp.coder_stamp", lambda project=None: "hearsay 9")
    monkeypatch.setattr(small_coder, "code", lambda document: coded(document) if document.id == "raid" else 1 / 0)
    result = CliRunner().invoke(app, ["recode"])
    assert (result.exit_code, result.stdout) == (1, "coded 1 document again, 0 changed\n")
    assert "hearsay.db (id talks): could not be coded (ZeroDivisionError" in result.stderr
    monkeypatch.setattr(small_coder, "code", coded)
    assert run("recode") == "coded 1 document again, 0 changed\n"


def test_a_question_to_no_ledger():
    for command in (["status"], ["check"], ["recode"], ["remove", "talks"], ["backup", "copy.db"]):
        assert run(*command, status=1) == (
            "hearsay: error: hearsay.db: there is no ledger here: make one with `hearsay add PATH... --db hearsay.db`\n"
        )
