"""Treebank files as readings: CoNLL-U aligned to a document's text.

Reads what https://universaldependencies.org/format.html describes. Multiword tokens give their parts places inside the
token; empty nodes and enhanced dependencies are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Document

Row = list[str]


def reading_from_conllu(document: Document, conllu: str, names: tuple[Name, ...] = ()) -> Reading:
    """The reading that a CoNLL-U text gives of a document.

    Words are looked for in the document's text in order, white space between them free. Raises ValueError naming the sentence
    and form when one is not there.
    """
    words: list[Word] = []
    sentences: list[Sentence] = []
    position, paragraph = 0, -1
    for comments, rows in blocks(conllu):
        name = next((c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id")), str(len(sentences) + 1))
        if paragraph < 0 or any(c.startswith(("# newpar", "# newdoc")) for c in comments):
            paragraph += 1
        first = len(words)
        for row, begin, end in _placed(document.text, position, rows, name):
            head = int(row[6])
            words.append(
                Word(
                    len(words), begin, end, document.text[begin:end], row[3], row[4], row[2],
                    ROOT if head == 0 else first + head - 1, row[7],
                )  # fmt: skip
            )
            position = end
        last = len(words) - 1
        begin, end = words[first].begin, words[last].end
        region = next((r.kind for r in document.regions if r.span[0] <= begin < r.span[1]), "body")
        sentences.append(Sentence(len(sentences), first, last, begin, end, paragraph, region))
    return Reading(document, tuple(words), tuple(sentences), names)


def document_from_conllu(conllu: str, id: str = "conllu") -> Document:
    """A document whose text is that of the sentences: spaces as the file says, a blank line before each paragraph."""
    text = ""
    for comments, rows in blocks(conllu):
        if text:
            fresh = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
            text = text.rstrip() + ("\n\n" if fresh else " ")
        inside = 0
        for row in rows:
            if "-" in row[0]:
                inside = int(row[0].partition("-")[2])
            elif int(row[0]) <= inside:
                continue
            text += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
    return Document.model_validate({"id": id, "digest": "", "text": text.strip()})


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
                raise ValueError(f"a CoNLL-U line has {len(row)} columns, not 10: {line!r}")
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
    while position < len(text) and text[position].isspace():
        position += 1
    if not text.startswith(form, position):
        raise ValueError(f"sentence {name}: {form!r} is not in the text at {position}: {text[position : position + 20]!r}")
    return position, position + len(form)


def with_names(reading: Reading, names: tuple[Name, ...]) -> Reading:
    """The same reading with other names."""
    return replace(reading, names=names)
