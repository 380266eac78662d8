"""Times every page of the explorer on a generated ledger: server time, from request to last byte, and bytes sent.

python -m benchmarks.explorer --size 1000000 [--db FOLDER] [--repeat 60] [--only PART]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from fastapi import FastAPI

from benchmarks.explorer.articles import add_articles
from benchmarks.ledger.generate import TYPES, Zipf, countries, fill, words
from hearsay.explorer import create_app, overview
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.opening import UNHURRIED, writing
from hearsay.merge.account import account_id, address_of

AIM_MS, AIM_BYTES = 150, 300_000


def pages(events: list[str], articles: list[str], dice: random.Random) -> dict[str, Callable[[], str]]:
    """Addresses by kind of page; each call gives another."""
    country, word, kind = Zipf(countries(), dice), Zipf(words(), dice), Zipf(list(TYPES), dice)

    def since() -> str:
        return f"{dice.randint(2018, 2024)}-{dice.randint(1, 12):02}"

    return {
        "Today": lambda: "/",
        "Events": lambda: "/events",
        "Events, actor and since": lambda: f"/events?actor={country.draw()}&since={since()}",
        "Events, name and type": lambda: f"/events?party={word.draw()}&type={kind.draw()}",
        "Events, outlet and quad class": lambda: f"/events?outlet=Outlet+{dice.randint(0, 399)}&quad=4",
        "Events, place and status": lambda: f"/events?place={country.draw()}&status=actual",
        "Events, values counted": lambda: f"/events?actor={country.draw()}&since={since()}&facets=1",
        "Events, least origins": lambda: f"/events?min_origins={dice.randint(2, 8)}&order=-origins",
        "Event": lambda: f"/events/{dice.choice(events)}",
        "Article": lambda: f"/articles/{dice.choice(articles)}",
        "Actors": lambda: "/actors",
        "Actors, word": lambda: f"/actors?q={word.draw()}",
        "Actor": lambda: f"/actors/person:{dice.randint(1, 2000)}",
        "Network": lambda: "/network",
        "Network, since and kind": lambda: f"/network?since={since()}&quad={dice.randint(1, 4)}",
        "Network, least origins": lambda: f"/network?min_origins={dice.randint(2, 5)}",
        "Map": lambda: "/map",
        "Map, since": lambda: f"/map?since={since()}",
        "Sources": lambda: "/sources",
        "Review": lambda: "/review",
        "JSON of events, actor": lambda: f"/events.json?actor={country.draw()}",
        "JSON of network, actor": lambda: f"/network.json?actor={country.draw()}",
    }


class Timed:
    """The application, with the milliseconds that its last answer took, those of work in it, and the bytes sent."""

    def __init__(self, app: FastAPI) -> None:
        self.app, self.took, self.worked, self.sent = app, 0.0, 0.0, 0

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        begun, worked, self.sent = time.perf_counter(), time.process_time(), 0

        async def counted(message) -> None:  # type: ignore[no-untyped-def]
            self.sent += len(message.get("body", b""))
            await send(message)

        await self.app(scope, receive, counted)
        self.took = (time.perf_counter() - begun) * 1000
        self.worked = (time.process_time() - worked) * 1000


async def measure(path: Path, repeat: int, only: str, events: list[str], articles: list[str]) -> None:
    app = Timed(create_app(path, a_minute=1_000_000, longest=600))
    transport = httpx.ASGITransport(app=app)
    begun, worked = time.perf_counter(), time.process_time()
    hurried = UNHURRIED.set(True)
    overview.prepare(app.app.state.ledger)
    UNHURRIED.reset(hurried)
    print(f"counted at the start: {time.perf_counter() - begun:.1f} s, {time.process_time() - worked:.1f} s of work\n")
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"accept-encoding": "gzip"},
                          timeout=600) as client,
    ):  # fmt: skip
        print(
            "| page | first ms | p50 ms | p95 ms | p95 ms of CPU | bytes | first view |\n"
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        )
        for name, address in pages(events, articles, random.Random(7)).items():
            if not name.startswith(only):
                continue
            times, works, sizes, refused, page = [], [], [], 0, ""
            for _ in range(repeat):
                answer = await client.get(address())
                if answer.status_code == 429:
                    raise SystemExit("rate limit reached: create_app must be asked for none here")
                refused += answer.status_code >= 400
                times.append(app.took)
                works.append(app.worked)
                sizes.append(app.sent)
                page = answer.text
            view = max(sizes) + await _assets(client, app, page)
            ordered, at = sorted(times), min(repeat - 1, int(repeat * 0.95))
            late = ordered[at]
            signs = (" (!)" if late > AIM_MS else "", " (!)" if view > AIM_BYTES else "")
            note = f" {refused} refused" if refused else ""
            print(
                f"| {name} | {times[0]:.0f} | {ordered[repeat // 2]:.0f} | {late:.0f}{signs[0]} "
                f"| {sorted(works)[at]:.0f} | {max(sizes):,} | {view:,}{signs[1]} |{note}", flush=True
            )  # fmt: skip


async def _assets(client: httpx.AsyncClient, app: Timed, page: str) -> int:
    """Bytes of what the page asks for besides itself."""
    sent = 0
    for address in sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))):
        await client.get(address)
        sent += app.sent
    return sent


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks.explorer", description=__doc__)
    options.add_argument("--size", type=int, default=10_000, help="mentions")
    options.add_argument("--db", type=Path, help="folder to keep the ledger in, so that it is made once")
    options.add_argument("--repeat", type=int, default=40, help="times that each page is asked for")
    options.add_argument("--only", default="", help="pages whose name begins so")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        path = (chosen.db or Path(temporary)) / f"made-{chosen.size}.db"
        new = not path.exists()
        with Ledger.open(path) as ledger:
            if new:
                with writing(ledger.engine) as connection:
                    fill(connection, chosen.size)
            articles = add_articles(ledger)
            events = [event for name in articles[::8] for event in _told_in(ledger, name)]
        print(f"{chosen.size} mentions\n")
        asyncio.run(measure(path, chosen.repeat, chosen.only, events, articles))


def _told_in(ledger: Ledger, article: str) -> list[str]:
    """Ids of the accounts of an article: each leads to its event."""
    coding = ledger.coding(article)
    return [account_id(address_of(coding.document), number + 1) for number in range(len(coding.events))]


if __name__ == "__main__":
    main()
