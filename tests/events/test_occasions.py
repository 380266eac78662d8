"""What was said at a dated meeting was said on its day."""

from __future__ import annotations

from hearsay.events.candidate import When
from hearsay.events.occasions import of_the_occasion
from tests.events.sentences import act, empty_cast, party, read

MET = (
    "Iran/Iran/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj Monday/Monday/PROPN/NNP/2/obl:tmod"
)
THANKED = "Iran/Iran/PROPN/NNP/2/nsubj thanked/thank/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj"
HAD_THANKED = (
    "Iran/Iran/PROPN/NNP/3/nsubj had/have/AUX/VBD/3/aux thanked/thank/VERB/VBN/0/root Iraq/Iraq/PROPN/NNP/3/obj"
)


def dates(line: str, *, doers=("Iran",), first="thanked", event="SUPPORT", status="actual"):
    reading = read(MET, line)
    members = {"Iran": ("IRN", 0), "Iraq": ("IRQ", 1), "Oman": ("OMN", 2)}
    iran, iraq = (party(reading, name, *members[name], "GOV") for name in ("Iran", "Iraq"))
    meeting = act(reading, "met", "CONSULT", actors=[iran, iraq])
    said = act(reading, first, event, actors=[party(reading, d, *members[d], "GOV") for d in doers], status=status)
    day = When("2024-07-15", "day", reading.span(3, 3))
    found = of_the_occasion(reading, empty_cast(reading), [[meeting], [said]], [day, None], lambda when: when.date)
    return [when and when.date for when in found]


def test_thanks_by_one_who_met_are_of_the_day_of_the_meeting():
    assert dates(THANKED) == ["2024-07-15", "2024-07-15"]


def test_thanks_told_as_given_before_are_of_another_day():
    assert dates(HAD_THANKED) == ["2024-07-15", None]


def test_one_who_was_not_there_spoke_at_another_time():
    line = "Oman/Oman/PROPN/NNP/2/nsubj thanked/thank/VERB/VBD/0/root Iraq/Iraq/PROPN/NNP/2/obj"
    assert dates(line, doers=("Oman",)) == ["2024-07-15", None]


def test_words_of_nobody_and_deeds_are_not_part_of_a_meeting():
    assert dates(THANKED, doers=()) == ["2024-07-15", None]
    assert dates(THANKED, event="ASSAULT") == ["2024-07-15", None]
    assert dates(THANKED, status="possible") == ["2024-07-15", None]


def test_thanks_told_twice_take_the_day_though_one_telling_names_no_doer():
    reading = read(MET, THANKED, THANKED)
    iran, iraq = party(reading, "Iran", "IRN", 0, "GOV"), party(reading, "Iraq", "IRQ", 1, "GOV")
    meeting = act(reading, "met", "CONSULT", actors=[iran, iraq])
    said = [act(reading, "thanked", "SUPPORT", nth=0), act(reading, "thanked", "SUPPORT", nth=1, actors=[iran])]
    day = When("2024-07-15", "day", reading.span(3, 3))
    found = of_the_occasion(reading, empty_cast(reading), [[meeting], said], [day, None], lambda when: when.date)
    assert found == [day, day]


def test_words_said_at_two_meetings_of_two_days_are_of_neither():
    reading = read(MET, MET, THANKED)
    iran, iraq = party(reading, "Iran", "IRN", 0, "GOV"), party(reading, "Iraq", "IRQ", 1, "GOV")
    meetings = [[act(reading, "met", "CONSULT", nth=n, actors=[iran, iraq])] for n in (0, 1)]
    said = [act(reading, "thanked", "SUPPORT", actors=[iran])]
    places = ["Baghdad", "Tehran", None]
    assert of_the_occasion(reading, empty_cast(reading), [*meetings, said], places, lambda place: place) == places
