"""Words reported without quotation marks and without a clause in the tree: blocks after a colon, bare clauses."""

from __future__ import annotations

from hearsay.attribution.drafts import Draft, Drafting

_LATE = ("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ", "VERB")
"""What no clause begins with: after it only a "that" can lead to one."""
_BLOCK = 20
"""Longest block quotation, in paragraphs."""


def bare(drafting: Drafting, draft: Draft) -> None:
    """ "The party says ..." where the tree holds no clause: what follows the verb, or stands before ", he said"."""
    finding = draft.finding
    if finding is None or "clause" not in finding.frames or draft.source_span is None:
        return
    words = drafting.reading.words
    sentence = drafting.reading.sentence_of(finding.anchor)
    after = finding.anchor + 1
    if not finding.strong and (after > sentence.last or words[after].text.lower() != "that"):
        return
    if finding.passive or words[sentence.last].text.endswith(":") or after > sentence.last:
        return
    late = False
    first = drafting.word_at(min(draft.source_span[0], words[finding.anchor].begin))
    aside = first > sentence.first + 1 and words[first - 1].text == ","
    if aside and words[after].upos == "PUNCT":
        if words[sentence.first].upos in ("SCONJ", "ADP") or words[sentence.first].xpos == "WRB":
            return  # "If they attack, the army will respond": no words of the army's
        spans = [(sentence.begin, words[first - 1].begin), (words[after].end, sentence.end)]
    elif "addressee" not in finding.frames and words[after].upos not in _LATE:
        if not _finite(drafting, finding.anchor, range(after, sentence.last + 1)):
            return
        spans = [(words[after].begin, sentence.end)]
    else:
        late = True
        rest = range(after, sentence.last)
        that = next((i for i in rest if words[i].upos == "SCONJ" and words[i].text.lower() == "that"), None)
        if that is None or any(words[i].text in (",", ";", ":") for i in range(after, that)):
            return
        spans = [(words[that + 1].begin, sentence.end)]
    numbers = {drafting.inside[i] for span in spans for i in drafting.words_of(span)} - {-1}
    quoted = [drafting.quotations[n] for n in sorted(numbers)]
    if quoted and (late or not all(any(b < q.begin and q.end < e for b, e in spans) for q in quoted)):
        return  # the quotation may well be all that was said
    draft.content = drafting.clean(spans, draft.barred(), words[finding.anchor].begin)


def _finite(drafting: Drafting, verb: int, stretch: range) -> bool:
    """Whether words hold a clause outside the verb's object: "said the army has", not "wrote a check that"."""
    reading = drafting.reading
    objects = {i for c in reading.children(verb, "obj", "iobj") for i in reading.subtree(c.index)}
    return any(
        reading.words[i].relation == "nsubj" and reading.words[i].head in stretch and i not in objects for i in stretch
    )


def block(drafting: Drafting, draft: Draft) -> None:
    """Paragraphs without marks after "the minister said:" are his words, until he is named again."""
    words, sentences = drafting.reading.words, drafting.reading.sentences
    sentence = drafting.reading.sentence_of(draft.where)
    if draft.source is None or not words[sentence.last].text.endswith(":"):
        return
    following = sentence.index + 1
    if following >= len(sentences) or sentences[following].paragraph == sentence.paragraph:
        return
    if following in drafting.turns:
        return
    name = words[draft.source].text
    spans = []
    marked = drafting.text.startswith(">", sentences[following].begin)
    for paragraph in range(sentence.paragraph + 1, sentence.paragraph + 1 + _BLOCK):
        block = [s for s in sentences[following:] if s.paragraph == paragraph]
        if not block or block[0].region != sentence.region:
            break
        if any(words[i].text == name for s in block for i in range(s.first, s.last + 1)):
            break
        if any(drafting.inside[i] >= 0 for i in range(block[0].first, block[0].first + 1)):
            break
        begin = block[0].begin
        if marked != drafting.text.startswith(">", begin):
            break
        while drafting.text[begin] in "> " and begin + 1 < block[-1].end:
            begin += 1
        spans.append((begin, block[-1].end))
    if spans:
        draft.content = [span for span in spans if drafting.text[span[0] : span[1]].strip()]
        draft.quotes, draft.direct = len(spans), True
