"""Words around a title that say whether the office is held, was held or will be."""

from __future__ import annotations

_BEFORE = {
    "former": "former", "ex": "former", "previous": "former", "onetime": "former", "retired": "former",
    "ousted": "former",
    "deposed": "former",
    "toppled": "former", "then": "former", "late": "late", "slain": "late", "assassinated": "late", "acting": "acting",
    "interim": "acting", "caretaker": "acting", "transitional": "acting", "incoming": "elect", "designated": "elect",
}  # fmt: skip
_PLAIN = frozenset(
    ("outgoing", "current", "incumbent", "new", "newly", "appointed", "elected", "long", "time", "longtime", "veteran")
)
_AFTER = {"elect": "elect", "designate": "elect"}


def split_status(words: list[str]) -> tuple[str, list[str]]:
    """Take status words off both ends of a normalised title.

    ``["former", "prime", "minister"]`` gives ``("former", ["prime", "minister"])``; a title that is nothing but such
    words is left whole.
    """
    status, rest = "", list(words)
    while len(rest) > 1 and (rest[0] in _BEFORE or rest[0] in _PLAIN):
        status = status or _BEFORE.get(rest[0], "")
        del rest[0]
    if len(rest) > 1 and rest[-1] in _AFTER:
        status = status or _AFTER[rest.pop()]
    for mark, meaning in _AFTER.items():
        if mark in rest[1:]:
            rest.remove(mark)
            status = status or meaning
    return status, rest
