"""Reviewed articles as a gold standard: one JSON object an article, with the events that people accepted or fixed.

Whoever scores against it should know: it holds what the machine found and people let stand or corrected, not what the
machine missed. It measures precision; recall only against people who read whole articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.documents import load_coding
from hearsay.ledger.loading import batches
from hearsay.ledger.own_types import PLOVER, as_event
from hearsay.ledger.review_records import Coded, Correction, Review
from hearsay.ledger.review_results import first_word
from hearsay.ledger.review_values import bare, coded_of, place_of
from hearsay.ledger.reviewing import list_reviews
from hearsay.merge.account import account_id, address_of
from hearsay.records import Actor, CastMember, Coding, Event, Mention, Place, Record, Span
from hearsay.world import World

_WHOLE = ("mode", "date", "place")
"""Fields that an event has once, however many mentions it has."""


class GoldCount(Record):
    """What an export of gold holds."""

    articles: int = 0
    events: int = 0
    mentions: int = 0
    rejected: int = 0
    disputed: int = 0


def gold_articles(
    connection: Connection, world: World, *, whole: bool = False, prefer: str | None = None, licence: str = "unknown"
) -> Iterator[tuple[dict[str, Any], GoldCount]]:
    """Each reviewed article with its counts, by id. ``whole``: only those of which every mention was decided."""
    said: dict[str, list[Review]] = {}
    for review in list_reviews(connection):
        if review.coded is not None:
            said.setdefault(review.item, []).append(review)
    for key in _documents(connection, said):
        coding = load_coding(connection, key)
        first = _first_number(connection, key)
        words = {
            (at, number): word
            for at, event in enumerate(coding.told)
            for number in range(len(event.mentions))
            if (word := first_word(said.get(f"{_account(coding, first + at)}.{number + 1}", ()), prefer)) is not None
        }
        if not words or (whole and len(words) < sum(len(event.mentions) for event in coding.told)):
            continue
        words = {place: word for place, word in words.items() if _of_plover(word)}
        if not words:
            continue
        events = list(_events(coding, words))
        disputed = sum(
            len({review.verdict for review in said[word.item] if review.verdict != "skip"}) > 1
            for word in words.values()
        )
        yield _article(coding, events, world, licence), GoldCount(
            articles=1, events=len(events), mentions=sum(len(event["mentions"]) for event in events),
            rejected=sum(word.verdict == "reject" for word in words.values()), disputed=disputed,
        )  # fmt: skip


def _of_plover(word: Review) -> bool:
    """Whether it is about an act of PLOVER's types, as the machine or as a person has it; those alone are gold."""
    return word.coded is not None and (word.fix.type or word.coded.type) in PLOVER


def _documents(connection: Connection, said: Mapping[str, Sequence[Review]]) -> list[int]:
    account, document = schema.account, schema.document
    keys: set[int] = set()
    for part in batches({item.rpartition(".")[0] for item in said}):
        query = select(account.c.document).where(account.c.id.in_(part), account.c.current).distinct()
        keys |= set(connection.execute(query).scalars())
    found: list[tuple[str, int]] = []
    for some in batches(keys):
        query = select(document.c.id, document.c.key).where(document.c.key.in_(some))
        found += [(row.id, row.key) for row in connection.execute(query)]
    return [key for _, key in sorted(found)]


def _first_number(connection: Connection, document: int) -> int:
    account = schema.account
    query = select(account.c.number).where(account.c.document == document, account.c.current).order_by(account.c.number)
    return int(connection.execute(query.limit(1)).scalar_one())


def _account(coding: Coding, number: int) -> str:
    return account_id(address_of(coding.document), number)


def _article(coding: Coding, events: list[dict[str, Any]], world: World, licence: str) -> dict[str, Any]:
    document = coding.document
    outlet = world.outlet(document.outlet) if document.outlet else None
    return {
        "id": document.id, "corpus": "reviewed", "licence": licence, "published": document.published,
        "outlet": {"name": document.outlet, "country": outlet.entity.country if outlet else None},
        "title": document.title, "text": document.text, "url": document.url, "events": events, "reports": [],
    }  # fmt: skip


def _events(coding: Coding, words: Mapping[tuple[int, int], Review]) -> Iterator[dict[str, Any]]:
    """The events in text order. Mentions of one event that were fixed to different acts become different events."""
    groups: dict[tuple[object, ...], list[tuple[Event, Mention, Coded, Correction]]] = {}
    for (at, number), word in words.items():
        if word.verdict == "reject":
            continue
        event = as_event(coding.told[at])
        mention = event.mentions[number]
        coded = coded_of(event, mention)
        right = coded.model_copy(update={
            name: value for name in Correction.model_fields if (value := getattr(word.fix, name)) is not None
        })  # fmt: skip
        groups.setdefault((at, right.type, right.actor, right.recipient), []).append((event, mention, right, word.fix))
    for same in groups.values():
        same.sort(key=lambda one: one[1].trigger)
    ordered = sorted(groups.values(), key=lambda told: min(mention.trigger for _, mention, _, _ in told))
    for number, told in enumerate(ordered, 1):
        event, _, right, _ = told[0]
        stances = [r.status for _, _, r, _ in told]
        status = event.status if event.status in stances else stances[0]
        # What somebody corrected holds for the whole event, whoever let it stand beside another mention of it.
        fixed = {name: next((v for *_, fix in told if (v := getattr(fix, name)) is not None), None) for name in _WHOLE}
        mode = fixed["mode"] if fixed["mode"] is not None else event.mode if right.type == event.event else ()
        date = fixed["date"] if fixed["date"] is not None else event.date
        yield {
            "id": f"e{number}", "event": right.type, "mode": list(mode),
            "context": list(event.context), "actor": _people(right.actor), "recipient": _people(right.recipient),
            "date": date or None, "place": _place(event.place, fixed["place"]), "status": status,
            "mentions": [_mention(coding, status, *one[1:]) for one in told],
        }  # fmt: skip


def _mention(coding: Coding, status: str, mention: Mention, right: Coded, fix: Correction) -> dict[str, Any]:
    made: dict[str, Any] = {
        "trigger": list(mention.trigger),
        "actor": _spans(mention.actor if fix.actor is None else _named(coding, mention, fix.actor)),
        "recipient": _spans(mention.recipient if fix.recipient is None else _named(coding, mention, fix.recipient)),
        "sources": _people(right.source),
    }
    return made if right.status == status else {**made, "status": right.status}


def _named(coding: Coding, mention: Mention, actors: Sequence[Actor]) -> list[Span]:
    """Where the sentence names actors that a person chose, as far as they are of the article's cast."""
    begin, end = mention.sentence
    cast: dict[Actor, CastMember] = {bare((member.actor,))[0]: member for member in coding.actors}
    return [
        span
        for actor in actors
        if actor in cast
        for span in [s for s in cast[actor].mentions if begin <= s[0] and s[1] <= end][:1]
    ]


def _place(place: Place | None, fixed: str | None) -> dict[str, Any] | None:
    if fixed is None:
        return {"name": place.name, "country": place.country} if place else None
    if not fixed:
        return None
    name, country = place_of(fixed)
    return {"name": name, "country": country}


def _people(actors: Sequence[Actor]) -> list[dict[str, Any]]:
    return [{"name": actor.name, "country": actor.country, "sector": list(actor.sector)} for actor in actors]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
