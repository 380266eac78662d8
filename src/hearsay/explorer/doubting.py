"""What is unsure about an event, in sentences: what the coder doubted, what nobody tells, where accounts differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.explain.wording import counted, word
from hearsay.ledger.records import LedgerEvent, Told

_EVEN = 0.5
"""Confidence is the probability that kind of act and countries are all right (see events.confidence)."""
_CLOSE = 0.5
"""Score of a joining up to which it was a near thing."""


def doubts_of(event: LedgerEvent) -> tuple[str, ...]:
    """The doubts about an event with its accounts, the weightiest first; empty when nothing speaks against it."""
    return tuple(_doubts(event))


def _doubts(event: LedgerEvent) -> Iterator[str]:
    mentions = [mention for told in event.accounts for mention in told.mentions]
    surest = max((mention.confidence for mention in mentions), default=1.0)
    if surest < _EVEN:
        yield (
            f"The surest mention has a confidence of {surest:.2f}: of such codings most have something wrong, the kind "
            "of act or a country."
        )
    hedged = sum(mention.status in ("possible", "planned") for mention in mentions)
    if hedged and hedged < len(mentions):
        yield f"{counted(hedged, 'mention')} of {len(mentions)} tell it as planned or possible."
    if event.origin_count == 1 and event.reports > 1:
        yield f"All {event.reports} reports rest on one origin."
    if any(origin.name.startswith("an unnamed source") for origin in event.origins):
        yield "One origin is a source that is not named."
    yield from _gaps(event)
    yield from _differences(event.accounts)
    close = sum(0 <= joining.score <= _CLOSE for joining in event.joinings)
    if close:
        yield f"{counted(close, 'pair')} of accounts only just look like one event."


def _gaps(event: LedgerEvent) -> Iterator[str]:
    if not event.actor:
        yield "Nobody says who did it."
    elif not any(actor.id for actor in event.actor):
        yield "Who did it is described, but not a body or person that is known."
    if event.date is None:
        yield "No day is told; it stands at the day of the first report."
    elif event.date_precision not in ("day", "unknown"):
        yield f"The date is told only to the {event.date_precision}."
    if event.place is None:
        yield "No place is told."
    elif event.place.precision != "city":
        known = word("known", event.place.precision)
        yield f"The place is {known}." if event.place.precision == "unknown" else f"Of the place {known}."


def _differences(accounts: Sequence[Told]) -> Iterator[str]:
    """Where accounts give other values; what merging chose stands above, what each says with its words."""
    for name, values in (
        ("days", {told.date for told in accounts if told.date}),
        ("places", {told.place.name for told in accounts if told.place}),
        ("kinds of act", {" ".join((told.event, *told.mode)) for told in accounts}),
    ):
        if len(values) > 1:
            yield f"Accounts give {len(values)} {name}: {', '.join(sorted(values))}."
