"""Each table that people may write is described with its columns: the lexicon's and the world's."""

import re
from pathlib import Path

from hearsay.events import Lexicon
from hearsay.events.lexicon import PACKAGED
from hearsay.world.tables import COLUMNS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_each_table_of_the_world_is_described_with_its_columns():
    rows = re.findall(r"^\| `(\w+)\.tsv` \| (.+) \|$", (DOCS / "world.md").read_text("utf-8"), re.MULTILINE)
    assert {name: tuple(columns.split(", ")) for name, columns in rows} == COLUMNS


def test_each_column_of_a_lexicon_entry_is_described():
    assert Lexicon.default().entries
    header = (PACKAGED / "agree.tsv").read_text("utf-8").splitlines()[0].split("\t")
    page = (DOCS / "lexicon.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == header
