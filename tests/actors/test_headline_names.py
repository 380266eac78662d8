"""Names in headlines that capitalise every word."""

from __future__ import annotations

import hearsay
from hearsay.actors import find_cast
from hearsay.world import World


def test_the_verb_of_a_headline_ends_a_name() -> None:
    text = "Carly Fiorina Endorses Ted Cruz.\n\nCarly Fiorina endorsed Ted Cruz on Monday."
    cast = find_cast(hearsay.read(text), World.default())
    names = [member.actor.name for member in cast.members if member.kind == "person"]
    assert sorted(names) == ["Carly Fiorina", "Ted Cruz"]
