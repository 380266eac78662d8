"""What the walk asks of the tree: the form of a complement, tense and mood, definiteness."""

from __future__ import annotations

from hearsay.attribution.complements import is_gerund
from hearsay.reading.tree import Reading, Word

_MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would", "sha": "shall"}
_MODAL_LEMMAS = frozenset(("will", "shall", "can", "could", "may", "might", "must", "should", "would", "ought"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such", "both", "all"))
_WH = frozenset(("who", "what", "which", "whom", "whose", "when", "where", "why", "how"))


class Syntax:
    """Questions about single words of one reading."""

    def __init__(self, reading: Reading):
        self.reading = reading

    def frames(self, word: Word, head: Word) -> frozenset[str]:
        """The names under which a lexicon entry of ``head`` may mean this complement (see ``lexicon``)."""
        relation = word.relation
        markers = [m.lemma.lower() for m in self.reading.children(word.index, "mark", "case") if m.index < word.index]
        found: set[str] = set()
        if relation in ("xcomp", "ccomp", "csubj", "acl", "advcl"):
            if "to" in markers and word.upos in ("VERB", "AUX", "ADJ", "NOUN"):
                found.add("inf" if relation != "advcl" or head.upos == "ADJ" or self._passive(head) else "purpose")
            elif is_gerund(self.reading, word) and relation != "acl":
                found.add("ger")
                found.update(m for m in markers if m not in ("that",))
            elif relation in ("ccomp", "csubj") or "that" in markers or "whether" in markers:
                found.add("clause")
            elif relation == "xcomp":
                found.add("inf" if word.upos in ("VERB", "AUX") else "pred")
            else:
                found.update(markers)
            if relation == "acl" and word.xpos == "VBG":
                found.update(markers)
            return frozenset(found)
        if word.deprel == "nsubj:pass" or relation == "obj":
            return frozenset(("obj",))
        if relation == "nsubj":
            return frozenset(("subj",))
        if relation in ("obl", "nmod"):
            return frozenset(markers)
        if relation in ("compound", "amod"):
            return frozenset(("comp",))
        return frozenset()

    def _passive(self, head: Word) -> bool:
        return self.reading.child(head.index, "nsubj:pass", "aux:pass") is not None

    def name(self, word: Word) -> str:
        """The word with its particle, for the steps shown to a reader."""
        particle = self.reading.child(word.index, "compound:prt")
        return word.text if particle is None else f"{word.text} {particle.text}"

    def modal(self, word: Word) -> str | None:
        """The modal auxiliary of a predicate, in its full form."""
        for child in self.reading.children(word.index, "aux"):
            lower = child.text.lower()
            lemma = _MODALS.get(lower, lower)
            if lower in ("'d", "’d") and word.xpos == "VBN":
                continue
            if lemma in _MODAL_LEMMAS:
                return lemma
        return None

    def perfect(self, word: Word) -> bool:
        return any(c.lemma == "have" for c in self.reading.children(word.index, "aux"))

    def to_come(self, word: Word) -> bool:
        """ "is to meet", "are to be held": a form of "be" before a to-infinitive on one predicate."""
        if any(c.text.lower() == "due" for c in self.reading.children(word.index, "case")) and (
            word.upos == "VERB" or any(c.lemma == "be" for c in self.reading.children(word.index, "cop"))
        ):
            return True
        if word.relation not in ("root", "ccomp", "conj", "parataxis") and word.deprel != "acl:relcl":
            return False
        to = next((m for m in self.reading.children(word.index, "mark") if m.text.lower() == "to"), None)
        if to is None:
            return False
        return any(c.lemma == "be" and c.index < to.index for c in self.reading.children(word.index, "aux", "cop"))

    def asked_how(self, word: Word) -> bool:
        """Whether a clause asks for the circumstances of what it takes for granted: "did not say why they left"."""
        return any(
            c.text.lower() in ("why", "how", "when", "where")
            for c in self.reading.children(word.index, "advmod", "mark")
        )

    def without(self, word: Word) -> bool:
        return any(c.text.lower() == "without" for c in self.reading.children(word.index, "case"))

    def going_to(self, word: Word) -> bool:
        """ "is going to": a future, not a journey."""
        return word.lemma == "go" and word.xpos == "VBG" and self.reading.child(word.index, "aux") is not None

    def yet_to(self, word: Word, lower: Word) -> bool:
        """ "has yet to": not so far, whether "yet" hangs on "has" or on the verb below."""
        return word.lemma in ("have", "be") and any(
            c.text.lower() == "yet" and word.index < c.index < lower.index
            for c in (*self.reading.children(word.index, "advmod"), *self.reading.children(lower.index, "advmod"))
        )

    def present(self, word: Word) -> bool:
        """Whether a predicate is in the simple present, by its own form or its "is": what may be done at any time."""
        finite = list(self.reading.children(word.index, "aux", "cop"))
        if finite:
            return len(finite) == 1 and finite[0].xpos in ("VBZ", "VBP")
        return word.xpos in ("VBZ", "VBP")

    def commands(self, word: Word) -> bool:
        """Whether a root is an imperative: a bare verb without subject or auxiliary."""
        return (
            word.xpos == "VB"
            and word.upos == "VERB"
            and not self.reading.child(word.index, "nsubj", "aux", "mark", "expl", "csubj")
        )

    def next_is_head(self, word: Word) -> bool:
        """Whether a modifier stands before its head with no other adverb to lean on ("almost certainly killed")."""
        after = self.reading.words[word.index + 1] if word.index + 1 < len(self.reading.words) else None
        return after is None or word.upos != "ADV" or after.upos != "ADV"

    def conditional(self, index: int) -> bool:
        """Whether a predicate depends on an if-clause."""
        return any(
            m.lemma in ("if", "unless")
            for c in self.reading.children(index, "advcl")
            for m in self.reading.children(c.index, "mark")
        )

    def asks(self, word: Word) -> bool:
        """Whether a word is the root of a yes-or-no question."""
        sentence = self.reading.sentence_of(word.index)
        last = self.reading.words[max(sentence.first, sentence.last - 1) : sentence.last + 1]
        if not any(w.text.startswith("?") for w in last):
            return False
        own = [self.reading.words[i] for i in self.reading.subtree(word.index)]
        return not any(w.text.lower() in _WH for w in own)

    def definite(self, word: Word) -> bool:
        """Whether a noun phrase points at something known: article, possessor, demonstrative, name."""
        if word.upos in ("PROPN", "PRON"):
            return True
        return any(
            c.deprel == "nmod:poss" or (c.relation == "det" and c.text.lower() in _DEFINITE)
            for c in self.reading.children(word.index)
        )
