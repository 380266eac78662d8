"""A project's own event types: coded beside PLOVER's, with participants, status and sources, changing nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay import Coder, Coding, HearsayError, LexiconError, make_document
from tests.lexicon.conftest import write_ontology

TYPES = "nationalise\tA state takes over a firm.\tCOERCE\nlaunch\tA state puts something into orbit.\tMOBILIZE\n"
ENTRIES = (
    "own-nationalise.v\tnationalise\tverb\tagent>patient/of\t\t\tnationalise\t\t\t.9\tIran nationalised a bank.",
    "own-nationalisation.n\tnationalisation\tnoun\tby/poss>of\t\t\tnationalise\t\t\t.9\tThe nationalisation of a bank.",
    "own-seize.v\tseize\tverb\tagent>patient/of\t\tpatient=bank|firm\tnationalise\t\t\t.9\tIran seized a bank.",
)  # fmt: skip
TEXT = (
    "Bolivia's government nationalised the Spanish bank on Monday. Spain condemned the nationalisation. "
    "Venezuela might seize the French bank, a minister said."
)


@pytest.fixture(scope="module")
def plain() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def mine(plain: Coder, tmp_path_factory: pytest.TempPathFactory) -> Coder:
    folder = write_ontology(tmp_path_factory.mktemp("p") / "project", TYPES.splitlines()[0] + "\n", *ENTRIES)
    return Coder.of_project(folder, plain.reader)


def code(coder: Coder, text: str = TEXT) -> Coding:
    coding = coder.code(make_document(text, id="d", published="2024-07-17"))
    coding.check()
    return coding


def test_own_events_stand_beside_plover_s(plain: Coder, mine: Coder) -> None:
    """PLOVER's events are the same with and without the project's types."""
    assert code(mine).events == code(plain).events
    assert code(plain).own == ()


def test_own_events_have_sides_dates_status_and_sources(mine: Coder) -> None:
    first, *_, last = code(mine).own
    assert (first.id, first.event, first.like, first.status, first.date) == (
        "d#o1", "nationalise", "COERCE", "actual", "2024-07-15",
    )  # fmt: skip
    assert ({a.country for a in first.actor}, {a.country for a in first.recipient}) == ({"BOL"}, {"ESP"})
    assert first.mentions[0].rule == "own-nationalise.v"
    assert ({a.country for a in last.actor}, last.status) == ({"VEN"}, "possible")
    assert last.mentions[0].sources[-1].name is not None


def test_coding_twice_gives_the_same_bytes(mine: Coder) -> None:
    assert code(mine).model_dump_json() == code(mine).model_dump_json()


@pytest.mark.parametrize("text", ["Bolivia's government nationalised nothing.", "It rained."])
def test_where_nothing_is_done_nothing_is_coded(mine: Coder, text: str) -> None:
    assert [e.status for e in code(mine, text).own if e.status != "negated"] == []


def test_a_folder_that_is_no_project_is_an_error(tmp_path: Path, plain: Coder) -> None:
    with pytest.raises(HearsayError, match="no project; make a folder there with lexicon/, ontology/ or world/"):
        Coder.of_project(tmp_path, plain.reader)


def test_a_bad_row_stops_the_loading(tmp_path: Path, plain: Coder) -> None:
    folder = write_ontology(tmp_path / "p", "x\ty\tNOTHING\n")
    with pytest.raises(LexiconError, match=r"types\.tsv:2: like 'NOTHING' is no PLOVER type"):
        Coder.of_project(folder, plain.reader)
