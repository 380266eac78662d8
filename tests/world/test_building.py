"""The build finds what cannot be: two holders of one office; and it tells people from namesakes."""

from collections import defaultdict

from hearsay.world.store import PackagedStore
from worldbuild.closing import SINGLE, close_terms, overlaps
from worldbuild.draft import Draft
from worldbuild.holders import Holding, _succeeded, names_in
from worldbuild.persons import People, capitals, plain

SHARED = {
    ("AFG", "head-of-government"),  # president and chief executive, 2014 to 2020
    ("CIV", "head-of-state"),  # two presidents after the election of 2010
    ("KEN", "head-of-government"),  # president and prime minister, 2008 to 2013
    ("KOR", "head-of-government"),  # the prime minister leads the cabinet under the president
    ("LBY", "head-of-government"),  # two governments, 2016 to 2021
    ("LKA", "head-of-government"),  # president and prime minister
    ("ZWE", "head-of-government"),  # president and prime minister, 2009 to 2013
}
"""Offices that two people did hold at once."""


def draft_with(*terms: tuple[str, str, str]) -> Draft:
    draft = Draft()
    for person, since, until in terms:
        draft.term(person, "foreign-minister", "Foreign Minister", "GBR", "GOV", since, until, source="curated")
    return draft


def test_overlapping_holders_are_listed() -> None:
    assert overlaps(draft_with(("a", "2010-01-01", "2012-01-01"), ("b", "2012-01-01", "2014"))) == []
    assert overlaps(draft_with(("a", "2010-01-01", "2012-06-01"), ("b", "2012-01-01", "2014"))) == [
        "GBR foreign-minister 2012-01-01 to 2012-06-01: a (curated), b (curated)"
    ]


def test_an_open_term_ends_where_the_next_begins_when_that_is_near() -> None:
    draft = draft_with(("a", "2010-01-01", ""), ("b", "2011-03-01", ""), ("c", "2020-01-01", ""))
    close_terms(draft)
    assert [term[6] for term in draft.terms.values()] == ["2011-03-01", "", ""]


def test_a_holder_still_printed_after_the_next_began_counts_as_gone_one_seen_longer_does_not() -> None:
    """An edition that mistook another office for this one does not end the term of whoever it shows for years."""
    draft = draft_with(("a", "2010-01-01", ""), ("b", "2010-08-01", ""))
    first, second = draft.terms.values()
    first[8:11] = ["2010-01-01", "2014-01-01", "factbook"]
    second[2], second[8:11] = "President", ["2010-08-01", "2010-09-01", "factbook"]
    close_terms(draft)
    assert (first[6], first[9]) == ("", "2014-01-01")
    second[2] = first[2]
    close_terms(draft)
    assert (first[6], first[9]) == ("", "2010-08-01")


def test_a_nickname_in_doubled_quotes_is_no_part_of_a_name() -> None:
    (name,) = names_in('"Laurentino ""Nito"" CORTIZO Cohen"')
    assert (name.given, name.surname, name.rest) == (["Laurentino"], ["Cortizo"], ["Cohen"])


def test_a_term_printed_on_after_a_curated_successor_began_ends_there() -> None:
    draft = draft_with(("next", "2020-03-01", ""))
    holding = Holding("old", "foreign-minister", "Foreign Minister", "", "2015-01-01", "2015-02-01", "2020-09-01", "x")
    assert _succeeded(list(draft.terms.values()), holding, "") == "2020-03-01"
    assert holding.last == "2020-03-01"


def test_our_own_tables_put_one_person_in_a_single_office() -> None:
    terms = defaultdict(list)
    for row in PackagedStore().table("terms"):
        if row[1] in SINGLE and row[10] == "curated" and not row[7]:
            terms[row[3], row[1]].append((row[5], row[6] or row[9], row[0]))
    shared = set()
    for office, held in terms.items():
        for (_, end, a), (begin, _, b) in zip(sorted(held), sorted(held)[1:], strict=False):
            if a != b and begin[:7] < end[:7]:
                shared.add(office)
    assert shared == SHARED


def test_people_are_one_across_spellings_and_two_across_countries() -> None:
    draft = Draft()
    people = People(draft)
    printed = capitals("Hasan Fereidun RUHANI", "Hasan Fereidun Ruhani")
    assert printed is not None
    first = people.person(printed, "IRN", 50, "factbook")
    assert people.person(plain("Hassan Rouhani"), "IRN", 50, "wikidata") == first
    assert people.person(plain("Hassan Rouhani"), "IRQ", 50, "wikidata") != first
    assert people.person(plain("Ali Rouhani"), "IRN", 50, "wikidata") != first
    assert "hasan ruhani" in draft.names_of(first)


def test_the_surname_is_what_stands_in_capitals() -> None:
    cut = {
        name: capitals(name, name.title())
        for name in ("XI Jinping", "Masoud PEZESHKIAN", "Hugo CHAVEZ Frias", "no name")
    }
    assert {name: p and (p.given, [s.title() for s in p.surname], p.rest) for name, p in cut.items()} == {
        "XI Jinping": ([], ["Xi"], ["Jinping"]),
        "Masoud PEZESHKIAN": (["Masoud"], ["Pezeshkian"], []),
        "Hugo CHAVEZ Frias": (["Hugo"], ["Chavez"], ["Frias"]),
        "no name": None,
    }
