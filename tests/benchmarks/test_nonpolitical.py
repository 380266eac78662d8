"""The documents without politics are sixty different ones, and a missing set is said, not failed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import nonpolitical


def test_sixty_documents_of_two_sets_are_listed() -> None:
    listed = nonpolitical.chosen()
    assert len(listed) == 60
    assert {source for source, _ in listed.values()} == {"gum", "ecbplus"}


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nonpolitical.main(["--shared", str(tmp_path)]) == 0
    assert str(tmp_path / "data" / "ecbplus") in capsys.readouterr().out
