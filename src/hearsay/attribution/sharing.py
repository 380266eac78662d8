"""Cues that parsers hang inside another's content: "said A, adding that B", "admitted A but said B".

Such a cue has no subject of its own and stands in the form of the outer one, or as a participle after a comma: it
belongs to the outer speaker, and the outer content ends before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.attribution.asides import aside
from hearsay.attribution.findings import Finding
from hearsay.reading.tree import Reading

_MARKS = ('"', "”", "’", "'", "''", "»", "“")
_LINKS = frozenset(("and", "but", "then", "or"))


def share(reading: Reading, findings: Sequence[Finding], inside: Sequence[int]) -> list[Finding]:
    """The same findings, with speakers handed on and contents cut."""
    result = list(findings)
    for place, outer in enumerate(result):
        if outer.pos != "VERB" or outer.form not in ("clause", "infinitive", "nominal") or inside[outer.anchor] >= 0:
            continue
        last = max(outer.content, default=-1)
        for other in range(place + 1, len(result)):
            inner = result[other]
            if inner.anchor > last:
                break
            cut = _cut(reading, outer, inner, inside)
            if cut is None:
                continue
            rest = frozenset(i for i in outer.content if i > inner.anchor and i not in inner.cue)
            kept = {i for i in outer.content if i < cut or i < outer.anchor}
            outer = replace(outer, content=frozenset(kept - aside(reading, kept)))
            result[place] = outer
            content = inner.content if inner.content else rest
            form = inner.form if inner.content else ("clause" if rest else "none")
            result[other] = replace(inner, source=outer.source, content=content, form=form)
            break
    result = [_without_relays(reading, f, result) for f in result]
    return [f for f in result if f.content or f.form == "none"]


def _without_relays(reading: Reading, finding: Finding, others: Sequence[Finding]) -> Finding:
    """ "The group said A, state radio reported, and B": who relays it all is no part of what the group said."""
    if finding.form not in ("clause", "infinitive", "nominal") or finding.pos != "VERB":
        return finding
    drop: set[int] = set()
    for other in others:
        if other.form != "around" or other.source is None or finding.anchor not in other.content:
            continue
        if other.anchor in finding.content and other.anchor > finding.anchor:
            phrase = {*other.cue, *reading.subtree(other.source)}
            drop |= phrase if other.pos == "ADP" else set(reading.subtree(other.anchor))
    return replace(finding, content=finding.content - drop) if drop else finding


def _cut(reading: Reading, outer: Finding, inner: Finding, inside: Sequence[int]) -> int | None:
    """Where the outer content has to end for an inner cue to be its sister; None when it is no sister."""
    at = inner.anchor
    if at not in outer.content or at < outer.anchor or inner.pos != "VERB" or inside[at] >= 0 or at == 0:
        return None
    if "quote" not in inner.frames and "clause" not in inner.frames:
        return None
    if reading.child(at, "nsubj", "nsubj:pass", "aux"):
        return None
    words = reading.words
    before = at - 1
    while before > outer.anchor and words[before].upos == "ADV":
        before -= 1
    if words[at].xpos == "VBG" and words[before].text.lower() not in _LINKS:
        while before > outer.anchor and words[before].text in _MARKS:
            before -= 1
        return before if words[before].text == "," and inner.strong else None
    if words[at].xpos == words[outer.anchor].xpos and words[before].text.lower() in _LINKS:
        return before
    return None
