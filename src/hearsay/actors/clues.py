"""What an article's words say of countries before anything is known of its actors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hearsay.actors.wordlists import listed
from hearsay.reading.tree import Reading, Word

if TYPE_CHECKING:
    from hearsay.actors.scene import Scene


def allied(reading: Reading) -> bool:
    """ "Coalition forces", "the global coalition": what stands beside the word tells what kind it is."""
    words = reading.words
    met = any(word.text.casefold() in listed("coalition-foe") for word in words)
    for word in words:
        if word.text.casefold() != "coalition":
            continue
        if met and word.text[0].isupper():
            return True
        after = words[word.index + 1].text.casefold() if word.index + 1 < len(words) else ""
        before = {w.text.casefold() for w in words[max(0, word.index - 3) : word.index]}
        if after in listed("allied-with") or before & listed("allied").keys():
            return True
    return False


def inside_regions(scene: Scene) -> set[int]:
    """Words of names of regions and waters that hold a country's name: "New Mexico", the "South China Sea"."""
    words = scene.reading.words
    found: set[int] = set()
    for first, second in pairwise(words):
        if not (first.text[0].isupper() and second.text[0].isupper()):
            continue
        if second.text.casefold() in listed("water") and second.text not in ("Coast", "Channel"):
            found.add(first.index)  # the "South China Sea" is no land, nor is a strait one shore's
            continue
        if scene.country_of(second.text) is None:
            continue
        phrase = scene.reading.text(first.index, second.index)
        division = any(p.precision == "region" for p in scene.world.places(phrase)[:1])
        known = any(e.kind == "region" for e in scene.world.entities(phrase)[:1])
        if known or (division and scene.country_of(phrase) is None):
            found.update((first.index, second.index))
    return found


def dateline(scene: Scene) -> str | None:
    """Country of the place before the dash that opens a wire report, or where its by-line says that the writer is."""
    for sentence in scene.reading.sentences[:2]:
        words = scene.reading.sentence_words(sentence)[:12]
        if sentence.last - sentence.first < 9 and all(w.upos not in ("VERB", "AUX") and w.text != "." for w in words):
            for before, word in pairwise(words):  # "By Jane Doe in Beirut"
                place = scene.place_country(word.text) if before.text == "in" and word.text[0].isupper() else None
                if place:
                    return place
        dash = next((k for k in range(len(words)) if _dash(words, k)), None)
        if sentence.region != "dateline" and (dash is None or not words[0].text[0].isupper()):
            continue
        for word in words[:dash]:
            place = scene.place_country(word.text) if word.text[0].isupper() else None
            if place:
                return place
    return None


def _dash(words: Sequence[Word], k: int) -> bool:
    """A dash, or a hyphen that stands by itself."""
    return words[k].text in ("—", "–", "--") or (k > 0 and words[k].text == "-" and words[k - 1].end < words[k].begin)


def around_prepositions(scene: Scene) -> set[int]:
    """Words of known names that hold a preposition in capitals: "Doctors *Without* Borders"."""
    words = scene.reading.words
    found: set[int] = set()
    for i in range(1, len(words) - 1):
        titled = words[i].upos in ("ADP", "SCONJ") and all(w.text.istitle() for w in words[i - 1 : i + 2])
        if titled and scene.world.entities(scene.reading.text(i - 1, i + 1)):
            found.update((i - 1, i, i + 1))
    return found


def addressed(scene: Scene, word: Word) -> bool:
    """ "Called on *Tehran*", "a message to *Cairo*", "drew criticism from *London*": what reaches or leaves those who
    govern there."""
    head = scene.reading.head(word.index)
    case = scene.reading.child(word.index, "case")
    if head is None or case is None:
        return False
    given = (head, *scene.reading.children(head.index, "obj")) if head.upos == "VERB" else (head,)
    given += (scene.reading.words[max(0, case.index - 1)],)
    return any(w.lemma.casefold() in listed("between-states") for w in given)
