"""From candidates to events: mentions that tell one act become one record (GUIDELINES, "What is an event" 3).

The same call told three times is one event with three mentions, each with its own sources and status; a denial is a
mention of the event denied. Which mentions go together is decided by :mod:`hearsay.events.likeness` and
:mod:`hearsay.events.clustering`; what the record says is put together here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hearsay.actors.cast import Cast
from hearsay.actors.scene import SUPRANATIONAL
from hearsay.events.candidate import Candidate, Participant, When
from hearsay.events.clustering import cluster
from hearsay.events.continuations import carried_on
from hearsay.events.likeness import kinship, likeness
from hearsay.events.modes import joined
from hearsay.events.occasions import of_the_occasion
from hearsay.events.scales import default_cameo, goldstein, plover_scale, quad_code
from hearsay.events.tables import word_set
from hearsay.reading.tree import Reading
from hearsay.records import Actor, Event, Mention, Number, Place, Span, Status

_WINDOW = 80
"""Mentions of one type compared with one another at a time, in text order; only books have more."""
_REASON = 0.5
"""Weight from which a feature is given as a reason for a merge."""
_PRECISION = {"day": 0, "month": 1, "year": 2, "unknown": 3}
_BREADTH = {"city": 0, "unknown": 1, "region": 2, "country": 3}
_FIRMNESS: tuple[Status, ...] = ("actual", "planned", "possible", "negated")
_SINGLE = frozenset(("REQUEST", "REJECT", "ACCUSE", "SANCTION", "THREATEN", "RETREAT", "COERCE", "PROTEST", "MOBILIZE"))
"""Types whose modes answer one question, so that an event keeps the commonest; the ways of an ASSAULT or a
CONSULT add up."""


def merge(reading: Reading, cast: Cast, candidates: Sequence[Candidate]) -> tuple[Event, ...]:
    """Events in text order, with ids ``{document.id}#e1`` and so on; the order of the candidates does not matter."""
    ordered = _in_text_order(candidates)
    groups: list[list[Candidate]] = []
    for event in dict.fromkeys(c.event for c in ordered):
        same_type = [c for c in ordered if c.event == event]
        for begin in range(0, len(same_type), _WINDOW):
            groups += _groups(reading, cast, same_type[begin : begin + _WINDOW])
    groups.sort(key=lambda g: _position(g[0]))
    numbered = enumerate(zip(groups, _dates(reading, cast, groups), _places(reading, cast, groups), strict=True), 1)
    return tuple(_event(reading, cast, group, when, place, number) for number, (group, when, place) in numbered)


def _position(c: Candidate) -> tuple[int, int, int, str, str]:
    return (c.trigger, c.first, c.last, c.event, c.rule)


