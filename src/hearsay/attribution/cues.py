"""Cues in the tree: for each word that reports, its speaker and the words it reports.

The frames of ``data/cues.tsv`` say which complements are content. Quotations that the tree does not hold together
are added by :mod:`hearsay.attribution.quoting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.attribution.lexicon import Cue, CueClass, Words, word_class
from hearsay.attribution.speakers import agent, is_passive, speaker, speaker_of_noun
from hearsay.reading.tree import Reading, Word

Form = Literal["clause", "infinitive", "nominal", "around", "none"]

_CONTRAST = frozenset(("because", "only", "just", "merely", "simply", "least"))
_NEGATIVE = frozenset(("not", "n't", "never", "n’t", "neither", "nor", "hardly"))


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue with its parts, all as word indices of the article."""

    anchor: int
    cue: tuple[int, ...]
    kind: CueClass
    frames: frozenset[str]
    source: int | None
    content: frozenset[int]
    via: tuple[int, ...] = ()
    negated: bool = False
    pos: str = "VERB"
    form: Form = "clause"
    """How the content hangs on the cue; ``around``: it is the clause around a parenthetical cue, not a complement."""
    passive: bool = False
    strong: bool = True


def find_cues(reading: Reading, lexicon: Words) -> tuple[Finding, ...]:
    """All cues of an article in text order; content may be empty for verbs that can hold a quotation."""
    found: list[Finding] = []
    for word in reading.words:
        finding: Finding | None = None
        if word.upos in ("VERB", "AUX"):
            finding = _verb(reading, lexicon, word)
        elif word.upos == "NOUN":
            finding = _noun(reading, lexicon, word)
        elif word.upos == "ADJ":
            finding = _adjective(reading, lexicon, word)
        if finding is None:
            finding = _according(reading, word) or _in_words_of(reading, word)
        if finding is not None:
            found.append(finding)
    return tuple(found)


def is_negated(reading: Reading, index: int) -> bool:
    """Whether a predicate has its own negation ("did not say", "no statement"), not a mere contrast ("not only")."""
    for child in reading.children(index):
        lower = child.text.lower()
        if child.relation in ("advmod", "aux", "cc") and lower in _NEGATIVE:
            after = reading.words[child.index + 1].text.lower() if child.index + 1 < len(reading.words) else ""
            if after not in _CONTRAST:
                return True
        elif (
            child.relation == "advmod"
            and lower in ("longer", "more")
            and reading.words[child.index - 1].text.lower() == "no"
        ) or (child.relation == "det" and lower == "no"):
            return True
    return False


# -- verbs ------------------------------------------------------------------------------------------------------


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
    passive = is_passive(reading, verb.index)
    source = agent(reading, verb.index) if passive else speaker(reading, verb.index)
    quoting = _quoting(reading, verb)
    via: tuple[int, ...] = ()
    if quoting is not None:
        relay = agent(reading, quoting.index) if is_passive(reading, quoting.index) else speaker(reading, quoting.index)
        via = () if relay is None else (relay.index,)
        if quoting.index >= verb.index - 2:
            cue = tuple(range(quoting.index, verb.index + 1))
    found = _complements(reading, verb, frames, passive)
    if not found.words and frames & {"clause", "quote"}:
        found = Complement(_clause_around(reading, verb), "around", "clause")
    if found.preposition is not None and found.preposition == max(cue) + 1:
        cue = (*cue, found.preposition)
    if not found.words and "quote" not in frames:
        return None
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
        passive=passive,
        strong=entry.strong,
    )


