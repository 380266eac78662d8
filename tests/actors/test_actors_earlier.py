from collections.abc import Callable

from hearsay.actors import Cast

CastOf = Callable[..., Cast]


def test_the_predicate_of_a_person_is_that_person(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat left/VERB/0/root",
        "She/PRON/5/nsubj was/AUX/5/cop the/DET/5/det only/ADJ/5/amod woman/NOUN/0/root accused/VERB/5/acl",
    )
    assert [a.name for a in cast.actors_at(7)] == ["Amina Sorvali"]


def test_a_denied_predicate_is_somebody_else(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat left/VERB/0/root",
        "She/PRON/5/nsubj was/AUX/5/cop not/PART/5/advmod the/DET/5/det woman/NOUN/0/root accused/VERB/5/acl",
    )
    assert [a.name for a in cast.actors_at(7)] != ["Amina Sorvali"]


def test_a_nationality_in_the_predicate_is_the_subject_s(cast_of: CastOf) -> None:
    cast = cast_of(
        "A/DET/2/det bomber/NOUN/5/nsubj was/AUX/5/cop a/DET/5/det Kenyan/PROPN/0/root",
    )
    assert [a.country for a in cast.actors_at(1)] == ["KEN"]


def test_these_groups_are_the_groups_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenyan/ADJ/2/amod rebels/NOUN/3/nsubj fired/VERB/0/root",
        "These/DET/2/det rebels/NOUN/3/nsubj left/VERB/0/root",
    )
    assert cast.at(4)[0].member == cast.at(1)[0].member


def test_a_group_is_known_by_a_word_of_its_name(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:ORG/3/compound Rights/PROPN:+/3/compound Commission/PROPN:+/4/nsubj spoke/VERB/0/root",
        "The/DET/3/det rights/NOUN/3/compound group/NOUN/4/nsubj left/VERB/0/root",
    )
    assert cast.at(6)[0].member == cast.at(2)[0].member


