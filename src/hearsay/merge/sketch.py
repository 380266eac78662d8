"""What comparing asks of an account again and again, worked out once: on a busy day each meets hundreds of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hearsay.merge.account import Account
from hearsay.merge.blocking import stretch
from hearsay.merge.kinship import names_of, persons_of
from hearsay.merge.retelling import is_summary, retold
from hearsay.merge.wording import capitals, content, figures, meanings, stem
from hearsay.records import Actor

_KEPT = 16_384


@dataclass(frozen=True, slots=True)
class Sketch:
    """An account's words, days and numbers, ready to be compared."""

    actors: str
    """All that is known of the actors, as ``recipients`` of those."""
    recipients: str
    persons: frozenset[str]
    named: tuple[frozenset[str], ...]
    """Names of recipients that are known by name only."""
    summary: bool
    """Whether it tells many events at once."""
    stretch: tuple[date, date] | None
    exact: bool
    """Whether it has a day."""
    retold: bool
    stems: frozenset[str]
    """Of the triggers, as ``roots`` and ``families`` are."""
    roots: frozenset[str]
    families: frozenset[str]
    words: frozenset[str]
    """Stems of the sentences' longer words."""
    names: frozenset[str]
    figures: frozenset[str]
    numbers: dict[str, tuple[int, ...]]
    """Counts by kind."""
    place: str
    """Its name folded; empty without one."""
    place_words: frozenset[str]
    story: frozenset[int]


_sketches: dict[int, tuple[Account, Sketch]] = {}


def sketch(account: Account) -> Sketch:
    """The sketch of an account; that of the same object is made once while it is among the latest."""
    # By identity: hashing an account costs as much as a comparison. Who is kept cannot give its identity to another.
    found = _sketches.get(id(account))
    if found is not None and found[0] is account:
        return found[1]
    made = _sketch(account)
    if len(_sketches) >= _KEPT:
        for old in list(islice(_sketches, _KEPT // 2)):
            _sketches.pop(old, None)
    _sketches[id(account)] = account, made
    return made


def _sketch(account: Account) -> Sketch:
    stems, roots, families = meanings(account.triggers)
    numbers: dict[str, tuple[int, ...]] = {}
    for number in account.numbers:
        numbers[number.kind] = (*numbers.get(number.kind, ()), number.best or number.low or 0)
    place = account.place.name.casefold() if account.place is not None else ""
    return Sketch(
        actors=_told(account.actors), recipients=_told(account.recipients), persons=persons_of(account),
        named=names_of(account.recipients),
        summary=is_summary(account), stretch=stretch(account),
        exact=account.begin is not None and account.begin == account.end, retold=retold(account) is not None,
        stems=stems, roots=roots, families=families,
        words=frozenset().union(*(content(sentence) for sentence in account.sentences)),
        names=capitals(account.sentences), figures=figures(account.sentences), numbers=numbers, place=place,
        place_words=frozenset(stem(word) for word in place.split()), story=frozenset(account.story),
    )  # fmt: skip


def _told(side: Sequence[Actor]) -> str:
    return repr([(actor.id, actor.name, actor.country, actor.sector) for actor in side])
