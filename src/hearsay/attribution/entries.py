"""What the two lexicons say of a word where it stands: its operators, with their particle, and its cue entries."""

from __future__ import annotations

from hearsay.attribution.lexicon import Cue, Operator, Words
from hearsay.reading.tree import Reading, Word


class Entries:
    """Looks up the words of one article."""

    def __init__(self, reading: Reading, lexicon: Words):
        self.reading, self.lexicon = reading, lexicon

    def operators(self, word: Word) -> tuple[Operator, ...]:
        """All operators of a word; those of "carry out" before those of "carry"."""
        pos = "VERB" if word.upos == "AUX" else word.upos
        lemma = self.lexicon.lemma(word.lemma, word.text, pos)
        for child in self.reading.children(word.index, "compound:prt", "advmod"):
            entries = self.lexicon.operators.get((f"{lemma} {child.text.lower()}", pos))
            if entries is not None:
                return entries
        return self.lexicon.operators.get((lemma, pos), ())

    def operator(self, head: Word, frames: frozenset[str]) -> Operator | None:
        """The first operator of a word for a complement of one of these frames."""
        for operator in self.operators(head):
            if operator.frames & frames:
                return operator
        return None

    def spared(self, word: Word, head: Word, operator: Operator) -> bool:
        """Complements an operator leaves alone: "denied them entry" is no denial, "let" acts on a verb only."""
        if head.lemma == "deny" and self.reading.child(head.index, "iobj"):
            return True
        return head.lemma in ("let", "have", "get") and word.relation != "xcomp" and "inf" in operator.frames

    def cue(self, head: Word, frames: frozenset[str]) -> Cue | None:
        """The first cue entry of a word for a complement of one of these frames."""
        pos = "VERB" if head.upos == "AUX" else head.upos
        for cue in self.lexicon.cues.get((self.lexicon.lemma(head.lemma, head.text, pos), pos), ()):
            if cue.frames & frames:
                return cue
        return None
