"""Troubles of disks, rights and company: full, write-protected, damaged, two writers at once."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from benchmarks.faults.killing import ENVIRONMENT, ROOT, Outcome, adding, articles, verify, written
from hearsay.errors import LedgerError
from hearsay.ledger.ledger import Ledger
from tests.hand_made import coding_of

NOBODY = 65534


def fill_disk(folder: Path, rounds: int, seed: int = 0, documents: int = 120) -> Outcome:
    """Add to a ledger on a small disk (a file system in memory, which root may mount) until it is full; then make room.

    The size differs from round to round, so that the disk fills at different moments.
    """
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    source = written(told, folder / "docs.jsonl")
    disk = folder / "disk"
    disk.mkdir()
    for _ in range(rounds):
        outcome.rounds += 1
        size = f"size={chance.randint(700, 1500)}k"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "hearsay-faults", str(disk)], check=True)
        try:
            ledger = disk / "hearsay.db"
            done = _run(adding(source, ledger))
            outcome.killed += done.returncode != 0
            _expect(outcome, done, "the disk is full: make room; what was stored before is whole")
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            outcome.documents += verify(ledger, told, outcome, f"full disk of {size}")
            if _run(adding(source, ledger)).returncode != 0:
                outcome.wrong.append(f"full disk of {size}: the same command fails when there is room")
            if verify(ledger, told, outcome, f"disk of {size} with room") != len(told):
                outcome.wrong.append(f"disk of {size} with room: not all documents were added")
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return outcome


def protect(folder: Path, rounds: int, seed: int = 0, documents: int = 20) -> Outcome:
    """Add to a ledger that may only be read, as another user where this one is root; the file stays as it is."""
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    path = folder / "hearsay.db"
    with Ledger.open(path) as ledger:
        for document in told[: documents // 2]:
            ledger.add(coding_of(document), "small 1")
    before = path.read_bytes()
    for made in (*folder.parents, folder):
        if made.stat().st_uid == os.getuid() and made != Path("/"):
            made.chmod(made.stat().st_mode | 0o055)
    path.chmod(0o444)
    folder.chmod(0o555)
    for _ in range(rounds):
        outcome.rounds += 1
        said = _as_nobody(path, told[-1].id)
        outcome.said.add(said)
        if "may only be read: give yourself the right to write" not in said:
            outcome.wrong.append(f"write-protected: said {said!r}")
        if path.read_bytes() != before:
            outcome.wrong.append("write-protected: the file changed")
    folder.chmod(0o755)
    path.chmod(0o644)
    outcome.documents += verify(path, told, outcome, "write-protected")
    return outcome


def _as_nobody(path: Path, name: str) -> str:
    """What is said to a user without rights who removes a document and, if nothing is, adds one."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        said = "nothing"
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            with Ledger.open(path) as ledger:
                ledger.add(coding_of(articles(1, random.Random(name))[0]), "small 1")
        except LedgerError as error:
            said = str(error).replace(f"{path}: ", "")
        except BaseException as error:
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as heard:
        said = heard.read()
    os.waitpid(child, 0)
    return said


def damage(folder: Path, rounds: int, seed: int = 0, documents: int = 40) -> Outcome:
    """Overwrite a random page of a ledger: ``check`` finds it, or no answer of the ledger depends on it."""
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    whole, path = folder / "whole.db", folder / "hearsay.db"
    with Ledger.open(whole) as ledger:
        for document in told:
            ledger.add(coding_of(document), "small 1")
        before = ledger.events(limit=1000)
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = whole.stat().st_size // 4096
    for _ in range(rounds):
        outcome.rounds += 1
        page = chance.randrange(pages)
        for left in folder.glob("hearsay.db*"):
            left.unlink()
        shutil.copy(whole, path)
        with path.open("r+b") as file:
            file.seek(page * 4096 + chance.choice((0, 0, 100, 2048)))
            file.write(chance.randbytes(512))
        done = _run([*adding(folder, path)[:3], "check", "--db", str(path)])
        found = done.returncode != 0
        outcome.killed += found
        if "Traceback" in done.stderr + done.stdout:
            outcome.wrong.append(f"page {page}: {(done.stderr + done.stdout).strip().splitlines()[-1]}")
        elif found and not any(word in done.stderr + done.stdout for word in _REMEDIES):
            outcome.wrong.append(f"page {page}: no remedy in {(done.stderr + done.stdout)[:200]!r}")
        elif not found:
            with Ledger.open(path, read_only=True) as ledger:
                if ledger.events(limit=1000) != before:
                    outcome.wrong.append(f"page {page}: damaged, and check finds nothing")
            outcome.documents += len(told)
        outcome.said |= {word for word in _REMEDIES if word in done.stderr + done.stdout}
    return outcome


_REMEDIES = ("restore a backup", "not a ledger: choose another file", "remove the documents", "run `hearsay check`",
             "update Hearsay")  # fmt: skip


def write_together(folder: Path, rounds: int, seed: int = 0, documents: int = 30) -> Outcome:
    """Two ``hearsay add`` at once, with the same articles in other orders: each is stored once."""
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    for number in range(rounds):
        outcome.rounds += 1
        ledger = folder / f"together-{number}.db"
        orders = [written(told, folder / "one.jsonl"), written(told[::-1], folder / "other.jsonl")]
        writers = [subprocess.Popen(adding(order, ledger), cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE, text=True) for order in orders]  # fmt: skip
        for writer in writers:
            _, said = writer.communicate()
            if writer.returncode != 0:
                outcome.wrong.append(f"two writers {number}: {said.strip()[-200:]}")
        with Ledger.open(ledger) as opened:
            outcome.wrong += [f"two writers {number}: {fault.where}: {fault.what}" for fault in opened.check()]
            held = opened.status().documents
        if held != len(told):
            outcome.wrong.append(f"two writers {number}: {held} documents of {len(told)}")
        outcome.killed += 1
        outcome.documents += held
    return outcome


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def _expect(outcome: Outcome, done: subprocess.CompletedProcess[str], message: str) -> None:
    told = " ".join(done.stderr.split())
    if done.returncode == 0 or message not in told:
        outcome.wrong.append(f"ended with {done.returncode}: {told[-300:]!r}")
    else:
        outcome.said.add(message)
