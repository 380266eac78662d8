"""Coverage of offices: the counts stand in the documentation, and an office nobody held has no answer."""

import re
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.offices import asked
from hearsay.world import World

DOCS = Path(__file__).resolve().parents[2] / "docs" / "world.md"


def test_the_documented_table_is_what_is_counted() -> None:
    answers = list(asked(World.default()))
    known = Counter(kind for kind, _, _, found in answers if found)
    total = Counter(kind for kind, _, _, _ in answers)
    rows = re.findall(r"^\| (\S.*) \| (\d+) of (\d+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert [(int(a), int(b)) for _, a, b in rows] == [(known[kind], total[kind]) for kind in total]


def test_who_never_was_has_no_answer() -> None:
    missing = {(kind, who) for kind, who, _, found in asked(World.default()) if not found}
    assert ("interior-minister", "BRA") in missing
    assert ("leader of a movement", "Polisario leader") in missing
    assert ("foreign-minister", "GBR") not in missing
