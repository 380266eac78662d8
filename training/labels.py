"""The closed lists that the heads choose from, counted on the training documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from hearsay.reading.lemmas import edit_between
from training.corpora import DocumentOf, Token
from training.names import TAGS

RARE = 3
"""An edit of a lemma has to occur so often to be a class."""


@dataclass(frozen=True)
class Labels:
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    edits: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def count(cls, documents: list[DocumentOf]) -> Labels:
        tokens = [t for d in documents for s in d.sentences if s.parsed for t in s.tokens]
        edits = Counter(edit_between(t.form, t.lemma) for t in tokens)
        return cls(
            upos=_most_frequent_first(t.upos for t in tokens),
            xpos=_most_frequent_first(t.xpos for t in tokens),
            relations=_most_frequent_first(t.deprel for t in tokens),
            edits=tuple(e for e, n in sorted(edits.items(), key=lambda i: (-i[1], i[0])) if n >= RARE),
            names=TAGS,
        )

    @classmethod
    def load(cls, path: Path) -> Labels:
        return cls(**{key: tuple(value) for key, value in json.loads(path.read_text(encoding="utf-8")).items()})

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def lemma_exceptions(documents: list[DocumentOf], labels: Labels) -> dict[str, str]:
    """Lemmas of forms whose edit is no class, as ``form xpos`` to lemma."""
    known = set(labels.edits)
    found: dict[str, Counter[str]] = {}
    for token in _tokens(documents):
        if edit_between(token.form, token.lemma) not in known and token.form.isalpha():
            found.setdefault(f"{token.form.lower()} {token.xpos}", Counter())[token.lemma] += 1
    return {key: min(c, key=lambda lemma: (-c[lemma], lemma)) for key, c in sorted(found.items())}


def _tokens(documents: list[DocumentOf]) -> Iterable[Token]:
    return (t for d in documents for s in d.sentences if s.parsed for t in s.tokens)


def _most_frequent_first(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(v for v, _ in sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
