"""The complements of a verb that reports: which words are its content, and in what form.

The frames of ``data/cues.tsv`` say which complements count. Where a parser hangs a piece of the content on the verb
itself, or loses the subject of the clause, order and form decide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hearsay.attribution.asides import ASIDES, aside
from hearsay.attribution.findings import Form
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.speakers import agent
from hearsay.reading.tree import Reading, Word


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports: the words, their form, the frame that let them in, the preposition that leads to them."""

    words: set[int]
    form: Form
    frame: str = "quote"
    preposition: int | None = None


def complements(
    reading: Reading, verb: Word, frames: frozenset[str], passive: bool, particle: int | None = None
) -> Complement:
    """The complements that the frames of a verb allow; those of its ``particle`` ("made clear that ...") too."""
    found = _complements(reading, verb, frames, passive, particle)
    if found.form in ("nominal", "infinitive") and max(found.words, default=-1) > verb.index:
        named = found.frame not in ("as", "small")
        return replace(found, words=found.words - aside(reading, found.words, appositions=named))
    return found


def _complements(
    reading: Reading, verb: Word, frames: frozenset[str], passive: bool, particle: int | None
) -> Complement:
    clause = _clauses(reading, verb, frames) if frames & {"clause", "quote"} else set()
    if not clause and "clause" in frames and particle is not None:
        clause = {i for c in reading.children(particle, "ccomp", "csubj") for i in clause_words(reading, c)}
    if clause:
        return Complement(_extended(reading, verb, clause), "clause", "clause")
    objects = list(reading.children(verb.index, "nsubj:pass") if passive else reading.children(verb.index, "obj"))
    if not passive and not objects and frames & {"inf", "obj"} and "addressee" not in frames:
        objects = list(reading.children(verb.index, "iobj"))
    infinitives = [c for c in reading.children(verb.index, "xcomp", "advcl", "ccomp") if is_infinitive(reading, c)]
    if infinitives and ("inf" in frames or (passive and "clause" in frames and objects)):
        return _infinitive(reading, verb, frames, infinitives, objects)
    predicates = _predicates(reading, verb, frames)
    if predicates and (objects or passive):
        frame = "small" if "small" in frames else "as"
        words = _extended(reading, verb, _words(reading, [*objects, *predicates]))
        return Complement(words | _more_said(reading, max(words)), "nominal", frame)
    if "small" in frames and objects and not passive and (said := _said_of(reading, verb, objects)):
        return Complement(said, "nominal", "small")
    if frames & {"obj", "inf"} and not passive:
        for gerund in reading.children(verb.index, "xcomp", "ccomp"):
            if is_gerund(reading, gerund):
                words = _extended(reading, verb, set(reading.subtree(gerund.index)))
                return Complement(words, "infinitive", "obj" if "obj" in frames else "inf")
    if objects and verb.lemma in ("show", "find") and not passive:
        # A finding is a small clause: "a poll shows him ten points ahead".
        told = list(reading.children(verb.index, "obj", "xcomp", "advcl", "obl", "advmod", "acl", "compound"))
        words = _words(reading, [c for c in told if c.index > verb.index])
        return Complement(words, "nominal", "obj")
    return _nominal(reading, verb, frames, passive, objects)


_CIRCUMSTANCE = frozenset(("in", "at", "during", "from", "before", "after", "amid", "by", "through", "throughout"))
_OCCASIONS = frozenset(("because", "when", "after", "before", "as", "while", "since", "once"))
"""They open clauses that tell why or when the words were said."""


def _extended(reading: Reading, verb: Word, words: set[int], named: bool = False) -> set[int]:
    """Take in phrases that follow the content without a break, though the tree hangs them on the verb.

    A phrase that tells when or where the words were said stays out; after an object that is ``named`` alone
    ("endorsed her in the primary") every such phrase does.
    """
    last = max(words)
    if last < verb.index:
        return words
    times, occasions = word_class("time"), word_class("occasion")
    for child in reading.children(verb.index, "obl", "advcl", "xcomp", "nmod", "obj"):
        branch = reading.subtree(child.index)
        if named and child.relation == "obl" and reading.words[branch[0]].text.lower() in _CIRCUMSTANCE:
            continue
        if branch[0] != last + 1 or child.text.lower() in times or child.lemma.lower() in occasions:
            continue
        if child.relation == "advcl" and child.xpos == "VBG" and not reading.child(child.index, "mark", "case"):
            continue
        if child.relation == "advcl" and reading.words[branch[0]].text.lower() in _OCCASIONS:
            continue
        if reading.words[branch[0]].text == "," and reading.words[branch[1]].text.lower() in ASIDES:
            continue
        if any(reading.words[i].text.lower() in times or reading.words[i].lemma in occasions for i in branch[:4]):
            continue
        words = words | set(branch)
        last = branch[-1]
    return words


