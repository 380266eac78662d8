"""What reviewing speaks of: queues of items, what the machine said, what people say, and how far they agree."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hearsay.ledger.filters import EventFilter
from hearsay.records import Actor, Record, Status

ItemKind = Literal["mentions", "pairs"]
DrawOrder = Literal["uncertain", "random"]
ReviewVerdict = Literal["accept", "fix", "reject", "skip", "same", "different", "unsure"]
JudgedField = Literal[
    "verdict", "type", "actor", "recipient", "status", "source", "mode", "date", "place", "same event",
]  # fmt: skip

FIRST_FIELDS: tuple[JudgedField, ...] = ("type", "actor", "recipient", "status", "source")
"""What reviews judged before modes, dates and places were judged too."""
FIELDS: tuple[JudgedField, ...] = (*FIRST_FIELDS, "mode", "date", "place")

ON_MENTIONS: tuple[ReviewVerdict, ...] = ("accept", "fix", "reject", "skip")
ON_PAIRS: tuple[ReviewVerdict, ...] = ("same", "different", "unsure", "skip")


class Coded(Record):
    """What the machine says in one mention: the fields that a person judges, and the words that it rests on."""

    type: str = Field(description="PLOVER's, or the name of a project's own type")
    mode: tuple[str, ...] = ()
    actor: tuple[Actor, ...] = Field((), description="name, country and sectors of each; the rest is left out")
    recipient: tuple[Actor, ...] = ()
    status: Status = "actual"
    source: tuple[Actor, ...] = Field((), description="who vouches beside the outlet, outermost first")
    date: str | None = None
    place: str | None = Field(None, description="name and country, as people write them: Muscat [OMN]")
    trigger: str = Field(description="the trigger's words")
    sentence: str = Field(description="the sentence that they stand in")
    confidence: float
    judged: tuple[JudgedField, ...] = Field(FIRST_FIELDS, description="fields that were shown to be judged")


class Correction(Record):
    """The right value of each field that the machine has wrong; None where it is right.

    Empty tuples say: nobody, or no mode; an empty date or place says that the text tells none.
    """

    type: str | None = None
    actor: tuple[Actor, ...] | None = None
    recipient: tuple[Actor, ...] | None = None
    status: Status | None = None
    source: tuple[Actor, ...] | None = None
    mode: tuple[str, ...] | None = None
    date: str | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD")
    place: str | None = Field(None, description="name and country: Muscat [OMN]")


class Review(Record):
    """What one person said of one item."""

    number: int
    item: str = Field(description="ACCOUNT.MENTION, mentions counted from 1; or ACCOUNT~ACCOUNT")
    queue: int | None = None
    reviewer: str
    verdict: ReviewVerdict
    fix: Correction = Correction()
    coded: Coded | None = Field(None, description="what the machine had said; None of two accounts")
    judgement: int | None = Field(None, description="number of the judgement on two accounts that it made")
    made: str
    undone: str | None = None


class ReviewQueue(Record):
    """Items drawn to be reviewed, in the order in which they are shown."""

    number: int
    kind: ItemKind
    order: DrawOrder
    conditions: EventFilter
    seed: str
    size: int
    twice: int = Field(description="items that two people are to code, neither seeing what the other said")
    population: int = Field(description="items that met the conditions when it was drawn")
    maker: str
    made: str
    begun: int = Field(description="items that somebody decided")
    done: int = Field(description="items that as many people decided as were to")


class ReviewTask(Record):
    """An item that somebody looks at now: nobody else is given it until it is decided, or its time is over."""

    queue: int
    position: int = Field(description="in the queue, from 1")
    item: str
    accounts: tuple[str, ...]
    mention: int | None = Field(description="number of the mention within its account, from 1; None of two accounts")
    seen: str = Field(description="digest of what is shown: a verdict on something else is refused")
    until: int = Field(description="when the hold ends, in seconds since 1970")


class Alpha(Record):
    """Agreement of two or more people on one field: Krippendorff's alpha for nominal data."""

    field: JudgedField
    alpha: float | None = Field(description="None where it is undefined: too few items, or one value throughout")
    items: int = Field(description="items with values of two or more people")
    agreed: float | None = Field(description="share of pairs of values that are the same")


class Rate(Record):
    """How often the machine is right, with Wilson's interval at 95%."""

    right: int
    of: int
    share: float | None
    low: float
    high: float


class Precision(Record):
    """How often the machine is right among items drawn at random; ``type`` None is all types together."""

    type: str | None
    act: Rate = Field(description="an event, and of this type")
    whole: Rate = Field(description="right in every field: accepted as it stands")


class Sample(Record):
    """A random sample of all that met the conditions when it was drawn, as far as it was reviewed without a gap."""

    queue: int
    conditions: EventFilter
    drawn: str
    population: int
    reviewed: int
    skipped: int = Field(description="shown and left undecided: not counted")
    precision: tuple[Precision, ...] = Field((), description="all types first, then each")
    fields: tuple[tuple[JudgedField, Rate], ...] = Field((), description="right fields of mentions that are events")


class Results(Record):
    """What reviewing has shown so far."""

    reviews: int = Field(description="decisions that stand")
    items: int = Field(description="items decided by somebody")
    verdicts: tuple[tuple[str, int], ...]
    reviewers: tuple[tuple[str, int], ...]
    agreement: tuple[Alpha, ...]
    samples: tuple[Sample, ...] = Field(description="precision is told of random samples alone")
    biased: int = Field(description="decided items of queues by uncertainty, which say nothing of precision")
