"""Mentions of one act become one event."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.attribution.stance import Stance
from hearsay.events.candidate import When
from hearsay.events.clustering import cluster
from hearsay.events.likeness import VETO, likeness
from hearsay.events.merging import merge
from hearsay.records import Actor, Coding, Number, Place, Source
from tests.events.sentences import act, empty_cast, party, read, word

CALLS = (
    "Iran/Iran/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj",
    "Iran/Iran/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj",
    "Oman/Oman/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj",
)
ATTACKS = (
    "Rebels/rebel/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root soldiers/soldier/NOUN/NNS/2/obj",
    "The/the/DET/DT/2/det attack/attack/NOUN/NN/3/nsubj lasted/last/VERB/VBD/0/root hours/hour/NOUN/NNS/3/obj",
    "They/they/PRON/PRP/2/nsubj denied/deny/VERB/VBD/0/root the/the/DET/DT/4/det attack/attack/NOUN/NN/2/obj",
)


def at(reading, form, nth, country, member, *sectors):
    index = word(reading, form, nth)
    return replace(party(reading, form, country, member, *sectors), first=index, last=index)


def calls():
    """Three calls told in three sentences: Iran's twice, Oman's once."""
    reading = read(*CALLS)
    iran = [at(reading, "Iran", n, "IRN", 0, "GOV") for n in (0, 1)]
    iraq = [at(reading, "Iraq", n, "IRQ", 1, "GOV") for n in (0, 1, 2)]
    oman = at(reading, "Oman", 0, "OMN", 2, "GOV")
    return reading, [
        act(reading, "called", "CONSULT", nth=n, actors=[who], recipients=[iraq[n]])
        for n, who in enumerate((iran[0], iran[1], oman))
    ]


def test_the_same_call_told_twice_is_one_event_with_two_mentions():
    reading, candidates = calls()
    events = merge(reading, empty_cast(reading), candidates)
    assert [(e.id, [a.name for a in e.actor], len(e.mentions)) for e in events] == [
        ("d#e1", ["Iran"], 2),
        ("d#e2", ["Oman"], 1),
    ]


def test_other_days_are_other_events():
    reading, candidates = calls()
    dated = [
        replace(c, when=When(f"2024-07-{day}", "day", reading.span(c.first, c.last)))
        for c, day in zip(candidates[:2], (10, 12), strict=True)
    ]
    assert [e.date for e in merge(reading, empty_cast(reading), dated)] == ["2024-07-10", "2024-07-12"]


def test_the_finest_date_and_the_narrowest_place_are_kept_with_their_words():
    reading, candidates = calls()
    span = reading.span(0, 0)
    coarse = Place(name="Iran", country="IRN", precision="country", span=span, text="Iran")
    fine = Place(name="Iraq", country="IRN", precision="city", span=reading.span(2, 2), text="Iraq")
    first = replace(candidates[0], when=When("2024-07", "month", span), place=coarse)
    second = replace(candidates[1], when=When("2024-07-10", "day", span), place=fine)
    (event,) = merge(reading, empty_cast(reading), [first, second])
    assert (event.date, event.date_precision, event.date_text, event.place) == ("2024-07-10", "day", "Iran", fine)


def attacks():
    reading = read(*ATTACKS)
    rebels, soldiers = party(reading, "Rebels", "SDN", 0, "REB"), party(reading, "soldiers", "SDN", 1, "MIL")
    told = act(reading, "attacked", "ASSAULT", actors=[rebels], recipients=[soldiers])
    back = act(reading, "attack", "ASSAULT")
    denied = act(reading, "attack", "ASSAULT", nth=1)
    rebel = Source(
        name="Rebels", country="SDN", span=reading.span(word(reading, "They"), word(reading, "They")), text="They"
    )
    denied = replace(
        denied, stance=Stance(status="negated", sources=(rebel,), speakers=(0,), steps=("denied -> negated",))
    )
    return reading, [told, back, denied]


def test_a_denial_is_a_mention_of_what_is_denied():
    reading, candidates = attacks()
    (event,) = merge(reading, empty_cast(reading), candidates)
    assert event.status == "actual"
    assert [(m.trigger_text, m.status, [s.name for s in m.sources]) for m in event.mentions] == [
        ("attacked", "actual", []),
        ("attack", "actual", []),
        ("attack", "negated", ["Rebels"]),
    ]


def test_rival_numbers_stand_side_by_side():
    reading, candidates = attacks()
    span = reading.span(2, 2)
    numbers = [Number(kind="killed", low=n, best=n, high=n, span=span, text="soldiers") for n in (3, 3, 5)]
    counted = [replace(c, numbers=(n,)) for c, n in zip(candidates, numbers, strict=True)]
    (event,) = merge(reading, empty_cast(reading), counted)
    assert [n.best for n in event.numbers] == [3, 5]


def test_a_record_says_everything_that_its_mentions_say():
    reading, candidates = attacks()
    (event,) = merge(reading, empty_cast(reading), [replace(candidates[0], mode=("firearms",), context=("military",))])
    mention = event.mentions[0]
    assert (event.mode, event.context, event.quad_code, event.scale, event.cameo, event.goldstein) == (
        ("firearms",), ("military",), 4, -9.0, "193", -10.0,
    )  # fmt: skip
    assert (mention.actor_text, mention.recipient_text, mention.sentence_text, mention.rule) == (
        ("Rebels",), ("soldiers",), "Rebels attacked soldiers", "test",
    )  # fmt: skip
    Coding(document=reading.document, events=(event,)).check()


def test_what_was_said_at_a_dated_call_was_said_that_day():
    reading = read(CALLS[0], "Iran/Iran/PROPN/NNP/2/nsubj thanked/thank/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj")
    iran = [at(reading, "Iran", n, "IRN", 0, "GOV") for n in (0, 1)]
    iraq = [at(reading, "Iraq", n, "IRQ", 1, "GOV") for n in (0, 1)]
    call = act(reading, "called", "CONSULT", actors=[iran[0]], recipients=[iraq[0]])
    call = replace(call, when=When("2024-07-10", "day", reading.span(0, 0)))
    thanks = act(reading, "thanked", "SUPPORT", actors=[iran[1]], recipients=[iraq[1]])
    assert [(e.event, e.date) for e in merge(reading, empty_cast(reading), [thanks, call])] == [
        ("CONSULT", "2024-07-10"),
        ("SUPPORT", "2024-07-10"),
    ]


def test_a_later_mention_says_why_it_was_joined():
    reading, candidates = calls()
    event = merge(reading, empty_cast(reading), candidates)[0]
    assert [m.path for m in event.mentions] == [(), ("same act as 'called': parties same, trigger same",)]


def test_a_merge_can_be_explained():
    reading, candidates = calls()
    cast = empty_cast(reading)
    alike = likeness(reading, cast, candidates[0], candidates[1])
    apart = likeness(reading, cast, candidates[0], replace(candidates[2], recipients=()))
    assert alike.score > 0
    assert "parties same" in [f.name for f in alike.features]
    assert apart.score == VETO


def test_a_participant_without_a_member_keeps_its_words():
    reading, candidates = attacks()
    unnamed = replace(
        candidates[0], recipients=(replace(candidates[0].recipients[0], actor=Actor(name="ships"), member=None),)
    )
    (event,) = merge(reading, empty_cast(reading), [unnamed])
    assert event.recipient == (Actor(name="ships"),)


# -- invariants -----------------------------------------------------------------------------------------

PICKS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["ASSAULT", "CONSULT", "SUPPORT"]),
        st.lists(st.integers(0, 3), max_size=2, unique=True),
        st.lists(st.integers(0, 3), max_size=2, unique=True),
        st.sampled_from(["actual", "planned", "possible", "negated"]),
        st.sampled_from([None, "2024", "2024-07", "2024-07-10", "2024-07-12"]),
    ),
    max_size=9,
)
NAMES = (("Iran", "IRN"), ("Iraq", "IRQ"), ("Oman", "OMN"), ("civilians", None))
PRECISION = {None: "unknown", "2024": "year", "2024-07": "month"}


def candidates_from(reading, picks):
    made = []
    for index, event, actors, recipients, status, date in picks:
        sides = [
            [
                replace(party(reading, "Iran", NAMES[n][1], n), actor=Actor(name=NAMES[n][0], country=NAMES[n][1]))
                for n in side
            ]
            for side in (actors, recipients)
        ]
        candidate = act(reading, reading.words[index].text, event, actors=sides[0], recipients=sides[1], status=status)
        span = reading.span(0, 0) if date else None
        when = When(date, PRECISION.get(date, "day"), span)
        made.append(replace(candidate, trigger=index, first=index, last=index, clause=index, when=when))
    return made


@settings(deadline=None)
@given(PICKS, st.randoms(use_true_random=False))
def test_the_order_of_candidates_does_not_matter(picks, order: random.Random):
    """Any shuffle of the same candidates gives the same events."""
    reading = read(*CALLS)
    candidates = candidates_from(reading, picks)
    shuffled = candidates[:]
    order.shuffle(shuffled)
    cast = empty_cast(reading)
    assert merge(reading, cast, candidates) == merge(reading, cast, shuffled)


@settings(deadline=None)
@given(PICKS)
def test_no_mention_is_lost_or_told_twice_and_ids_count_up(picks):
    """The mentions of the events are the candidates, each once."""
    reading = read(*CALLS)
    candidates = candidates_from(reading, picks)
    events = merge(reading, empty_cast(reading), candidates)
    assert sum(len(e.mentions) for e in events) == len(set(candidates))
    assert [e.id for e in events] == [f"d#e{n}" for n in range(1, len(events) + 1)]
    Coding(document=reading.document, events=events).check()


@given(st.integers(0, 7), st.data())
def test_clusters_partition_their_items_and_heed_every_veto(size, data):
    """Each item lies in one group; no pair that forbids it lies in one."""
    scores = {
        (i, j): data.draw(st.sampled_from([VETO, -1.0, 0.0, 0.5, 2.0])) for i in range(size) for j in range(i + 1, size)
    }
    groups = cluster(size, lambda i, j: scores[i, j])
    assert sorted(i for g in groups for i in g) == list(range(size))
    assert not any(scores[i, j] == VETO for g in groups for i in g for j in g if i < j)


def test_deaths_in_an_attack_named_before_are_of_that_attack():
    reading = read(
        "Rebels/rebel/NOUN/NNS/2/nsubj announced/announce/VERB/VBD/0/root the/the/DET/DT/4/det "
        "bombing/bombing/NOUN/NN/2/obj",
        "Nurses/nurse/NOUN/NNS/2/nsubj:pass killed/kill/VERB/VBN/0/root in/in/ADP/IN/5/case the/the/DET/DT/5/det "
        "bombing/bombing/NOUN/NN/2/obl",
        "Farmers/farmer/NOUN/NNS/2/nsubj:pass killed/kill/VERB/VBN/0/root in/in/ADP/IN/5/case the/the/DET/DT/5/det "
        "raid/raid/NOUN/NN/2/obl",
    )
    bombing = act(reading, "bombing", "ASSAULT")
    deaths = [act(reading, "killed", "ASSAULT", nth=n) for n in (0, 1)]
    features = [{f.name for f in likeness(reading, empty_cast(reading), bombing, d).features} for d in deaths]
    assert ["suffered in that act" in names for names in features] == [True, False]
