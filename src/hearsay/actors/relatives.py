"""Whom a relative pronoun means: "the council, *which* met"."""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.recent import recent
from hearsay.actors.scene import Scene
from hearsay.reading.tree import Word

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
