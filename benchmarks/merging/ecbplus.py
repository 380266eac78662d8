"""Gold mentions of ECB+ as accounts: actions that the lexicon has an entry for, with their participants and places.

One account is all mentions of one gold event in one document; participants and places are those annotated in the same
sentences, under the fullest name that the document gives them. ECB+ documents have no date of publication, so days play
no part. Only sentences that were annotated completely count.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from hearsay.events import Lexicon
from hearsay.events.lexicon import Entry
from hearsay.ingest import make_document
from hearsay.merge.account import Account
from hearsay.merge.story import story_of
from hearsay.reading import Reading, default_reader
from hearsay.records import Actor, Place

_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


def digest(path: Path) -> str:
    """SHA-256 of the set's file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load(path: Path, known: bool = False) -> tuple[list[Account], dict[str, str], dict[str, int]]:
    """Accounts, the gold event of each by id, and the topic of each.

    ``known``: it is given who the participants and which the places are, as a knowledge base tells a ledger; else they
    are words.
    """
    lexicon, reader = Lexicon.default(), default_reader()
    accounts: list[Account] = []
    gold: dict[str, str] = {}
    topics: dict[str, int] = {}
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            reading = reader.read(make_document(record["text"], id=record["id"]))
            for account, event in _accounts(record, reading, lexicon, known):
                accounts.append(account)
                gold[account.id] = event
                topics[account.id] = record["topic"]
    return accounts, gold, topics


def _accounts(
    record: dict[str, Any], reading: Reading, lexicon: Lexicon, known: bool = False
) -> list[tuple[Account, str]]:
    complete = {sentence["number"] for sentence in record["sentences"] if sentence["gold"]}
    spans = {sentence["number"]: sentence["span"] for sentence in record["sentences"]}
    names: dict[str, str] = {}
    for mention in record["mentions"]:
        key = _key(mention)
        if len(mention["text"]) > len(names.get(key, "")):
            names[key] = mention["text"]
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in record["mentions"]:
        if mention["kind"] == "action" and "OCCURRENCE" in mention["class"] and mention["sentence"] in complete:
            groups[mention.get("cluster") or f"{record['id']}:{mention['id']}"].append(mention)
    found = []
    for number, (event, mentions) in enumerate(groups.items(), 1):
        entry = next((entry for mention in mentions if (entry := _entry(mention, reading, lexicon))), None)
        if entry is None or entry.event is None:
            continue
        where = sorted({mention["sentence"] for mention in mentions})
        around = [m for m in record["mentions"] if m["sentence"] in where]
        humans = {_key(m): m for m in around if m["kind"] == "human"}
        people = tuple(Actor(name=names[key], id=_person(m) if known else None) for key, m in humans.items())
        place = next((m for m in around if m["kind"] == "location"), None)
        found.append((
            Account(
                id=f"{record['id']}-{number}", document=record["id"], published=None, outlet=None, event=entry.event,
                status="actual", mode=entry.mode, cameo=entry.cameo, actors=people,
                place=_place(place, names, known) if place else None,
                triggers=tuple(mention["text"] for mention in mentions),
                sentences=tuple(record["text"][slice(*spans[sentence])] for sentence in where),
                story=story_of(record["text"]),
            ),
            event,
        ))  # fmt: skip
    return found


def _key(mention: dict[str, Any]) -> str:
    return mention.get("cluster") or mention["id"]


def _person(mention: dict[str, Any]) -> str | None:
    """The id of a participant that is named across documents."""
    kind = "person:" if mention["class"] == "HUMAN_PART_PER" else ""
    return kind + mention["cluster"] if mention.get("scope") == "cross" else None


def _place(mention: dict[str, Any], names: dict[str, str], known: bool) -> Place:
    name, number = names[_key(mention)], None
    if known and mention.get("scope") == "cross":
        number = int.from_bytes(hashlib.sha256(mention["cluster"].encode()).digest()[:4], "big")
    return Place(name=name, precision="city", span=(0, 1), text=name, geonames=number)


def _entry(mention: dict[str, Any], reading: Reading, lexicon: Lexicon) -> Entry | None:
    """The first entry with a PLOVER type for the words of a trigger; None when none has one."""
    begin, end = mention["spans"][0]
    for word in reading.words:
        if begin <= word.begin < end and word.upos in _POS:
            for entry in lexicon.find(word.lemma, _POS[word.upos]):
                if entry.event:
                    return entry
    return None
