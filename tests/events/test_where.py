"""Where: the place of the event's own clause."""

from dataclasses import replace

import pytest

from hearsay.events.where import locate
from hearsay.reading.tree import Name
from hearsay.records import Place
from hearsay.world import World
from tests.events.sentences import act, empty_cast, party, read, word


@pytest.fixture(scope="module")
def world():
    return World.default()


def named(reading, *forms):
    """The same reading with place names over these words."""
    return replace(reading, names=tuple(Name(word(reading, f), word(reading, f), "LOC") for f in forms))


def place(world, reading, candidate, dominant=None):
    found = locate(reading, empty_cast(reading, dominant), world, candidate)
    return found and (found.name, found.country, found.precision, found.text)


def test_a_city_is_found_with_its_id_and_coordinates(world):
    reading = named(
        read(
            "Rebels/rebel/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root soldiers/soldier/NOUN/NNS/2/obj "
            "in/in/ADP/IN/5/case Basra/Basra/PROPN/NNP/2/obl"
        ),
        "Basra",
    )
    found = locate(reading, empty_cast(reading), world, act(reading, "attacked", "ASSAULT"))
    begin = reading.document.text.index("Basra")
    assert found == Place(
        name="Basra", country="IRQ", geonames=found.geonames, latitude=found.latitude, longitude=found.longitude,
        precision="city", span=(begin, begin + 5), text="Basra",
    )  # fmt: skip
    assert found.geonames is not None
    assert (round(found.latitude), round(found.longitude)) == (31, 48)


def test_a_part_of_a_country_is_a_region(world):
    reading = named(
        read(
            "Militants/militant/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root a/a/DET/DT/4/det "
            "village/village/NOUN/NN/2/obj in/in/ADP/IN/7/case southern/southern/ADJ/JJ/7/amod "
            "Lebanon/Lebanon/PROPN/NNP/4/nmod"
        ),
        "Lebanon",
    )
    found = place(world, reading, act(reading, "attacked", "ASSAULT"))
    assert found == ("southern Lebanon", "LBN", "region", "southern Lebanon")


def test_the_city_named_with_its_country_is_the_one_in_it(world):
    reading = named(
        read(
            "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root in/in/ADP/IN/4/case London/London/PROPN/NNP/2/obl "
            ",/,/PUNCT/,/6/punct Canada/Canada/PROPN/NNP/4/appos"
        ),
        "London",
        "Canada",
    )
    assert place(world, reading, act(reading, "met", "CONSULT")) == ("London", "CAN", "city", "London")


def test_a_day_behind_a_city_is_no_part_of_it(world):
    reading = replace(
        read(
            "Troops/troop/NOUN/NNS/2/nsubj dropped/drop/VERB/VBD/0/root bombs/bomb/NOUN/NNS/2/obj in/in/ADP/IN/5/case "
            "Basra/Basra/PROPN/NNP/2/obl Saturday/Saturday/PROPN/NNP/5/flat"
        ),
        names=(Name(4, 5, "LOC"),),
    )
    assert place(world, reading, act(reading, "dropped", "ASSAULT")) == ("Basra", "IRQ", "city", "Basra")


def test_the_place_before_a_noun_that_names_the_act(world):
    reading = named(
        read(
            "The/the/DET/DT/3/det London/London/PROPN/NNP/3/compound bombings/bombing/NOUN/NNS/4/nsubj "
            "continued/continue/VERB/VBD/0/root"
        ),
        "London",
    )
    assert place(world, reading, act(reading, "bombings", "ASSAULT")) == ("London", "GBR", "city", "London")


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [("Florida", "USA", "region"), ("Aleppo", "SYR", "city"), ("Virginia", "USA", "region"), ("Moscow", "RUS", "city")],
)
def test_a_division_comes_before_small_towns_of_its_name_and_after_its_seat(world, name, country, precision):
    line = (
        "Rebels/rebel/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root in/in/ADP/IN/4/case "
        f"{name}/{name}/PROPN/NNP/2/obl"
    )
    reading = named(read(line), name)
    found = place(world, reading, act(reading, "attacked", "ASSAULT"), dominant=country)
    assert found == (name, country, precision, name)


def test_a_place_that_no_table_knows_is_named_before_its_massacre(world):
    line = (
        "The/the/DET/DT/3/det Karvelo/Karvelo/PROPN/NNP/3/compound massacre/massacre/NOUN/NN/4/nsubj "
        "shocked/shock/VERB/VBD/0/root Britain/Britain/PROPN/NNP/4/obj"
    )
    reading = read(line)
    reading = replace(reading, names=(Name(1, 1, "MISC"), Name(4, 4, "LOC")))
    massacre = act(reading, "massacre", "ASSAULT")
    assert place(world, reading, massacre) == ("Karvelo", None, "unknown", "Karvelo")
    assert place(world, reading, replace(massacre, event="ACCUSE")) is None


def test_a_meeting_beside_a_meeting_is_where_that_is(world):
    reading = named(
        read(
            "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root on/on/ADP/IN/5/case the/the/DET/DT/5/det "
            "sidelines/sideline/NOUN/NNS/2/obl of/of/ADP/IN/8/case the/the/DET/DT/8/det summit/summit/NOUN/NN/5/nmod "
            "in/in/ADP/IN/10/case Doha/Doha/PROPN/NNP/8/nmod"
        ),
        "Doha",
    )
    assert place(world, reading, act(reading, "met", "CONSULT")) == ("Doha", "QAT", "city", "Doha")


def test_what_a_condemnation_is_about_has_its_own_place(world):
    reading = named(
        read(
            "Iran/Iran/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root the/the/DET/DT/4/det "
            "attacks/attack/NOUN/NNS/2/obj in/in/ADP/IN/6/case Aleppo/Aleppo/PROPN/NNP/4/nmod"
        ),
        "Iran",
        "Aleppo",
    )
    condemned = act(reading, "condemned", "ACCUSE", actors=[party(reading, "Iran", "IRN")])
    assert place(world, reading, condemned) is None
    assert place(world, reading, act(reading, "attacks", "ASSAULT")) == ("Aleppo", "SYR", "city", "Aleppo")


def test_a_country_that_is_struck_is_a_victim_not_a_place(world):
    reading = named(
        read(
            "Iraq/Iraq/PROPN/NNP/2/nsubj attacked/attack/VERB/VBD/0/root Kuwait/Kuwait/PROPN/NNP/2/obj",
        ),
        "Iraq",
        "Kuwait",
    )
    candidate = act(
        reading,
        "attacked",
        "ASSAULT",
        actors=[party(reading, "Iraq", "IRQ")],
        recipients=[party(reading, "Kuwait", "KWT")],
    )
    assert place(world, reading, candidate) is None


def test_without_a_place_in_the_clause_there_is_none_whatever_the_actors(world):
    reading = read("Troops/troop/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root it/it/PRON/PRP/2/obj")
    candidate = act(reading, "shelled", "ASSAULT", actors=[party(reading, "Troops", "ISR")])
    assert place(world, reading, candidate, dominant="LBN") is None