def is_gerund(reading: Reading, word: Word) -> bool:
    """ "denied using", "denied having used"."""
    return word.xpos == "VBG" or any(a.xpos == "VBG" for a in reading.children(word.index, "aux"))


def _said_of(reading: Reading, verb: Word, objects: list[Word]) -> set[int]:
    """ "called the ruling “a disgrace”": from the object to the end of the quoted words."""
    first = min(i for o in objects for i in reading.subtree(o.index))
    last = min(reading.sentence_of(verb.index).last, max(o.index for o in objects) + _NEAR)
    opening = next((i for i in range(first + 1, last + 1) if reading.words[i].text in _OPENING), None)
    if opening is None or first < verb.index or any(reading.words[i].upos == "VERB" for i in range(first, opening)):
        return set()
    end = _closed(reading, opening)
    while end is not None and (second := _second_said(reading, end)) is not None:
        end = second
    return set() if end is None else set(range(first, end + 1))


def _closed(reading: Reading, opening: int) -> int | None:
    """The mark that closes a quotation in its sentence."""
    rest = range(opening + 1, reading.sentence_of(opening).last + 1)
    return next((i for i in rest if reading.words[i].text in _CLOSING), None)


def _more_said(reading: Reading, last: int) -> set[int]:
    """What is said of further objects after a predicate in quotation marks, whose last word or mark is ``last``."""
    after = last + 1
    closed = last if reading.words[last].text in _CLOSING else after
    if closed >= len(reading.words) or reading.words[closed].text not in _CLOSING:
        return set()
    end = _second_said(reading, closed)
    return set() if end is None else set(range(after, end + 1))


def _second_said(reading: Reading, end: int) -> int | None:
    """Where the words close that are said of a second object: "called the ruling “x” and the judge “y”"."""
    last = reading.sentence_of(end).last
    here = end + 1
    while here <= last and reading.words[here].text in (",", "and"):
        here += 1
    if here == end + 1 or reading.words[here - 1].text != "and":
        return None
    for index in range(here, min(here + _NEAR, last) + 1):
        word = reading.words[index]
        if word.text in _OPENING:
            return _closed(reading, index) if index > here else None
        if word.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "PART"):
            return None
    return None


def _infinitive(
    reading: Reading, verb: Word, frames: frozenset[str], infinitives: list[Word], objects: list[Word]
) -> Complement:
    """ "urged him to leave", "called on them to leave", "called for them to leave"."""
    words = _words(reading, [*infinitives, *objects])
    after = verb.index + 1
    lead = reading.words[after] if after < len(reading.words) else None
    preposition = None
    if lead is not None and lead.text.lower() in frames and lead.relation in ("case", "mark"):
        preposition = after
        words |= {i for i in range(after + 1, min(words)) if reading.words[i].upos != "PUNCT"}
        words.discard(after)
    frame = "inf" if "inf" in frames else "clause"
    return Complement(_extended(reading, verb, words), "infinitive", frame, preposition)


def _words(reading: Reading, parts: list[Word]) -> set[int]:
    return {i for part in parts for i in reading.subtree(part.index)}


def _clauses(reading: Reading, verb: Word, frames: frozenset[str]) -> set[int]:
    """Finite clauses: "said that ...", "it is reported that ...", "said: ..."."""
    found: set[int] = set()
    clauses = list(reading.children(verb.index, "ccomp", "csubj:pass"))
    if reading.child(verb.index, "expl") is not None:
        clauses += reading.children(verb.index, "csubj")
    after = reading.words[verb.index + 1].text if verb.index + 1 < len(reading.words) else ""
    quoted = any(w.text in QUOTES for w in reading.words[verb.index + 2 : verb.index + 3])
    for clause in clauses:
        words = clause_words(reading, clause)
        # A parenthetical cue has content on both sides; else what lies before it was only hung there by mistake.
        late = clause.index > verb.index and (after != "," or quoted)
        found |= {i for i in words if i > verb.index} if late else words
    for clause in reading.children(verb.index, "parataxis"):
        if clause.index > verb.index and _after_colon(reading, verb, clause):
            found |= set(reading.subtree(clause.index))
    if found and min(found) > verb.index:
        found |= _further_clauses(reading, verb)
        if "addressee" not in frames:
            found |= _gap(reading, verb, min(found), frames)
        found -= aside(reading, found)
    if found and min(found) == verb.index + 1:
        found -= _told_on(reading, found, verb.index + 1)
    return found


def _told_on(reading: Reading, content: set[int], first: int) -> set[int]:
    """The weekday right after a verb tells when it was said: "said Friday its ships had left", "said on Friday its"."""
    day = first + (reading.words[first].text.lower() == "on")
    word = reading.words[day] if day in content else None
    if word is None or word.text.lower() not in _WEEKDAYS or word.relation != "obl" or max(content) == day:
        return set()
    return set(range(first, day + 1)) if all(c.index == first for c in reading.children(day)) else set()


