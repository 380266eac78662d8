"""Which words of a sentence a time expression tells the time of."""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.surroundings import case_of, event_nouns, opacity
from hearsay.events.tables import word_set
from hearsay.events.time_expressions import TimeExpression
from hearsay.reading.tree import Reading, Word

_LIMITS = frozenset(("until", "till", "by", "before", "within"))
"""Prepositions of a bound, not of the time of the act: "gave the militia until April 8"."""
_OTHER_TIMES = word_set("when: other times")
_PERIOD_NOUNS = word_set("when: period nouns")
_NAMED_BY_DAYS = word_set("when: named by days")
_HAPPENINGS = frozenset(("ASSAULT", "PROTEST", "COERCE"))
"""Types of acts that share the day of what they befall: "violence marred Saturday's polls"."""


def is_fronted(reading: Reading, verb: int, expression: TimeExpression) -> bool:
    """The expression stands before the verb's subject, where it frames the whole sentence."""
    subject = reading.child(verb, "nsubj")
    return expression.last < (subject.index if subject is not None else verb)


def attachment(reading: Reading, candidate: Candidate, expression: TimeExpression) -> list[int]:
    """Words that an expression tells the time of: its head, looked for through nouns of time and through names.

    ("on the morning of June 5"; a parser also hangs "Saturday" on "Basra" in "bombs in Basra Saturday".)
    """
    top = top_word(reading, expression)
    if top is None:
        return []
    case = case_of(reading, top.index)
    if case in _LIMITS and not _bound_is_time(candidate, case):
        return []
    behind = _behind_object(reading, top)
    if behind is not None:
        return [behind]
    found: list[int] = []
    for _ in range(4):
        head = reading.head(top.index)
        if head is None:
            return found or [top.index]
        found.append(head.index)
        passes_time = _is_place(reading, head) or (head.upos == "NOUN" and head.lemma.lower() in _PERIOD_NOUNS)
        loose = head.upos == "NOUN" and (
            expression.kind in ("weekday", "day") or case_of(reading, head.index) == "during"
        )
        if top.deprel == "nmod:poss" and head.deprel == "nsubj" and head.lemma.lower() in event_nouns():
            return [*found, head.head]
        if top.deprel == "nmod:poss" and candidate.event not in _HAPPENINGS:
            return found
        if _between(head, expression):
            return found if head.lemma.lower() in event_nouns() else [*found, head.head]
        if not (passes_time or loose) or head.relation in ("nsubj", "conj", "acl", "root"):
            return found
        case = case_of(reading, head.index)
        if case in _OTHER_TIMES or (case in _LIMITS and not _bound_is_time(candidate, case)):
            return found
        top = head
    return found


def _between(subject: Word, expression: TimeExpression) -> bool:
    """ "A court on Monday ordered": a day between a subject and its verb is the verb's, whatever it is hung on."""
    return subject.relation == "nsubj" and subject.index < expression.first and expression.last < subject.head


def _is_place(reading: Reading, word: Word) -> bool:
    """A name that a time may hang on by mistake; not a group or a war that is named by its day."""
    if word.upos == "NUM":
        return True
    name = reading.name_of(word.index)
    if name is not None:
        return name.type == "LOC" or word.lemma.lower() in _PERIOD_NOUNS
    return word.upos == "PROPN" and word.lemma.lower() not in _NAMED_BY_DAYS


def _behind_object(reading: Reading, top: Word) -> int | None:
    """ "condemns the attacks today": a verb of judging in the present leaves the time behind its object to that."""
    verb = reading.head(top.index)
    if verb is None or verb.xpos not in ("VBZ", "VBP") or opacity(verb) != "judge":
        return None
    event = next((w for w in reading.children(verb.index, "obj") if w.lemma.lower() in event_nouns()), None)
    begin = min(reading.subtree(top.index))
    return event.index if event is not None and event.index + 1 == begin else None


def _bound_is_time(candidate: Candidate, case: str) -> bool:
    """ "by 2010", "before the end of the year" date a thing to come, not a demand with a deadline."""
    return (
        case in ("by", "before") and candidate.stance.status in ("planned", "possible") and candidate.event == "AGREE"
    )


def top_word(reading: Reading, expression: TimeExpression) -> Word | None:
    """The word of the expression whose head lies outside it."""
    for i in range(expression.first, expression.last + 1):
        word = reading.words[i]
        if not expression.first <= word.head <= expression.last and word.relation not in ("punct", "case", "det"):
            return word
    return None
