"""Readings in CoNLL-U (https://universaldependencies.org/format.html), with places and names in the last column."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.reading.tree import ROOT, Reading, Word


def conllu(reading: Reading) -> str:
    """One block a sentence, ending in an empty line.

    MISC holds ``Span=begin:end`` (characters of the document's text), ``SpaceAfter=No``, ``Name=B-PER`` or ``I-PER``
    for names, and the reader's probability of the arc as ``Score``.
    """
    return "".join(_lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    text, paragraph = reading.document.text, -1
    yield f"# newdoc id = {_one_line(reading.document.id)}\n"
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            yield f"# newpar\n# region = {sentence.region}\n"
        yield f"# sent_id = {sentence.index + 1}\n# text = {_one_line(text[sentence.begin : sentence.end])}\n"
        for word in reading.sentence_words(sentence):
            yield _row(reading, word, sentence.first)
        yield "\n"


def _row(reading: Reading, word: Word, first: int) -> str:
    text = reading.document.text
    misc = [f"Span={word.begin}:{word.end}", f"Score={word.score:.3f}"]
    if name := reading.name_of(word.index):
        misc.append(f"Name={'B' if word.index == name.first else 'I'}-{name.type}")
    if text[word.end : word.end + 1].strip():
        misc.append("SpaceAfter=No")
    head = 0 if word.head == ROOT else word.head - first + 1
    columns = (word.index - first + 1, _one_line(word.text), _one_line(word.lemma) or "_", word.upos, word.xpos or "_",
               "_", head, word.deprel, "_", "|".join(sorted(misc)))  # fmt: skip
    return "\t".join(map(str, columns)) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
