"""The two lexicons of this room, read once from their data files.

``cues.tsv`` says which words report and where their content stands; ``operators.tsv`` says what a word does to the
standing of its complement. Frames name a complement by its form:

* ``clause``    a finite clause ("said that ...", and the main clause around ", he said,")
* ``inf``       a to-infinitive ("promised to leave"), after an object too ("urged him to leave")
* ``ger``       a gerund ("denied using", "stopped short of attacking")
* ``obj``       a noun phrase: direct object, or subject of the passive ("denied the attack")
* ``subj``      the subject ("the attack failed")
* ``comp``      a noun before the word ("peace plan")
* ``quote``     a quotation beside the word
* ``small``     object and predicate ("called him a liar"); ``as`` likewise ("described him as a liar")
* ``addressee`` the object is who is told, not what is told
* a preposition the noun phrase or gerund after it ("called for talks", "accused them of lying")
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from hearsay.errors import LexiconError

CueClass = Literal["assertion", "denial", "belief", "promise", "demand", "question", "doubt", "leak"]
Effect = Literal["fact", "counterfact", "planned", "possible", "presupposed", "same"]

_CLASSES = ("assertion", "denial", "belief", "promise", "demand", "question", "doubt", "leak")
_EFFECTS = ("fact", "counterfact", "planned", "possible", "presupposed", "same")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: its class and the forms its content takes."""

    lemma: str
    pos: str
    kind: CueClass
    frames: frozenset[str]
    strong: bool
    """A word of saying. A weak one counts only where a speaker utters it in his own clause (``screening``)."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to a complement of one of ``frames``.

    ``positive`` is the complement's standing when the word itself holds, ``negative`` when it is negated
    (implicative signatures: Nairn, Condoravdi and Karttunen 2006). ``vouches``: whether the word's subject, not
    the outer voice, vouches for the complement.
    """

    lemma: str
    pos: str
    frames: frozenset[str]
    positive: Effect
    negative: Effect
    vouches: bool


@dataclass(frozen=True)
class Words:
    """Both lexicons, keyed by lemma and part of speech. A verb with a particle stands as "point out"."""

    cues: dict[tuple[str, str], tuple[Cue, ...]]
    operators: dict[tuple[str, str], tuple[Operator, ...]]
    forms: dict[str, str]
    """Inflected forms of the verbs: surer than a reader's lemma."""

    def lemma(self, lemma: str, text: str, pos: str) -> str:
        """The lemma under which a word stands here: for verbs the one its form belongs to, else its own."""
        if pos == "VERB":
            return self.forms.get(text.lower(), lemma.lower())
        lower = lemma.lower()
        if (
            pos == "NOUN"
            and lower.endswith("s")
            and ((lower[:-1], pos) in self.cues or (lower[:-1], pos) in self.operators)
        ):
            return lower[:-1]  # a plural the reader took for a lemma
        return lower


@cache
def default_words() -> Words:
    """The lexicons shipped with the package. Raises LexiconError naming file, line and remedy for a broken row."""
    cues: dict[tuple[str, str], list[Cue]] = {}
    for number, row in _rows("cues.tsv", 5):
        if row[2] not in _CLASSES or row[4] not in ("strong", "weak"):
            raise LexiconError(
                f"cues.tsv line {number}: write the class as one of {', '.join(_CLASSES)}, "
                "and the strength as strong or weak"
            )
        entry = Cue(row[0], row[1], cast(CueClass, row[2]), frozenset(row[3].split(",")), row[4] == "strong")
        cues.setdefault((row[0], row[1]), []).append(entry)
    operators: dict[tuple[str, str], list[Operator]] = {}
    for number, row in _rows("operators.tsv", 6):
        if row[3] not in _EFFECTS or row[4] not in _EFFECTS or row[5] not in ("yes", "no"):
            raise LexiconError(
                f"operators.tsv line {number}: write positive and negative as one of {', '.join(_EFFECTS)}, "
                "and source as yes or no"
            )
        operator = Operator(
            row[0], row[1], frozenset(row[2].split(",")), cast(Effect, row[3]), cast(Effect, row[4]), row[5] == "yes"
        )
        operators.setdefault((row[0], row[1]), []).append(operator)
    forms = {row[0]: row[1] for _, row in _rows("forms.tsv", 2)}
    for lemma, pos in sorted({*cues, *operators}):
        if pos == "VERB" and " " not in lemma:
            forms[lemma] = lemma
            for form in _inflected(lemma):
                forms.setdefault(form, lemma)
    return Words(
        {key: tuple(entries) for key, entries in cues.items()},
        {key: tuple(entries) for key, entries in operators.items()},
        forms,
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """A closed class of words of ``classes.tsv``: media nouns, documents, light verbs, times, occasions."""
    return frozenset(word for _, row in _rows("classes.tsv", 2) if row[0] == name for word in row[1].split(" "))


def _inflected(lemma: str) -> tuple[str, ...]:
    """Regular forms of an English verb."""
    if lemma.endswith("e"):
        stem = lemma[:-1]
        return (lemma + "s", lemma + "d", stem + "ing")
    if lemma.endswith("y") and lemma[-2:-1] not in ("a", "e", "o", "u"):
        return (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    doubled = lemma + lemma[-1]
    return (plural, lemma + "ed", lemma + "ing", doubled + "ed", doubled + "ing")


def _rows(name: str, columns: int) -> list[tuple[int, list[str]]]:
    text = (files("hearsay.attribution") / "data" / name).read_text("utf-8")
    rows = []
    for number, line in enumerate(text.splitlines()[1:], 2):
        row = line.split("\t")
        if len(row) != columns:
            raise LexiconError(f"{name} line {number}: {len(row)} columns, not {columns}; separate them by one tab")
        rows.append((number, row))
    return rows
