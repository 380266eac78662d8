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
        noun = title_head(scene, name.title)
        heads[noun] = words[noun].head not in range(name.first, name.last + 1)
    for index in range(name.first, name.last + 1):
        for child in scene.reading.children(index, "appos", "nmod", "compound", "flat", "amod"):
            outside = not name.first <= child.index <= name.last
            plain = child.deprel in ("appos", "nmod:desc", "nmod:title", "compound", "flat") or child.upos == "NOUN"
            if (
                outside
                and plain
                and child.deprel != "nmod:poss"
                and not scene.case(child.index)
                and _noun(scene, child)
            ):
                heads.setdefault(child.index, True)
    head = scene.reading.head(name.head)
    word = words[name.head]
    if head is not None and not scene.case(name.head) and _noun(scene, head):
        reach = {"appos": 15, "flat": 2, "nmod": 2, "dep": 2, "list": 4}.get(word.relation, 0)
        if 0 < name.first - head.index <= reach:
            heads.setdefault(head.index, True)
        if word.relation == "appos" and not any(read_person(scene, i) for i in heads):
            _climb(scene, head, heads)
    if head is not None and head.lemma in ("identify", "name") and scene.case(name.head) == "as":
        known = scene.reading.child(head.index, "obj", "nsubj:pass")
        if known is not None and known.upos == "NOUN":
            heads.setdefault(known.index, False)
    comma = name.last + 1
    if comma < len(words) and words[comma].text == ",":
        for child in scene.reading.children(name.head, "conj"):
            joined = scene.reading.child(child.index, "cc")
            if comma < child.index <= comma + 8 and child.upos == "NOUN" and joined is None:
                heads.setdefault(child.index, True)
    if word.relation == "conj" and not heads and head is not None:
        heads.update(_listed(scene, name, head))
    before = (name.title[0] if name.title is not None else name.first) - 1
    inside = before >= scene.reading.sentence_of(name.first).first
    if inside and words[before].text.islower():
        agent = words[before].upos == "ADJ" and scene.world.agent(words[before].text) is not None
        noun = words[before].upos in ("NOUN", "PROPN")
        if noun or agent:
            heads.setdefault(before, noun)
    if head is not None and word.relation == "nsubj" and head.upos == "NOUN":
        copula = scene.reading.child(head.index, "cop")
        if (
            copula is not None
            and copula.text.casefold() in _PRESENT
            and not scene.reading.children(head.index, "advmod", "aux")
        ):
            heads.setdefault(head.index, False)
    if word.relation == "conj" and head is not None and head.index in scene.name_at and not heads:
        first = scene.name_at[head.index]
        if first.head != name.head and first.first < name.first:
            return [(role, False) for role, _ in roles_of(scene, first) if role.plural]
    found = []
    for index, stands in heads.items():
        role = read_role(scene, index, adjacent=index < name.first)
        if role is not None and (role.actor or (stands and index < name.first and name.type == "PER")):
            found.append((role, stands))
    return found


def _listed(scene: Scene, name: NamePhrase, head: Word) -> dict[int, bool]:
    """ "Two lawmakers from Kenya, X and Y": names listed behind a comma after a plural say who they are."""
    words = scene.reading.words
    while head.relation == "conj" and head.index in scene.name_at and head.head >= 0:
        head = words[head.head]
    first = min((c.index for c in scene.reading.children(head.index, "conj")), default=-1)
    plural = head.upos == "NOUN" and head.xpos == "NNS"
    counted = scene.reading.child(head.index, "nummod") is not None
    comma = first > 0 and any(words[i].text == "," for i in range(max(head.index, first - 2), first))
    joined = scene.reading.child(first, "cc") if first > 0 else None
    alone = all(c.index in scene.name_at for c in scene.reading.children(head.index, "conj"))
    return {head.index: False} if plural and counted and comma and joined is None and alone else {}


def title_head(scene: Scene, title: tuple[int, int]) -> int:
    """The noun of a title: its last word before "of", "for" or "to"."""
    for index in range(title[0] + 1, title[1] + 1):
        if scene.reading.words[index].text.casefold() in ("of", "for", "to"):
            return index - 1
    return title[1]


def read_person(scene: Scene, index: int) -> bool:
    role = read_role(scene, index)
    return role is not None and role.kind == "person"


def _climb(scene: Scene, head: Word, heads: dict[int, bool]) -> None:
    """ "Head of Kenya's Supreme Council, X": the apposition of the council is the chairman's."""
    for ancestor in scene.reading.ancestors(head.index):
        below = scene.reading.words[head.index]
        if below.relation != "nmod" or scene.case(below.index) not in ("of", "for"):
            return
        if read_person(scene, ancestor.index):
            heads.setdefault(ancestor.index, True)
            return
        head = ancestor


def _noun(scene: Scene, word: Word) -> bool:
    name = scene.name_at.get(word.index)
    return word.upos in ("NOUN", "PROPN") and (name is None or word.text.islower())
