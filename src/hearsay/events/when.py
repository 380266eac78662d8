"""When an event happened: the time expression of its own clause, read against the publication date.

GUIDELINES, "When, where, whether" and "Dates": the ISO date the text supports, null when it gives none, the day the
act was done and not the day it was told. A news report without a time word has no date: the publication date is
never filled in.
"""

from __future__ import annotations

from datetime import date

from hearsay.events import days
from hearsay.events.attachment import attachment, is_fronted, top_word
from hearsay.events.candidate import Candidate, When
from hearsay.events.days import UNKNOWN, Resolved
from hearsay.events.surroundings import WIDEST, Anchor, anchors
from hearsay.events.tables import word_set
from hearsay.events.time_expressions import TimeExpression, time_expressions
from hearsay.reading.tree import Reading

_SLACK = 2
"""Days that a thing told as done may lie after the page's date, for pages dated before their last edit."""
_BACK, _FAR_BACK = 2, 12
"""Sentences before in which the day is looked for that "the next day" counts from, and that "that day" is."""
_PRECISION = {"day": 0, "month": 1, "year": 2, "unknown": 3}
_FUTURE = word_set("when: future")


def resolve_when(reading: Reading, candidate: Candidate) -> When:
    """The date of a candidate with its precision and the words that give it; an empty :class:`When` for none.

    Without a publication date only absolute dates are resolved.
    """
    sentence = reading.sentence_of(candidate.trigger)
    if sentence.region == "dateline":
        return When()
    first, last = max(sentence.first, candidate.trigger - WIDEST), min(sentence.last, candidate.trigger + WIDEST)
    expressions = time_expressions(reading, first, last)
    if not expressions:
        return When()
    published = days.published_day(reading.document.published)
    chain = anchors(reading, candidate)
    found = _nearest(reading, candidate, chain, expressions, published)
    offset = _offset_clause(reading, candidate, expressions)
    if offset is not None and (found is None or found[0].shared or found[1].kind == "beside"):
        matrix, shift = offset
        return _beside(reading, candidate, matrix, shift, expressions, published)
    if found is None:
        return When()
    _, expression, resolved = found
    if expression.kind == "beside":
        when = _after_the_day_before(reading, candidate, expression, published)
        done = published is not None and candidate.stance.status == "actual"
        # What is told as done was not done on a later day: "two days after" was then counted from another one.
        return When() if done and when.date is not None and when.date > f"{published}" else when
    iso, precision = resolved
    return When(iso, precision, reading.span(expression.first, expression.last)) if iso is not None else When()


def _nearest(
    reading: Reading,
    candidate: Candidate,
    chain: list[Anchor],
    expressions: list[TimeExpression],
    published: date | None,
) -> tuple[Anchor, TimeExpression, Resolved] | None:
    """The expression that hangs on the nearest anchor; of several there, the most precise."""
    attached: dict[int, list[TimeExpression]] = {}
    for expression in expressions:
        for word in attachment(reading, candidate, expression):
            attached.setdefault(word, []).append(expression)
    for anchor in chain:
        choices = []
        for expression in attached.get(anchor.word, ()):
            if anchor.fronted and not is_fronted(reading, anchor.word, expression):
                continue
            resolved = _resolve(reading, candidate, anchor.word, expression, published)
            if _is_now(reading, anchor.word) and _is_past(resolved, published):
                continue
            choices.append(
                (_PRECISION[resolved[1]], abs(expression.first - candidate.trigger), anchor, expression, resolved)
            )
        if choices:
            _, _, anchor, expression, resolved = min(choices, key=lambda c: c[:2])
            return anchor, expression, resolved
    return None


def _is_now(reading: Reading, word: int) -> bool:
    """A verb in the present: "is investigating". A past day beside it belongs to something else."""
    verb = reading.words[word]
    if verb.upos != "VERB":
        return False
    auxiliaries = {w.text.lower() for w in reading.children(word, "aux")}
    if verb.xpos == "VBG":
        return bool(auxiliaries & {"is", "are", "am", "'s", "'re", "’s", "’re"}) and "been" not in auxiliaries
    return verb.xpos in ("VBZ", "VBP") and not auxiliaries


def _is_past(resolved: Resolved, published: date | None) -> bool:
    iso, precision = resolved
    return iso is not None and precision == "day" and published is not None and iso < published.isoformat()


