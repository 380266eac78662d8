"""Is a lexicon sound: every mistake of its tables at once, and every entry's example coded.

The loader stops at the first mistake; this goes on, says for each where it is and what to do, and then codes the
examples: an entry whose example does not yield its event does not do what its author thinks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.errors import LexiconError
from hearsay.events.coding import EventCoder
from hearsay.events.lexicon import PACKAGED, Entry, Lexicon, Tables
from hearsay.events.modes import modes_of
from hearsay.events.own import Ontology, OwnType, read_ontology
from hearsay.events.tables import read_table
from hearsay.ingest import make_document
from hearsay.pipeline import Coder

TOGETHER = 1
"""Examples read as one document, a paragraph each."""


@dataclass(frozen=True)
class Finding:
    """Something about a table: an error must be mended, a note should be known."""

    level: Literal["error", "note"]
    where: str
    """File and line."""
    message: str
    """What is wrong, and what to do."""

    def __str__(self) -> str:
        return f"{self.level}: {self.where}: {self.message}" if self.where else f"{self.level}: {self.message}"


def check(
    folder: str | Path | None = None, *, coder: Coder | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[Finding, ...]:
    """Every finding about a project's tables, or about the packaged lexicon without a folder; errors first.

    ``folder`` is a project (``lexicon/``, ``ontology/`` in it) or a folder of lexicon tables itself. ``coder`` lends
    its reader and world. ``progress`` is told how many examples of how many are coded. Raises LexiconError when there
    is no such folder or nothing to check in it.
    """
    tables, types, paths = _read(None if folder is None else Path(folder))
    own = [e for e in tables.entries.values() if any(tables.places[e.id][0].parent == path for path in paths)]
    findings = [_finding(mistake) for mistake in tables.mistakes]
    findings += [f for entry in own for f in _content(entry, _where(tables, entry))]
    if not tables.mistakes:
        lexicon = tables.lexicon()
        coder = coder or Coder()
        judge = Coder(coder.reader, coder.world, lexicon, Ontology(types, lexicon) if types else None)
        with_example = [e for e in own if e.example]
        for done, entry, coded in _coded(with_example, judge):
            findings += _example(entry, coded, _where(tables, entry))
            if progress is not None:
                progress(done, len(with_example))
    return tuple(sorted(findings, key=lambda f: f.level))


def _read(folder: Path | None) -> tuple[Tables, dict[str, OwnType], tuple[Path, ...]]:
    """All tables with their mistakes, a project's own types, and the folders whose entries are to be checked."""
    tables = Tables()
    if folder is None:
        tables.read(PACKAGED)
        tables.finish()
        return tables, {}, (PACKAGED,)
    if not folder.is_dir():
        raise LexiconError(f"{folder}: not a folder; give a project's folder, or one with lexicon .tsv files")
    lexicon, ontology = folder / "lexicon", folder / "ontology"
    if not lexicon.is_dir() and not ontology.is_dir():
        if not any(folder.glob("*.tsv")):
            raise LexiconError(f"{folder}: nothing to check; put lexicon/ or ontology/ with .tsv files there")
        lexicon, ontology = (folder / "none", folder) if (folder / "types.tsv").exists() else (folder, folder / "none")
    if ontology.is_dir():
        types, tables = read_ontology(ontology, lexicon)
        return tables, types, (lexicon, ontology)
    tables.read(PACKAGED)
    tables.read(lexicon)
    tables.finish()
    return tables, {}, (lexicon,)


def _finding(mistake: LexiconError) -> Finding:
    """A mistake as the loader words it, with its place apart: "FILE:LINE: message"."""
    place, found, message = str(mistake).partition(": ")
    return Finding("error", place, message) if found else Finding("error", "", place)


def _where(tables: Tables, entry: Entry) -> str:
    path, line = tables.places[entry.id]
    return f"{path}:{line}"


