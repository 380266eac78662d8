"""Which words stand inside quotation marks, and whose words they are.

Enough for pronouns; the attribution room does this properly, with its own cues and chains.
"""

from __future__ import annotations

from hearsay.reading.tree import ROOT, Reading

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'


class Quotes:
    """Quoted stretches, numbered in text order; a stretch closes at the latest with its paragraph."""

    def __init__(self, reading: Reading):
        self._reading = reading
        self.stretch: list[int] = [-1] * len(reading.words)
        self._stretches: list[list[int]] = []
        paragraph, inside = -1, False
        for sentence in reading.sentences:
            if sentence.paragraph != paragraph:
                paragraph, inside = sentence.paragraph, False
            for i in range(sentence.first, sentence.last + 1):
                text = reading.words[i].text
                if text[0] in _OPEN or (text in (_STRAIGHT, "``", "''") and not inside):
                    inside = True
                    self._stretches.append([])
                elif text[0] in _CLOSE or (text in (_STRAIGHT, "''") and inside):
                    inside = False
                elif inside:
                    self.stretch[i] = len(self._stretches) - 1
                    self._stretches[-1].append(i)
        self._speakers: dict[int, int | None] = {}

    def inside(self, word: int) -> bool:
        return self.stretch[word] >= 0

    def speaker(self, word: int) -> int | None:
        """The word that names who says a quoted word: the subject of the verb that the quotation hangs on."""
        number = self.stretch[word]
        if number < 0:
            return None
        if number not in self._speakers:
            self._speakers[number] = self._find(number)
        return self._speakers[number]

    def _find(self, number: int) -> int | None:
        reading, members = self._reading, self._stretches[number]
        if not members:
            return None
        first, last = reading.sentence_of(members[0]), reading.sentence_of(members[-1])
        for sentence in dict.fromkeys((first, last)):
            found = self._subject(range(sentence.first, sentence.last + 1))
            if found is not None:
                return found
        for neighbour in (last.index + 1, first.index - 1):
            signed = self._signature(neighbour)
            if signed is not None:
                return signed
        before = number - 1
        if before >= 0 and self._stretches[before]:
            near = reading.sentence_of(self._stretches[before][-1])
            if near.paragraph == first.paragraph and first.index - near.index <= 1:
                return self.speaker(self._stretches[before][0])
            if near.paragraph == first.paragraph - 1 and self._wholly(first.paragraph):
                return self.speaker(self._stretches[before][0])
        if first.index and reading.sentences[first.index - 1].paragraph in (first.paragraph, first.paragraph - 1):
            previous = reading.sentences[first.index - 1]
            if reading.words[previous.last].text == ":" or previous.paragraph == first.paragraph:
                return self._subject(range(previous.first, previous.last + 1), loose=True)
        return None

    def _wholly(self, paragraph: int) -> bool:
        """Whether a paragraph is nothing but quotation: it goes on with the speaker before."""
        reading = self._reading
        inside = (s for s in reading.sentences if s.paragraph == paragraph)
        return all(
            self.stretch[i] >= 0 or reading.words[i].upos == "PUNCT" for s in inside for i in range(s.first, s.last + 1)
        )

    def addressee(self, word: int) -> int | None:
        """The word that names who is spoken to: a vocative in the quotation, else whom its verb is directed at."""
        number = self.stretch[word]
        if number < 0:
            return None
        reading = self._reading
        for i in self._stretches[number]:
            if reading.words[i].relation == "vocative":
                return i
        speaker = self.speaker(word)
        if speaker is None or reading.words[speaker].head == ROOT:
            return None
        verb = reading.words[speaker].head
        for index in (verb, *(c.index for c in reading.children(verb, "advcl", "conj"))):
            for child in reading.children(index, "obj", "iobj", "obl"):
                case = reading.child(child.index, "case")
                if self.stretch[child.index] < 0 and (
                    child.relation != "obl" or (case is not None and case.text == "to")
                ):
                    return child.index
        return None

    def _signature(self, sentence: int) -> int | None:
        """Root of a neighbouring line that is nothing but a name: the signature of a block quotation."""
        reading = self._reading
        if not 0 <= sentence < len(reading.sentences):
            return None
        words = reading.sentence_words(reading.sentences[sentence])
        if len(words) > 7 or any(w.upos in ("VERB", "AUX", "PRON") for w in words):
            return None
        return next(
            (w.index for w in words if w.upos == "PROPN" and (w.head == ROOT or reading.words[w.head].upos != "PROPN")),
            None,
        )

    def _subject(self, words: range, loose: bool = False) -> int | None:
        """Subject of a verb outside the marks that governs quoted words or is put in beside them."""
        reading = self._reading
        fallback: int | None = None
        for i in words:
            word = reading.words[i]
            if self.stretch[i] >= 0 or word.upos != "VERB":
                continue
            subject = reading.child(i, "nsubj")
            if subject is None or self.stretch[subject.index] >= 0:
                continue
            if any(
                self.stretch[c.index] >= 0
                for c in reading.children(i, "ccomp", "parataxis", "obj", "dep", "xcomp", "obl")
            ):
                return subject.index
            if word.relation == "parataxis" and word.head != ROOT and self.stretch[word.head] >= 0:
                return subject.index
            fallback = fallback if fallback is not None else subject.index
        inside = any(self.stretch[i] >= 0 for i in words)
        return fallback if loose or inside else None
