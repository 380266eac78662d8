"""A project's own tables win over ours, and a broken table is named with file, line and remedy."""

from pathlib import Path

import pytest

from hearsay.errors import WorldError
from hearsay.world import World

ACTORS = "id\tname\tkind\tcountry\tsectors\taliases\n"
PEOPLE = "name\tcountry\toffice\ttitle\tsince\tuntil\n"
TERMS = "person\toffice\ttitle\tcountry\tsectors\tsince\tuntil\n"


def write(folder: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return folder


def test_own_rows_come_first_and_ours_stay(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        actors=ACTORS + "group:hamas-news\tHamas\tmedia\tPSE\tJRN\t=HMS|Hamas newsroom\n",
        people=PEOPLE + "Ada Example\tGBR\tforeign-minister\tForeign Secretary\t2030\t2031-02\n",
        outlets="id\townership\tkind\tdomains\trelays\tname\tcountry\nmedia:x\tparty\tsite\tx.example\tno\tX\tGBR\n",
        agents="phrase\tsectors\tkind\ncolectivo\tPRM\tgroup\n",
        titles="title\toffice\tsectors\nlord high keeper\tminister\tGOV\n",
        seats="name\tcountry\nThe Palace\tGBR\n",
        nationalities="words\tcountry\nRuritanian\tGBR\n",
    )
    world = World.load(folder)
    assert [e.id for e in world.entities("Hamas")] == ["group:hamas-news", "group:hamas"]
    assert (len(world.entities("HMS")), world.entities("hms")) == (1, ())
    (person, *_) = world.surname("Example")
    assert [(t.title, t.since, t.until, t.sectors) for t in world.roles(person.id, "2031-02-15")] == [
        ("Foreign Secretary", "2030", "2031-02", ("GOV",))
    ]
    assert [p.id for p, _ in world.holders("GBR", "foreign-minister", "2030-06-01")] == [person.id]
    outlet, noun, office = (
        world.outlet("www.x.example"),
        world.agent("armed colectivo"),
        world.office("Lord High Keeper"),
    )
    assert (outlet and outlet.entity.name, noun and noun.sectors, office and office.office) == (
        "X",
        ("PRM",),
        "minister",
    )
    assert (world.seat("the Palace"), world.nationality("Ruritanian"), world.seat("Tehran")) == ("GBR", "GBR", "IRN")


@pytest.mark.parametrize(
    ("table", "text", "line", "problem"),
    [
        ("actors", "id\tname\tkind\tcountry\n", 1, "column 'sectors' is missing"),
        ("actors", ACTORS + "a\tA\tghost\tGBR\t\n", 2, "kind 'ghost' is unknown"),
        ("actors", ACTORS + "a\tA\tngo\tGBR\tXXX\n", 2, "sector 'XXX'"),
        ("actors", ACTORS + "a\tA\tngo\tUK\t\n", 2, "country 'UK' is not a code"),
        ("actors", ACTORS + "a\tA\tngo\tQQQ\t\n", 2, "country 'QQQ' is not known"),
        ("actors", ACTORS + "a\tA\tngo\tGBR\t\n# note\na\tB\tngo\tGBR\t\n", 4, "id 'a' stands already in line 2"),
        ("actors", ACTORS + "a\t\tngo\tGBR\t\n", 2, "name is empty"),
        ("actors", ACTORS + "a\tA\tngo\tGBR\t\t\t\t\n", 2, "8 cells under 6 columns"),
        ("people", PEOPLE + "A B\tGBR\tminister\tM\t2011-13-01\t\n", 2, "since '2011-13-01' is not a date"),
        ("people", PEOPLE + "A B\tGBR\tminister\tM\t2011\t2009\n", 2, "until 2009 lies before since 2011"),
        ("terms", TERMS + "person:nobody\tminister\tM\tGBR\tGOV\t2011\t\n", 2,
        "person 'person:nobody' is no known actor"),
        ("outlets", "id\townership\tkind\tdomains\trelays\nx\tmine\tsite\t\tno\n", 2, "ownership 'mine' is unknown"),
    ],
)  # fmt: skip
def test_a_broken_row_is_one_clear_error(tmp_path: Path, table: str, text: str, line: int, problem: str) -> None:
    folder = write(tmp_path, **{table: text})
    with pytest.raises(WorldError) as error:
        World.load(folder)
    message = str(error.value)
    assert message.startswith(f"{folder / table}.tsv, line {line}: {problem}")
    assert ";" in message
    assert "\n" not in message


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="no table found"):
        World.load(tmp_path)
    with pytest.raises(WorldError, match="no such folder"):
        World.load(tmp_path / "nowhere")


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_bytes(b"id\tname\xff\n")
    with pytest.raises(WorldError, match="byte 7 is not UTF-8"):
        World.load(tmp_path)
