"""The coverage benchmark needs its sets, and says so when they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.lexicon.__main__ import main


def test_without_the_sets_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path)]) == 0
    assert "nothing measured" in capsys.readouterr().out
