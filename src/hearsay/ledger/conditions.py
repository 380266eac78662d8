"""An :class:`EventFilter` as conditions of SQL: article text and questions are only ever bound parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, func, intersect, not_, or_, select

from hearsay.errors import LedgerError
from hearsay.ledger import review_tables, schema
from hearsay.ledger.filters import EventFilter, Reviewed
from hearsay.merge.account import span_of_date

COUNTRY = re.compile(r"[A-Z]{3}")
PLACE_OF_COUNTRY = re.compile(r"(.+), ([A-Z]{3})")

EXACTLY = "id:"
"""What stands before an identity to mean that actor alone: ``id:IRN`` is the country, ``IRN`` everybody of it."""

ONE_LIST, SEVERAL_LISTS = 10_000, 60_000
"""Events of one condition on parties or tellers up to which they are listed first, alone or with other lists; beyond,
the events are gone through in order and each is looked at: of so many a page is soon full."""


def conditions(wanted: EventFilter, connection: Connection | None = None) -> list[ColumnElement[bool]]:
    """The conditions that an event's row must meet, all of them. LedgerError for a date that is none.

    With a connection they are put so that the first page is quick to find, without one so that all events are.
    """
    return [*_conditions(wanted), *_listed(list(lists_of(wanted)), connection)]


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
    if wanted.precision:
        yield func.coalesce(event.c.place_precision, "unknown").in_(wanted.precision)
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
    if wanted.reviewed:
        yield or_(*(_reviewed(state) for state in wanted.reviewed))
    if wanted.rejected is not None:
        yield _reviewed("rejected") if wanted.rejected else not_(_reviewed("rejected"))


def _reviewed(state: Reviewed) -> ColumnElement[bool]:
    """That people said so of an event: by the verdicts that stand on mentions of any of its accounts."""
    said, account = review_tables.review, schema.account

    def has(*verdicts: str) -> ColumnElement[bool]:
        return schema.event.c.key.in_(
            select(account.c.event)
            .join(said, said.c.account == account.c.id)
            .where(said.c.undone.is_(None), said.c.verdict.in_(verdicts), account.c.event.is_not(None))
        )

    upheld, rejected = has("accept", "fix"), has("reject")
    if state in ("accepted", "fixed"):
        return and_(has("accept" if state == "accepted" else "fix"), not_(rejected))
    if state == "open":
        return not_(or_(upheld, rejected))
    return and_(rejected, upheld if state == "disputed" else not_(upheld))


def lists_of(wanted: EventFilter) -> Iterator[Select[tuple[int | None]]]:
    """For each condition on parties or tellers the events that meet it."""
    for values, sides in ((wanted.actor, ("actor",)), (wanted.recipient, ("recipient",)),
                          (wanted.party, ("actor", "recipient")),
                          (wanted.counterpart, ("actor", "recipient"))):  # fmt: skip
        if values:
            yield _with_party(values, sides)
    yield from _told_by(wanted)


def _listed(lists: Sequence[Select[tuple[int | None]]], connection: Connection | None) -> Iterator[ColumnElement[bool]]:
    """That an event stands in all the lists: short ones as their intersection, long ones asked about event by event."""
    most = ONE_LIST if len(lists) == 1 else SEVERAL_LISTS
    short = [found for found in lists if connection is None or _number(connection, found, most) <= most]
    if short:
        yield schema.event.c.key.in_(short[0] if len(short) == 1 else intersect(*short))
    for found in lists:
        if found not in short:
            yield found.where(found.selected_columns[0] == schema.event.c.key).correlate(schema.event).exists()


def _number(connection: Connection, found: Select[tuple[int | None]], most: int) -> int:
    """How many rows a list has; one more than ``most`` when they are more."""
    return connection.execute(select(func.count()).select_from(found.limit(most + 1).subquery())).scalar_one()


def _with_party(values: Sequence[str], sides: Sequence[str]) -> Select[tuple[int | None]]:
    party = schema.event_party
    countries = [value for value in values if COUNTRY.fullmatch(value)]
    exact = [value.removeprefix(EXACTLY) for value in values if value.startswith(EXACTLY)]
    tests: list[ColumnElement[bool]] = []
    if countries:
        tests.append(party.c.country.in_(countries))
    if exact:
        tests.append(party.c.identity.in_(exact))
    for value in values:
        if not COUNTRY.fullmatch(value) and not value.startswith(EXACTLY):
            tests.append(or_(party.c.identity == value, party.c.identity.in_(named(value))))
    return select(party.c.event).where(party.c.side.in_(sides), or_(*tests))


def named(words: str) -> Select[str]:
    """Identities of the actors whose name holds all these words, in whatever case."""
    actor = schema.actor
    return select(actor.c.identity).where(
        *(actor.c.name.icontains(word, autoescape=True) for word in words.split() or [words])
    )


def _placed(value: str) -> ColumnElement[bool]:
    event = schema.event
    if COUNTRY.fullmatch(value):
        return event.c.place_country == value
    if exact := PLACE_OF_COUNTRY.fullmatch(value):
        return and_(event.c.place == exact[1], event.c.place_country == exact[2])
    return event.c.place.icontains(value, autoescape=True)


def _told_by(wanted: EventFilter) -> Iterator[Select[tuple[int | None]]]:
    told, origin = schema.event_outlet, schema.event_origin
    if wanted.outlet or wanted.ownership:
        yield select(told.c.event).where(told.c.outlet.in_(outlets_meant(wanted)))
    if wanted.origin:
        vouched = select(origin.c.event).where(
            or_(*(origin.c.name.icontains(name, autoescape=True) for name in wanted.origin))
        )
        yield vouched


def outlets_meant(wanted: EventFilter) -> Select[tuple[int]]:
    """Keys of the outlets that meet the conditions on those who tell it."""
    outlet = schema.outlet
    meant = select(outlet.c.key)
    if wanted.outlet:
        meant = meant.where(or_(*(outlet.c.name.icontains(name, autoescape=True) for name in wanted.outlet)))
    if wanted.ownership:
        meant = meant.where(outlet.c.ownership.in_(wanted.ownership))
    return meant
