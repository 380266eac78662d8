"""What a name found in the text is: its head word, type, gender and the entries known by it."""

from __future__ import annotations

from hearsay.actors.scene import NamePhrase, Scene
from hearsay.actors.wordlists import given_names, listed
from hearsay.world import Entity, normalise


def name_phrase(scene: Scene, first: int, last: int, title: tuple[int, int] | None) -> NamePhrase:
    """The name of words ``first`` to ``last``: its head, what it may be known as, its type, the gender it tells."""
    reading, words = scene.reading, scene.reading.words
    inside = range(first, last + 1)
    head = next((i for i in inside if words[i].head not in inside and words[i].upos != "PUNCT"), first)
    text = reading.text(first, last)
    entities = scene.world.entities(text)
    gender = ""
    for i in range(title[0], title[1] + 1) if title else ():
        word = words[i].text.casefold().rstrip(".")
        gender = gender or listed("honorific").get(word, "")
    if not gender and last > first:
        gender = given_names().get(normalise(words[first].text), "")
    return NamePhrase(
        first, last, head, text, _type(scene, first, last, text, title, entities), entities, title, gender
    )


def _type(
    scene: Scene, first: int, last: int, text: str, title: tuple[int, int] | None, entities: tuple[Entity, ...]
) -> str:
    """PER, ORG, LOC, NORP, MISC as title, country, institution, place or the reader say; "" when nothing tells."""
    words = scene.reading.words
    if title is not None:
        return "PER"
    geo = scene.geo.get(first)
    if geo is not None and (geo.first, geo.last) == (first, last):
        return "NORP" if geo.kind == "nationality" else "LOC"
    name = scene.reading.name_of(first) or scene.reading.name_of(last)
    if _body(scene, last) or any(
        _body(scene, i) and words[i + 1].text.casefold() in ("of", "for") for i in range(first, last)
    ):
        return "ORG"
    following = words[last + 1].text if last + 1 < len(words) else ""
    place = following in listed("place-noun") and words[last].relation in ("compound", "amod", "nmod", "flat")
    if place and not entities:
        return "LOC"
    town = name is not None and name.type == "ORG" and first == last and not entities
    if town and any(p.population >= 100_000 for p in scene.world.places(text)[:1]):
        return "LOC"
    within = name is not None and name.type == "ORG" and first == last and not entities
    if within and scene.case(last) in ("in", "near", "at", "outside") and scene.world.places(text):
        return "LOC"
    if name is not None and (name.type != "LOC" or scene.world.places(text)):
        return name.type if name.type != "NORP" or last == first else "ORG"
    if entities or last > first + 2 or scene.world.surname(text):
        return ""
    places = scene.world.places(text)
    return "LOC" if places and places[0].population >= 100_000 else ""


def _body(scene: Scene, index: int) -> bool:
    return scene.reading.words[index].text.casefold() in listed("body")
