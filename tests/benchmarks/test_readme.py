"""The README shows the committed results and nothing else."""

from pathlib import Path

import pytest

from benchmarks.readme import README, RESULTS, between, renew


def test_a_table_replaces_what_stood_between_its_markers(tmp_path: Path):
    page = tmp_path / "README.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n")
    results = tmp_path / "results"
    results.mkdir()
    (results / "speed.md").write_text("new\n")
    assert renew(page, results) == ["speed"]
    assert page.read_text() == "before\n<!-- speed -->\nnew\n<!-- /speed -->\nafter\n"
    assert renew(page, results) == []


def test_a_table_without_a_place_is_an_error(tmp_path: Path):
    (tmp_path / "README.md").write_text("no markers\n")
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "speed.md").write_text("new\n")
    with pytest.raises(ValueError, match="needs one pair of markers <!-- speed --> and <!-- /speed -->"):
        renew(tmp_path / "README.md", tmp_path / "results")


@pytest.mark.parametrize("table", sorted(RESULTS.glob("*.md")), ids=lambda path: path.stem)
def test_the_readme_shows_each_committed_table(table: Path):
    assert between(README.read_text("utf-8"), table.stem)[1] == table.read_text("utf-8").strip() + "\n"
