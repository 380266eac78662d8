"""A killed writer and a cut log lose and double nothing that was stored; many more rounds: benchmarks.faults."""

from pathlib import Path

from benchmarks.faults.killing import cut_logs, kill_writers


def test_a_killed_writer_leaves_a_whole_ledger(tmp_path: Path):
    outcome = kill_writers(tmp_path, rounds=3, seed=1, documents=200)
    assert (outcome.wrong, outcome.rounds) == ([], 3)
    assert outcome.killed > 0


def test_a_log_that_was_cut_anywhere_leaves_a_whole_ledger(tmp_path: Path):
    outcome = cut_logs(tmp_path, cuts=8, seed=1, documents=12)
    assert outcome.wrong == []
    assert 0 < outcome.documents < 8 * 12
