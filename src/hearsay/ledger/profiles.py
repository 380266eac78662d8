"""An actor over time: names and roles, what it did and suffered, with whom, and who speaks about it."""

from __future__ import annotations

from sqlalchemy import Connection, func, or_, select

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
    rows = connection.execute(select(actor).where(actor.c.identity == identity).order_by(actor.c.key)).all()
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
    states = tuple(actor_from(row) for row in rows)
    fullest = max(rows, key=lambda row: (len(row.name or ""), -row.key))
    return ActorProfile(
        identity=identity,
        name=fullest.name,
        country=fullest.country,
        states=states,
        first=first,
        last=last,
        did=number("actor"),
        suffered=number("recipient"),
        quotes=quotes or 0,
        partners=edges_of(connection, EventFilter(party=(EXACTLY + identity,)), _PARTNERS),
        spoken_of=speakers_about(connection, states, _SPEAKERS),
    )


def _identities(connection: Connection, name: str) -> list[str]:
    """Identities of the actors that a name may mean, those in most events first."""
    actor, party = schema.actor, schema.event_party
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
