"""Killed writers, cut logs, damaged pages, updates with readers: nothing stored is lost or doubled.

Many more rounds, and power cuts, full disks and write-protected ledgers: ``python -m benchmarks.faults``.
"""

from pathlib import Path

from benchmarks.faults.killing import cut_logs, kill_writers
from benchmarks.faults.troubles import damage, write_together
from benchmarks.faults.updating import read_while_updated


def test_a_killed_writer_leaves_a_whole_ledger(tmp_path: Path):
    outcome = kill_writers(tmp_path, rounds=3, seed=1, documents=200)
    assert (outcome.wrong, outcome.rounds) == ([], 3)
    assert outcome.killed > 0


def test_a_log_that_was_cut_anywhere_leaves_a_whole_ledger(tmp_path: Path):
    outcome = cut_logs(tmp_path, cuts=8, seed=1, documents=12)
    assert outcome.wrong == []
    assert 0 < outcome.documents < 8 * 12


def test_a_damaged_page_is_found_and_the_user_told_what_to_do(tmp_path: Path):
    outcome = damage(tmp_path, rounds=3, seed=1, documents=12)
    assert (outcome.wrong, outcome.killed) == ([], 3)
    assert "restore a backup" in outcome.said


def test_two_commands_at_once_store_each_article_once(tmp_path: Path):
    outcome = write_together(tmp_path, rounds=1, seed=1, documents=12)
    assert (outcome.wrong, outcome.documents) == ([], 12)


def test_a_reader_during_an_update_gets_the_right_answer_or_is_told_to_wait(tmp_path: Path):
    outcome = read_while_updated(tmp_path, rounds=2, seed=1)
    assert outcome.wrong == []
    assert outcome.said == {
        "from an older version: open it once for writing, which updates it; while that is under way, try again"
    }
