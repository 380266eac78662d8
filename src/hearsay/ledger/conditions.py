"""An :class:`EventFilter` as conditions of SQL: article text and questions are only ever bound parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select

from hearsay.errors import LedgerError
from hearsay.ledger import schema
from hearsay.ledger.filters import EventFilter
from hearsay.merge.account import span_of_date

_COUNTRY = re.compile(r"[A-Z]{3}")


def conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    """The conditions that an event's row must meet, all of them. LedgerError for a date that is none."""
    return list(_conditions(wanted))


def day_of(value: str, *, last: bool = False) -> int:
    """The first (or last) day of YYYY, YYYY-MM or YYYY-MM-DD, as an ordinal."""
    return _span(value)[1 if last else 0].toordinal()


def _span(value: str) -> tuple[date, date]:
    try:
        return span_of_date(value)
    except ValueError:
        raise LedgerError(f"{value!r} is no date: give YYYY, YYYY-MM or YYYY-MM-DD") from None


def _conditions(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    event = schema.event
    for values, sides in ((wanted.actor, ("actor",)), (wanted.recipient, ("recipient",)),
                          (wanted.party, ("actor", "recipient"))):  # fmt: skip
        if values:
            yield event.c.key.in_(_with_party(values, sides))
    for chosen, column in ((wanted.type, event.c.type), (wanted.quad, event.c.quad_code),
                           (wanted.status, event.c.status)):  # fmt: skip
        if chosen:
            yield column.in_(chosen)
    for words, column in ((wanted.mode, event.c.mode), (wanted.context, event.c.context)):
        if words:
            # Several stand in one column, with blanks between.
            yield or_(*((" " + column + " ").contains(f" {word} ", autoescape=True) for word in words))
    if wanted.since:
        yield event.c.day >= day_of(wanted.since)
    if wanted.until:
        yield event.c.day <= day_of(wanted.until, last=True)
    if wanted.place:
        yield or_(*(_placed(value) for value in wanted.place))
    yield from _told_by(wanted)
    if wanted.min_origins:
        yield event.c.origins >= wanted.min_origins
    if wanted.max_origins is not None:
        yield event.c.origins <= wanted.max_origins
    if wanted.min_reports:
        yield event.c.reports >= wanted.min_reports
    if wanted.min_confidence:
        yield event.c.confidence >= wanted.min_confidence
    if wanted.denied is not None:
        yield event.c.denials > 0 if wanted.denied else event.c.denials == 0


def _with_party(values: Sequence[str], sides: Sequence[str]) -> Select[tuple[int]]:
    party = schema.event_party
    countries = [value for value in values if _COUNTRY.fullmatch(value)]
    others = [value for value in values if not _COUNTRY.fullmatch(value)]
    tests: list[ColumnElement[bool]] = []
    if countries:
        tests.append(party.c.country.in_(countries))
    for value in others:
        tests.append(or_(party.c.identity == value, party.c.identity.in_(named(value))))
    return select(party.c.event).where(party.c.side.in_(sides), or_(*tests))


def named(words: str) -> Select[tuple[str]]:
    """Identities of the actors whose name holds all these words, in whatever case."""
    actor = schema.actor
    return select(actor.c.identity).where(
        *(actor.c.name.icontains(word, autoescape=True) for word in words.split() or [words])
    )


def _placed(value: str) -> ColumnElement[bool]:
    event = schema.event
    if _COUNTRY.fullmatch(value):
        return event.c.place_country == value
    return event.c.place.icontains(value, autoescape=True)


def _told_by(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    account, document, origin = schema.account, schema.document, schema.event_origin
    if wanted.outlet or wanted.ownership:
        told = select(account.c.event).join(document, document.c.key == account.c.document)
        told = told.where(account.c.event.is_not(None))
        if wanted.outlet:
            told = told.where(or_(*(document.c.outlet.icontains(name, autoescape=True) for name in wanted.outlet)))
        if wanted.ownership:
            told = told.where(document.c.ownership.in_(wanted.ownership))
        yield schema.event.c.key.in_(told)
    if wanted.origin:
        vouched = select(origin.c.event).where(
            or_(*(origin.c.name.icontains(name, autoescape=True) for name in wanted.origin))
        )
        yield schema.event.c.key.in_(vouched)
