"""Numbers that stand for an act."""

from typing import get_args

import pytest

from hearsay.events.modes import modes_of
from hearsay.events.scales import default_cameo, goldstein, plover_scale, quad_code
from hearsay.records import EventType


@pytest.mark.parametrize(
    ("event", "modes", "quad", "scale", "cameo", "value"),
    [
        ("CONSULT", ("visit",), 1, 4.0, "042", 1.9),
        ("CONSULT", (), 1, 2.5, "040", 1.0),
        ("AID", (), 2, 10.0, "070", 7.0),
        ("ACCUSE", (), 3, -3.0, "110", -2.0),
        ("REQUEST", ("meet",), 3, 0.0, "106", -5.0),
        ("SANCTION", ("convict",), 4, -6.0, "116", -2.0),
        ("ASSAULT", ("beat", "aerial"), 4, -9.5, "182", -9.5),
        ("PROTEST", ("vandalize",), 4, -5.0, "145", -7.5),
    ],
)
def test_a_type_and_its_modes_have_their_numbers(event, modes, quad, scale, cameo, value):
    code = default_cameo(event, modes)
    assert (quad_code(event), plover_scale(event, modes), code, goldstein(code)) == (quad, scale, cameo, value)


def test_every_type_and_mode_has_a_score_a_code_and_a_value():
    for event in get_args(EventType):
        for modes in ((), *((mode,) for mode in modes_of(event))):
            assert -10 <= plover_scale(event, modes) <= 10
            assert goldstein(default_cameo(event, modes)) is not None
        assert quad_code(event) in (1, 2, 3, 4)


def test_a_code_without_a_value_takes_that_of_the_code_it_is_part_of():
    assert goldstein("1213") == goldstein("121")
    assert goldstein(None) is None
    assert goldstein("99") is None
