"""``hearsay lexicon check|coverage|why`` and ``hearsay code --project``: what they print, and how they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_cli_code import hearsay as run
from tests.lexicon.conftest import write_lexicon, write_ontology

SABRE = "sabre.v\tsabre\tverb\tagent>patient\t\t\tASSAULT\tprimitive\t190\t.9\tIranian troops sabred Turkish civilians."
TYPES = "nationalise\tA state takes over a firm.\tCOERCE\n"
ENTRY = (
    "nation.own\tnationalise\tverb\tagent>patient/of\t\t\tnationalise\t\t\t.9\tBolivia nationalised the Spanish bank."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_ontology(write_lexicon(tmp_path / "mine", SABRE), TYPES, ENTRY)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Iranian troops sabred Turkish civilians. Bolivia nationalised the Spanish bank. Iran zorped.")
    return path


def test_a_sound_project_checks_well(project: Path) -> None:
    result = run("lexicon", "check", project)
    assert (result.stdout, result.exit_code) == ("0 errors, 0 notes\n", 0)


def test_errors_are_listed_and_end_with_status_1(tmp_path: Path) -> None:
    folder = write_lexicon(tmp_path / "bad", "x.v\tx\tverb\tagent>\t\t\tATTACK\t\t\t\tx.")
    where = f"{folder}/lexicon/own.tsv:2"
    result = run("lexicon", "check", folder)
    message = "event 'ATTACK' is neither a PLOVER type nor none"
    assert (result.stdout, result.exit_code) == (f"error: {where}: {message}\n1 errors, 0 notes\n", 1)
    result = run("lexicon", "check", folder, "-f", "json")
    assert json.loads(result.stdout) == [{"level": "error", "where": where, "message": message}]


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    result = run("lexicon", "check", tmp_path / "none")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert result.stderr.startswith("hearsay: error: ")
    assert "not a folder" in result.stderr


def test_coverage_counts_and_lists_what_is_missing(project: Path, article: Path) -> None:
    result = run("lexicon", "coverage", article, "--project", project, "--most", "5")
    lines = result.stdout.splitlines()
    assert lines[0] == "1 articles, 3 clauses with a political actor"
    assert [line.split()[-1] for line in lines[1:4]] == ["entry", "event", "missing"]
    assert lines[4].split() == ["1", "zorp", "(verb)"]
    found = json.loads(run("lexicon", "coverage", article, "--project", project, "-f", "json").stdout)
    assert {p["words"]: p["state"] for p in found["predicates"]} == {
        "sabre": "entry", "nationalise": "entry", "zorp": "missing",
    }  # fmt: skip


def test_coverage_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path, article: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    result = run("lexicon", "coverage", empty, article)
    assert result.stdout.startswith("1 articles, ")
    assert ("empty.txt" in result.stderr, result.exit_code) == (True, 1)


def test_why_shows_the_winner_and_what_failed() -> None:
    lines = run("lexicon", "why", "Iran condemned Turkey.").stdout.splitlines()
    assert lines[0] == "condemned: ACCUSE disapprove: Iran > Turkey"
    assert "    condemn.v ACCUSE: won" in lines
    assert "    condemn.v2 none: failed: passive patient=block|building|flat|home|house|structure" in lines


def test_why_of_unknown_words_says_so() -> None:
    assert run("lexicon", "why", "Iran zorped.").stdout == "no word of it is in the lexicon\n"


def test_why_needs_a_date_that_exists() -> None:
    result = run("lexicon", "why", "Iran condemned Turkey.", "--published", "2024-02-31")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_own_events_are_a_kind_of_record(project: Path, article: Path) -> None:
    result = run("code", article, "--project", project, "-r", "own", "-f", "jsonl")
    (line,) = result.stdout.splitlines()
    own = json.loads(line)
    assert (own["event"], own["like"], own["mentions"][0]["trigger_text"]) == ("nationalise", "COERCE", "nationalised")
    rows = run("code", article, "--project", project, "-r", "own", "-f", "csv").stdout.splitlines()
    assert rows[1].split(",")[4:6] == ["nationalise", "COERCE"]
    assert "nationalise" in run("code", article, "--project", project, "-r", "own").stdout


def test_a_project_with_a_bad_row_codes_nothing(tmp_path: Path, article: Path) -> None:
    folder = write_ontology(tmp_path / "bad", "x\ty\tNOTHING\n")
    result = run("code", article, "--project", folder)
    assert (result.stdout, result.exit_code) == ("", 1)
    assert "types.tsv:2: like 'NOTHING' is no PLOVER type" in result.stderr


def test_a_project_s_entries_change_the_events(project: Path, article: Path) -> None:
    events = [
        json.loads(line) for line in run("code", article, "--project", project, "-f", "jsonl").stdout.splitlines()
    ]
    assert ("ASSAULT", "sabred") in {(e["event"], e["mentions"][0]["trigger_text"]) for e in events}


def test_events_that_are_not_sure_enough_are_left_out(tmp_path: Path) -> None:
    """The cut keeps exactly the events at or above it; a cut above 1 is a usage error."""
    article = tmp_path / "two.txt"
    article.write_text("Iran condemned Turkey. Soldiers attacked the village, a resident said.")
    whole = [json.loads(line) for line in run("code", article, "-f", "jsonl").stdout.splitlines()]
    cut = max(event["confidence"] for event in whole)
    kept = run("code", article, "-f", "jsonl", "--min-confidence", str(cut)).stdout.splitlines()
    assert [json.loads(line)["id"] for line in kept] == [e["id"] for e in whole if e["confidence"] >= cut]
    assert run("code", article, "--min-confidence", "2").exit_code == 2
