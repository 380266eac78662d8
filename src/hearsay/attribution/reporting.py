"""Drafts to reports: nesting, chains, kinds, and which of them vouch for the words they hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.attribution.chains import Chains, Link
from hearsay.attribution.drafts import Draft
from hearsay.attribution.findings import Finding
from hearsay.attribution.media import media_carrying, media_told
from hearsay.attribution.quotes import Quotation
from hearsay.reading.tree import Reading
from hearsay.records import RegionKind, Report, ReportKind, Source, Span

_DEPTH = 12
"""Deepest nesting of speech that is followed."""
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))


@dataclass
class Told:
    """A draft in its place among the others: who speaks, through whom, inside what."""

    draft: Draft
    links: tuple[Link, ...]
    outer: Told | None = None
    media: tuple[Link, ...] = ()
    idle: bool = False
    """No report of its own: a speaker quoting himself, an attitude that another ascribes, "was accused of"."""
    relay: bool = False
    """Tells nothing but what others said: no report of its own, a link of theirs (GUIDELINES, "Reports")."""
    inner: list[Told] = field(default_factory=list)

    def via(self) -> tuple[Link, ...]:
        """Who relays the speaker, outermost first."""
        before: tuple[Link, ...] = ()
        if self.outer is not None:
            before = self.outer.chain()
        return _distinct((*before, *(m for m in self.media if not _in(m, before))))

    def chain(self) -> tuple[Link, ...]:
        """The links that vouch for the content, outermost first, the (first) speaker last."""
        links = self.links[:1]
        return _distinct((*self.via(), *links)) if not self.idle or self.outer is None else self.outer.chain()


def _in(link: Link, links: Sequence[Link]) -> bool:
    return any(_same(link, other) for other in links)


def _same(one: Link, other: Link) -> bool:
    if one[1] is not None or other[1] is not None:
        return one[1] == other[1]
    return one[0].name == other[0].name


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in links:
        if not kept or link[0].name is None or not _in(link, kept):
            kept.append(link)
    return tuple(kept)


def place(reading: Reading, drafts: Sequence[Draft], chains: Chains) -> list[Told]:
    """Every draft with its speakers, media and the draft it is nested in, in text order."""
    told = []
    for draft in sorted(drafts, key=lambda d: (d.content[0], d.cue[:1], d.where)):
        links = chains.links(draft.source) if draft.source is not None else ()
        media: tuple[int, ...] = ()
        if draft.finding is not None:
            told_to = media_told(reading, draft.finding.anchor, chains.is_medium)
            carrying = media_carrying(reading, draft.finding.anchor, draft.source, chains.is_medium)
            media = tuple(dict.fromkeys((*draft.finding.via, *carrying, *told_to)))
        told.append(Told(draft, links, media=tuple(link for m in media for link in chains.links(m)[:1])))
    _name_pronouns(told, reading)
    told = _outward(told, reading, chains)
    over = cover(reading, told)
    depths: dict[int, int] = {}
    for one in sorted(told, key=_size, reverse=True):
        outer = _innermost(one, over)
        depths[id(one)] = 0 if outer is None else depths.get(id(outer), 0) + 1
        if outer is not None and depths[id(one)] <= _DEPTH:
            one.outer = outer
            outer.inner.append(one)
    for one in told:
        one.idle = _idle(one, reading)
    for one in told:
        one.relay = _only_relays(one, reading)
    _carry_media(told, reading)
    return told


_THIRD = frozenset(("he", "she", "it", "they"))


def _name_pronouns(told: Sequence[Told], reading: Reading) -> None:
    """A pronoun that the cast leaves open stands for who spoke last, at most two sentences before."""
    before: Told | None = None
    for one in sorted(told, key=lambda t: t.draft.where):
        head = one.draft.source
        if head is not None and before is not None and one.links and one.links[0][1] is None:
            gap = reading.sentence_of(one.draft.where).index - reading.sentence_of(before.draft.where).index
            if reading.words[head].text.lower() in _THIRD and gap <= 2:
                span = reading.words[head].span
                who, member = before.links[0]
                one.links = ((who.model_copy(update={"span": span, "text": reading.words[head].text}), member),)
        if one.links and (head is None or reading.words[head].text.lower() not in _FIRST_PERSON):
            before = one


def _outward(told: list[Told], reading: Reading, chains: Chains) -> list[Told]:
    """ "Smith said that ..., according to Xinhua": the medium relays the whole, though it stands inside."""
    kept = []
    over = cover(reading, told)
    for one in told:
        finding = one.draft.finding
        outer = _innermost(one, over) or _shorter(one, over)
        if (
            finding is not None
            and finding.pos == "ADP"
            and outer is not None
            and one.draft.source is not None
            and chains.is_medium(one.draft.source)
            and outer.draft.source is not None
            and not chains.is_medium(outer.draft.source)
            and reading.sentence_of(outer.draft.where) is reading.sentence_of(one.draft.where)
            and finding.anchor > outer.draft.where
        ):
            outer.media = (*one.links[:1], *outer.media)
            outer.draft.content = [
                (b, min(e, one.draft.cue[0][0])) for b, e in outer.draft.content if b < one.draft.cue[0][0]
            ]
            continue
        kept.append(one)
    return kept


def _shorter(one: Told, over: Sequence[Sequence[Told]]) -> Told | None:
    """The smallest draft that "according to Xinhua" stands in, though the phrase reports all of that draft."""
    if one.draft.finding is None:
        return None
    return min((t for t in over[one.draft.finding.anchor] if t is not one), key=_size, default=None)


def cover(reading: Reading, told: Sequence[Told]) -> list[list[Told]]:
    """For each word, everything told that its place lies in, in the order of ``told``."""
    begins = [w.begin for w in reading.words]
    over: list[list[Told]] = [[] for _ in begins]
    for one in told:
        for begin, end in one.draft.content:
            for word in range(bisect_left(begins, begin), bisect_left(begins, end)):
                over[word].append(one)
    return over


def _innermost(one: Told, over: Sequence[Sequence[Told]]) -> Told | None:
    """The smallest of the larger drafts whose content holds this one's cue."""
    best: Told | None = None
    if one.draft.finding is None or not one.draft.cue:
        return None
    at = one.draft.cue[0]
    for other in over[one.draft.finding.anchor]:
        if other is one or _size(other) <= _size(one):
            continue
        if other.draft.cue and any(b <= other.draft.cue[0][0] < e for b, e in one.draft.content):
            continue
        if any(b <= at[0] and at[1] <= e for b, e in other.draft.content) and (
            best is None or _size(other) < _size(best)
        ):
            best = other
    return best


