"""How much must speak for an act, by what the article is about; and what speaks against one."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

import hearsay
from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events.candidate import Candidate
from hearsay.events.coding import EventCoder
from hearsay.events.credence import READS, features, likeness_to_acts, probability, unlike
from hearsay.events.doubts import NAMES
from hearsay.events.matter import Matter, matter
from hearsay.events.tables import read_table
from hearsay.lexicon import why
from hearsay.reading.tree import Reading, Word
from hearsay.records import EventType

CAMPAIGN = " ".join(
    f"On {day} the candidate met voters in {place} before the primary, where polls show the nominee ahead."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    for place in ("Ohio", "Iowa", "Nevada")
)
BUDGET = " ".join(
    f"The United States Senate heard about the {thing} of the Treasury, and the White House gave its view of it."
    for thing in ("budget", "debt", "plans", "taxes", "staff", "rules", "houses", "books", "reports", "costs")
)
SIEGE = " ".join(
    f"Rebels fired missiles at {place} and wounded three soldiers, the Syrian army said, and Turkey sent troops."
    for place in (
        "Aleppo",
        "Homs",
        "Hama",
        "Idlib",
        "Raqqa",
        "Palmyra",
        "Deraa",
        "Latakia",
        "Tartus",
        "Manbij",
        "Afrin",
    )
)
TRADE = " ".join(
    f"France sold {thing} to Egypt, and ministers of Egypt and France spoke of prices in Paris on Friday."
    for thing in ("wheat", "cars", "trains", "paper", "glass", "steel", "cheese", "shoes", "books", "lamps", "wood")
)


def found(coder: hearsay.Coder, text: str) -> list[Candidate]:
    reading = coder.read(hearsay.make_document(text, id="d", published="2016-09-07"))
    cast = find_cast(reading, coder.world)
    return EventCoder(reading, cast, attribute(reading, cast, coder.world), coder.world, coder.lexicon).found()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The candidate met voters.", "sentence"),
        (CAMPAIGN, "contest"),
        (BUDGET, "home"),
        (SIEGE, "force"),
        (TRADE, "calm"),
    ],
)
def test_an_article_is_about_what_its_words_are_about(coder: hearsay.Coder, text: str, expected: Matter) -> None:
    reading = coder.read(hearsay.make_document(text, id="d", published="2016-09-07"))
    assert matter(reading, find_cast(reading, coder.world)) == expected


@pytest.mark.parametrize(
    ("text", "event", "doubts"),
    [
        ("Iran praised Turkey.", "SUPPORT", set()),
        ("Iran's letter praised Turkey.", "SUPPORT", {"doer through a thing"}),
        ("Turkey was criticized.", "ACCUSE", {"one country", "passive without doer"}),
        ("The court heard how Iran bombed the Kurds.", "ASSAULT", {"indirect question", "armed", "unarmed"}),
        ("Iran could visit Turkey.", "AGREE", {"possible"}),
    ],
)
def test_what_speaks_against_an_act_is_named(coder: hearsay.Coder, text: str, event: str, doubts: set[str]) -> None:
    (candidate,) = [c for c in found(coder, text) if c.event == event]
    assert set(candidate.doubts) <= doubts | {"told by others", "apolitical recipient", "one country", "present tense"}
    assert doubts - {"armed", "unarmed"} <= set(candidate.doubts)
    assert list(candidate.doubts) == [name for name in NAMES if name in candidate.doubts]


def test_the_tables_name_nothing_that_is_not_asked_for() -> None:
    known = {*NAMES, READS, "one", "prior", "both sides", *(f"type {e}" for e in get_args(EventType))}
    known |= {"a verb", "a noun", "a adj"}
    assert {row["feature"] for row in read_table("credence.tsv")} <= known
    assert {row["matter"] for row in read_table("credence_needed.tsv")} == set(get_args(Matter))


def test_more_must_speak_for_an_act_in_a_contest_than_in_a_war(coder: hearsay.Coder) -> None:
    sentence = "The minister asked whether Iran's letter praises Turkey."

    def told(around: str) -> set[str]:
        coding = coder.code(hearsay.make_document(f"{around}\n\n{sentence}", id="d", published="2016-09-07"))
        begin = len(around)
        return {e.event for e in coding.events for m in e.mentions if m.trigger[0] > begin}

    assert told(CAMPAIGN) == set()
    assert told(SIEGE) != set()


def test_why_names_the_doubts_that_kept_a_word_out(coder: hearsay.Coder) -> None:
    text = f"{CAMPAIGN}\n\nThe minister asked whether Iran's letter praises Turkey."
    outcomes = {tried.word: tried.outcome for tried in why(text, coder, "2016-09-07")}
    assert outcomes["praises"].startswith("too doubtful here")
    assert "doer through a thing" in outcomes["praises"]


def test_the_probability_of_features_is_one(coder: hearsay.Coder) -> None:
    (candidate,) = found(coder, "Iran praised Turkey.")
    entry = coder.lexicon.entries[candidate.rule]
    reading = coder.read(hearsay.make_document("Iran praised Turkey.", id="d", published="2016-09-07"))
    plain = features(reading, candidate, entry)
    assert 0.0 < probability({**plain, "possible": 1.0}) < probability(plain) < 1.0
    assert probability({**plain, READS: plain[READS] - 1}) < probability(plain)


@pytest.mark.parametrize(
    ("act", "none", "word"),
    [
        ("Militants attacked an army post near Gao.", "She attacked the papers on her desk.", "attacked"),
        ("Fighters struck a depot near Homs, killing two.", "The senator struck a hopeful tone.", "struck"),
        ("Egypt expelled the Syrian ambassador.", "Two pupils were expelled for cheating.", "expelled"),
        ("Turkey accused Syria of shelling a village.", "He is accused of taking a laptop from a shop.", "accused"),
    ],
)
def test_a_word_reads_more_like_an_act_where_it_is_one(coder: hearsay.Coder, act: str, none: str, word: str) -> None:
    reading = coder.read(hearsay.make_document(f"{act}\n\n{none}", id="d"))
    first, second = (likeness_to_acts(reading, w.index) for w in reading.words if w.text == word)
    assert first > max(0, second)


def test_a_reader_that_does_not_judge_words_speaks_neither_for_nor_against() -> None:
    reading = Reading(hearsay.make_document("No", id="d"), (Word(0, 0, 2, "No", "INTJ", "UH", "no", -1, "root"),), ())
    assert (likeness_to_acts(reading, 0), unlike(reading, 0)) == (0.0, ())
    far = replace(reading, acts=(-9.0,))
    assert (likeness_to_acts(far, 0), unlike(far, 0)) == (-5.0, ("reads like no act",))
