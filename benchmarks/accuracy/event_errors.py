"""Errors of events in whole articles: each mention's verdict in its sentence, and counts by type and lexicon entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from benchmarks.accuracy import matching
from benchmarks.accuracy.matching import Matched, Rules
from benchmarks.accuracy.sets import Gold

Printer = Callable[[str], None]


def context(text: str, begin: int, end: int, reach: int = 110) -> str:
    """The paragraph around a span, cut to ``reach`` characters either side, the span in double brackets."""
    first = max(text.rfind("\n", 0, begin) + 1, begin - reach)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + reach)
    return f"{text[first:begin]}[[{text[begin:end]}]]{text[end:last]}"


def who(actors: list[Gold]) -> str:
    """Actors in short: ``Hamid Karzai AFG/GOV``."""
    short = (f"{a['name']} {a.get('country') or '?'}/{'+'.join(a.get('sector') or ['-'])}" for a in actors)
    return ", ".join(short) or "-"


def told(event: Gold, mention: Gold) -> str:
    """An event in short: type, mode, dyad, status, date, sources."""
    mode = "/" + "+".join(event["mode"]) if event.get("mode") else ""
    chain = " > ".join(s["name"] or "?" for s in mention.get("sources") or []) or "outlet"
    status = mention.get("status") or event.get("status") or "actual"
    return (
        f"{event['event']}{mode} {{{who(event['actor'])} -> {who(event['recipient'])}}} "
        f"{status} {event.get('date')} <{chain}>"
    )


def verdicts(rule: Rules, pair: tuple[tuple[Gold, Gold], tuple[Gold, Gold]]) -> list[str]:
    """What is wrong with a matched mention, most basic first; empty when all is right."""
    (ge, gm), (pe, pm) = pair
    checks = {
        "TYPE": ge["event"] == pe["event"],
        "COUNTRY": rule["countries"](ge) == rule["countries"](pe),
        "SECTOR": rule["sectors"](ge) == rule["sectors"](pe),
        "SOURCE": rule["same_source"](gm, pm),
        "STATUS": rule["status"](ge, gm) == rule["status"](pe, pm),
        "DATE": (ge.get("date") or "") == (pe.get("date") or ""),
        "MODE": set(ge.get("mode") or []) == set(pe.get("mode") or []),
    }
    return [name for name, right in checks.items() if not right]


def show(rule: Rules, gold: dict[str, Gold], predicted: list[Gold], say: Printer, total: Printer) -> None:
    """Print every mention of every article, then the tables."""
    matched = matching.events(rule, gold, predicted)
    for article in matched:
        say(f"\n== {article.document}: {len(article.pairs)} matched, {len(article.missed)} missed, "
            f"{len(article.spurious)} spurious")  # fmt: skip
        for begin, line in sorted(_lines(rule, article)):
            say(f"{begin:6} {line}")
    _tables(rule, matched, total)


def _lines(rule: Rules, article: Matched) -> list[tuple[int, str]]:
    lines = []
    for event, mention in article.missed:
        lines.append((mention["trigger"][0], f"MISSED    {told(event, mention)}\n{_context(article, mention)}"))
    for event, mention in article.spurious:
        line = f"SPURIOUS  {told(event, mention)} [{mention.get('rule')}]\n{_context(article, mention)}"
        lines.append((mention["trigger"][0], line))
    for pair in article.pairs:
        (ge, gm), (pe, pm) = pair
        wrong = verdicts(rule, pair)
        line = f"{'+'.join(wrong) or 'RIGHT'}  gold {told(ge, gm)}"
        if wrong:
            line += f"\n       {'':9} ours {told(pe, pm)} [{pm.get('rule')}]"
        lines.append((gm["trigger"][0], f"{line}\n{_context(article, gm)}"))
    return lines


def _context(article: Matched, mention: Gold) -> str:
    return " " * 17 + context(article.text, *mention["trigger"]).replace("\n", " ")


def _tables(rule: Rules, matched: list[Matched], say: Printer) -> None:
    confusion: Counter[tuple[str, str]] = Counter()
    wrong: Counter[str] = Counter()
    entries: dict[str, Counter[str]] = defaultdict(Counter)
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    for article in matched:
        for event, mention in article.missed:
            confusion[event["event"], "(missed)"] += 1
            begin, end = mention["trigger"]
            missed[event["event"]][article.text[begin:end].lower()] += 1
        for event, mention in article.spurious:
            confusion["(none)", event["event"]] += 1
            entries[str(mention.get("rule"))]["spurious"] += 1
        for pair in article.pairs:
            (ge, _), (pe, pm) = pair
            confusion[ge["event"], pe["event"]] += 1
            verdict = verdicts(rule, pair)
            wrong.update(verdict or ["RIGHT"])
            entries[str(pm.get("rule"))][verdict[0] if verdict else "RIGHT"] += 1
    say("\ngold type -> coded type, counts (right ones first)")
    names = sorted({g for g, _ in confusion} - {"(none)"})
    for name in [*names, "(none)"]:
        row = {p: n for (g, p), n in confusion.items() if g == name}
        rest = sorted(((n, p) for p, n in row.items() if p != name), key=lambda cell: (-cell[0], cell[1]))
        n, right = sum(row.values()), row.get(name, 0)
        say(f"  {name:10} {right:3} of {n:3}   " + "  ".join(f"{p} {count}" for count, p in rest))
    pairs = sum(len(article.pairs) for article in matched)
    say(f"\nof {pairs} matched mentions wrong are: " + "  ".join(f"{k} {n}" for k, n in wrong.most_common()))
    say("\nmissed triggers by type")
    for name, triggers in sorted(missed.items()):
        say(f"  {name:10} " + ", ".join(f"{t} {n}" if n > 1 else t for t, n in sorted(triggers.items(), key=_most)))
    say("\nlexicon entries: fired, right in type, of these right in country; most spurious first")
    ranked = sorted(entries.items(), key=lambda e: (-e[1]["spurious"] - e[1]["TYPE"], -e[1].total(), e[0]))
    for name, count in ranked:
        typed = count.total() - count["spurious"] - count["TYPE"]
        say(f"  {count.total():3} {typed:3} {typed - count['COUNTRY']:3}  {name}")


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return (-item[1], item[0])
