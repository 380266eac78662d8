"""Documents with names and no trees: re3d, on the conflict in Syria and Iraq.

Its entities are mentions found by a crowd, common nouns among them. A mention counts as a name when every word of it
but "of", "the", "and", "for" has a capital; small words outside mentions are no names; capitalised words outside them
may be anything.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hearsay.reading.layout import paragraphs
from hearsay.reading.tokenise import words_of
from training.tokens import Allowed, DocumentOf, SentenceOf, Token

SURE = 0.5
_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "al", "-", "’s", "'s", "&", "."))
_PRONOUNS = frozenset(("I", "We", "He", "She", "They", "It", "You", "Our", "His", "Her", "Their", "My"))
_ENDS = re.compile(r"^[.!?]+$")


def read_re3d(path: Path, left_out: set[str], titles: frozenset[str]) -> list[DocumentOf]:
    """Documents with tags of names, sentences by full stops; ``left_out`` are texts that must not be trained on."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if _squeezed(record["text"]) in left_out:
            continue
        document = DocumentOf(record["id"], "re3d")
        tags = _tags(record, titles)
        for begin, end in paragraphs(record["text"], 0, len(record["text"])):
            document.sentences.extend(_sentences(record["text"], begin, end, tags))
        documents.append(document)
    return documents


def texts_of(folder: Path) -> set[str]:
    """Texts of the JSON files of a folder, white space and case aside."""
    return {_squeezed(json.loads(p.read_text(encoding="utf-8"))["text"]) for p in sorted(folder.glob("*.json"))}


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()[:400]


def _tags(record: dict[str, Any], titles: frozenset[str]) -> dict[int, tuple[int, str]]:
    """Begin of each name to its end and type, longer mentions first."""
    text, taken = record["text"], set()
    found: dict[int, tuple[int, str]] = {}
    sure = [e for e in record["entities"] if e["confidence"] >= SURE]
    for entity in sorted(sure, key=lambda e: (e["span"][0] - e["span"][1], e["span"])):
        begin, end = entity["span"]
        words = list(words_of(text, begin, end))
        while words and text[words[0][0] : words[0][1]].lower() in ("the", "a", "an", "that", "this"):
            words.pop(0)
        if not words or text[words[0][0] : words[-1][1]] in _PRONOUNS or taken & set(range(words[0][0], words[-1][1])):
            continue
        forms = [text[a:b] for a, b in words]
        if (
            forms[0][:1].isupper()
            and all(f[:1].isupper() or f.lower() in _SMALL for f in forms)
            and forms[-1][:1].isupper()
        ):
            taken.update(range(words[0][0], words[-1][1]))
            titled = entity["type"] == "Person" and any(f in titles or f in _SMALL for f in forms)
            found[words[0][0]] = (words[-1][1], "" if titled else _KINDS.get(entity["type"], ""))
    return found


def _sentences(text: str, begin: int, end: int, tags: dict[int, tuple[int, str]]) -> list[SentenceOf]:
    sentences: list[SentenceOf] = []
    tokens: list[Token] = []
    stop, kind, before, ended = 0, "", -1, False
    for a, b in words_of(text, begin, end):
        form = text[a:b]
        if ended and form[:1].isupper():
            sentences.append(SentenceOf("", tokens, not sentences, parsed=False))
            tokens = []
        if a in tags:
            stop, kind = tags[a]
            names: Allowed = (f"B-{kind}",) if kind else ()
        elif b <= stop:
            names = (f"I-{kind}",) if kind else ()
        else:
            names = () if form[:1].isupper() else ("O",)
        tokens.append(Token(form, form, "", "", -1, "", a != before, names))
        before, ended = b, bool(_ENDS.match(form)) or (ended and form in '"”’)')
    if tokens:
        sentences.append(SentenceOf("", tokens, not sentences, parsed=False))
    return sentences
