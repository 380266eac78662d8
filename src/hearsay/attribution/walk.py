"""The walk from a sentence's root down to one word, composing what each word on the way does to it.

Each operator gives its complement a standing, by its own polarity (relative polarity: Nairn, Condoravdi and Karttunen
2006; Lotan, Stern and Dagan 2013). Who vouches is said by :mod:`hearsay.attribution.vouching`.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.attribution.chains import Link
from hearsay.attribution.entries import Entries
from hearsay.attribution.findings import is_negated
from hearsay.attribution.lexicon import Words
from hearsay.attribution.quotes import Quotation
from hearsay.attribution.reporting import Told
from hearsay.attribution.stance import Stance
from hearsay.attribution.state import CUE_EFFECTS, FACT, State
from hearsay.attribution.vouching import Vouching
from hearsay.reading.tree import Reading, Word

_VERBAL = ("VERB", "AUX")
_ENABLING = frozenset(("allow", "enable", "able"))
"""In the past they tell that it was done ("was able to flee"), in the present that it can be."""


class Walk:
    """Answers :meth:`stance` for the words of one article; everything is kept for the one call that made it."""

    def __init__(
        self,
        reading: Reading,
        told: Sequence[Told],
        quotations: Sequence[Quotation],
        credit: tuple[Link, ...],
        lexicon: Words,
    ):
        self.reading, self.lexicon = reading, lexicon
        self.entries = Entries(reading, lexicon)
        self.vouching = Vouching(reading, told, quotations, credit, self.entries)
        self.syntax = self.vouching.syntax
        self._states: dict[int, State] = {}
        self._contexts: dict[int, State] = {}

    # -- the answer -----------------------------------------------------------------------------------

    def stance(self, index: int) -> Stance:
        """How the article stands to what the word ``index`` tells."""
        state = self.state(index)
        chain, step = self.vouching.chain(index)
        steps = (step, *state.steps) if step else state.steps
        return Stance(state.status(), tuple(s for s, _ in chain), tuple(m for _, m in chain), steps)

    # -- the walk -------------------------------------------------------------------------------------

    def state(self, index: int) -> State:
        """The standing of a word: what stands above it, and its own auxiliaries, negation and modality."""
        if index not in self._states:
            # From the root down, so that a deep tree needs no deep recursion.
            for above in [*(w.index for w in self.reading.ancestors(index))][::-1]:
                self._settle(above)
            self._settle(index)
        return self._states[index]

    def _settle(self, index: int) -> None:
        if index not in self._states:
            self._states[index] = FACT  # for a word that is asked about on its own way up
            self._states[index] = self._own(index, self.context(index))

    def context(self, index: int) -> State:
        """The standing that what is above a word gives it."""
        if index not in self._contexts:
            self._contexts[index] = FACT
            self._contexts[index] = self._context(self.reading.words[index])
        return self._contexts[index]

    def _context(self, word: Word) -> State:
        head = self.reading.head(word.index)
        relation = word.relation
        if head is None or relation in ("parataxis", "list", "dislocated", "discourse", "vocative"):
            return self._asked(word)
        if relation == "conj":
            return self._conjunct(word, head)
        if word.deprel == "acl:relcl" and not any(
            m.text.lower() == "that" for m in self.reading.children(word.index, "mark")
        ):
            return FACT
        if relation in ("appos", "flat", "fixed", "goeswith", "orphan", "dep"):
            return self.state(head.index)
        frames = self.syntax.frames(word, head)
        above = self.state(head.index)
        if "inf" in frames and self.syntax.going_to(head):
            return above.under("planned", f"{head.text} to")
        if "inf" in frames and self.syntax.yet_to(head, word):
            return above.under("counterfact", f"{head.text} yet to")
        if "subj" in frames or "obj" in frames:
            raised = self._raised(word, head)
            if raised is not None:
                return raised
        operator = self.entries.operator(head, frames)
        if operator is not None and not self.entries.spared(word, head, operator):
            effect = operator.negative if above.negated else operator.positive
            if effect == "fact" and head.lemma in _ENABLING and self.syntax.present(head):
                effect = "possible"
            return above.under(effect, self.syntax.name(head))
        cue = self.entries.cue(head, frames)
        if cue is not None and frames & {"clause", "inf"} and relation in ("ccomp", "xcomp", "csubj", "acl"):
            effects = CUE_EFFECTS[cue.kind]
            if self.syntax.asked_how(word):
                return above.under("presupposed", self.syntax.name(head))
            if "clause" in frames and cue.kind == "promise":
                effects = ("planned", "possible")
            return above.under(effects[1] if above.negated else effects[0], self.syntax.name(head))
        if cue is not None and cue.kind == "demand":
            return above.under("possible", self.syntax.name(head))
        if relation in ("xcomp", "aux", "cop"):
            return above
        if relation in ("ccomp", "csubj"):
            return State(False, above.mode, above.steps)
        if relation == "advcl":
            return self._adverbial(word, head, above)
        if relation == "acl":
            return State(False, above.mode, above.steps) if "inf" in frames else FACT
        return self._argument(word, head, frames, above)

    def _conjunct(self, word: Word, head: Word) -> State:
        """A conjunct shares what stands above the first, and its auxiliaries when it has none of its own."""
        context = self.context(head.index)
        if word.upos not in _VERBAL and head.upos not in _VERBAL:
            return self.state(head.index) if word.index > head.index else context
        governor = self.reading.head(head.index)
        if word.xpos == "VBD" and head.xpos == "VB" and head.relation == "xcomp" and governor is not None:
            return self.context(governor.index)  # "planned to travel, and Berlin *called* on them"
        if self.reading.child(word.index, "nsubj", "aux", "cop"):
            return context
        if word.xpos in ("VBD", "VBZ") and self.syntax.modal(head) is not None:
            return context  # "would not let it pass and *ordered* talks": no modal stands before a finite verb
        link = self.reading.child(word.index, "cc")
        shared = self._own(head.index, context, negation=link is not None and link.lemma in ("or", "nor"))
        return shared if word.upos in _VERBAL else context

    def _asked(self, word: Word) -> State:
        """The standing of a root: open when its sentence asks yes or no."""
        if self.syntax.asks(word):
            return State(False, "possible", ("a question -> possible",))
        if self.syntax.commands(word):
            return State(False, "possible", ("a command -> possible",))
        return FACT

    def _raised(self, word: Word, head: Word) -> State | None:
        """The subject of "talks are expected to resume" belongs under "resume"."""
        if word.relation != "nsubj":
            return None
        for lower in self.reading.children(head.index, "xcomp"):
            if lower.upos not in _VERBAL or lower.index < head.index:
                continue
            frame = "obj" if self.reading.child(lower.index, "aux:pass") else "subj"
            operator = self.entries.operator(lower, frozenset((frame,)))
            if operator is not None:
                state = self.state(lower.index)
                return state.under(operator.negative if state.negated else operator.positive, self.syntax.name(lower))
            return self._raised(word, lower)
        return None

    def _adverbial(self, word: Word, head: Word, above: State) -> State:
        """Clauses of condition, purpose, time and manner."""
        markers = [m.text.lower() for m in self.reading.children(word.index, "mark", "case", "advmod", "cc")]
        for marker in markers:
            entries = self.lexicon.operators.get((marker, "SCONJ"), ())
            if entries:
                return FACT.under(entries[0].positive, marker)
        if "before" in markers and any(a.lemma in ("can", "could") for a in self.reading.children(word.index, "aux")):
            return FACT.under("counterfact", "before ... could")
        if "to" in markers:
            state = State(False, above.mode, above.steps)
            return state.under("possible", "a purpose") if above.negated else state
        if above.mode != "fact" and (not markers or markers[0] in ("by", "when", "after", "once", "as")):
            return State(False, above.mode, above.steps)
        return FACT

    def _argument(self, word: Word, head: Word, frames: frozenset[str], above: State) -> State:
        """A noun under a word that says nothing of it: presupposed when definite, else as real as the head."""
        if above == FACT or word.upos in ("ADV", "PUNCT"):
            return FACT
        if "comp" in frames or word.relation in ("amod", "compound"):
            return above
        definite = self.syntax.definite(word)
        if head.upos in _VERBAL:
            if definite or (above.mode == "fact" and "obj" not in frames and "subj" not in frames):
                return FACT
            return State(above.negated and "obj" in frames, above.mode, above.steps)
        if word.deprel == "nmod:poss" or definite:
            return FACT
        return above

    # -- marks on the word itself -----------------------------------------------------------------------

    def _own(self, index: int, state: State, negation: bool = True) -> State:
        word = self.reading.words[index]
        negated = negation and is_negated(self.reading, index)
        modal = self.syntax.modal(word)
        if modal is not None:
            perfect = self.syntax.perfect(word)
            if perfect and modal in ("should", "would", "could", "ought"):
                if modal == "could":
                    return state if negated else state.marked("possible", modal)
                return state if negated else state.marked("counterfact", f"{modal} have")
            state = self._modal(index, modal, negated, state)
            if negated:
                return state
        elif self.syntax.to_come(word):
            state = state.marked("planned", "is to")
        if negated or (word.upos == "NOUN" and self.syntax.without(word)):
            state = state.marked("counterfact", "not" if negated else "without")
        for child in self.reading.children(index, "amod", "advmod", "compound"):
            pos = "ADV" if child.relation == "advmod" else "ADJ"
            for operator in self.lexicon.operators.get((child.text.lower(), pos), ()):
                if "mod" in operator.frames and not operator.vouches and self.syntax.next_is_head(child):
                    state = state.marked(operator.positive, child.text)
        return state

    def _modal(self, index: int, modal: str, negated: bool, state: State) -> State:
        if modal in ("can", "could") and self.reading.child(index, "mark") and state.negated:
            return state
        if self.syntax.conditional(index):
            return state.marked("possible", "a condition")
        if modal in ("will", "shall"):
            planned = state.marked("planned", modal)
            return planned.marked("counterfact", "not") if negated else planned
        if modal == "would" and not negated and self._backshifted(index):
            return state.marked("planned", modal)
        for operator in self.lexicon.operators.get((modal, "AUX"), ()):
            return state.marked(
                operator.negative if negated else operator.positive, f"{modal} not" if negated else modal
            )
        return state

    def _backshifted(self, index: int) -> bool:
        """ "said it would attack": a future seen from the past, in reported words outside quotation marks."""
        for one in self.vouching.over[index]:
            finding = one.draft.finding
            if finding is None or one.draft.quotes:
                continue
            return self.reading.words[finding.anchor].xpos in ("VBD", "VBN", "VBG", "NN", "NNS")
        return False
