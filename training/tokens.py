"""Documents of running words, as the treebanks and lists of names are read into."""

from __future__ import annotations

from dataclasses import dataclass, field

Allowed = tuple[str, ...]
"""The tags of names that a word may have; an empty tuple allows all."""


@dataclass
class Token:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    """Number in the sentence, from 0; -1 for the root."""
    deprel: str
    spaced: bool
    """White space stands before it."""
    names: Allowed = ()


@dataclass
class SentenceOf:
    id: str
    tokens: list[Token]
    paragraph: bool
    """Starts a paragraph."""
    parsed: bool = True


@dataclass
class DocumentOf:
    id: str
    corpus: str
    sentences: list[SentenceOf] = field(default_factory=list)

    @property
    def genre(self) -> str:
        return self.id.split("_")[1] if self.corpus == "gum" else self.id.split("-")[0]
