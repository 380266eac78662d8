"""Lemmas as edits of the form, so that a classifier can choose among a few hundred of them.

An edit is written ``CASE-N+SUFFIX``: set the case (``l`` lower, ``t`` first letter upper and the rest lower, ``k``
keep), take N characters off the end, add a suffix. ``=WORD`` replaces the whole form (*is* to *be*). The idea is
that of Chrupała (2006), edit trees cut down to suffixes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from hearsay.reading.pieces import plain

_CASES: dict[str, Callable[[str], str]] = {"l": str.lower, "t": str.capitalize, "k": str}


def edit_between(form: str, lemma: str) -> str:
    """The edit that makes ``lemma`` of ``form``; the same for all forms that inflect alike.

    >>> edit_between("Countries", "country"), edit_between("was", "be"), edit_between("IRAN", "Iran")
    ('l-3+y', '=be', 't-0+')
    """
    form = plain(form)
    if lemma == lemma.lower():
        case = "l"
    elif _common(form, lemma) >= _common(form.capitalize(), lemma):
        case = "k"
    else:
        case = "t"
    base = _CASES[case](form)
    shared = _common(base, lemma)
    if shared == 0 or len(base) - shared > 5:
        return "=" + lemma
    return f"{case}-{len(base) - shared}+{lemma[shared:]}"


@lru_cache(maxsize=2048)
def _parsed(edit: str) -> tuple[str, int, str]:
    cut, _, suffix = edit[2:].partition("+")
    return edit[0], int(cut), suffix


def apply_edit(form: str, edit: str) -> str:
    """The lemma that an edit makes of a form; the form itself where the edit takes off more than there is."""
    form = plain(form)
    if edit.startswith("="):
        return edit[1:]
    case, cut, suffix = _parsed(edit)
    base = _CASES[case](form)
    if cut > len(base):
        return base
    return (base[: len(base) - cut] + suffix) or base


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
