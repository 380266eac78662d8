"""What a rule named by a mention says: the lexicon's entry, when it is one."""

from __future__ import annotations

from functools import cache


@cache
def rule_words(rule: str) -> str:
    """The entry in one line; empty for a rule that the packaged lexicon does not hold (a project's own, a model)."""
    from hearsay.events import Lexicon

    entry = Lexicon.default().entries.get(rule)
    if entry is None:
        return ""
    example = f": {entry.example}" if entry.example else ""
    return f"“{' '.join(entry.predicate)}” ({entry.pos}){example}"
