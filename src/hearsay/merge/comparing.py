"""How alike two accounts of one type are: named features with weights, so that each join can be explained.

The score is the sum of the weights (``data/weights.tsv``); above zero speaks for one event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from hearsay.merge.account import Account
from hearsay.merge.blocking import stretch
from hearsay.records import Actor, NumberKind

APART = float("-inf")
"""The score of two accounts that cannot be one event."""

_SYMMETRIC = frozenset(("CONSULT", "COOPERATE", "AGREE"))
_STATE = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"))
_SUMMARY = re.compile(
    r"\b(?:hundreds|dozens|scores|thousands|series|string|wave|spate|repeated|repeatedly|daily|almost every|"
    r"since the (?:start|beginning)|a number of|several) \b", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """A pair's features with their weights; ``score`` is their sum."""

    features: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        return sum(weight for _, weight in self.features)


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, from ``data/weights.tsv``."""
    lines = (files("hearsay.merge") / "data/weights.tsv").read_text("utf-8").splitlines()[1:]
    return {name: float(weight) for name, weight in (line.split("\t") for line in lines)}


def compare(a: Account, b: Account) -> Likeness:
    """Compare two accounts; the order does not matter."""
    if a.event != b.event or is_summary(a) != is_summary(b):
        return Likeness((("other kind", APART),))
    found = [("base", 1.0), *((name, 1.0) for name in features(a, b))]
    shared, contained = _shared_words(a, b)
    found += [("words", shared), ("words contained", contained)]
    weight = weights()
    return Likeness(tuple((name, round(weight.get(name, 0.0) * value, 4)) for name, value in found))


def features(a: Account, b: Account) -> tuple[str, ...]:
    """The names of what speaks for or against one event, without the words' overlap."""
    if a.event in _SYMMETRIC:
        names = ["parties " + _parties_alike(a, b)]
    else:
        names = ["actor " + side_alike(a.actors, b.actors), "recipient " + side_alike(a.recipients, b.recipients)]
    names += [_dates(a, b), _triggers(a, b)]
    rest = (_places(a, b), _numbers(a, b), _modes(a, b), _tense(a, b), _codes(a, b), _names(a, b), _article(a, b))
    names += [name for name in rest if name]
    return tuple(names)


def is_summary(account: Account) -> bool:
    """Whether it tells many events at once ("hundreds of attacks"): a relative of single ones, none of them."""
    days = stretch(account)
    long = days is not None and (days[1] - days[0]).days > 31
    return any(_SUMMARY.search(sentence) is not None for sentence in account.sentences) and (
        long or any(trigger.casefold().endswith("s") for trigger in account.triggers)
    )


def side_alike(left: Sequence[Actor], right: Sequence[Actor]) -> str:
    """How two sides agree: none, missing (on one side), same, kin, unlike, apart."""
    if not left or not right:
        return "none" if not left and not right else "missing"
    best = max(kinship(p, q) for p in left for q in right)
    return {2: "same", 1: "kin", 0: "unlike"}.get(best, "apart")


def kinship(p: Actor, q: Actor) -> int:
    """2 for the same actor, 1 for two that may stand for one another, 0 for unlike ones, -1 for known others."""
    if p.id is not None and p.id == q.id:
        return 2
    mine, yours = _name_words(p.name or ""), _name_words(q.name or "")
    if p.country and q.country and p.country != q.country:
        return -1
    if mine and yours and (mine <= yours or yours <= mine):
        return 2 if p.id is None or q.id is None else 0
    if p.country is None or q.country is None:
        return 1 if mine & yours else 0
    if not p.sector or not q.sector:
        # The country itself stands for its state, and the state for it.
        return 1 if not {*p.sector, *q.sector} or {*p.sector, *q.sector} & _STATE else 0
    if p.id and q.id and p.id.startswith("person:") and q.id.startswith("person:"):
        return -1
    return 1 if p.sector[0] == q.sector[0] else 0


def _parties_alike(a: Account, b: Account) -> str:
    left, right = (*a.actors, *a.recipients), (*b.actors, *b.recipients)
    if not left or not right:
        return "none" if not left and not right else "missing"
    degrees = [max(kinship(p, q) for q in right) for p in left]
    back = [max(kinship(p, q) for p in left) for q in right]
    if min(degrees) < 0 and min(back) < 0:
        # Each side has somebody whom the other has not: Iran met Oman, Iran met France.
        return "crossed" if max(degrees) > 0 else "apart"
    if min(degrees) >= 2 or min(back) >= 2:
        return "same" if min(len(left), len(right)) > 1 else "shared"
    if min(degrees) >= 1 or min(back) >= 1:
        return "kin" if min(len(left), len(right)) > 1 else "shared"
    best = max(degrees)
    return "shared" if best == 2 else "unlike" if best >= 0 else "apart"


