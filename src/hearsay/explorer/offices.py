"""Which offices somebody held, as the knowledge base has it, on one line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.explain.wording import word
from hearsay.records import Actor
from hearsay.world import Term, World

WIDTH = 1000
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Office:
    """A term of office: its words, its days, and where its bar lies; an end that is not known is left open."""

    title: str
    country: str
    since: str | None
    until: str | None
    left: float
    width: float
    open: bool


@dataclass(frozen=True, slots=True)
class Career:
    """Terms of office, the latest first, with the years that their bars span, and the days in the news among them."""

    offices: tuple[Office, ...]
    first: int
    last: int
    news: tuple[float, float] | None
    more: int


def career_of(
    states: Sequence[Actor], first: str | None, last: str | None, world: World | None = None
) -> Career | None:
    """The offices of the person that an actor's states are; None when no dated term is known. Days are ISO dates."""
    world = world or World.default()
    known = next((state.id for state in states if state.id), None)
    # Head of state and of government may be one office with two keys.
    held = {(term.title, term.status, _begin(term), _end(term)): term for term in world.terms(known or "")}
    terms = [term for term in held.values() if _begin(term)]
    if not terms:
        return None
    begins = [_year(_begin(term)) for term in terms]
    ends = [_year(_end(term)) for term in terms if _end(term)]
    days = [_year(day) for day in (first, last) if day]
    low, high = int(min(begins + days)), int(max(begins + ends + days)) + 1

    def x(day: str) -> float:
        return round(WIDTH * (_year(day) - low) / (high - low), 1)

    offices = []
    for term in terms[:_SHOWN]:
        begin, end = x(_begin(term) or ""), x(end) if (end := _end(term)) else float(WIDTH)
        country = word("country", term.country) if term.country else ""
        title = {"elect": f"{term.title}-elect", "acting": f"acting {term.title}"}.get(term.status, term.title)
        offices.append(Office(title, country, term.since or term.seen_from, term.until or term.seen_to, begin,
                              max(4.0, round(end - begin, 1)), term.until is None))  # fmt: skip
    news = (x(first), max(3.0, x(last) - x(first))) if first and last else None
    return Career(tuple(offices), low, high, news, max(0, len(terms) - _SHOWN))


def _begin(term: Term) -> str | None:
    return term.since or term.seen_from


def _end(term: Term) -> str | None:
    return term.until or term.seen_to


def _year(day: str | None) -> float:
    """A date of whatever precision as a year with its fraction."""
    parts = [int(part) for part in (day or "").split("-")]
    year, month, of_month = [*parts, 1, 1][:3] if len(parts) < 3 else parts
    begin = date(year, 1, 1).toordinal()
    return year + (date(year, month, min(of_month, 28)).toordinal() - begin) / 365.25
