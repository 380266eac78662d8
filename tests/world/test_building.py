"""The build finds what cannot be: two holders of one office; and it tells people from namesakes."""

from collections import defaultdict

from hearsay.world.store import PackagedStore
from worldbuild.closing import SINGLE, close_terms, overlaps
from worldbuild.draft import Draft
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
