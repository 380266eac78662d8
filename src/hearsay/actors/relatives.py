"""Whom relative and reflexive pronouns mean, and what telling says of others: "the council, *which* met"."""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.recent import recent
from hearsay.actors.scene import Scene
from hearsay.reading.tree import Reading, Word

GROUPS = frozenset(
    ("group", "armed-group", "organisation", "party", "government-body", "ngo", "igo", "media", "company", "country")
)
BODIES = GROUPS - {"group"}


def antecedent(scene: Scene, figures: Figures, word: Word) -> list[Figure]:
    """Head of the relative clause that the pronoun opens."""
    if word.upos != "PRON" or word.relation in ("mark", "det"):
        return []
    for ancestor in scene.reading.ancestors(word.index):
        if ancestor.deprel == "acl:relcl":
            name = scene.name_at.get(word.index - 2)
            beside = scene.reading.words[word.index - 1].text == "," and word.text.casefold() == "which"
            if beside and name is not None and name.last == word.index - 2 and ancestor.head < name.first:
                nearer = figures.at(name.head)
                if nearer and nearer[0].kind in BODIES:
                    return nearer  # "designated a terrorist by *India*, which"
            found = figures.at(ancestor.head)
            if found or ancestor.head < word.index - 6:
                return found
            break
    for head, figure in recent(scene, figures, word.index, 0):
        if word.index - head <= 4:
            return [figure]
    return []


def reflexive(scene: Scene, figures: Figures, word: Word, subject: int | None) -> list[Figure]:
    """ "The governor, *himself* a former rebel", "they defended *themselves*": the noun it stands by, else the subject
    of its clause."""
    noun = scene.reading.head(word.index)
    if noun is not None and noun.index < word.index and figures.has(noun.index) and noun.upos != "VERB":
        return figures.at(noun.index)[:1]
    return figures.at(subject)[:1] if subject is not None and subject < word.index else []


def goes_on(reading: Reading, word: Word, mention: Word) -> bool:
    """ "The ministry said that ... *It* said that ...": who tells one sentence goes on to tell the next."""
    verbs = [reading.head(i) for i in (word.index, mention.index)]
    if word.relation != "nsubj" or word.index < mention.index:
        return False
    return all(v is not None and v.head < 0 and reading.children(v.index, "ccomp") for v in verbs)


def said_of(reading: Reading, word: Word, mention: Word, figure: Figure, kind: str, inside: bool) -> float:
    """How far a subject of telling is meant by a pronoun in what is told.

    "She spoke with Mr Diallo, who said *he* was glad": of himself. "*They* burned it," a man said: not of others who
    told of it before, nor is one body "they" in its own words.
    """
    verb = reading.head(mention.index)
    if mention.relation != "nsubj" or verb is None:
        return 0.0
    if verb.relation != "parataxis" and not reading.children(verb.index, "ccomp"):
        return 0.0
    above = word.relation == "nsubj" and any(a.head == verb.index for a in reading.ancestors(word.index))
    if kind == "they":
        before = inside and reading.sentence_of(mention.index).index < reading.sentence_of(word.index).index
        return -0.8 if before or (above and not figure.plural) else 0.0
    return 0.6 if above and not inside else 0.0
