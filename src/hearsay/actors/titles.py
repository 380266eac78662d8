"""Which role phrases the article hangs on a name: title, apposition, compound, and "X is the president"."""

from __future__ import annotations

from hearsay.actors.roles import Role, read_role
from hearsay.actors.scene import NamePhrase, Scene
from hearsay.reading.tree import Word

_PRESENT = frozenset(("is", "'s", "’s", "are", "remains", "becomes"))


def roles_of(scene: Scene, name: NamePhrase) -> list[tuple[Role, bool]]:
    """Role phrases of a name in one place; the flag says that the phrase's noun stands for the name in the tree."""
    heads: dict[int, bool] = {}
    words = scene.reading.words
    if name.title is not None:
        heads[name.title[1]] = words[name.title[1]].head not in range(name.first, name.last + 1)
    for index in range(name.first, name.last + 1):
        for child in scene.reading.children(index, "appos", "nmod", "compound", "flat", "amod"):
            outside = not name.first <= child.index <= name.last
            plain = child.deprel in ("appos", "nmod:desc", "nmod:title", "compound", "flat") or child.upos == "NOUN"
            if outside and plain and child.deprel != "nmod:poss" and not scene.case(child.index) and _noun(scene, child):
                heads.setdefault(child.index, True)
    head = scene.reading.head(name.head)
    word = words[name.head]
    if head is not None and word.relation in ("appos", "flat", "nmod", "dep", "list") and not scene.case(name.head) and _noun(scene, head):
        heads.setdefault(head.index, True)
    if head is not None and word.relation == "nsubj" and head.upos == "NOUN":
        copula = scene.reading.child(head.index, "cop")
        if copula is not None and copula.text.casefold() in _PRESENT and not scene.reading.children(head.index, "advmod", "aux"):
            heads.setdefault(head.index, False)
    found = []
    for index, stands in heads.items():
        role = read_role(scene, index)
        if role is not None and role.actor:
            found.append((role, stands))
    return found


def _noun(scene: Scene, word: Word) -> bool:
    name = scene.name_at.get(word.index)
    return word.upos in ("NOUN", "PROPN") and (name is None or word.text.islower())
