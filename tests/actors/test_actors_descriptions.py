from collections.abc import Callable

import pytest

from hearsay.actors import Cast
from tests.actors.conftest import at

CastOf = Callable[..., Cast]

PREMIER = (
    "Finnish/ADJ/3/amod Prime/PROPN/3/compound Minister/PROPN/4/nmod:desc Amina/PROPN:PER/6/nsubj "
    "Sorvali/PROPN:+/4/flat "
    "spoke/VERB/0/root"
)


def test_a_description_by_office_and_country_is_the_named_holder(cast_of: CastOf) -> None:
    cast = cast_of(PREMIER, "The/DET/3/det Finnish/ADJ/3/amod leader/NOUN/4/nsubj left/VERB/0/root")
    assert at(cast, 8) == [("Amina Sorvali", "FIN", ("GOV",))]
    assert cast.at(8)[0].form == "description"


def test_a_description_of_another_country_is_not_the_named_holder(cast_of: CastOf) -> None:
    cast = cast_of(PREMIER, "The/DET/4/det Swedish/ADJ/4/amod prime/ADJ/4/amod minister/NOUN/5/nsubj left/VERB/0/root")
    assert at(cast, 9) == [("Swedish prime minister", "SWE", ("GOV",))]


def test_the_leader_of_a_group_takes_the_group_s_country_and_sectors(cast_of: CastOf) -> None:
    cast = cast_of("Red/PROPN:ORG/4/nmod:poss Dawn/PROPN:+/1/flat 's/PART/1/case leader/NOUN/5/nsubj spoke/VERB/0/root")
    assert at(cast, 3) == [("Red Dawn 's leader", "KEN", ("REB",))]


def test_soldiers_of_a_nationality_are_its_military(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan/ADJ/2/amod soldiers/NOUN/3/nsubj fired/VERB/0/root")
    assert at(cast, 1) == [("Kenyan soldiers", "KEN", ("MIL",))]
    assert at(cast, 0) == []


def test_an_adjective_before_an_act_is_the_state(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan/ADJ/2/amod strikes/NOUN/3/nsubj continued/VERB/0/root")
    assert at(cast, 0) == [("Kenya", "KEN", ("GOV",))]
    assert cast.at(0)[0].form == "adjective"


def test_bare_police_take_the_country_of_the_clause(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj watched/VERB/0/root",
        "Police/NOUN/2/nsubj fired/VERB/0/root in/ADP/4/case Kenya/PROPN:LOC/2/obl",
    )
    assert at(cast, 2) == [("Police", "KEN", ("COP",))]


def test_foreign_troops_take_no_country_from_their_surroundings(cast_of: CastOf) -> None:
    cast = cast_of("Foreign/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root Kenya/PROPN:LOC/3/obj")
    assert [(a.country, a.sector) for a in cast.actors_at(1)] == [(None, ("MIL",))]


def test_whoever_a_country_backs_is_not_of_that_country(cast_of: CastOf) -> None:
    cast = cast_of("Norway/PROPN:LOC/3/obl -/PUNCT/1/punct backed/VERB/4/amod ships/NOUN/5/nsubj sailed/VERB/0/root")
    assert cast.describe(3).country is None


def test_two_countries_before_one_noun_are_two_actors(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/6/det Kenyan/ADJ/6/amod and/CCONJ/4/cc French/ADJ/2/conj foreign/ADJ/6/amod "
        "ministers/NOUN/7/nsubj met/VERB/0/root",
        "French/ADJ/3/amod Foreign/PROPN/3/compound Minister/PROPN/4/nmod:desc Tomas/PROPN:PER/6/nsubj "
        "Verdin/PROPN:+/4/flat "
        "left/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(5)] == ["KEN", "FRA"]
    assert cast.actors_at(5)[1].id == "person:tomas-verdin"


def test_both_countries_are_the_last_two_named(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj accused/VERB/0/root Norway/PROPN:LOC/2/obj",
        "Both/DET/2/det countries/NOUN/3/nsubj recalled/VERB/0/root envoys/NOUN/3/obj",
    )
    assert [a.name for a in cast.actors_at(4)] == ["Kenya", "Norway"]


def test_the_group_is_the_last_group_named(cast_of: CastOf) -> None:
    cast = cast_of(
        "Red/PROPN:ORG/3/nsubj Dawn/PROPN:+/1/flat attacked/VERB/0/root",
        "The/DET/2/det group/NOUN/3/nsubj withdrew/VERB/0/root",
    )
    assert at(cast, 4) == [("Red Dawn", "KEN", ("REB",))]


def test_a_military_coalition_of_states_is_an_igo_in_arms(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/3/det international/ADJ/3/amod coalition/NOUN/4/nsubj struck/VERB/0/root Kenya/PROPN:LOC/4/obj"
    )
    assert at(cast, 2) == [("international coalition", "IGO", ("MIL",))]


def test_any_noun_can_be_described_with_its_words(cast_of: CastOf) -> None:
    cast = cast_of("They/PRON/2/nsubj hit/VERB/0/root the/DET/5/det Kenyan/ADJ/5/amod lorries/NOUN/2/obj")
    described = cast.describe(4)
    assert (described.name, described.country, described.sector) == ("Kenyan lorries", "KEN", ())
    assert cast.describe_span(4) == (3, 4)


def test_the_span_of_a_name_leaves_title_and_article_out(cast_of: CastOf) -> None:
    cast = cast_of(PREMIER)
    assert cast.describe_span(3) == (3, 4)
    assert {(m.first, m.last) for m in cast.members[0].mentions} == {(3, 4)}


KINGDOM = "The/DET/2/det kingdom/NOUN/3/nsubj refused/VERB/0/root"


def test_a_kingdom_is_the_last_named_state_that_is_one(cast_of: CastOf) -> None:
    cast = cast_of("Norway/PROPN:LOC/2/nsubj left/VERB/0/root Kenya/PROPN:LOC/2/obj", KINGDOM)
    assert at(cast, 4) == [("Norway", "NOR", ("GOV",))]


def test_a_kingdom_where_none_was_named_is_nobody_s(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj left/VERB/0/root France/PROPN:LOC/2/obj", KINGDOM)
    assert ("Kenya", "KEN", ("GOV",)) not in at(cast, 4)
    assert ("France", "FRA", ("GOV",)) not in at(cast, 4)


def test_leaders_of_several_countries_are_one_of_each(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/2/det leaders/NOUN/7/nsubj of/ADP/4/case Kenya/PROPN:LOC/2/nmod and/CCONJ/6/cc "
        "Norway/PROPN:LOC/4/conj spoke/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(1)] == ["KEN", "NOR"]


@pytest.mark.parametrize(("noun", "country"), [("soldiers", "KEN"), ("workers", "NOR")])
def test_a_bare_noun_shares_the_country_before_a_noun_of_its_kind(cast_of: CastOf, noun: str, country: str) -> None:
    """Kenyan troops and soldiers are all Kenyan; workers beside them are of the place."""
    cast = cast_of(
        f"Kenyan/ADJ/2/amod troops/NOUN/5/nsubj and/CCONJ/4/cc {noun}/NOUN/2/conj marched/VERB/0/root "
        "in/ADP/7/case Norway/PROPN:LOC/5/obl"
    )
    assert [a.country for a in cast.actors_at(3)] == [country]
