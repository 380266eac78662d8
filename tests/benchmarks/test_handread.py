"""The hand-read sample: its table is whole and its interval right."""

from __future__ import annotations

import pytest

from benchmarks.handread.__main__ import verdicts, wilson


def test_wilson_s_interval_of_known_shares() -> None:
    assert wilson(65, 100) == pytest.approx((0.5525, 0.7364), abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)


def test_every_row_has_a_known_verdict_and_offsets_and_no_text() -> None:
    rows = verdicts()
    assert [sum(row["sample"] == name for row in rows) for name in ("first", "second")] == [100, 100]
    assert {row["verdict"] for row in rows} <= {"right", "no event", "type", "actor", "recipient", "status"}
    assert all(int(row["begin"]) < int(row["end"]) for row in rows)
    assert set(rows[0]) == {"sample", "document", "event", "begin", "end", "verdict"}
