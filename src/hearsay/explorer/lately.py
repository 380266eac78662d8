"""What the newest reports changed: between whom it got worse or better, what is denied now, what many repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from hearsay.explorer.drawing import key_of
from hearsay.ledger import schema
from hearsay.ledger.asking import rows_as_events
from hearsay.ledger.conditions import day_of
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import Bin, Edge, LedgerEvent
from hearsay.records import Actor, Record

SPANS = (7, 30, 90, 365)
"""Days that the page can look back on; the shortest with enough events is chosen when none is asked for."""
_ENOUGH = 20
_PAIRS = 2_000
_DENIALS = 60


class Lately(Record):
    """The days looked at, the last ones up to the newest report unless others are asked for, and as many before."""

    since: str
    until: str
    days: int
    before: str
    """First day of the stretch before, which ends where this one begins."""


class Movement(Record):
    """What changed between two actors: events of the last days and of as many before."""

    actor: Actor
    recipient: Actor
    events: int
    events_before: int
    balance: float
    """Sum of the PLOVER scale of the events: below 0 conflict prevails."""
    balance_before: float

    @property
    def change(self) -> float:
        """Below 0 it moved towards conflict."""
        return self.balance - self.balance_before

    @property
    def words(self) -> str:
        """What the change is: no conflict told any more is not yet cooperation."""
        if self.change > 0:
            return "more cooperation" if self.balance > 0 else "less conflict"
        return "more conflict" if self.balance < 0 else "less cooperation"


class Denied(Record):
    """An event and the day on which it was first denied."""

    event: LedgerEvent
    denied: str


def lately_of(
    connection: Connection, days: int | None = None, since: str | None = None, until: str | None = None
) -> Lately | None:
    """The days to look at: the last ones up to the newest report, or those of ``since`` and ``until``.

    None for a ledger without a day, and for a stretch that ends before it begins.
    """
    document = schema.document
    newest = connection.execute(select(func.max(document.c.published))).scalar()
    if newest is None:
        return None
    try:
        last = date.fromisoformat(newest[:10])
    except ValueError:
        return None
    if since or until:
        end = date.fromordinal(day_of(until, last=True)) if until else last
        begin = date.fromordinal(day_of(since)) if since else end - timedelta(days=min(SPANS[1], end.toordinal()) - 1)
        return _stretch(begin, end) if begin <= end else None
    if days is None:
        days = next((span for span in SPANS if _enough(connection, last - timedelta(days=span - 1))), SPANS[-1])
    return _stretch(last - timedelta(days=days - 1), last)


def _stretch(first: date, last: date) -> Lately:
    days = (last - first).days + 1
    before = date.fromordinal(max(first.toordinal() - days, 1))
    return Lately(since=first.isoformat(), until=last.isoformat(), days=days, before=before.isoformat())


def _enough(connection: Connection, since: date) -> bool:
    event = schema.event
    few = select(event.c.key).where(event.c.day >= since.toordinal()).limit(_ENOUGH).subquery()
    return connection.execute(select(func.count()).select_from(few)).scalar_one() == _ENOUGH


def months_of(bins: Sequence[Bin], number: int) -> tuple[Bin, ...]:
    """The last months up to that of the last bin, those without events too; earlier ones are left out."""
    if not bins:
        return ()
    known = {bin.begin[:7]: bin for bin in bins}
    last = date.fromisoformat(bins[-1].begin)
    months = [divmod(last.year * 12 + last.month - 1 - back, 12) for back in reversed(range(number))]
    names = [f"{year:04}-{month + 1:02}" for year, month in months if year > 0]
    return tuple(
        known.get(name, Bin(begin=f"{name}-01", events=0, quads=(0, 0, 0, 0), reports=0, origins=0)) for name in names
    )


def movements_of(ledger: Ledger, lately: Lately, limit: int) -> tuple[Movement, ...]:
    """The pairs of actors between whom most changed, by the sum of the scale of what one did to the other."""
    until = date.fromordinal(max(date.fromisoformat(lately.since).toordinal() - 1, 1)).isoformat()
    now = _by_pair(ledger.network(EventFilter(since=lately.since, until=lately.until), _PAIRS))
    before = _by_pair(ledger.network(EventFilter(since=lately.before, until=until), _PAIRS))
    made = []
    for pair in dict.fromkeys((*now, *before)):
        new, old = now.get(pair), before.get(pair)
        known = new or old
        assert known is not None
        made.append(
            Movement(
                actor=known.actor, recipient=known.recipient,
                events=new.events if new else 0, events_before=old.events if old else 0,
                balance=round(new.events * new.scale, 1) if new else 0.0,
                balance_before=round(old.events * old.scale, 1) if old else 0.0,
            )
        )  # fmt: skip
    moved = [movement for movement in made if abs(movement.change) >= 1]
    often = [movement for movement in moved if movement.events + movement.events_before > 1]
    # One event that is told or not is no movement, unless there is nothing else.
    moved = often or moved
    moved.sort(key=lambda m: (-abs(m.change), key_of(m.actor), key_of(m.recipient)))
    return tuple(moved[:limit])


def denied_of(connection: Connection, lately: Lately, limit: int) -> tuple[Denied, ...]:
    """Events that reports of these days deny, the newest denial first."""
    document, account, event = schema.document, schema.account, schema.event
    rows = connection.execute(
        select(account.c.event, document.c.published)
        .join(document, document.c.key == account.c.document)
        .where(account.c.current, account.c.status == "negated", account.c.event.is_not(None),
               document.c.published >= lately.since, document.c.published < _following(lately.until))
        .order_by(document.c.published.desc(), document.c.key.desc())
        .limit(_DENIALS)
    ).all()  # fmt: skip
    days: dict[int, str] = {}
    for row in rows:
        days[row.event] = min(row.published, days.get(row.event, row.published))
    events = _events(connection, event.c.key.in_(days), event.c.denials > 0)
    newest = sorted(events, key=lambda key: (days[key], key), reverse=True)[:limit]
    return tuple(Denied(event=events[key], denied=days[key]) for key in newest)


def repeated_of(connection: Connection, lately: Lately, limit: int) -> tuple[LedgerEvent, ...]:
    """Events of the last days that several outlets tell and a single origin vouches for, the most told first."""
    event = schema.event
    first, last = (date.fromisoformat(day).toordinal() for day in (lately.since, lately.until))
    keys = connection.execute(
        select(event.c.key)
        .where(event.c.day.between(first, last), event.c.origins <= 1, event.c.reports >= 2)
        .order_by(event.c.outlets.desc(), event.c.reports.desc(), event.c.day.desc(), event.c.key.desc())
        .limit(limit)
    ).scalars()
    order = list(keys)
    events = _events(connection, event.c.key.in_(order))
    return tuple(events[key] for key in order)


def _following(day: str) -> str:
    """What every time of a day sorts before."""
    return f"{day}U"


def _events(connection: Connection, *conditions: ColumnElement[bool]) -> dict[int, LedgerEvent]:
    rows = connection.execute(select(schema.event).where(*conditions).order_by(schema.event.c.key)).all()
    return dict(zip((row.key for row in rows), rows_as_events(connection, rows), strict=True))


def _by_pair(edges: Iterable[Edge]) -> dict[tuple[str, str], Edge]:
    return {(key_of(edge.actor), key_of(edge.recipient)): edge for edge in edges}
