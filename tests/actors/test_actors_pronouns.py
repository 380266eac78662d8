from collections.abc import Callable

from hearsay.actors import Cast
from tests.actors.conftest import at

CastOf = Callable[..., Cast]

MEETING = (
    "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat met/VERB/0/root Tomas/PROPN:PER/3/obj Verdin/PROPN:+/4/flat",
    "She/PRON/2/nsubj praised/VERB/0/root him/PRON/2/obj",
)


def test_she_is_the_subject_before_and_him_is_the_other(cast_of: CastOf) -> None:
    cast = cast_of(*MEETING)
    assert [a.name for a in cast.actors_at(5)] == ["Amina Sorvali"]
    assert [a.name for a in cast.actors_at(7)] == ["Tomas Verdin"]
    assert cast.at(5)[0].form == "pronoun"


def test_we_in_a_quotation_is_its_speaker(cast_of: CastOf) -> None:
    cast = cast_of(
        "“/PUNCT/3/punct We/PRON/3/nsubj agree/VERB/6/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct said/VERB/0/root "
        "Amina/PROPN:PER/6/nsubj Sorvali/PROPN:+/7/flat",
    )
    assert [a.name for a in cast.actors_at(1)] == ["Amina Sorvali"]


def test_they_are_the_group_in_the_subject_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenyan/ADJ/2/amod rebels/NOUN/3/nsubj attacked/VERB/0/root",
        "They/PRON/2/nsubj fled/VERB/0/root",
    )
    assert at(cast, 3) == [("Kenyan rebels", "KEN", ("REB",))]


def test_its_is_the_state_in_the_same_sentence(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj moved/VERB/0/root its/PRON/4/nmod:poss lorries/NOUN/2/obj")
    assert [a.name for a in cast.actors_at(2)] == ["Kenya"]


def test_his_country_is_the_state_of_the_owner(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat defended/VERB/0/root her/PRON/5/nmod:poss country/NOUN/3/obj",
    )
    assert at(cast, 4) == [("Finland", "FIN", ("GOV",))]


def test_it_before_a_clause_is_nobody(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj protested/VERB/0/root",
        "It/PRON/3/nsubj is/AUX/3/cop clear/ADJ/0/root that/SCONJ/6/mark talks/NOUN/6/nsubj failed/VERB/3/ccomp",
    )
    assert at(cast, 2) == []


def test_who_is_the_head_of_its_clause(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/6/nsubj Sorvali/PROPN:+/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj resigned/VERB/1/acl:relcl "
        "spoke/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(3)] == ["Amina Sorvali"]


def test_a_gloss_in_brackets_says_who_is_meant(cast_of: CastOf) -> None:
    cast = cast_of(
        "They/PRON/5/nsubj [/PUNCT/3/punct Norway/PROPN:LOC/1/appos ]/PUNCT/3/punct refused/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(0)] == ["Norway"]


def test_its_owner_is_the_owner_of_what_it_is_joined_to(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj deplored/VERB/0/root Kenya/PROPN:LOC/5/nmod:poss 's/PART/3/case attacks/NOUN/2/obj "
        "and/CCONJ/8/cc its/PRON/8/nmod:poss blockade/NOUN/5/conj"
    )
    assert [a.country for a in cast.actors_at(6)] == ["KEN"]


def test_whoever_is_pressed_owns_what_they_are_to_end(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/2/nsubj pressed/VERB/0/root Kenya/PROPN:LOC/2/obj to/PART/5/mark end/VERB/2/xcomp "
        "its/PRON/7/nmod:poss attacks/NOUN/5/obj"
    )
    assert [a.country for a in cast.actors_at(5)] == ["KEN"]


def test_it_is_who_is_said_to_be_willing(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj knows/VERB/0/root it/PRON/5/nsubj is/AUX/5/cop willing/ADJ/2/ccomp to/PART/7/mark "
        "leave/VERB/5/xcomp"
    )
    assert [a.country for a in cast.actors_at(2)] == ["KEN"]


def test_what_somebody_is_called_is_not_they(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norwegians/PROPN/2/nsubj spoke/VERB/0/root",
        "To/ADP/2/case us/PRON/10/obl as/ADP/5/case a/DET/5/det Kenyan/PROPN/2/nmod ,/PUNCT/10/punct it/PRON/8/expl "
        "hurts/VERB/10/parataxis they/PRON/10/nsubj ban/VERB/0/root",
    )
    assert [a.country for a in cast.actors_at(10)] == ["NOR"]


def test_who_speaks_is_nobody_he_speaks_of(cast_of: CastOf) -> None:
    cast = cast_of(
        "Tomas/PROPN:PER/3/nsubj Verdin/PROPN:+/1/flat spoke/VERB/0/root",
        "“/PUNCT/4/punct The/DET/3/det immigrant/NOUN/4/nsubj works/VERB/7/ccomp ”/PUNCT/4/punct he/PRON/7/nsubj "
        "said/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(8)] == ["Tomas Verdin"]


def test_the_subject_before_counts_though_a_nearer_word_points_at_him_too(cast_of: CastOf) -> None:
    cast = cast_of(
        "Mohammed/PROPN:PER/3/nsubj Lindqar/PROPN:+/1/flat spoke/VERB/0/root",
        "Tomas/PROPN:PER/3/nsubj Verdin/PROPN:+/1/flat praised/VERB/0/root his/PRON/5/nmod:poss time/NOUN/3/obj "
        "and/CCONJ/7/cc said/VERB/3/conj he/PRON/9/nsubj left/VERB/7/ccomp",
    )
    assert [a.name for a in cast.actors_at(10)] == ["Tomas Verdin"]


def test_they_are_the_two_who_met_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat visits/VERB/0/root Tomas/PROPN:PER/3/obj Verdin/PROPN:+/4/flat "
        "to/PART/7/mark attack/VERB/3/advcl rebels/NOUN/7/obj",
        "They/PRON/2/nsubj talked/VERB/0/root",
    )
    assert sorted(a.name or "" for a in cast.actors_at(8)) == ["Amina Sorvali", "Tomas Verdin"]


def test_you_are_all_who_are_spoken_to(cast_of: CastOf) -> None:
    cast = cast_of(
        "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat met/VERB/0/root Tomas/PROPN:PER/3/obj Verdin/PROPN:+/4/flat",
        "Mohammed/PROPN:PER/3/nsubj Lindqar/PROPN:+/1/flat said/VERB/0/root “/PUNCT/8/punct "
        "Sorvali/PROPN:PER/8/vocative "
        "and/CCONJ/7/cc Verdin/PROPN:PER/5/conj thank/VERB/3/ccomp you/PRON/8/obj ”/PUNCT/8/punct",
    )
    assert sorted(a.name or "" for a in cast.actors_at(13)) == ["Amina Sorvali", "Tomas Verdin"]


def test_it_is_willing_whatever_the_tree_calls_it(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj knows/VERB/0/root it/PRON/5/expl is/AUX/5/cop willing/ADJ/2/ccomp")
    assert [a.country for a in cast.actors_at(2)] == ["KEN"]


def test_it_is_clear_means_nobody(cast_of: CastOf) -> None:
    cast = cast_of("Kenya/PROPN:LOC/2/nsubj says/VERB/0/root it/PRON/5/expl is/AUX/5/cop clear/ADJ/2/ccomp")
    assert cast.actors_at(2) == ()