def _after_the_day_before(
    reading: Reading, candidate: Candidate, expression: TimeExpression, published: date | None
) -> When:
    """ "the next day", "later in the day": counted from the last day told in the sentences before."""
    sentence, days_on = reading.sentence_of(candidate.trigger), expression.value[0]
    back = _FAR_BACK if days_on == 0 else _BACK
    for earlier in reversed(reading.sentences[max(0, sentence.index - back) : sentence.index]):
        if earlier.region != sentence.region:
            break
        last = min(earlier.last, earlier.first + WIDEST)
        for told in reversed(time_expressions(reading, earlier.first, last)):
            iso, precision = _resolve(reading, candidate, candidate.trigger, told, published)
            day = days.published_day(iso) if precision == "day" else None
            if day is not None:
                iso, precision = days.shifted_day(day, days_on)
                return When(iso, precision, reading.span(expression.first, expression.last)) if iso else When()
            if iso is not None:
                return When()
    return When()


def _future(reading: Reading, candidate: Candidate, word: int) -> bool:
    """The act lies ahead: planned, or told with "will"."""
    if candidate.stance.status == "planned":
        return True
    auxiliaries = [w.text.lower() for w in reading.children(word, "aux")]
    if candidate.stance.status == "possible":
        return not any(a in ("had", "have", "has", "'ve", "was", "were") for a in auxiliaries)
    return any(a in _FUTURE for a in auxiliaries)


def _resolve(
    reading: Reading, candidate: Candidate, word: int, expression: TimeExpression, published: date | None
) -> Resolved:
    future = _future(reading, candidate, word)
    kind, value = expression.kind, expression.value
    if kind == "date":
        resolved = days.calendar_date(published, value[0], value[1], value[2], future)
        if (
            published is not None
            and not future
            and candidate.stance.status == "actual"
            and _too_late(resolved, published)
        ):
            return UNKNOWN
        return resolved
    if published is None:
        return UNKNOWN
    if kind == "weekday":
        return days.weekday(published, value[0], None if value[1] in (0, 2) else value[1], future)
    if kind == "day":
        return days.shifted_day(published, value[0])
    if kind == "week":
        return days.week(published, value[0]) if value[0] else UNKNOWN
    if kind == "month":
        return days.month(published, value[0])
    if kind == "year":
        return days.year(published, value[0])
    if kind == "ago":
        return days.ago(published, value[0], expression.unit)
    if kind == "ordinal":
        return days.day_of_month(published, value[0], future)
    if kind == "yearly":
        return days.calendar_date(published, 0, value[0], value[1], future)
    if kind == "date-of":
        return days.calendar_date(published, published.year + value[0], value[1], value[2], future)
    if kind == "month-of":
        if value[1] == -1:
            return days.last_month(published, value[0])
        return days.calendar_date(published, 0, value[0], 0, future or value[1] == 1)
    return UNKNOWN


def _too_late(resolved: Resolved, published: date) -> bool:
    """A thing told as done cannot lie after publication: the page is dated wrongly, or the tree is."""
    iso, _ = resolved
    limit, _ = days.shifted_day(published, _SLACK)
    return iso is not None and limit is not None and iso > limit[: len(iso)]


def _offset_clause(reading: Reading, candidate: Candidate, expressions: list[TimeExpression]) -> tuple[int, int] | None:
    """ "landed on Friday, a week after being freed": the matrix verb and the days from its time to the event's."""
    trigger = reading.words[candidate.trigger]
    here = trigger
    for _ in range(3):
        head = reading.head(here.index)
        if head is None:
            return None
        marks = {w.text.lower() for w in reading.children(here.index) if w.relation in ("mark", "case")}
        if marks & {"after", "before"}:
            for expression in expressions:
                if expression.kind == "beside" and expression.last < trigger.index and abs(expression.value[0]) > 0:
                    direct = top_word(reading, expression)
                    if direct is not None and direct.head in (here.index, head.index):
                        return head.index, -expression.value[0]
            return None
        if here.relation not in ("obj", "obl", "nsubj", "compound", "xcomp"):
            return None
        here = head
    return None


def _beside(
    reading: Reading,
    candidate: Candidate,
    matrix: int,
    shift: int,
    expressions: list[TimeExpression],
    published: date | None,
) -> When:
    """A date counted from the one that the matrix verb has."""
    for expression in expressions:
        if expression.kind == "beside":
            continue
        if matrix in attachment(reading, candidate, expression):
            iso, precision = _resolve(reading, candidate, matrix, expression, published)
            day = days.published_day(iso) if precision == "day" else None
            if day is not None:
                iso, precision = days.shifted_day(day, shift)
                return When(iso, precision, reading.span(expression.first, expression.last)) if iso else When()
    return When()
