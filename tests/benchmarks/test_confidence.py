"""The fit of the confidence and its figures, on numbers whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.confidence.__main__ import bins, calibration_error, fit, held_out, main


def test_a_fit_without_features_is_the_share_that_is_right() -> None:
    weights = fit(np.ones((10, 1)), np.array([1.0] * 7 + [0.0] * 3))
    assert 1 / (1 + np.exp(-weights[0])) == pytest.approx(0.7, abs=1e-4)


def test_a_feature_that_decides_gets_a_weight_of_its_sign() -> None:
    x = np.array([[1.0, 1.0], [1.0, -1.0]] * 20)
    assert fit(x, np.array([1.0, 0.0] * 20))[1] > 1


def test_no_document_is_rated_by_a_fit_that_has_seen_it() -> None:
    """The one document that is always right is rated by the others, which never are."""
    documents = [f"d{n:02}" for n in range(20) for _ in range(5)]
    y = np.array([float(d == "d03") for d in documents])
    p = held_out(np.ones((100, 1)), y, documents)
    assert max(p[np.array(documents) == "d03"]) < 0.01 < 0.04 < min(p[np.array(documents) == "d00"])


def test_calibration_error_is_the_distance_between_said_and_true() -> None:
    y = np.array([1.0, 0.0] * 50)
    assert calibration_error(np.full(100, 0.5), y) == pytest.approx(0)
    assert calibration_error(np.full(100, 0.8), y) == pytest.approx(0.3)
    assert sum(n for _, _, n in bins(np.full(100, 0.8), y)) == 100


def test_without_gold_sets_nothing_is_fitted(tmp_path, capsys) -> None:
    assert main(["--shared", str(tmp_path)]) == 0
    assert "nothing fitted" in capsys.readouterr().out
