"""Treebanks and lists of names, read from a data folder into documents of running words.

Layout of the folder: ``gum/gum_{train,dev,test}.{conllu,jsonl}.gz``, ``ewt/en_ewt-ud-{train,dev,test}.conllu.gz``,
``ewt/uner_ewt_{train,dev,test}.jsonl.gz``, ``re3d/re3d.jsonl``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.names import Cues, mark_ewt, mark_gum
from training.tokens import DocumentOf, SentenceOf, Token
from training.unparsed import read_re3d, texts_of

KEPT_FOR_EVALUATION = ("GUM_news_afghan", "GUM_news_asylum", "GUM_news_korea")
"""Articles of the gold standard of events: never trained on."""


def read_lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in read_lines(path))


def read_treebank(path: Path, corpus: str) -> list[DocumentOf]:
    """Documents of a gzipped CoNLL-U file; empty nodes and enhanced edges are left out."""
    documents: list[DocumentOf] = []
    rows: list[list[str]] = []
    name, paragraph, spaced_after = "", True, True
    for line in read_lines(path):
        if line.startswith("# newdoc id = "):
            documents.append(DocumentOf(line.removeprefix("# newdoc id = "), corpus))
            paragraph = True
        elif line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ")
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            tokens, spaced_after = _tokens(rows, True if paragraph else spaced_after)
            documents[-1].sentences.append(SentenceOf(name, tokens, paragraph))
            rows, paragraph = [], False
    return documents


def _tokens(rows: list[list[str]], spaced: bool) -> tuple[list[Token], bool]:
    tokens: list[Token] = []
    compound_end, compound_spaced = 0, True
    for row in rows:
        if "." in row[0]:
            continue
        after = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            compound_end, compound_spaced = int(row[0].split("-")[1]), after
            continue
        number = int(row[0])
        tokens.append(Token(row[1], row[2], row[3], row[4], int(row[6]) - 1, row[7], spaced))
        spaced = after
        if number <= compound_end:
            spaced = compound_spaced if number == compound_end else False
    return tokens, spaced


def load(folder: Path, part: str, left_out: Path | None = None) -> list[DocumentOf]:
    """GUM and EWT documents of ``train``, ``dev`` or ``test`` with tags of names; re3d joins the training part.

    ``left_out`` is a folder of JSON files whose texts must not be trained on.
    """
    gum = read_treebank(folder / "gum" / f"gum_{part}.conllu.gz", "gum")
    ewt = read_treebank(folder / "ewt" / f"en_ewt-ud-{part}.conllu.gz", "ewt")
    cues = Cues.of(gum + ewt)
    mark_gum(gum, read_json_lines(folder / "gum" / f"gum_{part}.jsonl.gz"), cues)
    mark_ewt(ewt, read_json_lines(folder / "ewt" / f"uner_ewt_{part}.jsonl.gz"), cues)
    documents = gum + ewt
    if part == "train":
        documents = [d for d in documents if d.id not in KEPT_FOR_EVALUATION]
        excluded = texts_of(left_out) if left_out else set()
        documents += read_re3d(folder / "re3d" / "re3d.jsonl", excluded, cues.titles)
    return documents
