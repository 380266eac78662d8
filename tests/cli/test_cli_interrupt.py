"""Ctrl-C: exit status 130, one line, and what was done by then whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hearsay.ledger.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
PROGRAM = """
import sys
from tests import hand_made
from hearsay.cli import main, work
work.load_coder = hand_made.slow_coder
if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.fixture
def program(tmp_path: Path) -> list[str]:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    lines = [
        json.dumps({"id": f"d{n}", "text": "Iran met Oman. " * 500, "published": "2024-07-15"}) for n in range(200)
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(lines))
    return [sys.executable, str(script), "code", str(tmp_path / "docs.jsonl"), "--format", "jsonl"]


def interrupted(command: list[str], ready: Path) -> tuple[int, str]:
    """Run until the file holds something, then press Ctrl-C as a terminal does: for the whole group."""
    out = ready if ready.suffix == ".out" else Path(os.devnull)
    with (
        out.open("wb") as sink,
        subprocess.Popen(
            command, stdout=sink, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
        ) as process,
    ):
        for _ in range(400):
            if process.poll() is not None or (ready.exists() and ready.stat().st_size):
                break
            time.sleep(0.05)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return process.returncode, errors.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_done_stands_whole_in_the_part_file(program: list[str], tmp_path: Path, jobs: str):
    target = tmp_path / "events.jsonl"
    part = tmp_path / "events.jsonl.part"
    status, errors = interrupted([*program, "--jobs", jobs, "-o", str(target)], part)
    events = [json.loads(line) for line in part.read_text().splitlines()]
    assert status == 130
    assert len(events) % 500 == 0
    assert 500 <= len(events) < 200 * 500
    assert not target.exists()
    done = len(events) // 500
    assert errors == f"hearsay: interrupted after {done} documents: their output stands whole in {part}\n"


def test_standard_output_ends_after_a_whole_document(program: list[str], tmp_path: Path):
    out = tmp_path / "ready.out"
    status, errors = interrupted(program, out)
    events = [json.loads(line) for line in out.read_text().splitlines()]
    assert (status, len(events) % 500, bool(events)) == (130, 0, True)
    assert errors.endswith("documents: their output stands, whole\n")


def test_a_reader_that_has_seen_enough_is_no_error(program: list[str]):
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert (process.wait(timeout=30), process.stderr.read()) == (141, b"")


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_workers_end_when_the_first_process_is_killed(program: list[str], tmp_path: Path):
    command = [*program, "--jobs", "2", "-o", str(tmp_path / "events.jsonl")]
    part = tmp_path / "events.jsonl.part"
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT, start_new_session=True
    ) as process:
        for _ in range(400):
            if process.poll() is not None or (part.exists() and part.stat().st_size):
                break
            time.sleep(0.05)
        process.kill()
        process.wait(timeout=30)
        for _ in range(200):
            if not alive(process.pid):
                break
            time.sleep(0.05)
        left = alive(process.pid)
        if left:
            os.killpg(process.pid, signal.SIGKILL)
    assert not left


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_added_by_then_is_in_the_ledger(program: list[str], tmp_path: Path, jobs: str):
    articles = tmp_path / "articles.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": f"Iran met Oman{n}.", "published": "2024-07-15"}) for n in range(200)]
    articles.write_text("\n".join(lines))
    db = tmp_path / "hearsay.db"
    status, errors = interrupted(
        [*program[:2], "add", str(articles), "--db", str(db), "--jobs", jobs], Path(f"{db}-wal")
    )
    with Ledger.open(db) as ledger:
        done = ledger.status().documents
        assert ledger.check() == ()
    assert (status, done < 200) == (130, True)
    assert errors.startswith(f"hearsay: interrupted: added {done} document")
    assert errors.endswith("what was added stands, the same command goes on from there\n")
