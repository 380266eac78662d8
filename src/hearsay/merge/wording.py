"""Words that tell of one act: inflection and derivation undone ("killed", "killing"), and families ("slain").

Families are data (``data/families.tsv``): words that reports use for one another; a word may be in several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from hearsay.events.tables import read_table

_INFLECTED = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_DERIVED = ("ication", "ization", "isation", "ation", "ition", "ion", "ment", "anc", "enc", "ing", "ur", "ery", "ist",
            "ism", "er", "or", "al", "y")  # fmt: skip
_KEPT = 4
"""Letters that a word keeps when it is derived back: "action" is not taken for "act"."""

_EMPTY = frozenset((
    "the", "a", "an", "of", "to", "in", "on", "up", "out", "off", "down", "into", "for", "by", "with", "at", "be", "is",
    "was", "were", "been", "are", "have", "has", "had", "do", "did", "does", "make", "made", "take", "took", "taken",
    "get", "got", "give", "gave", "given", "go", "went", "gone", "put", "set", "carry", "carried", "back", "over",
))  # fmt: skip
"""Words of a phrase that its other words say more than: "carried out an attack"."""


def meanings(triggers: Iterable[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Stems, roots and families of the words of triggers."""
    return _meanings(tuple(triggers))


@lru_cache(maxsize=8192)
def _meanings(triggers: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = [word for trigger in triggers for word in _words_of(trigger)]
    stems = frozenset(stem(word) for word in words)
    roots = frozenset(root(one) for one in stems)
    families = _families()
    return stems, roots, frozenset(name for word in stems | roots for name in families.get(word, ()))


def _words_of(trigger: str) -> list[str]:
    words = re.findall(r"[^\W_]+", trigger.casefold())
    full = [word for word in words if word not in _EMPTY]
    return full or words


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without inflection, roughly: "attacked" and "attacks" meet, so do "shot" and "shoot"."""
    word = word.casefold()
    word = _irregular().get(word, word)
    for ending in _INFLECTED:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            word = word.removesuffix(ending)
            if ending in ("ied", "ies"):
                word += "y"
            elif len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    return word.rstrip("e")


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """A stem without its derivation, roughly: "conviction" and "convict" meet."""
    for ending in _DERIVED:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _KEPT:
            return stemmed.removesuffix(ending).rstrip("e")
    return stemmed


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_table("irregular.tsv")}


@cache
def _families() -> dict[str, tuple[str, ...]]:
    lines = (files("hearsay.merge") / "data/families.tsv").read_text("utf-8").splitlines()[1:]
    found: dict[str, list[str]] = {}
    for name, words in (line.split("\t") for line in lines):
        for word in words.split("|"):
            for key in dict.fromkeys((stem(word), root(stem(word)))):
                found.setdefault(key, []).append(name)
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


@lru_cache(maxsize=8192)
def capitals(sentences: tuple[str, ...]) -> frozenset[str]:
    """Capitalised words that do not begin a sentence, folded."""
    return frozenset(w.casefold() for s in sentences for w in re.findall(r"(?<=[\w,;:)] )[A-Z]\w+", s))


@lru_cache(maxsize=8192)
def content(sentence: str) -> frozenset[str]:
    """The stems of a sentence's longer words."""
    return frozenset(stem(word) for word in re.findall(r"\w+", sentence.casefold()) if len(word) > 3)


@lru_cache(maxsize=8192)
def figures(sentences: tuple[str, ...]) -> frozenset[str]:
    """Numbers in digits, and small ones in words, but for years; "the two" are nobody's count."""
    found = (n for s in sentences for n in re.findall(r"\b\d[\d,.]*\d\b|\b\d\b|[a-z]+", s.casefold()))
    return frozenset(_SMALL.get(n, n) for n in found if n in _SMALL or (n[0].isdigit() and not _YEAR.fullmatch(n)))


_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = {
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12",
}  # fmt: skip
