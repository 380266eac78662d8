"""Times questions on a generated ledger, and what adding to it costs.

python -m benchmarks.ledger --size 100000 [--db FOLDER] [--repeat 60]     p50 and p95 of each question, warm
python -m benchmarks.ledger --adding 10000 100000 1000000 [--db FOLDER]    adding to ledgers of these sizes
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.ledger.adding import measure_adding
from benchmarks.ledger.generate import TYPES, Zipf, count_outlets, countries, fill, words
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.opening import writing


def questions(ledger: Ledger, dice: random.Random) -> dict[str, Callable[[], object]]:
    """Questions by name; each call asks for something else."""
    country, word, kind = Zipf(countries(), dice), Zipf(words(), dice), Zipf(list(TYPES), dice)

    def since() -> str:
        return f"{dice.randint(2018, 2024)}-{dice.randint(1, 12):02}"

    return {
        "actor, type, since": lambda: ledger.events(
            EventFilter(actor=(country.draw(),), type=(kind.draw(),), since=since())
        ),
        "actor, recipient, status": lambda: ledger.events(
            EventFilter(actor=(country.draw(),), recipient=(country.draw(),), status=("actual",))
        ),
        "actor, recipient, since, least origins": lambda: ledger.events(
            EventFilter(actor=(country.draw(),), recipient=(country.draw(),), since=since(), min_origins=2)
        ),
        "type, place, ownership": lambda: ledger.events(
            EventFilter(type=(kind.draw(),), place=(country.draw(),), ownership=("state",))
        ),
        "name, type, until": lambda: ledger.events(
            EventFilter(party=(word.draw(),), type=(kind.draw(),), until=since())
        ),
        "outlet, quad class, since": lambda: ledger.events(
            EventFilter(outlet=(f"Outlet {dice.randint(0, 399)}",), quad=(4,), since=since())
        ),
        "full text, one word": lambda: ledger.quotes(word.draw()),
        "full text, two words": lambda: ledger.quotes(f"{word.draw()} {word.draw()}"),
        "full text, word and speaker": lambda: ledger.quotes(word.draw(), speaker=f"person:{dice.randint(1, 300)}"),
        "full text, word and since": lambda: ledger.quotes(word.draw(), since=since()),
        "count: actor, type, since": lambda: ledger.count(
            EventFilter(actor=(country.draw(),), type=(kind.draw(),), since=since())
        ),
        "facets: actor, since": lambda: ledger.facets(EventFilter(actor=(country.draw(),), since=since())),
        "facets: none (all events)": lambda: ledger.facets(),
        "sources": lambda: ledger.sources(),
        "status": lambda: ledger.status(),
        "network: actor, since": lambda: ledger.network(EventFilter(actor=(country.draw(),), since=since())),
        "timeline: actor": lambda: ledger.timeline(EventFilter(actor=(country.draw(),))),
    }


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    options.add_argument("--size", type=int, default=10_000, help="mentions")
    options.add_argument("--db", type=Path, help="folder to keep the ledger in, so that it is made once")
    options.add_argument("--adding", type=int, nargs="+", metavar="SIZE", help="measure adding to ledgers of so many")
    options.add_argument("--repeat", type=int, default=60, help="times that each question is asked")
    chosen = options.parse_args()
    if chosen.adding:
        measure_adding(chosen.adding, chosen.db)
        return
    with tempfile.TemporaryDirectory() as temporary:
        path = (chosen.db or Path(temporary)) / f"made-{chosen.size}.db"
        begun, new = time.perf_counter(), not path.exists()
        with Ledger.open(path) as ledger:
            if new:
                with writing(ledger.engine) as connection:
                    fill(connection, chosen.size)
                    count_outlets(connection)
                print(f"made in {time.perf_counter() - begun:.0f} s")
            size = path.stat().st_size / chosen.size
            cold, _ = _timed(ledger.facets)
            print(f"{chosen.size} mentions, {ledger.count()} events, {size:.0f} bytes a mention, text included")
            print("\n| question | p50 ms | p95 ms | p95 ms of CPU |\n| --- | ---: | ---: | ---: |")
            for name, ask in questions(ledger, random.Random(7)).items():
                times = [_timed(ask) for _ in range(chosen.repeat)]
                walls, cpus = sorted(wall for wall, _ in times), sorted(cpu for _, cpu in times)
                late = int(chosen.repeat * 0.95)
                print(f"| {name} | {walls[len(walls) // 2]:.1f} | {walls[late]:.1f} | {cpus[late]:.1f} |", flush=True)
            print(f"\nThe first facets of all read every event: {cold / 1000:.1f} s.")
        print(f"\nmemory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _timed(ask: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that passed, and those that this process worked: other work on the machine is not in the second."""
    begun, worked = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    main()
