"""What stands before and behind the noun of a role phrase: countries, owners, and what is left to describe it."""

from __future__ import annotations

from hearsay.actors.scene import Scene
from hearsay.actors.wordlists import listed
from hearsay.reading.tree import Word

_HYPHENS = ("-", "‐", "‑", "–")
_OF = frozenset(("of", "for", "in", "from", "at", "with"))


def modifiers(scene: Scene, head: int, left: list[Word]) -> tuple[list[Word], tuple[str, ...], int | None]:
    """Words before the noun that are neither countries nor owners; the countries; the owner's head word."""
    reading = scene.reading
    kept: list[Word] = []
    countries: list[str] = []
    owner_word: int | None = None
    possessors = {i for child in reading.children(head, "nmod:poss") for i in reading.subtree(child.index)}
    skip = -1
    for word in left:
        i = word.index
        if i <= skip:
            continue
        geo, name = scene.geo.get(i), scene.name_at.get(i)
        if name is not None and name.last >= head:
            name = None
        wider = name is not None and (geo is None or name.last > geo.last)
        top = name.head if name is not None and wider else geo.last if geo is not None else i
        if i in possessors and (geo is not None or name is not None) and reading.words[top].head != head:
            skip = max(geo.last if geo is not None else i, name.last if name is not None else i)
            continue
        if geo is not None and (name is None or name.last <= geo.last):
            skip = geo.last
            if _tied(scene, geo.last):
                continue
            if geo.country not in countries and not _ethnic(scene, geo.first):
                countries.append(geo.country)
            if i in possessors:
                owner_word = geo.last if owner_word is None else owner_word
        elif name is not None and name.type == "NORP" and not name.entities:
            skip = name.last
            kept += scene.reading.words[i : name.last + 1]
        elif name is not None:
            skip = name.last
            owner_word = name.head if owner_word is None or owner_word in possessors else owner_word
        elif i in possessors:
            if word.upos in ("NOUN", "PROPN", "PRON") and word.head == head:
                owner_word = i if owner_word is None else owner_word
        elif word.upos not in ("CCONJ", "ADP", "PART"):
            kept.append(word)
    return kept, tuple(countries), owner_word


def belonging(scene: Scene, head: int, last: int, human: bool) -> tuple[str | None, int | None]:
    """Country and possessor after the noun: "of Yemen", "of Hamas", "of the group", "at the State Department".

    "In" and "from" say where people and bodies belong, but only where things are.
    """
    country: str | None = None
    owner_word: int | None = None
    for child in scene.reading.children(head, "nmod"):
        case = scene.case(child.index)
        serves = case == "to" and scene.reading.words[head].text.casefold() in listed("aide")
        if serves and child.index > last and child.index not in scene.geo and owner_word is None:
            owner_word = child.index
        if child.index <= last or case not in _OF or (case == "from" and _leaves(scene, head)):
            continue
        sender = _sender(scene, child.index) if human else None
        if sender is not None:
            country = country or sender
            continue
        geo, name = scene.geo.get(child.index), scene.name_at.get(child.index)
        if geo is not None and (name is None or name.last <= geo.last):
            if geo.kind == "seat":
                country = country or (geo.country if human and case in ("in", "from") else None)
            elif human or case == "of":
                country = country or geo.country
                owner_word = child.index if owner_word is None and case == "of" else owner_word
        elif name is not None and name.type != "LOC":
            owner_word = (
                child.index if owner_word is None and case in ("of", "for", "at", "with", "from") else owner_word
            )
        else:
            body = human and case in ("from", "at", "with") and child.lemma.casefold() in listed("anaphor")
            if (case in ("of", "for") or body) and owner_word is None:
                owner_word = child.index
            if case == "of" or (human and case in ("in", "from")):
                country = country or scene.named_country(child.index)
    return country, owner_word


def _sender(scene: Scene, index: int) -> str | None:
    """Whose the embassy or base is that somebody belongs to: "head of mission for the *U.S. Embassy* in Tripoli"."""
    for i in scene.reading.subtree(index):
        if scene.reading.words[i].lemma.casefold() in listed("outpost"):
            owners = (scene.geo.get(c.index) for c in scene.reading.children(i, "compound", "amod", "nmod"))
            found = next((geo for geo in owners if geo is not None and geo.first < i), None)
            if found is not None:
                return found.country
    return None


def _leaves(scene: Scene, head: int) -> bool:
    """ "The withdrawal of troops *from Panama*": whence they go is not whose they are."""
    word = scene.reading.words[head]
    above = scene.reading.head(head)
    return above is not None and word.relation == "nmod" and above.lemma.casefold() in listed("moving-noun")


def joined_countries(scene: Scene, index: int) -> tuple[str, ...]:
    """The countries of "the leaders of Belarus, Kazakhstan and Uzbekistan"; none where only one is named."""
    words = (index, *(c.index for c in scene.reading.children(index, "conj")))
    places = [scene.geo[i] for i in words if i in scene.geo]
    found = tuple(dict.fromkeys(geo.country for geo in places if geo.kind != "seat"))
    return found if len(found) > 1 else ()


def _ethnic(scene: Scene, first: int) -> bool:
    """ "Ethnic Albanian rebels" need not be of Albania."""
    return first > 0 and scene.reading.words[first - 1].text.casefold() == "ethnic"


def _tied(scene: Scene, last: int) -> bool:
    """Whether a country word only says who backs or made something: "Israel-linked ships"."""
    words = scene.reading.words
    if last + 2 >= len(words):
        return False
    return words[last + 1].text in _HYPHENS and words[last + 2].text.casefold() in listed("tie")
