"""Whether a name takes a plural verb: "residents say", "the Houthis deny", but "the United Nations says"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_HEAD = re.compile(r",| (?:of|from|in|at|for|near|with|who|against|loyal|backed|to) ")
"""What follows these says more about a name: "residents of Gaza"."""
_PEOPLE = ("ians", "eans", "icans")
_SINGULAR = frozenset(("news", "crisis", "corps", "campus", "virus", "census", "status", "chaos", "gas", "politics"))


def is_plural(name: str) -> bool:
    """Whether a verb after the name is plural. A describing noun shows it, of names only those known to be of many."""
    words = _HEAD.split(name.strip(), maxsplit=1)[0].split()
    if not words:
        return False
    last = words[-1]
    if last in _many() or last.endswith(_PEOPLE):
        return True
    return last.islower() and last.endswith("s") and not last.endswith("ss") and last not in _SINGULAR


@cache
def _many() -> frozenset[str]:
    return frozenset((files("hearsay.merge") / "data/plurals.tsv").read_text("utf-8").splitlines()[1:])
