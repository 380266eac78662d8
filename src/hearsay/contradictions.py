"""What one article tells that cannot all be true: counts, days and doers, each flagged with both places.

"12 people were killed" here, "killed 15 people" there; a man killed on Monday and on Wednesday, by one state's soldiers
and by another's.

Two exact counts of the same kind of people in one event contradict each other when no number fits both, they stand in
different sentences, and the words around leave no way to reconcile them: parts of a whole ("including", "others"),
further victims ("another three"), and tolls that were corrected or rose are left alone.

Most acts can be done twice and by several; a named person dies once. So days and doers are compared only for killings
of one named person, told as facts. Rather silent than wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from hearsay.records import Document, Event, Note, Number, Span

KIND = "inconsistent-number"
DAYS = "inconsistent-date"
DOERS = "inconsistent-role"

_ANYONE = frozenset(("people", "persons", "person", "individuals", "dead"))
_PARTS = re.compile(
    r"\b(?:more|others?|another|further|additional|including|among|of them|of whom|of those|each|respectively)\b", re.I
)
_CHANGING = re.compile(
    r"\b(?:ris\w*|rose|rais\w*|climb\w*|grew|grow\w*|increas\w*|jump\w*|revis\w*|correct\w*|updat\w*|lower\w*"
    r"|earlier|initial\w*|previous\w*|preliminary|first|now|later|since|so far|total|overall|toll)\b",
    re.I,
)
_KILLING = re.compile(r"(?:kill|assassinat|murder|execut|behead|slain|slay)\w*", re.I)
_SENTENCE = re.compile(r"[.!?][\"”’']?\s|\n")
_FOLLOWING = re.compile(r"\s*([^\W\d_]+)?")


def contradictions(document: Document, events: Iterable[Event]) -> tuple[Note, ...]:
    """A note for each pair of counts, days or doers that exclude each other, with both spans, in text order."""
    told = tuple(events)
    notes = (*_counts(document, told), *_deaths(document, told))
    return tuple(sorted(notes, key=lambda note: (note.spans, note.kind)))


def _counts(document: Document, events: Iterable[Event]) -> tuple[Note, ...]:
    text = document.text
    found: dict[tuple[Span, ...], tuple[Number, Number]] = {}
    ends: list[int] = []
    for event in events:
        # The first place of each count: one rival told ten times is one contradiction.
        numbers = {(n.kind, n.low, n.high): n for n in reversed(event.numbers)}
        if len(numbers) < 2 or len(event.mentions) < 2:
            continue
        ends = ends or [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
        for one, other in combinations(numbers.values(), 2):
            if _exclude(one, other) and _comparable(text, ends, one, other):
                found[tuple(sorted((one.span, other.span)))] = (one, other)
    return tuple(_note(spans, *found[spans]) for spans in sorted(found))


def _note(spans: tuple[Span, ...], one: Number, other: Number) -> Note:
    first, second = sorted((one, other), key=lambda number: number.span)
    message = f"“{first.text}” and “{second.text}” {first.kind} in one event cannot both be true"
    return Note(kind=KIND, message=message, spans=spans)


def _deaths(document: Document, events: Iterable[Event]) -> Iterator[Note]:
    """Days and doers of the killing of one named person that exclude each other; the first pair of each."""
    killed: dict[str, list[Event]] = {}
    for event in events:
        victim = _victim(event)
        if victim is not None:
            killed.setdefault(victim, []).append(event)
    for victim, tellings in killed.items():
        for one, other in combinations(sorted(tellings, key=lambda event: event.mentions[0].trigger), 2):
            exact = one.date_precision == other.date_precision == "day"
            if exact and one.date_span and other.date_span and one.date != other.date:
                yield _rival(document, DAYS, victim, "on", one.date_span, other.date_span)
                break
        named = [(_doers(event), m) for event in tellings for m in event.mentions if m.actor and m.status == "actual"]
        for (these, here), (those, there) in combinations(sorted(named, key=lambda pair: pair[1].trigger), 2):
            if these and those and these.isdisjoint(those) and here.sentence != there.sentence:
                yield _rival(document, DOERS, victim, "by", here.actor[0], there.actor[0])
                break


def _victim(event: Event) -> str | None:
    """The named person whose killing an event tells as done; None for other events, groups and places."""
    if event.status != "actual" or len(event.recipient) != 1:
        return None
    if not any(_KILLING.match(mention.trigger_text) for mention in event.mentions):
        return None
    name = event.recipient[0].name or ""
    words = name.split()
    person = len(words) >= 2 and all(word[:1].isupper() for word in words) and words[0] not in ("The", "Al")
    return name if person and event.recipient[0].country != name else None


def _doers(event: Event) -> frozenset[str]:
    """Who did it, by country where one is known: soldiers of a state and the state are no rivals."""
    return frozenset(str(actor.country or actor.name) for actor in event.actor)


def _rival(document: Document, kind: str, victim: str, word: str, one: Span, other: Span) -> Note:
    first, second = sorted((one, other))
    here, there = document.text[first[0] : first[1]], document.text[second[0] : second[1]]
    return Note(
        kind=kind, message=f"{victim} killed {word} “{here}” and “{there}” cannot both be true", spans=(first, second)
    )


def _exclude(one: Number, other: Number) -> bool:
    """Whether no number lies in the ranges of both; an open end reaches as far as it may."""
    if one.kind != other.kind:
        return False
    apart = [a.high is not None and b.low is not None and a.high < b.low for a, b in ((one, other), (other, one))]
    return any(apart)


def _comparable(text: str, ends: Sequence[int], one: Number, other: Number) -> bool:
    """Whether both counts are of the same people, told as they stand, in different sentences."""
    places = [_sentence(ends, number.span) for number in (one, other)]
    if places[0] == places[1]:
        return False
    if any(_PARTS.search(text, *place) or _CHANGING.search(text, *place) for place in places):
        return False
    counted = list(_counted(text, (one, other)))
    return counted[0] == counted[1] or None in counted


def _counted(text: str, numbers: Iterable[Number]) -> Iterator[str | None]:
    """The noun after each count; None where none follows ("killed 12.")."""
    for number in numbers:
        following = _FOLLOWING.match(text, number.span[1])
        noun = following.group(1).lower() if following is not None and following.group(1) else None
        yield "people" if noun in _ANYONE else noun


def _sentence(ends: Sequence[int], span: Span) -> Span:
    """The sentence around a span, by its marks."""
    return ends[bisect_right(ends, span[0]) - 1], ends[min(bisect_left(ends, span[1]), len(ends) - 1)]
