"""Merging from text: the open gold articles go through the real line into a ledger, and its events are scored.

Two questions. Do the ledger's events, scored as the articles' own are, stay as good: does merging break nothing? And
when a second outlet prints each article, under another name and without its last paragraph, do the accounts of one
event find each other, and only they?
"""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.scores import Figure, score
from benchmarks.accuracy.sets import Gold, GoldSet, load, scorer
from benchmarks.merging.scores import pairwise
from hearsay import Coder
from hearsay.ledger.ledger import Ledger
from hearsay.merge.account import account_id, address_of
from hearsay.records import Coding, Event


def measure(shared: Path) -> dict[str, Any]:
    """F1 of events before and after merging, and the pairs found among articles printed twice."""
    gold = next(found for found in load(shared) if found.name == "articles")
    coder = Coder()
    codings = {name: coder.code(document(record)) for name, record in gold.gold.items()}
    own = [_line(event) for coding in codings.values() for event in coding.events]
    alone, together = _alone(codings), _together(list(codings.values()))
    return {
        "set": gold.name, "digest": gold.digest, "articles": len(codings), "events": len(own),
        "in article": _figure(gold, own, shared),
        "added alone": _figure(gold, alone, shared),
        "in one ledger": _figure(gold, together, shared),
        "merged": len(own) - len(together),
        "printed twice": _twice(coder, codings),
    }  # fmt: skip


def _alone(codings: dict[str, Coding]) -> list[Gold]:
    """The events of ledgers that hold one article each."""
    return [line for coding in codings.values() for line in _together([coding])]


def _together(codings: list[Coding]) -> list[Gold]:
    """The events of a ledger of some articles, with the mentions of all their accounts."""
    told = {
        account_id(address_of(coding.document), number): event
        for coding in codings
        for number, event in enumerate(coding.events, 1)
    }
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder, "articles.db"))) as ledger:
        for coding in codings:
            ledger.add(coding)
        events = [ledger.event(event.id) for event in ledger.events(limit=100_000)]
    lines = []
    for event in events:
        accounts = [told[account.id] for account in event.accounts]
        line = _line(accounts[0]) | {
            name: [actor.model_dump(mode="json", by_alias=True) for actor in side]
            for name, side in (("actor", event.actor), ("recipient", event.recipient))
        }
        line |= {"event": event.event, "status": event.status, "date": event.date, "mode": list(event.mode)}
        # An account's mentions keep their own status where it is not the event's.
        line["mentions"] = [mention for account in accounts for mention in _line(account)["mentions"]]
        lines.append(line)
    return lines


def _twice(coder: Coder, codings: dict[str, Coding]) -> dict[str, Any]:
    """Pairs among each article's accounts and those of a second outlet's shortened printing."""
    wanted: dict[str, str] = {}
    printed: list[Coding] = []
    for name, coding in codings.items():
        first = coding.document
        text = first.text.rstrip().rpartition("\n")[0] or first.text
        again = coder.code(document({"id": f"{name}-again", "text": text, "title": first.title,
                                     "published": first.published, "publisher": "Second Gazette"}))  # fmt: skip
        for printing in (coding, again):
            printed.append(printing)
            for number, event in enumerate(printing.events, 1):
                trigger = event.mentions[0].trigger
                wanted[account_id(address_of(printing.document), number)] = f"{name} {trigger[0]}"
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder, "twice.db"))) as ledger:
        for coding in printed:
            ledger.add(coding)
        events = [ledger.event(event.id) for event in ledger.events(limit=100_000)]
    found = {account.id: event.id for event in events for account in event.accounts}
    pairs = pairwise(wanted, found)
    kinds = {account.id: account.digest for event in events for account in event.accounts}
    within = sum(
        kinds[a.id] == kinds[b.id] for event in events for a, b in itertools.combinations(event.accounts, 2)
    )  # fmt: skip
    return {
        "accounts": len(found), "events": len(events),
        "pairs": [round(x, 3) for x in (pairs.precision, pairs.recall, pairs.f1)],
        "pairs of one document": within,
    }  # fmt: skip


def _line(event: Event) -> Gold:
    return event.model_dump(mode="json", by_alias=True)


def _figure(gold: GoldSet, lines: list[Gold], shared: Path) -> dict[str, Any]:
    found: Figure = next(figure for figure in score(gold, lines, scorer(shared)) if figure.name == "event")
    return {"f1": round(found.value, 4), "right": found.right, "predicted": found.predicted, "gold": found.gold}
