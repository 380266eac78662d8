"""Which origin a single mention rests on: the end of its chain, found among the origins of the event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.ledger.interning import actor_of, identity_of
from hearsay.ledger.records import Evidence, Figure, Origin, Told


def origin_of(told: Told, mention: Evidence, origins: Iterable[Origin]) -> Origin | None:
    """The origin that a mention of an account ends in; None when the account's origins are known otherwise only."""
    return next((o for o in origins if told.id in o.accounts and _ends_in(mention, o)), None)


def _ends_in(mention: Evidence, origin: Origin) -> bool:
    if not mention.chain:
        return origin.actor is None
    if origin.actor is None:
        return False
    end = actor_of(mention.chain[-1])
    if end.id is None and end.name is None:
        return origin.actor.id is None and origin.actor.name is None
    return identity_of(end) == identity_of(origin.actor)


def figures_of(accounts: Sequence[Told], origins: Sequence[Origin]) -> tuple[Figure, ...]:
    """The counts of all accounts, each as the origin of the sentence that it stands in gives it."""
    figures: dict[tuple[object, ...], Figure] = {}
    for told in accounts:
        first = next((origin.name for origin in origins if told.id in origin.accounts), "")
        for number in told.numbers:
            begin, end = number.span
            saying = (m for m in told.mentions if m.sentence[0] <= begin and end <= m.sentence[1])
            named = (origin.name for m in saying if (origin := origin_of(told, m, origins)) is not None)
            figure = Figure(
                kind=number.kind, low=number.low, best=number.best, high=number.high, origin=next(named, first),
                account=told.id,
            )  # fmt: skip
            figures.setdefault((figure.origin, figure.kind, figure.low, figure.best, figure.high, told.id), figure)
    return tuple(figures.values())
