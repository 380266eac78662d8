"""Who speaks: the subject of a cue, through passives, relatives, coordination and control."""

from __future__ import annotations

from hearsay.attribution.lexicon import word_class
from hearsay.reading.tree import Reading, Word

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_CLAUSE = ("conj", "xcomp", "advcl", "acl", "parataxis", "ccomp", "csubj", "root", "appos")


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is passive: "was told", "quoted by IRNA"."""
    word = reading.words[verb]
    if reading.child(verb, "nsubj:pass", "csubj:pass", "aux:pass"):
        return True
    bare = word.relation == "advcl" and not reading.child(verb, "nsubj", "aux", "obj")
    if bare and (word.xpos == "VBN" or (word.xpos == "VBD" and verb < word.head and not reading.child(verb, "mark"))):
        return True  # "asked why, he said": a finite verb would have its subject
    if word.xpos not in ("VBN", "VBD") or reading.child(verb, "nsubj", "aux", "obj", "ccomp"):
        return bool(agent(reading, verb)) and not reading.child(verb, "nsubj")
    return word.deprel == "acl" or (word.relation == "conj" and _head_passive(reading, word))


def _head_passive(reading: Reading, word: Word) -> bool:
    head = reading.head(word.index)
    return head is not None and head.upos == "VERB" and reading.child(head.index, "aux:pass") is not None


def agent(reading: Reading, verb: int) -> Word | None:
    """The "by" phrase of a passive."""
    for child in reading.children(verb, "obl"):
        case = reading.child(child.index, "case")
        if child.deprel == "obl:agent" or (case is not None and case.lemma == "by" and child.upos in ("PROPN", "PRON")):
            return child
    return None


def speaker(reading: Reading, verb: int, depth: int = 0) -> Word | None:
    """The word that names who does ``verb``; None when the sentence does not say (an agentless passive, "it")."""
    if depth > 6:
        return None
    word = reading.words[verb]
    if is_passive(reading, verb):
        return agent(reading, verb)
    subject = _subject(reading, verb)
    if subject is not None:
        return subject
    head = reading.head(verb)
    if head is None or word.relation not in _CLAUSE:
        return None
    if word.relation == "acl":
        if word.xpos != "VBG":
            return speaker_of_noun(reading, head.index)
        return _told_with(reading, head) or head
    if head.upos not in ("VERB", "AUX", "ADJ") and word.relation != "conj":
        return _subject(reading, head.index)
    if word.relation in ("xcomp", "advcl"):
        return controller(reading, word, head, depth)
    if word.relation == "conj":
        return _subject(reading, head.index, passive=True) or speaker(reading, head.index, depth + 1)
    return None


def _told_with(reading: Reading, noun: Word) -> Word | None:
    """The subject of "issued a statement saying", "replied to critics saying": no statement or listener speaks."""
    verb = reading.head(noun.index)
    if verb is None or verb.upos != "VERB":
        return None
    if noun.relation == "obl" or (noun.relation == "obj" and noun.lemma in word_class("document")):
        return _subject(reading, verb.index)
    return None


def controller(reading: Reading, word: Word, head: Word, depth: int = 0) -> Word | None:
    """The understood subject of an infinitive or participle under ``head``."""
    marker = reading.child(word.index, "mark", "case")
    if marker is not None and marker.lemma == "as" and head.lemma in ("quote", "cite", "report"):
        return reading.child(head.index, "nsubj:pass", "obj", "iobj") or _antecedent(reading, head)
    charged = marker is not None and marker.lemma in ("of", "for") and head.upos == "VERB"
    if charged and (accused := reading.child(head.index, "obj", "iobj")) is not None:
        return accused  # "accused the governor of saying that ..."
    if word.relation == "xcomp":
        controlled = reading.child(head.index, "obj", "iobj")
        if controlled is not None and head.lemma != "promise":
            return controlled
    return _subject(reading, head.index, passive=True) or speaker(reading, head.index, depth + 1)


def _antecedent(reading: Reading, verb: Word) -> Word | None:
    return reading.head(verb.index) if verb.relation == "acl" else None


def _subject(reading: Reading, index: int, passive: bool = False) -> Word | None:
    found = [
        child
        for child in reading.children(index, "nsubj")
        if (child.deprel != "nsubj:pass" or passive) and child.text.lower() != "there"
    ]
    before = [child for child in found if child.index < index]
    return before[-1] if before else found[0] if found else None


def antecedent(reading: Reading, word: Word) -> Word:
    """The noun a relative pronoun stands for; any other word stands for itself."""
    if word.text.lower() not in _RELATIVE:
        return word
    verb = reading.head(word.index)
    while verb is not None and verb.deprel != "acl:relcl":
        if verb.relation not in ("conj", "xcomp", "ccomp", "advcl"):
            return word
        verb = reading.head(verb.index)
    noun = reading.head(verb.index) if verb is not None else None
    return word if noun is None else noun


def speaker_of_noun(reading: Reading, noun: int) -> Word | None:
    """Who a reporting noun belongs to: possessor, "by" or "from" phrase, or subject of its light verb."""
    head, word = reading.head(noun), reading.words[noun]
    light = head is not None and word.relation == "obj" and head.lemma in word_class("light")
    for child in reading.children(noun, "nmod"):
        case = reading.child(child.index, "case")
        if child.deprel == "nmod:poss" and child.upos == "PRON" and head is not None and light:
            return _subject(reading, head.index) or child  # "she made her promise that ..."
        if child.deprel == "nmod:poss" or (case is not None and case.lemma in ("by", "from")):
            return child
    if head is None or head.upos != "VERB":
        return None
    if word.relation == "obj" and head.lemma in word_class("light"):
        return speaker(reading, head.index)
    if word.deprel == "nsubj:pass" and head.lemma in word_class("light"):
        return agent(reading, head.index)
    return None
