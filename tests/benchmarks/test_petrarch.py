"""The comparison with PETRARCH's codings: codes, sides and verdicts, on made-up codings."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.petrarch import actors
from benchmarks.petrarch.__main__ import main, plover, verdict
from hearsay.ingest import make_document
from hearsay.world import World
from tests.hand_made import coding_of

TABLE = {"19": "FIGHT", "190": "ASSAULT", "04": "CONSULT"}


@pytest.mark.parametrize(("code", "type"), [("190", "ASSAULT"), ("1951", "ASSAULT"), ("042", "CONSULT"), ("99", "")])
def test_a_code_without_a_type_has_that_of_what_it_is_a_part_of(code: str, type: str) -> None:
    assert plover(code, TABLE) == type


@pytest.mark.parametrize(
    ("source", "target", "code", "expected"),
    [
        ("IRN", "OMN", "190", "found"),
        ("IRNGOV", "OMNMIL", "190", "found"),
        ("IRN", "OMN", "042", "sides"),
        ("IRN", "USA", "190", "type"),
        ("USA", "OMN", "042", "other"),
        ("---GOV", "OMN", "190", "found"),
    ],
)
def test_what_agrees_with_an_expected_coding(source: str, target: str, code: str, expected: str) -> None:
    events = coding_of(make_document("Iran attacked Oman.", id="d")).events
    record = {"noevents": False, "expected": [{"source": source, "target": target, "code": code}]}
    assert verdict(record, events, TABLE) == expected
    assert verdict(record, (), TABLE) == "nothing"
    assert verdict({"noevents": True}, events, TABLE) == "not silent"
    assert verdict({"noevents": True}, (), TABLE) == "silent"


def test_invented_actors_become_a_project_s_own(tmp_path: Path) -> None:
    dictionary = tmp_path / "actors.txt"
    dictionary.write_text("<!-- x -->\nARNOR_  [QAR]\n+ARNORIAN\nFRANCE [FRA]\n+FRENCH\nKING_ARAGORN [QARGOV]\n")
    actors.write(dictionary, tmp_path, World.default())
    assert (tmp_path / "actors.tsv").read_text() == (
        "id\tname\tkind\tcountry\tsectors\taliases\n"
        "QAR\tArnor\tcountry\tQAR\tGOV\tArnorian\n"
        "QARGOV\tKing Aragorn\torganisation\tQAR\tGOV\t\n"
    )


def test_without_the_sets_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path)]) == 0
    assert "nothing measured" in capsys.readouterr().out
