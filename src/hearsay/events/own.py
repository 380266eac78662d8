"""A project's own event types, coded beside PLOVER's.

A folder of TSV files: ``types.tsv`` defines the types, every other ``*.tsv`` holds entries as the lexicon has them
(:mod:`hearsay.events.lexicon`), whose ``event`` is the name of a type. ``classes.tsv`` and ``light_verbs.tsv`` may
stand there too.

``types.tsv``
    ``name``        of the type, as records show it: ``nationalise``
    ``definition``  one sentence
    ``like``        the PLOVER type whose rules it follows: who may take part, whether its sides are equal
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from hearsay.actors.cast import Cast
from hearsay.attribution.stance import Attribution
from hearsay.errors import LexiconError
from hearsay.events.candidate import Candidate
from hearsay.events.coding import EventCoder, enrich
from hearsay.events.lexicon import PACKAGED, Lexicon, Tables, rows
from hearsay.events.merging import merge
from hearsay.reading.tree import Reading
from hearsay.records import EventType, OwnEvent
from hearsay.world import World

_COLUMNS = ("name", "definition", "like")
_TYPES: tuple[EventType, ...] = get_args(EventType)


@dataclass(frozen=True, slots=True)
class OwnType:
    """One line of ``types.tsv``."""

    name: str
    definition: str
    like: EventType


@dataclass(frozen=True)
class Ontology:
    """Own types, and a lexicon that holds their entries beside the others. Immutable, safe to share."""

    types: Mapping[str, OwnType]
    lexicon: Lexicon

    @staticmethod
    def load(folder: str | Path, lexicon: str | Path | None = None) -> Ontology:
        """The types of a folder; ``lexicon`` is a folder whose entries lie over the packaged ones.

        Raises LexiconError naming file, line and remedy at the first bad row.
        """
        types, tables = read_ontology(Path(folder), Path(lexicon) if lexicon is not None else None)
        return Ontology(types, tables.lexicon())


def read_ontology(folder: Path, lexicon: Path | None = None) -> tuple[dict[str, OwnType], Tables]:
    """Types and tables of a folder with every mistake in them."""
    tables = Tables()
    types = _types(folder, tables.mistakes)
    tables.read(PACKAGED)
    if lexicon is not None and lexicon.is_dir():
        tables.read(lexicon)
    before = dict(tables.entries)
    if types:
        tables.read(folder, {t.name: t.like for t in types.values()})
    for id, entry in before.items():
        if tables.entries[id] is not entry:
            path, line = tables.places[id]
            mistake = f"{path}:{line}: id {id!r} is one of the lexicon's; give the entry of your own type another"
            tables.mistakes.append(LexiconError(mistake))
    used = {entry.own for entry in tables.entries.values()}
    for name in types:
        if name not in used and not tables.mistakes:
            mistake = f"{folder / 'types.tsv'}: type {name!r} has no entry; add one in another .tsv file there"
            tables.mistakes.append(LexiconError(mistake))
    tables.finish()
    return types, tables


def _types(folder: Path, mistakes: list[LexiconError]) -> dict[str, OwnType]:
    path, types = folder / "types.tsv", dict[str, OwnType]()
    if not path.is_file():
        mistakes.append(LexiconError(f"{path}: is missing; write it with the columns {', '.join(_COLUMNS)}"))
        return types
    for line, row in rows(path):
        try:
            if isinstance(row, LexiconError):
                raise row
            own = _type(f"{path}:{line}", row)
            if own.name in types:
                raise LexiconError(f"{path}:{line}: type {own.name!r} is defined twice; keep one")
            types[own.name] = own
        except LexiconError as error:
            mistakes.append(error)
    if not types and not mistakes:
        mistakes.append(LexiconError(f"{path}: defines no type; add a line with {', '.join(_COLUMNS)}"))
    return types


def _type(where: str, row: Mapping[str, str]) -> OwnType:
    missing = [c for c in _COLUMNS if c not in row]
    if missing:
        raise LexiconError(f"{where}: no column {missing[0]!r}; the header is {' '.join(_COLUMNS)}, with tabs between")
    name, definition, like = (row[c].strip() for c in _COLUMNS)
    if not name or not all(c.isalnum() or c in "-_" for c in name):
        raise LexiconError(f"{where}: name {name!r} is not of letters, digits, - and _; change it")
    if name.upper() in _TYPES or name == "none":
        raise LexiconError(f"{where}: name {name!r} is PLOVER's own; choose another")
    if not definition:
        raise LexiconError(f"{where}: type {name!r} has no definition; write one sentence")
    if like not in _TYPES:
        raise LexiconError(f"{where}: like {like!r} is no PLOVER type; use one of {', '.join(_TYPES)}")
    return OwnType(name, definition, like)


def code_own(
    reading: Reading, cast: Cast, attribution: Attribution, world: World, ontology: Ontology
) -> tuple[OwnEvent, ...]:
    """Events of a project's own types, merged type by type, in text order. Pure, as :func:`code_events` is."""
    coder = EventCoder(reading, cast, attribution, world, ontology.lexicon)
    found: dict[str, list[Candidate]] = {}
    for candidate in coder.candidates():
        entry = ontology.lexicon.entries.get(candidate.rule)
        if entry is not None and entry.own is not None and entry.event is not None:
            # What becomes of PLOVER's types when they are planned or refused is no concern of a type of one's own.
            kept = replace(candidate, event=entry.event, mode=())
            found.setdefault(entry.own, []).append(kept)
    events = [
        (name, event)
        for name, own in found.items()
        for event in merge(reading, cast, enrich(reading, cast, world, own))
    ]
    events.sort(key=lambda pair: (pair[1].mentions[0].trigger, pair[0]))
    shared = OwnEvent.model_fields.keys() - {"id", "event", "like"}
    return tuple(
        OwnEvent(
            id=f"{reading.document.id}#o{number}",
            event=name,
            like=ontology.types[name].like,
            **{field: getattr(event, field) for field in shared},
        )
        for number, (name, event) in enumerate(events, 1)
    )
