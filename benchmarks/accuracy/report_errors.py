"""Errors of attributions: reports missed and made up, wrong sources, and contents cut at the wrong word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from benchmarks.accuracy import matching
from benchmarks.accuracy.matching import Rules, spans
from benchmarks.accuracy.sets import Gold

Printer = Callable[[str], None]


def words(text: str, parts: list[list[int]]) -> str:
    """The words of discontinuous spans, on one line."""
    return " … ".join(text[b:e] for b, e in parts).replace("\n", " ") or "-"


def brief(words_: str, length: int = 160) -> str:
    """A long content as its beginning and end."""
    return words_ if len(words_) <= length else f"{words_[: length // 2]} [...] {words_[-length // 2 :]}"


def show(rule: Rules, gold: dict[str, Gold], predicted: list[Gold], say: Printer, total: Printer) -> None:
    """Print every report that is not wholly right, then counts by cue."""
    missed, spurious, sources, edges = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    exact = pairs = 0
    for article in matching.reports(rule, gold, predicted):
        text = article.text
        say(f"\n== {article.document}: {len(article.pairs)} matched, {len(article.missed)} missed, "
            f"{len(article.spurious)} spurious")  # fmt: skip
        for report in article.missed:
            cue = words(text, report["cue"])
            missed[cue.lower()] += 1
            say(f"MISSED    <{words(text, report['source'])}> ({cue}) {brief(words(text, report['content']))}")
        for report in article.spurious:
            cue = words(text, spans(report["cue"]))
            spurious[cue.lower()] += 1
            source = words(text, spans(report.get("source_span")))
            say(f"SPURIOUS  <{source}> ({cue}) {brief(words(text, spans(report['content'])))}")
        for theirs, ours in article.pairs:
            pairs += 1
            mine = {"source": spans(ours.get("source_span")), "content": spans(ours["content"])}
            hit = any(rule["overlap"](a, b) > 0 for a in theirs["source"] for b in mine["source"])
            cue = words(text, theirs["cue"])
            if not hit and (theirs["source"] or mine["source"]):
                lacking = "gold has none" if not theirs["source"] else "ours has none"
                sources["another" if theirs["source"] and mine["source"] else lacking] += 1
                say(f"SOURCE    gold <{words(text, theirs['source'])}> ours <{words(text, mine['source'])}> ({cue}) "
                    f"{brief(words(text, theirs['content']), 80)}")  # fmt: skip
            want, have = (rule["tokens"](text, side["content"]) for side in (theirs, mine))
            if want == have:
                exact += 1
                continue
            more, less = _at(text, have - want), _at(text, want - have)
            edges.update({f"too much: {more[:40]}": bool(more), f"too little: {less[:40]}": bool(less)})
            say(f"CONTENT   ({cue}) {brief(words(text, theirs['content']), 120)}\n"
                f"          too much: {brief(more, 100) or '-'} | too little: {brief(less, 100) or '-'}")  # fmt: skip
    total(f"\n{pairs} matched, contents exact in {exact}; sources wrong: {dict(sources)}")
    for name, counts in (("missed", missed), ("spurious", spurious), ("contents: what was cut wrong", edges)):
        total(f"\n{name} ({counts.total()})")
        common = sorted(((n, cue) for cue, n in counts.items() if n), key=lambda c: (-c[0], c[1]))[:60]
        total("  " + ", ".join(f"{cue} {n}" for n, cue in common))


def _at(text: str, starts: set[int]) -> str:
    """The words that begin at these offsets."""
    found = []
    for start in sorted(starts):
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        found.append(text[start:end])
    return " ".join(found)
