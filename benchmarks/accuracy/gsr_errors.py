"""Errors on the ontology's gold sentences: how far each got, and what came instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from benchmarks.accuracy.event_errors import who
from benchmarks.accuracy.matching import Rules
from benchmarks.accuracy.sets import Gold

Printer = Callable[[str], None]
CODES = {"UNO": "IGO", "EUR": "IGO"}


def codes(actors: list[Gold], key: str) -> set[str | None]:
    """Country codes, in the gold set's coarser reading of international bodies."""
    return {CODES.get(str(a.get(key)), a.get(key)) for a in actors}


def as_actors(actors: list[Gold]) -> list[Gold]:
    """Gold actors under the names that coded ones use."""
    return [{"name": a["text"], "country": a["code"], "sector": [a.get("sector") or "-"]} for a in actors]


def verdict(gold: Gold, ours: list[Gold], symmetric: set[str]) -> str:
    """NOTHING, TYPE (wrong), COUNTRY (wrong), or RIGHT, by the best of the coded events."""
    types = {gold["event"], *gold.get("event_alternatives", [])}
    typed = [event for event in ours if event["event"] in types]
    if not ours:
        return "NOTHING"
    if not typed:
        return "TYPE"
    actors, recipients = gold["actors"], gold.get("recipients") or []

    def same(want: list[Gold], have: list[Gold]) -> bool:
        wanted = codes(want, "code")
        return "" in wanted or None in wanted or wanted == codes(have, "country")

    for event in typed:
        if gold.get("reciprocal") or gold["event"] in symmetric:
            right = same(actors + recipients, event["actor"] + event["recipient"])
        else:
            right = same(actors, event["actor"]) and same(recipients, event["recipient"])
        if right:
            return "RIGHT"
    return "COUNTRY"


def show(rule: Rules, gold: dict[str, Gold], predicted: list[Gold], say: Printer, total: Printer) -> None:
    """Print each sentence with what should and what did come out of it, then the counts."""
    by_document: dict[str, list[Gold]] = defaultdict(list)
    for event in predicted:
        for name in {mention["document"] for mention in event["mentions"]}:
            by_document[name].append(event)
    symmetric: set[str] = set(rule["SYMMETRIC"])  # type: ignore[call-overload]
    verdicts: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    entries: dict[str, Counter[str]] = defaultdict(Counter)
    for name, record in gold.items():
        ours = by_document[name]
        how = verdict(record, ours, symmetric)
        types = {record["event"], *record.get("event_alternatives", [])}
        verdicts[how] += 1
        for event in ours or [{"event": "(nothing)"}]:
            confusion[record["event"], event["event"]] += 1
        for event in ours:
            entries[str(event["mentions"][0].get("rule"))]["right" if event["event"] in types else "wrong"] += 1
        want, whom = who(as_actors(record["actors"])), who(as_actors(record.get("recipients") or []))
        lines = [f"\n{how:8} {name}  {record['text']}",
                 f"  gold {'|'.join(sorted(types))} {{{want} -> {whom}}}  ({record.get('event_text')})"]  # fmt: skip
        lines += [
            f"  ours {e['event']} {{{who(e['actor'])} -> {who(e['recipient'])}}} {e.get('status')} "
            f"({e['mentions'][0]['trigger_text']}) [{e['mentions'][0].get('rule')}]"
            for e in ours
        ]
        say("\n".join(lines))
    total(f"\n{len(gold)} sentences: " + "  ".join(f"{k} {n}" for k, n in verdicts.most_common()))
    total("\ngold type -> coded types")
    for name in sorted({g for g, _ in confusion}):
        row = sorted(((n, p) for (g, p), n in confusion.items() if g == name), key=lambda cell: (-cell[0], cell[1]))
        total(f"  {name:10} " + "  ".join(f"{p} {n}" for n, p in row))
    total("\nlexicon entries: fired, right in type; most wrong first")
    for name, count in sorted(entries.items(), key=lambda e: (-e[1]["wrong"], e[0])):
        total(f"  {count.total():3} {count['right']:3}  {name}")
