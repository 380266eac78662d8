"""One coder for the room, and a project's tables in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay import Coder

HEADER = "id\tpredicate\tpos\tframe\ttopic\twhen\tevent\tmode\tcameo\tprior\texample\n"


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


def write_lexicon(folder: Path, *lines: str) -> Path:
    """A project whose lexicon/own.tsv holds the lines."""
    (folder / "lexicon").mkdir(parents=True)
    (folder / "lexicon" / "own.tsv").write_text(HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return folder


def write_ontology(folder: Path, types: str, *lines: str) -> Path:
    """A project with types.tsv as given and the lines as entries."""
    (folder / "ontology").mkdir(parents=True)
    (folder / "ontology" / "types.tsv").write_text("name\tdefinition\tlike\n" + types, encoding="utf-8")
    (folder / "ontology" / "entries.tsv").write_text(HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return folder
