"""The measure of stances at gold triggers."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import stance
from hearsay.ingest import make_document
from hearsay.reading.conllu import reading_from_conllu

ROWS = """1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tturned\tturn\tVERB\tVBD\t_\t0\troot\t_\t_
3\tback\tback\tADV\tRB\t_\t2\tadvmod\t_\t_"""


def test_the_word_of_a_trigger_is_the_one_that_bears_it() -> None:
    reading = reading_from_conllu(make_document("They turned back", id="d"), ROWS)
    assert stance.trigger_word(reading, 5, 16) == 1
    assert stance.trigger_word(reading, 12, 16) == 2
    assert stance.trigger_word(reading, 16, 16) is None


def test_without_gold_sets_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stance.main(["--shared", str(tmp_path)]) == 0
    assert "nothing to measure" in capsys.readouterr().out
