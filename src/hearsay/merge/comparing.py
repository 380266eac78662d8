"""How alike two accounts are: named features with weights, so that each join can be explained.

The score is the sum of the weights (``data/weights.tsv``); above zero speaks for one event.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from hearsay.merge.account import Account
from hearsay.merge.blocking import kindred, stretch
from hearsay.merge.kinship import named_apart, parties_alike, persons_apart, side_alike
from hearsay.merge.linking import APART
from hearsay.merge.places import FAR, NEAR, kilometres
from hearsay.merge.retelling import is_summary, retold
from hearsay.merge.story import story_alike
from hearsay.merge.wording import capitals, content, figures, meanings, stem
from hearsay.records import NumberKind

_SYMMETRIC = frozenset(("CONSULT", "COOPERATE", "AGREE"))

_SPEECH = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
"""Types of acts done with words: what was said tells them apart."""

_SAID = 0.15
"""Share of common words below which two such acts say different things."""

_OTHER_STORY = 0.12
"""Share of common names below which two documents tell of different things."""

_OPEN = 0.35
"""Share of common names that documents with hardly a name are taken to have: that of many pairs of one story."""


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
    if is_summary(a) != is_summary(b):
        return Likeness((("many and one", APART),))
    found = values(a, b)
    if a.event != b.event and "trigger unlike" in found:
        return Likeness((("other kind", APART),))
    weight = weights()
    return Likeness(
        tuple(
            (name, weight.get(name, 0.0) if value == 1.0 else round(weight.get(name, 0.0) * value, 4))
            for name, value in found.items()
        )
    )


def values(a: Account, b: Account) -> dict[str, float]:
    """What speaks for or against one event: 1 for a fact, the degree for what has one."""
    if a.kind in _SYMMETRIC or b.kind in _SYMMETRIC:
        names = ["parties " + parties_alike(a, b)]
    else:
        names = ["actor " + side_alike(a.actors, b.actors), "recipient " + side_alike(a.recipients, b.recipients)]
    rest = (_kinds(a, b), _dates(a, b), _places(a, b), _numbers(a, b), _modes(a, b), _tense(a, b), _codes(a, b))
    names += [name for name in (*rest, _names(a, b)) if name]
    if persons_apart(a, b):
        names.append("persons apart")
    if named_apart(a, b):
        names.append("named apart")
    if "date next day" in names and "number near" in names:
        # Who is shelled daily loses more or fewer every day.
        names[names.index("number near")] = "number apart"
    alike = story_alike(a.story, b.story)
    if alike is not None and alike < _OTHER_STORY:
        names.append("other story")
    trigger = _triggers(a, b)
    shared, contained = _shared_words(a, b)
    found = {"base": 1.0, **dict.fromkeys(names, 1.0), trigger: 1.0}
    if trigger == "trigger same":
        found["trigger same in one story"] = _OPEN if alike is None else alike
    if contained < _SAID and a.kind in _SPEECH and b.kind in _SPEECH:
        found["said other"] = 1.0
    return {**found, "words": shared, "words contained": contained}


def _kinds(a: Account, b: Account) -> str | None:
    if a.event == b.event:
        return None
    return "kind kindred" if b.event in kindred(a.event) else "kind other"


def _dates(a: Account, b: Account) -> str:
    mine, yours = stretch(a), stretch(b)
    if mine is None or yours is None:
        return "date open"
    gap = max((yours[0] - mine[1]).days, (mine[0] - yours[1]).days)
    if all(x.begin is not None and x.begin == x.end for x in (a, b)):
        # Reports of one event may be a day apart: time zones, or the day it was told taken for the day it was.
        return "date same day" if gap == 0 else "date next day" if gap == 1 else "date apart"
    if a.begin is None or b.begin is None:
        return "date apart" if gap > 1 else "date long ago" if retold(a) or retold(b) else "date open"
    return "date within" if gap <= 0 else "date near" if gap == 1 else "date apart"


def _places(a: Account, b: Account) -> str | None:
    if a.place is None or b.place is None:
        return None
    if a.place.country and b.place.country and a.place.country != b.place.country:
        return "place apart"
    if a.place.geonames is not None and a.place.geonames == b.place.geonames:
        return "place same"
    mine, yours = a.place.name.casefold(), b.place.name.casefold()
    if mine == yours:
        return "place same"
    if "country" in (a.place.precision, b.place.precision):
        return "place same country"
    if {stem(word) for word in mine.split()} & {stem(word) for word in yours.split()}:
        return "place in words"
    if "region" in (a.place.precision, b.place.precision):
        return "place within"
    distance = kilometres(a.place, b.place)
    if distance is None:
        return "place unlike"
    return "place near" if distance < NEAR else "place next" if distance < FAR else "place far"


def _numbers(a: Account, b: Account) -> str | None:
    theirs: dict[NumberKind, list[int]] = {}
    for number in b.numbers:
        theirs.setdefault(number.kind, []).append(number.best or number.low or 0)
    pairs = [(n.best or n.low or 0, other) for n in a.numbers for other in theirs.get(n.kind, ())]
    if not pairs:
        mine, yours = figures(a.sentences), figures(b.sentences)
        return ("figures same" if mine & yours else "figures apart") if mine and yours else None
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
    mine, yours = capitals(a.sentences), capitals(b.sentences)
    return "names apart" if mine and yours and not mine & yours else None


def _triggers(a: Account, b: Account) -> str:
    (stems, roots, families), (others, other_roots, other_families) = meanings(a.triggers), meanings(b.triggers)
    if stems & others:
        return "trigger same"
    return "trigger kin" if roots & other_roots or families & other_families else "trigger unlike"


def _shared_words(a: Account, b: Account) -> tuple[float, float]:
    """Overlap of the sentences' words beside the triggers: of all words (Jaccard), and of the shorter side's."""
    triggers = meanings(a.triggers)[0] | meanings(b.triggers)[0]
    x, y = _words(a.sentences) - triggers, _words(b.sentences) - triggers
    if not x or not y:
        return 0.0, 0.0
    shared = len(x & y)
    return round(shared / len(x | y), 4), round(shared / min(len(x), len(y)), 4)


@lru_cache(maxsize=8192)
def _words(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(content(sentence) for sentence in sentences))
