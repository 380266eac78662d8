from collections.abc import Callable

from hearsay.actors import Cast
from tests.actors.conftest import at

CastOf = Callable[..., Cast]


def test_full_name_title_and_surname_are_one_actor_as_of_the_day(cast_of: CastOf) -> None:
    cast = cast_of(
        "Finnish/ADJ/3/amod Prime/PROPN/3/compound Minister/PROPN/4/nmod:desc Amina/PROPN:PER/6/nsubj "
        "Sorvali/PROPN:+/4/flat "
        "spoke/VERB/0/root ./PUNCT/6/punct",
        "Sorvali/PROPN:PER/2/nsubj left/VERB/0/root",
        published="2017-06-01",
    )
    assert at(cast, 3) == at(cast, 7) == [("Amina Sorvali", "FIN", ("GOV",))]
    member = cast.members[cast.at(7)[0].member]
    assert (member.kind, member.actor.id, member.actor.role) == ("person", "person:amina-sorvali", "Prime Minister")


def test_whoever_is_known_to_have_left_office_is_former_elite(cast_of: CastOf) -> None:
    cast = cast_of("Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat spoke/VERB/0/root", published="2019-06-01")
    assert at(cast, 0) == [("Amina Sorvali", "FIN", ("ELI",))]


def test_the_head_of_an_international_body_has_no_sector_whatever_they_were_before(cast_of: CastOf) -> None:
    cast = cast_of("Tomas/PROPN:PER/3/nsubj Verdin/PROPN:+/1/flat spoke/VERB/0/root", published="2022-06-01")
    assert at(cast, 0) == [("Tomas Verdin", "IGO", ())]


def test_an_office_is_never_given_outside_its_known_dates(cast_of: CastOf) -> None:
    cast = cast_of("Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat spoke/VERB/0/root", published="2010-06-01")
    assert at(cast, 0) == [("Amina Sorvali", "FIN", ())]


def test_a_bare_surname_without_support_is_not_linked(cast_of: CastOf) -> None:
    cast = cast_of("Verdin/PROPN:PER/2/nsubj sang/VERB/0/root", published="2010-06-01")
    assert at(cast, 0) == [("Verdin", None, ())]
    assert cast.members[0].actor.id is None


def test_a_surname_with_office_and_country_is_linked(cast_of: CastOf) -> None:
    cast = cast_of(
        "French/ADJ/3/amod Foreign/PROPN/3/compound Minister/PROPN/4/nmod:desc Verdin/PROPN:PER/5/nsubj "
        "left/VERB/0/root",
        published="2017-06-01",
    )
    assert at(cast, 3) == [("Verdin", "FRA", ("GOV",))]
    assert cast.members[cast.at(3)[0].member].actor.id == "person:tomas-verdin"


def test_the_same_name_with_another_nationality_is_someone_else(cast_of: CastOf) -> None:
    cast = cast_of(
        "Chilean/ADJ/2/amod singer/NOUN/3/nmod:desc Tomas/PROPN:PER/5/nsubj Verdin/PROPN:+/3/flat sang/VERB/0/root",
        published="2017-06-01",
    )
    assert cast.members[cast.at(2)[0].member].actor.id is None
    assert cast.actors_at(2)[0].country == "CHL"


def test_initials_in_brackets_belong_to_the_name_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/3/det Lake/PROPN:ORG/3/compound Defenders/PROPN:+/7/nsubj (/PUNCT/5/punct LD/PROPN:ORG/3/appos "
        ")/PUNCT/5/punct "
        "left/VERB/0/root",
        "LD/PROPN:ORG/2/nsubj returned/VERB/0/root",
    )
    assert at(cast, 2) == at(cast, 4) == at(cast, 7)
    assert cast.actors_at(7)[0].name == "Lake Defenders"


def test_an_armed_group_keeps_its_country_and_sectors(cast_of: CastOf) -> None:
    cast = cast_of("Red/PROPN:ORG/3/nsubj Dawn/PROPN:+/1/flat attacked/VERB/0/root")
    assert at(cast, 0) == [("Red Dawn", "KEN", ("REB",))]


def test_a_state_by_name_and_by_its_capital_is_its_government(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj protested/VERB/0/root",
        "Oslo/PROPN:LOC/2/nsubj recalled/VERB/0/root",
    )
    assert at(cast, 0) == at(cast, 2) == [("Norway", "NOR", ("GOV",))]


def test_a_capital_or_a_country_that_is_only_a_place_is_no_actor(cast_of: CastOf) -> None:
    cast = cast_of(
        "Police/NOUN/2/nsubj gathered/VERB/0/root in/ADP/4/case Oslo/PROPN:LOC/2/obl",
        "Nurses/NOUN/2/nsubj worked/VERB/0/root in/ADP/4/case Norway/PROPN:LOC/2/obl",
    )
    assert (at(cast, 3), at(cast, 7)) == ([], [])


def test_months_and_weekdays_are_no_actors(cast_of: CastOf) -> None:
    cast = cast_of("Monday/PROPN:MISC/2/nsubj came/VERB/0/root")
    assert cast.members == ()


