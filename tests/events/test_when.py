"""When: time expressions, their day, and whose day it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.events import days
from hearsay.events.candidate import When
from hearsay.events.time_expressions import time_expressions
from hearsay.events.when import resolve_when
from tests.events.sentences import act, read

CASES = ("on", "in", "of", "until", "by", "since", "for")
SHELLED = "Troops/troop/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root it/it/PRON/PRP/2/obj "


def told(words: str) -> str:
    """A sentence with a time after "Troops shelled it": prepositions hang on the next word, the rest on the verb."""
    rows = []
    for position, form in enumerate(words.split(), 4):
        upos = "NUM" if form[0].isdigit() else "PROPN" if form[0].isupper() else "NOUN"
        tag, head, relation = (upos, 2, "obl") if form not in CASES else ("ADP", position + 1, "case")
        rows.append(f"{form}/{form}/{tag}/NN/{head}/{relation}")
    if rows[-1].endswith("/case"):
        rows.append("it/it/PRON/PRP/2/obl")
    return SHELLED + " ".join(rows)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on Friday", "2024-07-12"),
        ("on Wednesday", "2024-07-17"),
        ("last Wednesday", "2024-07-10"),
        ("Monday night", "2024-07-15"),
        ("today", "2024-07-17"),
        ("yesterday", "2024-07-16"),
        ("last night", "2024-07-16"),
        ("last week", "2024-07"),
        ("last month", "2024-06"),
        ("last year", "2023"),
        ("earlier this year", "2024"),
        ("in June", "2024-06"),
        ("in October", "2023-10"),
        ("last July", "2023-07"),
        ("in August last year", "2023-08"),
        ("early June", "2024-06"),
        ("12 June", "2024-06-12"),
        ("June 12 , 2004", "2004-06-12"),
        ("Friday , June 12 2020", "2020-06-12"),
        ("the 5th of May 2019", "2019-05-05"),
        ("October 7", "2023-10-07"),
        ("2004-06-12", "2004-06-12"),
        ("in 2003", "2003"),
        ("two days ago", "2024-07-15"),
        ("three weeks ago", "2024-06"),
        ("ten years ago", "2014"),
        ("since Monday", "2024-07-15"),
    ],
)
def test_an_act_told_as_done_is_dated_against_the_day_of_publication(words, date):
    reading = read(told(words))
    assert resolve_when(reading, act(reading, "shelled", "ASSAULT")).date == date


@pytest.mark.parametrize(
    "words",
    [
        "31 June 2004",
        "in the 1990s",
        "recently",
        "more than a year ago",
        "until Friday",
        "two years later",
        "for weeks",
        "the last year",
    ],
)
def test_what_no_iso_date_can_hold_stays_unknown(words):
    reading = read(told(words))
    assert resolve_when(reading, act(reading, "shelled", "ASSAULT")) == When()


def test_the_words_that_gave_the_date_are_kept_with_their_precision():
    reading = read(told("early June"))
    when = resolve_when(reading, act(reading, "shelled", "ASSAULT"))
    assert (when, reading.document.text[slice(*when.span)]) == (When("2024-06", "month", when.span), "early June")


def test_the_day_of_the_act_is_not_the_day_of_telling():
    reading = read(
        "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root on/on/ADP/IN/5/case "
        "Monday/Monday/PROPN/NNP/3/obl that/that/SCONJ/IN/8/mark troops/troop/NOUN/NNS/8/nsubj "
        "attacked/attack/VERB/VBD/3/ccomp the/the/DET/DT/10/det base/base/NOUN/NN/8/obj on/on/ADP/IN/12/case "
        "Sunday/Sunday/PROPN/NNP/8/obl"
    )
    assert resolve_when(reading, act(reading, "attacked", "ASSAULT")).date == "2024-07-14"


def test_a_telling_alone_dates_nothing():
    reading = read(
        "He/he/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root Monday/Monday/PROPN/NNP/2/obl:unmarked "
        "troops/troop/NOUN/NNS/5/nsubj attacked/attack/VERB/VBD/2/ccomp"
    )
    assert resolve_when(reading, act(reading, "attacked", "ASSAULT")) == When()


def test_a_weekday_of_an_act_to_come_lies_ahead():
    reading = read(
        "He/he/PRON/PRP/3/nsubj will/will/AUX/MD/3/aux visit/visit/VERB/VB/0/root Paris/Paris/PROPN/NNP/3/obj "
        "on/on/ADP/IN/6/case Thursday/Thursday/PROPN/NNP/3/obl"
    )
    assert resolve_when(reading, act(reading, "visit", "AGREE", status="planned")).date == "2024-07-18"


def test_days_after_another_act_are_counted_from_its_day():
    reading = read(
        "She/she/PRON/PRP/2/nsubj arrived/arrive/VERB/VBD/0/root today/today/NOUN/NN/2/obl:unmarked "
        ",/,/PUNCT/,/6/punct two/two/NUM/CD/6/nummod days/day/NOUN/NNS/2/obl:unmarked "
        "after/after/SCONJ/IN/9/mark being/be/AUX/VBG/9/aux:pass rescued/rescue/VERB/VBN/2/advcl "
        "from/from/ADP/IN/12/case the/the/DET/DT/12/det rebels/rebel/NOUN/NNS/9/obl"
    )
    assert resolve_when(reading, act(reading, "rescued", "AID")).date == "2024-07-15"
    assert resolve_when(reading, act(reading, "arrived", "CONSULT")).date == "2024-07-17"


def test_a_fronted_day_frames_both_halves_of_a_sentence():
    reading = read(
        "On/on/ADP/IN/2/case Friday/Friday/PROPN/NNP/5/obl ,/,/PUNCT/,/2/punct fishermen/fisherman/NOUN/NNS/5/nsubj "
        "rescued/rescue/VERB/VBD/0/root migrants/migrant/NOUN/NNS/5/obj and/and/CCONJ/CC/10/cc the/the/DET/DT/9/det "
        "navy/navy/NOUN/NN/10/nsubj saved/save/VERB/VBD/5/conj 200/200/NUM/CD/10/obj"
    )
    assert resolve_when(reading, act(reading, "saved", "AID")).date == "2024-07-12"


def test_a_day_between_the_halves_belongs_to_the_first():
    reading = read(
        "Gunmen/gunman/NOUN/NNS/2/nsubj struck/strike/VERB/VBD/0/root on/on/ADP/IN/4/case "
        "Friday/Friday/PROPN/NNP/2/obl "
        "and/and/CCONJ/CC/7/cc rebels/rebel/NOUN/NNS/7/nsubj fled/flee/VERB/VBD/2/conj"
    )
    assert resolve_when(reading, act(reading, "fled", "RETREAT")) == When()


@pytest.mark.parametrize(("noun", "dated"), [("court", True), ("attack", False)])
def test_a_day_between_a_doer_and_its_verb_is_the_verb_s(noun, dated):
    reading = read(
        f"A/a/DET/DT/2/det {noun}/{noun}/NOUN/NN/5/nsubj on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/nmod "
        "provoked/provoke/VERB/VBD/0/root protests/protest/NOUN/NNS/5/obj"
    )
    assert resolve_when(reading, act(reading, "provoked", "REQUEST")).date == ("2024-07-15" if dated else None)


def test_a_noun_takes_the_day_that_owns_it():
    reading = read(
        "Saturday/Saturday/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case attack/attack/NOUN/NN/4/nsubj "
        "destroyed/destroy/VERB/VBD/0/root a/a/DET/DT/6/det mosque/mosque/NOUN/NN/4/obj"
    )
    assert resolve_when(reading, act(reading, "attack", "ASSAULT")).date == "2024-07-13"


def test_a_condemned_attack_does_not_take_the_day_of_the_condemnation():
    reading = read(
        "Iran/Iran/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root the/the/DET/DT/4/det "
        "attack/attack/NOUN/NN/2/obj on/on/ADP/IN/6/case Tuesday/Tuesday/PROPN/NNP/2/obl"
    )
    assert resolve_when(reading, act(reading, "attack", "ASSAULT")) == When()
    assert resolve_when(reading, act(reading, "condemned", "ACCUSE")).date == "2024-07-16"


def test_later_in_the_day_is_the_day_of_the_sentence_before():
    reading = read(
        SHELLED + "on/on/ADP/IN/5/case Monday/Monday/PROPN/NNP/2/obl",
        "Later/later/ADV/RB/4/advmod in/in/ADP/IN/4/case the/the/DET/DT/4/det day/day/NOUN/NN/6/obl "
        "they/they/PRON/PRP/6/nsubj withdrew/withdraw/VERB/VBD/0/root",
    )
    assert resolve_when(reading, act(reading, "withdrew", "RETREAT")).date == "2024-07-15"


def test_a_group_or_feast_named_by_a_day_dates_nothing():
    reading = read(
        "March/March/PROPN/NNP/3/compound 14/14/NUM/CD/1/nummod Alliance/Alliance/PROPN/NNP/4/nsubj "
        "protested/protest/VERB/VBD/0/root on/on/ADP/IN/7/case Good/good/ADJ/NNP/7/amod Friday/Friday/PROPN/NNP/4/obl"
    )
    assert resolve_when(reading, act(reading, "protested", "PROTEST")) == When()


def test_without_a_publication_date_only_full_dates_are_known():
    for words, date in (("on Friday", None), ("10 December", None), ("10 December 2016", "2016-12-10")):
        reading = read(told(words), published=None)
        assert resolve_when(reading, act(reading, "shelled", "ASSAULT")).date == date


def test_a_thing_done_cannot_lie_after_publication():
    reading = read(told("12 June 2030"))
    assert resolve_when(reading, act(reading, "shelled", "ASSAULT")) == When()


@pytest.mark.parametrize(
    "line",
    [
        "It/it/PRON/PRP/3/nsubj may/may/AUX/MD/3/aux march/march/VERB/VB/0/root",
        "The/the/DET/DT/2/det second/second/ADJ/JJ/3/amod attack/attack/NOUN/NN/0/root",
        "The/the/DET/DT/2/det Sun/Sun/PROPN/NNP/3/nsubj says/say/VERB/VBZ/0/root",
        "About/about/ADV/RB/2/advmod 2000/2000/NUM/CD/3/nummod people/people/NOUN/NNS/4/nsubj died/die/VERB/VBD/0/root",
        "Resolution/resolution/PROPN/NNP/3/nsubj 1970/1970/NUM/CD/1/nummod passed/pass/VERB/VBD/0/root",
    ],
)
def test_words_that_look_like_times_are_left_alone(line):
    reading = read(line)
    assert time_expressions(reading, 0, len(reading.words) - 1) == []


WORDS = st.sampled_from(
    ("on", "in", "of", "the", "last", "next", "this", "12", "31", "3rd", "2004", "1999-2003", "June", "May", "Monday",
     "today", "ago", "days", "week", "year", ",", "early", "September", "11", "attacks", "earlier", "later", "two", "a",
     "more", "than", "00", "9/11", "Christmas", "Day", "since")
)  # fmt: skip
PUBLISHED = st.sampled_from(["2024-07-17", "0001-01-01", "9999-12-31", "2024", None])


@given(st.lists(WORDS, min_size=1, max_size=8), PUBLISHED)
def test_the_resolver_never_fails_and_never_invents(words, published):
    """Any words in any order give an ISO date quoted from the text, or nothing."""
    reading = read(told(" ".join(words)), published=published)
    when = resolve_when(reading, act(reading, "shelled", "ASSAULT"))
    lengths = {"day": 10, "month": 7, "year": 4}
    if when.date is None:
        assert when == When()
    else:
        assert len(when.date) == lengths[when.precision]
        assert when.span is not None
        assert reading.words[3].begin <= when.span[0] < when.span[1] <= len(reading.document.text)


def test_no_date_lies_outside_the_calendar():
    last, first = days.published_day("9999-12-31"), days.published_day("0001-01-01")
    assert last is not None
    assert first is not None
    assert days.calendar_date(last, 0, 6, 0, True) == days.UNKNOWN
    assert days.calendar_date(first, 0, 12, 0, False) == days.UNKNOWN
    assert days.last_month(first, 2) == days.UNKNOWN


@given(st.dates(), st.integers(0, 6))
def test_a_bare_weekday_is_at_most_six_days_back_and_a_last_one_at_most_seven(anchor, number):
    if anchor.year in (1, 9999):
        return
    bare, _ = days.weekday(anchor, number, None, future=False)
    last, _ = days.weekday(anchor, number, -1, future=False)
    assert 0 <= (anchor - days.published_day(bare)).days <= 6
    assert 1 <= (anchor - days.published_day(last)).days <= 7