def _quoting(reading: Reading, verb: Word) -> Word | None:
    """The verb of "quoted as saying", for its "saying"."""
    head = reading.head(verb.index)
    if head is None or head.lemma not in ("quote", "cite") or verb.relation not in ("xcomp", "advcl", "acl", "ccomp"):
        return None
    return head if any(m.text.lower() == "as" for m in reading.children(verb.index, "mark", "case")) else None


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports: the words, their form, the frame that let them in, the preposition that leads to them."""

    words: set[int]
    form: Form
    frame: str = "quote"
    preposition: int | None = None


def _complements(reading: Reading, verb: Word, frames: frozenset[str], passive: bool) -> Complement:
    """The complements that the frames of a verb allow."""
    clause = _clauses(reading, verb, "addressee" in frames) if frames & {"clause", "quote"} else set()
    if clause:
        return Complement(_extended(reading, verb, clause), "clause", "clause")
    objects = list(reading.children(verb.index, "nsubj:pass") if passive else reading.children(verb.index, "obj"))
    if not passive and not objects and "inf" in frames:
        objects = list(reading.children(verb.index, "iobj"))
    infinitives = [c for c in reading.children(verb.index, "xcomp", "advcl", "ccomp") if _is_infinitive(reading, c)]
    if infinitives and ("inf" in frames or (passive and "clause" in frames and objects)):
        words = _words(reading, [*infinitives, *objects])
        return Complement(_extended(reading, verb, words), "infinitive", "inf" if "inf" in frames else "clause")
    predicates = _predicates(reading, verb, frames)
    if predicates and (objects or passive):
        frame = "small" if "small" in frames else "as"
        return Complement(_extended(reading, verb, _words(reading, [*objects, *predicates])), "nominal", frame)
    if frames & {"obj", "inf"}:
        for gerund in reading.children(verb.index, "xcomp", "ccomp"):
            if gerund.xpos == "VBG":
                words = _extended(reading, verb, set(reading.subtree(gerund.index)))
                return Complement(words, "infinitive", "obj" if "obj" in frames else "inf")
    return _nominal(reading, verb, frames, passive, objects)


def _extended(reading: Reading, verb: Word, words: set[int]) -> set[int]:
    """Take in phrases that follow the content without a break, though the tree hangs them on the verb.

    A phrase that tells when or where the words were said stays out.
    """
    last = max(words)
    if last < verb.index:
        return words
    times, occasions = word_class("time"), word_class("occasion")
    for child in reading.children(verb.index, "obl", "advcl", "xcomp", "nmod", "obj"):
        branch = reading.subtree(child.index)
        if branch[0] != last + 1 or child.text.lower() in times or child.lemma.lower() in occasions:
            continue
        if child.relation == "advcl" and child.xpos == "VBG" and not reading.child(child.index, "mark", "case"):
            continue
        if any(reading.words[i].text.lower() in times or reading.words[i].lemma in occasions for i in branch[:4]):
            continue
        words = words | set(branch)
        last = branch[-1]
    return words


def _words(reading: Reading, parts: list[Word]) -> set[int]:
    return {i for part in parts for i in reading.subtree(part.index)}


def _clauses(reading: Reading, verb: Word, addressee: bool) -> set[int]:
    """Finite clauses: "said that ...", "it is reported that ...", "said: ..."."""
    found: set[int] = set()
    clauses = list(reading.children(verb.index, "ccomp", "csubj:pass"))
    if reading.child(verb.index, "expl") is not None:
        clauses += reading.children(verb.index, "csubj")
    after = reading.words[verb.index + 1].text if verb.index + 1 < len(reading.words) else ""
    for clause in clauses:
        words = _clause_words(reading, clause)
        # A parenthetical cue has content on both sides; else what lies before it was only hung there by mistake.
        found |= {i for i in words if i > verb.index} if clause.index > verb.index and after != "," else words
    for clause in reading.children(verb.index, "parataxis"):
        if clause.index > verb.index and _after_colon(reading, verb, clause):
            found |= set(reading.subtree(clause.index))
    if found and min(found) > verb.index:
        found |= _further_clauses(reading, verb)
        if not addressee:
            found |= _gap(reading, verb, min(found))
    return found


def _further_clauses(reading: Reading, verb: Word) -> set[int]:
    """Conjuncts hung on the cue that by their form belong to its content: "said A but that B", "said A, but B is"."""
    found: set[int] = set()
    for child in reading.children(verb.index, "conj"):
        subject = reading.child(child.index, "nsubj")
        that = any(m.text.lower() == "that" for m in reading.children(child.index, "mark"))
        if that or (child.upos not in ("VERB", "AUX") and subject is None):
            found |= set(reading.subtree(child.index))
        elif subject is not None and verb.xpos == "VBD" and _finite(reading, child) in ("VBZ", "VBP", "MD"):
            found |= set(reading.subtree(child.index))
    return found


def _finite(reading: Reading, verb: Word) -> str:
    """Tag of the word that carries a clause's tense."""
    first = reading.child(verb.index, "aux", "cop")
    return verb.xpos if first is None else first.xpos


def _gap(reading: Reading, verb: Word, first: int) -> set[int]:
    """Words between the cue and its clause that belong to the clause: its subject, when the tree lost it."""
    gap = range(verb.index + 1, first)
    if any(reading.words[i].upos == "PUNCT" or reading.words[i].text.lower() == "that" for i in gap):
        return set()
    own = {c.index for c in reading.children(verb.index, "obl", "advmod", "obj", "iobj", "nsubj", "mark", "compound")}
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
        return Complement(_extended(reading, verb, words), "nominal", "obj")
    if obliques:
        part, case = obliques[0]
        led = {case.index, *(c.index for c in reading.children(case.index, "fixed"))}
        words = set(reading.subtree(part.index)) - led
        if words:
            return Complement(_extended(reading, verb, words), "nominal", case.text.lower(), case.index)
    return Complement(set(), "none")


