"""Speakers as labels: "Marco Rubio: ..." in headlines, transcripts and interviews, "... - minister" in headlines."""

from __future__ import annotations

from collections.abc import Container, Sequence

from hearsay.attribution.drafts import Draft, Drafting
from hearsay.attribution.findings import Finding
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.quotes import Quotation
from hearsay.attribution.transcripts import Turn
from hearsay.records import Span

_DASHES = ("-", "–", "—", "--", "―")
_SIGNATURE = 8
"""Longest signature under a quotation, in words."""
_LABEL = 7
"""Longest label in words, colon not counted."""
_MOTTO = 4
"""Up to so many words after a label are an entry of a list, unless they are quoted."""
_FINDINGS = frozenset(("study", "report"))
_AFTER_DASH = 3
"""Longest label after a dash, and shortest headline before one."""


def labelled(drafting: Drafting, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for paragraphs that open with a name and a colon and hold no report yet that takes in what follows."""
    reading, words = drafting.reading, drafting.reading.words
    found: list[Draft] = []
    taken = sorted(span for draft in drafts for span in draft.content)
    paragraph = -1
    for number, sentence in enumerate(reading.sentences):
        if (turn := drafting.turns.get(number)) is not None:
            found += _said(drafting, drafts, turn)
            paragraph = sentence.paragraph
            continue
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        colon = next(
            (i for i in range(sentence.first, min(sentence.first + _LABEL, sentence.last) + 1) if words[i].text == ":"),
            None,
        )
        if colon is None or colon == sentence.first:
            continue
        first = sentence.first + (words[sentence.first].upos == "PUNCT")  # the mark that opens a quoted transcript
        label = range(first, colon)
        named = all(words[i].upos in ("PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP") for i in label)
        heads = [i for i in label if words[i].upos == "PROPN" and drafting.speaks[i]]
        if not heads and words[colon - 1].lemma.lower() in word_class("poll") | _FINDINGS:
            heads = [colon - 1]  # "Poll: voters tire of the war"
        if not named or not heads or words[first].text[:1].islower():
            continue
        last = number
        while last + 1 < len(reading.sentences) and reading.sentences[last + 1].paragraph == paragraph:
            last += 1
        span = (words[colon].end, reading.sentences[last].end)
        said = [i for i in drafting.words_of(span) if words[i].upos != "PUNCT"]
        if len(said) <= _MOTTO and not any(drafting.inside[i] >= 0 for i in said):
            continue  # an entry of a list: "Smith: a good night"
        # What somebody else is told to say further on is nested in the label's words.
        if any(b <= span[0] + 2 and e > span[0] for b, e in taken):
            continue
        finding = Finding(colon, (colon,), "assertion", frozenset(("quote",)), heads[0], frozenset(), form="none")
        draft = Draft(finding, [words[colon].span], heads[0], reading.span(label[0], label[-1]), colon)
        draft.content = drafting.clean([span], draft.barred(), words[colon].begin)
        if draft.content:
            found.append(draft)
    found += _dashed(drafting, taken)
    signed = _signed(drafting, {span for draft in found for span in draft.content})
    for draft in drafts:
        if draft.finding is None and any(draft.content == other.content for other in signed):
            draft.content = []  # not what the last speaker goes on to say
    return found + signed


def headed(drafting: Drafting, verbs: Container[int], draft: Draft, members: range, quotation: Quotation) -> Draft:
    """ "Smith: ‘No way’ to stop the war": a headline goes on behind its quotation."""
    words, text = drafting.reading.words, drafting.text
    sentence = drafting.reading.sentence_of(members[0])
    rest = [w for w in words[members[-1] + 1 : sentence.last + 1] if w.upos != "PUNCT"]
    after = text[quotation.end : quotation.end + 1]
    if rest and after == " " and draft.content and not any(w.index in verbs for w in rest):
        draft.content, draft.direct = [(draft.content[0][0], rest[-1].end)], False
    return draft


def _said(drafting: Drafting, drafts: Sequence[Draft], turn: Turn) -> list[Draft]:
    """The draft of one turn of a transcript, unless somebody outside it reports its words."""
    reading, words = drafting.reading, drafting.reading.words
    spans = [(words[turn.colon].end, turn.paragraphs[0][-1].end)]
    spans += [(paragraph[0].begin, paragraph[-1].end) for paragraph in turn.paragraphs[1:]]
    inside = range(turn.label[0], turn.paragraphs[-1][-1].last + 1)
    start = words[turn.colon + 1].begin
    for draft in drafts:
        if any(b <= start < e for b, e in draft.content):
            if draft.finding is not None and draft.where not in inside:
                return []
            if draft.finding is None:
                draft.content = []  # not what the last speaker goes on to say
    named = [i for i in turn.label if words[i].text[:1].isalpha()]
    head = next((i for i in reversed(named) if drafting.speaks[i]), named[-1])
    finding = Finding(turn.colon, (turn.colon,), "assertion", frozenset(("quote",)), head, frozenset(), form="none")
    source = reading.span(turn.label[0], turn.label[-1])
    draft = Draft(finding, [words[turn.colon].span], head, source, turn.colon)
    draft.content = drafting.clean(spans, draft.barred(), start)
    return [draft] if draft.content else []


def _signed(drafting: Drafting, taken: Container[Span]) -> list[Draft]:
    """A paragraph of quotation that a dash and a name sign: "“We lost everything.” — Marta Keller"."""
    reading, words = drafting.reading, drafting.reading.words
    found: list[Draft] = []
    for quotation, members in zip(drafting.quotations, drafting.members, strict=True):
        if not members or members[-1] + 2 >= len(words) or not quotation.closed or quotation.span in taken:
            continue
        dash = members[-1] + 1
        label = range(dash + 1, min(dash + 1 + _SIGNATURE, len(words)))
        last = next((i for i in label if words[i].upos == "PUNCT" or not drafting.same_paragraph(dash, i)), label.stop)
        label = range(label.start, last)
        ends = last >= len(words) or not drafting.same_paragraph(dash, last) or words[last].text == "."
        opens = members[0] == 0 or not drafting.same_paragraph(members[0] - 1, members[0])
        heads = [i for i in label if words[i].upos == "PROPN" and drafting.speaks[i]]
        if words[dash].text not in _DASHES or not ends or not opens or not heads:
            continue
        finding = Finding(dash, (dash,), "assertion", frozenset(("quote",)), heads[0], frozenset(), form="none")
        draft = Draft(finding, [words[dash].span], heads[0], reading.span(label[0], label[-1]), dash, direct=True)
        draft.content = drafting.clean([quotation.span], draft.barred(), words[dash].begin)
        draft.quotes = 1
        if draft.content:
            found.append(draft)
    return found


def _dashed(drafting: Drafting, taken: Sequence[Span]) -> list[Draft]:
    """Headlines that end with a dash and who says so: "Rebels hold the port - minister".

    A medium there is the outlet.
    """
    reading, words = drafting.reading, drafting.reading.words
    found: list[Draft] = []
    for sentence in reading.sentences:
        if sentence.region != "headline":
            continue
        dash = next((i for i in range(sentence.last, sentence.first, -1) if words[i].text in _DASHES), None)
        if dash is None or not 1 <= sentence.last - dash <= _AFTER_DASH or dash - sentence.first < _AFTER_DASH:
            continue
        label = range(dash + 1, sentence.last + 1)
        heads = [i for i in label if drafting.speaks[i] and words[i].upos in ("PROPN", "NOUN")]
        named = all(words[i].upos in ("PROPN", "NOUN", "ADJ", "DET") for i in label)
        span = (sentence.begin, words[dash].begin)
        if not named or not heads or any(drafting.is_medium(i) for i in label):
            continue
        if any(b < span[1] and e > span[0] for b, e in taken):
            continue
        finding = Finding(dash, (dash,), "assertion", frozenset(("quote",)), heads[-1], frozenset(), form="none")
        draft = Draft(finding, [words[dash].span], heads[-1], reading.span(label[0], label[-1]), dash)
        draft.content = drafting.clean([span], draft.barred(), words[dash].begin)
        if draft.content:
            found.append(draft)
    return found
