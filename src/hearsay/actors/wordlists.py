"""The room's own word lists: small classes of English that no knowledge base holds.

``data/words.tsv`` gives words by class, some with a value; ``data/pronouns.tsv`` the pronouns; ``data/given_names.tsv``
common given names with their gender, which only helps to tell "he" from "she"; ``data/spellings.tsv`` the usual
transliterations of one part of a name. The classes:

==============  ==================================================================================================
anaphor         nouns that point back at a body or state; value: the kinds of actor they may mean ("the group")
realm           nouns for a state of one form of government; value: the states of that form ("the kingdom")
pair            plural nouns that "both" or "the two" may point back with; value: kinds
representative  nouns for people of a body, whose sectors are the body's ("Hamas leader", "police spokesman")
official        of these, the ones who are GOV when the owner is a state
scattered       plural nouns that are of no one country unless the text says so ("governments")
family, people  nouns for relatives, and for anybody
gendered        nouns for one person; value: the gender they tell
collective      singular nouns for several people ("team")
quantity        nouns before "of" that leave the meaning to the next noun ("a group of lawmakers")
counted         nouns whose span takes the "of" phrase in
leader          nouns that all name whoever leads
body            nouns of institutions inside names; value "lower": belongs to the name even when printed small
possessor       words before "'s" inside a body's name ("People's", "Workers'")
honorific       words before a person's name; value: the gender they tell
status          words that say how an office is held; value: former, late, acting, elect or nothing
tie             participles that say whose friend or foe something is, not whose it is ("Iran-backed")
foreign         adjectives of things from elsewhere, which take no country from their surroundings
region          nouns and names of parts of the world above one country
armed           nouns for people in arms; ``allied``: what makes a coalition one of states in arms
place-noun      nouns after a name that make it a place ("Khost province")
water           last words of the names of waters, which lie in no country
counting        words before a number that leave a group's name ("at least 30 people" are "people")
compass         place words too general to place a name by
never-name      capitalised words that name no actor: days, months
occasion        last words of names of occasions, which act in nothing ("the Annapolis Conference")
weapon          nouns after a name that make it a thing ("Kalibr missiles")
governed        parts of states that have governments ("the region's leader")
body-kind       words between a place and an institution's noun printed small ("Kurdistan regional government")
also-surname    titles that are surnames too ("Mr King")
faith           adjectives of religions
people-thing    nouns for what a people has, which stands for the people ("the Kenyan cause")
aide            nouns for people whose "to" names whom they serve ("aide to")
side-word       words that make "parties" the sides of a dispute
employed        nouns for people of a body, who are of no country when the body is not named
commentator     nouns for people who judge from outside, and may be of any country
addressing      verbs whose object "it" is a state or body that is spoken to or of ("accused it of")
citizenry       words before "coalition" or "movement" that make it one of ordinary people
soldierly       words that show that an "officer" is a soldier; ``policing``: words that leave one a policeman
epithet         adjectives that say what a group stands for, and need not be in its name ("the leftist group")
between-states  words for what passes between governments, who are meant by a capital after them ("called on Cairo")
outpost         nouns for what and whom a state keeps in other countries ("a French base")
paper           last words of names of newspapers, by which they are called after ("the Times")
allied-with     nouns after "coalition" that make it one of states in arms
neighbour       nouns for a state in a relation to another ("our ally Kenya")
meeting-verb    verbs of two who meet or talk, whom "they" means after
neighbours      nouns for others in a relation to their owner, of whose country they are not ("our allies")
ranked          words before "major" that make it a rank
moving-verb     verbs by whose subject's state forces are moved; ``moving-noun``: nouns for such moves
coalition-foe   names against whom states stand in arms together ("the Coalition" beside "ISIL")
nobody          names of everybody and nobody ("the international community"), which are no actors
disposed        adjectives of those who will or can do something ("it is *willing* to"), not of facts ("it is clear")
american-title  offices and members of Congress that hardly any other country calls so
american-state  states of America; ``caucasian``: what is told of together with the country of Georgia
state-abbreviation  states of America as they stand behind a lawmaker's name ("(Fla.)")
harm-verb       lemmas of verbs whose bare number counts people ("killed 12")
==============  ==================================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Pronoun:
    """``kind``: he, she, it, they, we, i, you or relative."""

    kind: str
    possessive: bool


def _rows(name: str) -> list[list[str]]:
    text = (files("hearsay.actors") / "data" / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()[1:] if line and not line.startswith("#")]


@cache
def _classes() -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for word, name, value in _rows("words"):
        classes.setdefault(name, {})[word] = value
    return classes


def listed(name: str) -> Mapping[str, str]:
    """The words of a class with their values. Raises KeyError for a class that does not exist."""
    return _classes()[name]


@cache
def given_names() -> Mapping[str, str]:
    """Common given names by their lower-case form, with the gender they usually tell."""
    return {row[0]: row[1] for row in _rows("given_names")}


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    groups = [row[0].split("|") for row in _rows("spellings")]
    return {word: tuple(w for w in group if w != word) for group in groups for word in group}


def spellings(word: str) -> tuple[str, ...]:
    """Other usual transliterations of a lower-case name part."""
    return _spellings().get(word, ())


@cache
def pronouns() -> Mapping[str, Pronoun]:
    """Pronouns by their lower-case form."""
    return {row[0]: Pronoun(row[1], row[2] == "yes") for row in _rows("pronouns")}
