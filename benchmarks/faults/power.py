"""Cut the power while a ledger is written: only what was synchronised to the disk is left of each file."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from benchmarks.faults.killing import ENVIRONMENT, ROOT, Outcome, adding, articles, count_of, verify, written

_SOURCE = Path(__file__).parent / "fsynced.c"


def cut_power(folder: Path, rounds: int, seed: int = 0, documents: int = 200) -> Outcome:
    """Kill ``hearsay add`` and go on with nothing but what it had synchronised; needs a C compiler (gcc).

    What any reader could see before the cut must be there after it.
    """
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    disk, kept = folder / "disk", folder / "kept"
    library = folder / "fsynced.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    source = written(told, folder / "docs.jsonl")
    stored = 0
    for made in (disk, kept):
        made.mkdir()
    while outcome.rounds < rounds:
        outcome.rounds += 1
        shutil.copytree(disk, kept, dirs_exist_ok=True)
        environment = {**ENVIRONMENT, "LD_PRELOAD": str(library), "FSYNCED": str(kept)}
        with subprocess.Popen(
            adding(source, disk / "hearsay.db"), cwd=ROOT, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as writer:  # fmt: skip
            while writer.poll() is None and count_of(disk / "hearsay.db") <= stored:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.4))
            seen = count_of(disk / "hearsay.db")
            outcome.killed += writer.poll() is None
            writer.send_signal(signal.SIGKILL)
        (kept / "part").unlink(missing_ok=True)
        shutil.rmtree(disk)
        shutil.copytree(kept, disk)
        held = verify(disk / "hearsay.db", told, outcome, f"power cut {outcome.rounds}")
        if held < seen:
            outcome.wrong.append(f"power cut {outcome.rounds}: {seen} documents could be read before, {held} after")
        outcome.documents += max(0, held - stored)
        stored = held
        shutil.rmtree(kept)
        kept.mkdir()
        if stored == len(told):
            shutil.rmtree(disk)
            disk.mkdir()
            stored = 0
    return outcome