QUOTES = frozenset("\"“”„«»‹›‘’'`＂") | {"``", "''"}
_OPENING = ("“", '"', "‘", "'", "''", "``", "«", "„", "`")
_CLOSING = ("”", '"', "’", "'", "''", "»", "“", "‘")
_NEAR = 8
"""How many words after an object the quoted words that are said of it may begin."""
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


def _further_clauses(reading: Reading, verb: Word) -> set[int]:
    """Conjuncts hung on the cue that by their form belong to its content: "said A but that B", "said A, but B is"."""
    found: set[int] = set()
    for child in reading.children(verb.index, "conj"):
        subject = reading.child(child.index, "nsubj")
        that = any(m.text.lower() == "that" for m in reading.children(child.index, "mark"))
        bare = child.upos not in ("VERB", "AUX") and subject is None
        shifted = subject is not None and verb.xpos == "VBD" and _finite(reading, child) in ("VBZ", "VBP", "MD")
        if that or bare or shifted:
            found |= set(reading.subtree(child.index))
    return found


def _finite(reading: Reading, verb: Word) -> str:
    """Tag of the word that carries a clause's tense."""
    first = reading.child(verb.index, "aux", "cop")
    return verb.xpos if first is None else first.xpos


def _gap(reading: Reading, verb: Word, first: int, frames: frozenset[str]) -> set[int]:
    """Words between the cue and its clause that belong to the clause: its subject, when the tree lost it.

    What a verb like "say" has for an object is such a subject.
    """
    gap = range(verb.index + 1, first)
    between = [reading.words[i] for i in gap if reading.words[i].text not in QUOTES]
    if any(w.upos == "PUNCT" or w.text.lower() == "that" for w in between):
        return set()
    own = {
        c.index
        for c in reading.children(verb.index, "obl", "advmod", "obj", "iobj", "nsubj", "mark", "compound")
        if c.xpos != "WRB" and not (c.relation == "obj" and "obj" not in frames)
    }
    subjects = [c.index for c in reading.children(verb.index, "nsubj")]
    if subjects and subjects[0] < verb.index:
        own -= set(subjects)
    return set() if own.intersection(gap) else set(gap)


def _nominal(reading: Reading, verb: Word, frames: frozenset[str], passive: bool, objects: list[Word]) -> Complement:
    """Object and prepositional phrases: "praised them for ...", "called for talks"."""
    obliques = [
        (c, case)
        for c in reading.children(verb.index, "obl", "advcl", "xcomp")
        if (case := reading.child(c.index, "case", "mark")) is not None
        and case.text.lower() in frames
        and c.index > verb.index
    ]
    if "obj" in frames and objects and (not passive or obliques or "as" in frames or agent(reading, verb.index)):
        words = _words(reading, [*objects, *(part for part, _ in obliques)])
        frame = obliques[0][1].text.lower() if obliques else "obj"
        return Complement(_extended(reading, verb, words, named=not passive), "nominal", frame)
    if obliques:
        part, case = obliques[0]
        led = {case.index, *(c.index for c in reading.children(case.index, "fixed"))}
        words = set(reading.subtree(part.index)) - led
        if words:
            words = _extended(reading, verb, words, named=True)
            return Complement(words, "nominal", case.text.lower(), case.index)
    return Complement(set(), "none")


def clause_words(reading: Reading, clause: Word) -> set[int]:
    """Words of a content clause without the "that" that introduces it."""
    words = set(reading.subtree(clause.index))
    first = min(words)
    for child in reading.children(clause.index, "mark"):
        if child.text.lower() == "that" and all(
            reading.words[i].upos in ("PUNCT", "CCONJ") for i in range(first, child.index)
        ):
            words -= set(range(first, child.index + 1))
    return words


def _after_colon(reading: Reading, verb: Word, clause: Word) -> bool:
    begin = min(reading.subtree(clause.index))
    return any(reading.words[i].text in (":", "“", '"', "``") for i in range(max(verb.index + 1, begin - 2), begin + 1))


def is_infinitive(reading: Reading, word: Word) -> bool:
    return any(c.text.lower() == "to" and c.index < word.index for c in reading.children(word.index, "mark"))


def _predicates(reading: Reading, verb: Word, frames: frozenset[str]) -> list[Word]:
    found = []
    for child in reading.children(verb.index, "xcomp", "obl", "advcl", "ccomp"):
        if child.index < verb.index:
            continue
        marker = reading.child(child.index, "case", "mark")
        if ("as" in frames and marker is not None and marker.lemma == "as") or (
            "small" in frames and child.relation == "xcomp" and (marker is None or marker.lemma == "as")
        ):
            found.append(child)
    return found
