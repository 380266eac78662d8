"""Cues that are no verbs: "claims that ...", "sceptical that ...", "according to", "in the words of"."""

from __future__ import annotations

from dataclasses import replace

from hearsay.attribution.complements import clause_words, is_infinitive
from hearsay.attribution.findings import Finding, Form, is_negated
from hearsay.attribution.lexicon import Words, word_class
from hearsay.attribution.speakers import speaker, speaker_of_noun
from hearsay.reading.tree import Reading, Word

_CLOSE = 4
"""How many words may stand between a light verb and its noun."""


def noun_cue(reading: Reading, lexicon: Words, noun: Word) -> Finding | None:
    entries = lexicon.cues.get((lexicon.lemma(noun.lemma, noun.text, "NOUN"), "NOUN"), ())
    if not entries or noun.relation == "compound":
        return None
    frames = frozenset(f for entry in entries for f in entry.frames)
    frame = "clause"
    content: set[int] = set()
    preposition: int | None = None
    form: Form = "nominal"
    for child in reading.children(noun.index, "acl", "ccomp"):
        if child.deprel == "acl:relcl" or child.index < noun.index:
            continue
        marked = reading.child(child.index, "mark")
        if "clause" in frames and marked is not None and marked.text.lower() in ("that", "whether", "if"):
            content |= clause_words(reading, child)
            form = "clause"
        elif "inf" in frames and is_infinitive(reading, child):
            content |= set(reading.subtree(child.index))
            form, frame = "infinitive", "inf"
    if not content:
        for child in (*reading.children(noun.index, "nmod", "acl"), *_beside(reading, noun)):
            case = reading.child(child.index, "case", "mark")
            if case is not None and case.text.lower() in frames and child.index > noun.index:
                content |= set(reading.subtree(child.index)) - {case.index}
                preposition, frame = case.index, case.text.lower()
                break
    source = speaker_of_noun(reading, noun.index) or (_holder(reading, lexicon, noun) if form == "clause" else None)
    if not content:
        content = _predicated(reading, noun)
        form = "clause"
    if not content or (source is None and form != "clause"):
        return None
    cue = (noun.index,) if preposition is None or preposition != noun.index + 1 else (noun.index, preposition)
    cue = (*_light(reading, noun, source), *cue)
    entry = next((e for e in entries if frame in e.frames), entries[0])
    return Finding(
        noun.index, cue, entry.kind, frames, None if source is None else source.index, frozenset(content) - set(cue),
        negated=is_negated(reading, noun.index), pos="NOUN", form=form, frame=frame, strong=entry.strong,
    )  # fmt: skip


def _holder(reading: Reading, lexicon: Words, noun: Word) -> Word | None:
    """Whose belief it is by the clause: "a feeling among voters that ...", "they cling to the hope that ..." """
    for child in reading.children(noun.index, "nmod"):
        if any(c.lemma == "among" for c in reading.children(child.index, "case")):
            return child
    verb = reading.head(noun.index)
    entries = lexicon.cues.get((lexicon.lemma(noun.lemma, noun.text, "NOUN"), "NOUN"), ())
    held = any(entry.kind == "belief" for entry in entries)
    if verb is None or not held or noun.relation not in ("obj", "obl") or noun.index < verb.index:
        return None
    told = verb.upos != "VERB" or (lexicon.lemma(verb.lemma, verb.text, "VERB"), "VERB") in lexicon.cues
    return None if told else speaker(reading, verb.index)


def _beside(reading: Reading, noun: Word) -> list[Word]:
    """The phrase right after the object of a light verb, hung on the verb: "expressed concern over the fighting"."""
    verb = reading.head(noun.index)
    if verb is None or noun.relation != "obj" or verb.lemma not in word_class("light"):
        return []
    after = [c for c in reading.children(verb.index, "obl") if reading.subtree(c.index)[0] == noun.index + 1]
    return [c for c in after if reading.words[noun.index + 1].text.lower() not in ("in", "at", "on", "by", "from")]


