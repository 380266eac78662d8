"""A trained head for attributions beside the rules: ``python -m benchmarks.accuracy.head --run RUN --head HEAD``.

Needs the training environment (PyTorch) and what ``python -m training.attribution train`` wrote to HEAD. Compared are
the rules, the head alone, the rules without reports whose cue the head doubts, and the rules with reports of the head
where they have none. The thresholds are chosen on some of PolNeAR's training articles, none on what is shown.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.scores import score
from benchmarks.accuracy.sets import Gold, GoldSet, lines, load, scorer
from hearsay import Coder
from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.reading.tree import Reading, Sentence
from hearsay.records import Span
from training.attribution import load_head, probabilities
from training.tokens import SentenceOf, Token

Roles = list[list[float]]
"""For each word of an article: how likely it is of a source, a cue, a content."""
SOURCE, CUE, CONTENT = range(3)
THRESHOLDS = (0.01, 0.05, 0.2, 0.5, 0.9)
TUNING = 60
"""How many training articles choose the thresholds."""


class Judge:
    """Readings, rules' reports and the head's answers for every article of a set."""

    def __init__(self, coder: Coder, run: Path, head: Path) -> None:
        self.coder = coder
        self.head, self.encoder, self.pieces = load_head(run, head)

    def article(self, gold: Gold) -> tuple[Reading, list[Gold], Roles]:
        """The reading, the rules' reports as JSON, and the head's answers."""
        reading = self.coder.read(document(gold))
        reports = attribute(reading, find_cast(reading, self.coder.world), self.coder.world).reports
        encoded = [self.encoder.sentence(_sentence(reading, s)) for s in reading.sentences]
        roles = [row for told in probabilities(self.head, encoded, self.pieces) for row in told.tolist()]
        return reading, [json.loads(r.model_dump_json(by_alias=True)) for r in reports], roles


def _sentence(reading: Reading, sentence: Sentence) -> SentenceOf:
    text = reading.document.text
    words = reading.words[sentence.first : sentence.last + 1]
    tokens = [Token(w.text, w.lemma, w.upos, w.xpos, -1, "dep", text[w.begin - 1 : w.begin].isspace()) for w in words]
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    opens = before is None or before.paragraph != sentence.paragraph
    return SentenceOf(reading.document.id, tokens, opens, parsed=False)


def decoded(reading: Reading, roles: Roles, least: float) -> list[Gold]:
    """Reports of the head alone: each run of cue words with the content of its sentence and the nearest source."""
    found: list[Gold] = []
    for sentence in reading.sentences:
        stretch = range(sentence.first, sentence.last + 1)
        cues, sources, contents = (_runs(stretch, roles, role, least) for role in (CUE, SOURCE, CONTENT))
        for cue in cues:
            near = min(sources, key=lambda run: abs(run[0] - cue[0]), default=None)
            own = [c for c in contents if min(cues, key=lambda other: _gap(other, c)) == cue]
            if own:
                found.append(
                    {
                        "document": reading.document.id,
                        "source_span": list(reading.span(*near)) if near else None,
                        "cue": [list(reading.span(*cue))],
                        "content": [list(reading.span(*c)) for c in own],
                    }
                )
    return found


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _runs(stretch: range, roles: Roles, role: int, least: float) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for word in stretch:
        if roles[word][role] < least:
            continue
        if runs and runs[-1][1] == word - 1:
            runs[-1] = (runs[-1][0], word)
        else:
            runs.append((word, word))
    return runs


def trusted(reading: Reading, reports: Sequence[Gold], roles: Roles, least: float) -> list[Gold]:
    """The rules' reports whose cue the head takes for one; those without a cue stay."""
    return [r for r in reports if not r["cue"] or _belief(reading, r["cue"], roles) >= least]


def _belief(reading: Reading, cue: Iterable[Span], roles: Roles) -> float:
    inside = [w.index for w in reading.words if any(b <= w.begin < e for b, e in cue)]
    return max((roles[i][CUE] for i in inside), default=1.0)


def joined(reading: Reading, reports: Sequence[Gold], roles: Roles, least: float) -> list[Gold]:
    """The rules' reports, and the head's where no content of theirs lies."""
    taken = [(b, e) for r in reports for b, e in (*r["content"], *r["cue"])]
    more = [
        r for r in decoded(reading, roles, least) if not any(b < y and e > x for b, e in r["content"] for x, y in taken)
    ]
    return [*reports, *more]


Way = Callable[[Reading, Sequence[Gold], Roles, float], list[Gold]]
WAYS: dict[str, Way] = {
    "rules": lambda reading, reports, roles, least: list(reports),
    "head alone": lambda reading, reports, roles, least: decoded(reading, roles, least),
    "rules the head trusts": trusted,
    "rules and head": joined,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.head", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold sets")
    parser.add_argument("--run", type=Path, required=True, help="folder of the reader's run")
    parser.add_argument("--head", type=Path, required=True, help="folder with head.pt")
    options = parser.parse_args(arguments)
    sets = {s.name: s for s in load(options.shared)}
    tuning = lines(options.shared / "data" / "polnear" / "train.jsonl.gz")[:: 840 // TUNING]
    judge = Judge(Coder(), options.run, options.head)
    told = [judge.article(gold) for gold in tuning]
    tuned = GoldSet("tuning", "reports", "", (), {g["id"]: g for g in tuning})

    def figures(gold: GoldSet, articles: Sequence[Any], way: Way, least: float) -> dict[str, float]:
        reports = [r for reading, rules, roles in articles for r in way(reading, rules, roles, least)]
        return {f.name: f.value for f in score(gold, reports, scorer(options.shared))}

    chosen = {
        name: max(THRESHOLDS, key=lambda least: figures(tuned, told, way, least)["+ source overlaps"])
        for name, way in WAYS.items()
    }
    shown = ("source spans, exact", "cue spans, exact", "content spans, exact", "content (overlap >= 1/2)",
             "+ source overlaps")  # fmt: skip
    for name in ("polnear dev", "article reports"):
        articles = [judge.article(gold) for gold in sets[name].gold.values()]
        print(f"\n{name:<24} {'threshold':>9}  " + "  ".join(f"{s[:17]:>17}" for s in shown))
        for way, function in WAYS.items():
            found = figures(sets[name], articles, function, chosen[way])
            print(f"{way:<24} {chosen[way]:>9}  " + "  ".join(f"{found[s]:>17.3f}" for s in shown))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
