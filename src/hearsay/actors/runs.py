"""Where the names are: runs of capitalised words, cut at titles, nationalities and known names.

A run is a maximal row of capitalised words with the particles and connecting words that names take inside ("al", "-",
"of", "and", "'s"). It is then cut from left to right: a known name of any length is taken whole; a title or a
nationality before a name is taken off; "of", "for" and "and" are kept only inside a known name or after the noun of an
institution.
"""

from __future__ import annotations

from hearsay.actors.cutting import Cutter
from hearsay.actors.name_types import name_phrase
from hearsay.actors.party_tags import party_tag
from hearsay.actors.scene import NamePhrase, Scene
from hearsay.actors.stateside import GEORGIA
from hearsay.actors.wordlists import listed

_ROMAN = frozenset("IVX")
"""Letters of the numbers of wars: "World War II"."""


def find_names(scene: Scene) -> list[NamePhrase]:
    """All names of the article in text order, country names and adjectives included."""
    cutter = Cutter(scene)
    found: list[NamePhrase] = []
    index, total = 0, len(scene.reading.words)
    while index < total:
        if not cutter.starts(index):
            index += 1
            continue
        last = cutter.run_end(index)
        found += cutter.cut(index, last)
        index = last + 1
    covered = {i for name in found for i in range(name.first, name.last + 1)}
    for name in scene.reading.names:
        span = range(name.first, name.last + 1)
        if name.type == "MISC" or cutter.titles.intersection(span):
            continue
        if not covered.intersection(span) and cutter.starts(name.first) and not cutter.is_title(name.first, name.last):
            found.append(name_phrase(scene, name.first, name.last, None))
    found = [kept for name in found for kept in (_states_in(scene, name) if _no_actor(scene, name) else [name])]
    found.sort(key=lambda n: n.first)
    tagged = {i for name in found for i in party_tag(scene, name)}
    found = [name for name in found if name.first not in tagged]
    if scene.stateside:
        found = [name for name in found if name.text.casefold() != GEORGIA]
    scene.note_places(found)
    scene.name_at = {i: name for name in found for i in range(name.first, name.last + 1)}
    return found


def _no_actor(scene: Scene, name: NamePhrase) -> bool:
    """ "The Annapolis Conference" is an occasion, the "Kalibr" in "Kalibr missiles" a thing: nobody who acts."""
    words = scene.reading.words
    if name.type == "PER" or name.entities or name.last == name.first in scene.geo:
        return False
    last = name.last - (set(words[name.last].text) <= _ROMAN and name.last > name.first)
    if name.last > name.first and words[last].text.casefold() in listed("occasion"):
        return True
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    thing = after is not None and after.lemma.casefold() in listed("weapon") and words[name.head].head == after.index
    return thing and words[name.head].relation in ("compound", "amod", "nmod", "flat")


def _states_in(scene: Scene, name: NamePhrase) -> list[NamePhrase]:
    """The states that the name of an occasion names: both of the "Iran-Iraq War"."""
    places = (scene.geo[i] for i in range(name.first, name.last + 1) if i in scene.geo)
    return [name_phrase(scene, g.first, g.last, None) for g in dict.fromkeys(places) if g.kind == "country"]
