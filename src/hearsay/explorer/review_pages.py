"""What the pages of reviewing show: an item in its paragraph under marks, choices to fix it with, and what was said."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from hearsay.events.modes import modes_of
from hearsay.explain.marks import Mark, Piece, pieces
from hearsay.explorer import asking
from hearsay.explorer.wording import act
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import LedgerEvent
from hearsay.ledger.review_records import Coded, Correction, Review, ReviewTask
from hearsay.ledger.review_values import actor_of, bare, coded_of, correction, label_of, place_label
from hearsay.records import Actor, Coding, Document, Event, Mention, Span

AROUND = 700
"""Characters of a long paragraph that are shown on either side of the sentence."""
MOST_CHOICES = 300
MOST_PASSAGES = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence under marks, with its paragraph before and after it."""

    before: tuple[Piece, ...]
    sentence: tuple[Piece, ...]
    after: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One account as a reviewer sees it: its article, the event, and the passages that tell it."""

    account: str
    who: str
    verb: str
    whom: str
    document: Document
    event: Event
    coded: Coded
    mention: Mention
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What one screen asks about."""

    task: ReviewTask
    form: str
    shown: tuple[Shown, ...]
    labels: dict[str, tuple[str, ...]]
    """The actors of each side and the source chain as people write them, with blank ones to fill in."""
    choices: tuple[str, ...]
    """Actors of the article, to pick from."""
    places: tuple[str, ...]
    """Places of the article's events, likewise."""
    modes: tuple[tuple[str, tuple[str, ...]], ...]
    """Types that have modes, with these."""


def item_of(ledger: Ledger, task: ReviewTask) -> Item:
    """A task with all that its page shows."""
    if task.mention is None:
        shown = tuple(_account(account, *ledger.account(account)) for account in task.accounts)
        return Item(task, secrets.token_urlsafe(16), shown, {}, (), (), ())
    coding, event, mention = ledger.mention(task.item)
    coded = coded_of(event, mention)
    one = _shown(task.accounts[0], coding, event, mention, (mention,))
    labels = {
        name: (*map(label_of, getattr(coded, name)), "", *([] if getattr(coded, name) else [""]))
        for name in ("actor", "recipient", "source")
    }
    choices = dict.fromkeys(label_of(actor) for actor in known_in(coding, coded))
    places = dict.fromkeys(place_label(event.place) for event in coding.told if event.place)
    return Item(
        task, secrets.token_urlsafe(16), (one,), labels, tuple(choices)[:MOST_CHOICES], tuple(places)[:MOST_CHOICES],
        tuple((type, tuple(sorted(modes_of(type)))) for type in asking.choices("type") if modes_of(type)),
    )  # fmt: skip


def known_in(coding: Coding, coded: Coded) -> tuple[Actor, ...]:
    """Whom the article names: those that the machine put into this event first."""
    cast = bare(member.actor for member in coding.actors)
    sources = bare(s for r in coding.reports for s in (*r.via, *((r.source,) if r.source else ())))
    coded_already = (*coded.actor, *coded.recipient, *coded.source)
    return tuple(dict.fromkeys((*coded_already, *(actor for actor in (*cast, *sources) if actor.name))))


def fix_of(coding: Coding, coded: Coded, fields: dict[str, list[str]]) -> Correction:
    """What the fields of a form say other than the machine. ValueError says what is wrong with one of them."""
    known = known_in(coding, coded)
    given: dict[str, object] = {}
    for name in ("type", "status"):
        if name in fields:
            given[name] = fields[name][-1]
    for name in ("date", "place"):
        if name in fields:
            given[name] = " ".join(fields[name][-1].split())
    if "mode" in fields:
        given["mode"] = tuple(dict.fromkeys(mode for mode in fields["mode"] if mode))
    for name in ("actor", "recipient", "source"):
        if name in fields:
            given[name] = tuple(actor_of(label, known) for label in fields[name] if label.strip())
    return correction(coded, Correction.model_validate(given))


def passage_of(coding: Coding, event: Event, mention: Mention) -> Passage:
    """A mention's sentence in its paragraph, with the spans that its coding rests on."""
    text, (begin, end) = coding.document.text, mention.sentence
    marks = [Mark("trigger", mention.trigger)]
    marks += [Mark("actor", span) for span in mention.actor]
    marks += [Mark("recipient", span) for span in mention.recipient]
    marks += [Mark("source", source.span) for source in mention.sources if source.span]
    marks += [Mark("date", event.date_span)] if event.date_span else []
    marks += [Mark("place", event.place.span)] if event.place else []
    first, last = paragraph_of(text, mention.sentence)
    left, right = max(first, begin - AROUND), min(last, end + AROUND)
    return Passage(
        pieces(text, (left, begin), marks), pieces(text, (begin, end), marks), pieces(text, (end, right), marks),
        left > first, right < last,
    )  # fmt: skip


def paragraph_of(text: str, sentence: Span) -> Span:
    """The paragraph that a sentence stands in: blank lines divide paragraphs."""
    first = text.rfind("\n\n", 0, sentence[0])
    last = text.find("\n\n", sentence[1])
    return (first + 2 if first >= 0 else 0), (last if last >= 0 else len(text))


def visible(request: Request, reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Reviews that whoever asks may see: a reviewer sees nothing of an item before their own word on it."""
    reviewer = request.app.state.sessions.reviewer(request)
    if reviewer is None:
        return tuple(reviews)
    own = {review.item for review in reviews if review.reviewer == reviewer and review.verdict != "skip"}
    return tuple(review for review in reviews if review.item in own)


def reviews_of(request: Request, event: LedgerEvent) -> tuple[tuple[Review, str | None], ...]:
    """What was said of an event's mentions, each with the outlet that tells it; verdicts alone, no skips."""
    ledger: Ledger = request.app.state.ledger()
    outlets = {account.id: account.outlet for account in event.accounts}
    found = visible(request, ledger.reviews(event=event.id))
    return tuple(
        (review, outlets.get(review.item.rpartition(".")[0]))
        for review in found
        if review.coded is not None and review.verdict != "skip"
    )


def _account(account: str, coding: Coding, event: Event) -> Shown:
    by_sentence = {mention.sentence: mention for mention in reversed(event.mentions)}
    return _shown(account, coding, event, event.mentions[0], list(by_sentence.values())[::-1][:MOST_PASSAGES])


def _shown(account: str, coding: Coding, event: Event, mention: Mention, told: Sequence[Mention]) -> Shown:
    who, whom = (" and ".join(actor.name or "somebody" for actor in side) for side in (event.actor, event.recipient))
    return Shown(
        account, who or "Somebody", act(event)[0], whom, coding.document, event, coded_of(event, mention), mention,
        tuple(passage_of(coding, event, one) for one in told),
    )  # fmt: skip
