"""Names from the network's tags, and from runs of proper nouns that it left untagged.

The tags decide type and extent wherever there are any. A run of proper nouns that hang together in the tree
(flat, compound, proper modifiers) and that no tag touches becomes a name of type MISC, so that every name can be
looked up later; days, months and lone titles are no names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.reading.tokenise import forms
from hearsay.reading.tree import Name, Word

_PROPER = ("NNP", "NNPS")
_JOINING = ("flat", "compound", "amod", "nummod")


def names_of(words: Sequence[Word], tags: Sequence[str], scores: Sequence[float]) -> tuple[Name, ...]:
    """Names of one sentence: ``words``, and for each of them the best BIO tag and its probability."""
    calendar = forms("calendar")
    offset = words[0].index
    tagged = list(_stretches(tags))
    taken = [False] * len(words)
    found: list[Name] = []
    for first, last, kind in tagged:
        taken[first : last + 1] = [True] * (last + 1 - first)
        score = sum(scores[first : last + 1]) / (last + 1 - first)
        found.append(Name(first + offset, last + offset, kind, round(score, 3)))
    for first, last in _runs(words, taken, offset):
        proper = [w.text for w in words[first : last + 1] if w.xpos in _PROPER]
        named = any(not form.islower() and form.lower().rstrip(".") not in calendar for form in proper)
        if named and not (first == last and words[first].deprel == "nmod:desc"):
            found.append(Name(first + offset, last + offset, "MISC", 0.5))
    return tuple(sorted(found, key=lambda name: name.first))


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    begin, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield begin, i - 1, kind
            kind = ""
        if tag != "O" and not kind:
            begin, kind = i, tag[2:]


def _runs(words: Sequence[Word], taken: Sequence[bool], offset: int) -> Iterator[tuple[int, int]]:
    """Maximal runs of untaken proper nouns, each word joined to the next by an arc inside the run."""
    i = 0
    while i < len(words):
        if taken[i] or words[i].xpos not in _PROPER or (words[i].deprel == "nmod:desc" and _follows(words, i)):
            i += 1
            continue
        last = i
        while last + 1 < len(words) and not taken[last + 1] and _joined(words, i, last, offset):
            last += 1
        while last > i and words[last].xpos not in _PROPER and not words[last].text[:1].isdigit():
            last -= 1
        yield i, last
        i = last + 1


def _follows(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].xpos in _PROPER


def _joined(words: Sequence[Word], first: int, last: int, offset: int) -> bool:
    """True when the word after ``last`` belongs to the same name as words ``first`` to ``last``."""
    after = words[last + 1]
    if after.xpos == "HYPH":
        return last + 2 < len(words) and words[last + 2].xpos in _PROPER
    if after.xpos not in _PROPER and not (after.xpos == "CD" and after.deprel in ("flat", "nummod", "compound")):
        return False
    inside = range(first + offset, last + offset + 1)
    if after.head in inside and after.relation in _JOINING:
        return True
    return any(words[i].head >= after.index and words[i].relation in _JOINING for i in range(first, last + 1))
