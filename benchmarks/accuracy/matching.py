"""Which gold mention goes with which coded one: the scorer's own rule, kept pair by pair so that it can be shown."""

from __future__ import annotations

import runpy
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.sets import Gold

Rules = dict[str, Callable[..., Any]]
Pair = tuple[Any, Any]


def rules(scorer: Path) -> Rules:
    """The scorer's definitions (``overlap``, ``countries``, ``same_source``, ...), so that both always agree."""
    return runpy.run_path(str(scorer), run_name="scorer")


@dataclass(frozen=True)
class Matched:
    """The mentions (or reports) of one document: pairs that go together and what is left on either side."""

    document: str
    text: str
    pairs: tuple[Pair, ...]
    missed: tuple[Any, ...]
    spurious: tuple[Any, ...]


def _greedy(name: str, text: str, gold: list[Any], ours: list[Any], ranked: list[tuple[Any, int, int]]) -> Matched:
    """Take pairs from the best rank down, each side once."""
    left, right, pairs = set(range(len(gold))), set(range(len(ours))), []
    for _, a, b in sorted(ranked, key=lambda pair: (pair[0], -pair[1], -pair[2]), reverse=True):
        if a in left and b in right:
            left.discard(a)
            right.discard(b)
            pairs.append((gold[a], ours[b]))
    missed, spurious = tuple(gold[a] for a in sorted(left)), tuple(ours[b] for b in sorted(right))
    return Matched(name, text, tuple(pairs), missed, spurious)


def events(rule: Rules, gold: dict[str, Gold], predicted: list[Gold]) -> list[Matched]:
    """Pairs of ``(event, mention)``, matched where triggers overlap; right type first, then right countries."""
    by_document: dict[str, list[tuple[Gold, Gold]]] = defaultdict(list)
    for event in predicted:
        for mention in event["mentions"]:
            by_document[mention["document"]].append((event, mention))
    found = []
    for name, document in gold.items():
        theirs = [(event, mention) for event in document["events"] for mention in event["mentions"]]
        ours = by_document[name]
        ranked = []
        for a, (ge, gm) in enumerate(theirs):
            for b, (pe, pm) in enumerate(ours):
                shared = rule["overlap"](gm["trigger"], pm["trigger"])
                if shared > 0:
                    fit = (ge["event"] == pe["event"], rule["countries"](ge) == rule["countries"](pe), shared)
                    ranked.append((fit, a, b))
        found.append(_greedy(name, document["text"], theirs, ours, ranked))
    return found


def reports(rule: Rules, gold: dict[str, Gold], predicted: list[Gold]) -> list[Matched]:
    """Pairs of reports whose contents share at least half of their words."""
    by_document: dict[str, list[Gold]] = defaultdict(list)
    for report in predicted:
        by_document[report["document"]].append(report)
    found = []
    for name, document in gold.items():
        text = document["text"]
        theirs = [gold_report(r) for r in document.get("reports", document.get("attributions", []))]
        ours = by_document[name]
        mine = [rule["tokens"](text, r["content"]) for r in ours]
        ranked = []
        for a, report in enumerate(theirs):
            content = rule["tokens"](text, report["content"])
            for b, other in enumerate(mine):
                shared = len(content & other)
                if shared and 2 * shared >= len(content | other):
                    ranked.append((shared, a, b))
        found.append(_greedy(name, text, theirs, ours, ranked))
    return found


def gold_report(report: Gold) -> Gold:
    """One form for both gold sets: source, cue and content as lists of spans."""
    source = report.get("source_span") if isinstance(report.get("source"), dict) else report.get("source")
    return {"source": spans(source), "cue": spans(report["cue"]), "content": spans(report["content"])}


def spans(value: Any) -> list[list[int]]:
    """A span, a list of spans or nothing, as a list of spans."""
    if not value:
        return []
    return [value] if isinstance(value[0], int) else [list(span) for span in value]