def _size(one: Told) -> int:
    return sum(e - b for b, e in one.draft.content)


def _idle(one: Told, reading: Reading) -> bool:
    outer, finding = one.outer, one.draft.finding
    sourceless = finding is not None and finding.passive and finding.source is None and finding.form == "nominal"
    if finding is not None and sourceless and (outer is not None or not _held(reading, finding)):
        return True
    if outer is not None and finding is not None and (not finding.strong or _imagined(reading, finding)):
        return True
    if object_of_denial(one):
        return True
    if outer is not None and one.links and outer.links:
        head = one.draft.source
        pronoun = "" if head is None else reading.words[head].text.lower()
        own = pronoun in _THIRD and finding is not None and finding.kind == "belief" and _below(reading, one, outer)
        if own or pronoun in _FIRST_PERSON or _same(one.links[0], outer.links[0]):
            return True
    return False


def _held(reading: Reading, finding: Finding) -> bool:
    """Whether a passive tells what people in general hold: "is seen as a threat", "asked about the budget, he said"."""
    whom = reading.words[finding.anchor].xpos != "VB" and reading.child(finding.anchor, "nsubj:pass") is not None
    return (finding.frame == "as" and whom) or (finding.frame == "about" and finding.kind == "question")


def _imagined(reading: Reading, finding: Finding) -> bool:
    """Whether nobody has said it: "he agreed that the party should say that ..." """
    return any(c.xpos == "MD" for c in reading.children(finding.anchor, "aux"))


def _below(reading: Reading, one: Told, outer: Told) -> bool:
    """Whether a cue is the predicate of the clause that another reports: "the police said they believed that ..." """
    here, above = one.draft.finding, outer.draft.finding
    return here is not None and above is not None and reading.words[here.anchor].head == above.anchor


