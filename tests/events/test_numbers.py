"""How many: quantities in words, and whom they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.events.numbers import count
from hearsay.events.quantities import quantity_ending
from tests.events.sentences import act, read


def bare(words: str):
    """A reading of bare words in a row, each hanging on the one before."""
    forms = words.split()
    return read(" ".join(f"{form}/{form}/X/X/{at}/dep" for at, form in enumerate(forms)))


@pytest.mark.parametrize(
    ("words", "low", "best", "high"),
    [
        ("two", 2, 2, 2),
        ("2,500", 2500, 2500, 2500),
        ("at least 30", 30, 30, None),
        ("more than a dozen", 12, 12, None),
        ("up to 40", None, 40, 40),
        ("nearly 500", None, 500, None),
        ("between 20 and 30", 20, None, 30),
        ("20 to 30", 20, None, 30),
        ("20-30", 20, None, 30),
        ("dozens", 24, None, None),
        ("several dozen", 36, None, None),
        ("tens of thousands", 20000, None, None),
        ("hundreds of thousands", 200000, None, None),
        ("two hundred and five", 205, 205, 205),
        ("twenty-one", 21, 21, 21),
        ("2.5 million", 2500000, 2500000, 2500000),
        ("five hundred thousand", 500000, 500000, 500000),
    ],
)
def test_a_quantity_has_a_low_a_best_and_a_high(words, low, best, high):
    reading = bare(words)
    found = quantity_ending(reading, len(reading.words) - 1, 0)
    assert (found.low, found.best, found.high, found.first) == (low, best, high, 0)


WORDS = st.sampled_from(
    ("a", "an", "and", "of", "one", "two", "dozen", "dozens", "hundred", "thousand", "3", "40", "1,200", "5-9", "at",
     "least", "to", "or", "up", "between", "people", "many", "tens", "-")
)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=7))
def test_low_is_never_above_best_nor_best_above_high(words):
    """Whatever the words, a quantity is ordered and lies in them."""
    reading = bare(" ".join(words))
    found = quantity_ending(reading, len(words) - 1, 0)
    if found is not None:
        told = [n for n in (found.low, found.best, found.high) if n is not None]
        assert told == sorted(told)
        assert told
        assert 0 <= found.first <= found.last == len(words) - 1


def numbers(reading, candidate):
    return [(n.kind, n.low, n.best, n.high, n.text) for n in count(reading, candidate)]


def test_those_killed_and_those_wounded_are_counted_apart():
    reading = read(
        "A/a/DET/DT/2/det bomb/bomb/NOUN/NN/3/nsubj killed/kill/VERB/VBD/0/root 12/12/NUM/CD/5/nummod "
        "people/person/NOUN/NNS/3/obj and/and/CCONJ/CC/7/cc "
        "wounded/wound/VERB/VBD/3/conj between/between/ADP/IN/9/advmod "
        "20/20/NUM/CD/12/nummod and/and/CCONJ/CC/11/cc 30/30/NUM/CD/9/conj others/other/NOUN/NNS/7/obj"
    )
    assert numbers(reading, act(reading, "killed", "ASSAULT")) == [
        ("killed", 12, 12, 12, "12"),
        ("injured", 20, None, 30, "between 20 and 30"),
    ]


def test_the_victims_of_a_passive_are_its_subject():
    reading = read(
        "Dozens/dozen/NOUN/NNS/5/nsubj:pass of/of/ADP/IN/3/case protesters/protester/NOUN/NNS/1/nmod "
        "were/be/AUX/VBD/5/aux:pass arrested/arrest/VERB/VBN/0/root"
    )
    assert numbers(reading, act(reading, "arrested", "COERCE")) == [("arrested", 24, None, None, "Dozens")]


def test_a_marching_crowd_is_counted_as_participants():
    reading = read(
        "Tens/ten/NOUN/NNS/6/nsubj of/of/ADP/IN/3/case thousands/thousand/NOUN/NNS/1/nmod of/of/ADP/IN/5/case "
        "people/people/NOUN/NNS/3/nmod marched/march/VERB/VBD/0/root"
    )
    assert numbers(reading, act(reading, "marched", "PROTEST")) == [
        ("participants", 20000, None, None, "Tens of thousands")
    ]


def test_deaths_below_an_attack_are_its_own():
    reading = read(
        "Militants/militant/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root "
        "a/a/DET/DT/4/det village/village/NOUN/NN/2/obj "
        ",/,/PUNCT/,/6/punct killing/kill/VERB/VBG/2/advcl a/a/DET/DT/8/det policeman/policeman/NOUN/NN/6/obj"
    )
    assert numbers(reading, act(reading, "attacked", "ASSAULT")) == [("killed", 1, 1, 1, "a")]


def test_the_deaths_of_another_act_are_left_to_it():
    reading = read(
        "Troops/troop/NOUN/NNS/2/nsubj arrested/arrest/VERB/VBD/0/root him/he/PRON/PRP/2/obj and/and/CCONJ/CC/6/cc "
        "police/police/NOUN/NN/6/nsubj stopped/stop/VERB/VBD/2/conj 40/40/NUM/CD/8/nummod people/person/NOUN/NNS/6/obj"
    )
    assert numbers(reading, act(reading, "arrested", "COERCE")) == []


def test_a_visit_counts_nobody():
    reading = read("Ten/ten/NUM/CD/2/nummod people/person/NOUN/NNS/3/nsubj met/meet/VERB/VBD/0/root")
    assert count(reading, act(reading, "met", "CONSULT")) == ()
