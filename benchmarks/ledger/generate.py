"""Ledgers filled with made-up rows, straight into the tables: as many mentions as wanted, the same for the same size.

The shape is that of coded news: five events a document, five mentions to four accounts, two accounts and a half to an
event, six quotations a document. Countries, actors, outlets and words are drawn by Zipf's law: few are frequent.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Any, get_args

from sqlalchemy import Connection, insert, text

from hearsay.events.scales import default_cameo, goldstein, plover_scale, quad_code
from hearsay.ledger import schema
from hearsay.ledger.tallying import relays
from hearsay.records import EventType

ACCOUNTS_OF_DOCUMENT, MENTIONS_OF_ACCOUNT, ACCOUNTS_OF_EVENT, QUOTES_OF_DOCUMENT = 5, 1.25, 2.5, 6
FIRST_DAY, DAYS = date(2018, 1, 1).toordinal(), 2500
TYPES: tuple[str, ...] = get_args(EventType)
_BATCH = 20_000


class Zipf:
    """Draws of items, the first most often."""

    def __init__(self, items: list[Any], dice: random.Random) -> None:
        self.items, self._dice = items, dice
        self._weights = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))

    def draw(self) -> Any:
        return self._dice.choices(self.items, cum_weights=self._weights)[0]


def countries() -> list[str]:
    """Two hundred codes, the most frequent first."""
    known = ["USA", "RUS", "UKR", "ISR", "CHN", "IRN", "PSE", "GBR", "FRA", "SYR", "YEM", "IND", "PAK", "DEU", "TUR"]
    return known + [f"X{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(185)]


def words() -> list[str]:
    """Five thousand words, the most frequent first."""
    dice = random.Random(3)
    made = dict.fromkeys("".join(dice.choices("abdeiklmnoprstu", k=dice.randint(3, 9))) for _ in range(6000))
    return ["ceasefire", *list(made)[:4999]]


def fill(connection: Connection, mentions: int, seed: int = 1) -> None:
    """Fill an empty ledger in one transaction."""
    dice = random.Random(seed)
    accounts = int(mentions / MENTIONS_OF_ACCOUNT)
    documents, events = accounts // ACCOUNTS_OF_DOCUMENT, int(accounts / ACCOUNTS_OF_EVENT)
    actors = _actors(dice, max(500, mentions // 50))
    _insert(connection, schema.actor, iter(actors))
    chains = 2000
    _insert(connection, schema.chain, _chains(dice, actors, chains))
    _insert(connection, schema.document, _documents(dice, documents))
    _insert(connection, schema.document_text, _texts(documents))
    _insert(connection, schema.coding, (
        {"key": key, "document": key, "coder": "made", "made": "2024-01-01", "current": True, "record": b"x" * 900}
        for key in range(1, documents + 1)
    ))  # fmt: skip
    _insert(connection, schema.event, _events(dice, events))
    _insert(connection, schema.event_party, _parties(dice, actors, events))
    _insert(connection, schema.event_origin, _origins(dice, actors, events))
    _insert(connection, schema.account, _accounts(dice, accounts, events))
    _insert(connection, schema.mention, _mentions(dice, accounts, mentions, chains))
    _insert(connection, schema.quote, _quotes(dice, documents, len(actors), chains))
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO quote_words(quote_words) VALUES ('rebuild')"))
    connection.execute(text("ANALYZE"))


def count_outlets(connection: Connection) -> None:
    """What the ledger keeps counted: outlets, which of them tell an event, whom they relay, how many rows there are."""
    for statement in (
        "INSERT INTO outlet (name, ownership) SELECT outlet, max(ownership) FROM document GROUP BY outlet",
        "INSERT INTO event_outlet SELECT account.event, outlet.key, false FROM account "
        "JOIN document ON document.key = account.document JOIN outlet ON outlet.name = document.outlet "
        "GROUP BY account.event, outlet.key",
        "UPDATE tally SET value = (SELECT max(key) FROM event) WHERE name = 'last event'",
        "UPDATE tally SET value = (SELECT max(key) FROM account) WHERE name = 'last account'",
        "UPDATE tally SET value = (SELECT count(*) FROM account) WHERE name = 'accounts'",
        "UPDATE tally SET value = (SELECT count(*) FROM mention) WHERE name = 'mentions'",
        "UPDATE tally SET value = (SELECT count(*) FROM quote) WHERE name = 'quotes'",
    ):
        connection.execute(text(statement))
    relayed = [
        {"outlet": outlet, "name": name, "mentions": number}
        for (outlet, name), number in sorted(relays(connection).items())
    ]
    _insert(connection, schema.relay, iter(relayed))


def _insert(connection: Connection, table: Any, rows: Iterator[dict[str, Any]]) -> None:
    part: list[dict[str, Any]] = []
    for row in rows:
        part.append(row)
        if len(part) == _BATCH:
            connection.execute(insert(table), part)
            part = []
    if part:
        connection.execute(insert(table), part)


def _actors(dice: random.Random, number: int) -> list[dict[str, Any]]:
    country, word = Zipf(countries(), dice), Zipf(words(), dice)
    made = []
    for key in range(1, number + 1):
        name = f"{word.draw().title()} {word.draw().title()} {key}"
        made.append({
            "key": key, "state": str(key), "identity": f"person:{key}", "known": f"person:{key}", "name": name,
            "country": country.draw(), "sector": dice.choice(("GOV", "MIL", "REB", "CVL")), "role": None,
            "wikidata": None,
        })  # fmt: skip
    return made


def _chains(dice: random.Random, actors: list[dict[str, Any]], number: int) -> Iterator[dict[str, Any]]:
    for key in range(1, number + 1):
        actor = dice.choice(actors)
        links = [[actor["name"], actor["country"], [actor["sector"]], actor["known"], None, None, None]]
        yield {"key": key, "identity": str(key), "links": json.dumps(links), "end": actor["key"]}


def _digest(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def _documents(dice: random.Random, number: int) -> Iterator[dict[str, Any]]:
    outlet = Zipf([f"Outlet {n}" for n in range(400)], dice)
    for key in range(1, number + 1):
        name = outlet.draw()
        yield {
            "key": key, "digest": _digest(key), "words_digest": _digest(key), "id": f"d{key}", "series": f"d{key}",
            "version": 1, "url": f"https://example.org/{key}", "outlet": name,
            "ownership": ("state", "private", "public")[hash_of(name) % 3],
            "published": date.fromordinal(FIRST_DAY + key * DAYS // number).isoformat(), "language": "en",
            "title": f"Report {key}", "regions": "[]", "characters": 600, "added": "2024-01-01",
        }  # fmt: skip


def hash_of(name: str) -> int:
    """The same number for a name in every process."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def _texts(number: int) -> Iterator[dict[str, Any]]:
    word = Zipf(words(), random.Random(5))
    for key in range(1, number + 1):
        yield {"document": key, "text": " ".join(word.draw() for _ in range(90))}


