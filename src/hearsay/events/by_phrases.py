"""Prepositions that mark a dependent, and who a "by" phrase names where the tree hangs it elsewhere."""

from __future__ import annotations

from hearsay.events.control import is_passive
from hearsay.events.tables import word_set
from hearsay.events.time_line import is_calendar_name
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading


def preposition(reading: Reading, index: int) -> str:
    """The preposition that marks a dependent, lower case, with its fixed parts; ``bare`` when it has none."""
    for word in reading.children(index, "case"):
        if word.text in ("'s", "’s", "'", "’"):
            continue
        parts = [word.text.lower(), *(w.text.lower() for w in reading.children(word.index, "fixed"))]
        joined = " ".join(parts)
        out_of = joined == "out" and any(w.text.lower() == "of" for w in reading.words[word.index + 1 : word.index + 2])
        return "from" if out_of or joined == "out of" else joined  # "pulled *out of* Iraq"
    for name in reading.children(index, "appos", "flat"):  # "talks *with* rebel leader Juan Diaz", hung on the name
        for word in reading.children(name.index, "case"):
            if word.index < index:
                return word.text.lower()
    return "bare"


def late_agent(reading: Reading, index: int) -> list[int]:
    """Who does a passive behind its complement: "was prevented from boarding a flight by *the airline*"."""
    word = reading.words[index]
    if word.relation == "conj":  # "beaten and detained by *the police*"
        shared = [w.index for w in reading.children(word.head, "obl:agent") if w.index > index]
        if shared:
            return shared
    below = [w.index for w in reading.children(index, "advcl", "xcomp") if not is_passive(reading, w.index)]
    obliques = [w.index for verb in below for w in reading.children(verb, "obl")]
    given = [w.index for w in reading.children(index, "obl") if preposition(reading, w.index) == "to"]
    obliques += [w.index for i in given for w in reading.children(i, "nmod")]  # "granted to the man by *Poland*"
    objects = [w.index for verb in below for w in reading.children(verb, "obj")]
    inner = [w.index for i in (*objects, *obliques) for w in reading.children(i, "nmod", "obl")]
    obliques += [*inner, *(w.index for i in inner for w in reading.children(i, "nmod", "obl"))]
    return [i for i in obliques if preposition(reading, i) == "by" and reading.words[i].upos in ("NOUN", "PROPN")]


def strayed(reading: Reading, index: int) -> list[int]:
    """A doer of an act that the tree hangs elsewhere: "condemned the bombing by *the rebels*"."""
    word = reading.words[index]
    for thing in reading.children(index, "nmod"):
        if preposition(reading, thing.index) in ("of", "on"):  # "the shelling of the town *by rebels*"
            below = [w.index for w in reading.children(thing.index, "nmod") if preposition(reading, w.index) == "by"]
            if below:
                return below
    if word.relation != "obj" or word.head < 0:
        return []
    if not reading.children(word.head, "nsubj") and is_passive(reading, word.head):
        return []
    told = reading.children(word.head, "obl:agent") or [
        w
        for w in reading.children(word.head, "obl")
        if preposition(reading, w.index) == "by" and not is_calendar_name(w.text) and not _counted(reading, w.index)
    ]
    return [w.index for w in told if w.index > index]


def _counted(reading: Reading, index: int) -> bool:
    """True for "by ten points", "by a third"."""
    return reading.words[index].upos == "NUM" or bool(reading.children(index, "nummod"))


def behind_number(reading: Reading, index: int) -> list[int]:
    """What a noun's own phrases are where a reader hangs them on its number: "hundreds of strikes *on bases*"."""
    word = reading.words[index]
    if word.relation != "nmod" or preposition(reading, index) != "of" or word.head < 0:
        return []
    if not word_set("numbers of acts").intersection(forms(reading.words[word.head])):
        return []
    return [w.index for w in reading.children(word.head, "nmod") if w.index > index]