def _light(reading: Reading, noun: Word, source: Word | None) -> tuple[int, ...]:
    """The light verb that is part of the cue, up to the noun: "expressed deep concern over", "took issue with"."""
    verb = reading.head(noun.index)
    if verb is None or source is None or noun.relation != "obj" or verb.lemma not in word_class("light"):
        return ()
    between = range(verb.index + 1, noun.index)
    close = all(reading.words[i].upos in ("DET", "ADJ", "ADV", "NOUN", "PRON") for i in between)
    return tuple(range(verb.index, noun.index)) if close and len(between) < _CLOSE and source.index < verb.index else ()


def _predicated(reading: Reading, noun: Word) -> set[int]:
    """ "His argument is that ...": the predicate clause."""
    head = reading.head(noun.index)
    if head is None or noun.relation != "nsubj":
        return set()
    if noun.deprel == "nsubj:outer":
        drop = set(reading.subtree(noun.index))
        drop |= {
            c.index for c in reading.children(head.index) if c.relation in ("cop", "mark") and c.index < head.index
        }
        return {i for i in reading.subtree(head.index) if i not in drop and i > noun.index}
    if head.lemma == "be":
        for clause in reading.children(head.index, "ccomp"):
            return clause_words(reading, clause)
    return set()


def adjective_cue(reading: Reading, lexicon: Words, adjective: Word) -> Finding | None:
    entries = lexicon.cues.get((adjective.lemma, "ADJ"), ())
    if not entries:
        return None
    entry = entries[0]
    subject = reading.child(adjective.index, "nsubj")
    copula = reading.child(adjective.index, "cop")
    if subject is None or copula is None or subject.text.lower() in ("it", "that", "this", "what", "there"):
        return None
    content: set[int] = set()
    preposition: int | None = None
    form: Form = "nominal"
    for child in reading.children(adjective.index, "ccomp", "advcl", "obl", "xcomp"):
        marker = reading.child(child.index, "mark", "case")
        if child.index < adjective.index:
            continue
        if child.relation == "ccomp" and "clause" in entry.frames:
            content |= clause_words(reading, child)
            form = "clause"
        elif not content and "inf" in entry.frames and child.relation == "xcomp" and is_infinitive(reading, child):
            content |= set(reading.subtree(child.index))
            form = "infinitive"
        elif not content and marker is not None and marker.text.lower() in entry.frames:
            content |= set(reading.subtree(child.index)) - {marker.index}
            preposition = marker.index
    if not content:
        return None
    cue = (copula.index, adjective.index) if copula.index == adjective.index - 1 else (adjective.index,)
    if preposition == adjective.index + 1:
        cue = (*cue, preposition)
    return Finding(
        adjective.index, cue, entry.kind, entry.frames, subject.index, frozenset(content) - set(cue),
        negated=is_negated(reading, adjective.index), pos="ADJ", form=form, strong=entry.strong,
    )  # fmt: skip


def according(reading: Reading, word: Word) -> Finding | None:
    """ "according to X", "per X", "in a poll, ...": the clause around is the content."""
    lower = word.text.lower()
    index = word.index
    if lower == "according" and index + 1 < len(reading.words) and reading.words[index + 1].text.lower() == "to":
        cue: tuple[int, ...] = (index, index + 1)
        head = reading.head(index)
        if head is not None and word.relation != "case":
            noun = reading.child(index, "obl", "nmod", "obj") or reading.child(index + 1, "obl", "obj")
        else:
            noun = head
    elif lower == "per" and word.relation == "case":
        cue, noun = (index,), reading.head(index)
        if noun is None or not _named_after(reading, index, noun):
            return None
    elif lower in ("in", "by") and word.relation == "case":
        cue, noun = (index,), reading.head(index)
        if noun is None or noun.lemma not in word_class("poll") or not _opens_clause(reading, index, noun):
            return None
    else:
        return None
    if noun is None:
        return None
    finding = _around(reading, noun, cue, noun.index)
    for quoting in reading.children(noun.index, "acl", "advcl"):
        quoted = reading.child(quoting.index, "obj")
        if finding is not None and quoting.lemma in ("quote", "cite") and quoting.xpos == "VBG" and quoted is not None:
            return replace(finding, anchor=quoting.index, cue=(quoting.index,), source=quoted.index, via=(noun.index,))
    return finding


