"""Fifty readers at once while articles are added, then the longest export: errors, times, memory of the server.

python -m benchmarks.explorer.load --db LEDGER [--readers 50] [--seconds 60]

Each reader comes from an address of its own (127.0.0.2 and on, which Linux lends), so that the limits that one client
has hold for each by itself; it reads a page, looks at it for a second, and goes on.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import httpx

from benchmarks.explorer.articles import NUMBER, add_articles
from benchmarks.ledger.generate import TYPES, countries
from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told

_PORT = 8391
_FIRST = date(2024, 5, 1)


def read(number: int, end: float, seen: list[tuple[str, int, float]]) -> None:
    """One reader until the end: what was asked, the status, and the seconds it took."""
    dice = random.Random(number)
    transport = httpx.HTTPTransport(local_address=f"127.0.0.{2 + number}")
    with httpx.Client(transport=transport, base_url=f"http://127.0.0.1:{_PORT}", timeout=120) as client:
        while time.monotonic() < end:
            page = dice.choice((
                "/", "/events", f"/events?actor={dice.choice(countries()[:40])}", f"/events?type={dice.choice(TYPES)}",
                f"/articles/bench-{dice.randint(0, NUMBER - 1)}", "/actors", f"/actors/person:{dice.randint(1, 2000)}",
                "/network", "/map", "/sources", "/events.json?limit=20",
            ))  # fmt: skip
            begun = time.monotonic()
            try:
                status = client.get(page).status_code
            except httpx.HTTPError:
                status = 0
            seen.append((page.partition("?")[0], status, time.monotonic() - begun))
            time.sleep(1)


def write(path: Path, end: float, added: list[int]) -> None:
    """Add an article about every second."""
    with Ledger.open(path) as ledger:
        while time.monotonic() < end:
            number = len(added)
            day = (_FIRST + timedelta(days=number // 20)).isoformat()
            strike = act("Iran", "ASSAULT", "Houthis", "Saba", date=day, place=("Sanaa", "YEM"))
            ledger.add(told(f"Outlet {number % 20}", day, strike, more=f"Load {time.time_ns()}."), "made")
            added.append(1)
            time.sleep(1)


def resident(process: int) -> int:
    """MB of memory that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def export(process: int) -> None:
    """All events as CSV: rows, seconds, and the most memory meanwhile."""
    begun, rows, most = time.monotonic(), -1, resident(process)
    with httpx.stream("GET", f"http://127.0.0.1:{_PORT}/events.csv", timeout=600) as answer:
        for at, part in enumerate(answer.iter_bytes()):
            rows += part.count(b"\n")
            if at % 50 == 0:
                most = max(most, resident(process))
    took = time.monotonic() - begun
    print(f"export: {rows:,} rows in {took:.0f} s; memory of the server {most} MB at most")


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks.explorer.load", description=__doc__)
    options.add_argument("--db", type=Path, required=True)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--seconds", type=float, default=60)
    chosen = options.parse_args()
    with Ledger.open(chosen.db) as ledger:
        add_articles(ledger)
    command = [sys.executable, "-m", "hearsay", "serve", "--db", str(chosen.db), "--port", str(_PORT)]
    with subprocess.Popen(command) as server:
        try:
            _until_ready()
            seen: list[tuple[str, int, float]] = []
            added: list[int] = []
            before, end = resident(server.pid), time.monotonic() + chosen.seconds
            threads = [threading.Thread(target=read, args=(number, end, seen)) for number in range(chosen.readers)]
            threads.append(threading.Thread(target=write, args=(chosen.db, end, added)))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            times = sorted(took for _, _, took in seen)
            statuses = Counter(status for _, status, _ in seen)
            print(f"{chosen.readers} readers, {chosen.seconds:.0f} s, {len(added)} articles added meanwhile")
            print(f"{len(seen)} pages: statuses {dict(statuses)}; seconds p50 {times[len(times) // 2]:.2f}, "
                  f"p95 {times[int(len(times) * 0.95)]:.2f}, longest {times[-1]:.2f}")  # fmt: skip
            print(f"memory of the server {before} MB before, {resident(server.pid)} MB after")
            for page, status, took in seen:
                if status != 200:
                    print(f"  {page}: {status} after {took:.1f} s")
            export(server.pid)
        finally:
            server.terminate()


def _until_ready() -> None:
    """Wait until what is counted at the start has been counted."""
    begun = time.monotonic()
    for page in ("/", "/sources", "/events", "/actors", "/network", "/map"):
        while True:
            try:
                if httpx.get(f"http://127.0.0.1:{_PORT}{page}", timeout=120).status_code == 200:
                    break
            except httpx.TransportError:
                pass
            time.sleep(0.5)
    print(f"ready after {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
