"""What closes a content in the outer voice: relative clauses, appositions that describe, where the words were said."""

from __future__ import annotations

from hearsay.attribution.lexicon import word_class
from hearsay.reading.tree import Reading, Word

ASIDES = frozenset(("although", "though", "while", "whereas", "as", "despite", "given", "compared"))
"""They open an aside of the outlet's behind a comma."""
_BREAKS = frozenset((",", "-", "–", "—", "--"))


def aside(reading: Reading, content: set[int], appositions: bool = False) -> set[int]:
    """What closes a content in the outer voice, from its comma or dash on.

    "Said it was safe, although no one had been there"; "..., who had left"; with ``appositions`` also "praised Mr Lee,
    the minister", which in a clause may be the speaker's.
    """
    dropped: set[int] = set()
    while rest := content - dropped:
        first, last = min(rest), max(rest)
        starts = (_outer_voice(reading, index, last, appositions) for index in sorted(rest))
        cut = next((start for start in starts if start is not None and first < start <= last), None)
        if cut is None:
            break
        dropped |= set(range(cut, last + 1))
    return dropped & content


def _outer_voice(reading: Reading, index: int, last: int, appositions: bool) -> int | None:
    """Where the aside begins that a word heads, or whose marker it is, when it reaches to the end."""
    word = reading.words[index]
    head = reading.head(index)
    apposed = word.relation == "appos" and (appositions or _described(reading, word))
    remark = word.upos == "NOUN" and head is not None and head.upos in ("VERB", "AUX") and _comments(reading, word)
    told = word.relation == "obl" and _told_in(reading, word)
    compared = word.text.lower() == "compared" and index > 0 and reading.words[index - 1].text in _BREAKS
    if word.deprel == "acl:relcl" or apposed or remark or told or (compared and word.relation == "advcl"):
        clause: Word | None = word
    elif word.text.lower() in ASIDES and word.relation in ("mark", "case"):
        clause = reading.head(index)
        if clause is None or clause.relation not in ("advcl", "obl"):
            return None
    else:
        return None
    assert clause is not None
    branch = reading.subtree(clause.index)
    end = max((i for i in branch if reading.words[i].upos != "PUNCT"), default=last)
    if any(reading.words[i].upos != "PUNCT" for i in range(end + 1, last + 1)) or end > last:
        return None
    first = branch[0] if reading.words[branch[0]].text in _BREAKS else branch[0] - 1
    return first if reading.words[first].text in _BREAKS else None


def _comments(reading: Reading, noun: Word) -> bool:
    """ "..., a charge that the party denied", "..., the first time that it did so": on the whole of what was said."""
    if noun.relation not in ("appos", "parataxis", "obl", "dislocated", "dep", "conj") or reading.child(
        noun.index, "case"
    ):
        return False
    return reading.child(noun.index, "det") is not None and reading.child(noun.index, "acl") is not None


def _described(reading: Reading, noun: Word) -> bool:
    """Whether an apposition tells the reader who or what something is: "..., the founder of the firm"."""
    words = [reading.words[i] for i in reading.subtree(noun.index) if reading.words[i].upos != "PUNCT"]
    if noun.upos != "NOUN" or len(words) < 2 or words[0].text.lower() not in ("the", "a", "an"):
        return False
    return words[1].index == words[0].index + 1  # else a mark stands between: the “loser” is quoted


def _told_in(reading: Reading, noun: Word) -> bool:
    """ "..., in a statement carried by the agency": where the words were said, not a part of them."""
    case = reading.child(noun.index, "case")
    if case is None or case.text.lower() != "in" or noun.lemma not in word_class("utterance"):
        return False
    article = reading.child(noun.index, "det")
    return article is not None and article.text.lower() in ("a", "an")
