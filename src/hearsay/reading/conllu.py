"""Trees from CoNLL-U: gold treebanks, other parsers, and small trees written by hand in tests.

The format is https://universaldependencies.org/format.html. Multiword-token and empty-node lines are skipped,
since words are found in the text by their forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hearsay.errors import ReaderError
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Document

_BETWEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def sentences_of(lines: Iterable[str]) -> list[list[list[str]]]:
    """Sentences as lists of word rows (ten columns each)."""
    sentences: list[list[list[str]]] = []
    rows: list[list[str]] = []
    for line in lines:
        line = line.rstrip("\n")
        if not line.strip():
            if rows:
                sentences.append(rows)
            rows = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise ReaderError(f"CoNLL-U line has {len(columns)} columns, not 10: {line[:60]!r}")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        sentences.append(rows)
    return sentences


def reading_from_conllu(document: Document, conllu: str, names: Sequence[Name] = ()) -> Reading:
    """Align the words of CoNLL-U text to a document, in order.

    Raises ReaderError naming the first word that the text does not have where it should be.
    """
    words: list[Word] = []
    sentences: list[Sentence] = []
    position, paragraph = 0, 0
    for rows in sentences_of(conllu.splitlines()):
        first = len(words)
        for column in rows:
            between = _BETWEEN.match(document.text, position)
            begin = between.end() if between else position
            if words and not words[first:] and _PARAGRAPH.search(document.text, words[-1].end, begin):
                paragraph += 1
            form = column[1]
            if not document.text.startswith(form, begin):
                raise ReaderError(
                    f"document {document.id}: word {form!r} of the CoNLL-U is not at character {begin} of the text; "
                    "give the text that was parsed"
                )
            position = begin + len(form)
            head = int(column[6])
            words.append(
                Word(
                    index=len(words),
                    begin=begin,
                    end=position,
                    text=form,
                    upos=column[3],
                    xpos=column[4],
                    lemma=column[2],
                    head=ROOT if head == 0 else first + head - 1,
                    deprel=column[7],
                )
            )
        region = next((r.kind for r in document.regions if r.span[0] <= words[first].begin < r.span[1]), "body")
        sentences.append(
            Sentence(
                index=len(sentences),
                first=first,
                last=len(words) - 1,
                begin=words[first].begin,
                end=position,
                paragraph=paragraph,
                region=region,
            )
        )
    reading = Reading(document, tuple(words), tuple(sentences), tuple(names))
    reading.check()
    return reading
