"""The room's own word lists: closed classes of English that no knowledge base holds.

``data/nouns.tsv`` sorts common nouns that point at other actors ("the group", "leader", "brother"), ``data/bodies.tsv``
the nouns that name institutions and may take "of" or "for" inside a name, ``data/pronouns.tsv`` the pronouns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Pronoun:
    """``person`` 1 to 3; ``kind`` he, she, it, they, we, i, you; ``possessive`` and ``reflexive`` forms are marked."""

    kind: str
    possessive: bool


def _rows(name: str) -> list[list[str]]:
    text = (files("hearsay.actors") / "data" / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()[1:] if line and not line.startswith("#")]


@cache
def nouns(group: str) -> dict[str, tuple[str, ...]]:
    """Nouns of one class with the kinds of actor they may stand for: ``nouns("anaphor")["movement"]``."""
    return {row[0]: tuple(row[2].split("|")) if row[2] else () for row in _rows("nouns") if row[1] == group}


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a list: ``words("never_names")``."""
    return frozenset(row[0] for row in _rows(name))


@cache
def pronouns() -> dict[str, Pronoun]:
    """Pronouns by their lower-case form."""
    return {row[0]: Pronoun(row[1], row[2] == "yes") for row in _rows("pronouns")}