def _dates(a: Account, b: Account) -> str:
    mine, yours = stretch(a), stretch(b)
    if mine is None or yours is None:
        return "date open"
    gap = max((yours[0] - mine[1]).days, (mine[0] - yours[1]).days)
    exact = all(x.begin is not None and x.begin == x.end for x in (a, b))
    if exact:
        return "date same day" if gap == 0 else "date apart"
    if a.begin is None or b.begin is None:
        return "date open" if gap <= 1 else "date apart"
    return "date within" if gap <= 0 else "date next day" if gap == 1 else "date apart"


def _places(a: Account, b: Account) -> str | None:
    if a.place is None or b.place is None:
        return None
    if a.place.country and b.place.country and a.place.country != b.place.country:
        return "place apart"
    if a.place.geonames is not None and a.place.geonames == b.place.geonames:
        return "place same"
    if a.place.name.casefold() == b.place.name.casefold():
        return "place same"
    if "country" in (a.place.precision, b.place.precision):
        return "place same country"
    return "place unlike"


def _numbers(a: Account, b: Account) -> str | None:
    theirs: dict[NumberKind, list[int]] = {}
    for number in b.numbers:
        theirs.setdefault(number.kind, []).append(number.best or number.low or 0)
    pairs = [(n.best or n.low or 0, other) for n in a.numbers for other in theirs.get(n.kind, ())]
    if not pairs:
        return None
    if any(x == y for x, y in pairs):
        return "number same"
    return "number near" if any(0.5 <= (x + 1) / (y + 1) <= 2 for x, y in pairs) else "number apart"


def _modes(a: Account, b: Account) -> str | None:
    if not a.mode or not b.mode:
        return None
    return "mode same" if {*a.mode} & {*b.mode} else "mode apart"


def _tense(a: Account, b: Account) -> str | None:
    """What is still to come is not what was done; a denial is of the very act that others tell."""
    return "tense apart" if (a.status in ("planned", "possible")) != (b.status in ("planned", "possible")) else None


def _codes(a: Account, b: Account) -> str | None:
    return "cameo same" if a.cameo is not None and a.cameo == b.cameo else None


def _names(a: Account, b: Account) -> str | None:
    """Sentences that name quite different people and places are seldom about one event."""
    mine, yours = _capitals(a.sentences), _capitals(b.sentences)
    return "names apart" if mine and yours and not mine & yours else None


def _article(a: Account, b: Account) -> str | None:
    """Two events of one article were told apart with the whole article at hand."""
    return "one article" if a.document == b.document else None


def _triggers(a: Account, b: Account) -> str:
    mine, yours = ({_stem(w) for t in x.triggers for w in t.split()} for x in (a, b))
    return "trigger same" if mine & yours else "trigger unlike"


def _shared_words(a: Account, b: Account) -> tuple[float, float]:
    """Overlap of the sentences' words beside the triggers: of all words (Jaccard), and of the shorter side's."""
    triggers = {_stem(w) for x in (a, b) for t in x.triggers for w in t.split()}
    x = frozenset().union(*(_content(s) for s in a.sentences)) - triggers
    y = frozenset().union(*(_content(s) for s in b.sentences)) - triggers
    if not x or not y:
        return 0.0, 0.0
    shared = len(x & y)
    return round(shared / len(x | y), 4), round(shared / min(len(x), len(y)), 4)


@lru_cache(maxsize=8192)
def _capitals(sentences: tuple[str, ...]) -> frozenset[str]:
    """Capitalised words that do not begin a sentence, folded."""
    return frozenset(w.casefold() for s in sentences for w in re.findall(r"(?<=[\w,;:)] )[A-Z]\w+", s))


@lru_cache(maxsize=8192)
def _content(sentence: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"\w+", sentence.casefold()) if len(word) > 3)


@lru_cache(maxsize=8192)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", name.casefold()) if word not in ("the", "of", "and"))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without the endings of English inflection, roughly: enough to meet "attacked" and "attacks"."""
    word = word.casefold()
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.rstrip("e")
