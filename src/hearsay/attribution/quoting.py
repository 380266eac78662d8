"""Quotations joined to the cues in the tree, across sentences and paragraphs.

A quotation belongs, in this order, to the verb of saying right after it ("...," said X), to the cue whose content holds
it, to the verb or the colon before it, to what the last speaker was saying, or to the clause whose words it is among.
Surface order counts for more than the tree here: parsers go astray around quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from hearsay.attribution.drafts import Draft, Drafting
from hearsay.attribution.findings import Finding
from hearsay.attribution.fragments import closing, fragment
from hearsay.attribution.heard import last_heard
from hearsay.attribution.labels import headed, labelled
from hearsay.attribution.quotes import Quotation
from hearsay.attribution.unmarked import bare, block

_SCARE = 2
"""Quotations of up to so many words make no source of their own (GUIDELINES: scare quotes)."""
_REACH = 20
"""How many words may stand between a quotation and the verb that follows it."""
_LABEL = 12
"""Longest stretch before a colon that may be a speaker alone."""
_SUBJECT = ("DET", "PROPN", "PRON", "NOUN", "NUM", "ADJ")
_MARKS = "\"“”„«»‹›‘’'`＂"


class Quoting:
    """Gives the quotations of one article to drafts."""

    def __init__(self, drafting: Drafting, findings: Sequence[Finding]):
        self.drafting = drafting
        self.reading = drafting.reading
        self.text = drafting.text
        self.drafts: list[Draft] = []
        self._touching: dict[int, list[Draft]] = {}
        self._by_paragraph: dict[int, list[Draft]] = {}
        for finding in findings:
            self._add(drafting.draft(finding))
        self.verbs = {
            d.finding.anchor: d
            for d in self.drafts
            if d.finding is not None and "quote" in d.finding.frames and drafting.inside[d.finding.anchor] < 0
        }

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._by_paragraph.setdefault(self.reading.sentence_of(draft.where).paragraph, []).append(draft)
        for begin, end in draft.content:
            for number in self.drafting.between(begin, end):
                self._touching.setdefault(number, []).append(draft)

    def join(self) -> list[Draft]:
        """All drafts with content, in no particular order."""
        before: Draft | None = None
        for number, quotation in enumerate(self.drafting.quotations):
            before = self._owner(number, quotation, before)
        for draft in list(self.verbs.values()):
            if not draft.content:
                block(self.drafting, draft)
            if not draft.content:
                bare(self.drafting, draft)
        self._part()
        whose = [d for d in self.drafts if d.finding is not None or d.source is not None]
        return [d for d in (*whose, *labelled(self.drafting, whose)) if d.content]

    def _part(self) -> None:
        """A clause and the quotation after its colon are two reports when the quotation has a verb of its own."""
        taken = sorted(
            s[0]
            for d in self.drafts
            if d.direct
            for s in d.content
            if self.text[max(0, s[0] - 3) : s[0]].rstrip().endswith(":")
        )
        for draft in self.drafts:
            if draft.direct or not draft.content:
                continue
            low, high = bisect_left(taken, draft.content[0][0]), bisect_left(taken, draft.content[-1][1])
            for begin in taken[low:high]:
                if all(begin not in s for s in draft.content):
                    cut = [(b, min(e, begin)) if b < begin < e else (b, e) for b, e in draft.content]
                    if cut != draft.content:
                        draft.content = self.drafting.clean(cut, draft.barred(), draft.content[0][0])

    def _owner(self, number: int, quotation: Quotation, before: Draft | None) -> Draft | None:
        words = self.reading.words
        members = self.drafting.members[number]
        size = sum(1 for i in members if words[i].upos != "PUNCT")
        if not size:
            return before
        draft = self._followed(members, quotation, size)
        if quotation.continued and before is not None:
            return self._give(before, quotation) if draft is None else self._merged(before, draft)
        draft = draft or self._covering(number, quotation)
        if draft is not None:
            return draft
        if size <= _SCARE and not self._introduced(members) and not self._whole(members, quotation):
            return self._coordinate(number, quotation, before)
        draft = self._preceded(members, quotation) or self._coordinate(number, quotation, before)
        if draft is not None:
            return draft
        if self._opens(members):
            return self._resumed(members, quotation)
        draft = fragment(self.drafting, self.drafts, members) if size > _SCARE else None
        if draft is not None:
            self._add(draft)
        return draft if draft is not None and draft.content else None

    def _whole(self, members: range, quotation: Quotation) -> bool:
        """Whether a short quotation is a sentence of its own: "They fled." """
        inner = self.text[quotation.begin : quotation.end].rstrip(_MARKS + " ")
        return inner[-1:] in (".", "!", "?") and self._ended(members[0])

    def _coordinate(self, number: int, quotation: Quotation, before: Draft | None) -> Draft | None:
        """ "Send them home," and "Build the wall.": two quotations that only a conjunction parts."""
        previous = self.drafting.quotations[number - 1] if number else None
        if (
            previous is None
            or before is None
            or not any(b <= previous.begin and previous.end <= e for b, e in before.content)
        ):
            return None
        link = self.text[previous.end : quotation.begin].strip(", ")
        return self._give(before, quotation) if link in ("and", "or", "and then", "") else None

    def _give(self, draft: Draft, quotation: Quotation, replace: bool = False) -> Draft:
        spans = [] if replace else draft.content
        if spans and spans[-1][1] <= quotation.begin:
            draft.content = [*spans, *self.drafting.clean([quotation.span], draft.barred(), quotation.begin)]
            draft.quotes += 1
            return draft
        draft.content = self.drafting.clean([*spans, quotation.span], draft.barred(), quotation.begin)
        draft.quotes = 1 if replace else draft.quotes + 1
        return draft

    def _merged(self, before: Draft, draft: Draft) -> Draft:
        """Earlier paragraphs of a quotation that named nobody go to the speaker whom its last one names."""
        if before.finding is None and before is not draft:
            draft.content = self.drafting.clean([*before.content, *draft.content], draft.barred(), draft.content[0][0])
            draft.quotes += before.quotes
            before.content = []
        return draft

    # -- the verb after -----------------------------------------------------------------------------------

    def _followed(self, members: range, quotation: Quotation, size: int) -> Draft | None:
        """ "...," Smith said; "...," said Jane Smith."""
        words = self.reading.words
        inner = self.text[quotation.begin : quotation.end].rstrip(_MARKS + " ")
        here = members[-1] + 1
        comma = inner[-1:] in (",", "?", "!", "—", "-", "…") or (
            here < len(words) and words[here].text in (",", "—", "–", "-")
        )
        if inner[-1:] == "." or (size <= _SCARE and not comma):
            return None
        while here < len(words) and words[here].text in (",", "—", "–", "-"):
            here += 1
        start = here
        while here < min(len(words), start + _REACH) and self.drafting.same_paragraph(members[-1], here):
            word = words[here]
            if here in self.verbs:
                said = self.verbs[here]
                if (not self._opens(members) and self._told_after(said)) or not (comma or here <= start + 4):
                    return None
                return self._spoken(said, start, quotation)
            relays = word.lemma in ("quote", "cite") and here > start
            if self.drafting.ends_clause(word) or self.drafting.inside[here] >= 0:
                return None
            if word.upos == "VERB" and not relays:
                return None
            if word.upos == "CCONJ" and here == start:
                return None
            here += 1
        return None

    def _opens(self, members: range) -> bool:
        """Whether a quotation stands first in its sentence."""
        return members[0] <= self.reading.sentence_of(members[0]).first + 1 or self._ended(members[0])

    def _told_after(self, draft: Draft) -> bool:
        """Whether a verb has a clause of its own right after it: the author of “Going Up,” said that it was over."""
        finding = draft.finding
        if finding is None or finding.form not in ("clause", "infinitive") or draft.direct:
            return False
        if min(finding.content) < finding.anchor:
            return False
        return self.reading.words[min(finding.content) - 1].upos != "PUNCT"

    def _spoken(self, draft: Draft, start: int, quotation: Quotation) -> Draft | None:
        assert draft.finding is not None
        verb = draft.finding.anchor
        source = draft.source
        if source is None or self.drafting.inside[source] >= 0 or source < start:
            source = self.drafting.before(verb) if verb > start else self.drafting.after(verb)
            if source is None and verb > start:
                source = self.drafting.first(start, verb)
        if source is None and draft.source is None:
            return None
        if source is not None:
            self.drafting.set_source(draft, source)
        if not draft.direct and not self._begun(draft, quotation):
            ends = not draft.content and not self._ended(self.drafting.word_at(quotation.begin))
            begun = closing(self.drafting, self.verbs, draft, quotation) if ends else None
            draft.direct = begun is None
            return self._give(draft, quotation if begun is None else begun, replace=True)
        return self._give(draft, quotation)

    def _begun(self, draft: Draft, quotation: Quotation) -> bool:
        """Whether the content begins before the quotation, in the same sentence: America needs "leaders," he said."""
        assert draft.finding is not None
        first = self.drafting.word_at(quotation.begin)
        if first and self.reading.words[first - 1].text.endswith(":"):
            return False
        low = self.reading.words[self.reading.sentence_of(first).first].begin
        early = [s for s in draft.content if s[0] < quotation.end and s[0] >= low]
        if draft.finding.form not in ("clause", "around") or not early or early[0][0] >= quotation.begin:
            return False
        if self._ended(first):
            return False
        draft.content = [(b, min(e, quotation.end)) for b, e in early]
        return True

    # -- the cue around or before -------------------------------------------------------------------------

    def _covering(self, number: int, quotation: Quotation) -> Draft | None:
        best: Draft | None = None
        most = 0
        for draft in self._touching.get(number, ()):
            if draft.direct or any(quotation.begin <= b < quotation.end for b, _ in draft.barred()):
                continue
            shared = sum(max(0, min(e, quotation.end) - max(b, quotation.begin)) for b, e in draft.content)
            if 2 * shared > quotation.end - quotation.begin and (
                shared > most or (best and draft.length() < best.length())
            ):
                best, most = draft, shared
        return best

    def _introduced(self, members: range) -> bool:
        """Whether a colon, or a verb of saying and a comma, stands right before."""
        words = self.reading.words
        if members[0] == 0:
            return False
        before = words[members[0] - 1]
        return (
            before.text.endswith(":")
            or members[0] - 1 in self.verbs
            or (before.text == "," and members[0] - 2 in self.verbs)
        )

    def _preceded(self, members: range, quotation: Quotation) -> Draft | None:
        """ "Smith said: ...", "Rice told NBC News ...", "He described it: ...", "Smith: ..."."""
        words = self.reading.words
        if members[0] == 0:
            return None
        colon = words[members[0] - 1].text.endswith(":")
        here = members[0] - 1
        if not colon and self._ended(members[0]):
            return None
        sentence = self.reading.sentence_of(here)
        low = max(sentence.first, here - 40)
        while here >= low:
            draft = self.verbs.get(here)
            if draft is not None and (draft.source is not None or colon):
                if not draft.content:
                    draft.direct = True
                    self._give(draft, quotation, replace=True)
                    return self._lead(draft, range(here + 1, members[0]))
                assert draft.finding is not None
                if colon and not draft.quotes and draft.finding.form != "clause":
                    draft.direct = True
                    return self._give(draft, quotation, replace=True)
                return self._give(draft, quotation) if draft.quotes or colon else None
            if self.drafting.inside[here] >= 0:
                break
            here -= 1
        return self._colon(members, quotation, sentence.first) if colon else None

    def _lead(self, draft: Draft, gap: range) -> Draft:
        """Take in a clause that leads up to the quotation: said the bill is “dead”."""
        words = self.reading.words
        if draft.finding is None or "addressee" in draft.finding.frames or "clause" not in draft.finding.frames:
            return draft
        that = bool(gap) and words[gap[0]].text.lower() == "that"
        gap = gap[1:] if that else gap
        if that and gap and words[gap[-1]].text not in (":", ";"):
            draft.content, draft.direct = [(words[gap[0]].begin, draft.content[-1][1])], False
            return draft
        verbal = any(words[i].upos in ("VERB", "AUX") for i in gap)
        if not verbal or any(words[i].upos == "PUNCT" for i in gap) or words[gap[0]].upos not in _SUBJECT:
            return draft
        (_, end), *rest = draft.content
        if rest or draft.source_span is None or draft.source_span[1] > words[gap[0]].begin:
            return draft
        draft.content, draft.direct = [(words[gap[0]].begin, end)], False
        return draft

    def _colon(self, members: range, quotation: Quotation, first: int) -> Draft | None:
        """A colon alone brings the quotation in: the sentence's verb is the cue, else the colon itself."""
        words = self.reading.words
        stretch = range(first, members[0] - 1)
        for index in stretch:
            word = words[index]
            subject = self.reading.child(index, "nsubj")
            if (
                word.upos in ("VERB", "ADJ")
                and subject is not None
                and self.drafting.speaks[subject.index]
                and word.head not in stretch
            ):
                return self._new(index, subject.index, quotation)
        if stretch and len(stretch) <= _LABEL and not any(words[i].upos in ("VERB", "AUX") for i in stretch):
            tops = [i for i in stretch if self.drafting.speaks[i] and words[i].head not in stretch]
            if tops:
                draft = self._new(members[0] - 1, tops[0], quotation)
                return headed(self.drafting, self.verbs, draft, members, quotation)
        return None

    def _new(self, cue: int, source: int, quotation: Quotation) -> Draft:
        finding = Finding(cue, (cue,), "assertion", frozenset(("quote",)), source, frozenset(), form="none")
        draft = Draft(finding, [self.reading.words[cue].span], None, None, cue, direct=True)
        self.drafting.set_source(draft, source)
        self._add(draft)
        return self._give(draft, quotation)

    # -- nobody named ---------------------------------------------------------------------------------------

    def _ended(self, word: int) -> bool:
        """Whether a sentence ends right before a word, by its marks."""
        here = word - 1
        while here >= 0 and self.reading.words[here].text in _MARKS:
            here -= 1
        return (
            here < 0
            or self.reading.words[here].text in (".", "!", "?", ";")
            or not self.drafting.same_paragraph(here, word)
        )

    def _resumed(self, members: range, quotation: Quotation) -> Draft | None:
        """A quotation on its own goes on with what the last speaker was saying."""
        last = last_heard(self.drafting, self._by_paragraph, members[0])
        goes_on = last is not None and (quotation.closed or self.drafting.same_paragraph(last.where, members[0]))
        if last is not None and last.quotes and goes_on:
            return self._give(last, quotation)
        source = None if last is None else last.source
        if (source is None or not self.drafting.speaks[source]) and quotation.closed:
            return None
        draft = Draft(None, [], source, None if last is None else last.source_span, members[0], direct=True)
        self._add(draft)
        return self._give(draft, quotation)
