"""The lexicon: files that load, point at their mistakes, and give way to a project's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import LexiconError
from hearsay.events.conditions import Condition, Option, parse_conditions
from hearsay.events.lexicon import Lexicon
from hearsay.records import EventType

HEADER = "id\tpredicate\tpos\tframe\ttopic\twhen\tevent\tmode\tcameo\tprior\texample\n"


def test_the_packaged_lexicon_covers_every_type() -> None:
    """Each of PLOVER's sixteen types has entries, verbs and nouns among them, and much is marked as no event."""
    entries = Lexicon.default().entries.values()
    types = {e.event for e in entries if e.event}
    assert types == set(EventType.__args__)
    assert {e.event for e in entries if e.pos == "noun" and e.event} == types
    assert sum(e.event is None for e in entries) > 200
    assert len({e.predicate for e in entries if e.event}) > 1200


def test_cameo_codes_are_strings() -> None:
    """ "010" is not "10": every code keeps its zero."""
    assert all(len(e.cameo) >= 3 for e in Lexicon.default().entries.values() if e.cameo)


def test_a_project_folder_replaces_and_adds(tmp_path: Path) -> None:
    """An entry of the same id replaces the packaged one; a new id is added; the rest stays."""
    (tmp_path / "own.tsv").write_text(
        HEADER
        + "praise.v\tpraise\tverb\tagent>patient\t\t\tnone\n"
        + "sabre.v\tsabre\tverb\tagent>patient\t\t\tASSAULT\tprimitive\t190\t.9\tIran sabred Turkey.\n",
        encoding="utf-8",
    )
    lexicon = Lexicon.load(tmp_path)
    assert lexicon.entries["praise.v"].event is None
    assert lexicon.entries["sabre.v"].mode == ("primitive",)
    assert lexicon.entries["condemn.v"] == Lexicon.default().entries["condemn.v"]
    assert Lexicon.default().entries["praise.v"].event == "SUPPORT"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x.v\tx\tverb\tagent>\t\t\tATTACK", "own.tsv:2: event 'ATTACK' is neither a PLOVER type nor none"),
        ("x.v\tx\tadverb\tagent>\t\t\tASSAULT", "own.tsv:2: pos 'adverb' is not verb, noun or adj"),
        ("x.v\tx\tverb\tagent\t\t\tASSAULT", "own.tsv:2: frame 'agent' has no '>'"),
        ("x.v\tx\tverb\tagent>\t\tpatient=@xyz\tASSAULT", "class @xyz is not in classes.tsv"),
        ("x.v\tx\tverb\tagent>\t\tsometimes\tASSAULT", "own.tsv:2: condition 'sometimes'"),
        ("x.v\t\tverb\tagent>\t\t\tASSAULT", "own.tsv:2: empty predicate"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    """The message says where the mistake is and what would be right."""
    (tmp_path / "own.tsv").write_text(HEADER + line + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(tmp_path)
    assert message in str(caught.value)


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="not a folder"):
        Lexicon.load(tmp_path / "missing")


def test_conditions_read_as_options() -> None:
    """Options of one condition may ask for a filled role, an actor, words, classes or an embedded act."""
    assert parse_conditions("patient=@ties|visa|to:actor !with act=conflict") == (
        Condition((Option("patient", "words", frozenset(["visa"]), ("ties",)), Option("to", "actor"))),
        Condition((Option("with", "filled"),), negative=True),
        Condition((Option("act", "type", frozenset(["conflict"])),)),
    )


def test_the_more_specific_entry_comes_first() -> None:
    """Entries for a word are tried from the one with most conditions to the one with none."""
    weights = [e.weight for e in Lexicon.default().find("cut", "verb")]
    assert weights == sorted(weights, reverse=True)
