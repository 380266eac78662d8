"""What a cue brings: the words that report, who speaks, and the words reported, as word indices of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.attribution.lexicon import CueClass
from hearsay.reading.tree import Reading, Word

Form = Literal["clause", "infinitive", "nominal", "around", "none"]

_CONTRAST = frozenset(("because", "only", "just", "merely", "simply", "least"))
_NOBODY = frozenset(("nobody", "none", "nothing", "no-one"))
_NEGATIVE = frozenset(("not", "n't", "never", "n’t", "neither", "nor", "hardly"))


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue with its parts, all as word indices of the article."""

    anchor: int
    cue: tuple[int, ...]
    kind: CueClass
    frames: frozenset[str]
    source: int | None
    content: frozenset[int]
    via: tuple[int, ...] = ()
    negated: bool = False
    pos: str = "VERB"
    form: Form = "clause"
    """How the content hangs on the cue; ``around``: it is the clause around a parenthetical cue, not a complement."""
    frame: str = "clause"
    """The frame of the lexicon that let the content in."""
    passive: bool = False
    strong: bool = True


def is_negated(reading: Reading, index: int) -> bool:
    """Whether a predicate has its own negation ("did not say", "no statement"), not a mere contrast ("not only")."""
    return any(_negates(reading, child) for child in reading.children(index))


def _negates(reading: Reading, child: Word) -> bool:
    lower = child.text.lower()
    if child.relation in ("nsubj", "obj", "iobj"):
        return _nobody(reading, child)
    if child.relation in ("advmod", "aux", "cc") and lower in _NEGATIVE:
        after = reading.words[child.index + 1].text.lower() if child.index + 1 < len(reading.words) else ""
        return after not in _CONTRAST
    if child.relation == "advmod" and lower in ("longer", "more"):
        return reading.words[child.index - 1].text.lower() == "no"
    return child.relation == "det" and lower == "no"


def _nobody(reading: Reading, word: Word) -> bool:
    """ "Nobody", "no one", "none of the soldiers", "no civilians": there is none who does it or to whom it is done."""
    return word.text.lower() in _NOBODY or any(
        child.text.lower() in ("no", "neither") and child.relation in ("det", "advmod")
        for child in reading.children(word.index)
    )
