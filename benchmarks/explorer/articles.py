"""Articles with real codings for a generated ledger, whose own rows have none to open."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hearsay.errors import NotInLedgerError
from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told

_PAIRS = [("Iran", "Houthis"), ("Oman", "France"), ("Yemen", "Iran"), ("farmers", "France"), ("Houthis", "Yemen")]
_TYPES = ("CONSULT", "ASSAULT", "ACCUSE", "AID", "AGREE", "THREATEN")
NUMBER = 40


def add_articles(ledger: Ledger) -> list[str]:
    """Names of the articles: eight outlets tell the same acts of a day, five acts in each. Added only once."""
    names = [f"bench-{number}" for number in range(NUMBER)]
    for number, name in enumerate(names):
        day = date(2024, 3, 1) + timedelta(days=number // 8)
        dice = random.Random(day.toordinal())
        acts = [
            act(*pair[:1], dice.choice(_TYPES), pair[1], dice.choice(("Reuters", "Saba", "IRNA")),
                date=day.isoformat(), place=("Muscat", "OMN"))
            for pair in _PAIRS
        ]  # fmt: skip
        coding = told(f"Outlet {number % 8}", day.isoformat(), *acts, id=name, title=f"Report {name}",
                      more=f"Number {number}. " + "Nothing else was said about it. " * 40)  # fmt: skip
        try:
            ledger.document(name)
        except NotInLedgerError:
            ledger.add(coding, "made")
    return names
