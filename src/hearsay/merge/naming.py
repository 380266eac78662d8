"""Names as they stand in a sentence: "the United States", "the Red Sea", but "Iran" and "residents".

Which names take the article, and which words that begin or end a longer name or a description bring it, is in
``data/definite.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_DETERMINED = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|some|several|many|most|no|all|both|at least|about|more than|\d\S*)\s", re.I
)
_OWNED = re.compile(r"['\u2019]s?\s")
_OF = re.compile(r"\s(?:of|for)\s")
_HEAD = re.compile(r",| (?:of|for|in|on|against|to) ")


def in_sentence(name: str) -> str:
    """The name with "the" before it, where English has it there."""
    return f"the {name}" if _is_definite(name) else name


@cache
def _is_definite(name: str) -> bool:
    if _DETERMINED.match(name):
        return False
    names, last, first = (_words(kind) for kind in ("name", "last", "first"))
    if name in names:
        return True
    head = _HEAD.split(name, maxsplit=1)[0]
    if _OWNED.search(head):
        return False
    if _OF.search(name) and (head in first or head.split()[-1:] == ["Republic"]):
        return True
    words = head.split()
    if words and words[-1] in _words("role"):
        return True
    return len(words) > 1 and words[-1] in last and words[0][:1].isupper()


@cache
def _words(kind: str) -> frozenset[str]:
    rows = (files("hearsay.merge") / "data/definite.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(word for found, word in (row.split("\t") for row in rows) if found == kind)
