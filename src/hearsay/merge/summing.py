"""One event out of its accounts: what most and firmest of them say, and in plain words who says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hearsay.merge.account import Account
from hearsay.merge.agreement import is_plural
from hearsay.merge.disagreement import rival_words
from hearsay.merge.grouping import rank
from hearsay.merge.kinship import kinship
from hearsay.merge.origins import Vouching, firmest
from hearsay.records import Actor, DatePrecision, EventType, NumberKind, Place, Status

Value = TypeVar("Value", bound=Hashable)
Range = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an event's row in the ledger says."""

    first: Account
    event: str
    """The type that most accounts tell it under; of equally many the first one's."""
    like: EventType
    """The PLOVER type that it is, or is like."""
    mode: tuple[str, ...]
    context: tuple[str, ...]
    status: Status
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    dated: Account | None
    """The account whose date is the most precise; of these, the one that most agree with."""
    place: Place | None
    cameo: str | None
    numbers: dict[NumberKind, Range]
    reports: int
    outlets: int
    origins: int
    denials: int
    words: str


def sum_up(accounts: Sequence[Account], vouching: Sequence[Vouching]) -> Summary:
    """Sum up an event's accounts, which come in any order."""
    told = sorted(accounts, key=rank)
    saying = [origin for origin in vouching if origin.status != "negated"]
    denying = [origin for origin in vouching if origin.status == "negated"]
    event = _most(account.event for account in told) or told[0].event
    return Summary(
        first=told[0],
        event=event,
        like=next(account.kind for account in told if account.event == event),
        mode=_most(account.mode for account in told if account.mode) or (),
        context=tuple(sorted({context for account in told for context in account.context})),
        status=firmest(account.status for account in told),
        actors=_side([account.actors for account in told]),
        recipients=_side([account.recipients for account in told]),
        dated=_dated(told),
        place=_place(told),
        cameo=_most(account.cameo for account in told if account.cameo),
        numbers=_numbers(told),
        reports=len({account.document for account in told}),
        outlets=len({account.outlet or account.document for account in told}),
        origins=len(saying),
        denials=len(denying),
        words="; ".join(filter(None, (in_words(saying, denying), *rival_words(told, saying)))),
    )


def in_words(saying: Sequence[Vouching], denying: Sequence[Vouching]) -> str:
    """ "3 origins say; IRNA denies": who tells an event and who denies it."""
    parts = []
    if saying:
        parts.append(
            f"{saying[0].name} {'say' if is_plural(saying[0].name) else 'says'}"
            if len(saying) == 1
            else f"{len(saying)} origins say"
        )
    if denying:
        parts.append(
            f"{denying[0].name} {'deny' if is_plural(denying[0].name) else 'denies'}"
            if len(denying) == 1
            else f"{len(denying)} origins deny"
        )
    return "; ".join(parts)


def precision_of(account: Account) -> DatePrecision:
    """How precise an account's date is, from the length of its stretch."""
    if account.begin is None or account.end is None:
        return "unknown"
    days = (account.end - account.begin).days
    return "day" if days < 7 else "month" if days <= 31 else "year"


def _side(sides: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The actors of one side over all accounts: each once, as most fully named; known ones before described ones."""
    kept: list[Actor] = []
    for actor in (actor for side in sides for actor in side):
        for place, other in enumerate(kept):
            if kinship(actor, other) == 2:
                kept[place] = max(other, actor, key=_fullness)
                break
        else:
            kept.append(actor)
    return tuple(kept)


def _fullness(actor: Actor) -> tuple[bool, bool, int]:
    return actor.id is not None, actor.country is not None, len(actor.name or "")


def _dated(told: Sequence[Account]) -> Account | None:
    dated = [account for account in told if account.begin is not None and account.end is not None]
    if not dated:
        return None
    length = {account.id: (account.end - account.begin).days for account in dated if account.end and account.begin}
    shortest = min(length.values())
    best = [account for account in dated if length[account.id] == shortest]
    common = Counter(account.begin for account in best).most_common(1)[0][0]
    return next(account for account in best if account.begin == common)


def _place(told: Sequence[Account]) -> Place | None:
    order = {"city": 3, "region": 2, "country": 1, "unknown": 0}
    places = [account.place for account in told if account.place is not None]
    if not places:
        return None
    best = max(order[place.precision] for place in places)
    finest = [place for place in places if order[place.precision] == best]
    name = _most(place.name for place in finest)
    return next(place for place in finest if place.name == name)


def _numbers(told: Sequence[Account]) -> dict[NumberKind, Range]:
    """Lowest, most often given and highest count of each kind."""
    found: dict[NumberKind, list[Range]] = {}
    for account in told:
        for number in account.numbers:
            found.setdefault(number.kind, []).append((number.low, number.best, number.high))
    ranges: dict[NumberKind, Range] = {}
    for kind in sorted(found):
        lows = [low if low is not None else best for low, best, _ in found[kind]]
        highs = [high if high is not None else best for _, best, high in found[kind]]
        known_lows = [n for n in lows if n is not None]
        known_highs = [n for n in highs if n is not None]
        ranges[kind] = (
            min(known_lows, default=None),
            _most(best for _, best, _ in found[kind] if best is not None),
            max(known_highs, default=None) if None not in highs else None,
        )
    return ranges


def _most(values: Iterable[Value]) -> Value | None:
    """The most frequent value; of equally frequent ones the first."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None
