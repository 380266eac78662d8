"""Georgia, the state or the country: American news names the one, and its neighbours, without a word on which."""

from __future__ import annotations

import re
from itertools import pairwise

from hearsay.actors.wordlists import listed
from hearsay.records import Document

GEORGIA = "georgia"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
"""American states that an article must name besides, one where its outlet is American."""


def stateside(document: Document, published_in: str | None) -> bool:
    """Whether "Georgia" is the American state: other states are named and nothing of the Caucasus is."""
    text = f"{document.title or ''} {document.text}"
    if "Georgia" not in text:
        return False
    words = [match.group() for match in _WORD.finditer(text)]
    if any(word.casefold() in listed("caucasian") for word in words):
        return False
    pairs = (f"{first} {second}" for first, second in pairwise(words) if second[0].isupper())
    states = {name.casefold() for name in (*words, *pairs) if name[0].isupper()} & listed("american-state").keys()
    return len(states) >= (1 if published_in == "USA" else _LEAST)
