"""The lexicon: what predicates do, as rows that a political scientist can read, edit and override.

A folder of TSV files with a header line, UTF-8, ``#`` lines and empty lines ignored:

``*.tsv`` except the two below: entries, one a line
    ``id``         unique; a project folder's entry replaces the packaged one of the same id
    ``predicate``  lemma, with particles, prepositions or modifiers as further words: ``call for``, ``hunger strike``
    ``pos``        verb, noun or adj
    ``frame``      who is actor ``>`` who is recipient, as roles of :mod:`hearsay.events.clauses`; ``a/b``: the first
                   that is filled, ``a+b``: all of them; ``act``: the recipients of the embedded act; ``doer``: the
                   subject of the complement; ``aimed``: what the weapon is pointed at; ``speaker``: who says the words
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
from dataclasses import dataclass
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
        self._index = {key: tuple(sorted(found, key=lambda e: (-e.weight, e.id))) for key, found in index.items()}

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


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> Lexicon:
    entries: dict[str, Entry] = {}
    classes: dict[str, frozenset[str]] = {}
    light: dict[str, dict[tuple[str, str], Light]] = {}
    for folder in folders:
        here: set[str] = set()
        for path in sorted(folder.glob("*.tsv")):
            for line, row in _rows(path):
                if path.name == "classes.tsv":
                    classes[row["class"]] = frozenset(row["words"].split())
                elif path.name == "light_verbs.tsv":
                    verb = row["verb"]
                    light.setdefault(verb.split()[0], {})[verb, row["link"]] = Light(verb, row["link"], row["subject"])
                else:
                    entry = _entry(path, line, row)
                    if entry.id in here:
                        raise LexiconError(f"{path}:{line}: id {entry.id!r} is used twice; ids are unique in a folder")
                    here.add(entry.id)
                    entries[entry.id] = entry
    for entry in entries.values():
        for group in (g for c in entry.conditions for o in c.options for g in o.groups):
            if group not in classes:
                raise LexiconError(f"entry {entry.id}: class @{group} is not in classes.tsv; add it there")
    rows = {head: tuple(found.values()) for head, found in light.items()}
    return Lexicon(entries, classes, LightVerbs(rows))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a TSV file by column name; missing trailing cells are empty."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{path}:{number}: {len(cells)} cells for {len(header)} columns; separate with one tab")
        yield number, dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))


def _entry(path: Path, line: int, row: Mapping[str, str]) -> Entry:
    where = f"{path}:{line}"
    missing = [c for c in _COLUMNS if c not in row]
    if missing:
        raise LexiconError(f"{where}: no column {missing[0]!r}; the header is {' '.join(_COLUMNS)}")
    event = row["event"]
    if event != "none" and event not in _EVENTS:
        raise LexiconError(f"{where}: event {event!r} is neither a PLOVER type nor none")
    if row["pos"] not in ("verb", "noun", "adj"):
        raise LexiconError(f"{where}: pos {row['pos']!r} is not verb, noun or adj")
    actors, arrow, recipients = row["frame"].partition(">")
    if not arrow and event != "none":
        raise LexiconError(f"{where}: frame {row['frame']!r} has no '>' between actor and recipient")
    try:
        conditions = parse_conditions(row["when"])
        prior = float(row["prior"] or 0.8)
    except ValueError as error:
        raise LexiconError(f"{where}: {error}") from error
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
    )


def _side(text: str) -> Side:
    return tuple(
        tuple(role.strip().replace("_", " ") for role in part.split("+")) for part in text.split("/") if part.strip()
    )
