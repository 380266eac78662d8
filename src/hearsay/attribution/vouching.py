"""Who vouches for a word beside the outlet: the reports whose content holds it, and words of hearsay above it.

Source chains after Saurí and Pustejovsky (2009); quotations that the tree does not hold together count too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.attribution.chains import Link
from hearsay.attribution.entries import Entries
from hearsay.attribution.findings import Finding
from hearsay.attribution.quotes import Quotation
from hearsay.attribution.reporting import Told, cover, object_of_denial
from hearsay.attribution.syntax import Syntax
from hearsay.reading.tree import Reading, Word
from hearsay.records import Source

_NOBODY: Link = (Source(name=None), None)
"""A voucher that the text leaves unnamed."""


class Vouching:
    """Answers :meth:`chain` for the words of one article."""

    def __init__(
        self,
        reading: Reading,
        told: Sequence[Told],
        quotations: Sequence[Quotation],
        credit: tuple[Link, ...],
        entries: Entries,
    ):
        self.reading, self.credit, self.entries = reading, credit, entries
        # Scare quotes of one or two words are nobody's (GUIDELINES).
        self._quotations = [q for q in quotations if len(reading.document.text[q.begin : q.end].split()) > 2]
        self._ends = [q.end for q in self._quotations]
        self.over = cover(reading, told)
        """For each word, everything told that it stands in."""
        self.syntax = Syntax(reading)

    def chain(self, index: int) -> tuple[tuple[Link, ...], str | None]:
        """The links that vouch for a word beside the outlet, outermost first."""
        word = self.reading.words[index]
        best: Told | None = None
        size = 0
        for one in self.over[index]:
            if not any(b <= word.begin and word.end <= e for b, e in one.draft.content):
                continue
            if not (self._vouches(one) and not self._presupposed(one)) and not self._in_marks(index, one):
                continue
            length = sum(e - b for b, e in one.draft.content)
            if best is None or length < size:
                best, size = one, length
        chain = self.credit
        step = None
        if best is not None:
            chain = (*chain, *(link for link in best.chain() if link not in chain))
            if not best.links and not (best.idle and best.outer) and not object_of_denial(best):
                chain = (*chain, self._unnamed(best))
            cue = best.draft.finding
            verb = self.reading.words[cue.anchor].text if cue is not None else "quotation"
            step = f"{verb} -> told by {chain[-1][0].name or 'someone unnamed'}" if chain else None
        hearsay = self._hearsay(index)
        if hearsay is not None and (best is None or best.links):
            return (*chain, hearsay), "reportedly -> told by someone unnamed"
        return chain, step

    def _unnamed(self, one: Told) -> Link:
        """A voucher the text does not name; a reporting noun gives the words ("reports")."""
        finding = one.draft.finding
        if finding is None or finding.pos != "NOUN":
            return _NOBODY
        word = self.reading.words[finding.anchor]
        return Source(name=word.text, span=word.span, text=word.text), None

    def _hearsay(self, index: int) -> Link | None:
        """ "reportedly" on the word, or on a predicate it hangs on."""
        here: Word | None = self.reading.words[index]
        while here is not None:
            for child in self.reading.children(here.index, "advmod"):
                operators = self.entries.lexicon.operators.get((child.text.lower(), "ADV"), ())
                if any(o.vouches for o in operators):
                    return _NOBODY
            if here.relation in ("ccomp", "parataxis", "advcl", "acl", "root", "csubj"):
                return None
            here = self.reading.head(here.index)
        return None

    def _in_marks(self, index: int, one: Told) -> bool:
        """Whether a word stands in a quotation that the content takes in: then the words are the speaker's own."""
        begin = self.reading.words[index].begin
        number = bisect_right(self._ends, begin)
        if number == len(self._quotations) or self._quotations[number].begin > begin:
            return False
        quotation = self._quotations[number]
        return any(b <= quotation.begin and quotation.end <= e for b, e in one.draft.content)

    def _vouches(self, one: Told) -> bool:
        """Whether the speaker of a report, not the outer voice, answers for its content."""
        finding = one.draft.finding
        if finding is None or (one.draft.quotes and finding.form in ("none", "around", "clause")):
            return True
        operator = self._operator_of_form(finding)
        if operator is not None:
            return operator
        if finding.form == "infinitive":
            return finding.kind in ("assertion", "denial") or (finding.passive and finding.kind == "belief")
        if finding.form == "nominal":
            return finding.kind in ("denial", "doubt") and finding.pos == "VERB"
        return finding.kind != "demand"

    def _presupposed(self, one: Told) -> bool:
        """ "asked why they had fled": whoever asks for the circumstances takes the act for granted, with the outlet."""
        finding = one.draft.finding
        if finding is None or finding.kind != "question" or finding.form != "clause":
            return False
        tops = [i for i in finding.content if self.reading.words[i].head == finding.anchor]
        return any(self.syntax.asked_how(self.reading.words[i]) for i in tops)

    def _operator_of_form(self, finding: Finding) -> bool | None:
        """What the operator for the content's frame says of who vouches; None when there is none."""
        frames = {"infinitive": {"inf", "ger"}, "nominal": {finding.frame}}.get(finding.form, {"clause"})
        if finding.frame in ("as", "small"):
            frames = {"as", "pred", "obj"}
        for operator in self.entries.operators(self.reading.words[finding.anchor]):
            if operator.frames & frames:
                return operator.vouches if operator.vouches or finding.form in ("infinitive", "nominal") else None
        return None
