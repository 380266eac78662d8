"""Names that are known whole, and what stands before them."""

from collections.abc import Callable

import pytest

from hearsay.actors import Cast, resolve
from hearsay.world import World
from tests.actors.conftest import at

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("al-Qaeda in the Islamic Maghreb", "IMG"),
        ("Islamic State in Iraq and the Levant", "IMG"),
        ("Kurdistan regional government", "IRQ"),
        ("Zetas Cartel", "MEX"),
    ],
)
def test_a_known_body_is_known_by_its_whole_name(world: World, words: str, country: str) -> None:
    actor = resolve(words, world, on="2017-06-01")
    assert actor is not None
    assert (actor.country, actor.id is not None) == (country, True)


def test_a_description_that_opens_a_sentence_is_no_name(world: World) -> None:
    actor = resolve("Congressional group", world, on="2017-06-01")
    assert actor is not None
    assert (actor.name, actor.sector) == ("congressional group", ("LEG",))


def test_a_king_is_the_one_of_the_country_that_owns_him(cast_of: CastOf) -> None:
    """Two kings share the name; the possessor decides, whoever else is known by it."""
    line = "{}/PROPN:LOC/3/nmod:poss 's/PART/1/case King/PROPN/4/compound Abdullah/PROPN:PER/5/nsubj spoke/VERB/0/root"
    found = [cast_of(line.format(state), published="2010-06-01").actors_at(3)[0] for state in ("Jordan", "Kuwait")]
    assert [(actor.country, actor.id) for actor in found] == [("JOR", "person:abdullah-ii"), ("KWT", None)]


def test_a_leader_takes_country_and_sectors_of_a_party_whose_name_begins_with_a_nationality(cast_of: CastOf) -> None:
    cast = cast_of(
        "Danish/ADJ/2/amod People/PROPN:ORG/5/nmod:poss 's/PART/2/case Party/PROPN/5/compound leader/NOUN/8/nsubj "
        "Kari/PROPN:PER/5/appos Voss/PROPN:+/6/flat resigned/VERB/0/root",
    )
    assert at(cast, 5) == [("Kari Voss", "DNK", ("PTY",))]


def test_a_title_with_a_comma_behind_it_is_no_part_of_a_known_name(cast_of: CastOf) -> None:
    cast = cast_of(
        "Iraqi/ADJ/3/amod Foreign/PROPN/3/compound Minister/PROPN/8/nsubj ,/PUNCT/5/punct Ibrahim/PROPN:PER/3/appos "
        "Jaafari/PROPN:+/5/flat ,/PUNCT/5/punct spoke/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(4)] == ["Ibrahim Jaafari"]


def test_people_in_arms_are_of_the_country_whose_town_they_strike(cast_of: CastOf) -> None:
    """A country named elsewhere in the article does not outweigh the place that the clause itself gives."""
    cast = cast_of(
        "Crowds/NOUN/2/nsubj protested/VERB/0/root in/ADP/4/case Turkey/PROPN:LOC/2/obl",
        "separatists/NOUN/2/nsubj shelled/VERB/0/root Mariupol/PROPN:LOC/2/obj",
    )
    assert at(cast, 4) == [("separatists", "UKR", ("REB",))]


def test_a_country_in_a_phrase_of_its_own_before_a_name_is_not_the_persons(cast_of: CastOf) -> None:
    cast = cast_of(
        "conflict/NOUN/0/root in/ADP/3/case Kenya/PROPN:LOC/1/nmod Tomas/PROPN:PER/3/flat Verdin/PROPN:+/4/flat",
    )
    assert at(cast, 3) == [("Tomas Verdin", "FRA", ("GOV",))]


def test_a_foreign_ministry_is_not_from_elsewhere(cast_of: CastOf) -> None:
    """The word is part of the ministry's name: it takes the country that the story is about, unlike foreign troops."""
    ministry = cast_of(
        "Kenya/PROPN:LOC/2/nsubj protested/VERB/0/root",
        "The/DET/3/det foreign/ADJ/3/amod ministry/NOUN/4/nsubj spoke/VERB/0/root",
    )
    troops = cast_of(
        "Kenya/PROPN:LOC/2/nsubj protested/VERB/0/root",
        "The/DET/3/det foreign/ADJ/3/amod troops/NOUN/4/nsubj left/VERB/0/root",
    )
    assert (at(ministry, 4)[0][1:], at(troops, 4)[0][1:]) == (("KEN", ("GOV",)), (None, ("MIL",)))


def test_a_leader_of_a_part_of_a_state_is_of_its_government(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kari/PROPN:PER/7/nsubj Voss/PROPN:+/1/flat ,/PUNCT/1/punct the/DET/5/det region/NOUN/6/nmod:poss "
        "leader/NOUN/1/appos spoke/VERB/0/root in/ADP/9/case Kenya/PROPN:LOC/7/obl",
    )
    assert at(cast, 0) == [("Kari Voss", "KEN", ("GOV",))]


def test_a_title_of_an_office_left_is_a_courtesy(cast_of: CastOf) -> None:
    cast = cast_of(
        "Prime/PROPN/2/compound Minister/PROPN/3/nmod:desc Amina/PROPN:PER/5/nsubj Sorvali/PROPN:+/3/flat "
        "spoke/VERB/0/root",
        published="2021-06-01",
    )
    assert [(a.country, a.sector) for a in cast.actors_at(2)] == [("FIN", ("ELI",))]


def test_a_surname_behind_mrs_is_no_man_s(cast_of: CastOf) -> None:
    cast = cast_of(
        "Mr./PROPN/2/nmod:desc Bush/PROPN:PER/5/nsubj and/CCONJ/4/cc Mrs./PROPN/5/nmod:desc Bush/PROPN:PER/6/nsubj "
        "spoke/VERB/0/root Iraq/PROPN:LOC/6/obj America/PROPN:LOC/6/obj",
        published="2008-03-17",
    )
    assert [a.id for a in cast.actors_at(1)] == ["person:george-w-bush"]
    assert [a.id for a in cast.actors_at(4)] != ["person:george-w-bush"]
