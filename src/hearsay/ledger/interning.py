"""Actors, source chains, outlets and reasons, each kept once: rows that many others point at."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, select, update
from sqlalchemy.dialects import postgresql, sqlite

from hearsay.ledger import schema
from hearsay.records import Actor, Ownership, Source

_BATCH = 500
_REMEMBERED = 50_000


def state_of(actor: Actor) -> str:
    """What makes one row of an actor: everything known about it that day."""
    return json.dumps(
        [actor.id, actor.name, actor.country, list(actor.sector), actor.role, actor.wikidata], ensure_ascii=False
    )


def identity_of(actor: Actor) -> str:
    """Who it is whatever its role: the id in the knowledge base, else the name folded, with the country."""
    return actor.id or f"{' '.join((actor.name or '').casefold().split())}|{actor.country or ''}"


def links_of(chain: Sequence[Source]) -> str:
    """A chain as JSON, without the places in one text that name its links: outermost first."""
    return json.dumps(
        [[s.name, s.country, list(s.sector), s.id, s.role, s.wikidata, s.ownership] for s in chain], ensure_ascii=False
    )


def chain_of(links: str) -> tuple[Source, ...]:
    """The chain that :func:`links_of` wrote."""
    return tuple(
        Source(
            name=name, country=country, sector=tuple(sector), id=known, role=role, wikidata=wikidata,
            ownership=ownership,
        )
        for name, country, sector, known, role, wikidata, ownership in json.loads(links)
    )  # fmt: skip


def intern_actors(connection: Connection, actors: Iterable[Actor]) -> dict[str, int]:
    """Keys of actors by state, rows made for those not yet kept."""
    found = {state_of(actor): actor for actor in actors}
    rows = [
        {
            "state": state, "identity": identity_of(actor), "known": actor.id, "name": actor.name,
            "country": actor.country, "sector": " ".join(actor.sector), "role": actor.role,
            "wikidata": actor.wikidata,
        }
        for state, actor in found.items()
    ]  # fmt: skip
    return _keys(connection, schema.actor, "state", rows)


def intern_chains(connection: Connection, chains: Iterable[tuple[Source, ...]]) -> dict[str, int]:
    """Keys of source chains by their links, rows made for those not yet kept."""
    found = {links_of(chain): chain for chain in chains}
    ends = intern_actors(connection, (actor_of(chain[-1]) for chain in found.values() if chain))
    rows = [
        {"identity": links, "links": links, "end": ends[state_of(actor_of(chain[-1]))] if chain else None}
        for links, chain in found.items()
    ]
    return _keys(connection, schema.chain, "identity", rows)


def intern_outlet(connection: Connection, name: str, ownership: Ownership | None) -> int:
    """The key of an outlet; what is learnt about its ownership is kept."""
    outlet = schema.outlet
    key = _keys(connection, outlet, "name", [{"name": name, "ownership": ownership}])[name]
    if ownership is not None:
        known = outlet.c.ownership.is_(None)
        connection.execute(update(outlet).where(outlet.c.key == key, known).values(ownership=ownership))
    return key


def intern_reasons(connection: Connection, reasons: Iterable[str]) -> dict[str, int]:
    """Keys of reasons for joining, rows made for those not yet kept."""
    return _keys(connection, schema.reason, "features", [{"features": reason} for reason in sorted(set(reasons))])


def actor_of(source: Source) -> Actor:
    """The actor that a link of a chain is, without its place in the text."""
    return Actor(**{name: getattr(source, name) for name in Actor.model_fields})


def _keys(connection: Connection, table: Table, unique: str, rows: Sequence[Mapping[str, object]]) -> dict[str, int]:
    # Rows of these tables are never deleted: a key once seen is good until its transaction is rolled back.
    memory: dict[str, int] = connection.info.setdefault(f"hearsay {table.name}", {})
    if len(memory) > _REMEMBERED:
        memory.clear()
    wanted = [str(row[unique]) for row in rows]
    memory.update(_known(connection, table, unique, [value for value in wanted if value not in memory]))
    missing = [dict(row) for row in rows if row[unique] not in memory]
    if missing:
        connection.execute(upsert(connection, table).on_conflict_do_nothing(), missing)
        memory.update(_known(connection, table, unique, [str(row[unique]) for row in missing]))
    return {value: memory[value] for value in wanted}


def _known(connection: Connection, table: Table, unique: str, values: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    values = sorted(values)
    for begin in range(0, len(values), _BATCH):
        part = values[begin : begin + _BATCH]
        found.update(
            (row[0], row[1])
            for row in connection.execute(select(table.c[unique], table.c.key).where(table.c[unique].in_(part)))
        )
    return found


def upsert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what to do with rows that are there already."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
