"""Who takes part where the clause names him out of his usual place."""

from __future__ import annotations

import pytest

import hearsay

_CASES = [
    ("Kenyan police used tear gas against protesters.", "ASSAULT", ["KEN"], ["KEN"]),
    ("Iran threatened to hold a strike unless Israel left the town.", "THREATEN", ["IRN"], ["ISR"]),
    ("The journalist was barred from entering Israel.", "REJECT", ["ISR"], None),
    ("Japan pledged $200 million in aid to Jordan.", "AGREE", ["JPN"], ["JOR"]),
    ("The minister was prevented from boarding a jet to Rome by British Airways.", "COERCE", ["GBR"], None),
    ("The Afghan Taliban claimed responsibility for a raid.", "ASSAULT", ["AFG"], []),
    ("Iranian workers went on strike against pension reform.", "PROTEST", ["IRN"], []),
    ("Iran described Turkey as a dictatorship.", "ACCUSE", ["IRN"], ["TUR"]),
    ("India has revoked the special status of Kashmir.", "COERCE", ["IND"], None),
    ("Park vowed to make North Korea pay.", "THREATEN", [None], ["PRK"]),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), _CASES)
def test_the_parties_are_found(
    text: str, event: str, actor: list[str | None], recipient: list[str | None] | None
) -> None:
    events = hearsay.code(text, published="2016-09-07").events
    assert [e.event for e in events] == [event]
    assert [a.country for a in events[0].actor] == actor
    if recipient is not None:
        assert [a.country for a in events[0].recipient] == recipient
