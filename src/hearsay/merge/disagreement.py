"""Where the origins of an event disagree, in plain words: who did it, when, where, how many.

"two name Israel, one names no one"; "two date it 14 July 2024, one 15 July 2024"; "12 to 40 killed". Nothing is
decided: each account keeps what it says, and the words count who says what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from hearsay.merge.account import Account
from hearsay.merge.kinship import rivals
from hearsay.merge.naming import in_sentence
from hearsay.merge.origins import Vouching
from hearsay.merge.places import far_apart
from hearsay.records import Actor

Said = TypeVar("Said")

_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def rival_words(told: Sequence[Account], saying: Sequence[Vouching]) -> tuple[str, ...]:
    """What the origins that tell an event say differently, one phrase for each matter; empty when they agree."""
    by_id = {account.id: account for account in told}
    voices = [[by_id[name] for name in origin.accounts if by_id[name].status != "negated"] for origin in saying]
    voices = [voice for voice in voices if voice]
    if len(voices) < 2:
        return ()
    return tuple(phrase for phrase in (_doers(voices), _days(voices), _places(voices), *_numbers(voices)) if phrase)


def _doers(voices: Sequence[Sequence[Account]]) -> str | None:
    if any(account.event in _MUTUAL for voice in voices for account in voice):
        return None
    named = [tuple(actor for account in voice for actor in account.actors) for voice in voices]
    known = [known for side in named if (known := tuple(a for a in side if a.country or a.id))]
    camps = _camps(known, lambda one, other: all(rivals(p, q) for p in one for q in other))
    silent = sum(not side for side in named)
    if not camps or len(camps) + bool(silent) < 2:
        return None
    parts = [f"{_count(len(camp))} {_verb('name', len(camp))} {_name(camp[0][0])}" for camp in camps]
    if silent:
        parts.append(f"{_count(silent)} {_verb('name', silent)} no one")
    return ", ".join(parts)


def _days(voices: Sequence[Sequence[Account]]) -> str | None:
    days = [day for voice in voices if (day := _first(a.begin for a in voice if a.begin == a.end)) is not None]
    camps = _camps(days, lambda one, other: one != other)
    return _differ("date it", [(len(camp), _written(camp[0])) for camp in camps])


def _places(voices: Sequence[Sequence[Account]]) -> str | None:
    finest = ("city", "region")
    places = [
        place
        for voice in voices
        if (place := _first(a.place for a in voice if a.place is not None and a.place.precision in finest)) is not None
    ]
    camps = _camps(places, lambda one, other: bool(far_apart(one, other)))
    return _differ("place it in", [(len(camp), camp[0].name) for camp in camps])


def _numbers(voices: Sequence[Sequence[Account]]) -> Iterator[str]:
    found: dict[str, list[int]] = {}
    for voice in voices:
        for account in voice:
            for number in account.numbers:
                value = number.best if number.best is not None else number.low
                if value is not None:
                    found.setdefault(number.kind, []).append(value)
    for kind, values in sorted(found.items()):
        if min(values) < max(values):
            yield f"{min(values)} to {max(values)} {kind}"


def _camps(said: Sequence[Said], rival: Callable[[Said, Said], bool]) -> list[list[Said]]:
    """What was said, in camps: each goes to the first whose first it does not contradict; the largest come first."""
    camps: list[list[Said]] = []
    for one in said:
        for camp in camps:
            if not rival(camp[0], one):
                camp.append(one)
                break
        else:
            camps.append([one])
    return sorted(camps, key=len, reverse=True)


def _differ(verb: str, camps: Sequence[tuple[int, str]]) -> str | None:
    if len(camps) < 2:
        return None
    head, *rest = verb.split()
    first, second = camps[0], camps[1:]
    end = " ".join(rest)
    last = f" {rest[-1]}" if rest[-1] == "in" else ""
    return ", ".join(
        (f"{_count(first[0])} {_verb(head, first[0])} {end} {first[1]}",
         *(f"{_count(number)}{last} {what}" for number, what in second))
    )  # fmt: skip


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _verb(verb: str, number: int) -> str:
    return f"{verb}s" if number == 1 else verb


def _name(side: Actor) -> str:
    return in_sentence(side.name) if side.name else side.id or "somebody"


def _written(day: date | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "no day"


def _first(found: Iterator[Said]) -> Said | None:
    return next(found, None)
