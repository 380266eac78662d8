"""An article's text under layers of marks: events, reports, actors, dates, places and numbers, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from hearsay.explain.wording import act, located, standing, tone
from hearsay.records import Coding, Region, RegionKind, Span

Layer = Literal["event", "source", "cue", "said", "actor", "date", "place", "number"]


@dataclass(frozen=True, slots=True)
class Layered:
    """A span of one layer, what to say about it, and which part of the page tells more."""

    layer: Layer
    span: Span
    title: str
    target: str | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text under the same marks."""

    text: str
    classes: str
    title: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A region of the article in runs: put together they are its text."""

    kind: RegionKind
    runs: tuple[Run, ...]


def blocks_of(coding: Coding) -> tuple[Block, ...]:
    """The article region by region."""
    text = coding.document.text
    marks = sorted(marks_of(coding), key=lambda m: (m.span, m.layer, m.title))
    regions = coding.document.regions or (Region(kind="body", span=(0, len(text))),)
    return tuple(Block(region.kind, _runs(text, region.span, marks)) for region in regions)


def marks_of(coding: Coding) -> Iterator[Layered]:
    """Every span that the coding rests on."""
    for number, event in enumerate(coding.events, 1):
        target, title = f"event-{number}", f"{event.event}: {act(event)} ({event.status})"
        for mention in event.mentions:
            yield Layered("event", mention.trigger, title, target, tone(event))
        if event.date_span:
            yield Layered("date", event.date_span, f"date: {event.date}", target)
        if event.place:
            yield Layered("place", event.place.span, f"place: {located(event.place)}", target)
        for figure in event.numbers:
            yield Layered("number", figure.span, f"{figure.kind}: {figure.text}", target)
    for report in coding.reports:
        who = (report.source.name if report.source else report.source_text) or "somebody unnamed"
        if report.source_span:
            yield Layered("source", report.source_span, f"source: {who}")
        for span in report.cue:
            yield Layered("cue", span, f"{report.cue_class} by {who}")
        for span in report.content:
            yield Layered("said", span, f"according to {who}, {report.kind}")
    for member in coding.actors:
        title = ": ".join(filter(None, (member.actor.name or "unnamed", standing(member.actor))))
        for span in member.mentions:
            yield Layered("actor", span, title)


def _runs(text: str, window: Span, marks: list[Layered]) -> tuple[Run, ...]:
    begin, end = window
    inside = [m for m in marks if m.span[0] < end and m.span[1] > begin]
    cuts = {begin, end}
    for mark in inside:
        cuts.update((max(mark.span[0], begin), min(mark.span[1], end)))
    runs: list[Run] = []
    active: list[Layered] = []
    coming = 0
    for left, right in pairwise(sorted(cuts)):
        while coming < len(inside) and inside[coming].span[0] <= left:
            active.append(inside[coming])
            coming += 1
        active = [mark for mark in active if mark.span[1] > left]
        classes = dict.fromkeys(name for m in active for name in (m.layer, m.tone) if name)
        titles = dict.fromkeys(m.title for m in active)
        target = next((m.target for m in active if m.layer == "event"), None)
        runs.append(Run(text[left:right], " ".join(classes), "\n".join(titles), target))
    return tuple(runs)
