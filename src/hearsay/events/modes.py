"""How an act was done: the PLOVER modes of a type, from the lexicon's entry and from the words around the trigger.

Only the manual's modes of the event's own type are given (PLOVER manual, the mode table of each type). AGREE, SUPPORT,
CONCEDE, COOPERATE and AID have none. An ASSAULT or a CONSULT may show several; the other types take the lexicon's mode,
or the first that the words show.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hearsay.events.candidate import Candidate
from hearsay.events.surroundings import anchors, below, own_words
from hearsay.events.tables import read_table
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word

_MANY = frozenset(("ASSAULT", "CONSULT"))
_TOPICAL = frozenset(("REQUEST", "REJECT", "THREATEN"))
_JOINED = frozenset(("compound", "amod", "nmod:poss", "compound:prt", "flat"))
_RESULTS = frozenset(("advcl", "xcomp", "acl"))
_TOPIC_WORDS = 12


@cache
def _rules() -> dict[tuple[str, str], dict[str, tuple[int, str]]]:
    """(event, scope) -> word -> (row, mode)."""
    rules: dict[tuple[str, str], dict[str, tuple[int, str]]] = {}
    for number, row in enumerate(read_table("modes.tsv")):
        table = rules.setdefault((row["event"], row["scope"]), {})
        for word in row["words"].split("|"):
            table.setdefault(word, (number, row["mode"]))
    return rules


@cache
def _pairs() -> dict[tuple[str, str, str], str]:
    return {(row["event"], row["first"], row["second"]): row["mode"] for row in read_table("mode_pairs.tsv")}


@cache
def _conflicts() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["event"], row["mode"], row["removes"]) for row in read_table("mode_conflicts.tsv"))


@cache
def modes_of(event: str) -> frozenset[str]:
    """The modes that the manual has for a type; empty for types without modes."""
    return frozenset(row["mode"] for row in read_table("plover_scores.tsv") if row["event"] == event and row["mode"])


def refine_modes(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """Modes of a candidate, the lexicon's first. ``()`` where nothing shows one."""
    event = candidate.event
    valid = modes_of(event)
    if not valid:
        return ()
    given = tuple(dict.fromkeys(m for m in candidate.mode if m in valid))
    if event in _MANY:
        return joined(event, (*given, *_shown(reading, candidate)))
    if given:
        return given
    if event in _TOPICAL:
        return _first_topic(reading, candidate) or _shown(reading, candidate)[:1]
    shown = _shown(reading, candidate)[:1]
    return shown or tuple(mode for _, mode in _rules().get((event, "default"), {}).values())


def joined(event: str, modes: Iterable[str]) -> tuple[str, ...]:
    """Modes of several words or mentions as one event's: each once, those left out that another stands for."""
    different = tuple(dict.fromkeys(modes))
    removed = {low for e, high, low in _conflicts() if e == event and high in different}
    if "suicide-attack" in different:
        removed.discard("explosives")
    return tuple(m for m in different if m not in removed)


# -- what the words show --------------------------------------------------------------------------------


def _shown(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """Modes by the trigger and the words of its clause, in the order of the rules."""
    found: set[tuple[int, str]] = set()
    by_trigger = _rules().get((candidate.event, "trigger"), {})
    for word in _trigger_words(reading, candidate):
        found.update(_look_up(by_trigger, word))
    by_tool = _rules().get((candidate.event, "tool"), {})
    tools = _tool_words(reading, candidate)
    for word in tools:
        found.update(_look_up(by_tool, word))
        following = reading.words[word.index + 1].text.lower() if word.index + 1 < len(reading.words) else ""
        pair = _pairs().get((candidate.event, word.text.lower(), following))
        if pair is not None:
            found.add((-1, pair))
    return tuple(dict.fromkeys(mode for _, mode in sorted(found)))


def _look_up(table: dict[str, tuple[int, str]], word: Word) -> list[tuple[int, str]]:
    return [table[key] for key in forms(word) if key in table]


def _trigger_words(reading: Reading, candidate: Candidate) -> list[Word]:
    words = [reading.words[i] for i in range(candidate.first, candidate.last + 1)]
    words.append(reading.words[candidate.trigger])
    words += [w for w in reading.children(candidate.trigger) if w.deprel in _JOINED and w.upos != "PROPN"]
    return words


def _tool_words(reading: Reading, candidate: Candidate) -> list[Word]:
    """Words of the event's own clause and of participles below it ("firing artillery")."""
    tops = dict.fromkeys((candidate.trigger, candidate.clause))
    for anchor in anchors(reading, candidate)[1:]:
        if not anchor.shared and not anchor.fronted:
            tops[anchor.word] = None
    words: dict[int, Word] = {}
    for top in tops:
        for word in own_words(reading, top):
            words[word.index] = word
        for child in reading.children(top):
            if child.relation in _RESULTS and child.xpos in ("VBG", "VBN"):
                words.update((w.index, w) for w in own_words(reading, child.index))
    for index in _doers(reading, candidate):
        words.setdefault(index, reading.words[index])
    destroyed = _destroyed(reading, candidate)
    return [words[i] for i in sorted(words) if i not in destroyed]


def _destroyed(reading: Reading, candidate: Candidate) -> frozenset[int]:
    """Words of what was destroyed, which nothing was destroyed with: "destroyed a *bomb* factory"."""
    if "destroy" not in candidate.mode:
        return frozenset()
    things = reading.children(candidate.trigger, "obj", "nsubj:pass")
    return frozenset(index for thing in things for index in reading.subtree(thing.index))


def _doers(reading: Reading, candidate: Candidate) -> list[int]:
    """Words of those who act, and of the noun that a clause hangs on: "the suicide bomber who attacked the base"."""
    indices = [i for p in candidate.actors for i in range(p.first, p.last + 1)]
    head = reading.head(candidate.clause)
    if head is not None and reading.words[candidate.clause].deprel == "acl:relcl":
        indices.append(head.index)
    nouns = [i for i in indices if reading.words[i].upos == "NOUN"]
    return [*nouns, *(w.index for i in nouns for w in reading.children(i, "compound"))]


def _first_topic(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """The mode of the nearest word of the content that shows one."""
    table = _rules().get((candidate.event, "topic"), {})
    taken = {i for p in (*candidate.actors, *candidate.recipients) for i in range(p.first, p.last + 1)}
    under = [i for i in below(reading, candidate.trigger) if i > candidate.last and i not in taken]
    if not under and candidate.clause != candidate.trigger:
        under = [i for i in below(reading, candidate.clause) if i > candidate.last and i not in taken]
    for index in (candidate.trigger, *under[:_TOPIC_WORDS]):
        hits = _look_up(table, reading.words[index])
        if hits:
            return (min(hits)[1],)
    return ()
