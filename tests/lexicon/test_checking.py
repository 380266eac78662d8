"""``lexicon.check``: every mistake with its place and remedy, and every example coded."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay import Coder, LexiconError, lexicon
from tests.lexicon.conftest import HEADER, write_lexicon, write_ontology

SABRE = "sabre.v\tsabre\tverb\tagent>patient\t\t\tASSAULT\tprimitive\t190\t.9\tIranian troops sabred Turkish civilians."


def found(folder: Path, coder: Coder) -> list[str]:
    return [str(f).replace(str(folder), "P") for f in lexicon.check(folder, coder=coder)]


def test_a_sound_project_has_no_findings(tmp_path: Path, coder: Coder) -> None:
    assert found(write_lexicon(tmp_path / "p", SABRE), coder) == []


def test_all_mistakes_are_told_at_once(tmp_path: Path, coder: Coder) -> None:
    """Each with file, line and what to do, where the loader stops at the first."""
    project = write_lexicon(
        tmp_path / "p",
        "a.v\ta\tverb\tagent>\t\t\tATTACK\t\t\t\tIran a Turkey.",
        SABRE,
        "b.v\tbombinate\tverb\tagnet>patient\t\t\tASSAULT\tprimitve\t9\t.9",
        "c.v\tc\tverb\tagent>patient\t\t\tASSAULT\t\t190\t2\tIran c Turkey.",
        SABRE,
        "d.v\td\tverb\tagent>patient\t\tpatient=@nowhere\tASSAULT\t\t190\t.9\tIran d Turkey.",
        "x\t" * 13,
    )
    assert found(project, coder) == [
        "error: P/lexicon/own.tsv:2: event 'ATTACK' is neither a PLOVER type nor none",
        "error: P/lexicon/own.tsv:5: prior '2' is no number from 0 to 1; leave it empty for 0.8",
        "error: P/lexicon/own.tsv:6: id 'sabre.v' is used twice; ids are unique in a folder",
        "error: P/lexicon/own.tsv:8: 14 cells for 11 columns; separate with one tab",
        "error: P/lexicon/own.tsv:7: entry d.v: class @nowhere is not in classes.tsv; add it there",
        "error: P/lexicon/own.tsv:4: role 'agnet' is no role and no preposition; see docs/lexicon.md",
        "error: P/lexicon/own.tsv:4: mode 'primitve' is no mode of ASSAULT; its modes: abduct, aerial, beat, "
        "crowd-control, destroy, drone, explosives, firearms, heavy-weapons, primitive, sexual, "
        "suicide-attack, targeted, torture, unconventional",
        "error: P/lexicon/own.tsv:4: CAMEO code '9' is unknown; codes keep their zeros: 010, not 10",
        "error: P/lexicon/own.tsv:4: entry 'b.v' has no example; write a sentence it should code",
    ]


def test_an_example_that_does_not_yield_its_event_is_an_error(tmp_path: Path, coder: Coder) -> None:
    """The message says what came instead; an example that a packaged entry takes is a note."""
    project = write_lexicon(
        tmp_path / "p",
        "laud-much.v\tlaud\tverb\tagent>patient\t\t\tACCUSE\t\t111\t.9\tIran hailed Turkey.",
        "zz-praise.v\tpraise\tverb\tagent>patient\t\t\tSUPPORT\t\t051\t.9\tIran praised Turkey.",
        "amble.v\tamble\tverb\t\t\t\tnone\t\t\t\tIran ambled.",
    )
    assert found(project, coder) == [
        "error: P/lexicon/own.tsv:2: example 'Iran hailed Turkey.' yields only SUPPORT, not ACCUSE; "
        "try: hearsay lexicon why",
        "note: P/lexicon/own.tsv:3: example of 'zz-praise.v' is coded by 'praise.v', which is more specific or earlier",
    ]


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, coder: Coder) -> None:
    project = write_lexicon(tmp_path / "p")
    (project / "lexicon" / "own.tsv").write_bytes(HEADER.encode() + b"\xff\xfe")
    (finding,) = found(project, coder)
    assert finding == f"error: P/lexicon/own.tsv: not UTF-8 (byte {len(HEADER)}); save it as UTF-8"


@pytest.mark.parametrize(("name", "remedy"), [("missing", "not a folder"), ("", "nothing to check")])
def test_a_folder_with_nothing_to_check_is_an_error(tmp_path: Path, name: str, remedy: str) -> None:
    with pytest.raises(LexiconError, match=remedy):
        lexicon.check(tmp_path / name)


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ("", "types.tsv: defines no type; add a line with name, definition, like"),
        ("seize\tTakes property.\tTAKE\n", "types.tsv:2: like 'TAKE' is no PLOVER type; use one of AGREE"),
        ("seize\t\tCOERCE\n", "types.tsv:2: type 'seize' has no definition; write one sentence"),
        ("big seize\tx\tCOERCE\n", "types.tsv:2: name 'big seize' is not of letters, digits, - and _; change it"),
        ("assault\tx\tCOERCE\n", "types.tsv:2: name 'assault' is PLOVER's own; choose another"),
        ("seize\tx\tCOERCE\nseize\ty\tCOERCE\n", "types.tsv:3: type 'seize' is defined twice; keep one"),
        ("seize\tx\tCOERCE\n", "entries.tsv:2: event 'other' is no type of types.tsv; use seize, or add it there"),
    ],
)
def test_mistakes_of_an_ontology_are_told(tmp_path: Path, coder: Coder, types: str, message: str) -> None:
    project = write_ontology(tmp_path / "p", types, "n.v\tnationalise\tverb\tagent>patient\t\t\tother\t\t\t\tx.")
    assert message in "\n".join(found(project, coder))


def test_a_type_without_entries_and_an_id_of_the_lexicon_are_mistakes(tmp_path: Path, coder: Coder) -> None:
    types = "takeover\tA state takes a firm.\tCOERCE\nspare\tNothing.\tCOERCE\n"
    line = "{}\tnationalise\tverb\tagent>patient\t\t\ttakeover\t\t\t\tIran nationalised the Turkish bank."
    lonely = write_ontology(tmp_path / "a", types, line.format("nationalise.own"))
    assert "type 'spare' has no entry" in "\n".join(found(lonely, coder))
    taken = write_ontology(tmp_path / "b", types, line.format("praise.v"))
    assert "id 'praise.v' is one of the lexicon's" in "\n".join(found(taken, coder))


def test_examples_of_own_types_are_coded(tmp_path: Path, coder: Coder) -> None:
    project = write_ontology(
        tmp_path / "p",
        "takeover\tA state takes a firm.\tCOERCE\n",
        "nationalise.own\tnationalise\tverb\tagent>patient/of\t\t\ttakeover\t\t\t\tIran nationalised the Turkish bank.",
        "confiscate.own\tconfiscate\tverb\tagent>patient/of\t\t\ttakeover\t\t\t\tIran left the Turkish bank alone.",
    )
    (finding,) = found(project, coder)
    assert "entries.tsv:3: example 'Iran left the Turkish bank alone.' yields" in finding
    assert finding.endswith("not takeover; try: hearsay lexicon why")
