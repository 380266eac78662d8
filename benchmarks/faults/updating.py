"""Readers while the tables of an older ledger are updated, and updates that are killed."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.faults.killing import ENVIRONMENT, ROOT, Outcome
from hearsay.errors import LedgerError
from hearsay.ledger.ledger import Ledger
from tests.ledger.older import fill_as_0002

_UPDATE = """
import sys, time
from hearsay.ledger import ledger
renew = ledger.renew_events
def renew_slowly(connection, progress=None):
    print("begun", flush=True)
    time.sleep(float(sys.argv[2]) / 2)
    renew(connection)
    time.sleep(float(sys.argv[2]) / 2)
ledger.renew_events = renew_slowly
ledger.Ledger.open(sys.argv[1]).close()
"""
"""An update of the tables that takes a while, as that of a large ledger does."""

_TOLD = "while that is under way, try again"


def read_while_updated(folder: Path, rounds: int, seed: int = 0) -> Outcome:
    """Ask a ledger of version 0002 over and over while another process updates it; every second update is killed.

    A reader gets the right answer, or is told to try again; a killed update leaves the older ledger.
    """
    chance, outcome = random.Random(seed), Outcome()
    older, path = folder / "older.db", folder / "hearsay.db"
    fill_as_0002(str(older))
    shutil.copy(older, path)
    with Ledger.open(path) as ledger:
        right = _answer(ledger)
    for number in range(1, rounds + 1):
        outcome.rounds += 1
        for left in folder.glob("hearsay.db*"):
            left.unlink()
        shutil.copy(older, path)
        killed = number % 2 == 0
        with subprocess.Popen(
            [sys.executable, "-c", _UPDATE, str(path), str(chance.uniform(0.1, 0.6))], cwd=ROOT, env=ENVIRONMENT,
            stdout=subprocess.PIPE,
        ) as writer:  # fmt: skip
            assert writer.stdout is not None
            writer.stdout.readline()
            end = time.monotonic() + (chance.uniform(0, 0.4) if killed else 30)
            while writer.poll() is None and time.monotonic() < end:
                _ask(path, right, outcome)
            if killed:
                outcome.killed += writer.poll() is None
                writer.send_signal(signal.SIGKILL)
        _ask(path, right, outcome)
        with Ledger.open(path) as ledger:
            outcome.wrong += [f"update {number}: {fault.where}: {fault.what}" for fault in ledger.check()]
            outcome.documents += ledger.status().documents
        if not _ask(path, right, outcome):
            outcome.wrong.append(f"update {number}: no answer after it was done")
    return outcome


def _answer(ledger: Ledger) -> str:
    events = [[event.id, event.reports, event.origin_count, event.denials] for event in ledger.events(limit=500)]
    return json.dumps([ledger.count(), events, ledger.status().mentions])


def _ask(path: Path, right: str, outcome: Outcome) -> bool:
    """Whether there was an answer; notes one that is wrong, and a refusal that does not say what to do."""
    try:
        with Ledger.open(path, read_only=True) as ledger:
            answer = _answer(ledger)
    except LedgerError as error:
        said = str(error).replace(f"{path}: ", "")
        outcome.said.add(said)
        if _TOLD not in said:
            outcome.wrong.append(f"a reader was told {said!r}")
        return False
    if answer != right:
        outcome.wrong.append(f"a reader got {answer[:100]}")
    return True
