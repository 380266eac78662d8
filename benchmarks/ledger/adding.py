"""What adding costs a ledger of any size: made-up news is added, copied into the past, and more is added to that.

The newest ten thousand mentions are added like any articles. Older ones are their rows over again, each copy some weeks
earlier and under ids of its own, so that a ledger of a million mentions is as large and as deep as one that was filled
article by article. What is measured is adding the news of the days that follow, in transactions of their own.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.ledger.news import ARTICLES_OF_DAY, FIRST, MENTIONS_OF_ARTICLE, News
from hearsay.ledger import merging
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.opening import writing
from hearsay.records import Coding

CHUNK = 10_000
ADDED, WARM = 160, 40
"""Articles whose adding is timed, and those added before, so that the caches are what they are in a longer run."""

HOT = 60


def measure_adding(sizes: list[int], folder: Path | None) -> None:
    """Print what a mention costs at each size, and how the time to merge all grows from size to size."""
    costs: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in sorted(sizes):
            path = (folder or Path(temporary)) / f"news-{size}.db"
            if not path.exists():
                _make(path, size)
            bytes_all, bytes_text, mentions = _sizes(path)
            measured = Path(temporary) / "measured.db"
            shutil.copy(path, measured)
            with Ledger.open(measured) as ledger:
                news, day = _news_after()
                timed = _timed(ledger, (coding for at in range(20) for coding in news.day(day + timedelta(days=at))),
                               WARM, ADDED)  # fmt: skip
                hot = _timed(ledger, news.hot_day(day + timedelta(days=30), HOT), HOT - 20, 20)
            beside, text = (bytes_all - bytes_text) / mentions, bytes_text / mentions
            print(f"{mentions} mentions: {beside:.0f} bytes a mention beside {text:.0f} of text; ms a mention: "
                  f"{_words(timed)}; the {HOT - 20}th to {HOT}th article of one day about one conflict: {_words(hot)}",
                  flush=True)  # fmt: skip
            measured.unlink()
            costs.append((size, timed["merging"]))
    for (small, cost), (large, more) in pairwise(costs):
        print(f"{small} to {large}: time to merge all grows as n^{1 + log(more / cost) / log(large / small):.2f}")


def _words(timed: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in timed.items())


def _timed(ledger: Ledger, codings: Iterator[Coding], warm: int, number: int) -> dict[str, float]:
    """Milliseconds a mention: as the clock goes, as this process works, and of the latter what merging takes."""
    spent = [0.0]
    place = merging.place

    def placed(*arguments: object) -> None:
        begun = time.process_time()
        place(*arguments)  # type: ignore[arg-type]
        spent[0] += time.process_time() - begun

    import hearsay.ledger.adding as module

    chosen = [coding for coding, _ in zip(codings, range(warm + number), strict=False)]
    module.place = placed
    try:
        for coding in chosen[:warm]:
            ledger.add(coding, "made")
        spent[0], wall, worked = 0.0, time.perf_counter(), time.process_time()
        for coding in chosen[warm:]:
            ledger.add(coding, "made")
        wall, worked = time.perf_counter() - wall, time.process_time() - worked
    finally:
        module.place = place
    mentions = sum(len(event.mentions) for coding in chosen[warm:] for event in coding.events)
    return {"wall": wall * 1000 / mentions, "CPU": worked * 1000 / mentions, "merging": spent[0] * 1000 / mentions}


def _news_after() -> tuple[News, date]:
    """The news from the day after the last of a chunk on."""
    news = News(2, written=CHUNK)
    return news, FIRST + timedelta(days=_days())


def _days() -> int:
    return int(CHUNK / MENTIONS_OF_ARTICLE / ARTICLES_OF_DAY) + 1


def _make(path: Path, size: int) -> None:
    base = path.with_name(f"news-{CHUNK}.db")
    if not base.exists():
        with Ledger.open(base) as ledger:
            for coding in News(1).codings(CHUNK):
                ledger.add(coding, "made")
            with writing(ledger.engine) as connection:
                connection.exec_driver_sql("ANALYZE")
    if size > CHUNK:
        with closing(sqlite3.connect(base)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
            _copy_into_the_past(target, size // CHUNK - 1)


def _copy_into_the_past(connection: sqlite3.Connection, times: int) -> None:
    """Rows of all documents ``times`` over, each copy as many days earlier as they span, with other keys and ids."""
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    tables = ("document", "document_text", "coding", "account", "party", "mention", "quote", "event", "event_party",
              "event_origin", "event_outlet", "joining", "band", "block", "copy")  # fmt: skip
    statements = [_statement(connection, table) for table in tables]
    last = {name: connection.execute(f"SELECT max(key) FROM {name}").fetchone()[0] for name in
            ("document", "coding", "account", "event", "quote")}  # fmt: skip
    for number in range(1, times + 1):
        values = {f"{name}_off": number * key for name, key in last.items()}
        values |= {f"{name}_last": key for name, key in last.items()}
        values |= {"mark": f"{number:06x}", "days": number * _days(), "salt": number * 7_777_777_777_777}
        for statement in statements:
            connection.execute(statement, {name: value for name, value in values.items() if f":{name}" in statement})
        connection.commit()
    connection.execute("INSERT INTO quote_words(quote_words) VALUES ('rebuild')")
    for name in ("accounts", "mentions", "quotes", "last event", "last account"):
        connection.execute("UPDATE tally SET value = value * ? WHERE name = ?", (times + 1, name))
    connection.execute("UPDATE relay SET mentions = mentions * ?", (times + 1,))
    connection.execute("ANALYZE")
    connection.commit()


_KEYS = {"document": "document", "superseded": "document", "copy_group": "document", "coding": "coding",
         "account": "account", "event": "event"}  # fmt: skip


def _statement(connection: sqlite3.Connection, table: str) -> str:
    """INSERT of a table's first rows over again, columns moved by what their names say."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    moved = []
    for name in columns:
        if name == "key":
            moved.append(f"key + :{table}_off")
        elif name in _KEYS and not (table == "event_origin" and name == "accounts"):
            moved.append(f"{name} + :{_KEYS[name]}_off")
        elif table == "copy" and name == "other":
            moved.append("other + :document_off")
        elif table == "joining" and name in ("first", "second"):
            moved.append(f"{name} + :account_off")
        elif name == "hash":
            moved.append("(hash + :salt) & 0xffffffff")
        elif (table in ("account", "event") and name == "id") or name == "digest":
            moved.append(f":mark || substr({name}, 7)")
        elif name == "series":
            moved.append(":mark || series")
        elif name in ("published", "date"):
            moved.append(f"date({name}, '-' || :days || ' days')")
        elif name in ("begin_day", "end_day", "day"):
            moved.append(f"{name} - :days")
        else:
            moved.append(f'"{name}"')
    owner = next((name for name in ("document", "account", "event") if name in columns), table)
    if "key" in columns:
        bound = f"key <= :{table}_last"
    elif table == "joining":
        bound = "first <= :account_last AND second <= :account_last"
    else:
        bound = f"{owner} <= :{owner}_last"
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {', '.join(moved)} FROM {table} WHERE {bound}"


def _sizes(path: Path) -> tuple[int, int, int]:
    """Bytes of the file, of the texts in it, and the number of mentions."""
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("SELECT sum(pgsize) FROM dbstat").fetchone()[0]
        texts = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'document_text'").fetchone()[0]
        mentions = connection.execute("SELECT value FROM tally WHERE name = 'mentions'").fetchone()[0]
    return pages, texts, mentions