def _in_text_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each candidate once, in an order that depends on nothing but what they say."""
    different = dict.fromkeys(candidates)
    shared = Counter(_position(c) for c in different)
    return sorted(different, key=lambda c: (*_position(c), repr(c) if shared[_position(c)] > 1 else ""))


def _groups(reading: Reading, cast: Cast, same_type: list[Candidate]) -> list[list[Candidate]]:
    def score(i: int, j: int) -> float:
        return likeness(reading, cast, same_type[i], same_type[j]).score

    return [[same_type[i] for i in group] for group in cluster(len(same_type), score)]


def _event(reading: Reading, cast: Cast, group: list[Candidate], when: When, place: Place | None, number: int) -> Event:
    head = group[0]
    mode = _modes(group)
    cameo = _cameo(group) or default_cameo(head.event, mode)
    text = reading.document.text
    return Event(
        id=f"{reading.document.id}#e{number}",
        event=head.event,
        mode=mode,
        context=_contexts(group),
        actor=_actors(cast, [c.actors for c in group]),
        recipient=() if _is_clash(group) else _dwellers(group, _actors(cast, [c.recipients for c in group])),
        date=when.date,
        date_precision=when.precision,
        date_span=when.span,
        date_text=text[when.span[0] : when.span[1]] if when.span else None,
        place=place,
        status=_status(group),
        numbers=_numbers(group),
        quad_code=quad_code(head.event),
        scale=plover_scale(head.event, mode),
        cameo=cameo,
        goldstein=goldstein(cameo),
        confidence=max(min(1.0, max(0.0, c.confidence)) for c in group),
        mentions=tuple(_mention(reading, c, _joined_by(reading, cast, c, group[:n])) for n, c in enumerate(group)),
    )


def _joined_by(reading: Reading, cast: Cast, c: Candidate, earlier: list[Candidate]) -> tuple[str, ...]:
    """Why a later mention was taken to tell the same act, as a step of its path: the mention most like it, and how."""
    if not earlier:
        return ()
    pairs = [(likeness(reading, cast, other, c), other) for other in earlier]
    best, other = max(pairs, key=lambda pair: pair[0].score)
    reasons = ", ".join(f.name for f in best.features if f.weight >= _REASON)
    words = reading.text(other.first, other.last)
    return (f"same act as '{words}': {reasons}",) if reasons else (f"same act as '{words}'",)


def _mention(reading: Reading, c: Candidate, joined_by: tuple[str, ...]) -> Mention:
    text = reading.document.text
    sentence = reading.sentence_of(c.trigger)
    trigger = reading.span(c.first, c.last)
    actors = tuple(dict.fromkeys(reading.span(p.first, p.last) for p in c.actors))
    recipients = tuple(dict.fromkeys(reading.span(p.first, p.last) for p in c.recipients))

    def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(text[b:e] for b, e in spans)

    return Mention(
        document=reading.document.id,
        trigger=trigger,
        trigger_text=text[trigger[0] : trigger[1]],
        actor=actors,
        actor_text=words(actors),
        recipient=recipients,
        recipient_text=words(recipients),
        sources=c.stance.sources,
        sentence=(sentence.begin, sentence.end),
        sentence_text=text[sentence.begin : sentence.end],
        status=c.stance.status,
        region=sentence.region,
        rule=c.rule,
        path=(*c.path, *c.stance.steps, *joined_by),
        confidence=min(1.0, max(0.0, c.confidence)),
    )


# -- what the record says -------------------------------------------------------------------------------


def _actors(cast: Cast, sides: list[tuple[Participant, ...]]) -> tuple[Actor, ...]:
    """Everyone who fills the role in some mention; a vague actor that may be one already there is not added."""
    chosen: list[Participant] = []
    for participant in sorted((p for side in sides for p in side), key=_vagueness):
        unnamed = (participant.actor.name or "").casefold() in ("others", "another")
        if not (unnamed and chosen) and not any(_told(cast, participant, other) for other in chosen):
            chosen.append(participant)
    order = {id(p): n for n, p in enumerate(p for side in sides for p in side)}
    return tuple(p.actor for p in sorted(chosen, key=lambda p: order[id(p)]))


def _dwellers(group: list[Candidate], struck: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A town, a house or a market that is attacked is the people who are there; a territory with a name stays one."""
    if group[0].event != "ASSAULT":
        return struck
    lands = [
        a.country is not None
        and a.country not in SUPRANATIONAL
        and not a.sector
        and (a.name or "").split()[-1].islower()
        and not word_set("things of war").intersection((a.name or "").split())
        for a in struck
    ]
    return tuple(
        a.model_copy(update={"sector": ("CVL",)}) if land else a for a, land in zip(struck, lands, strict=True)
    )


def _told(cast: Cast, participant: Participant, other: Participant) -> bool:
    """Whether an actor is there already; a building of the state is not one of the people who died in it."""
    kin = kinship(cast, participant, other)
    mine, theirs = participant.actor.sector[:1], other.actor.sector[:1]
    return kin == 2 or (kin == 1 and _vague(participant) and not (mine and theirs and mine != theirs))


