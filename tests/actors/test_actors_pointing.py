"""Phrases that point back: several at once, the person spoken to, "the man"; and names that are nobody."""

from collections.abc import Callable
from pathlib import Path

from hearsay.actors import Cast, find_cast, resolve
from hearsay.world import World
from tests.actors.conftest import at, read

CastOf = Callable[..., Cast]

MEETING = "Amina/PROPN:PER/3/nsubj Sorvali/PROPN:+/1/flat met/VERB/0/root Tomas/PROPN:PER/3/obj Verdin/PROPN:+/4/flat"


def test_the_ministers_are_the_two_of_different_states_named_before(cast_of: CastOf) -> None:
    """A head of government is no "minister" by office, so only a second minister makes the plural point back."""
    lone = cast_of(MEETING, "The/DET/2/det ministers/NOUN/3/nsubj spoke/VERB/0/root")
    assert [a.name for a in lone.actors_at(6)] == ["ministers"]
    both = cast_of(
        "Norwegian/ADJ/3/amod foreign/ADJ/3/amod minister/NOUN/6/nsubj Kari/PROPN:PER/3/appos Voss/PROPN:+/4/flat "
        "met/VERB/0/root Tomas/PROPN:PER/6/obj Verdin/PROPN:+/7/flat",
        "The/DET/2/det ministers/NOUN/3/nsubj spoke/VERB/0/root",
    )
    assert at(both, 9) == [("Kari Voss", "NOR", ("GOV",)), ("Tomas Verdin", "FRA", ("GOV",))]


def test_the_man_is_not_the_official(cast_of: CastOf) -> None:
    """An official in the subject is passed over for the private person whom one would call "the man"."""
    cast = cast_of(
        "Tomas/PROPN:PER/3/nsubj Verdin/PROPN:+/1/flat freed/VERB/0/root Kenyan/ADJ/5/amod teacher/NOUN/3/obj "
        "Peter/PROPN:PER/5/appos Oduya/PROPN:+/6/flat",
        "The/DET/2/det man/NOUN/4/nsubj:pass was/AUX/4/aux:pass held/VERB/0/root",
    )
    assert [a.name for a in cast.actors_at(8)] == ["Peter Oduya"]


def test_mr_foreign_minister_is_the_one_the_article_named(cast_of: CastOf) -> None:
    cast = cast_of(
        "French/ADJ/3/amod foreign/ADJ/3/amod minister/NOUN/6/nsubj Tomas/PROPN:PER/3/appos Verdin/PROPN:+/4/flat "
        "came/VERB/0/root",
        "“/PUNCT/5/punct Mr./NOUN/4/compound foreign/ADJ/4/amod minister/NOUN/5/vocative listen/VERB/7/ccomp "
        "”/PUNCT/5/punct said/VERB/0/root Amina/PROPN:PER/7/nsubj Sorvali/PROPN:+/8/flat",
    )
    assert at(cast, 9) == [("Tomas Verdin", "FRA", ("GOV",))]


def test_an_occasion_acts_in_nothing_but_the_states_in_its_name_do(cast_of: CastOf) -> None:
    cast = cast_of(
        "Norway/PROPN:LOC/3/compound -/PUNCT/1/punct Kenya/PROPN:LOC/4/compound War/PROPN/5/nsubj ended/VERB/0/root",
        "Oslo/PROPN:LOC/2/compound Conference/PROPN/3/nsubj failed/VERB/0/root",
    )
    assert [m.actor.name for m in cast.members] == ["Norway", "Kenya"]


def test_the_name_of_a_weapon_is_nobody(cast_of: CastOf) -> None:
    cast = cast_of("Zirkon/PROPN/2/compound missiles/NOUN/3/nsubj struck/VERB/0/root")
    assert [m.actor.name for m in cast.members if "Zirkon" in (m.actor.name or "")] == []


def test_officials_of_bodies_of_no_state_take_no_country_that_stands_near(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj banned/VERB/0/root officials/NOUN/2/obj from/ADP/6/case these/DET/6/det "
        "organizations/NOUN/3/nmod",
    )
    assert at(cast, 2) == [("officials", None, ("GOV",))]


def test_a_town_acted_on_gives_its_country(cast_of: CastOf) -> None:
    cast = cast_of("attacks/NOUN/0/root on/ADP/3/case Nairobi/PROPN:LOC/1/nmod")
    assert cast.describe(2).country == "KEN"


def test_a_hyphenated_given_name_is_known_whole(world: World) -> None:
    actor = resolve("Kim Jong-un", world, on="2016-06-01")
    assert actor is not None
    assert (actor.name, actor.country, actor.sector[:1]) == ("Kim Jong-un", "PRK", ("GOV",))


def test_the_runner_up_is_who_else_bears_the_name(tmp_path: Path) -> None:
    """Two persons of one name: the one of the article's country is taken, the other is told with reasons."""
    rows = "id\tname\tkind\tcountry\tsectors\np:a\tAino Kesti\tperson\tFIN\tGOV\np:b\tAino Kesti\tperson\tKEN\tGOV\n"
    (tmp_path / "actors.tsv").write_text(rows, "utf-8")
    line = (
        "Kenyan/ADJ/3/amod envoy/NOUN/3/compound Aino/PROPN:PER/5/nsubj Kesti/PROPN:+/3/flat left/VERB/0/root "
        "Nairobi/PROPN:LOC/5/obj"
    )
    cast = find_cast(read(line), World.load(tmp_path))
    (member,) = (m for m in cast.members if m.kind == "person")
    assert (member.actor.id, member.runner_up) == ("p:b", "Aino Kesti of FIN (full name; not of KEN)")


def test_the_kingdom_is_that_of_whoever_was_named(cast_of: CastOf) -> None:
    """Only persons of the realm are named: their state is meant, not one that is no kingdom."""
    cast = cast_of(
        "Kenya/PROPN:LOC/2/nsubj received/VERB/0/root Norwegian/ADJ/4/amod envoy/NOUN/2/obj Kari/PROPN:PER/4/appos "
        "Voss/PROPN:+/5/flat",
        "It/PRON/2/nsubj thanked/VERB/0/root the/DET/4/det kingdom/NOUN/2/obj",
    )
    assert at(cast, 9) == [("Norway", "NOR", ("GOV",))]


def test_what_belongs_to_a_person_of_no_known_country_takes_none_that_stands_near(cast_of: CastOf) -> None:
    cast = cast_of(
        "The/DET/3/det Ostrava/PROPN:PER/3/compound administration/NOUN/4/nsubj sanctioned/VERB/0/root "
        "Kenyan/ADJ/6/amod banks/NOUN/4/obj",
    )
    assert at(cast, 2)[0][1] is None


def test_journalists_who_are_harmed_are_of_where_it_happened(cast_of: CastOf) -> None:
    harmed = cast_of(
        "Rebels/NOUN/2/nsubj kidnapped/VERB/0/root two/NUM/4/nummod journalists/NOUN/2/obj in/ADP/6/case "
        "Kenya/PROPN:LOC/2/obl",
    )
    told = cast_of("Journalists/NOUN/2/nsubj left/VERB/0/root Kenya/PROPN:LOC/2/obj")
    assert (at(harmed, 3)[0][1:], at(told, 0)[0][1:]) == (("KEN", ("JRN",)), (None, ("JRN",)))
