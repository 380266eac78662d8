"""Treebank files as readings: CoNLL-U aligned to a document's text.

Reads what https://universaldependencies.org/format.html describes. Multiword tokens give their parts places inside the
token; empty nodes and enhanced dependencies are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.errors import ReaderError
from hearsay.reading.tokenise import INVISIBLE
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Document

Row = list[str]
_BETWEEN = re.compile(f"[\\s{INVISIBLE}]*")
_BLANK = re.compile(r"\n[ \t]*\n")


def reading_from_conllu(document: Document, conllu: str, names: Sequence[Name] = ()) -> Reading:
    """The reading that a CoNLL-U text gives of a document.

    Words are looked for in the document's text in order; white space and invisible marks between them are free. Raises
    ReaderError naming the sentence and form when one is not there, ValueError when the heads make no tree.
    """
    words: list[Word] = []
    sentences: list[Sentence] = []
    position, paragraph = 0, 0
    for comments, rows in blocks(conllu):
        told = (c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id"))
        name = next(told, str(len(sentences) + 1))
        first = len(words)
        for row, begin, end in _placed(document.text, position, rows, name):
            head = int(row[6])
            above = ROOT if head == 0 else first + head - 1
            form = document.text[begin:end]
            words.append(Word(len(words), begin, end, form, row[3], row[4], row[2], above, row[7]))
            position = end
        last = len(words) - 1
        begin, end = words[first].begin, words[last].end
        if first and (_fresh(comments) or _BLANK.search(document.text, words[first - 1].end, begin)):
            paragraph += 1
        region = next((r.kind for r in document.regions if r.span[0] <= begin < r.span[1]), "body")
        sentences.append(Sentence(len(sentences), first, last, begin, end, paragraph, region))
    reading = Reading(document, tuple(words), tuple(sentences), tuple(names))
    reading.check()
    return reading


def document_from_conllu(conllu: str, id: str = "conllu") -> Document:
    """A document whose text is that of the sentences: spaces as the file says, a blank line before each paragraph."""
    text = ""
    for comments, rows in blocks(conllu):
        if text:
            text = text.rstrip() + ("\n\n" if _fresh(comments) else " ")
        inside = 0
        for row in rows:
            if "-" in row[0]:
                inside = int(row[0].partition("-")[2])
            elif int(row[0]) <= inside:
                continue
            text += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
    return Document.model_validate({"id": id, "digest": "", "text": text.strip()})


def _fresh(comments: list[str]) -> bool:
    return any(c.startswith(("# newpar", "# newdoc")) for c in comments)


def blocks(conllu: str) -> Iterator[tuple[list[str], list[Row]]]:
    """Comments and rows of every sentence; rows of empty nodes are left out."""
    comments: list[str] = []
    rows: list[Row] = []
    for line in [*conllu.splitlines(), ""]:
        if line.startswith("#"):
            comments.append(line)
        elif line.strip():
            row = line.split("\t")
            if len(row) != 10:
                raise ReaderError(f"CoNLL-U line has {len(row)} columns, not 10: {line[:60]!r}")
            if "." not in row[0]:
                rows.append(row)
        elif rows:
            yield comments, rows
            comments, rows = [], []


def _placed(text: str, position: int, rows: list[Row], name: str) -> Iterator[tuple[Row, int, int]]:
    """Each word's row with its begin and end in the text."""
    inside, stop = 0, 0
    for row in rows:
        if "-" in row[0]:
            begin, stop = _find(text, position, row[1], name)
            position, inside = begin, int(row[0].partition("-")[2])
            continue
        number = int(row[0])
        if number > inside:
            begin, position = _find(text, position, row[1], name)
            yield row, begin, position
            continue
        # Parts of a multiword token share its letters: the last takes what is left, forms that differ are cut to fit.
        left = inside - number
        end = stop if not left else min(position + len(row[1]), stop - left)
        yield row, position, end
        position = end


def _find(text: str, position: int, form: str, name: str) -> tuple[int, int]:
    between = _BETWEEN.match(text, position)
    begin = between.end() if between else position
    if not text.startswith(form, begin):
        raise ReaderError(
            f"sentence {name} of the CoNLL-U: word {form!r} is not at character {begin} of the text; "
            "give the text that was parsed"
        )
    return begin, begin + len(form)
