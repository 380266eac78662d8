"""What an article is about, as far as it bears on the question whether its words are acts.

The same words mean other things in reports of a campaign ("attacked her record", "fought for Ohio", "backed by
donors") than in those of a war. So the evidence that an act needs depends on three plain counts: words of votes,
words of force, and how many of the countries named are one and the same.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

from hearsay.actors.cast import Cast
from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading

Matter = Literal["sentence", "contest", "home", "calm", "force"]
"""``sentence``: too short to tell; ``contest`` for votes; ``home`` affairs of one country; else with words of force
or without them."""

_SHORT = 150
"""Words of a text too short to be about anything."""
_CONTEST, _OVER, _KINDS = 2.5, 2.0, 2
"""Of a report on a contest: words of votes in a thousand, how many for each word of force, how many different ones."""
_FORCE, _WAR = 5.0, 20.0
"""Words of force in a thousand from which an article is about force, and from which it is so even at home."""
_HOME = 0.85
"""Share of one country in all mentions of actors with a country."""


def matter(reading: Reading, cast: Cast) -> Matter:
    """What an article is about. Pure."""
    words = [word.lemma.lower() for word in reading.words]
    if len(words) <= _SHORT:
        return "sentence"
    votes = [w for w in words if w in word_set("matter: votes")]
    force = 1000 * sum(w in word_set("matter: force") for w in words) / len(words)
    share = 1000 * len(votes) / len(words)
    if share >= _CONTEST and share > _OVER * force and len(set(votes)) >= _KINDS:
        return "contest"
    if force < _WAR and _one_country(cast) > _HOME:
        return "home"
    return "force" if force >= _FORCE else "calm"


def _one_country(cast: Cast) -> float:
    """Share of the country named most in the mentions of all actors of some country; 1 when none is."""
    named: Counter[str] = Counter()
    for member in cast.members:
        if member.actor.country is not None:
            named[member.actor.country] += len(member.mentions)
    return max(named.values()) / named.total() if named else 1.0