def test_an_unknown_ministry_takes_the_country_in_front_of_it(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/4/det Kenyan/ADJ/4/amod Interior/PROPN:ORG/4/compound Ministry/PROPN:+/5/nsubj denied/VERB/0/root",
    )
    assert at(cast, 3) == [("Kenyan Interior Ministry", "KEN", ("GOV",))]


def test_an_organ_of_an_international_body_takes_its_code(cast_of: CastOf) -> None:
    cast = cast_of("Lake/PROPN:ORG/4/nsubj Union/PROPN:+/1/flat Assembly/PROPN:+/1/flat met/VERB/0/root")
    assert at(cast, 0) == [("Lake Union Assembly", "IGO", ())]


def test_news_media_are_marked_and_the_outlet_is_resolved(cast_of: CastOf) -> None:
    cast = cast_of("Nordwire/PROPN:ORG/2/nsubj reported/VERB/0/root", outlet="Nordwire")
    assert cast.members[0].kind == "media"
    assert cast.outlet == cast.members[0].actor.model_copy(update={"role": None})
    assert cast.outlet is not None
    assert cast.outlet.sector == ("JRN", "GOV")


def test_a_usual_transliteration_is_the_same_person(cast_of: CastOf) -> None:
    cast = cast_of("Mohamed/PROPN:PER/3/nsubj Lindqar/PROPN:+/1/flat spoke/VERB/0/root", published="2017-06-01")
    assert cast.members[0].actor.id == "person:mohammed-lindqar"


def test_a_person_of_the_office_that_an_undated_article_names(cast_of: CastOf) -> None:
    cast = cast_of(
        "Foreign/PROPN/2/compound Minister/PROPN/3/nmod:desc Tomas/PROPN:PER/5/nsubj "
        "Verdin/PROPN:+/3/flat left/VERB/0/root",
        published=None,
    )
    assert at(cast, 2) == [("Tomas Verdin", "FRA", ("GOV",))]
    assert cast.members[0].actor.role == "Foreign Minister"


def test_a_surname_that_is_also_a_capital_is_the_person_named_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "Mara/PROPN:PER/3/nsubj Oslo/PROPN:+/1/flat spoke/VERB/0/root",
        "Oslo/PROPN:LOC/2/nsubj left/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(3)] == ["Mara Oslo"]


def test_a_party_of_a_country_the_article_does_not_name_is_not_guessed(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj voted/VERB/0/root",
        "The/DET/3/det Labour/PROPN:ORG/3/compound Party/PROPN:+/4/nsubj won/VERB/0/root",
    )
    assert cast.actors_at(4)[0].id is None
    assert at(cast, 4) == [("Labour Party", "KEN", ("PTY",))]


