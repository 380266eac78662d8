"""The README and docs/figures.md show the committed results and nothing else."""

import json
from pathlib import Path

import pytest

from benchmarks.readme import FIGURES, README, RESULTS, between, put
from benchmarks.summary import at, by_hand, summary


def test_a_table_replaces_what_stood_between_its_markers(tmp_path: Path):
    page = tmp_path / "figures.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n")
    assert put(page, {"speed": "new\n"}) == ["speed"]
    assert page.read_text() == "before\n<!-- speed -->\nnew\n<!-- /speed -->\nafter\n"
    assert put(page, {"speed": "new\n"}) == []


def test_a_table_without_a_place_is_an_error(tmp_path: Path):
    page = tmp_path / "figures.md"
    page.write_text("no markers\n")
    with pytest.raises(ValueError, match=r"figures\.md needs one pair of markers <!-- speed --> and <!-- /speed -->"):
        put(page, {"speed": "new"})


def test_a_figure_that_was_not_measured_is_named(tmp_path: Path):
    (tmp_path / "speed.json").write_text("{}")
    with pytest.raises(KeyError, match=r"speed\.json has no line / words: measure it again"):
        at(tmp_path, "speed", ("line", "words"))


def test_the_newest_sample_read_by_hand_counts(tmp_path: Path):
    samples = {"aim": 0.65, "first": {"strictly right": 0.2, "interval": [0.1, 0.3]}}
    (tmp_path / "handread.json").write_text(
        json.dumps({**samples, "second": {"strictly right": 0.5, "interval": [0.41, 0.6]}})
    )
    assert by_hand(tmp_path) == ("0.50", "0.41 to 0.60")


@pytest.mark.parametrize("table", sorted(RESULTS.glob("*.md")), ids=lambda path: path.stem)
def test_the_page_of_figures_shows_each_committed_table(table: Path):
    shown = between(FIGURES.read_text("utf-8"), table.stem, "figures.md")[1]
    assert shown == table.read_text("utf-8").strip() + "\n"


def test_the_readme_sums_the_committed_results_up():
    assert between(README.read_text("utf-8"), "summary")[1] == summary(RESULTS) + "\n"
