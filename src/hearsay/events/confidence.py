"""How sure a coding is: one number for each mention and event, fitted on gold codings.

The number is the probability that type, actor countries and recipient countries are all right. It is a logistic
regression over what could have gone wrong: how sure the reader was of the trigger's arc, how often the entry is right,
whether both sides are there and known, whether it is told as done. More (the arcs of the sides, the depth of the
source chain, the length of the sentence) did worse on articles it had not seen. The weights in ``data/confidence.tsv``
are written by ``python -m benchmarks.confidence --update``; ``docs/accuracy.md`` shows how well they hold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from hearsay.events.credence import READS, likeness_to_acts
from hearsay.events.lexicon import Lexicon
from hearsay.events.tables import read_table
from hearsay.reading.tree import Reading, Word
from hearsay.records import Event, Mention

_SYMMETRIC = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_UNSURE = 0.01


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("confidence.tsv")}


def rated(reading: Reading, lexicon: Lexicon, events: Sequence[Event]) -> tuple[Event, ...]:
    """Events with the fitted confidence for them and their mentions; an event is as sure as its best mention."""
    begins = {word.begin: word for word in reading.words}
    found = []
    for event in events:
        mentions = []
        for mention in event.mentions:
            value = probability(features(reading, begins, lexicon, event, mention))
            mentions.append(mention.model_copy(update={"confidence": value}))
        best = max(mention.confidence for mention in mentions)
        found.append(event.model_copy(update={"mentions": tuple(mentions), "confidence": best}))
    return tuple(found)


def probability(found: dict[str, float]) -> float:
    """The fitted probability of features, to three places."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(1 / (1 + math.exp(-score)), 3)


def features(
    reading: Reading, begins: dict[int, Word], lexicon: Lexicon, event: Event, mention: Mention
) -> dict[str, float]:
    """What speaks for and against a mention by name; ``begins`` are the reading's words by their first character."""
    entry = lexicon.entries.get(mention.rule)
    prior = min(max(entry.prior if entry else 0.5, 0.05), 0.95)
    trigger = begins.get(mention.trigger[0])
    known = [actor.country is not None for actor in (*event.actor, *event.recipient)]
    two = len(event.actor) > 1 if event.event in _SYMMETRIC else bool(event.actor and event.recipient)
    return {
        "one": 1.0,
        "prior": math.log(prior / (1 - prior)),
        "trigger arc": math.log(max(trigger.score if trigger else 0.5, _UNSURE)),
        READS: likeness_to_acts(reading, trigger.index) if trigger else 0.0,
        "no actor": float(not event.actor),
        "both sides": float(two),
        "all countries known": float(bool(known) and all(known)),
        "no country known": float(not any(known)),
        "not actual": float(mention.status != "actual"),
        "verbal cooperation": float(event.quad_code == 1),
        "verbal conflict": float(event.quad_code == 3),
    }
