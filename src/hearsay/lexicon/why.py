"""Why a sentence is coded as it is: for each word the entries tried, what failed, which won, what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events.coding import EventCoder
from hearsay.events.matching import Trial
from hearsay.ingest import make_document
from hearsay.pipeline import Coder
from hearsay.records import Event, Span


@dataclass(frozen=True)
class Trying:
    """One entry that was tried at a word. It holds when nothing failed."""

    entry: str
    event: str
    """PLOVER type, name of an own type, or ``none``."""
    failed: tuple[str, ...]
    """Conditions of the entry that do not hold, as its ``when`` cell has them, and words of it that are not there."""
    won: bool


@dataclass(frozen=True)
class Tried:
    """A word that entries were tried at, with what came of it."""

    word: str
    span: Span
    roles: tuple[tuple[str, str], ...]
    """What stands in the roles of its clause: (role, word)."""
    entries: tuple[Trying, ...]
    """In the order in which they are tried: of those that hold the first wins."""
    outcome: str


def why(sentence: str, coder: Coder | None = None, published: str | None = None) -> tuple[Tried, ...]:
    """What the lexicon makes of each word of a sentence (or of a few), in text order.

    Raises IngestError when there is no text.
    """
    coder = coder or Coder()
    document = make_document(sentence, id="sentence", published=published)
    reading = coder.read(document)
    cast = find_cast(reading, coder.world)
    events = EventCoder(reading, cast, attribute(reading, cast, coder.world), coder.world, coder.vocabulary)
    events.candidates()
    coding = coder.code(document)
    told: dict[int, Event] = {}
    for event in coding.events:
        for mention in event.mentions:
            told[mention.trigger[0]] = event
    own = {mention.trigger[0]: event.event for event in coding.own for mention in event.mentions}
    found = []
    for word in reading.words:
        trials = events.matcher.trials(word.index)
        if not trials:
            continue
        match = events.matcher.at(word.index)
        outcome = events.dropped.get(word.index, "tells the same act as another word")
        if match is None:
            outcome = "no entry holds"
        elif word.begin in told:
            event = told[word.begin]
            sides = [", ".join(a.name or "unnamed" for a in side) or "-" for side in (event.actor, event.recipient)]
            outcome = f"{event.event}{' ' + ', '.join(event.mode) if event.mode else ''}: {sides[0]} > {sides[1]}"
        if word.begin in own:
            outcome = f"{own[word.begin]}; {outcome}" if word.begin in told else own[word.begin]
        winner = None if match is None else match.entry.id
        roles = () if match is None else tuple(
            (role, reading.words[f.word].text) for role, fillers in match.clause.roles.items() for f in fillers
        )  # fmt: skip
        entries = tuple(_trying(t, winner) for t in trials)
        found.append(Tried(word.text, word.span, roles, entries, outcome))
    return tuple(found)


def _trying(trial: Trial, winner: str | None) -> Trying:
    entry = trial.entry
    words = (f"words: {' '.join(entry.predicate)}",) if trial.missing else ()
    failed = (*words, *(str(c) for c in trial.failed))
    return Trying(entry.id, entry.own or entry.event or "none", failed, entry.id == winner)
