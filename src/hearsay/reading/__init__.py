"""Reading: from a document to words, sentences, trees and names."""

from hearsay.reading.reader import NeuralReader, Reader, load_reader
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word

__all__ = ["ROOT", "Name", "NeuralReader", "Reader", "Reading", "Sentence", "Word", "default_reader", "load_reader"]


def default_reader() -> Reader:
    """The reader that ships with Hearsay, loaded once in a process."""
    return load_reader("neural")
