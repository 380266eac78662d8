"""A table is added to a project whole or not at all."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli import app
from hearsay.errors import WorldError
from hearsay.world import World, add
from hearsay.world.tables import MAX_ROWS

ACTORS = "id\tname\tkind\tcountry\tsectors\tparent\n"


def table(folder: Path, text: str, name: str = "actors.tsv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_rows_are_added_once_and_comments_and_columns_stay(tmp_path: Path) -> None:
    project = tmp_path / "mine"
    (project / "world").mkdir(parents=True)
    old = "# our groups\nid\tname\tkind\tcountry\tsectors\ng:a\tAlpha\tngo\tGBR\tSOC\n"
    standing = table(project / "world", old)
    new = table(tmp_path, ACTORS + "g:a\tAlpha\tngo\tGBR\tSOC\t\ng:b\tBravo\tngo\t\t\tg:a\n", "more.tsv")
    done = add(new, project)
    assert (done.file, done.added, done.standing) == (standing, 1, 1)
    assert standing.read_text("utf-8") == old.replace("sectors\n", "sectors\tparent\n") + "g:b\tBravo\tngo\t\t\tg:a\n"
    assert add(new, project).added == 0
    (bravo,) = World.load(project / "world").entities("Bravo")
    assert (bravo.country, bravo.sectors) == ("GBR", ("SOC",))


def test_a_parent_may_be_ours_and_own_cells_win(tmp_path: Path) -> None:
    table(tmp_path, ACTORS + "g:w\tWing\tarmed-group\t\tMIL\tgroup:hamas\n")
    (wing,) = World.load(tmp_path).entities("Wing")
    assert (wing.country, wing.sectors) == ("PSE", ("MIL",))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("id\tname\tkind\tcountry\n", 1, "column 'sectors' is missing; the header needs id, name, kind"),
        (ACTORS + "g:b\tB\tngo\tGBR\t\t\ng:b\tC\tngo\tGBR\t\t\n", 3, "id 'g:b' stands already in line 2; remove one"),
        (ACTORS + "g:a\tOther\tngo\tGBR\t\t\n", 2, "id 'g:a' stands already in line 2; remove one"),
        (ACTORS + "g:b\tB\tngo\tGBR\t\tg:c\ng:c\tC\tngo\tGBR\t\tg:b\n", 2, "parent: g:b is part of g:c is part of g:b"),
        (ACTORS + "g:b\tB\tngo\tGBR\t\tg:b\n", 2, "parent: g:b is part of g:b, a circle; take one of these"),
        (ACTORS + "# note\ng:b\tB\tngo\tGBR\t\tg:x\n", 3, "parent 'g:x' is no known actor; add it to actors.tsv"),
        (ACTORS + "g:b\tB\tngo\tQQQ\t\t\n", 2, "country 'QQQ' is not known"),
    ],
)
def test_a_bad_row_is_one_error_and_nothing_is_written(tmp_path: Path, text: str, line: int, problem: str) -> None:
    (tmp_path / "world").mkdir()
    standing = table(tmp_path / "world", "id\tname\tkind\tcountry\tsectors\ng:a\tAlpha\tngo\tGBR\tSOC\n")
    before = standing.read_bytes()
    file = table(tmp_path, text)
    with pytest.raises(WorldError) as error:
        add(file, tmp_path)
    assert str(error.value).startswith(f"{file}, line {line}: {problem}")
    assert (standing.read_bytes(), sorted(p.name for p in standing.parent.iterdir())) == (before, ["actors.tsv"])


def test_a_bad_date_is_one_error_at_the_command_line(tmp_path: Path) -> None:
    rows = "name\tcountry\toffice\ttitle\tsince\tuntil\nA B\tGBR\tminister\tM\t2011-13-01\t\n"
    file = table(tmp_path, rows, "people.tsv")
    done = CliRunner().invoke(app, ["world", "add", str(file), "--project", str(tmp_path / "p")])
    assert (done.exit_code, done.stdout, (tmp_path / "p").exists()) == (1, "", False)
    assert done.stderr == (
        f"hearsay: error: {file}, line 2: since '2011-13-01' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD\n"
    )


def test_a_million_rows_are_refused_at_the_first_too_many(tmp_path: Path) -> None:
    rows = "".join(f"g:{n}\tG{n}\tngo\tGBR\t\t\n" for n in range(1_000_000))
    file = table(tmp_path, ACTORS + rows)
    with pytest.raises(WorldError, match=rf"line {MAX_ROWS + 2}: more than 200,000 rows; keep those"):
        add(file, tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_a_file_that_is_no_table_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="neither its name nor its header says which table it is; name it one of"):
        add(table(tmp_path, "a\tb\n", "x.tsv"), tmp_path)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"cannot be read \(No such file or directory\)"):
        add(tmp_path / "actors.tsv", tmp_path)