def _named_after(reading: Reading, per: int, noun: Word) -> bool:
    """Whether "per" leads to someone who says it ("per the ministry"), not to a measure ("per day", "as per usual").

    Whether the noun can speak is asked later (``screening``).
    """
    before = reading.words[per - 1] if per else None
    if before is not None and before.text.lower() in ("as", "so"):
        return False
    apart = before is None or before.upos == "PUNCT" or per == reading.sentence_of(per).first
    definite = noun.upos == "PROPN" or reading.child(noun.index, "det", "nmod", "amod", "compound") is not None
    return definite and noun.index > per and (apart or noun.relation == "obl")


def _opens_clause(reading: Reading, index: int, noun: Word) -> bool:
    """Whether a phrase stands first in its sentence, apart by a comma: "In a new poll, most ..." """
    branch = reading.subtree(noun.index)
    after = branch[-1] if reading.words[branch[-1]].text == "," else branch[-1] + 1
    first = reading.sentence_of(index).first
    led = index == first or (index == first + 1 and reading.words[first].upos in ("CCONJ", "ADV"))
    return led and noun.relation == "obl" and after < len(reading.words) and reading.words[after].text == ","


def in_words_of(reading: Reading, word: Word) -> Finding | None:
    """ "in the words of X", "in his view", "in X's opinion"."""
    if word.lemma not in word_class("telling") or word.relation not in ("obl", "nmod"):
        return None
    case = reading.child(word.index, "case")
    if case is None or case.lemma not in ("in", "by") or case.index > word.index:
        return None
    for child in reading.children(word.index, "nmod"):
        of = reading.child(child.index, "case")
        if child.deprel == "nmod:poss" or (of is not None and of.lemma == "of"):
            cue = (
                (case.index, word.index)
                if child.deprel == "nmod:poss"
                else tuple(range(case.index, (of or word).index + 1))
            )
            return _around(reading, word, cue, child.index)
    return None


def _around(reading: Reading, phrase: Word, cue: tuple[int, ...], source: int) -> Finding | None:
    """A finding whose content is the clause that a reporting phrase modifies."""
    top = phrase if reading.child(phrase.index, "cop") else reading.head(phrase.index)
    while (
        top is not None
        and top.upos not in ("VERB", "AUX")
        and top.relation not in ("root", "conj", "ccomp", "parataxis")
    ):
        if reading.child(top.index, "cop", "nsubj"):
            break
        top = reading.head(top.index)
    if top is None:
        return None
    last = max(reading.subtree(phrase.index))
    if last + 1 >= reading.sentence_of(phrase.index).last:
        # A phrase at the end of a sentence speaks of all of it.
        closing = reading.words[max(0, cue[0] - 1)].text == ","
        while (up := reading.head(top.index)) is not None and (
            closing or top.relation in ("conj", "advcl", "xcomp", "acl")
        ):
            top = up
    content = frozenset(reading.subtree(top.index)) - set(reading.subtree(phrase.index)) - set(cue)
    if top.index == phrase.index:  # "That is according to the mayor."
        subject = reading.child(top.index, "nsubj")
        content = frozenset() if subject is None else frozenset(reading.subtree(subject.index))
    for late in reading.children(top.index, "advcl"):
        if min(reading.subtree(late.index)) > last and late.xpos == "VBG":
            content -= set(reading.subtree(late.index))
    if not content:
        return None
    return Finding(cue[0], cue, "assertion", frozenset(), source, content, pos="ADP", form="around")