def _clause_words(reading: Reading, clause: Word) -> set[int]:
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


def _is_infinitive(reading: Reading, word: Word) -> bool:
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


def _clause_around(reading: Reading, verb: Word) -> set[int]:
    """The clause that a parenthetical ", he said," stands in; empty when the verb is no parenthetical."""
    head = reading.head(verb.index)
    if head is None or verb.relation != "parataxis" or head.index > verb.index + 12:
        return set()
    if not reading.child(verb.index, "nsubj", "obl:agent"):
        return set()
    if head.relation == "nsubj" and (clause := reading.head(head.index)) is not None:
        head = clause
    return set(reading.subtree(head.index)) - set(reading.subtree(verb.index))


def _as_put(reading: Reading, verb: Word) -> Finding | None:
    """ "as Kerry put it": the clause around is the content."""
    marker = reading.child(verb.index, "mark")
    head = reading.head(verb.index)
    if verb.lemma != "put" or head is None or marker is None or marker.lemma != "as" or verb.relation != "advcl":
        return None
    subject = reading.child(verb.index, "nsubj")
    if subject is None or not any(o.text.lower() == "it" for o in reading.children(verb.index, "obj")):
        return None
    content = frozenset(reading.subtree(head.index)) - set(reading.subtree(verb.index))
    return Finding(verb.index, (verb.index,), "assertion", frozenset(("quote",)), subject.index, content, form="around")


# -- nouns, adjectives, prepositions ------------------------------------------------------------------------------


def _noun(reading: Reading, lexicon: Words, noun: Word) -> Finding | None:
    entries = lexicon.cues.get((noun.lemma, "NOUN"), ())
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
            content |= _clause_words(reading, child)
            form = "clause"
        elif "inf" in frames and _is_infinitive(reading, child):
            content |= set(reading.subtree(child.index))
            form, frame = "infinitive", "inf"
    if not content:
        for child in reading.children(noun.index, "nmod", "acl"):
            case = reading.child(child.index, "case", "mark")
            if case is not None and case.text.lower() in frames and child.index > noun.index:
                content |= set(reading.subtree(child.index)) - {case.index}
                preposition, frame = case.index, case.text.lower()
                break
    source = speaker_of_noun(reading, noun.index)
    if not content:
        content = _predicated(reading, noun)
        form = "clause"
    if not content or (source is None and form != "clause"):
        return None
    cue = (noun.index,) if preposition is None or preposition != noun.index + 1 else (noun.index, preposition)
    entry = next((e for e in entries if frame in e.frames), entries[0])
    return Finding(
        noun.index, cue, entry.kind, frames, None if source is None else source.index, frozenset(content) - set(cue),
        negated=is_negated(reading, noun.index), pos="NOUN", form=form, strong=entry.strong,
    )  # fmt: skip


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
            return _clause_words(reading, clause)
    return set()


def _adjective(reading: Reading, lexicon: Words, adjective: Word) -> Finding | None:
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
        if child.relation == "ccomp":
            content |= _clause_words(reading, child)
            form = "clause"
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


def _according(reading: Reading, word: Word) -> Finding | None:
    """ "according to X", "per X": the clause around is the content."""
    lower = word.text.lower()
    index = word.index
    if lower == "according" and index + 1 < len(reading.words) and reading.words[index + 1].text.lower() == "to":
        cue: tuple[int, ...] = (index, index + 1)
        head = reading.head(index)
        if head is not None and word.relation != "case":
            noun = reading.child(index, "obl", "nmod", "obj") or reading.child(index + 1, "obl", "obj")
        else:
            noun = head
    elif lower == "per" and word.relation == "case" and word.upos == "ADP":
        cue, noun = (index,), reading.head(index)
        if noun is None or noun.upos != "PROPN":
            return None
    else:
        return None
    if noun is None:
        return None
    return _around(reading, noun, cue, noun.index)


def _in_words_of(reading: Reading, word: Word) -> Finding | None:
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
    top = reading.head(phrase.index)
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
        while (up := reading.head(top.index)) is not None and top.relation in ("conj", "advcl", "xcomp", "acl"):
            top = up
    content = frozenset(reading.subtree(top.index)) - set(reading.subtree(phrase.index)) - set(cue)
    if not content:
        return None
    return Finding(cue[0], cue, "assertion", frozenset(), source, content, pos="ADP", form="around")
