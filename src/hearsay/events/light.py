"""Light verbs: verbs that lend their arguments to the noun that carries the act ("held talks", "came under attack")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading


@dataclass(frozen=True, slots=True)
class Light:
    """One row of ``light_verbs.tsv``.

    ``link`` is where the noun stands: obj, nsubj, or a preposition; ``subject`` what the verb's subject is to the
    act: agent ("held talks"), patient ("came under attack"), none ("sparked protests"), or object when it is the
    verb's object that undergoes the act ("put him on trial").
    """

    verb: str
    link: str
    subject: str


class LightVerbs:
    """Rows by verb lemma."""

    def __init__(self, rows: Mapping[str, tuple[Light, ...]]) -> None:
        self._rows = rows

    def knows(self, lemmas: Iterable[str]) -> bool:
        """True when one of the lemmas begins a row."""
        return any(lemma in self._rows for lemma in lemmas)

    def find(self, reading: Reading, verb: int, link: str) -> Light | None:
        rows = next((r for form in forms(reading.words[verb]) if (r := self._rows.get(form))), None)
        if not rows:
            return None
        particles = {c.lemma.lower() for c in reading.children(verb, "compound:prt")}
        if link != "obj":
            particles |= {c.lemma.lower() for c in reading.children(verb, "obj")}  # "take *part* in talks"
        best: Light | None = None
        for row in rows:
            needed = set(row.verb.split()[1:])
            if row.link == link and needed <= particles and (best is None or len(row.verb) > len(best.verb)):
                best = row
        return best
