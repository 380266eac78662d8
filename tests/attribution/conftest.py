"""Hand-checked trees for the attribution room, read from CoNLL-U with comments.

``probes.conllu`` holds one sentence a phenomenon: the word asked about, its status, and its sources ("?" is a voucher
left unnamed, "|" parts links). ``articles.conllu`` holds small articles; "¶" in the text is a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.actors import find_cast
from hearsay.attribution import Attribution, attribute
from hearsay.ingest import make_document
from hearsay.reading.conllu import reading_from_conllu
from hearsay.reading.tree import Reading
from hearsay.world import World

HERE = Path(__file__).parent


def blocks(name: str, key: str) -> Iterator[tuple[dict[str, str], str]]:
    """The entries of a file: what their comments say, and their rows."""
    text = (HERE / name).read_text("utf-8")
    for block in re.split(rf"^(?=# {key} = )", text, flags=re.MULTILINE)[1:]:
        says = dict(re.findall(r"^# (\w+) =[ ]?(.*)$", block, flags=re.MULTILINE))
        rows = "\n".join(line for line in block.splitlines() if not line.startswith("#"))
        yield says, rows


def reading_of(text: str, rows: str, name: str = "probe") -> Reading:
    return reading_from_conllu(make_document(text.replace("¶", "\n"), id=name), rows)


@pytest.fixture(scope="session")
def world() -> World:
    return World.default()


@pytest.fixture(scope="session")
def articles(world: World) -> dict[str, tuple[Reading, Attribution]]:
    """The small articles, attributed."""
    found = {}
    for says, rows in blocks("articles.conllu", "article"):
        reading = reading_of(says["text"], rows, says["article"])
        found[says["article"]] = (reading, attribute(reading, find_cast(reading, world), world))
    return found
