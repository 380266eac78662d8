"""Cues in the tree: for each word that reports, its speaker and the words it reports.

The frames of ``data/cues.tsv`` say which complements are content. Quotations that the tree does not hold together
are added by :mod:`hearsay.attribution.quoting`.
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.attribution.complements import QUOTES, Complement, complements
from hearsay.attribution.findings import Finding, is_negated
from hearsay.attribution.lexicon import Cue, Words, word_class
from hearsay.attribution.phrasal import according, adjective_cue, in_words_of, noun_cue
from hearsay.attribution.speakers import agent, is_passive, speaker
from hearsay.reading.tree import Reading, Word


def find_cues(reading: Reading, lexicon: Words) -> tuple[Finding, ...]:
    """All cues of an article in text order; content may be empty for verbs that can hold a quotation."""
    found: list[Finding] = []
    for word in reading.words:
        finding: Finding | None = None
        if word.upos in ("VERB", "AUX"):
            finding = _verb(reading, lexicon, word)
        elif word.upos == "NOUN":
            finding = noun_cue(reading, lexicon, word)
        elif word.upos == "ADJ":
            finding = adjective_cue(reading, lexicon, word)
        if finding is None:
            finding = according(reading, word) or in_words_of(reading, word)
        if finding is not None:
            found.append(finding)
    light = {i for f in found if f.pos == "NOUN" for i in f.cue if i != f.anchor}
    light |= {f.anchor for f in found if f.form == "infinitive" and _only_seems(reading, f, found)}
    return tuple(f for f in found if f.pos != "VERB" or f.anchor not in light)


def _only_seems(reading: Reading, finding: Finding, others: list[Finding]) -> bool:
    """Whether what seems to be is a report itself: "she seemed to admit that ..." """
    if reading.words[finding.anchor].lemma not in word_class("raising"):
        return False
    below = {c.index for c in reading.children(finding.anchor, "xcomp", "advcl", "ccomp")}
    return any(f.anchor in below and f.content and f.source is not None for f in others)


def _entries(reading: Reading, lexicon: Words, verb: Word) -> tuple[tuple[Cue, ...], tuple[int, ...]]:
    """The lexicon entries of a verb, with its particle or predicate when they are part of the cue."""
    lemma = lexicon.lemma(verb.lemma, verb.text, "VERB")
    for child in reading.children(verb.index, "compound:prt", "advmod", "xcomp"):
        if child.relation == "xcomp" and child.upos != "ADJ":
            continue
        entries = lexicon.cues.get((f"{lemma} {child.text.lower()}", "VERB"))
        if entries is not None:
            return entries, (verb.index, child.index)
    return lexicon.cues.get((lemma, "VERB"), ()), (verb.index,)


def _verb(reading: Reading, lexicon: Words, verb: Word) -> Finding | None:
    entries, cue = _entries(reading, lexicon, verb)
    if not entries:
        return _as_put(reading, verb)
    frames = frozenset(f for entry in entries for f in entry.frames)
    if any(entry.strong for entry in entries) and {"clause", "quote"} <= frames:
        lost = _set_apart(reading, verb)
        if lost is not None:
            return replace(lost, kind=entries[0].kind, frames=frames)
    passive = is_passive(reading, verb.index)
    source = agent(reading, verb.index) if passive else speaker(reading, verb.index)
    quoting = _quoting(reading, verb)
    via: tuple[int, ...] = ()
    if quoting is not None:
        relay = agent(reading, quoting.index) if is_passive(reading, quoting.index) else speaker(reading, quoting.index)
        via = () if relay is None else (relay.index,)
        if quoting.index >= verb.index - 2:
            cue = tuple(range(quoting.index, verb.index + 1))
    found = complements(reading, verb, frames, passive, cue[1] if len(cue) == 2 and cue[0] == verb.index else None)
    telling = "clause" in frames or ("quote" in frames and any(entry.strong for entry in entries))
    if telling and (not found.words or _interrupts(reading, verb, found)):
        around = _clause_around(reading, verb if quoting is None else quoting)
        found = Complement(around | found.words, "around", "clause")
    if found.preposition is not None and found.preposition == max(cue) + 1:
        cue = (*cue, found.preposition)
    if not found.words and "quote" not in frames:
        return None
    if verb.lemma in word_class("raising") and source is not None and found.words:
        # "The army seems to have left": nobody says so, and the subject belongs to what seems.
        subject = set(reading.subtree(source.index)) if source.index < verb.index else set()
        source, found = None, replace(found, words=found.words | (subject if found.form == "infinitive" else set()))
    entry = next((e for e in entries if found.frame in e.frames), entries[0])
    return Finding(
        anchor=verb.index,
        cue=cue,
        kind=entry.kind,
        frames=frames,
        source=None if source is None else source.index,
        content=frozenset(found.words) - set(cue),
        via=via,
        negated=is_negated(reading, verb.index),
        form=found.form if found.words else "none",
        frame=found.frame,
        passive=passive,
        strong=entry.strong,
    )


def _set_apart(reading: Reading, verb: Word) -> Finding | None:
    """ "Troops hold the port, state radio reported on Monday": where the tree hangs the report on what is reported.

    By its look it stands behind a comma, subject first, and closes the sentence or ends at the next comma; the clause
    before it is the content.
    """
    words, sentence = reading.words, reading.sentence_of(verb.index)
    before = verb.index - 1
    finite = verb.xpos == "VBD" or (verb.xpos == "VBN" and reading.child(verb.index, "nsubj") is not None)
    if not finite or verb.relation not in _HUNG or before <= sentence.first:
        return None
    times = word_class("time")
    objects = [c for c in reading.children(verb.index, "obj", "iobj") if c.text.lower() not in times]
    if words[before].upos not in _NOMINAL or objects or reading.child(verb.index, "ccomp", "xcomp", "mark", "aux"):
        return None
    first = before
    while first > sentence.first and words[first - 1].upos in ("DET", "ADJ", *_NOMINAL):
        first -= 1
    after = words[verb.index + 1] if verb.index < sentence.last else None
    ended = after is not None and (after.text in (",", ".") or after.text.lower() in times | {"on"})
    if words[first - 1].text != "," or not ended or words[first].text.lower() in ("a", "an"):
        return None
    clause = range(sentence.first, first - 1)
    if words[sentence.first].upos == "SCONJ" or words[sentence.first].xpos == "WRB":
        return None
    if any(words[i].text in QUOTES and words[i].text not in "'’" for i in clause):
        return None
    if not any(words[i].relation == "nsubj" and words[i].head in clause for i in clause):
        return None
    source = next((c.index for c in reading.children(verb.index, "nsubj") if first <= c.index), before)
    later = [c for c in reading.children(verb.index, "advcl", "conj") if c.index > verb.index and c.xpos != "VBG"]
    content = frozenset(clause).union(*(reading.subtree(c.index) for c in later))
    return Finding(verb.index, (verb.index,), "assertion", frozenset(), source, content, form="around", strong=True)


_HUNG = ("acl", "ccomp", "conj", "parataxis")
_NOMINAL = ("NOUN", "PROPN")


def _interrupts(reading: Reading, verb: Word, found: Complement) -> bool:
    """Whether a cue stands between commas inside its content: "Missiles struck, the army said, a day after ..." """
    after = reading.words[verb.index + 1].text if verb.index + 1 < len(reading.words) else ""
    return after == "," and verb.relation == "parataxis" and found.form == "clause" and min(found.words) > verb.index


def _quoting(reading: Reading, verb: Word) -> Word | None:
    """The verb of "quoted as saying", for its "saying"."""
    head = reading.head(verb.index)
    if head is None or head.lemma not in ("quote", "cite") or verb.relation not in ("xcomp", "advcl", "acl", "ccomp"):
        return None
    return head if any(m.text.lower() == "as" for m in reading.children(verb.index, "mark", "case")) else None


def _clause_around(reading: Reading, verb: Word) -> set[int]:
    """The clause that a parenthetical ", he said," stands in; empty when the verb is no parenthetical."""
    head = reading.head(verb.index)
    as_said = verb.relation == "advcl" and any(m.text.lower() == "as" for m in reading.children(verb.index, "mark"))
    if head is None or not (as_said or (verb.relation == "parataxis" and head.index <= verb.index + 12)):
        return set()
    if not reading.child(verb.index, "nsubj", "obl:agent"):
        return set()
    if verb.lemma not in ("quote", "cite") and reading.child(verb.index, "xcomp", "obj"):
        return set()  # "..., so she continued to wait": it has a complement of its own
    if head.relation == "nsubj" and (clause := reading.head(head.index)) is not None:
        head = clause
    return set(reading.subtree(head.index)) - set(reading.subtree(verb.index))


def _as_put(reading: Reading, verb: Word) -> Finding | None:
    """ "as she put it": the clause around is the content."""
    marker = reading.child(verb.index, "mark")
    head = reading.head(verb.index)
    if verb.lemma != "put" or head is None or marker is None or marker.lemma != "as" or verb.relation != "advcl":
        return None
    subject = reading.child(verb.index, "nsubj")
    if subject is None or not any(o.text.lower() == "it" for o in reading.children(verb.index, "obj")):
        return None
    content = frozenset(reading.subtree(head.index)) - set(reading.subtree(verb.index))
    return Finding(verb.index, (verb.index,), "assertion", frozenset(("quote",)), subject.index, content, form="around")
