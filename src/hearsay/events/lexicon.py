"""The lexicon: what predicates do, as rows that a political scientist can read, edit and override.

A folder of TSV files with a header line, UTF-8, ``#`` lines and empty lines ignored:

``*.tsv`` except the two below: entries, one a line
    ``id``         unique; a project folder's entry replaces the packaged one of the same id
    ``predicate``  lemma, with particles, prepositions or modifiers as further words: ``call for``, ``hunger strike``
    ``pos``        verb, noun or adj
    ``frame``      who is actor ``>`` who is recipient, as roles of :mod:`hearsay.events.clauses`; ``a/b``: the first
                   that is filled, ``a+b``: all of them; ``act``: the recipients of the embedded act; ``doer``: the
                   subject of the complement; ``unless``: the subject of a condition; ``entered``: the state that
                   somebody is kept out of; ``aimed``: what the weapon is pointed at; ``speaker``: who says the words
    ``topic``      roles whose content is only talked about, not told as done ("called for *talks*")
    ``when``       conditions, all of which must hold (:mod:`hearsay.events.conditions`): ``patient=@ties|visa``
    ``event``      PLOVER type, or ``none`` for predicates that are no event
    ``mode``       PLOVER modes, comma-separated
    ``cameo``      CAMEO code, a string
    ``prior``      how often the entry is right, 0 to 1
    ``example``    a sentence that a test codes

``classes.tsv`` (class, words) names word classes for conditions; ``light_verbs.tsv`` (verb, link, subject).
Of several entries whose conditions hold, the one with the most words and conditions wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

from hearsay.errors import LexiconError
from hearsay.events.conditions import Condition, parse_conditions
from hearsay.events.light import Light, LightVerbs
from hearsay.records import EventType

PACKAGED = Path(__file__).parent / "data" / "lexicon"
_COLUMNS = ("id", "predicate", "pos", "frame", "topic", "when", "event", "mode", "cameo", "prior", "example")
_EVENTS = frozenset(get_args(EventType))
_LIGHT_SUBJECTS = frozenset(("agent", "patient", "object", "none"))


Side = tuple[tuple[str, ...], ...]
"""One side of a frame: alternatives in order, each a tuple of roles that are taken together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon."""

    id: str
    predicate: tuple[str, ...]
    """Head lemma first for verbs, last for nouns and adjectives, as written."""
    pos: str
    actors: Side
    recipients: Side
    topic: tuple[str, ...]
    conditions: tuple[Condition, ...]
    event: EventType | None
    mode: tuple[str, ...]
    cameo: str | None
    prior: float
    example: str | None
    weight: float
    own: str | None = None
    """Name of a project's own event type; ``event`` is then the PLOVER type whose rules it follows."""

    @property
    def head(self) -> str:
        return self.predicate[0] if self.pos == "verb" else self.predicate[-1]

    @property
    def modifiers(self) -> tuple[str, ...]:
        return self.predicate[1:] if self.pos == "verb" else self.predicate[:-1]


class Lexicon:
    """Entries by head lemma and part of speech, with word classes and light verbs. Immutable, safe to share."""

    def __init__(self, entries: Mapping[str, Entry], classes: Mapping[str, frozenset[str]], light: LightVerbs) -> None:
        self.entries = dict(entries)
        self.classes = dict(classes)
        self.light = light
        index: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries.values():
            index.setdefault((entry.head, entry.pos), []).append(entry)
        # A project's own types stand beside PLOVER's, so their entries do not compete with those.
        self._index = {
            key: tuple(sorted(found, key=lambda e: (e.own is None, -e.weight, e.id))) for key, found in index.items()
        }

    def find(self, lemma: str, pos: str) -> tuple[Entry, ...]:
        """Entries for a head lemma, the most specific first."""
        return self._index.get((lemma, pos), ())

    @staticmethod
    def default() -> Lexicon:
        """The packaged lexicon, loaded once."""
        return _load((PACKAGED,))

    @staticmethod
    def load(folder: str | Path) -> Lexicon:
        """The packaged lexicon with a project folder's files on top: same id replaces, new ids are added.

        Raises LexiconError naming file and line when a row does not keep to the form.
        """
        path = Path(folder)
        if not path.is_dir():
            raise LexiconError(f"{path}: not a folder; give a folder with lexicon .tsv files")
        return _load((PACKAGED, path))


