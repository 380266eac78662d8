"""Questions to the knowledge, the same in Python and at the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli import app
from hearsay.errors import WorldError
from hearsay.world import World, office, show

PEOPLE = "name\tcountry\toffice\ttitle\tsince\tuntil\tstatus\n"


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["world", *words], env={"COLUMNS": "110"})
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "world").mkdir()
    rows = "Ada Example\tGBR\tforeign-minister\tForeign Secretary\t2030\t2031-02\tacting\n"
    (tmp_path / "world" / "people.tsv").write_text(PEOPLE + rows, "utf-8")
    return tmp_path


def test_show_tells_offices_of_the_day_and_where_rows_come_from(project: Path) -> None:
    (known,) = show("Example", "2030-05-01", World.load(project / "world"))
    assert (known.entity.id, known.on, known.sources) == ("person:ada-example", known.terms, ())
    assert [(t.title, t.since, t.until) for t in known.on] == [("Foreign Secretary", "2030", "2031-02")]
    status, printed, _ = run("show", "Example", "--on", "2030-05-01", "--project", str(project))
    assert (status, printed.splitlines()) == (
        0,
        [
            "Ada Example  (person, GBR)  person:ada-example",
            "  on 2030-05-01: Foreign Secretary (acting) of GBR GOV",
            "  2030 to 2031-02          Foreign Secretary (acting) of GBR GOV",
            "  from your own tables",
        ],
    )


def test_show_of_nobody_is_an_error_with_a_remedy() -> None:
    status, printed, said = run("show", "Zxqwv")
    assert (status, printed) == (1, "")
    assert said == (
        "hearsay: error: nothing is known by the name 'Zxqwv'; try fewer words, or add it: hearsay world add\n"
    )


def test_office_takes_a_key_or_a_title_and_a_code_or_a_name(project: Path) -> None:
    world = World.load(project / "world")
    asked = [("GBR", "foreign-minister"), ("gbr", "Foreign Secretary"), ("United Kingdom", "foreign minister")]
    assert [[k.entity.name for k in office(*words, "2031-02-28", world)] for words in asked] == [["Ada Example"]] * 3


def test_an_office_answers_to_the_name_it_has_in_its_country() -> None:
    asked = [
        ("GBR", "foreign-minister"), ("GBR", "foreign-secretary"),
        ("GBR", "interior-minister"), ("GBR", "home secretary"),
        ("USA", "foreign-minister"), ("USA", "secretary-of-state"), ("USA", "interior-minister"),
        ("ISR", "interior-minister"), ("ISR", "national security minister"),
    ]  # fmt: skip
    assert [[known.entity.name for known in office(*words, "2023-12-01")] for words in asked] == [
        ["David Cameron"], ["David Cameron"], ["James Cleverly"], ["James Cleverly"],
        ["Antony Blinken"], ["Antony Blinken"], ["Alejandro Mayorkas"], ["Moshe Arbel"], ["Itamar Ben-Gvir"],
    ]  # fmt: skip


def test_nobody_known_to_hold_an_office_is_an_answer(project: Path) -> None:
    assert office("GBR", "foreign-minister", "2032-01-01", World.load(project / "world")) == ()
    status, printed, _ = run("office", "GBR", "foreign-minister", "--on", "2032-01-01", "--project", str(project))
    assert (status, printed) == (0, "unknown: nobody is known to have been foreign-minister of GBR on 2032-01-01\n")


@pytest.mark.parametrize(
    ("country", "title", "problem"),
    [
        ("Ruritania", "foreign-minister", "country 'Ruritania' is not known; write an ISO 3166-1 alpha-3 code"),
        ("GBR", "foreign-ministr", "there is no office 'foreign-ministr'; write one such as foreign-minister"),
    ],
)
def test_an_unknown_country_or_office_is_an_error(country: str, title: str, problem: str) -> None:
    with pytest.raises(WorldError) as error:
        office(country, title, "2030-01-01")
    assert str(error.value).startswith(problem)


def test_a_day_that_is_none_is_refused_at_once() -> None:
    status, _, said = run("show", "Example", "--on", "2030-13-01")
    assert status == 2
    assert "2030-13-01" in said
