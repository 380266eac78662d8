"""Quotations that are part of a clause in somebody else's words: they called it “a farce that will end in tears”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.attribution.drafts import Draft, Drafting
from hearsay.attribution.findings import Finding
from hearsay.attribution.quotes import Quotation


def fragment(drafting: Drafting, drafts: Sequence[Draft], members: range) -> Draft | None:
    """Words in quotation marks inside a clause of someone's: the clause's verb is the cue.

    ``members`` are the quoted words. A title ("wrote for “The Sunday Hour”") says nothing.
    """
    reading, inside = drafting.reading, set(members)
    words = reading.words
    if _titled(drafting, members):
        return None
    top = next((w for w in members if words[w].head not in inside), members[0])
    for verb in reading.ancestors(top):
        if verb.upos != "VERB" or verb.index in inside:
            continue
        subject = reading.child(verb.index, "nsubj")
        if subject is None or subject.deprel == "nsubj:pass" or subject.index in inside:
            return None
        if not drafting.speaks[subject.index] or any(d.where == verb.index for d in drafts):
            return None
        branch = next((c for c in reading.children(verb.index) if inside & set(reading.subtree(c.index))), None)
        if branch is None or branch.relation not in ("obj", "xcomp", "ccomp", "obl"):
            return None
        content = frozenset(reading.subtree(branch.index))
        return drafting.draft(
            Finding(verb.index, (verb.index,), "assertion", frozenset(("quote",)), subject.index, content)
        )
    return None


def _titled(drafting: Drafting, members: range) -> bool:
    """Whether most words of a quotation are capitalised, as in the title of a book or broadcast."""
    words = [w.text for i in members if (w := drafting.reading.words[i]).text[:1].isalpha()]
    return sum(word[0].isupper() for word in words) * 5 >= len(words) * 3


def closing(drafting: Drafting, verbs: Mapping[int, Draft], draft: Draft, quotation: Quotation) -> Quotation | None:
    """The whole clause whose last words a quotation is: the army will answer “with full force”, she said.

    ``verbs`` are the drafts of the verbs of saying, ``draft`` that of the verb after the quotation.
    """
    first = drafting.word_at(quotation.begin)
    sentence = drafting.reading.sentence_of(first)
    lead = drafting.reading.words[sentence.first : first]
    if draft.finding is None or "clause" not in draft.finding.frames or not lead:
        return None
    if lead[-1].upos == "PUNCT" or lead[0].upos in ("SCONJ", "ADP"):
        return None
    if any(verbs[w.index].content for w in lead if w.index in verbs):
        return None
    if not any(w.relation == "nsubj" and w.head in range(sentence.first, first) for w in lead):
        return None
    return Quotation(sentence.begin, quotation.end)
