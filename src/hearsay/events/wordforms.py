"""Dictionary forms a word may have, for look-ups that should survive a wrong lemma ("investigating" -> investigate)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from hearsay.events.tables import read_table
from hearsay.reading.tree import Reading, Word

_SHORT = re.compile("[^aeiou]*[aeiou][bdgmnprt]")
"""A stem of one syllable with a short vowel."""
_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))


def forms(word: Word) -> tuple[str, ...]:
    """The reader's lemma first, unless the spelling belies it, then the forms that the spelling allows; lower case."""
    return _forms(word.text.lower(), word.lemma.lower())


def hyphenated(reading: Reading, index: int) -> str | None:
    """The whole of a hyphenated noun that the word heads ("sit-in", "build-ups" -> build-up), lower case; else None."""
    words = reading.words
    first = last = index
    while first >= 2 and words[first - 1].text == "-" and words[first - 1].end == words[first].begin:
        if words[first - 2].end != words[first - 1].begin:
            break
        first -= 2
    while last + 2 < len(words) and words[last + 1].text == "-" and words[last + 1].begin == words[last].end:
        if words[last + 2].begin != words[last + 1].end:
            break
        last += 2
    if first == last or any(words[i].head in range(first, last + 1) for i in (index,)):
        return None
    parts = [words[i].text.lower() for i in range(first, last + 1)]
    if len(parts[-1]) > 2 and parts[-1].endswith("s") and not parts[-1].endswith("ss"):
        parts[-1] = parts[-1][:-1]
    return "".join(parts)


def prefixed(reading: Reading, index: int) -> str | None:
    """What is joined to a word's front by a hyphen ("*test*-fired"), lower case; None where nothing is."""
    words = reading.words
    if index < 2 or words[index - 1].text != "-" or words[index - 1].end != words[index].begin:
        return None
    return words[index - 2].text.lower() if words[index - 2].end == words[index - 1].begin else None


@lru_cache(maxsize=65536)
def _forms(text: str, lemma: str) -> tuple[str, ...]:
    spelled: list[str] = []
    for ending, replacements in _ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            stem = text[: -len(ending)]
            spelled.extend(stem + r for r in replacements if r or not _doubles(ending, stem))
            if ending in ("ing", "ed") and len(stem) > 2 and stem[-1] == stem[-2]:
                spelled.append(stem[:-1])
            if ending == "ing" and stem.endswith("y"):
                spelled.append(stem[:-1] + "ie")
            break
    irregular = _irregular().get(text)
    if irregular is not None:
        found = [irregular, lemma, text, *spelled]
    elif lemma == text or lemma in spelled:
        found = [lemma, text, *spelled]
    elif lemma[:2] == text[:2]:
        found = [text, *spelled, lemma] if text.endswith(("ed", "ing")) else [lemma, text, *spelled]
    else:
        found = [text, *spelled, lemma]
    return tuple(dict.fromkeys(found))


def _doubles(ending: str, stem: str) -> bool:
    """True for stems that would double their last letter: "raped" is no form of "rap", which has "rapped"."""
    return ending in ("ed", "ing") and _SHORT.fullmatch(stem) is not None


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Irregular forms of verbs and nouns that entries are likely to name, from ``data/irregular.tsv``."""
    lines = (Path(__file__).parent / "data" / "irregular.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines[1:] if line)


@lru_cache(maxsize=1)
def deverbal() -> dict[str, str]:
    """Verbs by the nouns that tell their acts ("recall", "closure"), from ``data/deverbal.tsv``."""
    return {row["noun"]: row["verb"] for row in read_table("deverbal.tsv")}
