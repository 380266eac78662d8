"""Reports while they are put together: a cue, its speaker, its content as spans of characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hearsay.attribution.findings import Finding
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.phrases import disjoint, fit, noun_phrase, runs, trim
from hearsay.attribution.quotes import Quotation
from hearsay.attribution.speakers import antecedent
from hearsay.attribution.transcripts import turns
from hearsay.reading.tree import Reading, Word
from hearsay.records import Span

_GROUP = ("aux", "advmod", "cop")
_SUBJECTS = ("nsubj", "root", "dislocated", "parataxis")
_LEADING = frozenset(("by", "in", "after", "before", "while", "when", "without"))
"""They lead to a participle whose subject is that of the clause."""
_NOMINAL = ("NOUN", "PROPN", "PRON")
_COUNTED = frozenset(("one", "another", "two", "three", "some", "many", "both"))
_PHRASE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART")


@dataclass
class Draft:
    """A report in the making."""

    finding: Finding | None
    cue: list[Span]
    source: int | None
    """Head word of the source phrase."""
    source_span: Span | None
    where: int
    """A word of the sentence that makes the report: the cue, or the first word of a cue-less quotation."""
    content: list[Span] = field(default_factory=list)
    quotes: int = 0
    """How many quotations the content takes in."""
    direct: bool = False
    """The content was taken from quotation marks, not from the tree."""

    def barred(self) -> list[Span]:
        """Cue and source: no content runs through them."""
        return [*self.cue, *([self.source_span] if self.source_span else [])]

    def length(self) -> int:
        return sum(e - b for b, e in self.content)


class Drafting:
    """Makes drafts of the findings of one article, and fits spans of content to marks and regions."""

    def __init__(
        self,
        reading: Reading,
        quotations: Sequence[Quotation],
        speaks: Sequence[bool],
        is_medium: Callable[[int], bool] = lambda word: False,
    ):
        self.is_medium = is_medium
        self.reading = reading
        self.text = reading.document.text
        self.quotations = quotations
        self.speaks = speaks
        self._begins = [w.begin for w in reading.words]
        self._starts = [q.begin for q in quotations]
        self._ends = [q.end for q in quotations]
        self._regions = [r.span for r in reading.document.regions]
        self.members = [self.words_of(q.span) for q in quotations]
        self.turns = turns(reading)
        self.inside = [-1] * len(reading.words)
        """For each word the number of the quotation it stands in, or -1."""
        for number, words in enumerate(self.members):
            for word in words:
                self.inside[word] = number

    def between(self, begin: int, end: int) -> range:
        """Numbers of the quotations that touch a span."""
        return range(bisect_right(self._ends, begin), bisect_left(self._starts, end))

    def near(self, first: int, last: int) -> Sequence[Quotation]:
        """The quotations that touch the words ``first`` to ``last``."""
        begin, end = self.reading.span(first, last)
        numbers = self.between(begin, end)
        return self.quotations[numbers.start : numbers.stop]

    def words_of(self, span: Span) -> range:
        """Indices of the words that begin inside a span."""
        return range(bisect_left(self._begins, span[0]), bisect_left(self._begins, span[1]))

    def word_at(self, position: int) -> int:
        """The word at a character, or the one before it."""
        return max(0, bisect_right(self._begins, position) - 1)

    # -- drafts from cues -----------------------------------------------------------------------------

    def draft(self, finding: Finding) -> Draft:
        """The report of one cue, its spans fitted to the quotation marks around them."""
        cue = [self.reading.span(a, b) for a, b in runs(self.reading, self._group(finding))]
        draft = Draft(finding, cue, None, None, finding.anchor)
        source = finding.source
        if finding.pos == "VERB" and not finding.passive and not finding.via:
            source = self._speaking(finding)
            after = self._postposed(finding)
            if after is not None and finding.source is not None:
                # "The ship, short of fuel, is lost, said Smith": the subject before the verb belongs to what he said.
                lost = range(self.reading.sentence_of(finding.anchor).first, finding.anchor - 1)
                finding = replace(finding, source=after, content=finding.content | frozenset(lost))
                draft.finding, source = finding, after
        if source is not None and source not in finding.content:
            self.set_source(draft, source, finding.content)
        barred = draft.barred()
        spans = [
            fit(self.text, self.reading.span(first, last), self.near(first, last), barred)
            for first, last in runs(self.reading, finding.content, frozenset(finding.cue))
        ]
        draft.content = self.clean(spans, barred, self.reading.words[finding.anchor].begin)
        draft.quotes = sum(
            1
            for b, e in draft.content
            for n in self.between(b, e)
            if b <= self.quotations[n].begin and self.quotations[n].end <= e
        )
        return draft

    def _group(self, finding: Finding) -> tuple[int, ...]:
        """The cue with its auxiliaries, negation and adverbs as far as they stand next to it: "has repeatedly said"."""
        words, here = self.reading.words, finding.anchor if finding.pos == "VERB" else min(finding.cue)
        if words[here].upos != "VERB":
            return finding.cue
        low = self.reading.sentence_of(here).first
        first = min(finding.cue)
        while first - 1 >= low and first - 1 != finding.source and words[first - 1].upos in ("AUX", "ADV", "PART"):
            first -= 1
        while first < min(finding.cue) and (words[first].head != here or words[first].relation not in _GROUP):
            first += 1
        if first < here and words[first].xpos == "WRB":
            first += 1
        return (*range(first, min(finding.cue)), *finding.cue)

    def _speaking(self, finding: Finding) -> int | None:
        """The speaker the tree gives, unless what stands right before the verb, or above, is the likelier one."""
        source, verb = finding.source, finding.anchor
        finite = self.reading.words[verb].xpos in ("VBD", "VBZ", "VBP") or self.reading.child(verb, "aux") is not None
        near = self.before(verb) if finding.form != "infinitive" and finite else None
        if source is None and self.reading.words[verb].lemma in word_class("raising"):
            return None  # "it seems that ..."
        if source is None:
            found = near if near is not None or finding.form == "infinitive" else self._inverted(verb)
            return self._parted(finding) if found is None else found
        if near is not None and source < near and near not in self.reading.subtree(source) and self._opens(near):
            return near
        if not self.speaks[source] and not self.reading.child(verb, "nsubj"):
            for above in self.reading.ancestors(verb):
                subject = self.reading.child(above.index, "nsubj")
                if subject is not None and self.speaks[subject.index] and above.relation != "acl":
                    return subject.index
        return source

    def _inverted(self, verb: int) -> int | None:
        """The subject after a verb that opens its sentence: "Said Smith, “...”", "But, said Smith, ..." """
        words = self.reading.words
        before = words[self.reading.sentence_of(verb).first : verb]
        if words[verb].xpos not in ("VBD", "VBZ") or any(w.upos not in ("PUNCT", "CCONJ", "ADV") for w in before):
            return None
        subject = self.after(verb)
        return subject if subject is not None and self.speaks[subject] else None

    def _postposed(self, finding: Finding) -> int | None:
        """Who follows a verb that closes its sentence behind a comma, when the tree takes another for the speaker."""
        words, verb = self.reading.words, finding.anchor
        if not finding.strong or "addressee" in finding.frames or words[verb - 1].text != ",":
            return None
        who = self.after(verb)
        if who is None or finding.source is None or finding.source >= verb or not self.speaks[who]:
            return None
        if words[who].text.lower() in word_class("time"):
            return None
        branch = self.reading.subtree(who)
        ended = branch[-1] + 1 >= self.reading.sentence_of(verb).last and branch[0] > verb
        return who if ended and finding.form != "nominal" and words[who].relation != "obj" else None

    def _parted(self, finding: Finding) -> int | None:
        """The subject that the tree lost: "Smith, one of the founders, then said", "Smith left early, saying"."""
        words, verb = self.reading.words, finding.anchor
        if not finding.strong or finding.form not in ("clause", "none"):
            return None
        if words[verb].xpos not in ("VBD", "VBZ", "VBG"):
            return None
        before = verb - 1
        while before > 0 and words[before].upos == "ADV":
            before -= 1
        resumed = words[before].text in (",", "-", "–", "—")
        if words[verb].xpos == "VBG" and not resumed and words[before].lemma not in _LEADING:
            return None
        for here in range(verb - 1, self.reading.sentence_of(verb).first - 1, -1):
            word = words[here]
            if word.relation not in _SUBJECTS or not self.speaks[here] or self.inside[here] != self.inside[verb]:
                continue
            if resumed and any(w.deprel == "acl:relcl" for w in self.reading.ancestors(here)):
                continue  # a relative clause that ends at the comma has a subject of its own
            return None if self.reading.child(here, "case") else here
        return None

    def set_source(self, draft: Draft, source: int, content: Iterable[int] = ()) -> None:
        """Name the speaker; the source phrase keeps out of cue, content and quotations."""
        banned = set(content) | (set(draft.finding.cue) if draft.finding is not None else set())
        sentence = self.reading.sentence_of(source)
        around = self.inside[source]
        banned.update(i for i in range(sentence.first, sentence.last + 1) if self.inside[i] not in (-1, around))
        draft.source = source
        named = source
        if self.reading.words[source].text.lower() == "that":
            # A pronoun that stands for no person names nobody: "a leaflet that said ..."
            named = antecedent(self.reading, self.reading.words[source]).index
            banned.update(self.reading.subtree(self._clause(named, source)))
        draft.source_span = self.reading.span(*noun_phrase(self.reading, named, frozenset(banned)))

    def _clause(self, noun: int, pronoun: int) -> int:
        """The relative clause of a noun that a pronoun stands in."""
        path = [pronoun, *(w.index for w in self.reading.ancestors(pronoun))]
        return next((a for a, b in pairwise(path) if b == noun), pronoun)

    def clean(self, spans: Iterable[Span], barred: Sequence[Span], at: int) -> list[Span]:
        """Spans trimmed, disjoint, and inside the region of the character ``at``."""
        low, high = self.region(at)
        cleaned = []
        for begin, end in disjoint(spans, barred):
            if begin >= high or end <= low:
                continue
            numbers = self.between(begin, end)
            quotations = self.quotations[numbers.start : numbers.stop]
            span = trim(self.text, (max(begin, low), min(end, high)), quotations)
            if span is not None and any(c.isalnum() for c in self.text[span[0] : span[1]]):
                cleaned.append(span)
        return cleaned

    def region(self, at: int) -> Span:
        """The region a character stands in."""
        for begin, end in self._regions:
            if begin <= at < end:
                return (begin, end)
        return (0, len(self.text))

    # -- speakers on the surface ------------------------------------------------------------------------

    def before(self, verb: int) -> int | None:
        """The noun right before a verb, auxiliaries and adverbs passed over: "Smith also said"."""
        words = self.reading.words
        here = verb - 1
        while here >= 0 and words[here].upos in ("AUX", "ADV"):
            here -= 1
        if here < 0 or words[here].upos not in _NOMINAL or self.inside[here] != self.inside[verb]:
            return None
        first = here
        while first > 0 and words[first - 1].upos in _PHRASE and self.inside[first - 1] == self.inside[here]:
            first -= 1
        top = self._top(range(first, here + 1))
        return None if top is None or self.reading.child(top, "case") is not None else top  # "on Friday said"

    def after(self, verb: int) -> int | None:
        """The noun phrase right after a verb: "said Jane Smith"."""
        words = self.reading.words
        here = verb + 1
        while here < len(words) and words[here].upos == "ADV":
            here += 1
        last = here
        while (
            last < len(words)
            and words[last].upos in _PHRASE
            and self.inside[last] == -1
            and self.same_paragraph(verb, last)
        ):
            last += 1
        top = self._top(range(here, last))
        counted = here < last and words[here].upos in ("NUM", "DET") and words[here].lemma in _COUNTED
        return here if top is None and counted else top  # "said one of them", "said another"

    def _opens(self, noun: int) -> bool:
        """Whether a noun phrase follows a comma, as a subject after fronted content does: "..., the release said"."""
        first = min(self.reading.subtree(noun))
        return first > 0 and self.reading.words[first - 1].text in (",", "—", "–")

    def first(self, start: int, verb: int) -> int | None:
        """The noun phrase that a stretch before a verb opens with: "..., Ithari, head of an office, told Reuters"."""
        last = start
        while last < verb and self.reading.words[last].upos in _PHRASE:
            last += 1
        return self._top(range(start, last))

    def _top(self, phrase: range) -> int | None:
        nominal = [i for i in phrase if self.reading.words[i].upos in _NOMINAL]
        for index in nominal:
            if self.reading.words[index].relation == "nsubj" and self.reading.words[index].head not in phrase:
                return index
        tops = [i for i in nominal if self.reading.words[i].head not in phrase]
        return tops[-1] if tops else (nominal[-1] if nominal else None)

    def same_paragraph(self, one: int, other: int) -> bool:
        return self.reading.sentence_of(one).paragraph == self.reading.sentence_of(other).paragraph

    def ends_clause(self, word: Word) -> bool:
        return word.text in (".", ";", "!", "?", ":")