# -- what an entry says -------------------------------------------------------------------------------


@cache
def _roles() -> frozenset[str]:
    """Roles that a frame or a topic may name: those of clauses, and prepositions."""
    return frozenset(role for row in read_table("roles.tsv") for role in row["roles"].split("|"))


@cache
def _cameo() -> frozenset[str]:
    return frozenset(row["cameo"] for row in read_table("cameo_goldstein.tsv"))


def _content(entry: Entry, where: str) -> Iterator[Finding]:
    """What the form allows but cannot be meant."""
    named = [role for side in (entry.actors, entry.recipients) for group in side for role in group]
    for role in dict.fromkeys((*named, *(r.replace("_", " ") for r in entry.topic))):
        plain = role.removeprefix("comp:")
        if plain not in _roles():
            yield Finding("error", where, f"role {role!r} is no role and no preposition; see docs/lexicon.md")
    if entry.event is None:
        return
    for mode in entry.mode:
        if mode not in modes_of(entry.event):
            known = ", ".join(sorted(modes_of(entry.event))) or "none"
            yield Finding("error", where, f"mode {mode!r} is no mode of {entry.event}; its modes: {known}")
    if entry.cameo is not None and entry.cameo not in _cameo():
        yield Finding("error", where, f"CAMEO code {entry.cameo!r} is unknown; codes keep their zeros: 010, not 10")
    if entry.example is None:
        yield Finding("error", where, f"entry {entry.id!r} has no example; write a sentence it should code")


# -- what it does -------------------------------------------------------------------------------------

Coded = list[tuple[str, str]]
"""(type, entry) of everything coded in an example."""


def _coded(entries: list[Entry], coder: Coder) -> Iterator[tuple[int, Entry, Coded]]:
    """Each entry with what its example yields, and how many are done."""
    for begin in range(0, len(entries), TOGETHER):
        part = entries[begin : begin + TOGETHER]
        yield from zip(range(begin + 1, begin + 1 + len(part)), part, examples(part, coder), strict=True)


def examples(entries: Iterable[Entry], coder: Coder) -> list[Coded]:
    """What is coded in each entry's example; they are read as one document, a paragraph each.

    No article stands around an example, so nothing is left out as too doubtful for one.
    """
    sentences = [entry.example or "" for entry in entries]
    reading = coder.read(make_document("\n\n".join(sentences), id="examples"))
    cast = find_cast(reading, coder.world)
    attribution = attribute(reading, cast, coder.world)
    lexicon: Lexicon = coder.vocabulary
    found: list[tuple[int, str, str]] = []
    for vocabulary in dict.fromkeys((coder.lexicon, lexicon)):
        for c in EventCoder(reading, cast, attribution, coder.world, vocabulary).found():
            entry = vocabulary.entries.get(c.rule)
            found.append((reading.words[c.trigger].begin, (entry.own if entry else None) or c.event, c.rule))
    coded, begin = [], 0
    for sentence in sentences:
        end = begin + len(sentence)
        coded.append([(event, rule) for at, event, rule in found if begin <= at < end])
        begin = end + 2
    return coded


def _example(entry: Entry, coded: Coded, where: str) -> Iterator[Finding]:
    wanted = entry.own or entry.event
    if wanted is None:
        if any(rule == entry.id for _, rule in coded):
            yield Finding("error", where, f"example of {entry.id!r}, no event, is coded; change its conditions")
        return
    types = sorted({event for event, _ in coded})
    if wanted not in types:
        instead = f"only {', '.join(types)}" if types else "nothing"
        why = "try: hearsay lexicon why"
        yield Finding("error", where, f"example {entry.example!r} yields {instead}, not {wanted}; {why}")
    elif not any(rule == entry.id for _, rule in coded):
        rule = next(rule for event, rule in coded if event == wanted)
        yield Finding("note", where, f"example of {entry.id!r} is coded by {rule!r}, which is more specific or earlier")