def test_ethnic_groups_are_of_the_land_they_live_in(cast_of: CastOf) -> None:
    cast = cast_of(
        "Ethnic/ADJ/2/amod Albanians/PROPN/5/nsubj in/ADP/4/case Serbia/PROPN:LOC/2/nmod protested/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(1)] == ["SRB"]


def test_sides_of_two_nationalities_are_two_states(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/5/det Kenyan/ADJ/5/amod and/CCONJ/4/cc Ugandan/ADJ/2/conj sides/NOUN/6/nsubj agreed/VERB/0/root"
    )
    assert [a.country for a in cast.actors_at(4)] == ["KEN", "UGA"]


def test_a_nationality_belongs_to_the_noun_behind_it(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat sent/VERB/0/root Kenyan/ADJ/6/amod people/NOUN/3/iobj "
        "greetings/NOUN/3/obj"
    )
    assert [a.country for a in cast.actors_at(4)] == ["KEN"]
    assert cast.at(3) == ()


def test_firms_in_some_lands_are_of_no_country_near(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj criticised/VERB/0/root firms/NOUN/2/obj in/ADP/6/case some/DET/6/det lands/NOUN/2/obl",
        "Police/NOUN/2/nsubj left/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(2)] == [None] or cast.at(2) == ()
    assert [a.country for a in cast.actors_at(6)] == ["KEN"]


def test_officials_from_these_bodies_are_of_their_kind(cast_of: CastOf) -> None:
    cast = cast_of(
        "Three/NUM/3/nummod aid/NOUN/3/compound groups/NOUN/4/nsubj left/VERB/0/root Kenya/PROPN:LOC/4/obj",
        "Officials/NOUN/5/nsubj from/ADP/4/case these/DET/4/det groups/NOUN/1/nmod protested/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(5)] == ["NGO"]


def test_an_aide_to_a_rebel_is_of_the_rebels(cast_of: CastOf) -> None:
    cast = cast_of(
        "An/DET/3/det old/ADJ/3/amod aide/NOUN/6/nsubj to/ADP/5/case Lindqar/PROPN:PER/3/nmod spoke/VERB/0/root",
        "Rebel/NOUN/2/compound leader/NOUN/3/nmod:desc Mohammed/PROPN:PER/5/nsubj Lindqar/PROPN:+/3/flat "
        "left/VERB/0/root Kenya/PROPN:LOC/5/obj",
    )
    assert [(a.country, a.sector) for a in cast.actors_at(2)] == [("KEN", ("REB", "OPP"))]


def test_a_leader_of_a_faith_s_community_is_religious(cast_of: CastOf) -> None:
    cast = cast_of("A/DET/4/det Jewish/ADJ/4/amod community/NOUN/4/compound leader/NOUN/5/nsubj spoke/VERB/0/root")
    assert [a.sector for a in cast.actors_at(3)] == [("REL",)]


def test_people_joined_to_a_nationality_share_it(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan/ADJ/2/amod leaders/NOUN/5/nsubj and/CCONJ/4/cc people/NOUN/2/conj protested/VERB/0/root")
    assert [a.country for a in cast.actors_at(3)] == ["KEN"]


def test_warring_parties_are_no_political_parties(cast_of: CastOf) -> None:
    cast = cast_of("Warring/ADJ/2/amod parties/NOUN/3/nsubj met/VERB/0/root")
    assert {s for a in cast.actors_at(1) for s in a.sector} == set()


def test_the_police_of_an_army_are_its_soldiers(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan/PROPN:ORG/2/amod Army/PROPN:+/3/compound police/NOUN/4/nsubj fired/VERB/0/root")
    assert [a.sector for a in cast.actors_at(2)] == [("MIL", "COP")]


def test_ministers_in_the_lead_are_those_named_next(cast_of: CastOf) -> None:
    cast = cast_of(
        "Ministers/NOUN/2/nsubj met/VERB/0/root",
        "Kenyan/ADJ/3/amod foreign/ADJ/3/amod minister/NOUN/4/nmod:desc Abdi/PROPN:PER/6/nsubj Sorno/PROPN:+/4/flat "
        "met/VERB/0/root Ugandan/ADJ/9/amod foreign/ADJ/9/amod minister/NOUN/10/nmod:desc Okot/PROPN:PER/6/obj "
        "Lamo/PROPN:+/10/flat",
    )
    assert [a.name for a in cast.actors_at(0)] == ["Abdi Sorno", "Okot Lamo"]


def test_hackers_from_two_states_are_of_both(cast_of: CastOf) -> None:
    cast = cast_of(
        "Hackers/NOUN/6/nsubj from/ADP/3/case Kenya/PROPN:LOC/1/nmod and/CCONJ/5/cc Uganda/PROPN:LOC/3/conj "
        "left/VERB/0/root"
    )
    assert sorted(a.country or "" for a in cast.actors_at(0)) == ["KEN", "UGA"]


def test_employees_take_no_country_from_what_stands_near(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj urged/VERB/0/root employees/NOUN/2/obj")
    assert [a.country for a in cast.actors_at(2)] == [None]


def test_our_ally_is_the_state_it_names(cast_of: CastOf) -> None:
    cast = cast_of(
        "Our/PRON/2/nmod:poss ally/NOUN/4/nsubj Kenya/PROPN:LOC/2/appos left/VERB/0/root Uganda/PROPN:LOC/4/obj"
    )
    assert [a.country for a in cast.actors_at(1)] == ["KEN"]


def test_our_allies_are_others(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj thanked/VERB/0/root its/PRON/4/nmod:poss allies/NOUN/2/obj")
    assert [a.country for a in cast.actors_at(3)] == [None]


def test_any_activist_is_of_no_country_near(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj barred/VERB/0/root any/DET/4/det activist/NOUN/2/obj")
    assert [a.country for a in cast.actors_at(3)] == [None]


def test_a_student_of_psychology_is_no_officer(cast_of: CastOf) -> None:
    cast = cast_of("A/DET/3/det psychology/NOUN/3/compound major/NOUN/4/nsubj left/VERB/0/root Kenya/PROPN:LOC/4/obj")
    assert cast.actors_at(2) == ()


def test_the_president_of_a_society_rules_nothing(cast_of: CastOf) -> None:
    cast = cast_of(
        "Evan/PROPN:PER/9/nsubj Thorn/PROPN:+/1/flat ,/PUNCT/4/punct president/NOUN/1/appos of/ADP/8/case "
        "the/DET/8/det Magic/PROPN:ORG/8/compound Circle/PROPN:+/4/nmod left/VERB/0/root"
    )
    assert [a.sector for a in cast.actors_at(0)] == [()]


def test_soldiers_are_of_the_state_that_sends_them(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj deploy/VERB/0/root soldiers/NOUN/2/obj to/ADP/5/case Kenya/PROPN:LOC/2/obl",
    )
    assert [(a.country, a.sector) for a in cast.actors_at(2)] == [("NOR", ("MIL",))]


def test_troops_withdrawn_from_a_land_are_not_of_it(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj began/VERB/0/root the/DET/4/det withdrawal/NOUN/2/obj of/ADP/6/case "
        "troops/NOUN/4/nmod from/ADP/8/case Kenya/PROPN:LOC/6/nmod"
    )
    assert [a.country for a in cast.actors_at(5)] == ["NOR"]


def test_the_coalition_beside_its_foe_is_of_states(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/2/det Coalition/PROPN:ORG/3/nsubj struck/VERB/0/root ISIL/PROPN:ORG/3/obj",
    )
    assert [a.country for a in cast.actors_at(1)] == ["IGO"]


def test_the_coalition_of_a_land_is_its_own(cast_of: CastOf) -> None:
    cast = cast_of("The/DET/2/det Coalition/PROPN:ORG/3/nsubj left/VERB/0/root Kenya/PROPN:LOC/3/obj")
    assert "IGO" not in [a.country for a in cast.actors_at(1)]


def test_the_international_community_is_nobody(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj blamed/VERB/0/root the/DET/5/det International/PROPN:ORG/5/compound "
        "Community/PROPN:+/2/obj"
    )
    assert cast.actors_at(4) == ()


def test_an_adviser_to_somebody_is_of_the_land_around(cast_of: CastOf) -> None:
    cast = cast_of(
        "Iris/PROPN:PER/9/nsubj Morn/PROPN:+/1/flat ,/PUNCT/5/punct an/DET/5/det adviser/NOUN/1/appos to/ADP/8/case "
        "Evan/PROPN:PER/8/compound Thorn/PROPN:+/5/nmod left/VERB/0/root Kenya/PROPN:LOC/9/obj"
    )
    assert [a.country for a in cast.actors_at(0)] == ["KEN"]


def test_the_team_is_the_one_of_a_known_country(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/3/det Kenyan/ADJ/3/amod team/NOUN/4/nsubj left/VERB/0/root",
        "A/DET/3/det second/ADJ/3/amod team/NOUN/4/nsubj won/VERB/0/root",
        "The/DET/2/det team/NOUN/3/nsubj returned/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(9)] == ["KEN"]
