"""What is coordinated with a word, and what a relative clause is about beside the name it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.reading.tree import Reading


def joint(reading: Reading, pronoun: int, antecedent: int) -> Iterator[int]:
    """What a clause behind a comma is about beside the name it hangs on: "*Oman* and Qatar, which mediated"."""
    word = reading.words[antecedent]
    if word.relation != "conj" or word.upos != "PROPN" or reading.words[pronoun - 1].text != ",":
        return
    verb = reading.head(pronoun)
    told = (verb, *reading.children(verb.index, "aux", "cop")) if verb is not None else ()
    if any(w.xpos == "VBZ" or w.text.lower() == "was" for w in told):
        return
    if reading.words[word.head].upos == "PROPN":
        yield from (i for i in coordinated(reading, word.head) if i != antecedent)


def coordinated(reading: Reading, index: int) -> Iterator[int]:
    """A word and what is coordinated with it: "Bosnia and Slovenia"."""
    yield index
    for word in reading.children(index, "conj"):
        if word.upos in ("VERB", "AUX"):
            continue
        yield word.index
