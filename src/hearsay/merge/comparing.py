"""How alike two accounts are: named features with weights, so that each join can be explained.

The score is the sum of the weights (``data/weights.tsv``); above zero speaks for one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.merge.account import Account
from hearsay.merge.blocking import kindred
from hearsay.merge.kinship import parties_alike, side_alike
from hearsay.merge.linking import APART
from hearsay.merge.places import FAR, NEAR, kilometres
from hearsay.merge.sketch import Sketch, sketch
from hearsay.merge.story import story_alike
from hearsay.records import Actor

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
        return sum([weight for _, weight in self.features])


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, from ``data/weights.tsv``."""
    lines = (files("hearsay.merge") / "data/weights.tsv").read_text("utf-8").splitlines()[1:]
    return {name: float(weight) for name, weight in (line.split("\t") for line in lines)}


def compare(a: Account, b: Account) -> Likeness:
    """Compare two accounts; the order does not matter."""
    if sketch(a).summary != sketch(b).summary:
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
    mine, yours = sketch(a), sketch(b)
    if a.kind in _SYMMETRIC or b.kind in _SYMMETRIC:
        names = ["parties " + parties_alike(a, b)]
    else:
        names = ["actor " + _sides(a.actors, b.actors, mine.actors, yours.actors),
                 "recipient " + _sides(a.recipients, b.recipients, mine.recipients, yours.recipients)]  # fmt: skip
    rest = (_kinds(a, b), _dates(a, b, mine, yours), _places(a, b, mine, yours), _numbers(mine, yours), _modes(a, b),
            _tense(a, b), _codes(a, b), _names(mine, yours))  # fmt: skip
    names += [name for name in rest if name]
    if mine.persons and yours.persons and mine.persons.isdisjoint(yours.persons):
        # Putin called Xi, Lavrov met Wang.
        names.append("persons apart")
    if mine.named and yours.named and all(p.isdisjoint(q) for p in mine.named for q in yours.named):
        # It was done to other towns or to others by name: Odesa was shelled, Kharkiv was shelled.
        names.append("named apart")
    if "date next day" in names and "number near" in names:
        # Who is shelled daily loses more or fewer every day.
        names[names.index("number near")] = "number apart"
    alike = story_alike(mine.story, yours.story)
    if alike is not None and alike < _OTHER_STORY:
        names.append("other story")
    trigger = _triggers(mine, yours)
    shared, contained = _shared_words(mine, yours)
    found = {"base": 1.0, **dict.fromkeys(names, 1.0), trigger: 1.0}
    if trigger == "trigger same":
        found["trigger same in one story"] = _OPEN if alike is None else alike
    if len(a.triggers) > 1 and len(b.triggers) > 1:
        # What both articles come back to is what they are about.
        found["told often"] = 1.0
    if contained < _SAID and a.kind in _SPEECH and b.kind in _SPEECH:
        found["said other"] = 1.0
    found["words"], found["words contained"] = shared, contained
    return found


_SIDES = 32_768
_sides_alike: dict[tuple[str, str], str] = {}


def _sides(a: Sequence[Actor], b: Sequence[Actor], mine: str, yours: str) -> str:
    """How two sides agree, asked once of sides that read the same: those of a war stand in every report of it."""
    found = _sides_alike.get((mine, yours))
    if found is None:
        if len(_sides_alike) >= _SIDES:
            _sides_alike.clear()
        found = _sides_alike[mine, yours] = side_alike(a, b)
    return found


def _kinds(a: Account, b: Account) -> str | None:
    if a.event == b.event:
        return None
    return "kind kindred" if b.event in kindred(a.event) else "kind other"


def _dates(a: Account, b: Account, x: Sketch, y: Sketch) -> str:
    mine, yours = x.stretch, y.stretch
    if mine is None or yours is None:
        return "date open"
    gap = max((yours[0] - mine[1]).days, (mine[0] - yours[1]).days)
    if x.exact and y.exact:
        # Reports of one event may be a day apart: time zones, or the day it was told taken for the day it was.
        return "date same day" if gap == 0 else "date next day" if gap == 1 else "date apart"
    if a.begin is None or b.begin is None:
        return "date apart" if gap > 1 else "date long ago" if x.retold or y.retold else "date open"
    return "date within" if gap <= 0 else "date near" if gap == 1 else "date apart"


def _places(a: Account, b: Account, mine: Sketch, yours: Sketch) -> str | None:
    if a.place is None or b.place is None:
        return None
    if a.place.country and b.place.country and a.place.country != b.place.country:
        return "place apart"
    if a.place.geonames is not None and a.place.geonames == b.place.geonames:
        return "place same"
    if mine.place == yours.place:
        return "place same"
    if "country" in (a.place.precision, b.place.precision):
        return "place same country"
    if mine.place_words & yours.place_words:
        return "place in words"
    if "region" in (a.place.precision, b.place.precision):
        return "place within"
    distance = kilometres(a.place, b.place)
    if distance is None:
        return "place unlike"
    return "place near" if distance < NEAR else "place next" if distance < FAR else "place far"


def _numbers(mine: Sketch, yours: Sketch) -> str | None:
    pairs = [
        (own, other) for kind, counts in mine.numbers.items() for own in counts for other in yours.numbers.get(kind, ())
    ]
    if not pairs:
        if not mine.figures or not yours.figures:
            return None
        return "figures apart" if mine.figures.isdisjoint(yours.figures) else "figures same"
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


def _names(mine: Sketch, yours: Sketch) -> str | None:
    """Sentences that name quite different people and places are seldom about one event."""
    return "names apart" if mine.names and yours.names and mine.names.isdisjoint(yours.names) else None


def _triggers(mine: Sketch, yours: Sketch) -> str:
    if not mine.stems.isdisjoint(yours.stems):
        return "trigger same"
    apart = mine.roots.isdisjoint(yours.roots) and mine.families.isdisjoint(yours.families)
    return "trigger unlike" if apart else "trigger kin"


def _shared_words(mine: Sketch, yours: Sketch) -> tuple[float, float]:
    """Overlap of the sentences' words beside the triggers: of all words (Jaccard), and of the shorter side's."""
    triggers = mine.stems | yours.stems
    x, y = mine.words - triggers, yours.words - triggers
    if not x or not y:
        return 0.0, 0.0
    shared = len(x & y)
    return round(shared / (len(x) + len(y) - shared), 4), round(shared / min(len(x), len(y)), 4)