def _is_clash(group: list[Candidate]) -> bool:
    """Two sides that fight have no recipient, whoever is said to have died of it (GUIDELINES, "Who")."""
    two_sided = any(len(c.actors) > 1 and not c.recipients for c in group)
    return group[0].event == "ASSAULT" and two_sided and not any(c.actors and c.recipients for c in group)


def _vague(p: Participant) -> bool:
    return p.member is None or p.actor.country is None


def _vagueness(p: Participant) -> tuple[bool, bool, int]:
    return (p.member is None, p.actor.country is None, -len(p.actor.name or ""))


def _dates(reading: Reading, cast: Cast, groups: list[list[Candidate]]) -> list[When]:
    """The date of each group: its own, else the day of the act it goes on with or of the meeting it was said at."""
    own = [_when(group) for group in groups]
    days = carried_on(reading, groups, [when if when.precision == "day" else None for when in own])
    days = of_the_occasion(reading, cast, groups, days, lambda when: when.date)
    return [when if when.date is not None else day or when for when, day in zip(own, days, strict=True)]


def _places(reading: Reading, cast: Cast, groups: list[list[Candidate]]) -> list[Place | None]:
    """The place of each group: its own, else that of the meeting it was said at, unless that is a whole country.

    Acts told on are left without: the next one is often at another place.
    """
    own = [_place(group) for group in groups]
    spots = [p if p is not None and p.precision != "country" else None for p in own]
    spots = of_the_occasion(reading, cast, groups, spots, lambda place: place.name)
    return [place if place is not None else spot for place, spot in zip(own, spots, strict=True)]


def _when(group: list[Candidate]) -> When:
    """The date told most often among the most precise; the first told of equals."""
    dated = [c.when for c in group if c.when.date is not None]
    if not dated:
        return When()
    finest = min(_PRECISION[w.precision] for w in dated)
    finest_dates = [w for w in dated if _PRECISION[w.precision] == finest]
    counts = Counter(w.date for w in finest_dates)
    return max(finest_dates, key=lambda w: counts[w.date])


def _place(group: list[Candidate]) -> Place | None:
    places = [c.place for c in group if c.place is not None]
    counts = Counter(p.name for p in places)
    return min(places, key=lambda p: (_BREADTH[p.precision], -counts[p.name])) if places else None


def _modes(group: list[Candidate]) -> tuple[str, ...]:
    counts = Counter(mode for c in group for mode in c.mode)
    if not counts:
        return ()
    if group[0].event not in _SINGLE:
        return joined(group[0].event, counts)
    sets = Counter(c.mode for c in group if c.mode)
    return max(sets, key=lambda m: sets[m])


def _contexts(group: list[Candidate]) -> tuple[str, ...]:
    counts = Counter(context for c in group for context in c.context)
    order = {context: n for n, context in enumerate(counts)}
    return tuple(sorted(counts, key=lambda x: (-counts[x], order[x]))[:2])


def _cameo(group: list[Candidate]) -> str | None:
    codes = [c.cameo for c in group if c.cameo]
    counts = Counter(codes)
    return max(codes, key=lambda code: (counts[code], len(code))) if codes else None


def _status(group: list[Candidate]) -> Status:
    """What some mention tells as done is done; else what most say; a denial alone is a thing that did not happen."""
    counts = Counter(c.stance.status for c in group)
    if counts["actual"]:
        return "actual"
    return max(_FIRMNESS, key=lambda s: counts[s])


def _numbers(group: list[Candidate]) -> tuple[Number, ...]:
    """Every differing count, in text order: rival numbers stand side by side."""
    found: dict[tuple[str, int | None, int | None, int | None], Number] = {}
    for number in (n for c in group for n in c.numbers):
        found.setdefault((number.kind, number.low, number.best, number.high), number)
    return tuple(sorted(found.values(), key=lambda n: n.span))
