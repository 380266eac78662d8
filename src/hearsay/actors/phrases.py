"""The span of a mention: "the name or head phrase without article, title or apposition" (GUIDELINES, "Spans")."""

from __future__ import annotations

from hearsay.actors.roles import left_edge
from hearsay.actors.scene import ARTICLES, Scene
from hearsay.actors.wordlists import listed


def head_phrase(scene: Scene, head: int) -> tuple[int, int]:
    """First and last word of the head phrase of any word: its name, or the noun with what stands before it."""
    reading = scene.reading
    name = scene.name_at.get(head)
    if name is not None:
        return name.first, name.last
    word = reading.words[head]
    if word.upos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET"):
        return head, head
    first = left_edge(scene, head)
    while first < head and (
        reading.words[first].text.casefold() in ARTICLES
        or reading.words[first].upos == "PUNCT"
        or reading.words[first].upos == "CCONJ"
        or (reading.words[first].relation in ("advmod", "cc") and reading.words[first].head == head)
    ):
        first += 1
    last = head
    for child in reading.children(head):
        if child.index == last + 1 and child.relation in ("compound", "flat"):
            last = child.index
    hyphen = reading.words[last + 1 : last + 3]
    if len(hyphen) == 2 and hyphen[0].text == "-" and reading.words[last].end == hyphen[0].begin:
        last += 2 if hyphen[0].end == hyphen[1].begin and hyphen[1].text.isalpha() else 0  # "Secretary-General"
    if word.text.casefold() in listed("counted"):
        for child in reading.children(head, "nmod"):
            if child.index > head and scene.case(child.index) == "of":
                inner = head_phrase(scene, child.index)
                return first, max(last, inner[1]) if inner[1] - head <= 8 else last
    return first, last