def test_a_surname_that_is_a_title_too_is_a_surname_after_mr(cast_of: CastOf) -> None:
    cast = cast_of(
        "Larry/PROPN:PER/3/nsubj King/PROPN:+/1/flat spoke/VERB/0/root",
        "Mr./PROPN/2/nmod:desc King/PROPN/3/nsubj left/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(4)] == ["Larry King"]


def test_a_region_that_holds_a_country_s_name_is_no_country(cast_of: CastOf) -> None:
    cast = cast_of(
        "New/PROPN:LOC/3/compound Mexico/PROPN:+/3/compound governor/NOUN/4/compound Susana/PROPN:PER/6/nsubj "
        "Ruiz/PROPN:+/4/flat spoke/VERB/0/root"
    )
    assert [(a.name, a.country, a.sector) for a in cast.actors_at(3)] == [("Susana Ruiz", "USA", ("GOV",))]


def test_a_capital_behind_an_opening_quotation_mark_makes_no_name(cast_of: CastOf) -> None:
    cast = cast_of(
        "“/PUNCT/6/punct Commanders/NOUN/6/nsubj of/ADP/5/case the/DET/5/det army/NOUN/2/nmod left/VERB/0/root"
    )
    assert [a.name for m in cast.members for a in (m.actor,) if m.kind == "organisation"] == []


def test_brothers_who_share_a_surname_are_two(cast_of: CastOf) -> None:
    cast = cast_of(
        "Lindo/PROPN:PER/2/nsubj spoke/VERB/0/root",
        "Pedro/PROPN:PER/3/nsubj Lindo/PROPN:+/1/flat left/VERB/0/root",
        "Juan/PROPN:PER/3/nsubj Lindo/PROPN:+/1/flat left/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(2)] == ["Pedro Lindo"]
    assert [a.name for a in cast.actors_at(5)] == ["Juan Lindo"]


def test_the_times_is_the_paper_named_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "Oslo/PROPN:ORG/2/compound Times/PROPN:+/3/nsubj spoke/VERB/0/root",
        "The/DET/2/det Times/PROPN:ORG/3/nsubj left/VERB/0/root",
    )
    assert cast.at(4)[0].member == cast.at(1)[0].member


def test_mr_is_no_part_of_a_name(cast_of: CastOf) -> None:
    cast = cast_of("Mr./PROPN/2/nmod:desc Obama/PROPN:PER/3/nsubj left/VERB/0/root", published="2015-02-01")
    assert [(a.name, a.country, a.sector[:1]) for a in cast.actors_at(1)] == [("Obama", "USA", ("GOV",))]


def test_people_of_a_nationality_with_a_word_before_are_people(cast_of: CastOf) -> None:
    cast = cast_of("African/PROPN:NORP/2/compound Kenyans/PROPN:+/3/nsubj protested/VERB/0/root")
    assert [(a.country, a.sector) for a in cast.actors_at(1)] == [("KEN", ("CVL",))]


def test_a_coalition_with_forces_is_one_of_states_in_arms(cast_of: CastOf) -> None:
    cast = cast_of(
        "Coalition/NOUN/2/compound forces/NOUN/3/nsubj struck/VERB/0/root",
        "The/DET/2/det Coalition/PROPN:ORG/3/nsubj left/VERB/0/root Kenya/PROPN:LOC/3/obj",
    )
    assert [(a.country, a.sector) for a in cast.actors_at(4)] == [("IGO", ("MIL",))]


def test_a_ruling_coalition_is_a_matter_of_parties(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan/ADJ/3/amod ruling/ADJ/3/amod coalition/NOUN/4/nsubj left/VERB/0/root")
    assert [(a.country, a.sector[:1]) for a in cast.actors_at(2)] == [("KEN", ("PTY",))]


def test_members_printed_large_are_members(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/2/det Members/PROPN/7/nsubj of/ADP/5/case the/DET/5/det Lake/PROPN:ORG/2/nmod Union/PROPN:+/5/flat "
        "left/VERB/0/root"
    )
    assert [a.country for a in cast.actors_at(1)] == ["IGO"]


def test_al_qaeda_s_men_are_of_no_state(cast_of: CastOf) -> None:
    cast = cast_of(
        "Daesh/PROPN:ORG/2/compound operatives/NOUN/5/nsubj in/ADP/4/case Kenya/PROPN:LOC/2/nmod left/VERB/0/root"
    )
    assert [(a.country, a.sector) for a in cast.actors_at(1)] == [("IMG", ("REB",))]


def test_an_office_of_the_european_union_is_the_union_s(cast_of: CastOf) -> None:
    cast = cast_of("It/PRON/2/nsubj left/VERB/0/root", outlet="Delegation of the European Union to Kenya")
    assert cast.outlet is not None
    assert (cast.outlet.country, cast.outlet.sector) == ("EUR", ("GOV",))


def test_a_global_coalition_is_one_of_states(cast_of: CastOf) -> None:
    cast = cast_of("Global/PROPN:ORG/2/compound Coalition/PROPN:+/3/nsubj struck/VERB/0/root Kenya/PROPN:LOC/3/obj")
    assert [(a.country, a.sector) for a in cast.actors_at(1)] == [("IGO", ("MIL",))]


def test_officials_on_a_ministry_s_page_are_its_own_wherever_they_work(cast_of: CastOf) -> None:
    cast = cast_of(
        "Knox/PROPN:PER/9/nsubj Thorn/PROPN:+/1/flat ,/PUNCT/4/punct minister/NOUN/1/appos for/ADP/6/case "
        "minorities/NOUN/4/nmod in/ADP/8/case Asia/PROPN:LOC/4/nmod left/VERB/0/root",
        outlet="US State Department",
    )
    assert [(a.country, a.sector) for a in cast.actors_at(0)] == [("USA", ("GOV",))]


def test_the_world_wars_act_in_nothing(cast_of: CastOf) -> None:
    cast = cast_of("World/PROPN:MISC/2/compound War/PROPN:+/4/nsubj II/PROPN:+/2/flat displaced/VERB/0/root")
    assert cast.members == ()


def test_the_union_of_a_creed_is_no_union_of_labour(cast_of: CastOf) -> None:
    cast = cast_of(
        "Union/PROPN:ORG/5/nsubj of/ADP/4/case Norwegian/PROPN:+/4/amod Atheists/PROPN:+/1/nmod left/VERB/0/root"
    )
    assert {s for a in cast.actors_at(0) for s in a.sector} == set()


def test_let_is_no_group(cast_of: CastOf) -> None:
    cast = cast_of("Let/VERB/0/root them/PRON/1/obj go/VERB/1/xcomp")
    assert cast.members == ()


def test_names_listed_behind_a_plural_are_what_it_says(cast_of: CastOf) -> None:
    cast = cast_of(
        "Two/NUM/3/nummod Kenyan/ADJ/3/amod lawmakers/NOUN/10/nsubj ,/PUNCT/5/punct Abdi/PROPN:PER/3/conj "
        "Sorno/PROPN:+/5/flat and/CCONJ/8/cc Okot/PROPN:PER/5/conj Lamo/PROPN:+/8/flat left/VERB/0/root"
    )
    assert [(a.name, a.country, a.sector) for a in (*cast.actors_at(4), *cast.actors_at(7))] == [
        ("Abdi Sorno", "KEN", ("LEG",)),
        ("Okot Lamo", "KEN", ("LEG",)),
    ]
