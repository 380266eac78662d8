"""The closed lists that the heads choose from, counted on the training documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from hearsay.reading.lemmas import edit_between
from hearsay.reading.pieces import plain
from training.names import TAGS
from training.tokens import DocumentOf, Token

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


INFLECTED = ("VBD", "VBN", "VBG", "VBZ", "VBP", "NNS", "JJR", "JJS", "RBR", "RBS", "PRP", "POS", "FW")
"""Tags under which a form has one lemma whatever its context, almost always."""


def lemma_exceptions(documents: list[DocumentOf], labels: Labels) -> dict[str, str]:
    """Lemmas as ``form xpos`` to lemma: of inflected forms that were seen, and of forms whose edit is no class."""
    known = set(labels.edits)
    found: dict[str, Counter[str]] = {}
    odd: set[str] = set()
    for token in _tokens(documents):
        form = plain(token.form)
        key = f"{form.lower()} {token.xpos}"
        found.setdefault(key, Counter())[token.lemma] += 1
        if edit_between(token.form, token.lemma) not in known and form.isalpha():
            odd.add(key)
    chosen = {}
    for key, lemmas in sorted(found.items()):
        best = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        sure = lemmas[best] > 0.8 * lemmas.total()
        if key in odd or (sure and key.split(" ")[-1] in INFLECTED and best != "_"):
            chosen[key] = best
    return chosen


def _tokens(documents: list[DocumentOf]) -> Iterable[Token]:
    return (t for d in documents for s in d.sentences if s.parsed for t in s.tokens)


def _most_frequent_first(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(v for v, _ in sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
