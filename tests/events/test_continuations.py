"""Acts told on in the sentences after a dated one were done on its day."""

from __future__ import annotations

import pytest

from hearsay.events.candidate import When
from hearsay.events.continuations import carried_on
from tests.events.sentences import act, party, read

OPENING = (
    "Mali/Mali/PROPN/NNP/2/nsubj shelled/shell/VERB/VBD/0/root Gao/Gao/PROPN/NNP/2/obj "
    "Monday/Monday/PROPN/NNP/2/obl:tmod"
)
NEXT = "Shells/shell/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root schools/school/NOUN/NNS/2/obj"
BETWEEN = "It/it/PRON/PRP/2/nsubj rained/rain/VERB/VBD/0/root hard/hard/ADV/RB/2/advmod"


def dates(*between_and_next: str, doer: str = "MLI", struck: str | None = None, event="ASSAULT", status="actual"):
    reading = read(OPENING, *between_and_next)
    opening = act(reading, "shelled", "ASSAULT", actors=[party(reading, "Mali", doer, 0, "MIL")])
    victims = [party(reading, "schools", struck)] if struck else []
    following = act(reading, "hit", event, recipients=victims, status=status)
    day = When("2024-07-15", "day", reading.span(3, 3))
    return [w and w.date for w in carried_on(reading, [[opening], [following]], [day, None])]


def test_more_of_the_same_in_the_next_sentences_is_of_the_same_day():
    assert dates(NEXT) == ["2024-07-15", "2024-07-15"]
    assert dates(BETWEEN, BETWEEN, NEXT) == ["2024-07-15", "2024-07-15"]


def test_background_is_not_told_on():
    reading = read(OPENING, NEXT, published="2024-12-01")
    groups = [[act(reading, "shelled", "ASSAULT")], [act(reading, "hit", "ASSAULT")]]
    day = When("2024-07-15", "day", reading.span(3, 3))
    assert carried_on(reading, groups, [day, None]) == [day, None]


def test_far_from_the_day_nothing_is_known():
    assert dates(BETWEEN, BETWEEN, BETWEEN, NEXT) == ["2024-07-15", None]


def test_another_kind_of_act_is_not_told_on():
    assert dates(NEXT, event="SANCTION") == ["2024-07-15", None]


def test_acts_of_other_countries_are_another_story():
    assert dates(NEXT, struck="MLI") == ["2024-07-15", "2024-07-15"]
    assert dates(NEXT, struck="NER") == ["2024-07-15", None]


@pytest.mark.parametrize("status", ["planned", "possible"])
def test_what_is_yet_to_come_keeps_its_own_time(status):
    assert dates(NEXT, status=status) == ["2024-07-15", None]


@pytest.mark.parametrize(
    "set_apart",
    [
        "Shells/shell/NOUN/NNS/2/nsubj hit/hit/VERB/VBP/0/root schools/school/NOUN/NNS/2/obj",
        "Shells/shell/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root schools/school/NOUN/NNS/2/obj "
        "in/in/ADP/IN/6/case the/the/DET/DT/6/det past/past/NOUN/NN/2/obl",
        "Shells/shell/NOUN/NNS/3/nsubj had/have/AUX/VBD/3/aux hit/hit/VERB/VBN/0/root schools/school/NOUN/NNS/3/obj",
        "Shells/shell/NOUN/NNS/3/nsubj also/also/ADV/RB/3/advmod hit/hit/VERB/VBD/0/root schools/school/NOUN/NNS/3/obj",
        "In/in/ADP/IN/2/case 2009/2009/NUM/CD/4/obl shells/shell/NOUN/NNS/4/nsubj hit/hit/VERB/VBD/0/root "
        "schools/school/NOUN/NNS/4/obj",
    ],
    ids=["habit", "in the past", "pluperfect", "also", "own date"],
)
def test_what_the_text_sets_apart_is_of_another_day(set_apart):
    assert dates(set_apart) == ["2024-07-15", None]


def test_a_death_in_a_dated_attack_is_of_its_day_whosoever_died():
    reading = read(
        OPENING,
        "Tuaregs/Tuareg/PROPN/NNPS/2/nsubj:pass died/die/VERB/VBD/0/root in/in/ADP/IN/5/case the/the/DET/DT/5/det "
        "shelling/shelling/NOUN/NN/2/obl",
    )
    shelling = [act(reading, f, "ASSAULT", actors=[party(reading, "Mali", "MLI", 0)]) for f in ("shelled", "shelling")]
    died = act(reading, "died", "ASSAULT", recipients=[party(reading, "Tuaregs", "NER")])
    day = When("2024-07-15", "day", reading.span(3, 3))
    assert carried_on(reading, [shelling, [died]], [day, None]) == [day, day]
