"""How names are compared: one spelling for all ways to print the same name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ĸ": "k", "&": " and ",
    }
)  # fmt: skip
_JOINED = frozenset("'’‘ʼʻʿʾ`´.\u02b9\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad")
"""Marks that stand inside a word: "Sana'a" is "sanaa", "U.S." is "us". All other marks become a space."""


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """The key under which a name is kept: case, diacritics, punctuation, a leading "the", a final "'s" taken off.

    >>> normalise("The U.N. Security Council's"), normalise("al-Qa‘ida"), normalise("Malé")
    ('un security council', 'al qaida', 'male')

    Idempotent. Letters of other scripts are kept.
    """
    text = unicodedata.normalize("NFKC", name).strip()
    if text[-2:] in ("'s", "’s", "'S", "’S"):
        text = text[:-2]
    elif text[-1:] in ("'", "’"):
        text = text[:-1]
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = []
    for char in folded:
        if char.isalnum():
            letters.append(char)
        elif char not in _JOINED and not unicodedata.combining(char):
            letters.append(" ")
    words = "".join(letters).split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def printed(name: str) -> str:
    """The form in which case-sensitive aliases are compared: as printed, without full stops, article or possessive.

    >>> printed("U.S."), printed("the WHO"), printed("Malé")
    ('US', 'WHO', 'Malé')
    """
    text = unicodedata.normalize("NFC", name).strip().replace(".", "").replace("’", "'")
    if text.endswith(("'s", "'S")):
        text = text[:-2]
    if text[:4].casefold() == "the ":
        text = text[4:]
    return " ".join(text.split())
