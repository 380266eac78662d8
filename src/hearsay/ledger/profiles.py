"""An actor over time: names and roles, what it did and suffered, with whom, and who speaks about it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, or_, select, union_all

from hearsay.errors import NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.conditions import EXACTLY, named
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.loading import actor_from
from hearsay.ledger.network import edges_of
from hearsay.ledger.records import ActorProfile
from hearsay.ledger.speaking import speakers_about
from hearsay.records import Actor

_PARTNERS = 40
_SPEAKERS = 20
_DATED = 20_000
"""Events up to which each state of an actor gets its days; to date more would keep the reader waiting."""


def find_actors(connection: Connection, words: str, limit: int) -> tuple[Actor, ...]:
    """Actors whose name holds all these words, one for each identity, those in most events first."""
    actor = schema.actor
    found = []
    for identity in _identities(connection, words)[:limit]:
        row = connection.execute(
            select(actor).where(actor.c.identity == identity).order_by(actor.c.role.is_(None), actor.c.key.desc())
        ).first()
        if row is not None:
            found.append(actor_from(row))
    return tuple(found)


def profile_of(connection: Connection, name: str) -> ActorProfile:
    """What the ledger knows about an actor, by identity or words of a name. NotInLedgerError for nobody."""
    identities = _identities(connection, name)
    if not identities:
        raise NotInLedgerError(f"{name}: nobody of this name is in the ledger: try a part of the name, as the surname")
    identity = identities[0]
    actor, event, party, quote = schema.actor, schema.event, schema.event_party, schema.quote
    rows = list(connection.execute(select(actor).where(actor.c.identity == identity).order_by(actor.c.key)))
    keys = [row.key for row in rows]
    took_part = select(party.c.event).where(party.c.identity == identity)

    def number(side: str) -> int:
        query = select(func.count(party.c.event.distinct())).where(party.c.identity == identity, party.c.side == side)
        return connection.execute(query).scalar() or 0

    first, last = connection.execute(
        select(func.min(event.c.published), func.max(event.c.published)).where(event.c.key.in_(took_part))
    ).one()
    quotes = connection.execute(
        select(func.count()).select_from(quote).where(quote.c.speaker.in_(keys), quote.c.current)
    ).scalar()
    did, suffered = number("actor"), number("recipient")
    seen = _seen(connection, keys) if did + suffered <= _DATED else {}
    rows.sort(key=lambda row: (seen.get(row.key, (None, None))[0] or "9999", row.key))
    states = tuple(actor_from(row) for row in rows)
    fullest = max(rows, key=lambda row: (len(row.name or ""), -row.key))
    return ActorProfile(
        identity=identity,
        name=fullest.name,
        country=fullest.country,
        states=states,
        seen=tuple(seen.get(row.key, (None, None)) for row in rows),
        first=first,
        last=last,
        did=did,
        suffered=suffered,
        quotes=quotes or 0,
        partners=edges_of(connection, EventFilter(party=(EXACTLY + identity,)), _PARTNERS),
        spoken_of=speakers_about(connection, states, _SPEAKERS),
    )


def _seen(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str | None, str | None]]:
    """First and last day on which a document acted or spoke of each of these actors as it stood."""
    account, party, document, quote = schema.account, schema.party, schema.document, schema.quote
    acting = (
        select(party.c.actor.label("state"), document.c.published)
        .join(account, account.c.key == party.c.account)
        .join(document, document.c.key == account.c.document)
        .where(party.c.actor.in_(keys), account.c.current)
    )
    speaking = (
        select(quote.c.speaker.label("state"), document.c.published)
        .join(document, document.c.key == quote.c.document)
        .where(quote.c.speaker.in_(keys), quote.c.current)
    )
    days = union_all(acting, speaking).subquery()
    found = connection.execute(
        select(days.c.state, func.min(days.c.published), func.max(days.c.published)).group_by(days.c.state)
    )
    return {state: (first, last) for state, first, last in found}


def _identities(connection: Connection, name: str) -> list[str]:
    """Identities of the actors that a name may mean, those in most events first."""
    actor, party = schema.actor, schema.event_party
    if name.startswith(EXACTLY):
        exact = select(actor.c.identity).where(actor.c.identity == name.removeprefix(EXACTLY)).limit(1)
        return list(connection.execute(exact).scalars())
    identities = set(
        connection.execute(
            select(actor.c.identity).where(
                or_(actor.c.identity == name, actor.c.identity.in_(named(name))) if name.strip() else actor.c.key < 0
            )
        ).scalars()
    )
    if name in identities:
        return [name]
    counts: dict[str, int] = dict(
        connection.execute(
            select(party.c.identity, func.count())
            .where(party.c.identity.in_(named(name)))
            .group_by(party.c.identity)
        ).all()
    )  # fmt: skip
    return sorted(identities, key=lambda identity: (-counts.get(identity, 0), identity))