def object_of_denial(one: Told) -> bool:
    """ "rejected claims that ...": the claims are nobody's and vouch for nothing; the rejecter does."""
    outer = one.outer.draft.finding if one.outer is not None else None
    return not one.links and outer is not None and outer.kind == "denial" and outer.form == "nominal"


def _only_relays(one: Told, reading: Reading) -> bool:
    """Whether all that is told is that others said something: "the release said that she praised ..." """
    anchors = {t.draft.finding.anchor for t in one.inner if t.draft.finding is not None and not t.idle}
    finding = one.draft.finding
    if not anchors or finding is None or not one.links:
        return False
    low, high = one.draft.content[0][0], one.draft.content[-1][1]
    first = bisect_left(reading.words, low, key=lambda w: w.begin)
    last = bisect_left(reading.words, high, key=lambda w: w.begin)
    inside = [w for w in reading.words[first:last] if any(b <= w.begin < e for b, e in one.draft.content)]
    numbers = {w.index for w in inside}
    tops = {w.index for w in inside if w.head not in numbers and w.upos != "PUNCT"}
    for word in inside:
        if word.relation == "conj" and word.head in tops and word.upos == "VERB":
            tops.add(word.index)
    return tops <= anchors


def _carry_media(told: Sequence[Told], reading: Reading) -> None:
    """What a speaker goes on saying in the same paragraph was told to the same medium."""
    ordered = sorted(told, key=lambda t: t.draft.where)
    for before, after in pairwise(ordered):
        if not before.media or after.media or after.outer is not before.outer or not before.links or not after.links:
            continue
        same_place = (
            reading.sentence_of(before.draft.where).paragraph == reading.sentence_of(after.draft.where).paragraph
        )
        if same_place and _same(before.links[0], after.links[0]):
            after.media = before.media


def write(
    reading: Reading,
    told: Sequence[Told],
    quotations: Sequence[Quotation],
    credit: tuple[Link, ...],
    nested: bool = True,
) -> tuple[Report, ...]:
    """The public records, in text order; of nested speech the innermost ones, or with ``nested`` off the outermost."""
    document, text = reading.document, reading.document.text

    def words(spans: Sequence[Span]) -> tuple[str, ...]:
        return tuple(text[b:e] for b, e in spans)

    reports: list[Report] = []
    kept = [t for t in told if (not t.idle and not t.relay if nested else t.outer is None or t.outer.idle)]
    for one in sorted(kept, key=_place):
        draft = one.draft
        sentence = reading.sentence_of(draft.where)
        span = draft.source_span
        sources: list[Source] = [s for s, _ in one.links]
        reports.append(
            Report(
                id=f"{document.id}#r{len(reports) + 1}",
                document=document.id,
                source=sources[0] if sources else None,
                **{"with": tuple(sources[1:])},
                via=tuple(s for s, _ in _distinct((*credit, *one.via()))),
                source_span=span,
                source_text=None if span is None else text[span[0] : span[1]],
                cue=tuple(draft.cue),
                cue_text=words(draft.cue),
                cue_class=draft.finding.kind if draft.finding is not None else "assertion",
                content=tuple(draft.content),
                content_text=words(draft.content),
                kind=_kind(text, draft.content, quotations, draft.direct),
                region=_region(sentence.region),
                sentence=(sentence.begin, sentence.end),
                negated=draft.finding is not None and draft.finding.negated,
            )
        )
    return tuple(reports)


def _place(one: Told) -> tuple[int, int]:
    """Where a report begins, and its cue."""
    return min(b for b, _ in [*one.draft.content, *one.draft.cue]), one.draft.where


def _region(name: str) -> RegionKind:
    kinds: dict[str, RegionKind] = {
        "headline": "headline", "caption": "caption", "credit": "credit", "dateline": "dateline",
        "boilerplate": "boilerplate",
    }  # fmt: skip
    return kinds.get(name, "body")


def _kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation], block: bool) -> ReportKind:
    """By the marks around the content; block quotations are direct (GUIDELINES, "Reports")."""
    if block:
        return "direct"
    inside = outside = 0
    for begin, end in content:
        for at in range(begin, end):
            if not text[at].isalnum():
                continue
            if any(q.begin <= at < q.end for q in quotations):
                inside += 1
            else:
                outside += 1
    return "direct" if not outside else "mixed" if inside else "indirect"
