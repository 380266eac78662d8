"""Kill a writer at any instant, or cut the log of what it wrote: is what was stored there, whole and once?"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.ingest import make_document
from hearsay.ledger.ledger import Ledger
from hearsay.records import Document
from tests.hand_made import coding_of

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
_NAMES = ("Iran", "Oman", "IRNA", "Yemen", "Qatar", "Norway", "Kenya", "Chile", "Japan", "Ghana")


@dataclass
class Outcome:
    """What the rounds came to."""

    rounds: int = 0
    killed: int = 0
    """Rounds in which the writer was still at work when it was killed."""
    documents: int = 0
    """Documents that were stored over all rounds."""
    wrong: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    """What the program told the user to do."""


def articles(number: int, chance: random.Random) -> list[Document]:
    """Short articles that tell a few events each, some of them the same ones."""
    found = []
    for count in range(number):
        day = f"2024-07-{chance.randint(1, 9):02d}"
        sentences = []
        for _ in range(chance.randint(1, 6)):
            source, actor, recipient = chance.sample(_NAMES, 3)
            sentences.append(f"{source} said {actor} {chance.choice(('met', 'attacked'))} {recipient}.")
        text = f"{' '.join(sentences)} Number {count}."
        found.append(make_document(text, id=f"d{count}", published=day, outlet=f"Outlet {count % 7}"))
    return found


def kill_writers(folder: Path, rounds: int, seed: int = 0, documents: int = 400) -> Outcome:
    """Start ``hearsay add`` and kill it, ``rounds`` times; the ledger is verified after each, and filled on and on."""
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    ledger = folder / "hearsay.db"
    command = adding(written(told, folder / "docs.jsonl"), ledger)
    stored = 0
    while outcome.rounds < rounds:
        outcome.rounds += 1
        with subprocess.Popen(
            command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as writer:
            wait_until_it_stores(writer, ledger, stored)
            time.sleep(chance.uniform(0, 0.4))
            outcome.killed += writer.poll() is None
            writer.send_signal(signal.SIGKILL)
        held = verify(ledger, told, outcome, f"round {outcome.rounds}")
        if held < stored:
            outcome.wrong.append(f"round {outcome.rounds}: {stored} documents before, {held} after")
        outcome.documents += held - stored
        stored = held
        if stored == len(told):
            for path in folder.glob("hearsay.db*"):
                path.unlink()
            stored = 0
    return outcome


def written(told: list[Document], path: Path) -> Path:
    """Articles as a file that ``hearsay add`` takes."""
    rows = ({"id": d.id, "text": d.text, "published": d.published, "outlet": d.outlet} for d in told)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def adding(source: Path, ledger: Path) -> list[str]:
    """The command that adds a file's articles to a ledger."""
    return [sys.executable, "-m", "benchmarks.faults.adding", "add", str(source), "--db", str(ledger)]


def wait_until_it_stores(writer: subprocess.Popen[bytes], ledger: Path, stored: int) -> None:
    """Until the writer has added a document: starting up takes it longer than storing."""
    while writer.poll() is None and count_of(ledger) <= stored:
        time.sleep(0.01)


def count_of(ledger: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])
    except sqlite3.OperationalError:
        # Not made yet, or without tables.
        return 0


def cut_logs(folder: Path, cuts: int, seed: int = 0, documents: int = 30) -> Outcome:
    """Cut the write-ahead log at any byte, as a power cut might: what is left is the ledger of an earlier moment."""
    chance, outcome = random.Random(seed), Outcome()
    told = articles(documents, chance)
    path = folder / "hearsay.db"
    with Ledger.open(path) as ledger:
        for document in told:
            ledger.add(coding_of(document), "small 1")
        # Copied while it is open: closing takes the log into the file.
        shutil.copy(path, folder / "file")
        shutil.copy(f"{path}-wal", folder / "log")
    log = (folder / "log").read_bytes()
    cut = folder / "cut.db"
    for _ in range(cuts):
        outcome.rounds += 1
        end = chance.randint(0, len(log))
        for left in folder.glob("cut.db*"):
            left.unlink()
        shutil.copy(folder / "file", cut)
        Path(f"{cut}-wal").write_bytes(log[:end])
        outcome.killed += end < len(log)
        outcome.documents += verify(cut, told, outcome, f"log cut at byte {end}")
    return outcome


def verify(path: Path, told: list[Document], outcome: Outcome, where: str) -> int:
    """How many documents a ledger holds; notes what is wrong with it."""
    if not path.exists():
        return 0
    with Ledger.open(path) as ledger:
        outcome.wrong += [f"{where}: {fault.where}: {fault.what}" for fault in ledger.check()]
        held = [document for document in told if ledger.holds(document)]
        outcome.wrong += [
            f"{where}: {document.id} came back otherwise"
            for document in held
            if ledger.coding(document.id) != coding_of(document)
        ]
        if held != told[: len(held)] or ledger.status().documents != len(held):
            outcome.wrong.append(f"{where}: not the first {len(held)} documents, each once")
    return len(held)
