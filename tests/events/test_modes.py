"""In what way: the modes of the PLOVER manual, from the words around the trigger."""

from dataclasses import replace

import pytest

from hearsay.events.hosting import hosted, received
from hearsay.events.modes import modes_of, refine_modes
from hearsay.events.tables import read_table
from hearsay.records import Place
from tests.events.sentences import act, party, read

FIRED = (
    "Helicopters/helicopter/NOUN/NNS/2/nsubj fired/fire/VERB/VBD/0/root rockets/rocket/NOUN/NNS/2/obj "
    "at/at/ADP/IN/6/case a/a/DET/DT/6/det house/house/NOUN/NN/2/obl"
)
GAS = (
    "Police/police/NOUN/NN/2/nsubj fired/fire/VERB/VBD/0/root tear/tear/NOUN/NN/4/compound gas/gas/NOUN/NN/2/obj "
    "at/at/ADP/IN/7/case the/the/DET/DT/7/det crowd/crowd/NOUN/NN/2/obl"
)
CALL = (
    "He/he/PRON/PRP/2/nsubj spoke/speak/VERB/VBD/0/root with/with/ADP/IN/5/case the/the/DET/DT/5/det "
    "president/president/NOUN/NN/2/obl by/by/ADP/IN/7/case phone/phone/NOUN/NN/2/obl"
)
URGED = (
    "She/she/PRON/PRP/2/nsubj urged/urge/VERB/VBD/0/root Iran/Iran/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
    "release/release/VERB/VB/2/xcomp the/the/DET/DT/7/det hostages/hostage/NOUN/NNS/5/obj"
)
REFUSED = (
    "Israel/Israel/PROPN/NNP/2/nsubj refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark "
    "negotiate/negotiate/VERB/VB/2/xcomp"
)


@pytest.mark.parametrize(
    ("sentence", "trigger", "event", "modes"),
    [
        (FIRED, "fired", "ASSAULT", ("aerial",)),
        (GAS, "fired", "ASSAULT", ("crowd-control",)),
        (CALL, "spoke", "CONSULT", ("phone",)),
        (URGED, "urged", "REQUEST", ("yield",)),
        (REFUSED, "refused", "REJECT", ("meet",)),
        ("They/they/PRON/PRP/2/nsubj marched/march/VERB/VBD/0/root", "marched", "PROTEST", ("demo",)),
        ("He/he/PRON/PRP/2/nsubj resigned/resign/VERB/VBD/0/root", "resigned", "RETREAT", ("resign",)),
        ("He/he/PRON/PRP/3/nsubj was/be/AUX/VBD/3/aux:pass kidnapped/kidnapp/VERB/VBN/0/root", "kidnapped", "ASSAULT",
         ("abduct",)),
        ("They/they/PRON/PRP/2/nsubj fought/fight/VERB/VBD/0/root", "fought", "ASSAULT", ()),
    ],
)  # fmt: skip
def test_words_show_the_mode(sentence, trigger, event, modes):
    reading = read(sentence)
    assert refine_modes(reading, act(reading, trigger, event)) == modes


def test_the_mode_of_the_lexicon_stands():
    reading = read(URGED)
    assert refine_modes(reading, act(reading, "urged", "REQUEST", mode=("assist",))) == ("assist",)


def test_a_mode_of_another_type_is_dropped():
    reading = read(CALL)
    assert refine_modes(reading, act(reading, "spoke", "CONSULT", mode=("arrest", "visit"))) == ("visit", "phone")


def test_types_without_modes_have_none():
    reading = read(CALL)
    assert refine_modes(reading, act(reading, "spoke", "SUPPORT", mode=("phone",))) == ()


def test_an_addressee_is_not_the_topic():
    reading = read(
        "He/he/PRON/PRP/2/nsubj asked/ask/VERB/VBD/0/root Parliament/Parliament/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
        "reform/reform/VERB/VB/2/xcomp"
    )
    asked = act(reading, "asked", "REQUEST", recipients=[party(reading, "Parliament")])
    assert refine_modes(reading, asked) == ("change",)


def test_every_mode_of_the_tables_is_one_of_its_type():
    for table in ("modes.tsv", "mode_pairs.tsv", "mode_conflicts.tsv", "plover_cameo.tsv"):
        for row in read_table(table):
            assert row["mode"] in modes_of(row["event"]) | {""}, row


def test_a_meeting_in_one_partys_country_is_a_visit_by_the_other():
    reading = read(
        "Iran/Iran/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj in/in/ADP/IN/5/case "
        "Basra/Basra/PROPN/NNP/2/obl"
    )
    iran, iraq = party(reading, "Iran", "IRN", 0), party(reading, "Iraq", "IRQ", 1)
    basra = Place(name="Basra", country="IRQ", span=reading.span(4, 4), text="Basra")
    met = replace(act(reading, "met", "CONSULT", actors=[iraq, iran]), place=basra)
    visit = hosted(met)
    assert (visit.mode, visit.actors, visit.recipients) == (("visit",), (iran,), (iraq,))
    assert hosted(replace(met, mode=("phone",))) == replace(met, mode=("phone",))
    assert hosted(replace(met, place=None)) == replace(met, place=None)


def test_a_palace_that_is_visited_stands_for_its_government():
    reading = read(
        "Iran/Iran/PROPN/NNP/2/nsubj visited/visit/VERB/VBD/0/root Baabda/Baabda/PROPN/NNP/2/obj ././PUNCT/./2/punct"
    )
    palace = Place(name="Baabda", country="LBN", span=reading.span(2, 2), text="Baabda")
    host = party(reading, "Baabda", "LBN")
    visit = replace(act(reading, "visited", "CONSULT", recipients=[host]), mode=("visit",), place=palace)
    assert [p.actor.sector for p in received(visit).recipients] == [("GOV",)]
    assert received(replace(visit, mode=())) == replace(visit, mode=())