@dataclass
class Tables:
    """What stands in the files of one or more folders, and every mistake in them, in the order of the files."""

    entries: dict[str, Entry] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    light: dict[str, dict[tuple[str, str], Light]] = field(default_factory=dict)
    places: dict[str, tuple[Path, int]] = field(default_factory=dict)
    """Entry id -> file and line."""
    mistakes: list[LexiconError] = field(default_factory=list)

    def read(self, folder: Path, own: Mapping[str, EventType] | None = None) -> None:
        """Add a folder's files: same id replaces, within a folder ids are unique. ``own``: a project's own types."""
        here: set[str] = set()
        for path in sorted(folder.glob("*.tsv")):
            for line, row in rows(path):
                try:
                    if isinstance(row, LexiconError):
                        raise row
                    self._add(path, line, row, here, own)
                except LexiconError as error:
                    self.mistakes.append(error)

    def _add(
        self, path: Path, line: int, row: dict[str, str], here: set[str], own: Mapping[str, EventType] | None
    ) -> None:
        where = f"{path}:{line}"
        if path.name == "classes.tsv":
            _columns(where, row, ("class", "words"))
            self.classes[row["class"]] = frozenset(row["words"].split())
        elif path.name == "light_verbs.tsv":
            _columns(where, row, ("verb", "link", "subject"))
            if row["subject"] not in _LIGHT_SUBJECTS or not row["verb"]:
                raise LexiconError(f"{where}: subject {row['subject']!r} is not {', '.join(sorted(_LIGHT_SUBJECTS))}")
            verb = row["verb"]
            self.light.setdefault(verb.split()[0], {})[verb, row["link"]] = Light(verb, row["link"], row["subject"])
        elif path.name != "types.tsv":
            entry = _entry(path, line, row, own or {})
            if entry.id in here:
                raise LexiconError(f"{where}: id {entry.id!r} is used twice; ids are unique in a folder")
            here.add(entry.id)
            self.entries[entry.id] = entry
            self.places[entry.id] = (path, line)

    def finish(self) -> None:
        """Check what only the whole shows: that every class an entry asks for is there."""
        for entry in self.entries.values():
            for group in (g for c in entry.conditions for o in c.options for g in o.groups):
                if group not in self.classes:
                    path, line = self.places[entry.id]
                    self.mistakes.append(
                        LexiconError(
                            f"{path}:{line}: entry {entry.id}: class @{group} is not in classes.tsv; add it there"
                        )
                    )

    def lexicon(self) -> Lexicon:
        """The lexicon that the tables make; raises the first mistake when there is one."""
        if self.mistakes:
            raise self.mistakes[0]
        light = {head: tuple(found.values()) for head, found in self.light.items()}
        return Lexicon(self.entries, self.classes, LightVerbs(light))


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> Lexicon:
    tables = Tables()
    for folder in folders:
        tables.read(folder)
    tables.finish()
    return tables.lexicon()


def rows(path: Path) -> Iterator[tuple[int, dict[str, str] | LexiconError]]:
    """Rows of a TSV file by column name, or what is wrong with one; missing trailing cells are empty."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        yield 1, LexiconError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8")
        return
    except OSError as error:
        yield 1, LexiconError(f"{path}: {error.strerror}; make it readable")
        return
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) > len(header):
            problem = f"{path}:{number}: {len(cells)} cells for {len(header)} columns; separate with one tab"
            yield number, LexiconError(problem)
        else:
            yield number, dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))


def _columns(where: str, row: Mapping[str, str], wanted: tuple[str, ...]) -> None:
    missing = [c for c in wanted if c not in row]
    if missing:
        raise LexiconError(f"{where}: no column {missing[0]!r}; the header is {' '.join(wanted)}, with tabs between")


def _entry(path: Path, line: int, row: Mapping[str, str], own: Mapping[str, EventType]) -> Entry:
    where = f"{path}:{line}"
    _columns(where, row, _COLUMNS)
    event: str = row["event"]
    if own and event not in own:
        raise LexiconError(f"{where}: event {event!r} is no type of types.tsv; use {', '.join(own)}, or add it there")
    event = own.get(event, event)
    if event != "none" and event not in _EVENTS:
        raise LexiconError(f"{where}: event {event!r} is neither a PLOVER type nor none")
    if not row["id"]:
        raise LexiconError(f"{where}: empty id; give the entry a name of its own")
    if row["pos"] not in ("verb", "noun", "adj"):
        raise LexiconError(f"{where}: pos {row['pos']!r} is not verb, noun or adj")
    actors, arrow, recipients = row["frame"].partition(">")
    if not arrow and event != "none":
        raise LexiconError(f"{where}: frame {row['frame']!r} has no '>' between actor and recipient")
    try:
        conditions = parse_conditions(row["when"])
    except ValueError as error:
        raise LexiconError(f"{where}: {error}") from error
    try:
        prior = float(row["prior"] or 0.8)
    except ValueError:
        prior = -1.0
    if not 0 <= prior <= 1:
        raise LexiconError(f"{where}: prior {row['prior']!r} is no number from 0 to 1; leave it empty for 0.8")
    predicate = tuple(row["predicate"].lower().split())
    if not predicate:
        raise LexiconError(f"{where}: empty predicate")
    return Entry(
        id=row["id"],
        predicate=predicate,
        pos=row["pos"],
        actors=_side(actors),
        recipients=_side(recipients),
        topic=tuple(row["topic"].replace("/", " ").split()),
        conditions=conditions,
        event=event if event != "none" else None,  # type: ignore[arg-type]
        mode=tuple(m for m in row["mode"].replace(",", " ").split()),
        cameo=row["cameo"] or None,
        prior=prior,
        example=row["example"] or None,
        weight=2 * (len(predicate) - 1) + sum(c.weight for c in conditions),
        own=row["event"] if row["event"] in own else None,
    )


def _side(text: str) -> Side:
    return tuple(
        tuple(role.strip().replace("_", " ") for role in part.split("+")) for part in text.split("/") if part.strip()
    )
