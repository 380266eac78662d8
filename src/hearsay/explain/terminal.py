"""An explanation for the terminal, with colour where there is one."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hearsay.explain.marks import Piece
from hearsay.explain.rules import rule_words
from hearsay.explain.story import EventStory, Link, MentionStory, Person, event_stories, report_stories
from hearsay.explain.wording import word
from hearsay.export.printable import printable, shortened
from hearsay.records import Coding

_TONES = {"cooperation": "cyan", "conflict": "yellow"}
_ROLES = {"trigger": "bold reverse", "actor": "bold", "recipient": "bold underline", "source": "italic magenta",
          "date": "green", "place": "green", "number": "green"}  # fmt: skip


def explanation(coding: Coding, *, width: int = 100, colour: bool = False) -> str:
    """Why each event of a coding was coded, as text of at most ``width`` columns.

    Marked words carry the part they play in brackets, so that the text says the same without colour.
    """
    sink = io.StringIO()
    console = Console(file=sink, width=width, force_terminal=colour, no_color=not colour,
                      color_system="standard" if colour else None, highlight=False)  # fmt: skip
    document = coding.document
    title = Text(printable(document.title or document.id), style="bold")
    for part in (document.outlet, document.published or "no date"):
        if part:
            title.append(f"  {printable(part)}", style="not bold dim")
    console.print(title)
    stories = event_stories(coding)
    console.print(Text(_count(len(stories), "event") + ", " + _count(len(coding.reports), "report"), style="dim"))
    for story in stories:
        console.print()
        _show_event(console, story)
    if coding.reports:
        console.print(Text("\nWho says what", style="bold"))
        for report in report_stories(coding):
            line = _chain(report.chain).append(f"  {printable(report.cue)}", style="italic")
            console.print(Padding(line, (0, 0, 0, 2)))
            words = shortened(" … ".join(report.content), 400)
            console.print(Padding(Text(words, style="dim"), (0, 0, 0, 4)))
    for note in coding.notes:
        console.print(Text(f"\nNote ({printable(note.kind)}): {printable(note.message)}"))
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _show_event(console: Console, story: EventStory) -> None:
    head = Text(f"{story.number}  ").append(story.code, style=f"bold {_TONES[story.tone]}")
    head.append(f"  {story.act}").append(f"  ({story.quad}, scale {story.scale:+g})", style="dim")
    console.print(head)
    facts: list[tuple[str, Text]] = []
    facts += [("who", _person(person)) for person in story.actors]
    facts += [("to whom", _person(person)) for person in story.recipients]
    if story.when:
        facts.append(("when", _worded(story.when, story.when_words)))
    if story.where:
        facts.append(("where", _worded(story.where, story.where_words)))
    facts += [(kind, Text(printable(words))) for kind, words in story.numbers]
    facts.append(("status", Text(f"{story.status}: {story.status_words}")))
    if story.context:
        facts.append(("context", Text(", ".join(story.context))))
    facts.append(("confidence", Text(f"{story.confidence:.2f}")))
    for label, value in facts:
        _fact(console, label, value)
    for mention in story.mentions:
        _show_mention(console, mention, story)


def _show_mention(console: Console, mention: MentionStory, story: EventStory) -> None:
    console.print(Padding(_sentence(mention.pieces), (1, 0, 0, 4)))
    said = _chain(mention.chain)
    if mention.region:
        said.append(f"  ({mention.region})", style="dim")
    _fact(console, "told by", said)
    if mention.status != story.status:
        _fact(console, "here", Text(f"{mention.status}: {word('status', mention.status)}"))
    _fact(console, "entry", Text(printable(f"{mention.rule}  {rule_words(mention.rule)}".strip())))
    for number, step in enumerate(mention.path):
        _fact(console, "" if number else "words", Text(printable(step), style="dim"))


def _fact(console: Console, label: str, value: Text) -> None:
    indent = 16
    line = Text(f"{label:>14}  ", style="dim")
    if console.width < 50:
        console.print(line.append_text(value))
        return
    lines = value.wrap(console, console.width - indent)
    for number, part in enumerate(lines):
        console.print((line if number == 0 else Text(" " * indent)).append_text(part))


def _sentence(parts: Iterable[Piece]) -> Text:
    text = Text()
    for piece in parts:
        words = "".join(c for c in piece.text.replace("\n", " ") if c == " " or printable(c))
        if piece.mark is None:
            text.append(words)
            continue
        text.append(words, style=_ROLES[piece.mark.role])
        if piece.last:
            text.append(f" [{word('role', piece.mark.role)}]", style="dim")
    return text


def _person(person: Person) -> Text:
    text = Text(printable(person.name))
    if person.standing:
        text.append(f"  {printable(person.standing)}", style="dim")
    if person.rows:
        text.append(f"  known from {printable(', '.join(person.rows))}", style="dim")
    if person.why:
        text.append(f"  because {printable('; '.join(person.why))}", style="dim")
    if person.runner_up:
        text.append(f"  next {printable(person.runner_up)}", style="dim")
    return text


def _worded(value: str, words: str | None) -> Text:
    text = Text(printable(value))
    return text.append(f"  from “{printable(words)}”", style="dim") if words and words != value else text


def _chain(links: Iterable[Link]) -> Text:
    text = Text()
    for number, link in enumerate(links):
        if number:
            text.append(" → ", style="dim")
        text.append(printable(link.name), style="" if link.outlet else "magenta")
        if link.standing:
            text.append(f" ({printable(link.standing)})", style="dim")
    return text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
