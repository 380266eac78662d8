"""The test parts of the treebanks as gold readings with gold names."""

from __future__ import annotations

from pathlib import Path

from benchmarks.reader.counts import Named
from hearsay.reading.tree import ROOT, Reading, Sentence, Word
from hearsay.records import Document
from training.corpora import KEPT_FOR_EVALUATION, load, read_treebank
from training.names import names_in
from training.tokens import DocumentOf


def gold(folder: Path, part: str) -> list[tuple[str, str, Reading, set[Named]]]:
    """Corpus, genre, gold reading and gold names of every document of a part."""
    found = []
    for document in load(folder, part):
        reading, names = reading_of(document)
        found.append((document.corpus, document.genre, reading, names))
    return found


def kept(folder: Path) -> list[Reading]:
    """News of GUM neither trained on nor in the test part: development part, three kept articles. Names unmarked."""
    gum = read_treebank(folder / "gum" / "gum_train.conllu.gz", "gum")
    found = [d for d in gum if d.id in KEPT_FOR_EVALUATION]
    found += [d for d in load(folder, "dev") if (d.corpus, d.genre) == ("gum", "news")]
    return [reading_of(d)[0] for d in found]


def reading_of(document: DocumentOf) -> tuple[Reading, set[Named]]:
    """A document's text, put together again, with its words, trees and names in place."""
    text, paragraph = "", -1
    words: list[Word] = []
    sentences: list[Sentence] = []
    names: set[Named] = set()
    for sentence in document.sentences:
        if sentence.paragraph or paragraph < 0:
            paragraph += 1
        first = len(words)
        for number, token in enumerate(sentence.tokens):
            if words and not number and words[-1].index == first - 1 and sentence.paragraph:
                text += "\n\n"
            elif words and token.spaced:
                text += " "
            begin = len(text)
            text += token.form
            head = ROOT if token.head < 0 else first + token.head
            words.append(
                Word(len(words), begin, len(text), token.form, token.upos, token.xpos, token.lemma, head, token.deprel)
            )
        last = len(words) - 1
        sentences.append(Sentence(len(sentences), first, last, words[first].begin, words[last].end, paragraph, "body"))
        for begin, end, kind in names_in(sentence):
            names.add((words[first + begin].begin, words[first + end].end, kind))
    made = Document(id=document.id, digest="", text=text)
    return Reading(made, tuple(words), tuple(sentences)), names
