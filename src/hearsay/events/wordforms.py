"""Dictionary forms a word may have, for look-ups that should survive a wrong lemma ("investigating" -> investigate)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hearsay.reading.tree import Word

_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))


def forms(word: Word) -> tuple[str, ...]:
    """The reader's lemma first, then the forms that the spelling allows, all lower case."""
    return _forms(word.text.lower(), word.lemma.lower())


@lru_cache(maxsize=65536)
def _forms(text: str, lemma: str) -> tuple[str, ...]:
    found = [lemma]
    if text in _irregular():
        found.append(_irregular()[text])
    if lemma != text:
        found.append(text)
    for ending, replacements in _ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            stem = text[: -len(ending)]
            found.extend(stem + r for r in replacements)
            if ending in ("ing", "ed") and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if ending == "ing" and stem.endswith("y"):
                found.append(stem[:-1] + "ie")
            break
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Irregular forms of verbs and nouns that entries are likely to name, from ``data/irregular.tsv``."""
    lines = (Path(__file__).parent / "data" / "irregular.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines[1:] if line)  # type: ignore[misc]
