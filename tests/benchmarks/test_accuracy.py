"""The gate: floors, figures and markers, on made-up counts. The gold sets themselves are not needed."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.accuracy import scores
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.floors import Floors
from benchmarks.accuracy.scores import Figure


def test_rows_of_the_scorer_become_counts():
    printed = (
        "2 articles\nmentions:\n"
        "  trigger                    P  0.500  R  0.250  F1  0.333   (1 right, 2 predicted, 4 gold)\n"
        "  + source                   P  0.500  R  0.250  F1  0.333   (1 right, 2 predicted, 4 gold)\n"
        "of the mentions with the right type, right are:\n  source    1.000  (1 of 1)\n"
        "  recall type                     0.500  (1 of 2)\n"
    )
    assert list(scores.parse(printed)) == [
        ("trigger", (1, 2, 4)), ("+ source", (1, 2, 4)), ("accuracy of source", (1, 1)), ("recall type", (1, 2)),
    ]  # fmt: skip


def test_a_figure_is_that_of_the_sums_and_lies_in_its_interval():
    figure = scores._figure("trigger", np.array([[1, 2, 4], [3, 4, 4]]))
    assert (figure.value, figure.right, figure.predicted, figure.gold, figure.documents) == (8 / 14, 4, 6, 8, 2)
    assert figure.low == 2 / 6
    assert figure.high == 6 / 8


def test_a_share_of_nothing_is_zero_and_not_an_error():
    assert scores._figure("accuracy of date", np.array([[0, 0]])).value == 0.0


def test_a_figure_may_fall_by_epsilon_and_no_further():
    floors = Floors(epsilon=0.002, floors={"a": 0.5, "gone": 0.1})
    assert floors.fallen({"a": 0.498, "gone": 0.1}) == []
    assert floors.fallen({"a": 0.497}) == [
        "a: 0.497 is below its floor of 0.500",
        "gone: has a floor of 0.100 but was not measured",
    ]


def test_floors_rise_freely_and_fall_only_when_allowed(tmp_path: Path):
    floors = Floors(floors={"a": 0.5, "b": 0.5}, aims={"a": 0.6}, digests={"set": "old"})
    assert floors.changed({"set": "new"}) == ["set"]
    assert floors.update({"a": 0.61, "b": 0.4}, {"set": "new"}, allow_regression=False) == [
        "b: kept at 0.500, measured 0.400 (--allow-regression lowers it)"
    ]
    assert floors.floors == {"a": 0.61, "b": 0.5}
    assert floors.update({"a": 0.61, "b": 0.4}, {"set": "new"}, allow_regression=True) == []
    floors.write(tmp_path / "floors.toml")
    assert Floors.read(tmp_path / "floors.toml") == Floors(
        floors={"a": 0.61, "b": 0.4}, aims={"a": 0.6}, digests={"set": "new"}
    )


def test_precision_and_recall_come_from_the_counts_of_a_figure():
    figure = Figure("trigger", 0.33, 0.2, 0.5, right=1, predicted=2, gold=4, documents=1)
    assert (figure.precision, figure.recall) == (0.5, 0.25)


def test_without_gold_sets_nothing_is_measured_and_nothing_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--shared", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("no gold sets (")