def _events(dice: random.Random, number: int) -> Iterator[dict[str, Any]]:
    country, kind = Zipf(countries(), dice), Zipf(list(TYPES), dice)
    for key in range(1, number + 1):
        type, day, place = kind.draw(), FIRST_DAY + key * DAYS // number, country.draw()
        origins = min(dice.choices((1, 2, 3, 4, 8), (60, 20, 10, 6, 4))[0], 8)
        yield {
            "key": key, "id": f"{_digest(key)[:12]}-{key}", "type": type, "mode": "", "context": "military",
            "status": dice.choices(("actual", "planned", "possible", "negated"), (80, 10, 6, 4))[0],
            "date": date.fromordinal(day).isoformat(), "date_precision": "day", "begin_day": day, "end_day": day,
            "day": day, "many": False, "published": date.fromordinal(day).isoformat(), "place": f"Place {place}",
            "place_country": place, "geonames": None, "latitude": None, "longitude": None, "place_precision": "city",
            "quad_code": quad_code(type), "scale": plover_scale(type), "cameo": default_cameo(type),
            "goldstein": goldstein(default_cameo(type)), "confidence": 0.8, "reports": origins + 1,
            "outlets": origins + 1, "origins": origins, "denials": int(dice.random() < 0.05), "numbers": "{}",
            "summary": f"{origins} origins say",
        }  # fmt: skip


def _parties(dice: random.Random, actors: list[dict[str, Any]], events: int) -> Iterator[dict[str, Any]]:
    who = Zipf(actors, dice)
    for key in range(1, events + 1):
        for side in ("actor", "recipient"):
            actor = who.draw()
            yield {
                "event": key, "side": side, "position": 0, "actor": actor["key"], "identity": actor["identity"],
                "country": actor["country"],
            }  # fmt: skip


def _origins(dice: random.Random, actors: list[dict[str, Any]], events: int) -> Iterator[dict[str, Any]]:
    for key in range(1, events + 1):
        for position, actor in enumerate(dice.sample(actors[:400], dice.choice((1, 1, 2)))):
            yield {
                "event": key, "position": position, "identity": actor["identity"], "name": actor["name"],
                "actor": actor["key"], "ownership": None, "status": "actual", "accounts": "[]",
            }  # fmt: skip


def _accounts(dice: random.Random, number: int, events: int) -> Iterator[dict[str, Any]]:
    for key in range(1, number + 1):
        document, place = divmod(key - 1, ACCOUNTS_OF_DOCUMENT)
        day = FIRST_DAY + key * DAYS // number
        yield {
            "key": key, "id": f"{_digest(document)[:12]}-a{key}", "document": document % (number // 5) + 1,
            "coding": document % (number // 5) + 1, "number": place + 1,
            "event": min(events, max(1, key * events // number + dice.randint(-40, 40))), "current": True,
            "type": TYPES[key % 16], "mode": "", "context": "", "status": "actual",
            "date": date.fromordinal(day).isoformat(), "begin_day": day, "end_day": day, "cameo": "010",
            "confidence": 0.8,
        }  # fmt: skip


def _mentions(dice: random.Random, accounts: int, number: int, chains: int) -> Iterator[dict[str, Any]]:
    for place in range(number):
        again, key = divmod(place, accounts)
        yield {
            "account": key + 1, "number": again, "trigger_begin": 20, "trigger_end": 28, "sentence_begin": 0,
            "sentence_end": 120, "status": "actual", "region": "body", "chain": dice.randint(1, chains),
            "confidence": 0.8,
        }  # fmt: skip


def _quotes(dice: random.Random, documents: int, actors: int, chains: int) -> Iterator[dict[str, Any]]:
    word = Zipf(words(), dice)
    spans = json.dumps({"source": [0, 10], "cue": [[11, 15]], "content": [[16, 120]], "sentence": [0, 120]})
    for key in range(1, documents * QUOTES_OF_DOCUMENT + 1):
        yield {
            "key": key, "document": (key - 1) // QUOTES_OF_DOCUMENT + 1, "number": key, "current": True,
            "speaker": min(actors, int(dice.paretovariate(0.6))), "chain": dice.randint(1, chains),
            "cue_class": "assertion", "kind": "direct", "negated": False, "spans": spans,
            "words": " ".join(word.draw() for _ in range(16)),
        }  # fmt: skip
